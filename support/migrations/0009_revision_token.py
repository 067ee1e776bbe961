import support.models.revision
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('support', '0008_rules_of_hours'),
    ]

    operations = [
        migrations.AddField(
            model_name='revision',
            name='token',
            field=models.CharField(default=support.models.revision.new_token, max_length=32),
        ),
    ]

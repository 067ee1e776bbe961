from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('support', '0012_shipped_texts'),
    ]

    operations = [
        migrations.RemoveField(model_name='channel', name='audience_kind'),
        migrations.RemoveField(model_name='historicalchannel', name='audience_kind'),
    ]

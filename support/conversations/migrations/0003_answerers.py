from django.contrib.auth.management import create_permissions
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import support.models.listed_field

# As in the groups that are there: who answers sees the hours that promise an answer.
SEE = [
    'view_audience',
    'view_channel',
    'view_closure',
    'view_department',
    'view_incident',
    'view_languagewindow',
    'view_organization',
    'view_product',
    'view_section',
    'view_specialhours',
    'view_staffquestion',
    'view_topic',
    'view_uilocale',
    'view_unscheduledlanguage',
]
ANSWER = ['answer_conversation'] + [
    f'{action}_cannedanswer' for action in ['add', 'change', 'delete', 'view']
]


def create_group(apps, schema_editor):
    """A group of that name which is there already is the operator's, and stays as it is."""
    database = schema_editor.connection.alias
    groups = apps.get_model('auth', 'Group').objects.using(database)
    permissions = apps.get_model('auth', 'Permission').objects.using(database)
    for label in ('support', 'conversations'):
        _create_permissions(apps.get_app_config(label), apps, database)
    group, is_new = groups.get_or_create(name='Answerers')
    if is_new:
        group.permissions.set(
            permissions.filter(content_type__app_label='support', codename__in=SEE)
            | permissions.filter(content_type__app_label='conversations', codename__in=ANSWER)
        )


def _create_permissions(config, apps, database):
    """In a new database there are none before all migrations are through."""
    if not hasattr(config, 'models_module'):
        config.models_module = True  # the apps of a migration lack it; nothing would be created
    create_permissions(config, verbosity=0, using=database, apps=apps)


class Migration(migrations.Migration):

    dependencies = [
        ('conversations', '0002_taken_once'),
        ('support', '0020_staff_questions'),
        ('auth', '0012_alter_user_first_name_max_length'),
        ('contenttypes', '0002_remove_content_type_name'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='conversation',
            options={'ordering': ['-created_at'], 'permissions': [('answer_conversation', 'Can answer conversations'), ('erase_person', 'Can export and delete everything one person has written')], 'verbose_name': 'conversation', 'verbose_name_plural': 'conversations'},
        ),
        migrations.AddField(
            model_name='wait',
            name='is_answered',
            field=models.BooleanField(default=False),
        ),
        migrations.CreateModel(
            name='Answerer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('languages', support.models.listed_field.LanguageTagsField(blank=True, help_text='Leave blank for every language.', verbose_name='languages I answer in')),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='answerer', to=settings.AUTH_USER_MODEL, verbose_name='user')),
            ],
            options={
                'verbose_name': 'support agent',
                'verbose_name_plural': 'support agents',
                'ordering': ['user'],
            },
        ),
        migrations.AddIndex(
            model_name='conversation',
            index=models.Index(fields=['state', '-last_message_at'], name='conversation_state_latest'),
        ),
        migrations.RunPython(create_group, migrations.RunPython.noop),
    ]

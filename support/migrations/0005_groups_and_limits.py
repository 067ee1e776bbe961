from django.contrib.auth.management import create_permissions
from django.db import migrations, models

# The names of the groups are those that operators read; what they may do, in the order of a day's
# work. Products, channels, the organisation and people stay with superusers.
SEE = [
    'view_channel',
    'view_closure',
    'view_department',
    'view_languagewindow',
    'view_organization',
    'view_product',
    'view_specialhours',
    'view_uilocale',
    'view_unscheduledlanguage',
]
CHANGE_HOURS = ['change_department'] + [
    f'{action}_{model}'
    for model in ['languagewindow', 'unscheduledlanguage', 'specialhours', 'closure']
    for action in ['add', 'change', 'delete']
]
GROUPS = {
    'Hours editors': SEE + CHANGE_HOURS,
    'Translators': SEE + ['translate_texts'],
    'Viewers': SEE,
}


def create_groups(apps, schema_editor):
    """A group of that name which is there already is the operator's, and stays as it is."""
    database = schema_editor.connection.alias
    groups = apps.get_model('auth', 'Group').objects.using(database)
    permissions = apps.get_model('auth', 'Permission').objects.using(database)
    _create_permissions_of_support(apps, database)
    for name, codenames in GROUPS.items():
        group, is_new = groups.get_or_create(name=name)
        if is_new:
            group.permissions.set(
                permissions.filter(content_type__app_label='support', codename__in=codenames)
            )


def _create_permissions_of_support(apps, database):
    """In a new database there are none before all migrations are through."""
    support = apps.get_app_config('support')
    if not hasattr(support, 'models_module'):
        support.models_module = True  # the apps of a migration lack it; nothing would be created
    create_permissions(support, verbosity=0, using=database, apps=apps)


class Migration(migrations.Migration):

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('contenttypes', '0002_remove_content_type_name'),
        ('support', '0004_history_of_every_save'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='organization',
            options={'permissions': [('translate_texts', 'Can translate texts'), ('import_schedule', 'Can import a schedule')], 'verbose_name': 'organisation', 'verbose_name_plural': 'organisation'},
        ),
        migrations.AddField(
            model_name='staffprofile',
            name='limited',
            field=models.BooleanField(default=False, help_text='If ticked, this person can change the hours of the departments selected here and no others. If not, they can change the hours of all departments, as far as their groups allow.', verbose_name='selected departments only'),
        ),
        migrations.AlterField(
            model_name='staffprofile',
            name='departments',
            field=models.ManyToManyField(blank=True, related_name='editors', to='support.department', verbose_name='selected departments'),
        ),
        # What groups are for is their operator's to say from then on; taking this migration back
        # leaves them.
        migrations.RunPython(create_groups, migrations.RunPython.noop),
    ]

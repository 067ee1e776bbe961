import tomllib
import uuid
from importlib import import_module
from pathlib import Path

from django.db import migrations
from django.utils import timezone

GROUPS = import_module('support.migrations.0005_groups_and_limits')

SHIPPED = Path(__file__).resolve().parents[1] / 'initial_data.toml'
SEE = ['view_audience', 'view_section', 'view_topic']


def make_rows_of_what_templates_said(apps, schema_editor):
    """A portal that has data keeps its audiences and its sections; a new one loads them later."""
    Channel = apps.get_model('support', 'Channel')
    Records = apps.get_model('support', 'HistoricalChannel')
    if not Channel.objects.exists() and not apps.get_model('support', 'Organization').objects.exists():
        return
    shipped = tomllib.loads(SHIPPED.read_text('utf-8'))
    make_rows(apps, 'Audience', shipped['audiences'], ['name', 'summary'])
    make_rows(apps, 'Section', shipped['sections'], ['heading', 'text'])
    for audience in apps.get_model('support', 'Audience').objects.all():
        Channel.objects.filter(audience_kind=audience.slug).update(audience=audience)
        Records.objects.filter(audience_kind=audience.slug).update(audience=audience)


def make_rows(apps, name, entries, texts):
    model = apps.get_model('support', name)
    historical = apps.get_model('support', f'Historical{name}')
    edit, now = uuid.uuid4(), timezone.now()
    for position, entry in enumerate(entries, start=1):
        row = model(slug=entry['slug'], position=position)
        for text in texts:
            setattr(row, text, entry.get(text, {}).get('en', ''))
            for language, words in entry.get(text, {}).items():
                setattr(row, f'{text}_{language}', words)
        row.save()
        historical.objects.create(
            **{field.attname: getattr(row, field.attname) for field in model._meta.concrete_fields},
            edit=edit,
            history_date=now,
            history_type='+',
            history_change_reason='first-record',
        )


def let_groups_see(apps, schema_editor):
    """Whoever sees what a portal says of its departments sees the rest of it."""
    database = schema_editor.connection.alias
    permissions = apps.get_model('auth', 'Permission').objects.using(database)
    GROUPS._create_permissions_of_support(apps, database)
    for group in apps.get_model('auth', 'Group').objects.using(database).filter(name__in=GROUPS.GROUPS):
        group.permissions.add(
            *permissions.filter(content_type__app_label='support', codename__in=SEE)
        )


class Migration(migrations.Migration):

    dependencies = [
        ('support', '0011_what_the_company_says'),
    ]

    operations = [
        migrations.RunPython(make_rows_of_what_templates_said, migrations.RunPython.noop),
        migrations.RunPython(let_groups_see, migrations.RunPython.noop),
    ]

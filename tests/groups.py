"""The groups that migrations make: a test that empties the database takes them with it."""

from __future__ import annotations

from importlib import import_module

from django.apps import apps
from django.contrib.auth.models import Group
from django.db import connection

# Each adds what is missing, and leaves what an operator has made of a group.
_STEPS = (
    ("support.migrations.0005_groups_and_limits", "create_groups"),
    ("support.migrations.0012_shipped_texts", "let_groups_see"),
    ("support.migrations.0016_incidents", "let_groups_tell_of_incidents"),
    ("support.migrations.0020_staff_questions", "let_groups_ask"),
    ("support.conversations.migrations.0003_answerers", "create_group"),
)


def make_groups() -> None:
    for module, step in _STEPS:
        getattr(import_module(module), step)(apps, connection.schema_editor())


def group(name: str) -> Group:
    """Return a group, with all others there too."""
    make_groups()
    return Group.objects.get(name=name)

"""Copy a department with all that belongs to it, as a draft."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from support.admin.rows.free_slug import free_slug
from support.locales.languages import SITE_LANGUAGES
from support.models import Channel, Department
from support.models.publicity import Visibility


def copy_department(source: Department, name: str, language: str) -> Department:
    """Save a copy, called `name` in one site language and nothing yet in the others.

    It has the texts, hours, special hours, closures and questions of the other, and its channels
    lead to it too. Links by former short names and topics go on leading to the other alone. Raises
    ValidationError for a name that cannot be.
    """
    with transaction.atomic():
        copy = Department.objects.get(pk=source.pk)
        for code in SITE_LANGUAGES:
            setattr(copy, f"name_{code}", name if code == language else "")
        copy.pk = None
        copy._state.adding = True
        copy.slug = free_slug(slugify(name) or f"{source.slug}-copy")
        copy.former_slugs = ()
        copy.visibility = Visibility.DRAFT
        copy.public_from = copy.public_through = None
        copy.public_zone = ""
        copy.edit_version = 0
        copy.full_clean()
        copy.save()
        rows: Iterator[Any] = chain(
            source.windows.all(),
            source.unscheduled_languages.all(),
            source.specialhours_set.all(),
            source.closure_set.all(),
            source.questions.all(),
        )
        for row in rows:
            row.pk = None
            row._state.adding = True
            row.department = copy
            row.save()
        for channel in Channel.objects.select_for_update().filter(departments=source):
            channel.departments.add(copy)
            channel.edit_version += 1
            channel.save()
    return copy

"""The fields of a department beside its hours: which there are, and what a new one begins with."""

from __future__ import annotations

from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from support.admin.conflict.version_form import EditVersionForm
from support.admin.fields.labels import copy_labels_from_model
from support.admin.fields.pickers import ZoneField
from support.admin.rows.free_slug import free_slug
from support.locales.languages import SITE_LANGUAGES
from support.models import Department

IN_WORDS = ["channels_shown", "exceptions_shown", "questions_shown"]

_FOLDED: list[tuple[Any, Any]] = [
    (_("What it helps with"), {"fields": ["summary"], "classes": ["collapse"]}),
    (_("Note for visitors"), {"fields": ["note"], "classes": ["collapse"]}),
    (_("Search words"), {"fields": ["search_words"], "classes": ["collapse"]}),
    (_("Note for staff"), {"fields": ["staff_note"], "classes": ["collapse"]}),
]

_PUBLIC_DAYS = [("public_from", "public_through"), "public_zone"]

FIELDSETS: list[tuple[Any, Any]] = [
    (None, {"fields": IN_WORDS}),
    (_("Name"), {"fields": ["name"], "classes": ["collapse"]}),
    (_("Short name and order"), {"fields": ["slug", "position"], "classes": ["collapse"]}),
    (
        _("Who sees it"),
        {"fields": ["visibility", *_PUBLIC_DAYS], "classes": ["collapse", "more-rules"]},
    ),
    *_FOLDED,
]

OF_A_NEW_ONE: list[tuple[Any, Any]] = [
    (None, {"fields": ["name", "visibility"]}),
    (_("Short name and order"), {"fields": ["slug", "position"], "classes": ["collapse"]}),
    (_("Public days"), {"fields": _PUBLIC_DAYS, "classes": ["collapse"]}),
    *_FOLDED,
]

_NO_NAME = "department"


class DepartmentForm(EditVersionForm):
    """Give a new department the short name that its name suggests, if nobody states another."""

    public_zone = ZoneField(required=False)

    class Meta:
        model = Department
        fields = "__all__"  # the fieldsets choose

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "public_zone" in self.fields:
            copy_labels_from_model(self, ["public_zone"])
        if "slug" in self.fields and self.instance.pk is None:
            self.fields["slug"].required = False

    def clean_slug(self) -> str:
        return str(self.cleaned_data["slug"]) or free_slug(self._suggested)

    @property
    def _suggested(self) -> str:
        names = (self[f"name_{code}"].value() for code in ("en", *SITE_LANGUAGES))
        return next((slug for slug in map(slugify, filter(None, names)) if slug), _NO_NAME)

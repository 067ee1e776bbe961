"""Check the words of the site: complete in ten languages, and free of data."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import polib
import pytest

from support.locales.languages import SITE_LANGUAGES
from support.models import Channel, Department, LanguageWindow, Organization, Product
from support.translation import (
    ChannelTexts,
    DepartmentTexts,
    LanguageWindowTexts,
    OrganizationTexts,
    ProductTexts,
)

ROOT = Path(__file__).resolve().parents[2]
TRANSLATED = [language for language in SITE_LANGUAGES if language != "en"]


@cache
def catalogue(language):
    return polib.pofile(str(ROOT / "locale" / language / "LC_MESSAGES" / "django.po"))


@pytest.mark.parametrize("language", TRANSLATED)
def test_catalogue_has_no_gap(language):
    entries = catalogue(language)

    assert [e.msgid for e in entries.untranslated_entries() + entries.fuzzy_entries()] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_placeholders_are_those_of_the_source(language):
    def placeholders(text):
        # A language may say one twice: “de 3 em 3 semanas”.
        return set(re.findall(r"%\(\w+\)s", text))

    assert [
        entry.msgid
        for entry in catalogue(language)
        if entry.msgstr and placeholders(entry.msgstr) != placeholders(entry.msgid)
    ] == []


@pytest.mark.parametrize("brand", ["Kinsta", "WordPress", "Linux"])
def test_no_template_and_no_catalogue_names_a_brand(brand):
    files = [*ROOT.glob("templates/**/*.html"), *ROOT.glob("locale/**/*.po")]

    assert files
    assert [str(path) for path in files if brand in path.read_text("utf-8")] == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("model", "options"),
    [
        (Department, DepartmentTexts),
        (LanguageWindow, LanguageWindowTexts),
        (Channel, ChannelTexts),
        (Product, ProductTexts),
        (Organization, OrganizationTexts),
    ],
)
def test_initial_data_is_written_in_every_language_or_in_none(initial_data, model, options):
    written = [
        (str(row), field, [c for c in SITE_LANGUAGES if getattr(row, f"{field}_{c}")])
        for row in model.objects.all()
        for field in options.fields
        # A company may have a page in some languages only.
        if not field.endswith("_url")
    ]

    assert [item for item in written if len(item[2]) not in (0, 10)] == []

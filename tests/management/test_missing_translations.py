from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests import factories

CATALOGUE = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Open"
msgstr "Åben"

msgid "Closed"
msgstr ""

#, fuzzy
msgid "Sales"
msgstr "Salat"

#~ msgid "Telephone"
#~ msgstr "Telefon"
"""


@pytest.fixture
def danish(tmp_path, settings):
    folder = tmp_path / "da" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(CATALOGUE, "utf-8")
    settings.LOCALE_PATHS = [tmp_path]


def run(*arguments, **options):
    out = StringIO()
    call_command("missing_translations", *arguments, stdout=out, **options)
    return out.getvalue()


def test_gaps_of_a_catalogue_are_listed_and_an_error(danish):
    out = StringIO()

    with pytest.raises(CommandError, match="Some catalogues have gaps"):
        call_command("missing_translations", stdout=out)

    assert out.getvalue() == (
        "da: 3 missing\n  not translated: Closed\n  doubtful: Sales\n  no longer used: Telephone\n"
    )


def test_language_without_a_catalogue_is_named(danish):
    with pytest.raises(CommandError, match=r"no catalogue for xx\. There are: da\."):
        run("xx")


@pytest.mark.django_db
def test_texts_of_staff_are_counted_too(tmp_path, settings):
    settings.LOCALE_PATHS = [tmp_path]
    factories.department("press")

    assert "da: 1 texts of staff missing\n" in run(texts=True)
    assert "en: 0 texts of staff missing\n" in run(texts=True)

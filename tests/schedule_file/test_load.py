from __future__ import annotations

from datetime import time
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from support.directory.revision import current_revision
from support.models import (
    Channel,
    Department,
    LanguageWindow,
    Organization,
    Product,
    SpecialHours,
    UILocale,
)

pytestmark = pytest.mark.django_db

SALES = """
[[departments]]
slug = "sales"
[departments.name]
en = "Sales"
ja = "営業"
[[departments.windows]]
language = "ja"
weekdays = "MO,TU,WE,TH,FR"
hours = "10:00-18:00"
zone = "Asia/Tokyo"
"""


def load(tmp_path, text):
    file = tmp_path / "data.toml"
    file.write_text(text, "utf-8")
    call_command("load_initial_data", file, stdout=StringIO())


def problems(tmp_path, text):
    with pytest.raises(CommandError) as caught:
        load(tmp_path, text)
    first, *rest = str(caught.value).splitlines()
    assert first == "Nothing was loaded."
    return [line.removeprefix(f"{tmp_path}/data.toml: ") for line in rest]


def test_initial_data_holds_the_whole_of_the_facts(initial_data):
    assert Department.objects.count() == 8
    assert LanguageWindow.objects.count() == 21
    assert Channel.objects.count() == 8
    assert UILocale.objects.count() == 26
    assert Organization.objects.get().control_panel.slug == "control-panel"


def test_window_is_loaded_with_all_its_fields(tmp_path):
    load(tmp_path, SALES)

    row = LanguageWindow.objects.get()
    assert str(row) == "Japanese: Mon–Fri 10:00–18:00 Asia/Tokyo"
    assert (row.opens, row.closes, row.department.name_ja) == (time(10), time(18), "営業")


def test_loading_twice_changes_nothing(initial_data):
    before = current_revision()

    call_command("load_initial_data", stdout=StringIO())

    assert current_revision() == before


def test_what_staff_edited_is_not_overwritten(initial_data):
    Department.objects.filter(slug="sales").update(name_en="Our sales")
    LanguageWindow.objects.filter(department__slug="sales", language="ja").delete()

    call_command("load_initial_data", stdout=StringIO())

    sales = Department.objects.get(slug="sales")
    assert sales.name_en == "Our sales"
    assert not sales.windows.filter(language="ja").exists()


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        (
            "10:00-18:00",
            "10:00-26:00",
            "departments “sales”, window 1: hours: “26:00” isn’t a time of day. Write it like "
            "09:30, between 00:00 and 24:00.",
        ),
        (
            "10:00-18:00",
            "24:00-06:00",
            "departments “sales”, window 1: hours: Hours can’t open at 24:00. The day starts at "
            "00:00.",
        ),
        (
            "10:00-18:00",
            "10 to 18",
            "departments “sales”, window 1: hours: write them like 10:00-18:00.",
        ),
        (
            "Asia/Tokyo",
            "Asia/Tokio",
            "departments “sales”, window 1: zone: “Asia/Tokio” isn’t a time zone. Use a name such "
            "as Asia/Tokyo or UTC.",
        ),
        (
            'language = "ja"',
            'language = "xq"',
            "departments “sales”, window 1: language: “xq” isn’t a language tag. Use a tag such "
            "as ja, pt or pt-BR.",
        ),
        (
            "MO,TU",
            "MO,DI",
            "departments “sales”, window 1: weekdays: “MO,DI,WE,TH,FR” isn’t a weekday. Use MO, "
            "TU, WE, TH, FR, SA or SU.",
        ),
        (
            'ja = "営業"',
            'xx = "営業"',
            "departments “sales”: name.xx: this isn’t a language of the site. Use one of: ja, en, "
            "it, pt, fr, de, nl, es, sv, da.",
        ),
        (
            'slug = "sales"',
            'slug = "sales"\ncolour = "red"',
            "departments “sales”: colour: there is no such field. Available fields: slug, "
            "former_slugs, visibility, public_from, public_through, public_zone, position, "
            "unscheduled, name, summary, note, search_words, staff_note, windows.",
        ),
        (
            "[[departments]]",
            "[extras]\n[[departments]]",
            "extras: there is no such section. Available sections: organization, products, "
            "audiences, departments, channels, topics, sections, special_hours, closures, "
            "questions.",
        ),
        (
            'slug = "sales"',
            "",
            "departments, entry 1: slug: write text in quotation marks.",
        ),
    ],
)
def test_mistake_is_named_by_file_entry_and_field(tmp_path, right, wrong, problem):
    assert problems(tmp_path, SALES.replace(right, wrong)) == [problem]
    assert not Department.objects.exists()


def test_overlap_within_the_file_is_named(tmp_path):
    second = SALES[SALES.index("[[departments.windows]]") :].replace("10:00-18:00", "17:00-20:00")

    assert problems(tmp_path, SALES + second) == [
        "departments “sales”, window 1: These hours overlap with Mon–Fri 17:00–20:00 Asia/Tokyo. "
        "Change one of them, or combine the two.",
        "departments “sales”, window 2: These hours overlap with Mon–Fri 10:00–18:00 Asia/Tokyo. "
        "Change one of them, or combine the two.",
    ]


def test_every_mistake_is_named_at_once(tmp_path):
    text = SALES.replace("Asia/Tokyo", "Nowhere") + SALES.replace("sales", "more").replace(
        '"ja"', '"xq"'
    )

    assert [line.split(":")[0] for line in problems(tmp_path, text)] == [
        "departments “sales”, window 1",
        "departments “more”, window 1",
    ]


def test_channel_of_an_unknown_department_is_named(tmp_path):
    text = (
        '[[channels]]\nslug = "chat"\nkind = "chat"\n'
        'departments = ["nobody"]\n[channels.name]\nen = "Chat"\n'
    )

    assert problems(tmp_path, text) == [
        "channels “chat”: departments: there is no department “nobody”."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "departments = 3",
        'departments = ["sales"]',
        "[departments]\nslug = 1",
        "organization = 1",
        '[[products]]\nslug = [1]\n[products.name]\nen = "P"',
        '[[products]]\nslug = "p"\nposition = [1]\n[products.name]\nen = "P"',
        '[[products]]\nslug = "p"\n[products.name]\nen = []',
        '[[products]]\nslug = "p"\nlocales = "ja-JP"\n[products.name]\nen = "P"',
        '[[departments]]\nslug = "d"\nname = "D"',
        '[[departments]]\nslug = "d"\nwindows = [1]\n[departments.name]\nen = "D"',
    ],
)
def test_section_of_another_shape_is_named(tmp_path, text):
    assert len(problems(tmp_path, text)) == 1


def test_what_is_not_toml_is_named_with_its_line(tmp_path):
    assert "line 2" in problems(tmp_path, "a = 1\nb = = 2")[0]


def test_missing_file_is_named(tmp_path):
    with pytest.raises(CommandError, match="there is no such file"):
        call_command("load_initial_data", tmp_path / "none.toml")


def test_product_has_its_locales_in_the_order_of_the_file(initial_data):
    dashboard = Product.objects.get(slug="affiliate-dashboard")

    assert [ui.locale for ui in dashboard.ui_locales.all()] == [
        "ja-JP",
        "en-US",
        "it-IT",
        "fr-FR",
        "de-DE",
        "es-ES",
    ]


def test_special_hours_come_with_their_new_department(tmp_path):
    file = SALES + (
        '[[special_hours]]\ndepartment = "sales"\nfirst_day = 2026-12-24\neffect = "closed"\n'
    )

    load(tmp_path, file)
    SpecialHours.objects.all().delete()
    load(tmp_path, file)

    assert not SpecialHours.objects.exists()


def test_reference_may_lead_to_what_is_there_already(tmp_path):
    load(tmp_path, SALES)
    load(
        tmp_path,
        '[[channels]]\nslug = "chat"\nkind = "chat"\ndepartments = ["sales"]\nname.en = "Chat"\n',
    )

    assert Channel.objects.get().departments.get().slug == "sales"

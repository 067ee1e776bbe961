"""A file with mistakes names every one of them, and changes nothing."""

from __future__ import annotations

import pytest

from support.directory.revision import current_revision
from support.schedule_file import ScheduleFileError, read_file

SALES = """
[[departments]]
slug = "sales"
name.en = "Sales"
[[departments.windows]]
language = "ja"
weekdays = "MO,TU,WE,TH,FR"
hours = "10:00-18:00"
zone = "Asia/Tokyo"
"""

SPECIAL = """
[[special_hours]]
department = "sales"
language = "ja"
first_day = 2026-12-24
effect = "hours"
hours = "10:00-15:00"
zone = "Asia/Tokyo"
"""

CLOSURE = """
[[closures]]
department = "sales"
starts = 2026-12-24T15:00:00
ends = 2026-12-25T09:00:00
zone = "Asia/Tokyo"
"""

CHANNEL = """
[[channels]]
slug = "chat"
kind = "chat"
departments = ["sales"]
name.en = "Chat"
"""


def mistakes(text):
    with pytest.raises(ScheduleFileError) as caught:
        read_file(text if isinstance(text, bytes) else text.encode())
    return [str(mistake) for mistake in caught.value.mistakes]


def test_every_mistake_of_every_entry_is_named_at_once():
    file = SALES + SPECIAL + CLOSURE + CHANNEL
    file = file.replace("Asia/Tokyo", "Nowhere").replace('["sales"]', '["slaes"]')
    file = file.replace("2026-12-25T", "2026-12-23T").replace('kind = "chat"', "kind = 7")

    assert mistakes(f"{file}\nextra = 1") == [
        "departments “sales”, window 1: zone: “Nowhere” isn’t a time zone. Use a name such as "
        "Asia/Tokyo or UTC.",
        "channels “chat”: extra: there is no such field. Available fields: slug, kind, audience, "
        "address, language, position, departments, name, instructions.",
        "channels “chat”: kind: choose one of: chat, form, email, telephone, "
        "messenger, video, forum, documentation, status.",
        "channels “chat”: departments: there is no department “slaes”. Did you mean “sales”?",
        "special_hours, entry 1: zone: “Nowhere” isn’t a time zone. Use a name such as Asia/Tokyo "
        "or UTC.",
        "closures, entry 1: zone: “Nowhere” isn’t a time zone. Use a name such as Asia/Tokyo or "
        "UTC.",
        "closures, entry 1: ends: The end must be after the start.",
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        (
            "first_day = 2026-12-24",
            'first_day = "2026-12-24"',
            "first_day: write a date, without quotation marks, such as 2026-12-24.",
        ),
        (
            "first_day = 2026-12-24",
            "",
            "first_day: write a date, without quotation marks, such as 2026-12-24.",
        ),
        (
            "first_day = 2026-12-24",
            "first_day = 2026-12-24\nlast_day = 2026-12-23",
            "last_day: The last day can’t be before the first.",
        ),
        ('hours = "10:00-15:00"', "", "hours: Enter times and a time zone for other hours."),
        ('hours = "10:00-15:00"', "hours = 10", "hours: write them like 10:00-18:00."),
        (
            'effect = "hours"',
            'effect = "open"',
            "effect: choose one of: closed, hours, also, as-usual, as-weekday.",
        ),
        (
            'department = "sales"',
            'department = "finance"',
            "department: there is no department “finance”.",
        ),
        (
            'department = "sales"',
            "department = 1",
            "department: write a short name in quotation marks.",
        ),
        (
            'language = "ja"',
            'language = "de"',
            "language: Sales isn’t available in German, so nothing would change there.",
        ),
        (
            'language = "ja"',
            'language = "ja"\nreason.en = "a\\u0000b"',
            "reason.en: remove the character \\u0000 from this text.",
        ),
    ],
)
def test_mistake_of_special_hours_is_named(right, wrong, told):
    assert mistakes(SALES + SPECIAL.replace(right, wrong)) == [f"special_hours, entry 1: {told}"]


def test_moment_of_a_closure_is_a_date_and_a_time():
    assert mistakes(SALES + CLOSURE.replace("T15:00:00", "")) == [
        "closures, entry 1: starts: "
        "write a date and a time, without quotation marks, such as 2026-12-24T15:00:00."
    ]


def test_special_hours_that_contradict_each_other_are_named_both():
    other = SPECIAL.replace('effect = "hours"', 'effect = "closed"')
    other = other.replace('hours = "10:00-15:00"\nzone = "Asia/Tokyo"\n', "")

    assert mistakes(SALES + SPECIAL + other) == [
        "special_hours, entry 1: There is another entry for the same days, departments and "
        "languages: 24 Dec 2026 · Closed all day. Change one of them, or make one fall entirely "
        "within the other; the shorter one then applies on its days.",
        "special_hours, entry 2: There is another entry for the same days, departments and "
        "languages: 24 Dec 2026 · Other hours: 10:00–15:00 Asia/Tokyo. Change one of them, or make "
        "one fall entirely "
        "within the other; the shorter one then applies on its days.",
    ]


def test_language_that_a_mistake_hides_is_not_held_against_special_hours():
    file = SALES.replace("10:00-18:00", "ten to six") + SPECIAL

    assert mistakes(file) == ["departments “sales”, window 1: hours: write them like 10:00-18:00."]


def test_short_name_that_is_there_twice_is_named_by_number():
    assert mistakes(SALES + SALES) == [
        "departments, entry 2: slug: entry 1 has the same short name."
    ]


@pytest.mark.parametrize(
    ("name", "list_", "told"),
    [
        ("unscheduled", '["en", "en"]', "departments “sales”: unscheduled: “en” appears twice."),
        ("unscheduled", '["zh-tw", "zh-TW"]', "unscheduled: “zh-TW” appears twice."),
        ("unscheduled", "[1]", "write them as a list, as in unscheduled = [“…”, “…”]."),
        ("position", "true", "position: write a whole number, without quotation marks."),
        ("position", "-1", "Ensure this value is greater than or equal to 0."),
        ("name.de", "3", "name.de: write text in quotation marks."),
        ("name.de", f'"{"x" * 101}"', "name.de: Ensure this value has at most 100 characters"),
    ],
)
def test_mistake_of_a_department_is_named(name, list_, told):
    (mistake,) = mistakes(SALES.replace("name.en", f"{name} = {list_}\nname.en"))

    assert told in mistake


def test_department_without_a_name_is_told_how_to_write_one():
    assert mistakes(SALES.replace('name.en = "Sales"\n', "")) == [
        "departments “sales”: name: write the text for each language, as in name.en = “Sales”."
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("a = 1\nb = = 2", "line 2, column 5: this isn’t valid TOML: Invalid value."),
        ('a = "', "this isn’t valid TOML: Unterminated string (at end of document)."),
        (
            'a = 1\nb = "caf\xe9"'.encode("latin-1"),
            "line 2 isn’t UTF-8 text. Save the file as UTF-8.",
        ),
        ("", "This file has no entries. Importing it would delete everything."),
        (f"a = {'9' * 5000}", "A number in this file has too many digits."),
        (f"a = {'[' * 5000}", "Lists or tables in this file are nested too deeply."),
        (f"{'a.' * 200_000}a = 1", "Lists or tables in this file are nested too deeply."),
        (f"[{'a . ' * 200_000}a]", "Lists or tables in this file are nested too deeply."),
        (
            "x = { " + '"a".' * 200_000 + "a = 1 }",
            "Lists or tables in this file are nested too deeply.",
        ),
        ("a=1\n" * 500_001, "This file has too many entries."),
        (b" " * 5_000_001, "the file is larger than 5 MB."),
    ],
)
def test_what_cannot_be_read_at_all_is_told(content, told):
    assert mistakes(content) == [told]


def test_nothing_is_changed(initial_data, tmp_path):
    before = current_revision()

    assert mistakes(SALES + CHANNEL.replace("sales", "slaes"))
    assert current_revision() == before


def test_search_address_without_a_place_for_the_words_is_named():
    file = '[organization]\nname = "One"\nresource_centre_search_url = "https://www.example.com/"'

    assert mistakes(file) == [
        "organization: resource_centre_search_url: “https://www.example.com/” has no place for the "
        "search words. Include {words} once, after the host name, as in "
        "https://www.example.com/?s={words}."
    ]

"""Form and file take the same values, and refuse the same ones with the same words."""

from __future__ import annotations

import pytest
from django.urls import reverse

from support.models import Closure, LanguageWindow, SpecialHours
from support.rows.columns import editable_fields
from support.schedule_file import ScheduleFileError, apply_import, read_file
from tests import factories
from tests.admin.form import read_form

pytestmark = pytest.mark.django_db

DESK = """format = 2
[[departments]]
slug = "desk"
name.en = "Desk"
unscheduled = ["en"]
"""

OF_FILE = {
    LanguageWindow: {
        "": "[[departments.windows]]",
        "language": '"ja"',
        "weekdays": '"MO"',
        "hours": '"10:00-18:00"',
        "zone": '"Asia/Tokyo"',
    },
    SpecialHours: {
        "": "[[special_hours]]",
        "department": '"desk"',
        "first_day": "2026-12-24",
        "effect": '"closed"',
    },
    Closure: {
        "": "[[closures]]",
        "department": '"desk"',
        "starts": "2026-12-24T10:00:00",
        "ends": "2026-12-24T12:00:00",
        "zone": '"Asia/Tokyo"',
    },
}

OF_FORM = {
    LanguageWindow: {
        "windows-TOTAL_FORMS": "1",
        "windows-0-language": "ja",
        "windows-0-weekdays": ["MO"],
        "windows-0-opens": "10:00",
        "windows-0-closes": "18:00",
        "windows-0-zone": "Asia/Tokyo",
        "windows-0-every_weeks": "1",
    },
    SpecialHours: {"first_day": "2026-12-24", "effect": "closed"},
    Closure: {
        "starts_on": "2026-12-24",
        "starts_at": "10:00",
        "ends_on": "2026-12-24",
        "ends_at": "12:00",
        "zone": "Asia/Tokyo",
    },
}


@pytest.fixture(autouse=True)
def monday(clock):
    clock.stop_at("2026-11-23T05:00:00+00:00")


@pytest.fixture
def desk(db):
    row = factories.department("desk")
    factories.unscheduled(row, "en")
    return row


@pytest.fixture(scope="module")
def empty_forms():
    """The forms by their addresses, each read once: in every test the desk begins the same."""
    return {}


@pytest.fixture
def of_form(staff_client, desk, empty_forms):
    """What the desk says to typed values: its mistakes, or the row that it saves."""

    def send(model, typed):
        if model is LanguageWindow:
            url = reverse("admin:support_department_change", args=[desk.pk])
            typed = {f"windows-0-{name}": value for name, value in typed.items()}
        else:
            url = reverse(f"admin:support_{model._meta.model_name}_add")
            typed = {"department": str(desk.pk)} | typed
        if (url, desk.pk) not in empty_forms:
            empty_forms[url, desk.pk] = read_form(staff_client.get(url))
        form = empty_forms[url, desk.pk] | OF_FORM[model] | typed
        response = staff_client.post(url, form | {"_save": "Save"})
        if response.status_code == 302:
            return said_by(model)
        errors = response.context["errors"]
        return [message for those in errors if not isinstance(those, str) for message in those]

    return send


def of_file(model, lines):
    """What an import says to lines of a file: its mistakes, or the row that it saves."""
    entry = OF_FILE[model] | lines
    text = "\n".join(
        f"{name} = {value}" if name else value for name, value in entry.items() if value
    )
    try:
        apply_import(read_file(f"{DESK}{text}\n".encode()))
    except ScheduleFileError as error:
        return [str(mistake).split(": ", 2)[2] for mistake in error.mistakes]
    return said_by(model)


def said_by(model):
    row = model.objects.get()
    return {
        field.name: getattr(row, field.name)
        for field in editable_fields(model)
        if field.name not in ("department", "edit_version")
    }


@pytest.mark.parametrize(
    ("model", "typed", "lines"),
    [
        (LanguageWindow, {"language": "pt-br"}, {"language": '"pt-br"'}),
        (LanguageWindow, {"weekdays": ["SA", "SU"]}, {"weekdays": '"SA,SU"'}),
        (LanguageWindow, {"closes": "24:00"}, {"hours": '"10:00-24:00"'}),
        (LanguageWindow, {"zone": "UTC"}, {"zone": '"UTC"'}),
        (LanguageWindow, {"label_en": "Day"}, {"label.en": '"Day"'}),
        (LanguageWindow, {"valid_from": "2027-01-01"}, {"valid_from": "2027-01-01"}),
        (LanguageWindow, {"valid_through": "2500-02-01"}, {"valid_through": "2500-02-01"}),
        (LanguageWindow, {"holidays": "GB-ENG"}, {"holidays": '"GB-ENG"'}),
        (
            LanguageWindow,
            {"holidays": "US", "holidays_zone": "America/Denver"},
            {"holidays": '"US"', "holidays_zone": '"America/Denver"'},
        ),
        (LanguageWindow, {"holidays_zone": "UTC"}, {"holidays_zone": '"UTC"'}),
        (
            LanguageWindow,
            {"holidays": "JP", "holidays_except": ["Coming of Age Day"]},
            {"holidays": '"JP"', "holidays_except": '["Coming of Age Day"]'},
        ),
        (
            LanguageWindow,
            {"holidays": "JP", "on_holidays": ["12:00", "24:00"]},
            {"holidays": '"JP"', "on_holidays": '"12:00-24:00"'},
        ),
        (
            LanguageWindow,
            {"holidays": "JP", "before_holidays": ["10:00", "15:00"]},
            {"holidays": '"JP"', "before_holidays": '"10:00-15:00"'},
        ),
        (LanguageWindow, {"monthly": ["1", "-1"]}, {"monthly": "[1, -1]"}),
        (
            LanguageWindow,
            {"every_weeks": "2", "valid_from": "2026-11-30"},
            {"every_weeks": "2", "valid_from": "2026-11-30"},
        ),
        (LanguageWindow, {"season": ["29", "2", "1", "4"]}, {"season": '"02-29..04-01"'}),
        (LanguageWindow, {"confirmed_until": "2027-06-30"}, {"confirmed_until": "2027-06-30"}),
        (SpecialHours, {"last_day": "2026-12-26"}, {"last_day": "2026-12-26"}),
        (SpecialHours, {"repeats": "yearly"}, {"repeats": '"yearly"'}),
        (
            SpecialHours,
            {"first_day": "2028-02-29", "repeats": "yearly"},
            {"first_day": "2028-02-29", "repeats": '"yearly"'},
        ),
        (
            SpecialHours,
            {"repeats": "monthly", "monthly": ["1"], "weekdays": ["TH"]},
            {"repeats": '"monthly"', "monthly": "[1]", "weekdays": '"TH"'},
        ),
        (
            SpecialHours,
            {"effect": "also", "opens": "19:00", "closes": "24:00", "zone": "UTC"},
            {"effect": '"also"', "hours": '"19:00-24:00"', "zone": '"UTC"'},
        ),
        (
            SpecialHours,
            {"effect": "as-weekday", "like": "MO"},
            {"effect": '"as-weekday"', "like": '"MO"'},
        ),
        (SpecialHours, {"languages": ["en"]}, {"languages": '["en"]'}),
        (SpecialHours, {"reason_en": "Christmas"}, {"reason.en": '"Christmas"'}),
        (Closure, {"ends_at": "24:00"}, {"ends": "2026-12-25T00:00:00"}),
        (Closure, {"ends_on": "", "ends_at": ""}, {"ends": ""}),
        (Closure, {"languages": ["en"]}, {"languages": '["en"]'}),
    ],
)
def test_same_value_becomes_the_same_row(of_form, model, typed, lines):
    at_the_desk = of_form(model, typed)
    model.objects.all().delete()

    assert of_file(model, lines) == at_the_desk


@pytest.mark.parametrize(
    ("model", "typed", "lines", "told"),
    [
        (
            LanguageWindow,
            {"language": "xx-nowhere"},
            {"language": '"xx-nowhere"'},
            "“xx-nowhere” isn’t a language tag. Use a tag such as ja, pt or pt-BR.",
        ),
        (LanguageWindow, {"weekdays": []}, {"weekdays": '""'}, "Tick at least one weekday."),
        (
            LanguageWindow,
            {"opens": "25:00"},
            {"hours": '"25:00-18:00"'},
            "“25:00” isn’t a time of day. Write it like 09:30, between 00:00 and 24:00.",
        ),
        (
            LanguageWindow,
            {"opens": "24:00"},
            {"hours": '"24:00-18:00"'},
            "Hours can’t open at 24:00. The day starts at 00:00.",
        ),
        (
            LanguageWindow,
            {"zone": "Nowhere"},
            {"zone": '"Nowhere"'},
            "“Nowhere” isn’t a time zone. Use a name such as Asia/Tokyo or UTC.",
        ),
        (
            LanguageWindow,
            {"valid_from": "2027-02-01", "valid_through": "2027-01-31"},
            {"valid_from": "2027-02-01", "valid_through": "2027-01-31"},
            "The last valid day can’t be before the first.",
        ),
        (
            LanguageWindow,
            {"holidays": "US"},
            {"holidays": '"US"'},
            "There are several time zones there (United States), and these hours use none of them. "
            "Choose the one the public holidays follow. Most people there use USA – New York "
            "(America/New_York).",
        ),
        (
            LanguageWindow,
            {"holidays": "FR", "zone": "UTC", "holidays_zone": "Europe/Berlin"},
            {"holidays": '"FR"', "zone": '"UTC"', "holidays_zone": '"Europe/Berlin"'},
            "Europe/Berlin isn’t one of the time zones there (France). Use Europe/Paris.",
        ),
        (
            LanguageWindow,
            {"holidays": "JP", "holidays_except": ["Coming of Age"]},
            {"holidays": '"JP"', "holidays_except": '["Coming of Age"]'},
            "There is no public holiday called “Coming of Age” (Japan). Did you mean “Coming of "
            "Age Day”, “Constitution Day” or “Mountain Day”?",
        ),
        (
            LanguageWindow,
            {"before_holidays": ["12:00", "15:00"]},
            {"before_holidays": '"12:00-15:00"'},
            "Choose the country or region of these public holidays.",
        ),
        (
            LanguageWindow,
            {"monthly": ["6"]},
            {"monthly": "[6]"},
            "“6” isn’t valid. Use 1 (the first) to 5, or -1 (the last) to -5.",
        ),
        (
            LanguageWindow,
            {"every_weeks": "2"},
            {"every_weeks": "2"},
            "Hours that don’t apply every week need a first valid day. They first apply in that "
            "week.",
        ),
        (
            LanguageWindow,
            {"every_weeks": "53"},
            {"every_weeks": "53"},
            "Enter 1 for every week, 2 for every second week, and so on up to 52.",
        ),
        (
            SpecialHours,
            {"last_day": "2026-12-23"},
            {"last_day": "2026-12-23"},
            "The last day can’t be before the first.",
        ),
        (
            SpecialHours,
            {"last_day": "2028-12-23"},
            {"last_day": "2028-12-23"},
            "Special hours can’t last longer than a year. Use a language window with validity "
            "dates instead.",
        ),
        (
            SpecialHours,
            {"repeats": "monthly"},
            {"repeats": '"monthly"'},
            "Choose which weekdays of the month, for example the first or the last.",
        ),
        (
            SpecialHours,
            {"monthly": ["1"]},
            {"monthly": "[1]"},
            "Only for days that repeat every month. Choose “Every month”, or leave this blank.",
        ),
        (
            SpecialHours,
            {"effect": "as-weekday"},
            {"effect": '"as-weekday"'},
            "Choose the weekday whose hours apply on these days.",
        ),
        (
            SpecialHours,
            {"like": "MO"},
            {"like": '"MO"'},
            "Only for another weekday’s hours. Choose “Another weekday’s hours”, or leave this "
            "blank.",
        ),
        (
            SpecialHours,
            {"effect": "also", "opens": "10:00", "closes": "12:00"},
            {"effect": '"also"', "hours": '"10:00-12:00"'},
            "Enter times and a time zone for other hours.",
        ),
        (
            SpecialHours,
            {"languages": ["de"]},
            {"languages": '["de"]'},
            "Desk isn’t available in German, so nothing would change there.",
        ),
        (
            Closure,
            {"ends_at": "10:00"},
            {"ends": "2026-12-24T10:00:00"},
            "The end must be after the start.",
        ),
        (
            Closure,
            {"starts_at": "10:00:30"},
            {"starts": "2026-12-24T10:00:30"},
            "“10:00:30” isn’t a time of day. Write it like 09:30, between 00:00 and 24:00.",
        ),
        (
            Closure,
            {
                "starts_on": "2027-09-05",
                "starts_at": "00:23",
                "ends_on": "2027-09-05",
                "ends_at": "00:42",
                "zone": "America/Santiago",
            },
            {
                "starts": "2027-09-05T00:23:00",
                "ends": "2027-09-05T00:42:00",
                "zone": '"America/Santiago"',
            },
            "The clocks go forward on this day and skip all of these times, so nothing would be "
            "closed.",
        ),
    ],
)
def test_same_mistake_is_told_in_the_same_words(of_form, model, typed, lines, told):
    assert (of_form(model, typed), of_file(model, lines)) == ([told], [told])


@pytest.mark.parametrize(
    ("model", "typed", "lines", "at_the_desk", "of_the_file"),
    [
        (
            LanguageWindow,
            {"zone": ""},
            {"zone": '""'},
            "Choose a time zone.",
            "write text in quotation marks.",
        ),
        (
            LanguageWindow,
            {"language": ""},
            {"language": '""'},
            "Choose a language.",
            "write text in quotation marks.",
        ),
        (
            SpecialHours,
            {"first_day": ""},
            {"first_day": ""},
            "Enter a date.",
            "write a date, without quotation marks, such as 2026-12-24.",
        ),
        (
            SpecialHours,
            {"effect": ""},
            {"effect": ""},
            "Choose what happens on these days.",
            "choose one of: closed, hours, also, as-usual, as-weekday.",
        ),
        (
            Closure,
            {"starts_on": ""},
            {"starts": ""},
            "Enter a date.",
            "write a date and a time, without quotation marks, such as 2026-12-24T15:00:00.",
        ),
    ],
)
def test_what_is_missing_is_told_as_it_is_entered(
    of_form, model, typed, lines, at_the_desk, of_the_file
):
    assert (of_form(model, typed), of_file(model, lines)) == ([at_the_desk], [of_the_file])


DESKS = reverse("admin:support_department_changelist")


@pytest.fixture
def of_bulk(staff_client, desk):
    """What the actions on several departments say to typed values: their mistakes."""

    def send(action, typed):
        asked = {"action": action, "_selected_action": [str(desk.pk)], "_preview": "Preview"}
        errors = staff_client.post(DESKS, asked | typed).context["form"].errors
        return [message.removeprefix("Desk: ") for those in errors.values() for message in those]

    return send


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ({"last_day": "2026-12-01"}, {"last_day": "2026-12-01"}),
        ({"last_day": "2029-12-01"}, {"last_day": "2029-12-01"}),
        ({"first_day": "2201-01-01"}, {"first_day": "2201-01-01"}),
    ],
)
def test_closing_several_departments_is_refused_as_an_entry_is(of_form, of_bulk, typed, lines):
    told = of_bulk("close_on_date", {"first_day": "2026-12-24"} | typed)

    assert told == of_form(SpecialHours, typed) == of_file(SpecialHours, lines)
    assert len(told) == 1


def test_closing_several_departments_contradicts_what_an_entry_does(of_form, of_bulk, desk):
    factories.as_usual_on("2026-12-26/2026-12-28", department=desk)
    typed = {"first_day": "2026-12-24", "last_day": "2026-12-27"}

    told = of_bulk("close_on_date", typed)

    assert told == of_form(SpecialHours, typed)
    assert "Enter only 24–25 Dec 2026 here" in told[0]


@pytest.mark.parametrize(
    ("calendar", "zone"), [("US", ""), ("US", "Europe/Berlin"), ("Atlantis", "")]
)
def test_public_holidays_of_several_departments_are_refused_as_a_window_is(
    of_form, of_bulk, desk, calendar, zone
):
    told_by_form = of_form(LanguageWindow, {"holidays": calendar, "holidays_zone": zone})
    factories.window(desk, "MO 10:00-18:00 Asia/Tokyo", language="ja")

    assert of_bulk("set_holidays", {"calendar": calendar, "holidays_zone": zone}) == told_by_form

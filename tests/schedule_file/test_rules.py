"""What a file says of rarer hours, from the file to the state at an instant."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from support.directory import load_directory
from support.models import LanguageWindow
from support.schedule_file import (
    ScheduleFileError,
    apply_import,
    read_file,
    stored_configuration,
    write,
)

pytestmark = pytest.mark.django_db


def department(*windows, unscheduled=""):
    tables = "".join(f'[[departments.windows]]\nlanguage = "en"\n{window}\n' for window in windows)
    return f'[[departments]]\nslug = "desk"\nname.en = "Desk"\n{unscheduled}{tables}'


def window(weekdays, hours, zone, more=""):
    return f'weekdays = "{weekdays}"\nhours = "{hours}"\nzone = "{zone}"\n{more}'


def special(more, effect="closed"):
    return f'[[special_hours]]\ndepartment = "desk"\neffect = "{effect}"\n{more}\n'


def closure(more):
    return f'[[closures]]\ndepartment = "desk"\nzone = "UTC"\n{more}\n'


def imported(*parts):
    apply_import(read_file("\n".join(["format = 2", *parts]).encode()))
    return load_directory().departments[0].languages


def instant(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def states(file, *instants):
    """What the portal says at instants in UTC: the state, and until when if that is asked."""
    (served,) = imported(*file)
    return [served.timetable.status(instant(at)).state.value for at in instants]


def changes_at(file, at):
    (served,) = imported(*file)
    return served.timetable.next_change(instant(at))


def mistakes(*parts):
    with pytest.raises(ScheduleFileError) as caught:
        read_file("\n".join(parts).encode())
    return [str(mistake) for mistake in caught.value.mistakes]


OFFICE_IN_BERLIN = window("MO-FR", "09:00-17:00", "Europe/Berlin")
CHRISTMAS_EVE = special('first_day = 2026-12-24\nrepeats = "yearly"')


def test_yearly_entry_comes_again_every_year():
    file = department(OFFICE_IN_BERLIN), CHRISTMAS_EVE

    assert states(file, "2031-12-24T10:00", "2031-12-23T10:00") == ["closed", "open"]


def test_first_sunday_of_the_month():
    file = [department(window("SU", "10:00-14:00", "Europe/Berlin", "monthly = [1]"))]

    assert states(file, "2027-02-07T10:00", "2027-02-14T10:00") == ["open", "closed"]


def test_every_second_week_is_counted_from_the_first_valid_day():
    rule = "valid_from = 2026-11-30\nevery_weeks = 2"
    file = [department(window("MO", "09:00-17:00", "UTC", rule))]

    assert states(file, "2026-12-07T10:00", "2026-12-14T10:00") == ["closed", "open"]


def test_season_is_over_until_next_year():
    file = [department(window("MO-FR", "09:00-18:00", "UTC", 'season = "04-01..10-31"'))]

    assert states(file, "2027-11-01T10:00") == ["closed"]
    assert changes_at(file, "2027-11-01T10:00") == instant("2028-04-03T09:00")


def test_hours_on_public_holidays():
    rule = 'holidays = "US"\non_holidays = "12:00-15:00"'
    file = [department(window("MO-FR", "09:00-17:00", "America/Chicago", rule))]

    assert states(file, "2026-11-26T16:00", "2026-11-26T19:00") == ["closed", "open"]
    assert changes_at(file, "2026-11-26T19:00") == instant("2026-11-26T21:00")


def test_third_and_last_thursday_of_every_month():
    days = 'first_day = 2026-12-01\nweekdays = "TH"\nrepeats = "monthly"\nmonthly = [3, -1]'
    file = department(window("TH", "10:00-14:00", "UTC")), special(days)

    assert states(file, "2027-02-18T11:00", "2027-02-25T11:00", "2027-02-11T11:00") == [
        "closed",
        "closed",
        "open",
    ]


def test_make_up_working_day_has_the_hours_of_a_monday():
    saturday = special('first_day = 2027-02-20\nlike = "MO"', effect="as-weekday")
    file = department(window("MO-FR", "09:00-17:00", "UTC")), saturday

    assert states(file, "2027-02-20T10:00", "2027-02-21T10:00") == ["open", "closed"]
    assert changes_at(file, "2027-02-20T10:00") == instant("2027-02-20T17:00")


def test_shorter_entry_decides_on_its_days():
    holidays = special("first_day = 2026-12-24\nlast_day = 2027-01-03")
    hours = 'first_day = 2026-12-29\nhours = "10:00-12:00"\nzone = "UTC"'
    always = department(window("MO-SU", "00:00-24:00", "UTC"))
    file = always, holidays, special(hours, effect="hours")

    assert states(file, "2026-12-29T11:00", "2026-12-30T11:00") == ["open", "closed"]
    assert changes_at(file, "2026-12-29T11:00") == instant("2026-12-29T12:00")


def test_hours_besides_the_usual_ones():
    also = 'first_day = 2026-12-01\nhours = "19:00-21:00"\nzone = "UTC"'
    file = department(window("MO-FR", "09:00-17:00", "UTC")), special(also, effect="also")

    assert states(file, "2026-12-01T10:00", "2026-12-01T18:00", "2026-12-01T20:00") == [
        "open",
        "closed",
        "open",
    ]


def test_hours_on_the_day_before_a_public_holiday():
    rule = 'holidays = "US"\nbefore_holidays = "09:00-15:00"'
    file = [department(window("MO-FR", "09:00-17:00", "America/Chicago", rule))]

    assert states(file, "2026-11-25T20:00", "2026-11-25T21:30") == ["open", "closed"]


def test_holiday_that_does_not_count_does_not_count_on_its_observed_day_either():
    names = 'holidays_except = ["Juneteenth National Independence Day"]'
    rule = f'holidays = "US"\n{names}'
    file = [department(window("MO-FR", "09:00-17:00", "America/Chicago", rule))]

    # 19 June 2027 is a Saturday, so that the day off is the Friday.
    assert states(file, "2027-06-18T16:00", "2027-07-05T16:00") == ["open", "closed"]


@pytest.mark.parametrize(
    ("window_", "at", "state"),
    [
        (("SU-TH", "23:00-07:00", "UTC", 'holidays = "JP"'), "2027-01-11T01:00", "closed"),
        (("SU-TH", "23:00-07:00", "UTC", 'holidays = "JP"'), "2027-01-12T01:00", "open"),
        (
            ("TU-SA", "00:00-08:00", "UTC", 'holidays = "US"\nholidays_zone = "America/Chicago"'),
            "2026-11-27T02:00",
            "closed",
        ),
        (
            ("TU-SA", "00:00-08:00", "UTC", 'holidays = "US"\nholidays_zone = "America/Chicago"'),
            "2026-11-26T02:00",
            "open",
        ),
    ],
)
def test_public_holiday_is_a_day_on_the_clock_of_its_country(window_, at, state):
    assert states([department(window(*window_))], at) == [state]


def test_closure_without_an_end_holds_until_further_notice():
    file = (
        department(window("MO-FR", "09:00-17:00", "UTC")),
        closure("starts = 2026-12-01T12:00:00"),
    )

    assert states(file, "2026-12-01T11:00", "2027-12-01T12:00") == ["open", "closed"]
    assert changes_at(file, "2026-12-01T12:00") is None


def test_one_entry_counts_for_several_languages():
    hours = window("MO-FR", "09:00-17:00", "UTC")
    three = department(hours) + "".join(
        f'[[departments.windows]]\nlanguage = "{tag}"\n{hours}\n' for tag in ("ja", "de")
    )

    languages = imported(three, special('first_day = 2026-12-01\nlanguages = ["ja", "de"]'))

    assert {
        served.tag: served.timetable.status(instant("2026-12-01T10:00")).state.value
        for served in languages
    } == {"en": "open", "ja": "closed", "de": "closed"}


EVERY_KEY = f"""
{
    department(
        window(
            "MO,TU,WE,TH,FR",
            "09:00-17:00",
            "UTC",
            '''valid_from = 2026-11-30
holidays = "US"
holidays_zone = "America/Chicago"
holidays_except = ["Columbus Day", "Veterans Day"]
on_holidays = "12:00-17:00"
before_holidays = "09:00-24:00"
monthly = [1, 3, -1]
every_weeks = 2
season = "11-01..03-31"''',
        ),
        window("SA", "09:00-17:00", "UTC").replace("UTC", "Asia/Tokyo"),
    )
}"""


def test_every_key_comes_out_as_it_went_in():
    imported(EVERY_KEY)

    written = write(stored_configuration())

    start = written.index("[[departments.windows]]")
    assert (
        written[start : written.index("[[departments.windows]]", start + 1)]
        == """\
[[departments.windows]]
language = "en"
weekdays = "MO,TU,WE,TH,FR"
hours = "09:00-17:00"
zone = "UTC"
valid_from = 2026-11-30
holidays = "US"
holidays_zone = "America/Chicago"
holidays_except = ["Columbus Day", "Veterans Day"]
on_holidays = "12:00-17:00"
before_holidays = "09:00-24:00"
monthly = [1, 3, -1]
every_weeks = 2
season = "11-01..03-31"

"""
    )


def test_written_file_has_the_number_of_its_form():
    imported(department(OFFICE_IN_BERLIN))

    assert "\nformat = 3\n" in write(stored_configuration())


def test_file_without_a_number_is_of_the_form_before_it():
    apply_import(read_file(department(OFFICE_IN_BERLIN).encode()))

    assert LanguageWindow.objects.get().zone == "Europe/Berlin"


def test_file_of_a_later_form_is_refused_in_one_sentence():
    assert mistakes("format = 4", "[[shifts]]", "pay = 5") == [
        "format: This file uses format 4, but this version of the portal reads formats up to 3. "
        "Update the portal, or export the file in an older format."
    ]


@pytest.mark.parametrize("number", ['"2"', "0", "true", "2.0"])
def test_number_of_the_form_is_a_whole_number(number):
    assert mistakes(f"format = {number}", department(OFFICE_IN_BERLIN)) == [
        "format: write it like this: format = 3."
    ]


def test_clock_is_stated_only_where_the_country_has_several():
    imported(department(window("SU-TH", "23:00-07:00", "UTC", 'holidays = "JP"')))

    assert LanguageWindow.objects.get().holidays_zone == "Asia/Tokyo"
    assert "holidays_zone" not in write(stored_configuration())


def test_clock_that_the_hours_have_themselves_is_not_stated():
    rule = 'holidays = "US"\nholidays_zone = "America/Chicago"'
    imported(department(window("MO-FR", "09:00-17:00", "America/New_York", rule)))

    assert LanguageWindow.objects.get().holidays_zone == ""


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (
            "every_weeks = 2",
            "valid_from: Hours that don’t apply every week need a first valid day. They first "
            "apply in that week.",
        ),
        (
            "every_weeks = 0\nvalid_from = 2026-11-30",
            "every_weeks: Enter 1 for every week, 2 for every second week, and so on up to 52.",
        ),
        (
            "monthly = [0]",
            "monthly: “0” isn’t valid. Use 1 (the first) to 5, or -1 (the last) to -5.",
        ),
        (
            "monthly = [6]",
            "monthly: “6” isn’t valid. Use 1 (the first) to 5, or -1 (the last) to -5.",
        ),
        ('monthly = "1"', "monthly: write them as a list, as in monthly = [1, -1]."),
        (
            'season = "02-01..02-30"',
            "season: “02-01..02-30” isn’t a valid part of the year. Write the month before the "
            "day, as in 04-01..10-31. For the end of February, use 02-29.",
        ),
        (
            'season = "summer"',
            "season: “summer” isn’t a valid part of the year. Write the month before the day, as "
            "in 04-01..10-31. For the end of February, use 02-29.",
        ),
        (
            'holidays = "US"\nholidays_except = ["Juneteenth"]',
            "holidays_except: There is no public holiday called “Juneteenth” (United States). Did "
            "you mean “Juneteenth National Independence Day”?",
        ),
        (
            'holidays = "US"\nholidays_zone = "Europe/Berlin"',
            "holidays_zone: Europe/Berlin isn’t one of the time zones there (United States). Use "
            "America/New_York, America/Chicago, America/Denver, America/Phoenix, "
            "America/Los_Angeles, America/Anchorage, America/Adak or Pacific/Honolulu.",
        ),
        (
            'on_holidays = "12:00-17:00"',
            "holidays: Choose the country or region of these public holidays.",
        ),
        (
            'holidays = "US"\non_holidays = "noon"',
            "on_holidays: “noon” isn’t a range of hours. Write it like 12:00-17:00.",
        ),
    ],
)
def test_mistake_of_a_rule_of_a_window_is_named(rule, told):
    assert mistakes(department(window("MO-FR", "09:00-17:00", "UTC", rule))) == [
        f"departments “desk”, window 1: {told}"
    ]


@pytest.mark.parametrize(
    ("effect", "rule", "told"),
    [
        (
            "closed",
            'repeats = "monthly"',
            "monthly: Choose which weekdays of the month, for example the first or the last.",
        ),
        (
            "closed",
            "monthly = [1]",
            (
                "monthly: Only for days that repeat every month. Choose “Every month”, or leave "
                "this blank."
            ),
        ),
        ("closed", 'repeats = "weekly"', "repeats: choose one of: yearly, monthly."),
        ("as-weekday", "", "like: Choose the weekday whose hours apply on these days."),
        ("as-weekday", 'like = "Monday"', "like: choose one of: MO, TU, WE, TH, FR, SA, SU."),
        (
            "closed",
            'like = "MO"',
            (
                "like: Only for another weekday’s hours. Choose “Another weekday’s hours”, or "
                "leave this blank."
            ),
        ),
        ("also", "", "hours: Enter times and a time zone for other hours."),
        (
            "closed",
            'language = "en"\nlanguages = ["en", "ja"]',
            "languages: use “language” for one or “languages” for several, not both.",
        ),
        (
            "closed",
            'languages = ["en", "ja"]',
            "languages: Desk isn’t available in Japanese, so nothing would change there.",
        ),
        (
            "closed",
            'languages = "en"',
            "languages: write them as a list, as in languages = [“…”, “…”].",
        ),
    ],
)
def test_mistake_of_a_rule_of_special_hours_is_named(effect, rule, told):
    entry = special(f"first_day = 2026-12-24\n{rule}", effect=effect)

    assert mistakes(department(OFFICE_IN_BERLIN), entry)[0] == f"special_hours, entry 1: {told}"


def test_contradiction_is_told_with_both_entries_and_how_to_split_them():
    christmas = special("first_day = 2026-12-24\nlast_day = 2026-12-31")
    new_year = special("first_day = 2026-12-30\nlast_day = 2027-01-03", effect="as-usual")

    assert mistakes(department(OFFICE_IN_BERLIN), christmas, new_year) == [
        "special_hours, entry 1: There is another entry for some of these days, departments and "
        "languages: 30 Dec 2026\u2009–\u20093 Jan 2027 · As usual despite a public holiday. Enter "
        "only 24–29 Dec 2026 here, or change the other one.",
        "special_hours, entry 2: There is another entry for some of these days, departments and "
        "languages: 24–31 Dec 2026 · Closed all day. Enter only 1–3 Jan 2027 here, or change the "
        "other one.",
    ]


def test_a_thousand_yearly_entries_are_read_and_asked_within_seconds():
    days = [f"2026-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29)]
    entries = [
        special(f'first_day = {day}\nrepeats = "yearly"\nweekdays = "{weekday}"')
        for day in days
        for weekday in ("MO", "TU", "WE")
    ]
    file = department(window("MO-SU", "09:00-17:00", "UTC")), *entries

    assert states(file, "2031-01-01T10:00", "2031-01-02T10:00") == ["closed", "open"]


def test_clock_of_the_holidays_is_asked_for_as_at_the_desk():
    hours = window("TU-SA", "00:00-08:00", "UTC", 'holidays = "US"')

    assert mistakes("format = 2", department(hours)) == [
        "departments “desk”, window 1: holidays_zone: There are several time zones there (United "
        "States), and these hours use none of them. Choose the one the public holidays follow. "
        "Most people there use USA – New York (America/New_York)."
    ]


def test_file_of_the_first_form_has_the_clock_of_most_people():
    hours = window("TU-SA", "00:00-08:00", "UTC", 'holidays = "US"')
    apply_import(read_file(department(hours).encode()))

    assert LanguageWindow.objects.get().holidays_zone == "America/New_York"

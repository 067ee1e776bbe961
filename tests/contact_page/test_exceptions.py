"""What the page says of days that are not ordinary, in English, about the initial data."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from django.utils import translation

from support.contact_page import Viewpoint
from support.contact_page.cards.department_card import department_card
from support.directory import load_directory
from support.models import Department, LanguageWindow
from support.schedule import parse_weekdays
from tests import factories

pytestmark = pytest.mark.django_db

# Coming of Age Day is Monday 11 January 2027.
HOLIDAY_NOON_IN_TOKYO = datetime(2027, 1, 11, 3, 0, tzinfo=UTC)
THE_DAY_BEFORE = datetime(2027, 1, 10, 3, 0, tzinfo=UTC)
WEDNESDAY_BEFORE = datetime(2027, 1, 6, 3, 0, tzinfo=UTC)


@pytest.fixture
def card(initial_data):
    """The card of sales."""

    def build(at, language="en", slug="sales"):
        with translation.override(language):
            return department_card(load_directory().department(slug), Viewpoint(language, at))

    return build


@pytest.fixture
def japanese_holidays(initial_data):
    LanguageWindow.objects.filter(language="ja").update(holidays="JP")


def row(card, tag="ja"):
    return next(row for row in card.languages if row.tag == tag)


def exceptions(card):
    return [
        " | ".join(
            part
            for part in (
                *told,
                line.reason.words,
                line.reason.name.text,
                line.reason.native.text,
            )
            if part
        )
        for line in card.exceptions
        for told in line.telling.lines
    ]


def week(card, tag="ja"):
    coming = row(card, tag).coming
    return [f"{line.weekdays} {line.hours}" for line in coming.days], coming.zone


def test_holiday_is_the_reason_by_its_name_and_its_native_name(card, japanese_holidays):
    state = row(card(HOLIDAY_NOON_IN_TOKYO)).state

    assert (state.word, state.change) == ("Closed", "opens tomorrow at 10:00 (Japan time)")
    assert state.reason.name.text == "Coming of Age Day"
    assert (state.reason.native.text, state.reason.native.lang) == ("成人の日", "ja")


def test_holiday_on_a_japanese_page_has_one_name_without_markup(card, japanese_holidays):
    reason = row(card(HOLIDAY_NOON_IN_TOKYO, "ja")).state.reason

    assert (reason.words, reason.name.text, reason.name.lang) == ("", "成人の日", "")
    assert not reason.native


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("de", "Tag der Volljährigkeit"),
        ("nl", "Dag van de meerderjarigheid"),
        ("fr", "Fête de la majorité"),
        ("pt", "Dia da Maioridade"),
    ],
)
def test_foreign_holiday_is_the_reason_by_its_name_on_the_page(
    card, japanese_holidays, language, name
):
    reason = row(card(HOLIDAY_NOON_IN_TOKYO, language)).state.reason

    assert (reason.words, reason.name.text, reason.name.lang) == ("", name, "")
    assert (reason.native.text, reason.native.lang) == ("成人の日", "ja")


def test_holiday_without_a_name_in_the_page_language_is_called_a_holiday(card, initial_data):
    LanguageWindow.objects.filter(language="ja").update(holidays="MN")
    buddhas_birthday = datetime(2027, 5, 20, 3, 0, tzinfo=UTC)
    reason = row(card(buddhas_birthday, "de")).state.reason

    assert reason.words == "Feiertag"
    assert (reason.name.text, reason.name.lang) == ("The Buddha’s Birthday", "en-US")
    assert (reason.native.text, reason.native.lang) == ("Бурхан багшийн Их дүйчин өдөр", "mn")


def test_coming_holidays_are_listed_with_the_language_that_they_concern(card, japanese_holidays):
    assert exceptions(card(datetime(2027, 1, 6, 3, 0, tzinfo=UTC))) == [
        "Mon 11 Jan | closed | Japanese | Coming of Age Day | 成人の日"
    ]


def test_holidays_more_than_thirty_days_ahead_are_not_listed_yet(card, japanese_holidays):
    # Foundation Day is on Thursday 11 February.
    assert len(exceptions(card(datetime(2027, 1, 11, 14, 59, tzinfo=UTC)))) == 1
    assert exceptions(card(datetime(2027, 1, 12, 15, 0, tzinfo=UTC))) == [
        "Thu 11 Feb | closed | Japanese | Foundation Day | 建国記念の日"
    ]


def test_hours_say_on_whose_holidays_they_do_not_hold(card, japanese_holidays):
    assert row(card(THE_DAY_BEFORE)).hours[0].conditions == ("except public holidays (Japan)",)


def test_state_of_a_holiday_that_is_worked_gives_the_usual_hours_as_its_reason(
    card, japanese_holidays
):
    factories.as_usual_on("2027-01-11")

    assert row(card(HOLIDAY_NOON_IN_TOKYO, "de")).state.reason.words == "übliche Servicezeiten"


def test_holiday_that_is_worked_is_told_as_usual(card, japanese_holidays):
    factories.as_usual_on("2027-01-11", language="ja", reason_en="We are here")

    told = card(HOLIDAY_NOON_IN_TOKYO)
    assert row(told).state.word == "Open"
    assert row(told).state.reason.name.text == "We are here"
    assert exceptions(told) == ["Mon 11 Jan | usual hours | Japanese | We are here"]


def test_week_of_a_holiday_is_told_as_it_really_is(card, japanese_holidays):
    assert week(card(HOLIDAY_NOON_IN_TOKYO)) == (
        ["Mon closed", "Tue–Fri 10:00–18:00"],
        "Japan time",
    )


def test_ordinary_week_is_not_told_twice(card, japanese_holidays):
    assert week(card(datetime(2027, 1, 20, 3, 0, tzinfo=UTC))) == ([], "")


def test_other_hours_of_a_day_stand_in_the_week_and_among_the_exceptions(card):
    factories.hours_on(
        "2027-01-07",
        "10:00-15:00 Asia/Tokyo",
        department=Department.objects.get(slug="sales"),
        language="ja",
        reason_en="Company meeting",
    )

    told = card(WEDNESDAY_BEFORE)
    assert exceptions(told) == ["Thu 7 Jan | 10:00–15:00 (Japan time) | Japanese | Company meeting"]
    assert week(told) == (["Mon–Wed and Fri 10:00–18:00", "Thu 10:00–15:00"], "Japan time")
    assert exceptions(card(WEDNESDAY_BEFORE, slug="customer-support")) == []


def test_closing_early_names_the_special_hours_as_the_reason(card):
    factories.hours_on(
        "2027-01-07", "10:00-15:00 Asia/Tokyo", language="ja", reason_en="Company meeting"
    )

    state = row(card(datetime(2027, 1, 7, 7, 0, tzinfo=UTC))).state
    assert (state.word, state.reason.name.text) == ("Closed", "Company meeting")


def test_special_hours_without_a_reason_are_called_what_they_are(card):
    factories.closed_on("2027-01-07")

    assert row(card(datetime(2027, 1, 7, 3, 0, tzinfo=UTC))).state.reason.words == "special hours"


def test_reason_in_another_language_is_marked_up(card):
    factories.closed_on("2027-01-07", reason_ja="社員総会")

    name = row(card(datetime(2027, 1, 7, 3, 0, tzinfo=UTC))).state.reason.name
    assert (name.text, name.lang) == ("社員総会", "ja")


def test_range_of_all_languages_names_none(card):
    factories.closed_on("2026-12-28/2027-01-03", reason_en="Year end")

    assert exceptions(card(datetime(2026, 12, 27, 3, 0, tzinfo=UTC))) == [
        "Mon 28 Dec\u2009–\u2009Sun 3 Jan | closed | Year end"
    ]


def test_weekdays_of_a_range_are_named(card):
    factories.closed_on("2026-12-21/2027-01-03", weekdays=parse_weekdays("FR"))

    assert exceptions(card(datetime(2026, 12, 20, 3, 0, tzinfo=UTC))) == [
        "Mon 21 Dec\u2009–\u2009Sun 3 Jan (Fri) | closed"
    ]


def test_entry_that_a_narrower_one_overrules_is_not_told(card):
    factories.closed_on("2027-01-07", reason_en="Everybody")
    factories.closed_on("2027-01-07", department=Department.objects.get(slug="sales"))

    assert exceptions(card(WEDNESDAY_BEFORE)) == ["Thu 7 Jan | closed"]


@pytest.fixture
def christmas_closure(initial_data):
    factories.closure(
        "2026-12-24T15:00", "2026-12-28T09:00", "Asia/Tokyo", reason_en="Move to a new office"
    )


def test_closure_cuts_the_week_and_is_told_with_its_clock(card, christmas_closure):
    told = card(datetime(2026, 12, 22, 3, 0, tzinfo=UTC))

    assert week(told) == (
        ["Mon–Wed 10:00–18:00", "Thu 10:00–15:00", "Fri closed"],
        "Japan time",
    )
    assert exceptions(told) == [
        "Thu 24 Dec, 15:00\u2009–\u2009Mon 28 Dec, 09:00 (Japan time) | closed | "
        "Move to a new office"
    ]


def test_closure_is_the_reason_while_it_lasts(card, christmas_closure):
    state = row(card(datetime(2026, 12, 25, 3, 0, tzinfo=UTC))).state

    assert (state.reason.name.text, state.change) == (
        "Move to a new office",
        "opens on Monday at 10:00 (Japan time)",
    )


def test_closure_of_a_language_without_stated_hours_is_told_though_its_state_is_none(
    card, christmas_closure
):
    told = card(datetime(2026, 12, 25, 3, 0, tzinfo=UTC), slug="beta-testing")

    assert row(told, "en").state.word == "No set hours"
    assert len(exceptions(told)) == 1


def test_past_exceptions_are_no_longer_told(card, christmas_closure):
    assert exceptions(card(datetime(2026, 12, 28, 0, 0, tzinfo=UTC))) == []


def test_ordinary_reasons_are_told_in_words_too(card):
    assert row(card(WEDNESDAY_BEFORE)).state.reason.words == "regular hours"
    assert row(card(datetime(2027, 1, 9, 3, 0, tzinfo=UTC))).state.reason.words == "outside hours"


def test_windows_that_hold_now_are_marked(card):
    assert [line.holds_now for line in row(card(WEDNESDAY_BEFORE)).hours] == [True]
    assert [line.holds_now for line in row(card(WEDNESDAY_BEFORE), "de").hours] == [False]


def test_change_within_thirty_days_is_announced_and_a_later_one_not_yet(card):
    german = LanguageWindow.objects.get(department__slug="sales", language="de")
    german.valid_through = date(2027, 1, 31)
    german.save()
    german.pk = None
    german.valid_from, german.valid_through, german.closes = date(2027, 2, 1), None, time(17)
    german.save()

    told = row(card(datetime(2027, 1, 2, 12, 0, tzinfo=UTC)), "de").hours
    assert [(line.hours, *line.conditions) for line in told] == [
        ("08:00–16:00", "until 31 January 2027"),
        ("08:00–17:00", "from 1 February 2027"),
    ]
    early = row(card(datetime(2027, 1, 1, 12, 0, tzinfo=UTC)), "de").hours
    assert [line.hours for line in early] == ["08:00–16:00"]


def test_hours_within_a_closed_range_are_told_however_late_in_it_they_are(card):
    desk = Department.objects.get(slug="sales")
    factories.closed_on("2027-01-12/2027-03-20", department=desk)
    factories.hours_on("2027-03-02", "10:00-12:00 UTC", department=desk)
    factories.hours_on("2027-03-25", "10:00-12:00 UTC", department=desk)

    assert exceptions(card(THE_DAY_BEFORE)) == [
        "Tue 12 Jan – Sat 20 Mar | closed",
        "Tue 2 Mar | 10:00–12:00 (UTC)",
    ]


def test_range_that_fewer_people_leave_late_in_it_is_told_with_that(card):
    desk = Department.objects.get(slug="sales")
    factories.closed_on("2027-01-12/2027-03-20")
    factories.as_usual_on("2027-03-02", department=desk, language="en")

    assert exceptions(card(THE_DAY_BEFORE)) == [
        "Tue 12 Jan – Sat 20 Mar | closed",
        "Tue 2 Mar | usual hours | English",
    ]


def test_day_that_is_closed_anyway_is_not_told_within_a_closed_range(card):
    desk = Department.objects.get(slug="sales")
    factories.closed_on("2027-01-12/2027-03-20", department=desk)
    factories.closed_on("2027-03-02", department=desk)

    assert exceptions(card(THE_DAY_BEFORE)) == ["Tue 12 Jan – Sat 20 Mar | closed"]

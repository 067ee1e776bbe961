"""The rules of hours as the page says them: what holds when, in sentences, in several languages."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.utils import translation

from support.contact_page import Viewpoint
from support.contact_page.cards.department_card import department_card
from support.directory import NO_TEXT, Hours, served_language
from support.directory.exceptions import NO_EXCEPTIONS
from support.locales.holiday_calendars import holiday_calendar
from support.templatetags.why import sentence
from tests import factories
from tests.schedule.notation import (
    also_on,
    at,
    closed_on,
    closure,
    holidays,
    hours_on,
    like_on,
    window,
)

BERLIN = "MO,TU,WE,TH,FR 08:00-17:30 Europe/Berlin"
CHICAGO = "MO,TU,WE,TH,FR 09:00-17:00 America/Chicago"
DAILY = "MO,TU,WE,TH,FR,SA,SU"


def card(served, moment, language="en", zone=None):
    entry = factories.department_entry("desk", served)
    with translation.override(language):
        return department_card(entry, Viewpoint(language, at(moment), zone))


def hours(served, moment="2026-11-23T12:00Z", language="en"):
    (row,) = card(served, moment, language).languages
    return [
        " | ".join(filter(None, [f"{line.weekdays} {line.hours}", line.zone, *line.conditions]))
        for line in row.hours
    ]


def exceptions(served, moment, language="en", zone=None):
    lines = card(served, moment, language, zone).exceptions
    return [" | ".join(filter(None, told)) for line in lines for told in line.telling.lines]


def state(served, moment, language="en", zone=None):
    (row,) = card(served, moment, language, zone).languages
    reason = row.state.reason
    why = reason.words or reason.name.text if reason.is_exceptional else ""
    return " | ".join(filter(None, [row.state.word, why, row.state.change]))


def why(served, moment, language="en", zone=None):
    (row,) = card(served, moment, language, zone).languages
    said = (sentence(line.sentence) for line in row.why.lines if line.holds)
    return [re.sub(r"<[^>]*>", "", each) for each in said]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "first and last Sunday of the month 10:00–14:00 | Central European Time"),
        ("ja", "毎月第1・最終日曜日 10:00～14:00 | 中央ヨーロッパ時間"),
        ("de", "erster und letzter Sonntag im Monat 10:00–14:00 Uhr | mitteleuropäische Zeit"),
        ("it", "prima e ultima domenica del mese 10:00–14:00 | ora dell’Europa centrale"),
        ("es", "primer y último domingo del mes 10:00–14:00 | hora de Europa central"),
        ("sv", "första och sista söndagen i månaden 10:00–14:00 | centraleuropeisk tid"),
    ],
)
def test_weekdays_of_a_month_are_named_in_full(language, expected):
    served = factories.served("en", window("SU 10:00-14:00 Europe/Berlin", monthly="1,-1"))

    assert hours(served, language=language) == [expected]


def test_ordinals_agree_with_the_weekday():
    friday = factories.served("en", window("FR 10:00-14:00 UTC", monthly="3"))
    saturday = factories.served("en", window("SA 10:00-14:00 UTC", monthly="3"))

    assert hours(friday, language="pt") == [
        "terceira sexta-feira do mês 10:00\u2009–\u200914:00 | UTC"
    ]
    assert hours(saturday, language="pt") == [
        "terceiro sábado do mês 10:00\u2009–\u200914:00 | UTC"
    ]


@pytest.mark.parametrize(
    ("moment", "language", "expected"),
    [
        ("2026-12-07T10:00Z", "en", "every second week (next: Mon 14 Dec)"),
        ("2026-12-14T10:00Z", "en", "every second week (next: Mon 14 Dec)"),
        ("2026-12-15T00:00Z", "en", "every second week (next: Mon 28 Dec)"),
        ("2026-12-07T10:00Z", "ja", "隔週（次回：12月14日(月)）"),
        ("2026-12-07T10:00Z", "de", "jede zweite Woche (nächster Termin: Mo., 14. Dez.)"),
    ],
)
def test_every_second_week_names_the_next_day(moment, language, expected):
    served = factories.served(
        "en", window("MO 09:00-17:00 UTC", valid_from="2026-11-30", every_weeks=2)
    )

    assert hours(served, moment, language)[0].endswith(f"| UTC | {expected}")


def test_every_third_week_says_how_many():
    served = factories.served(
        "en", window("MO 09:00-17:00 UTC", valid_from="2026-11-30", every_weeks=3)
    )

    assert hours(served, "2026-12-01T10:00Z") == [
        "Mon 09:00–17:00 | UTC | every 3 weeks (next: Mon 21 Dec)"
    ]


def test_seasons_are_told_by_their_days():
    served = factories.served(
        "en",
        window("MO,TU,WE,TH,FR 09:00-18:00 UTC", season="04-01..10-31"),
        window("MO,TU,WE,TH,FR 10:00-16:00 UTC", season="11-01..03-31"),
    )

    assert hours(served) == [
        "Mon–Fri 09:00–18:00 | UTC | 1 April\u2009–\u200931 October, every year",
        "Mon–Fri 10:00–16:00 | UTC | 1 November\u2009–\u200931 March, every year",
    ]
    assert hours(served, language="ja")[0] == (
        "月～金 9:00～18:00 | UTC | 4月1日～10月31日（毎年）"
    )


def us_holidays(**rules):
    calendar = holiday_calendar("US", "America/New_York")
    return replace(window(CHICAGO, **rules), holidays=calendar)


def test_hours_on_public_holidays_and_on_the_day_before_are_told():
    served = factories.served(
        "en", us_holidays(on_holidays="12:00-17:00", before_holidays="09:00-15:00")
    )

    assert hours(served) == [
        "Mon–Fri 09:00–17:00 | US Central Time | 12:00–17:00 on public holidays (United States) | "
        "until 15:00 on the day before a public holiday"
    ]
    assert hours(served, language="de") == [
        "Mo–Fr 09:00–17:00 Uhr | Ortszeit Chicago | "
        "an Feiertagen (Vereinigte Staaten) 12:00–17:00 Uhr | "
        "am Tag vor einem Feiertag bis 15:00 Uhr"
    ]


def test_other_hours_before_a_holiday_are_told_with_both_ends():
    served = factories.served("en", us_holidays(before_holidays="10:00-15:00"))

    assert hours(served)[0].endswith(
        "except public holidays (United States) | 10:00–15:00 on the day before a public holiday"
    )


def test_holidays_that_do_not_count_are_named():
    stated = Hours(us_holidays(), NO_TEXT, ("Juneteenth National Independence Day", "Columbus Day"))
    served = served_language("en", [stated], NO_EXCEPTIONS)

    assert hours(served)[0].endswith(
        "as usual on Juneteenth National Independence Day and Columbus Day"
    )


def test_holiday_with_hours_is_told_by_them():
    served = factories.served("en", us_holidays(on_holidays="12:00-15:00"))

    assert exceptions(served, "2026-11-25T12:00Z") == [
        "Thu 26 Nov | 12:00–15:00 (US Central Time)",
        "Fri 25 Dec | 12:00–15:00 (US Central Time)",
    ]
    assert state(served, "2026-11-26T16:00Z") == (
        "Closed | Thanksgiving Day | opens at 12:00 (US Central Time)"
    )
    assert why(served, "2026-11-26T19:00Z") == [
        "Different hours apply on Thanksgiving Day, a public holiday (United States): "
        "Thu 26 Nov, 12:00–15:00 (US Central Time).",
        "This replaces our regular hours: Mon–Fri 09:00–17:00 (US Central Time).",
    ]


def test_day_before_a_holiday_is_the_reason_by_both_names():
    served = factories.served("en", us_holidays(before_holidays="09:00-12:00"))

    assert state(served, "2026-11-25T19:00Z") == (
        "Closed | day before a public holiday | opens on Friday at 09:00 (US Central Time)"
    )
    assert why(served, "2026-11-25T19:00Z", zone="Europe/Berlin") == [
        "Different hours apply on the day before Thanksgiving Day, a public holiday "
        "(United States): Wed 25 Nov, 16:00–19:00.",
        "This replaces our regular hours: Mon–Fri 09:00–17:00 (US Central Time).",
    ]


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        (None, "Sun 10 Jan, 23:00\u2009–\u2009Mon 11 Jan, 07:00 (UTC) | closed"),
        ("Asia/Tokyo", "Mon 11 Jan, 08:00–16:00 | closed"),
        ("UTC", "Sun 10 Jan, 23:00\u2009–\u2009Mon 11 Jan, 07:00 | closed"),
    ],
)
def test_holiday_that_takes_hours_of_another_day_is_told_by_these(zone, expected):
    calendar = holidays("2027-01-11 成人の日", code="JP", zone="Asia/Tokyo")
    served = factories.served("ja", window("SU,MO,TU,WE,TH 23:00-07:00 UTC", holidays=calendar))

    assert exceptions(served, "2027-01-10T12:00Z", zone=zone) == [expected]


def test_yearly_day_is_told_by_its_coming_date():
    served = factories.served(
        "de", BERLIN, special_hours=[closed_on("2024-12-24", repeats="yearly")]
    )

    assert exceptions(served, "2026-12-21T12:00Z") == ["Thu 24 Dec | closed"]
    assert exceptions(served, "2026-06-21T12:00Z") == []
    assert (
        why(served, "2026-12-24T12:00Z")[0]
        == "Special hours apply: Thu 24 Dec, every year, closed."
    )
    assert why(served, "2026-12-24T12:00Z", "fr")[0] == (
        "Des horaires exceptionnels s’appliquent\u00a0: jeu. 24 déc., chaque année, fermé."
    )


def test_monthly_days_are_told_by_their_coming_dates():
    third_and_last = closed_on("2026-12-01/", "TH", repeats="monthly", monthly="3,-1")
    served = factories.served("de", BERLIN, special_hours=[third_and_last])

    assert exceptions(served, "2027-02-10T12:00Z") == ["Thu 18 Feb | closed", "Thu 25 Feb | closed"]
    assert why(served, "2027-02-18T12:00Z")[0] == (
        "Special hours apply: Thu 18 Feb (third and last Thursday of the month), closed."
    )


@pytest.mark.parametrize(
    ("language", "zone", "expected"),
    [
        ("en", None, "Thu 24 Dec | also 19:00–21:00 (Central European Time)"),
        ("en", "America/Los_Angeles", "Thu 24 Dec | also 10:00–12:00"),
        ("en", "Asia/Tokyo", "Fri 25 Dec | also 03:00–05:00"),
        ("ja", None, "12月24日(木) | 通常の受付時間に加えて19:00～21:00（中央ヨーロッパ時間）"),
        ("de", None, "Do., 24. Dez. | zusätzlich 19:00–21:00 Uhr (mitteleuropäische Zeit)"),
    ],
)
def test_hours_besides_the_regular_ones(language, zone, expected):
    served = factories.served(
        "de", BERLIN, special_hours=[also_on("2026-12-24", "19:00-21:00 Europe/Berlin")]
    )

    assert exceptions(served, "2026-12-23T12:00Z", language, zone) == [expected]


@pytest.mark.parametrize(
    ("language", "zone", "expected"),
    [
        ("en", None, "Sat 20 Feb | same hours as a Monday"),
        ("ja", None, "2月20日(土) | 月曜日と同じ受付時間"),
        ("pt", None, "sábado, 20 de fev. | horário de segunda-feira"),
        ("en", "America/Los_Angeles", "Fri 19 Feb | 23:00–08:30 the next day"),
    ],
)
def test_working_day_like_another_weekday(language, zone, expected):
    served = factories.served("de", BERLIN, special_hours=[like_on("2027-02-20", "MO")])

    assert exceptions(served, "2027-02-18T12:00Z", language, zone) == [expected]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Closed | temporary interruption | until further notice"),
        ("ja", "受付休止中 | 臨時 | 当面の間"),
        ("de", "Geschlossen | vorübergehende Unterbrechung | bis auf Weiteres"),
        ("da", "Lukket | midlertidig pause | indtil videre"),
    ],
)
def test_closure_until_further_notice_gives_no_next_opening(language, expected):
    served = factories.served("de", BERLIN, closures=[closure("2026-12-01T12:00", None)])

    assert state(served, "2026-12-02T10:00Z", language) == expected


def test_closure_until_further_notice_is_told_from_its_beginning():
    served = factories.served("de", BERLIN, closures=[closure("2026-12-01T12:00", None)])

    assert exceptions(served, "2026-11-30T10:00Z") == [
        "from Tue 1 Dec, 12:00 (UTC) | closed until further notice"
    ]
    assert exceptions(served, "2026-11-30T10:00Z", zone="America/Los_Angeles") == [
        "from Tue 1 Dec, 04:00 | closed until further notice"
    ]
    assert why(served, "2026-12-02T10:00Z")[0] == (
        "Closed until further notice: from Tue 1 Dec, 12:00 (UTC)."
    )


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        (None, "from Tue 1 Dec 2026, 12:00 (UTC) | closed until further notice"),
        ("America/Los_Angeles", "from Tue 1 Dec 2026, 04:00 | closed until further notice"),
    ],
)
def test_closure_until_further_notice_of_another_year_is_told_with_its_year(zone, told):
    served = factories.served("de", BERLIN, closures=[closure("2026-12-01T12:00", None)])

    assert exceptions(served, "2027-01-10T10:00Z", zone=zone) == [told]


def test_days_within_other_days_are_told_by_both():
    served = factories.served(
        "de",
        BERLIN,
        special_hours=[
            closed_on("2026-12-24/2027-01-03"),
            hours_on("2026-12-29", "10:00-12:00 UTC"),
        ],
    )

    assert exceptions(served, "2026-12-23T10:00Z") == [
        "Thu 24 Dec\u2009–\u2009Sun 3 Jan | closed",
        "Tue 29 Dec | 10:00–12:00 (UTC)",
    ]


def test_closed_day_that_closes_nothing_is_no_exception():
    served = factories.served("de", BERLIN, special_hours=[closed_on("2026-12-26")])

    assert exceptions(served, "2026-12-23T10:00Z") == []


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "The regular hours have ended; no others are planned."),
        ("ja", "通常の受付は終了しました。今後の受付予定はありません。"),
        ("de", "Die regulären Servicezeiten sind ausgelaufen; weitere sind nicht geplant."),
        ("it", "L’orario abituale non è più in vigore e non ne è previsto un altro."),
    ],
)
def test_hours_that_have_run_out_say_so(language, expected):
    served = factories.served("de", window(BERLIN, valid_through="2026-11-20"))

    assert why(served, "2026-12-23T10:00Z", language) == [expected]


ROUND_THE_CLOCK = f"{DAILY} 00:00-24:00 UTC"


@pytest.mark.parametrize(
    ("moment", "zone", "expected"),
    [
        (
            "2026-11-26T10:00Z",
            "Asia/Tokyo",
            "Open | 24 hours, but closed from 09:00 on Thu 24 Dec",
        ),
        (
            "2026-11-26T10:00Z",
            None,
            "Open | 24 hours, but closed from Thu 24 Dec (UTC)",
        ),
        ("2026-12-24T10:00Z", None, "Closed | special hours | opens tomorrow at 00:00 (UTC)"),
        ("2026-12-25T10:00Z", None, "Open | 24 hours a day, every day"),
    ],
)
def test_round_the_clock_stays_that_with_the_closed_day_beside_it(moment, zone, expected):
    served = factories.served("en", ROUND_THE_CLOCK, special_hours=[closed_on("2026-12-24")])

    assert state(served, moment, zone=zone) == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-26T02:00Z", "Closed | opens at 08:00 (UTC)"),
        ("2026-11-26T08:30Z", "Open | special hours | until 20:00 (UTC)"),
        ("2026-11-26T12:00Z", "Open | until 20:00 (UTC)"),
        ("2026-11-26T19:00Z", "Open | special hours | until 20:00 (UTC)"),
        ("2026-11-26T21:00Z", "Closed | opens tomorrow at 08:00 (UTC)"),
    ],
)
def test_reason_stands_only_where_regular_hours_would_be_otherwise(moment, expected):
    black_friday_week = hours_on("2026-11-23/2026-11-29", "08:00-20:00 UTC")
    served = factories.served(
        "en", "MO,TU,WE,TH,FR 09:00-17:00 UTC", special_hours=[black_friday_week]
    )

    assert state(served, moment) == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-12-01T02:00Z", "Closed | opens tomorrow at 09:00 (UTC)"),
        (
            "2026-12-01T10:00Z",
            "Closed | temporary interruption | opens tomorrow at 09:00 (UTC)",
        ),
    ],
)
def test_closure_is_no_reason_at_an_hour_that_is_always_closed(moment, expected):
    served = factories.served(
        "en",
        "MO,TU,WE,TH,FR 09:00-17:00 UTC",
        closures=[closure("2026-12-01T00:00", "2026-12-02T00:00")],
    )

    assert state(served, moment) == expected


def test_exceptions_are_told_on_the_clock_of_the_page():
    served = factories.served("de", BERLIN, special_hours=[closed_on("2026-12-25")])
    moment, zone = "2026-12-23T12:00Z", "America/Los_Angeles"

    assert exceptions(served, moment) == ["Fri 25 Dec | closed"]
    assert exceptions(served, moment, zone="Europe/Paris") == ["Fri 25 Dec | closed"]
    assert exceptions(served, moment, zone=zone) == [
        "Thu 24 Dec, 23:00\u2009–\u2009Fri 25 Dec, 08:30 | closed"
    ]
    assert exceptions(served, moment, "ja", zone) == [
        "12月24日(木) 23:00～12月25日(金) 8:30 | 受付休止"
    ]
    assert why(served, "2026-12-25T12:00Z", zone=zone) == [
        "Special hours apply: Thu 24 Dec, 23:00\u2009–\u2009Fri 25 Dec, 08:30, closed.",
        "This replaces our regular hours: Mon–Fri 08:00–17:30 (Central European Time).",
    ]


def test_days_closed_one_after_the_other_are_one_time_on_another_clock():
    served = factories.served("de", BERLIN, special_hours=[closed_on("2026-12-24/2027-01-03")])

    assert exceptions(served, "2026-12-23T12:00Z", zone="America/Los_Angeles") == [
        "Wed 23 Dec, 23:00\u2009–\u2009Fri 1 Jan, 08:30 | closed"
    ]


def test_other_hours_of_many_days_are_told_by_days_with_the_same_hours():
    december = hours_on("2026-12-01/2026-12-31", "11:00-19:00 Asia/Tokyo", "MO,TU,WE,TH,FR")
    served = factories.served(
        "ja", "MO,TU,WE,TH,FR 10:00-18:00 Asia/Tokyo", special_hours=[december]
    )

    assert exceptions(served, "2026-11-30T00:00Z", zone="America/Los_Angeles") == [
        "Mon 30 Nov\u2009–\u2009Wed 30 Dec (Mon–Thu and Sun) | 18:00–02:00 the next day"
    ]


def test_other_hours_change_with_the_visitors_clock():
    week = hours_on("2027-03-27/2027-03-29", "10:00-12:00 Asia/Tokyo")
    served = factories.served("ja", "MO 10:00-18:00 Asia/Tokyo", special_hours=[week])

    assert exceptions(served, "2027-03-26T00:00Z", zone="Europe/Berlin") == [
        "Sat 27 Mar | 02:00–04:00",
        "Sun 28 Mar\u2009–\u2009Mon 29 Mar | 03:00–05:00",
    ]

"""What the page says of the initial data to search engines."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime

import pytest

from support.contact_page import Viewpoint
from support.directory import load_directory
from support.models import Department, LanguageWindow, Organization
from support.schedule import parse_weekdays
from support.structured_data import structured_data
from support.structured_data.json_ld import json_ld
from tests import factories

pytestmark = pytest.mark.django_db

PAGE = "https://portal.example/en/contact/"
MONDAY = datetime(2026, 11, 23, 5, tzinfo=UTC)
JANUARY = datetime(2027, 1, 8, 3, tzinfo=UTC)

WORKDAYS = [
    "https://schema.org/Monday",
    "https://schema.org/Tuesday",
    "https://schema.org/Wednesday",
    "https://schema.org/Thursday",
    "https://schema.org/Friday",
]


@pytest.fixture
def read(initial_data):
    def build(at=MONDAY, language="en", **which):
        return json.loads(structured_data(load_directory(), Viewpoint(language, at), PAGE, **which))

    return build


@pytest.fixture
def point(read):
    def find(tag="ja", department="sales", at=MONDAY, **which):
        points = read(at, department=department, **which)["contactPoint"]
        return next(point for point in points if point["availableLanguage"] == tag)

    return find


def told(point):
    """Each entry on a line."""
    return [
        " ".join(
            [
                ",".join(day.rpartition("/")[2][:2] for day in entry.get("dayOfWeek", [])),
                f"{entry['opens']}-{entry['closes']}",
                f"{entry.get('validFrom', '')}..{entry.get('validThrough', '')}",
            ]
        ).strip()
        for entry in point["hoursAvailable"]
    ]


def danish(hours, **fields):
    """Add hours of sales in Danish, which has none."""
    factories.window(Department.objects.get(slug="sales"), hours, language="da", **fields)


def test_organization_with_a_contact_point_for_each_department_and_language(read):
    content = read()

    assert {name: content[name] for name in ("@context", "@type", "name", "url")} == {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": "Kinsta",
        "url": "https://www.example.com/",
    }
    assert len(content["contactPoint"]) == 19


def test_contact_point_of_a_language(point):
    assert point() == {
        "@type": "ContactPoint",
        "contactType": "Sales",
        "availableLanguage": "ja",
        "url": [
            "https://portal.example/en/contact/#sales",
            "https://my.example.com/?department=sales&language=ja",
            "https://www.example.com/",
            "https://www.example.com/contact/",
        ],
        "email": "sales-ja@example.com",
        "hoursAvailable": [
            {
                "@type": "OpeningHoursSpecification",
                "opens": "10:00:00+09:00",
                "closes": "18:00:00+09:00",
                "dayOfWeek": WORKDAYS,
            }
        ],
    }


def test_department_is_named_in_the_language_of_the_page(point):
    assert point(language="de")["contactType"] == "Vertrieb"


def test_round_the_clock_is_from_midnight_to_the_last_minute(point):
    assert told(point("en", "customer-support")) == [
        "Mo,Tu,We,Th,Fr,Sa,Su 00:00:00+00:00-23:59:00+00:00 .."
    ]


def test_midnight_at_the_end_of_a_day_is_zero_o_clock(point):
    assert told(point("es", "customer-support")) == [
        "Mo,Tu,We,Th,Fr 14:00:00+00:00-00:00:00+00:00 .."
    ]


def test_language_without_stated_hours_says_nothing_of_hours(point):
    assert "hoursAvailable" not in point("en", "beta-testing")


def test_hours_past_midnight_close_before_they_open(point):
    danish("SA,SU 22:00-02:00 Europe/Copenhagen")

    assert told(point("da")) == ["Sa,Su 22:00:00+01:00-02:00:00+01:00 .."]


def test_24_hours_from_another_hour_on_are_told_in_two_parts(point):
    danish(
        "SA,SU 09:00-09:00 Europe/Copenhagen", valid_from="2026-12-01", valid_through="2026-12-31"
    )

    assert told(point("da")) == [
        "Sa,Su 09:00:00+01:00-00:00:00+01:00 2026-12-01..2026-12-31",
        "Su,Mo 00:00:00+01:00-09:00:00+01:00 2026-12-02..2027-01-01",
    ]


def test_hours_that_begin_to_hold_in_summer_have_summer_time(point):
    danish("SA,SU 09:00-17:00 Europe/Copenhagen", valid_from="2027-06-01")

    assert told(point("da")) == ["Sa,Su 09:00:00+02:00-17:00:00+02:00 2027-06-01.."]


def test_hours_that_are_over_are_left_out(point):
    danish("SA,SU 09:00-17:00 Europe/Copenhagen", valid_through="2026-11-22")

    assert "hoursAvailable" not in point("da")


def test_holiday_is_a_date_on_which_nothing_opens(point):
    LanguageWindow.objects.filter(language="ja").update(holidays="JP")

    assert told(point(at=JANUARY)) == [
        "Mo,Tu,We,Th,Fr 10:00:00+09:00-18:00:00+09:00 ..",
        "00:00:00+09:00-00:00:00+09:00 2027-01-11..2027-01-11",
    ]


def test_special_hours_are_dates_with_their_own_hours_and_clock(point):
    factories.hours_on("2027-01-11/2027-01-12", "12:00-24:00 Europe/Paris", language="ja")

    assert told(point(at=JANUARY)) == [
        "Mo,Tu,We,Th,Fr 10:00:00+09:00-18:00:00+09:00 ..",
        "12:00:00+01:00-00:00:00+01:00 2027-01-11..2027-01-11",
        "12:00:00+01:00-00:00:00+01:00 2027-01-12..2027-01-12",
    ]


def test_closure_leaves_what_is_left_of_its_dates(point):
    factories.closure("2027-01-09T12:00", "2027-01-11T13:00")

    assert told(point("en", "customer-support", at=JANUARY)) == [
        "Mo,Tu,We,Th,Fr,Sa,Su 00:00:00+00:00-23:59:00+00:00 ..",
        "00:00:00+00:00-12:00:00+00:00 2027-01-09..2027-01-09",
        "00:00:00+00:00-00:00:00+00:00 2027-01-10..2027-01-10",
        "13:00:00+00:00-00:00:00+00:00 2027-01-11..2027-01-11",
    ]


def test_part_of_a_night_that_a_closure_leaves_belongs_to_the_date_on_which_it_opens(point):
    danish("SA,SU 22:00-06:00 Europe/Copenhagen")
    factories.closure("2027-01-10T00:00", "2027-01-10T02:00", "Europe/Copenhagen")

    assert told(point("da", at=JANUARY)) == [
        "Sa,Su 22:00:00+01:00-06:00:00+01:00 ..",
        "22:00:00+01:00-00:00:00+01:00 2027-01-09..2027-01-09",
        "02:00:00+01:00-06:00:00+01:00 2027-01-10..2027-01-10",
        "22:00:00+01:00-06:00:00+01:00 2027-01-10..2027-01-10",
    ]


def test_dates_have_their_own_offset(point):
    danish("SA,SU 00:00-10:00 Europe/Copenhagen")
    factories.closure("2027-03-28T08:00", "2027-03-28T09:00", "Europe/Copenhagen")

    assert told(point("da", at=datetime(2027, 3, 20, tzinfo=UTC))) == [
        "Sa,Su 00:00:00+01:00-10:00:00+01:00 ..",
        "00:00:00+01:00-08:00:00+02:00 2027-03-28..2027-03-28",
        "09:00:00+02:00-10:00:00+02:00 2027-03-28..2027-03-28",
    ]


def test_dates_further_ahead_than_the_page_tells_are_left_out(point):
    factories.closed_on("2027-01-01/2027-12-01", language="ja")

    dates = [entry["validFrom"] for entry in point(at=JANUARY)["hoursAvailable"][1:]]
    assert (dates[0], dates[-1], len(dates)) == ("2027-01-08", "2027-02-05", 21)


def test_department_with_a_page_of_its_own_is_found_there(point):
    found = point(department_page="https://portal.example/en/contact/{slug}/")

    assert found["url"][0] == "https://portal.example/en/contact/sales/"


def test_site_without_any_data_is_an_organization_without_a_name(db):
    assert json.loads(structured_data(load_directory(), Viewpoint("en", MONDAY), PAGE)) == {
        "@context": "https://schema.org",
        "@type": "Organization",
        "url": PAGE,
        "contactPoint": [],
    }


# schema.org by hand: the properties that are used, what each may hold, and whether several times.

TEXT = re.compile(r"\S.*")
ADDRESS = re.compile(r"https?://[^\s/]+/\S*")
RULES = {
    "Organization": {
        "@context": re.compile("https://schema.org"),
        "name": TEXT,
        "url": ADDRESS,
        "contactPoint": "ContactPoint",
    },
    "ContactPoint": {
        "contactType": TEXT,
        "availableLanguage": re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?"),
        "url": ADDRESS,
        "email": re.compile(r"[^@\s]+@[^@\s]+\.[a-z]+"),
        "hoursAvailable": "OpeningHoursSpecification",
    },
    "OpeningHoursSpecification": {
        "opens": re.compile(r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d[+-](0\d|1[0-4]):[0-5]\d"),
        "closes": re.compile(r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d[+-](0\d|1[0-4]):[0-5]\d"),
        "dayOfWeek": re.compile(r"https://schema\.org/(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"),
        "validFrom": re.compile(r"20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"),
        "validThrough": re.compile(r"20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"),
    },
}


def broken(value, kind):
    """What is not as the rules have it."""
    if value.get("@type") != kind:
        yield f"{value} is no {kind}"
    for name, held in value.items():
        rule = RULES[kind].get(name)
        for each in held if isinstance(held, list) else [held]:
            if isinstance(rule, str):
                yield from broken(each, rule)
            elif name != "@type" and not (rule and isinstance(each, str) and rule.fullmatch(each)):
                yield f"{kind} {name}: {each!r}"


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("at", [MONDAY, JANUARY, datetime(2027, 3, 27, 23, tzinfo=UTC)])
def test_every_value_is_as_schema_org_defines_it(read, at, language):
    danish("SA,SU 09:00-09:00 Europe/Copenhagen", valid_from="2026-12-01")
    danish("SA,SU 22:00-06:00 America/St_Johns")
    LanguageWindow.objects.filter(language__in=["ja", "fr"]).update(holidays="JP")
    factories.closed_on("2026-12-01/2027-04-20", weekdays=parse_weekdays("WE"))
    factories.closure("2027-03-27T12:00", "2027-03-28T02:00")

    assert list(broken(read(at, language), "Organization")) == []


def test_no_text_can_end_the_block_that_it_stands_in(client, initial_data):
    Organization.objects.update(name="</script><script>alert(1)</script><!-- & Co")

    body = client.get("/en/contact/").content.decode()
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', body)
    assert len(blocks) == 1
    assert "<" not in blocks[0]
    assert json.loads(blocks[0])["name"] == "</script><script>alert(1)</script><!-- & Co"


def test_json_is_read_back_as_it_was():
    assert json_ld({"ü": ["<&>"]}) == '{"ü":["\\u003C\\u0026\\u003E"]}'


def test_another_host_or_language_has_its_own(initial_data):
    directory = load_directory()

    def url(language, page):
        data = structured_data(directory, Viewpoint(language, MONDAY), page)
        return json.loads(data)["contactPoint"][0]["url"][0]

    assert url("en", PAGE).startswith("https://portal.example/en/")
    assert url("en", "https://other.example/en/contact/").startswith("https://other.example/")
    assert url("de", "https://portal.example/de/contact/").startswith("https://portal.example/de/")

"""Calendars: read back by three parsers that know nothing of each other."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from icalendar import Calendar

from support.models import Department, LanguageWindow
from tests import factories
from tests.calendars.readers import read_by_icalendar, read_by_ics, read_by_vobject
from tests.wsgi import ask

pytestmark = pytest.mark.django_db

JAPANESE_SALES = "/en/contact/sales/ja.ics"
JAPANESE_REMINDER = "/en/contact/sales/ja/next.ics"
LORD_HOWE = "Australia/Lord_Howe"


@pytest.fixture(autouse=True)
def monday(initial_data, clock):
    clock.stop_at("2026-11-23T05:10:00+00:00")


def read(client, url) -> Calendar:
    return Calendar.from_ical(client.get(url).content)


def begins(calendar: Calendar) -> list[datetime]:
    return [event.start.astimezone(UTC) for event in calendar.events]


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_events_are_the_hours_as_instants(client):
    event = read(client, JAPANESE_SALES).events[10]

    assert event["DTSTART"].to_ical() == b"20261123T010000Z"
    assert event["DTEND"].to_ical() == b"20261123T090000Z"
    assert event["SUMMARY"] == "Kinsta Sales, in Japanese: open"
    assert event["UID"] == "20261123T010000Z-sales-ja"
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["URL"] == "http://testserver/en/contact/sales/"


def test_feed_holds_two_weeks_past_and_two_years_to_come(client):
    starts = begins(read(client, JAPANESE_SALES))

    assert (starts[0], starts[-1]) == (at("2026-11-09T01:00:00Z"), at("2028-11-22T01:00:00Z"))
    assert len(starts) == 533


def test_feed_is_in_the_language_of_its_address(client):
    calendar = read(client, "/de/contact/sales/ja.ics")

    assert calendar["X-WR-CALNAME"] == "Kinsta Vertrieb, auf Japanisch: erreichbar"


# Hours that touch an hour shown twice or skipped: asked at noon before, the right start and end.
CLOCK_CHANGES = [
    ("00:00", "02:30", "Europe/Berlin", "2027-10-30", "2027-10-30T22:00Z", "2027-10-31T01:30Z"),
    ("02:30", "05:00", "Europe/Berlin", "2027-10-30", "2027-10-31T00:30Z", "2027-10-31T04:00Z"),
    ("18:00", "01:30", "America/New_York", "2027-11-06", "2027-11-06T22:00Z", "2027-11-07T06:30Z"),
    ("01:30", "04:00", "America/New_York", "2027-11-06", "2027-11-07T05:30Z", "2027-11-07T09:00Z"),
    ("01:00", "02:30", "Europe/Berlin", "2027-03-27", "2027-03-28T00:00Z", "2027-03-28T01:00Z"),
    ("01:45", "04:00", LORD_HOWE, "2027-04-03", "2027-04-03T14:45Z", "2027-04-03T17:30Z"),
]


@pytest.mark.parametrize("read_by", [read_by_icalendar, read_by_vobject, read_by_ics])
@pytest.mark.parametrize(("opens", "closes", "zone", "asked", "start", "end"), CLOCK_CHANGES)
def test_every_reader_finds_the_same_instants_on_the_night_of_a_clock_change(
    client, clock, read_by, opens, closes, zone, asked, start, end
):
    clock.stop_at(f"{asked}T12:00:00+00:00")
    LanguageWindow.objects.filter(department__slug="sales", language="ja").update(
        weekdays="MO,TU,WE,TH,FR,SA,SU", opens=opens, closes=closes, zone=zone
    )

    content = client.get("/en/contact/sales/ja/next.ics").content.decode()

    assert read_by(content) == [(at(start), at(end))]


def test_readers_need_no_zone_data(client):
    LanguageWindow.objects.filter(department__slug="sales", language="ja").update(
        zone="Africa/Casablanca"
    )

    content = client.get(JAPANESE_SALES).content.decode()

    assert "TZID" not in content
    assert "VTIMEZONE" not in content


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Kinsta Sales, in Japanese: open"),
        ("de", "Kinsta Vertrieb, auf Japanisch: erreichbar"),
        ("fr", "Kinsta Service commercial, en japonais\u00a0: disponible"),
    ],
)
def test_event_and_alarm_say_whose_hours_they_are(client, language, title):
    reminder = read(client, f"/{language}/contact/sales/ja/next.ics")

    (event,) = reminder.events
    (alarm,) = event.walk("VALARM")
    assert (event["SUMMARY"], alarm["DESCRIPTION"]) == (title, title)


def test_exceptions_and_closures_are_right(client):
    sales = Department.objects.get(slug="sales")
    factories.closed_on("2026-11-24", department=sales)
    factories.closure("2026-11-25T12:00", "2026-11-25T13:00", "Asia/Tokyo", department=sales)

    events = read(client, JAPANESE_SALES).events[10:13]

    assert [(e.start.astimezone(UTC), e.end.astimezone(UTC)) for e in events] == [
        (at("2026-11-23T01:00:00Z"), at("2026-11-23T09:00:00Z")),
        (at("2026-11-25T01:00:00Z"), at("2026-11-25T03:00:00Z")),
        (at("2026-11-25T04:00:00Z"), at("2026-11-25T09:00:00Z")),
    ]


def test_event_keeps_its_identity_when_it_ends_earlier(client):
    before = [event["UID"] for event in read(client, JAPANESE_SALES).events]
    LanguageWindow.objects.filter(department__slug="sales", language="ja").update(closes=time(15))

    assert [event["UID"] for event in read(client, JAPANESE_SALES).events] == before


def test_hours_that_have_begun_before_keep_their_beginning(client, clock):
    first = read(client, "/en/contact/sales/en.ics").events[0]
    clock.stop_at("2026-11-25T05:10:00+00:00")

    assert read(client, "/en/contact/sales/en.ics").events[0]["UID"] == first["UID"]


def test_round_the_clock_is_one_event_that_stays_itself(client, clock):
    (before,) = read(client, "/en/contact/customer-support/en.ics").events
    clock.stop_at("2026-12-20T05:10:00+00:00")
    (after,) = read(client, "/en/contact/customer-support/en.ics").events

    assert before["UID"] == after["UID"] == "20260101T000000Z-customer-support-en"
    assert before.start == datetime(2026, 1, 1, tzinfo=UTC)


def test_feed_is_not_sent_twice(served):
    etag = ask(served, JAPANESE_SALES).headers["ETag"]

    assert ask(served, JAPANESE_SALES, if_none_match=etag).status == "304 Not Modified"


@pytest.mark.parametrize("address", [JAPANESE_SALES, JAPANESE_REMINDER])
def test_calendar_is_finished_for_the_hour(served, clock, django_assert_num_queries, address):
    first = ask(served, address)
    clock.stop_at("2026-11-23T05:59:59+00:00")

    with django_assert_num_queries(0):
        again = ask(served, f"{address}?utm_source=elsewhere")
    assert first.headers["Cache-Control"] == "public, max-age=600"
    assert again.headers["Cache-Control"] == "public, max-age=1"
    assert again.content == first.content


def test_reminder_is_of_the_next_opening_once_one_has_begun(served, clock):
    before = ask(served, JAPANESE_REMINDER)
    clock.stop_at("2026-11-24T01:00:00+00:00")

    assert ask(served, JAPANESE_REMINDER).content != before.content


def test_edit_is_seen_at_once(client):
    assert len(read(client, JAPANESE_SALES).events) == 533
    LanguageWindow.objects.filter(language="ja").update(weekdays="MO")

    assert len(read(client, JAPANESE_SALES).events) == 107


@pytest.mark.parametrize(
    "url",
    [
        "/en/contact/nobody/ja.ics",
        "/en/contact/sales/sv.ics",
        "/en/contact/beta-testing/en.ics",
        "/en/contact/sales/xx-yy.ics",
        "/en/contact/sales/sv/next.ics",
        "/xx/contact/sales/ja.ics",
    ],
)
def test_calendar_that_does_not_exist_is_not_found(client, url):
    assert client.get(url).status_code == 404


def test_reminder_is_one_event_that_rings_when_it_opens(client):
    response = client.get("/en/contact/sales/nl/next.ics")

    (event,) = Calendar.from_ical(response.content).events
    assert event.start == at("2026-11-23T08:00:00Z")
    assert [alarm["TRIGGER"].td for alarm in event.walk("VALARM")] == [timedelta(0)]
    assert response.headers["Content-Disposition"] == 'attachment; filename="sales-nl.ics"'


def test_reminder_while_open_is_for_the_next_time(client):
    response = client.get("/en/contact/sales/ja/next.ics")

    (event,) = Calendar.from_ical(response.content).events
    assert event.start == at("2026-11-24T01:00:00Z")


def test_nobody_is_reminded_of_what_never_opens(client):
    assert client.get("/en/contact/customer-support/en/next.ics").status_code == 404

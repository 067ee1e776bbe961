from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from support.locales.rfc3339 import InvalidInstant, parse_instant
from support.models import LanguageWindow
from tests import factories

pytestmark = pytest.mark.django_db

OPENAPI = json.loads(
    (Path(__file__).resolve().parents[2] / "support" / "api" / "openapi.json").read_text("utf-8")
)


@pytest.fixture
def get(client, initial_data):
    """Ask and check the answer against the OpenAPI document."""

    def ask(what="availability", **parameters):
        response = client.get(f"/api/v1/{what}", parameters)
        name = what.capitalize() if response.status_code == 200 else "Error"
        schema = {"$ref": f"#/components/schemas/{name}", "components": OPENAPI["components"]}
        Draft202012Validator(schema).validate(response.json())
        return response

    return ask


def states(response, department):
    entry = next(d for d in response.json()["departments"] if d["id"] == department)
    return {entry["language"]: entry["state"] for entry in entry["languages"]}


def test_openapi_document_is_valid_and_served(client):
    validate(OPENAPI)

    assert client.get("/api/v1/openapi.json").json() == OPENAPI


@pytest.mark.parametrize(
    ("at", "status"),
    [
        ("1899-12-31T23:59:59Z", 400),
        ("1900-01-01T00:00:00Z", 200),
        ("2200-12-31T23:59:59Z", 200),
        ("2201-01-01T00:00:00Z", 400),
    ],
)
def test_years_that_are_answered_for_are_those_of_the_document(get, at, status):
    schema = OPENAPI["paths"]["/api/v1/availability"]["get"]["parameters"][0]["schema"]

    assert get(at=at).status_code == status
    assert Draft202012Validator(schema).is_valid(at) == (status == 200)


def test_every_department_answers_in_the_order_of_the_page(get):
    assert [d["id"] for d in get(at="2026-11-23T01:30:00Z").json()["departments"]] == [
        "customer-support",
        "beta-testing",
        "sales",
        "migrations",
        "finance",
        "account-management",
        "malware-abuse",
        "affiliates",
    ]


def test_states_of_all_languages_of_a_department(get):
    assert states(get(at="2026-11-23T01:30:00Z"), "customer-support") == {
        "en": "open",
        "ja": "open",
        "fr": "closed",
        "it": "closed",
        "pt": "closed",
        "es": "closed",
    }


def test_open_language_names_its_window(get):
    response = get(at="2026-11-23T01:30:00Z", department="sales", language="ja", locale="en")

    assert response.json() == {
        "at": "2026-11-23T01:30:00Z",
        "revision": response.json()["revision"],
        "incidents": [],
        "departments": [
            {
                "id": "sales",
                "name": "Sales",
                "languages": [
                    {
                        "language": "ja",
                        "state": "open",
                        "since": "2026-11-23T01:00:00Z",
                        "changes_at": "2026-11-23T09:00:00Z",
                        "reason": {
                            "rule": "window",
                            "windows": [
                                {
                                    "weekdays": ["MO", "TU", "WE", "TH", "FR"],
                                    "opens": "10:00",
                                    "closes": "18:00",
                                    "zone": "Asia/Tokyo",
                                    "label": None,
                                    "valid_from": None,
                                    "valid_through": None,
                                    "monthly": [],
                                    "every_weeks": 1,
                                    "season": None,
                                    "holidays": None,
                                    "holidays_zone": None,
                                    "holidays_except": [],
                                    "on_holidays": None,
                                    "before_holidays": None,
                                }
                            ],
                        },
                    }
                ],
            }
        ],
    }


def language_of(response):
    return response.json()["departments"][0]["languages"][0]


def test_round_the_clock_never_changes(get):
    answer = language_of(get(department="customer-support", language="en"))

    assert (answer["state"], answer["since"], answer["changes_at"]) == ("open", None, None)
    assert answer["reason"]["windows"][0]["closes"] == "24:00"


def test_closed_language_says_when_it_opens(get):
    answer = language_of(get(at="2026-11-28T12:00:00Z", department="sales", language="de"))

    assert answer == {
        "language": "de",
        "state": "closed",
        "since": "2026-11-27T16:00:00Z",
        "changes_at": "2026-11-30T08:00:00Z",
        "reason": {"rule": "outside-hours"},
    }


def test_language_without_hours_is_unscheduled(get):
    assert language_of(get(department="beta-testing")) == {
        "language": "en",
        "state": "unscheduled",
        "since": None,
        "changes_at": None,
        "reason": {"rule": "no-stated-hours"},
    }


def test_names_are_told_in_the_locale_asked_for(get):
    japanese = get(department="sales", locale="ja").json()["departments"][0]["name"]

    assert japanese != "Sales"


def test_language_leaves_out_departments_that_do_not_serve_it(get):
    assert [d["id"] for d in get(language="ja").json()["departments"]] == [
        "customer-support",
        "sales",
    ]


def test_language_may_be_written_in_any_case(get):
    assert language_of(get(language="JA"))["language"] == "ja"


def test_offset_is_understood(get):
    assert get(at="2026-11-23T10:30:00+09:00").json()["at"] == "2026-11-23T01:30:00Z"


def test_revision_rises_with_an_edit(get):
    from support.models import Department

    before = get().json()["revision"]
    Department.objects.filter(slug="sales").update(position=9)

    assert get().json()["revision"] > before


@pytest.mark.parametrize(
    ("parameters", "status", "parameter"),
    [
        ({"at": "garbage"}, 400, "at"),
        ({"at": ""}, 400, "at"),
        ({"at": "2026-11-23T01:30:00"}, 400, "at"),
        ({"at": "2026-11-23T01:30:00 09:00"}, 400, "at"),
        ({"at": "99999-01-01T00:00:00Z"}, 400, "at"),
        ({"at": "9999-12-31T23:59:59Z"}, 400, "at"),
        ({"at": "0001-01-01T00:00:00+14:00"}, 400, "at"),
        ({"at": "2026-02-30T00:00:00Z"}, 400, "at"),
        ({"at": "2026-11-23T25:00:00Z"}, 400, "at"),
        ({"at": "2026-11-23T01:30:00+99:99"}, 400, "at"),
        ({"at": "2026-11-23T01:30:60Z"}, 400, "at"),
        ({"at": "9999-12-31T23:59:60Z"}, 400, "at"),
        ({"at": "１９９９-01-01T00:00:00Z"}, 400, "at"),
        ({"at": "2026-11-23T01:30:00Z\x00"}, 400, "at"),
        ({"At": "2026-11-23T01:30:00Z"}, 400, "At"),
        ({"zone": "Asia/Tokyo"}, 400, "zone"),
        ({"at": ["2026-11-23T01:30:00Z", "2026-11-24T01:30:00Z"]}, 400, "at"),
        ({"locale": "xx"}, 400, "locale"),
        ({"locale": "EN"}, 400, "locale"),
        ({"department": "nobody"}, 404, "department"),
        ({"department": ""}, 404, "department"),
        ({"language": "xq"}, 404, "language"),
        ({"language": "da"}, 404, "language"),
        ({"language": "\x00"}, 404, "language"),
    ],
)
def test_bad_parameter_is_named(get, parameters, status, parameter):
    response = get(**parameters)

    assert response.status_code == status
    assert response.json()["error"]["parameter"] == parameter
    assert response.json()["error"]["message"]


def test_answer_is_open_to_every_origin(client, initial_data):
    assert client.get("/api/v1/availability").headers["Access-Control-Allow-Origin"] == "*"
    assert client.get("/api/v1/availability?x=1").headers["Access-Control-Allow-Origin"] == "*"


def test_preflight_is_answered(client):
    response = client.options("/api/v1/availability")

    assert (response.status_code, response.headers["Allow"]) == (204, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "QUERY", "NONSENSE"])
def test_writing_is_refused_in_json(method):
    client = Client(enforce_csrf_checks=True)
    response = client.generic(method, "/api/v1/availability")

    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert response.json()["error"]["parameter"] is None


def test_answer_sets_no_cookie_and_is_in_no_language_of_the_browser(client, initial_data):
    response = client.get("/api/v1/availability", headers={"accept-language": "ja"})

    assert not response.cookies
    assert "Vary" not in response.headers


@pytest.mark.parametrize(
    "text", ["2026-11-23T01:30:00.123456789Z", "2026-11-23t01:30:00z", "2026-11-23 01:30:00Z"]
)
def test_every_form_of_rfc_3339_is_read(text):
    assert parse_instant(text).isoformat()[:19] == "2026-11-23T01:30:00"


def test_leap_second_is_the_second_after_it():
    at = parse_instant("2017-01-01T08:59:60.5+09:00")

    assert at.astimezone(UTC) == datetime(2017, 1, 1, 0, 0, 0, 500_000, tzinfo=UTC)


@pytest.mark.parametrize("offset", ["+24:00", "-23:60", "+99:99"])
def test_offset_that_no_clock_has_is_told_in_our_own_words(offset):
    with pytest.raises(InvalidInstant, match="is not an instant in RFC 3339"):
        parse_instant(f"2026-11-23T01:30:00{offset}")


def test_date_without_zone_is_told_what_is_missing():
    with pytest.raises(InvalidInstant, match="does not say in which time zone"):
        parse_instant("2026-11-23T01:30")


def reason(response):
    return response.json()["departments"][0]["languages"][0]["reason"]


def test_public_holiday_is_named_in_its_own_language_and_in_that_of_the_question(get):
    LanguageWindow.objects.filter(language="ja").update(holidays="JP")

    asked = {"at": "2027-01-11T03:00:00Z", "department": "sales", "language": "ja"}
    assert reason(get(**asked))["rule"] == "public-holiday"
    assert reason(get(**asked, locale="de"))["holidays"] == [
        {
            "calendar": "JP",
            "day": "2027-01-11",
            "name": "成人の日",
            "name_language": "ja",
            "translated_name": "Tag der Volljährigkeit",
            "translated_name_language": "de",
        }
    ]


def test_special_hours_are_named_with_their_reason(get):
    factories.hours_on(
        "2027-01-11/2027-01-12",
        "10:00-24:00 Asia/Tokyo",
        reason_en="Company meeting",
        reason_de="Betriebsversammlung",
    )

    asked = {"at": "2027-01-11T10:00:00Z", "department": "sales", "language": "ja"}
    assert reason(get(**asked, locale="de")) == {
        "rule": "special-hours",
        "special_hours": [
            {
                "effect": "hours",
                "first_day": "2027-01-11",
                "last_day": "2027-01-12",
                "repeats": None,
                "monthly": [],
                "weekdays": ["MO", "TU", "WE", "TH", "FR", "SA", "SU"],
                "hours": {
                    "weekdays": ["MO", "TU", "WE", "TH", "FR", "SA", "SU"],
                    "opens": "10:00",
                    "closes": "24:00",
                    "zone": "Asia/Tokyo",
                },
                "like": None,
                "languages": [],
                "reason": "Betriebsversammlung",
            }
        ],
    }


def test_closure_is_named_with_its_instants(get):
    factories.closure("2027-01-11T12:00", "2027-01-11T13:00", "Asia/Tokyo")

    asked = {"at": "2027-01-11T03:30:00Z", "department": "sales", "language": "ja"}
    assert reason(get(**asked)) == {
        "rule": "closure",
        "closures": [
            {
                "start": "2027-01-11T03:00:00Z",
                "end": "2027-01-11T04:00:00Z",
                "zone": "Asia/Tokyo",
                "languages": [],
                "reason": None,
            }
        ],
    }


def test_special_hours_name_their_rule(get):
    factories.closed_on(
        "2026-11-01", language="ja", weekdays="MO", repeats="monthly", monthly="2,-1"
    )

    asked = {"at": "2027-01-11T03:00:00Z", "department": "sales", "language": "ja"}
    assert reason(get(**asked))["special_hours"] == [
        {
            "effect": "closed",
            "first_day": "2026-11-01",
            "last_day": None,
            "repeats": "monthly",
            "monthly": [2, -1],
            "weekdays": ["MO"],
            "hours": None,
            "like": None,
            "languages": ["ja"],
            "reason": None,
        }
    ]


def test_closure_until_further_notice_has_no_end(get):
    factories.closure("2027-01-11T12:00", None, "Asia/Tokyo")

    asked = {"at": "2027-01-11T03:30:00Z", "department": "sales", "language": "ja"}
    answer = get(**asked)
    assert reason(answer)["closures"][0]["end"] is None
    assert answer.json()["departments"][0]["languages"][0]["changes_at"] is None


def test_intervals_are_the_hours_as_they_really_are(get):
    LanguageWindow.objects.filter(language="ja").update(holidays="JP")
    response = get(
        "intervals",
        department="sales",
        language="ja",
        **{"from": "2027-01-08T00:00:00Z", "to": "2027-01-12T05:00:00Z"},
    )

    (sales,) = response.json()["departments"]
    assert sales["languages"] == [
        {
            "language": "ja",
            "has_stated_hours": True,
            "intervals": [
                {"start": "2027-01-08T01:00:00Z", "end": "2027-01-08T09:00:00Z"},
                {"start": "2027-01-12T01:00:00Z", "end": "2027-01-12T05:00:00Z"},
            ],
        }
    ]


def test_intervals_are_of_the_next_two_weeks_if_nothing_is_said(get, clock):
    clock.stop_at("2026-11-23T05:00:00.250000+00:00")

    answer = get("intervals").json()

    assert (answer["from"], answer["to"]) == ("2026-11-23T05:00:00Z", "2026-12-07T05:00:00Z")


def test_language_without_stated_hours_has_no_intervals(get):
    answer = get("intervals", department="beta-testing").json()

    assert answer["departments"][0]["languages"] == [
        {"language": "en", "has_stated_hours": False, "intervals": []}
    ]


@pytest.mark.parametrize(
    ("start", "end", "parameter", "message"),
    [
        ("soon", "2027-01-01T00:00:00Z", "from", "“soon” is not an instant"),
        ("2027-01-01T00:00:00Z", "2026-12-31T00:00:00Z", "to", "“to” is before “from”."),
        ("2027-01-01T00:00:00Z", "2028-01-03T00:00:00Z", "to", "at most 366 days"),
        ("2199-12-31T00:00:00Z", "2300-01-01T00:00:00Z", "to", "2200"),
        ("0001-01-01T00:00:00Z", "0001-01-02T00:00:00Z", "from", "1900"),
    ],
)
def test_range_that_cannot_be_answered_is_named(get, start, end, parameter, message):
    response = get("intervals", **{"from": start, "to": end})

    assert response.status_code == 400
    assert response.json()["error"]["parameter"] == parameter
    assert message in response.json()["error"]["message"]


def test_end_that_is_past_is_told_that_the_range_begins_now(get):
    error = get("intervals", to="2020-01-01T00:00:00Z").json()["error"]

    assert error == {
        "parameter": "to",
        "message": "“to” is before now, which “from” is if it is left out. Give “from” as well.",
    }


def test_usual_range_beyond_the_last_year_is_refused_in_words(get):
    error = get("intervals", **{"from": "2200-12-30T00:00:00Z"}).json()["error"]

    assert error["parameter"] == "to"
    assert "2200" in error["message"]


def test_departments_are_described_with_their_hours_and_channels(get):
    answer = get("departments", locale="de").json()

    sales = answer["departments"][2]
    assert (sales["id"], sales["name"]) == ("sales", "Vertrieb")
    assert sales["languages"][1] == {
        "language": "ja",
        "name": "Japanisch",
        "has_stated_hours": True,
        "windows": [
            {
                "weekdays": ["MO", "TU", "WE", "TH", "FR"],
                "opens": "10:00",
                "closes": "18:00",
                "zone": "Asia/Tokyo",
                "label": None,
                "valid_from": None,
                "valid_through": None,
                "monthly": [],
                "every_weeks": 1,
                "season": None,
                "holidays": None,
                "holidays_zone": None,
                "holidays_except": [],
                "on_holidays": None,
                "before_holidays": None,
            }
        ],
    }
    assert {"id": "sales-email-ja", "kind": "email", "language": "ja"}.items() <= next(
        channel.items() for channel in sales["channels"] if channel["language"] == "ja"
    )


def test_windows_name_their_rules_as_the_file_does(get):
    LanguageWindow.objects.filter(department__slug="sales", language="ja").update(
        valid_from="2026-11-30",
        every_weeks=2,
        monthly="1,-1",
        season="11-01..03-31",
        holidays="US",
        holidays_zone="America/Chicago",
        holidays_except="Columbus Day",
        on_holidays="12:00-17:00",
        before_holidays="10:00-15:00",
    )

    sales = get("departments").json()["departments"][2]
    assert {
        "valid_from": "2026-11-30",
        "every_weeks": 2,
        "monthly": [1, -1],
        "season": "11-01..03-31",
        "holidays": "US",
        "holidays_zone": "America/Chicago",
        "holidays_except": ["Columbus Day"],
        "on_holidays": "12:00-17:00",
        "before_holidays": "10:00-15:00",
    }.items() <= sales["languages"][1]["windows"][0].items()


def test_departments_take_no_other_parameter(get):
    response = get("departments", department="sales")

    assert response.status_code == 400
    assert response.json()["error"]["message"] == "There is no such parameter. Known are: locale."


@pytest.mark.parametrize(
    ("at", "rule", "state"),
    [
        ("2026-11-23T03:00:00Z", "public-holiday", "open"),
        ("2026-11-22T03:00:00Z", "before-holiday", "open"),
    ],
)
def test_hours_of_a_holiday_name_the_window_that_states_them(get, at, rule, state):
    LanguageWindow.objects.filter(department__slug="sales", language="ja").update(
        weekdays="MO,TU,WE,TH,FR,SA,SU",
        holidays="JP",
        on_holidays="12:00-15:00",
        before_holidays="09:00-15:00",
    )

    answer = language_of(get(at=at, department="sales", language="ja"))

    assert (answer["reason"]["rule"], answer["state"]) == (rule, state)
    assert [
        (window["opens"], window["on_holidays"], window["before_holidays"])
        for window in answer["reason"]["windows"]
    ] == [("10:00", "12:00-15:00", "09:00-15:00")]

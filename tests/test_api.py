from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from support.rfc3339 import InvalidInstant, parse_instant

pytestmark = pytest.mark.django_db

OPENAPI = json.loads(
    (Path(__file__).resolve().parent.parent / "support" / "openapi.json").read_text("utf-8")
)


@pytest.fixture
def get(client, initial_data):
    """Ask for availability and check the answer against the OpenAPI document."""

    def ask(**parameters):
        response = client.get("/api/v1/availability", parameters)
        name = "Availability" if response.status_code == 200 else "Error"
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


def test_writing_is_refused_in_json(client):
    response = client.post("/api/v1/availability")

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


def test_date_without_zone_is_told_what_is_missing():
    with pytest.raises(InvalidInstant, match="does not say in which time zone"):
        parse_instant("2026-11-23T01:30")

"""The page on which staff see where cover is missing."""

from __future__ import annotations

import csv
import io
from datetime import time

import pytest
from django.contrib.auth.models import Permission, User
from django.urls import reverse

from support.admin.coverage.csv_file import harmless
from support.models import Channel, Department, LanguageWindow, StaffProfile, UnscheduledLanguage
from tests import factories

pytestmark = pytest.mark.django_db

URL = reverse("admin:coverage")
BERLIN = {"zone": "Europe/Berlin"}


@pytest.fixture(autouse=True)
def _on_a_monday(clock) -> None:
    clock.stop_at("2026-11-23T05:00:00+00:00")


@pytest.fixture
def line(staff_client, initial_data):
    """What the page says of one language of the week that is asked for."""

    def of(tag: str, **query: str):
        response = staff_client.get(URL, query)
        (found,) = [line for line in response.context["lines"] if line.tag == tag]
        return found

    return of


def gaps(line) -> list[str]:
    return [f"{gap.weekdays} {gap.hours}" for gap in line.gaps]


def test_gaps_are_shown_by_weekday_on_the_chosen_clock(line):
    assert gaps(line("ja", zone="Asia/Tokyo")) == [
        "Mon–Fri 00:00–10:00 and 18:00–24:00",
        "Sat and Sun all day",
    ]
    assert gaps(line("ja", zone="UTC")) == [
        "Mon–Fri 00:00–01:00 and 09:00–24:00",
        "Sat and Sun all day",
    ]


def test_language_that_is_always_answered_has_no_gap(line):
    assert (line("en").gaps, line("en").lack) == ((), "")
    assert line("en").departments == (
        "7 departments with set hours · 1 department without set hours"
    )


def test_language_that_nobody_answers_in_has_no_cover(line, staff_client):
    assert line("da").lack == "no cover"
    assert (
        '<span class="coverage-language">Danish</span>: no cover'
        in staff_client.get(URL).content.decode()
    )


def test_language_without_stated_hours_is_no_lack_of_cover(line):
    UnscheduledLanguage.objects.create(
        department=Department.objects.get(slug="sales"), language="da"
    )

    assert line("da").lack == "no set hours"


def test_gap_in_an_hour_that_comes_twice_says_which(line):
    factories.window(
        Department.objects.get(slug="sales"), "MO,TU,WE,TH,FR,SA,SU 01:00-00:15 UTC", language="da"
    )

    assert gaps(line("da", date="2026-10-25", zone="Europe/Berlin")) == [
        "Mon–Sat 02:15–03:00",
        "Sun 02:15 GMT+02:00 – 02:00 GMT+01:00",
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (
            "2027-03-28",
            "Sun 28 Mar: the clocks go forward from 02:00 to 03:00. The time in between doesn’t "
            "exist.",
        ),
        (
            "2026-10-25",
            "Sun 25 Oct: the clocks go back from 03:00 to 02:00. The time in between happens "
            "twice and is counted together.",
        ),
    ],
)
def test_change_of_the_clock_is_shown(staff_client, initial_data, day, expected):
    assert staff_client.get(URL, {"date": day, **BERLIN}).context["changes"] == [expected]


def test_cells_are_numbers_with_the_level_that_colours_them(line):
    monday, cells = line("fr", zone="UTC").days[0]

    assert monday == "Mon 23 Nov"
    assert [cell.text for cell in cells] == list("000000111112222221110000")
    assert [cell.level for cell in cells][5:7] == ["nobody", "one"]


def test_hour_answered_in_part_shows_the_fewest_and_the_most(line):
    LanguageWindow.objects.filter(language="de").update(opens=time(9, 30))

    assert {cell.text for _, cells in line("de", zone="Europe/Berlin").days for cell in cells} >= {
        "0–1"
    }


def test_hour_that_does_not_exist_is_marked(line):
    _, cells = line("en", date="2027-03-28", zone="Europe/Berlin").days[6]

    assert [cell.level for cell in cells].index("skipped") == 2


def test_department_and_channel_narrow_who_counts(line):
    Channel.objects.get(slug="control-panel-chat").departments.set(
        Department.objects.filter(slug="customer-support")
    )

    assert line("ja").departments == "2 departments with set hours"
    assert line("ja", channel="kind:email").departments == "1 department with set hours"
    assert line("ja", channel="kind:forum").lack == "no cover"
    assert line("ja", channel="control-panel-chat").lack == ""
    assert line("ja", channel="control-panel-chat", department="sales").lack == "no cover"


def test_without_a_question_it_is_this_week_on_the_own_clock(staff_client, initial_data, clock):
    clock.stop_at("2026-11-29T16:00:00+00:00")
    StaffProfile.objects.create(user=User.objects.get(username="admin"), zone="Asia/Tokyo")

    context = staff_client.get(URL).context

    assert (context["week"], context["zone"]) == ("30 Nov\u2009–\u20096 Dec 2026", "Japan")


def test_weeks_before_and_after_keep_what_was_chosen(staff_client, initial_data):
    page = staff_client.get(URL, {"department": "sales", **BERLIN}).content.decode()

    assert "?department=sales&amp;zone=Europe%2FBerlin&amp;date=2026-11-16" in page
    assert "?department=sales&amp;zone=Europe%2FBerlin&amp;date=2026-11-30" in page


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"date": "2027-02-30"}, "“2027-02-30” isn’t a date we recognise"),
        ({"date": ""}, "Enter a date."),
        ({"date": "0001-01-01"}, "Choose a year between 1900 and 2200."),
        ({"date": "9999-12-31"}, "Choose a year between 1900 and 2200."),
        ({"date": "9" * 5000}, "isn’t a date we recognise"),
        ({"zone": "Atlantis"}, "“Atlantis” isn’t a time zone."),
        ({"zone": "\x00"}, "Null characters are not allowed."),
        ({"department": "nobody"}, "nobody is not one of the available choices."),
        ({"channel": "kind:pigeon"}, "kind:pigeon is not one of the available choices."),
        ({"zone": ["UTC", "Atlantis"]}, "“Atlantis” isn’t a time zone."),
        ({"format": "csv", "zone": "Atlantis"}, "“Atlantis” isn’t a time zone."),
    ],
)
def test_what_cannot_be_read_is_shown_at_its_field(staff_client, initial_data, wrong, expected):
    response = staff_client.get(URL, {"date": "2026-11-23", "zone": "Asia/Tokyo"} | wrong)

    page = response.content.decode()
    assert response.status_code == 200
    assert expected in page
    assert "picture" not in response.context


def test_what_was_typed_stays(staff_client, initial_data):
    page = staff_client.get(URL, {"date": "2027-02-30", "zone": "Atlantis"}).content.decode()

    assert 'value="2027-02-30"' in page
    assert 'value="Atlantis"' in page


@pytest.mark.parametrize("day", ["1900-01-01", "2200-12-31", "1945-08-15", "2011-12-30"])
@pytest.mark.parametrize("zone", ["Pacific/Apia", "UTC", "Africa/Monrovia"])
def test_weeks_at_the_edges_are_shown(staff_client, initial_data, day, zone):
    response = staff_client.get(URL, {"date": day, "zone": zone})

    assert "picture" in response.context


def test_csv_has_a_line_for_each_language_and_hour(staff_client, initial_data):
    response = staff_client.get(URL, {"date": "2026-11-23", "format": "csv", **BERLIN})

    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="coverage-2026-11-23.csv"'
    )
    assert len(rows) == 1 + 10 * 168
    assert rows[0] == [
        "Language",
        "Language tag",
        "From",
        "To",
        "Fewest departments",
        "Most departments",
    ]
    assert rows[3] == [
        "Japanese",
        "ja",
        "2026-11-23T02:00+01:00",
        "2026-11-23T03:00+01:00",
        "2",
        "2",
    ]


def test_csv_has_both_passes_of_an_hour_that_comes_twice(staff_client, initial_data):
    response = staff_client.get(URL, {"date": "2026-10-25", "format": "csv", **BERLIN})

    text = response.content.decode()
    assert "2026-10-25T02:00+02:00,2026-10-25T02:00+01:00" in text
    assert "2026-10-25T02:00+01:00,2026-10-25T03:00+01:00" in text
    assert text.count("\n") == 1 + 10 * 169


def test_csv_is_in_the_language_of_the_staff_member(staff_client, initial_data):
    staff_client.cookies["language"] = "ja"

    text = staff_client.get(URL, {"format": "csv"}).content.decode()

    assert text.startswith("\ufeff言語,")
    assert "\n日本語,ja," in text.replace("\r", "")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1"])
def test_cell_of_a_csv_is_no_formula(text):
    assert harmless(text) == f"'{text}"


def test_queries_do_not_grow_with_departments(
    staff_client, initial_data, django_assert_max_num_queries
):
    staff_client.get(URL)
    with django_assert_max_num_queries(6):
        staff_client.get(URL)
    for number in range(3):
        department = Department.objects.create(slug=f"more-{number}", name="More")
        UnscheduledLanguage.objects.create(department=department, language="fi")
    staff_client.get(URL)

    with django_assert_max_num_queries(6):
        staff_client.get(URL)


def test_page_needs_the_permission_to_view_departments(client, initial_data):
    viewer = User.objects.create_user("viewer", is_staff=True)
    client.force_login(viewer, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(URL).status_code == 403

    viewer.user_permissions.add(Permission.objects.get(codename="view_department"))
    assert client.get(URL).status_code == 200


def test_portal_without_departments_has_a_page(staff_client):
    assert "No one is available in any language all week." in staff_client.get(URL).content.decode()

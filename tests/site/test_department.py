"""The page of one department, in English, about the initial data."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from support.finished_pages.addresses import finished_address
from support.locales.languages import SITE_LANGUAGES
from support.models import Department
from support.site.department import department
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def monday_at_five(initial_data, clock):
    clock.stop_at("2026-11-23T05:00:00+00:00")


def read(client, path):
    return client.get(path).content.decode()


@pytest.mark.parametrize("language", SITE_LANGUAGES)
def test_department_has_a_page_in_every_language(client, language):
    path = f"/{language}/contact/malware-abuse/"
    response = client.get(path)

    assert response.status_code == 200
    assert finished_address(path, "")
    assert response.headers["Content-Language"] == language


def test_page_tells_of_its_department_and_of_no_other(client):
    body = read(client, "/en/contact/sales/")

    assert '<h1 id="answer-heading">Sales</h1>' in body
    assert "<title>Sales: hours and contact · Kinsta</title>" in body
    assert '<meta name="description" content="Contact Kinsta – Sales: see who is available' in body
    assert "Finance" not in body
    assert "Customer support" not in body


def test_page_leads_back_to_the_whole_page_and_the_whole_page_to_it(client):
    assert '<a href="/de/contact/">' in read(client, "/de/contact/sales/")
    assert '<a href="/de/contact/sales/">Vertrieb</a>' in read(client, "/de/contact/")


def answered(body):
    """What the first answer says besides its headline, and the desks in it, in order."""
    sentences = re.findall(r"data-(?:headline|besides)>([^<]*)<", body)
    return sentences, re.findall(r'<li data-service="([^"]*)"', body.split("own-card")[0])


def in_sight(body):
    return re.sub(r"<(template|script).*?</\1>", "", body, flags=re.DOTALL)


def test_page_in_a_language_that_is_answered_says_so_first(client):
    sentences, desks = answered(read(client, "/en/contact/sales/"))

    assert sentences == ["You can reach this department right now in English.", ""]
    assert desks[:2] == ["sales/en", "sales/ja"]


def test_page_in_a_language_that_is_closed_says_who_answers_meanwhile(client):
    body = read(client, "/nl/contact/sales/")

    assert 'datetime="2026-11-23T08:00:00+00:00"' in body
    assert answered(body)[1][:3] == ["sales/nl", "sales/en", "sales/ja"]


def test_page_in_a_language_that_is_not_served_says_so(client):
    sentences, desks = answered(read(client, "/da/contact/finance/"))

    assert sentences == [
        "Du kan kontakte denne afdeling nu på engelsk.",
        "Denne afdeling tilbyder endnu ikke support på dansk.",
    ]
    assert desks == ["finance/en"]


def test_page_is_told_for_the_visitor_as_the_whole_page_is(client):
    body = read(client, "/en/contact/sales/?languages=ja&tz=Asia/Tokyo")

    assert answered(body)[0][0] == "You can reach this department right now in Japanese."
    assert ">until 18:00</time>" in body
    assert 'name="department" value="sales"' in body


def test_preferences_lead_back_to_the_page_of_the_department(client):
    response = client.get("/preferences/?site=de&department=sales&tz=UTC")

    assert response.headers["Location"] == "/de/contact/sales/?tz=UTC"
    assert client.get("/preferences/?department=../x").headers["Location"] == "/en/contact/"


def test_page_names_itself_in_all_languages(client):
    body = read(client, "/de/contact/sales/")

    assert '<link rel="canonical" href="http://testserver/de/contact/sales/">' in body
    assert '<link rel="alternate" hreflang="ja" href="http://testserver/ja/contact/sales/">' in body
    assert (
        '<link rel="alternate" hreflang="x-default" href="http://testserver/contact/sales/">'
        in body
    )
    assert body.count('href="/ja/contact/sales/" lang="ja"') == 1
    assert '<a href="/ja/contact/sales/" lang="ja" hreflang="ja" data-language="ja">' in body
    assert "/ja/contact/#" not in body


@pytest.mark.parametrize(
    ("path", "status", "expected"),
    [
        ("/DE/contact/sales/", 301, "/de/contact/sales/"),
        ("/pt-BR/contact/sales/", 301, "/pt/contact/sales/"),
        ("/de/contact/sales", 301, "/de/contact/sales/"),
        ("/de/contact/Sales/", 301, "/de/contact/sales/"),
        ("/contact/sales/", 302, "/fr/contact/sales/"),
        ("/xx/contact/sales/", 404, None),
        ("/de/contact/nobody/", 404, None),
        ("/de/contact/sales/ja/", 404, None),
    ],
)
def test_other_spellings_lead_to_the_page_they_mean(client, path, status, expected):
    response = client.get(path, headers={"accept-language": "fr"})

    assert (response.status_code, response.headers.get("Location")) == (status, expected)


def test_way_to_any_language_depends_on_who_asks(client):
    response = client.get("/contact/sales/")

    assert response.headers["Vary"] == "Accept-Language, Cookie"
    assert "private" in response.headers["Cache-Control"]


def test_unknown_department_is_told_in_the_language_of_the_address(client):
    response = client.get("/ja/contact/nobody/", headers={"accept-language": "de"})

    assert response.headers["Content-Language"] == "ja"
    assert 'href="/de/contact/"' in response.content.decode()


def test_page_is_the_same_bytes_for_everyone(client):
    plain = client.get("/en/contact/sales/")
    client.cookies["language"] = "de"
    other = client.get("/en/contact/sales/", headers={"accept-language": "ja"})

    assert plain.content == other.content
    assert "Vary" not in plain.headers


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("sales", "2026-11-23T07:00:00+00:00"),
        ("finance", "2026-11-23T23:00:00+00:00"),
        ("customer-support", "2026-11-23T06:00:00+00:00"),
    ],
)
def test_page_holds_until_its_own_department_reads_differently(rf, slug, expected):
    request = rf.get(f"/en/contact/{slug}/")
    department(request, "en", slug)

    assert request.META["support.finished_page"].until.isoformat() == expected


def test_page_of_a_department_that_never_changes_holds_for_good(rf):
    request = rf.get("/en/contact/beta-testing/")
    department(request, "en", "beta-testing")

    assert request.META["support.finished_page"].until is None


def test_page_asks_the_database_for_the_last_edit_alone(client, django_assert_num_queries):
    client.get("/en/contact/sales/")

    with django_assert_num_queries(2):
        client.get("/de/contact/finance/")


def test_department_without_anything_has_a_page(client):
    factories.department("new", name_en="New <desk>")
    body = read(client, "/en/contact/new/")

    assert "New &lt;desk&gt;" in body
    assert "No hours have been entered yet." in body
    assert "In your calendar" not in body


def test_calendar_of_every_language_with_hours_can_be_subscribed_to(client):
    body = read(client, "/en/contact/sales/")

    assert body.count('href="webcal://testserver/en/contact/sales/') == 7
    assert 'href="webcal://testserver/en/contact/sales/ja.ics"' in body
    assert ">http://testserver/en/contact/sales/ja.ics</a>" in body
    assert 'id="calendar-ja"' in body


def test_reminder_is_offered_where_it_is_closed(client):
    body = in_sight(read(client, "/en/contact/sales/"))

    assert 'href="/en/contact/sales/nl/next.ics"' in body
    assert "/en/contact/sales/ja/next.ics" not in body


def test_next_opening_is_a_link_for_calendars_on_the_web(client):
    body = read(client, "/en/contact/sales/")

    title = "Kinsta%20Sales%2C%20in%20Dutch%3A%20open"
    page = "http%3A%2F%2Ftestserver%2Fen%2Fcontact%2Fsales%2F"
    outlook = (
        "compose?path=%2Fcalendar%2Faction%2Fcompose&amp;rru=addevent"
        f"&amp;subject={title}&amp;startdt=2026-11-23T08%3A00%3A00Z"
        f"&amp;enddt=2026-11-23T16%3A00%3A00Z&amp;body={page}"
    )
    assert (
        f'"https://calendar.google.com/calendar/render?action=TEMPLATE&amp;text={title}'
        f'&amp;dates=20261123T080000Z%2F20261123T160000Z&amp;details={page}"'
    ) in body
    assert f'"https://outlook.live.com/calendar/deeplink/{outlook}"' in body
    assert f'"https://outlook.office.com/calendar/deeplink/{outlook}"' in body


def test_opening_without_an_end_is_told_by_its_first_hour(client):
    sales = Department.objects.get(slug="sales")
    sales.windows.filter(language="nl").delete()
    daily = "MO,TU,WE,TH,FR,SA,SU 00:00-24:00 UTC"
    factories.window(sales, daily, "nl", valid_from="2026-12-01")

    assert "dates=20261201T000000Z%2F20261201T010000Z" in read(client, "/en/contact/sales/")


def test_nobody_is_offered_a_reminder_of_what_never_opens(client):
    factories.closure("2026-11-23T00:00", "2199-01-01T00:00")

    assert "next.ics" not in read(client, "/en/contact/sales/")


def test_language_without_stated_hours_has_no_calendar(client):
    assert ".ics" not in read(client, "/en/contact/beta-testing/")


def test_page_has_one_heading_of_the_first_rank_and_skips_none(client):
    ranks = re.findall(r"<h([1-6])", read(client, "/en/contact/sales/"))

    assert ranks.count("1") == 1
    assert [pair for pair in pairwise(ranks) if int(pair[1]) - int(pair[0]) > 1] == []

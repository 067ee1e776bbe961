from __future__ import annotations

from datetime import datetime

import pytest
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.test import RequestFactory
from django.utils import translation
from playwright.sync_api import Page, expect

from support.contact_page import Viewpoint, contact_page
from support.directory import load_directory
from support.locales.zones import zone_name
from support.models import Department
from support.site.page_frame import page_frame
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)

ZONES = ["Asia/Tokyo", "America/New_York", "Asia/Kathmandu"]

DRAW = """async ([module, at, zone, name]) => {
    const { drawWeek } = await import(module);
    const { lang } = document.documentElement;
    return [...document.querySelectorAll(".week")]
        .map((figure) => drawWeek(figure, zone, Date.parse(at), lang, name));
}"""

FIGURES = """(html) => {
    const page = html ? new DOMParser().parseFromString(html, "text/html") : document;
    return [...page.querySelectorAll(".week")].map((figure) => {
        const copy = figure.cloneNode(true);
        copy.querySelector(".week-now")?.remove();
        return copy.outerHTML.replace(/>\\s+</g, "><");
    });
}"""


@pytest.fixture
def exceptions(portal):
    """On an ordinary week, and on that on which clocks go back."""
    sales = Department.objects.get(slug="sales")
    factories.window(sales, "FR,SA 23:30-07:10 America/New_York", language="fr", holidays="FR")
    for days in ("2026-10-30/2026-10-31", "2026-11-26"):
        factories.closed_on(
            days,
            department=sales,
            reason_en="Company meeting",
            reason_de="Betriebsversammlung",
        )
    factories.closed_on("2026-11-27/2026-11-28", department=Department.objects.get(slug="finance"))
    for day in ("2026-11-03", "2026-11-25"):
        factories.closure(f"{day}T10:30", f"{day}T11:00", reason_en="Moving house")


def drawn_by_the_server(language, at, zone):
    request = RequestFactory().get("/", headers={"host": "127.0.0.1"})
    directory = load_directory()
    with translation.override(language):
        frame = page_frame(language, f"/{language}/contact/", directory, request)
        page = contact_page(directory, Viewpoint(language, datetime.fromisoformat(at), zone))
        return render_to_string("support/contact.html", {"frame": frame, "page": page})


@pytest.mark.parametrize(
    ("language", "at"),
    [
        ("ja", "2026-11-24T15:20:30+00:00"),
        ("de", "2026-10-30T03:50:00+00:00"),
    ],
)
def test_script_draws_what_the_server_would(page: Page, portal, clock, exceptions, language, at):
    clock.stop_at(at)
    page.goto(f"{portal}/{language}/contact/")
    script = static("support/week.js")

    for zone in ZONES:
        drawn = page.evaluate(DRAW, [script, at, zone, zone_name(zone, language)])
        assert drawn == [True]
        server = page.evaluate(FIGURES, drawn_by_the_server(language, at, zone))
        assert page.evaluate(FIGURES, "") == server


def test_text_fits_a_small_screen(page, portal, exceptions, axe_violations):
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{portal}/de/contact/sales/")
    page.locator("#sales .week summary").click()

    expect(page.locator("#sales .week-words")).to_contain_text("geschlossen (Betriebsversammlung)")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert axe_violations("#sales") == {}


def test_moment_is_marked_by_the_script(page: Page, portal, clock):
    page.goto(f"{portal}/en/contact/sales/")
    page.evaluate(DRAW, [static("support/week.js"), "2026-11-23T12:00:00Z", "UTC", ""])

    line = page.locator("#sales .week-now line")
    expect(line).to_have_attribute("x1", "7.14%")
    expect(page.locator("#sales .week-zone").first).to_have_text("your time zone")


def test_beyond_what_the_page_carries_nothing_is_drawn(page: Page, portal):
    page.goto(f"{portal}/en/contact/")
    before = page.evaluate(FIGURES, "")
    drawn = page.evaluate(DRAW, [static("support/week.js"), "2026-12-10T12:00:00Z", "UTC", ""])

    assert drawn == [False]
    assert page.evaluate(FIGURES, "") == before

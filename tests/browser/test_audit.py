"""The fast part of `make audit`: what no other test of the browser looks at."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from support.locales.languages import SITE_LANGUAGES, endonym
from tests.audit.look import NARROW, ask, walk
from tests.browser.conftest import BY_FILES

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("language", ["ja", "de"])
def test_keyboard_reaches_every_control_in_order_and_shows_where_it_is(
    page: Page, portal, language
):
    page.goto(f"{portal}/{language}/contact/")

    controls, wrong = walk(page)
    assert wrong == []
    assert controls > 20


@pytest.mark.parametrize("language", ["da", "pt"])
def test_every_foreign_name_bears_its_own_language(page: Page, portal, language):
    endonyms = {language: endonym(language) for language in SITE_LANGUAGES}
    page.goto(f"{portal}/en/contact/")
    english = ask(page, "longTexts")
    page.goto(f"{portal}/{language}/contact/")

    assert ask(page, "foreign", endonyms, english) == []


@pytest.mark.parametrize("language", ["de", "pt"])
def test_text_twice_as_long_is_not_clipped(page: Page, portal, language):
    page.set_viewport_size(NARROW)
    page.goto(f"{portal}/{language}/contact/")
    ask(page, "controls", True)  # with everything unfolded
    ask(page, "twiceAsLong")

    assert ask(page, "wider") == []
    assert ask(page, "clipped") == []


@pytest.mark.parametrize("path", ["en/contact/", "admin/support/department/"])
def test_no_style_locks_the_screen_and_nothing_plays_by_itself(
    page: Page, portal, signed_in, axe_violations, path
):
    page.goto(f"{portal}/{path}")

    assert axe_violations(**BY_FILES) == {}

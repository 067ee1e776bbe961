"""Setting up a second factor and signing in with it, in a browser."""

from __future__ import annotations

from base64 import b32decode

from playwright.sync_api import Page, expect

from support import clock
from support.models import SecondFactor
from support.second_factor import totp


def test_second_factor_is_set_up_and_asked_for(
    page: Page, signed_in, axe_violations_light_and_dark
):
    page.goto(f"{signed_in}/second-factor/")
    assert axe_violations_light_and_dark() == {}
    key = b32decode(page.locator("#content-main code").inner_text().replace(" ", ""))
    step = int(clock.now().timestamp()) // totp.SECONDS
    page.get_by_label("Password").fill("password")
    page.get_by_label("Code shown in the app").fill(totp.code(key, step))
    page.get_by_role("button", name="Set up").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    assert axe_violations_light_and_dark() == {}
    recovery = page.locator("li code").first.inner_text()

    page.goto(f"{signed_in}/second-factor/")
    assert axe_violations_light_and_dark() == {}

    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{signed_in}/login/?next=/admin/coverage/")
    page.get_by_label("Username").fill("admin")
    page.get_by_label("Password").fill("password")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_label("Code from your app, or a recovery code")).to_be_focused()
    assert axe_violations_light_and_dark() == {}
    page.get_by_label("Code from your app, or a recovery code").fill(recovery)
    page.get_by_role("button", name="Sign in").click()

    expect(page.get_by_role("heading", name="Coverage", exact=True)).to_be_visible()
    assert SecondFactor.objects.get().recovery_codes.count() == 7

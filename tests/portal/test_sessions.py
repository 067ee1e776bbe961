"""Check when a session of the desk begins and ends, as docs/security.md says."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from tests.portal.test_start import run

PASSWORD = "correct horse battery staple"


@pytest.fixture
def anna(db):
    return get_user_model().objects.create_superuser("anna", "annamaria@example.com", PASSWORD)


def signed_in():
    client = Client(headers={"accept-language": "en"})
    client.post("/admin/login/", {"username": "anna", "password": PASSWORD})
    assert client.get("/admin/").status_code == 200
    return client


def test_cookie_of_before_signing_out_is_worth_nothing_after_it(anna):
    client = signed_in()
    stolen = client.cookies["sessionid"].value
    client.post("/admin/logout/")
    client.cookies["sessionid"] = stolen

    assert client.get("/admin/").status_code == 302


def test_session_ends_when_the_account_is_closed(anna):
    client = signed_in()
    anna.is_active = False
    anna.save()

    assert client.get("/admin/").status_code == 302


def test_new_password_ends_the_other_sessions_and_asks_for_the_present_one(anna):
    here, elsewhere = signed_in(), signed_in()
    new = {"new_password1": "another long phrase 42", "new_password2": "another long phrase 42"}

    refused = here.post("/admin/password_change/", {"old_password": "wrong", **new})
    assert refused.status_code == 200
    assert elsewhere.get("/admin/").status_code == 200

    assert (
        here.post("/admin/password_change/", {"old_password": PASSWORD, **new}).status_code == 302
    )
    assert here.get("/admin/").status_code == 200
    assert elsewhere.get("/admin/").status_code == 302


def test_each_sign_in_has_a_session_of_its_own(anna):
    assert len({signed_in().cookies["sessionid"].value for _ in range(3)}) == 3


def test_session_lasts_twelve_hours(anna):
    assert signed_in().cookies["sessionid"]["max-age"] == 12 * 60 * 60


def test_cookies_of_the_desk_are_this_hosts_alone():
    result = run(
        "-c",
        "from django.conf import settings as s; "
        "print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, "
        "s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SESSION_COOKIE_HTTPONLY)",
        SECRET_KEY="secret",
    )

    assert result.stdout == "__Host-sessionid __Host-csrftoken True True True\n"


@pytest.mark.parametrize("password", ["short", "password123", "annamaria"])
def test_password_that_is_easy_to_guess_is_refused(anna, password):
    client = signed_in()
    new = {"new_password1": password, "new_password2": password}

    answer = client.post("/admin/password_change/", {"old_password": PASSWORD, **new})

    assert answer.status_code == 200
    assert "new_password2" in answer.context["form"].errors

"""Signing in with a second factor, setting it up and removing it, as a browser does."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from support.models import RecoveryCode, SecondFactor
from support.second_factor import totp
from support.second_factor.factor import key_of, new_recovery_codes

pytestmark = pytest.mark.django_db

PASSWORD = "correct horse battery staple"
NOON = "2040-11-26T12:00:00+00:00"
LATER = "2040-11-26T12:01:00+00:00"
LOGIN, CODE = reverse("admin:login"), "/admin/login/code/"
PAGE = "/admin/second-factor/"
INDEX = "/admin/"


@pytest.fixture
def anna(clock):
    clock.stop_at(NOON)
    return get_user_model().objects.create_superuser("anna", "anna@example.com", PASSWORD)


@pytest.fixture
def factor(anna):
    noon = datetime.fromisoformat(NOON)
    return SecondFactor.objects.create(user=anna, salt="salt", set_up_at=noon, last_step=0)


def browser():
    return Client(headers={"accept-language": "en"})


def code_at(user, instant, salt="salt"):
    step = int(datetime.fromisoformat(instant).timestamp()) // 30
    return totp.code(key_of(user, salt), step)


def give_password(client, password=PASSWORD, address=LOGIN):
    return client.post(address, {"username": "anna", "password": password})


def signed_in(user=None, instant=NOON):
    client = browser()
    give_password(client)
    if user:
        client.post(CODE, {"code": code_at(user, instant)})
    assert client.get(INDEX).status_code == 200
    return client


def offered_salt(client):
    client.get(PAGE)
    return client.session["second_factor_salt"]


def set_up(client, user, password=PASSWORD):
    code = code_at(user, NOON, offered_salt(client))
    return client.post(PAGE, {"password": password, "code": code})


def test_who_has_none_signs_in_by_password(anna):
    assert give_password(browser()).headers["Location"] == INDEX


def test_password_alone_opens_nothing(factor):
    client = browser()

    assert give_password(client).headers["Location"] == CODE
    assert client.get(INDEX).status_code == 302


def test_code_signs_in_and_leads_to_where_somebody_wanted_to_go(anna, factor):
    client = browser()
    give_password(client, address=f"{LOGIN}?next=/admin/coverage/")

    answer = client.post(CODE, {"code": code_at(anna, NOON)})

    assert answer.headers["Location"] == "/admin/coverage/"
    assert client.get(INDEX).status_code == 200


def test_code_is_taken_as_people_type_it(anna, factor):
    client = browser()
    give_password(client)
    wide = code_at(anna, NOON).translate({ord("0") + n: ord("０") + n for n in range(10)})

    assert client.post(CODE, {"code": f" {wide[:3]} {wide[3:]}"}).headers["Location"] == INDEX


def test_same_code_signs_in_once(anna, factor, clock):
    signed_in(anna)
    client = browser()
    give_password(client)

    page = client.post(CODE, {"code": code_at(anna, NOON)}).content.decode()
    assert "This code is incorrect, has already been used or has expired." in page

    clock.stop_at(LATER)
    assert client.post(CODE, {"code": code_at(anna, LATER)}).headers["Location"] == INDEX


def test_clock_that_was_ahead_at_the_last_sign_in_locks_nobody_out(anna, factor):
    SecondFactor.objects.update(last_step=3_000_000_000)

    signed_in(anna)

    assert SecondFactor.objects.get().last_step < 3_000_000_000


def test_wrong_codes_lock_out_like_wrong_passwords(anna, factor):
    client = browser()
    give_password(client)

    assert [client.post(CODE, {"code": "0"}).status_code for _ in range(10)] == [200] * 9 + [429]
    assert client.post(CODE, {"code": code_at(anna, NOON)}).status_code == 429
    assert give_password(client).status_code == 429


def test_right_password_between_does_not_forgive_wrong_codes(anna, factor):
    client = browser()
    give_password(client)
    codes = [client.post(CODE, {"code": "0"}).status_code for _ in range(9)]
    give_password(client)

    assert codes == [200] * 9
    assert client.post(CODE, {"code": "0"}).status_code == 429


def test_code_without_password_leads_back(factor):
    client = browser()

    answer = client.get(CODE, follow=True)

    assert answer.redirect_chain == [(LOGIN, 302)]
    assert "Your sign-in took too long. Please start again." in answer.content.decode()


def test_password_holds_five_minutes(anna, factor, clock):
    client = browser()
    give_password(client)
    clock.stop_at("2040-11-26T12:05:00+00:00")

    assert client.get(CODE).headers["Location"] == LOGIN


def test_new_password_ends_a_sign_in_that_is_half_done(anna, factor):
    client = browser()
    give_password(client)
    anna.set_password("another long phrase 42")
    anna.save()

    assert client.post(CODE, {"code": code_at(anna, NOON)}).headers["Location"] == LOGIN


def test_closed_account_does_not_sign_in_by_a_code(anna, factor):
    client = browser()
    give_password(client)
    anna.is_active = False
    anna.save()

    assert client.post(CODE, {"code": code_at(anna, NOON)}).headers["Location"] == LOGIN


def test_recovery_code_signs_in_once(anna, factor):
    recovery = new_recovery_codes(factor)[0]
    first, second = browser(), browser()
    give_password(first)
    give_password(second)

    assert first.post(CODE, {"code": recovery.lower()}).headers["Location"] == INDEX
    assert second.post(CODE, {"code": recovery}).status_code == 200
    assert factor.recovery_codes.count() == 7


def test_neither_key_nor_recovery_codes_are_stored(anna, factor):
    codes = {code.replace(" ", "") for code in new_recovery_codes(factor)}
    stored = set(RecoveryCode.objects.values_list("digest", flat=True))

    assert len(codes) == len(stored) == 8
    assert not codes & stored
    assert totp.as_text(key_of(anna, "salt")) != factor.salt


def test_second_factor_holds_once_a_code_has_confirmed_it(anna):
    client = signed_in()
    refused = client.post(PAGE, {"password": PASSWORD, "code": "0"})
    assert "This code is incorrect" in refused.content.decode()
    assert not SecondFactor.objects.exists()

    page = set_up(client, anna).content.decode()

    assert len(re.findall(r"<li><code>(?:[A-Z2-7]{4} ){5}[A-Z2-7]{4}</code>", page)) == 8
    assert give_password(browser()).headers["Location"] == CODE
    assert client.get(INDEX).status_code == 200


def test_key_stays_the_same_until_it_is_used(anna):
    client = signed_in()

    assert offered_salt(client) == offered_salt(client)


def test_setting_up_asks_for_the_password(anna):
    client = signed_in()

    page = set_up(client, anna, password="wrong").content.decode()

    assert "The password is incorrect." in page
    assert not SecondFactor.objects.exists()


def test_setting_up_ends_the_other_sessions(anna):
    here, elsewhere = signed_in(), signed_in()

    set_up(here, anna)

    assert here.get(INDEX).status_code == 200
    assert elsewhere.get(INDEX).status_code == 302


def test_picture_is_a_file_of_ours_without_styles(anna):
    picture = signed_in().get("/admin/second-factor/picture.svg")

    assert picture.headers["Content-Type"] == "image/svg+xml"
    assert picture.content.startswith(b"<svg ")
    assert b"style" not in picture.content


def test_key_is_not_shown_again(anna, factor):
    client = signed_in(anna)

    assert client.get("/admin/second-factor/picture.svg").headers["Location"] == PAGE
    assert "<img" not in client.get(PAGE).content.decode()


def test_removing_asks_for_password_and_code_and_ends_the_other_sessions(anna, factor, clock):
    here = signed_in(anna)
    clock.stop_at(LATER)
    elsewhere = signed_in(anna, LATER)
    recovery = new_recovery_codes(factor)[0]
    wish = {"wish": "remove", "code": recovery}

    assert here.post(PAGE, {**wish, "password": "wrong"}).status_code == 200
    assert here.post(PAGE, {**wish, "password": PASSWORD, "code": "0"}).status_code == 200
    assert SecondFactor.objects.exists()

    assert here.post(PAGE, {**wish, "password": PASSWORD}).headers["Location"] == PAGE
    assert not SecondFactor.objects.exists()
    assert here.get(INDEX).status_code == 200
    assert elsewhere.get(INDEX).status_code == 302


def test_new_recovery_codes_replace_the_old_ones(anna, factor):
    old, *others = new_recovery_codes(factor)
    client = signed_in(anna)

    client.post(PAGE, {"wish": "codes", "password": PASSWORD, "code": others[0]})

    assert factor.recovery_codes.count() == 8
    assert (
        client.post(PAGE, {"wish": "codes", "password": PASSWORD, "code": old})
        .content.decode()
        .count("This code is incorrect")
    )


def test_where_it_is_required_the_desk_opens_after_it_is_set_up(anna, settings):
    settings.REQUIRE_SECOND_FACTOR = True
    client = browser()
    give_password(client)

    assert client.get("/admin/coverage/").headers["Location"] == PAGE
    assert client.post("/admin/my-settings/", {"zone": ""}).headers["Location"] == PAGE
    set_up(client, anna)
    assert client.get("/admin/coverage/").status_code == 200


def test_administrator_removes_the_second_factor_of_others(anna, factor, django_user_model):
    django_user_model.objects.create_superuser("boss", password=PASSWORD)
    theirs, boss = signed_in(anna), browser()
    boss.post(LOGIN, {"username": "boss", "password": PASSWORD})
    users = "/admin/auth/user/"

    boss.post(users, {"action": "remove_second_factor", "_selected_action": [anna.pk]})

    assert not SecondFactor.objects.exists()
    assert theirs.get(INDEX).status_code == 302
    log = boss.get(f"{users}{anna.pk}/history/").content.decode()
    assert "Deleted two-step verification “anna”." in log


def test_command_removes_that_of_one_or_of_everybody(anna, factor, capsys):
    with pytest.raises(CommandError, match="“nobody” has no second factor"):
        call_command("reset_second_factor", "nobody")

    call_command("reset_second_factor", "anna")

    assert capsys.readouterr().out == "The second factor of “anna” is removed.\n"
    assert not SecondFactor.objects.exists()
    call_command("reset_second_factor", "--all")


@pytest.mark.parametrize("typed", ["\0", "x" * 5000, "\ud800", "", "９" * 100])
def test_odd_codes_are_refused_with_a_page(anna, factor, typed):
    client = browser()
    give_password(client)

    assert client.post(CODE, {"code": typed.encode("utf-8", "replace")}).status_code == 200

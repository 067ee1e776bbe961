"""Wrong passwords: who is locked out, and who is not."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db

LOGIN = reverse("admin:login")


@pytest.fixture
def client_of_stranger():
    return Client()


@pytest.fixture
def admin(django_user_model):
    return django_user_model.objects.create_superuser("admin", password="right")


def sign_in(client, password, username="admin", address="192.0.2.1"):
    typed = {"username": username, "password": password}
    return client.post(LOGIN, typed, REMOTE_ADDR=address).status_code


def fail(client, times, **who):
    return [sign_in(client, "wrong", **who) for _ in range(times)]


def test_tenth_failure_locks_the_address_out_for_this_name(client, admin):
    assert fail(client, 10) == [200] * 9 + [429]
    assert sign_in(client, "right") == 429


def test_stranger_elsewhere_does_not_lock_the_owner_out(client, admin):
    fail(client, 20, address="198.51.100.7")

    assert sign_in(client, "right") == 302


def test_owner_behind_the_same_address_gets_in_from_a_known_device(
    client, client_of_stranger, admin
):
    assert sign_in(client, "right") == 302
    client.post(reverse("admin:logout"))
    fail(client_of_stranger, 20)

    assert sign_in(client_of_stranger, "right") == 429
    assert sign_in(client, "right") == 302


def test_known_device_has_no_more_attempts_than_others(client, admin):
    sign_in(client, "right")
    client.post(reverse("admin:logout"))

    assert fail(client, 10) == [200] * 9 + [429]
    assert sign_in(client, "right", address="198.51.100.7") == 429


def test_known_device_is_known_for_its_owner_alone(
    client, client_of_stranger, admin, django_user_model
):
    django_user_model.objects.create_superuser("other", password="right")
    sign_in(client, "right")
    client.post(reverse("admin:logout"))
    fail(client_of_stranger, 10, username="other")

    assert sign_in(client, "right", username="other") == 429


def test_forged_device_is_none(client, client_of_stranger, admin):
    fail(client, 10)
    client_of_stranger.cookies["device"] = "0011223344556677:admin:1abcde:forged"

    assert sign_in(client_of_stranger, "right") == 429


def test_address_that_tries_many_names_is_locked_out_for_all(client, admin):
    for number in range(50):
        sign_in(client, "wrong", username=f"name{number}")

    assert sign_in(client, "right") == 429
    assert sign_in(client, "right", address="198.51.100.7") == 302


def test_logging_out_ends_the_session_everywhere(client, client_of_stranger, admin):
    sign_in(client, "right")
    client_of_stranger.cookies["sessionid"] = client.cookies["sessionid"].value
    client.post(reverse("admin:logout"))

    assert client_of_stranger.get(reverse("admin:index")).status_code == 302

"""Everybody who signs in sets their own clock."""

from __future__ import annotations

import pytest
from django.urls import reverse

from support.models import StaffProfile

pytestmark = pytest.mark.django_db

URL = reverse("admin:my_settings")


@pytest.fixture
def clerk_client(client, django_user_model):
    """Signed in as somebody who may see nothing else."""
    client.force_login(django_user_model.objects.create_user("clerk", is_staff=True))
    client.cookies["language"] = "en"
    return client


def test_zone_is_kept(clerk_client):
    response = clerk_client.post(URL, {"zone": "Asia/Tokyo"}, follow=True)

    assert "Your settings have been saved." in response.content.decode()
    assert StaffProfile.objects.get(user__username="clerk").zone == "Asia/Tokyo"


def test_zone_is_found_by_its_name(clerk_client):
    clerk_client.post(URL, {"zone": "Japan (Asia/Tokyo)"})

    assert StaffProfile.objects.get(user__username="clerk").zone == "Asia/Tokyo"


def test_empty_zone_is_utc_again(clerk_client):
    clerk_client.post(URL, {"zone": "Asia/Tokyo"})

    clerk_client.post(URL, {"zone": ""})

    assert StaffProfile.objects.get(user__username="clerk").zone == ""


def test_departments_that_somebody_is_limited_to_stay(clerk_client, sales):
    profile = StaffProfile.objects.create(user_id=clerk_client.session["_auth_user_id"])
    profile.departments.add(sales)

    clerk_client.post(URL, {"zone": "Asia/Tokyo"})

    assert list(profile.departments.all()) == [sales]


def test_zone_that_does_not_exist_is_shown_and_kept_in_the_box(clerk_client):
    page = clerk_client.post(URL, {"zone": "Atlantis"}).content.decode()

    assert "“Atlantis” isn’t a time zone." in page
    assert 'value="Atlantis"' in page
    assert not StaffProfile.objects.exists()


def test_script_that_offers_the_browsers_zone_is_a_file_of_ours(clerk_client):
    page = clerk_client.get(URL).content.decode()

    assert '<script src="/static/support/browser_zone.js" defer></script>' in page


def test_page_is_for_staff_only(client):
    response = client.get(URL)

    assert response.status_code == 302
    assert response.headers["Location"].startswith(reverse("admin:login"))

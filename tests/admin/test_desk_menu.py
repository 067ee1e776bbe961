"""The menu of the desk's own pages, and who may open them."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.urls import reverse

from support.admin.common.desk import DeskPage
from support.admin.desk_pages import desk_menu

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(django_user_model):
    """Can sign in, and nothing else."""
    return django_user_model.objects.create_user("clerk", is_staff=True)


def test_first_page_leads_to_every_page_of_the_menu(staff_client, admin_user):
    page = staff_client.get(reverse("admin:index")).content.decode()

    menu = page.partition('<nav class="desk-menu desk-menu-row"')[2].partition("</nav>")[0]
    assert [entry.address for entry in desk_menu(admin_user) if entry.address not in menu] == []


def test_page_is_for_those_with_its_permission(clerk, admin_user):
    page = DeskPage("secret/", lambda request: HttpResponse(), "secret", "Secret")

    assert page.is_for(admin_user)
    assert not page.is_for(clerk)


def test_page_without_permission_is_for_everybody_who_may_sign_in(clerk):
    page = DeskPage("open/", lambda request: HttpResponse(), "open", "Open", permission="")

    assert page.is_for(clerk)

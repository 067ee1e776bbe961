"""What nobody types: filters, cookies and headers of odd characters."""

from __future__ import annotations

import pytest
from django.db import DataError, OperationalError
from django.urls import reverse

from support.models import Closure, Topic
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("query", ["name=%00", "slug__regex=%00", "e=1", "p=%00"])
@pytest.mark.parametrize("model", ["support_department", "support_channel", "auth_user"])
def test_list_answers_an_odd_filter(staff_client, initial_data, query, model):
    response = staff_client.get(f"{reverse(f'admin:{model}_changelist')}?{query}", follow=True)

    assert response.status_code == 200


# On PostgreSQL the error ends a transaction, and a list is read in none.
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("model", ["support_department", "support_channel", "auth_user"])
def test_list_answers_an_expression_that_the_database_refuses(staff_client, initial_data, model):
    url = f"{reverse(f'admin:{model}_changelist')}?slug__regex=("

    assert staff_client.get(url, follow=True).status_code == 200


@pytest.mark.parametrize(
    "error",
    [
        DataError("PostgreSQL text fields cannot contain NUL (0x00) bytes"),
        OperationalError("user-defined function raised exception"),
    ],
)
@pytest.mark.parametrize("method", ["get", "post", "put"])
def test_list_says_that_a_filter_was_left_out(
    staff_client, initial_data, monkeypatch, error, method
):
    from django.contrib.admin.views.main import ChangeList

    usual = ChangeList.get_results

    def get_results(self, request):
        if request.GET:
            raise error
        return usual(self, request)

    monkeypatch.setattr(ChangeList, "get_results", get_results)
    url = reverse("admin:support_department_changelist")
    response = getattr(staff_client, method)(f"{url}?slug__regex=(", follow=True)

    assert response.redirect_chain == [(url, 302)]
    assert (
        "We couldn’t read one of the filters in the address, so it was ignored."
    ) in response.content.decode()


@pytest.mark.parametrize(
    "query",
    [
        f"starts_on__year={'9' * 40}",
        "starts_on__year=9999",
        "starts_on__year=9999&starts_on__month=12",
        "id__range=",
        "id__range=1",
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT"])
def test_list_leaves_out_a_number_or_range_that_cannot_be(staff_client, query, method):
    url = reverse("admin:support_closure_changelist")

    answer = staff_client.generic(method, f"{url}?{query}")

    assert (answer.status_code, answer["Location"]) == (302, url)


def test_action_on_the_rows_of_an_odd_list_is_not_done(staff_client):
    closure = factories.closure("2026-12-24T09:00", "2026-12-24T10:00")
    url = reverse("admin:support_closure_changelist")
    chosen = {"action": "delete_selected", "_selected_action": closure.pk, "post": "yes"}

    answer = staff_client.post(f"{url}?starts_on__year={'9' * 40}", chosen)

    assert (answer.status_code, answer["Location"]) == (302, url)
    assert Closure.objects.count() == 1


def test_action_that_fails_is_no_odd_filter(staff_client, monkeypatch):
    def fails(*args):
        raise ValueError("A fault of the portal.")

    monkeypatch.setattr("support.admin.rows.closure.ClosureAdmin.delete_queryset", fails)
    closure = factories.closure("2026-12-24T09:00", "2026-12-24T10:00")
    chosen = {"action": "delete_selected", "_selected_action": closure.pk, "post": "yes"}

    with pytest.raises(ValueError, match="A fault of the portal"):
        staff_client.post(reverse("admin:support_closure_changelist") + "?all=", chosen)


def test_number_that_no_column_holds_is_no_fault(staff_client):
    url = reverse("admin:support_closure_changelist")

    # PostgreSQL compares it and finds nothing; SQLite cannot read it.
    assert staff_client.get(f"{url}?id__in={'9' * 40}").status_code in (200, 302)


def test_row_that_is_deleted_in_a_popup_is_gone(staff_client, initial_data):
    answer = staff_client.post("/admin/support/topic/3/delete/", {"post": "yes", "_popup": "1"})

    assert answer.status_code == 200
    assert not Topic.objects.filter(pk=3).exists()


def test_row_by_an_empty_name_of_a_column_is_the_row(staff_client, initial_data):
    answer = staff_client.get("/admin/support/channel/1/change/?_to_field=")

    assert (answer.status_code, answer["Location"]) == (302, "/admin/support/channel/1/change/")


@pytest.mark.parametrize("key", ["\\000abcdefghij", "a" * 31, "é" * 32, "a" * 200_000])
def test_session_key_that_no_server_gave_out_is_none(client, key):
    client.cookies["sessionid"] = key

    assert client.get(reverse("admin:index")).status_code == 302


def test_foreign_host_leaves_no_line_in_the_log(client, capfd):
    assert client.get("/en/contact/", headers={"host": "foreign.example"}).status_code == 400
    assert capfd.readouterr().err == ""


def test_save_that_does_not_get_the_database_keeps_what_was_typed(
    staff_client, initial_data, monkeypatch
):
    def locked(*args, **kwargs):
        raise OperationalError("database is locked")

    monkeypatch.setattr("support.admin.rows.department.DepartmentAdmin.changeform_view", locked)
    url = reverse("admin:support_department_add")
    response = staff_client.post(url, {"slug": "new", "name_en": 'A "name"'})

    page = response.content.decode()
    assert (response.status_code, response.headers["Retry-After"]) == (503, "10")
    assert '<input type="hidden" name="name_en" value="A &quot;name&quot;">' in page
    assert "Nothing you typed has been lost." in page


def test_database_that_goes_away_before_the_view_is_told_as_after_it(staff_client, monkeypatch):
    def gone(user):
        raise OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr("support.second_factor.middleware.second_factor_of", gone)
    staff_client.raise_request_exception = False
    response = staff_client.post(reverse("admin:support_department_add"), {"name_en": "Typed"})

    assert (response.status_code, response.headers["Retry-After"]) == (503, "10")
    assert '<input type="hidden" name="name_en" value="Typed">' in response.content.decode()


def test_password_is_in_no_page(client, django_user_model, monkeypatch):
    def locked(*args, **kwargs):
        raise OperationalError("database is locked")

    monkeypatch.setattr("django.contrib.auth.backends.ModelBackend.authenticate", locked)
    response = client.post(reverse("admin:login"), {"username": "a", "password": "secret phrase"})

    assert response.status_code == 503
    assert "secret phrase" not in response.content.decode()

from __future__ import annotations

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.urls import reverse

from support.models import Department, Organization, StaffProfile
from tests.admin.form import read_form

pytestmark = pytest.mark.django_db

OVERVIEW = reverse("admin:translations")
DANISH = reverse("admin:translations_into", args=["da"])


@pytest.fixture
def sales(initial_data) -> Department:
    """Without its Danish name."""
    Department.objects.filter(slug="sales").update(name_da="")
    return Department.objects.get(slug="sales")


@pytest.fixture
def name_of_sales(sales) -> str:
    return f"department-{sales.pk}-name"


def form_of(client, url=DANISH):
    return read_form(client.get(url))


def test_missing_texts_are_counted_by_language(staff_client, sales):
    page = staff_client.get(OVERVIEW).content.decode()
    page = " ".join(page.split())

    assert '<span lang="da">Dansk</span> · Danish </th> <td>1</td>' in page
    assert '<span lang="de">Deutsch</span> · German </th> <td>0</td>' in page


def test_what_is_shown_instead_can_be_read(staff_client, name_of_sales):
    page = staff_client.get(DANISH).content.decode()

    assert "1 text is missing." in page
    assert "Shown instead, in English:" in page
    assert '<span lang="en" dir="ltr">Sales</span>' in page


def test_missing_text_is_written(staff_client, sales, name_of_sales):
    form = form_of(staff_client)

    response = staff_client.post(DANISH, form | {name_of_sales: "Salg"}, follow=True)

    sales.refresh_from_db()
    assert sales.name_da == "Salg"
    assert "1 text saved." in response.content.decode()
    assert "No texts are missing in this language." in response.content.decode()
    assert [str(entry.object_repr) for entry in LogEntry.objects.all()] == ["Sales"]


def test_editor_with_the_form_open_is_warned(staff_client, sales, name_of_sales):
    staff_client.post(DANISH, form_of(staff_client) | {name_of_sales: "Salg"})

    assert Department.objects.get(pk=sales.pk).edit_version == sales.edit_version + 1


def test_text_that_somebody_else_has_written_is_not_overwritten(staff_client, sales, name_of_sales):
    form = form_of(staff_client)
    Department.objects.filter(pk=sales.pk).update(name_da="Salgsafdeling")

    response = staff_client.post(DANISH, form | {name_of_sales: "Salg"})

    page = response.content.decode()
    assert Department.objects.get(pk=sales.pk).name_da == "Salgsafdeling"
    assert "it now reads “Salgsafdeling”" in page
    assert ">\nSalg</textarea>" in page

    staff_client.post(DANISH, read_form(response))
    assert Department.objects.get(pk=sales.pk).name_da == "Salg"


def test_text_that_is_too_long_is_named_and_kept(staff_client, sales, name_of_sales):
    form = form_of(staff_client)

    response = staff_client.post(DANISH, form | {name_of_sales: "x" * 101})

    page = response.content.decode()
    assert "Ensure this value has at most 100 characters (it has 101)." in page
    assert "x" * 101 in page


def test_lines_of_an_untouched_text_are_no_change(staff_client, sales, name_of_sales):
    Department.objects.filter(pk=sales.pk).update(note_da="one\ntwo")
    form = form_of(staff_client, f"{DANISH}?show=all")
    form[f"department-{sales.pk}-note"] = "one\r\ntwo"
    form[f"department-{sales.pk}-note-seen"] = "one\r\ntwo"

    response = staff_client.post(f"{DANISH}?show=all", form, follow=True)

    assert "Nothing was changed." in response.content.decode()


def test_language_that_is_none_of_the_site_is_not_found(staff_client):
    assert staff_client.get(reverse("admin:translations_into", args=["xx"])).status_code == 404


def test_who_may_not_translate_sees_the_counts_only(client, initial_data):
    viewer = User.objects.create_user("viewer", is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename="view_department"))
    client.force_login(viewer)

    assert "Write texts" not in client.get(OVERVIEW).content.decode()
    assert client.get(DANISH).status_code == 403


def test_who_is_limited_to_departments_writes_the_texts_of_those(client, sales, monkeypatch):
    translator = User.objects.create_user("translator", is_staff=True)
    monkeypatch.setattr(User, "has_perm", lambda user, permission: True)
    StaffProfile.objects.create(user=translator).departments.add(sales)
    Department.objects.filter(slug="finance").update(name_da="")
    client.force_login(translator)

    page = client.get(DANISH).content.decode()

    assert "1 text is missing." in page
    assert '<span lang="en" dir="ltr">Finance' not in page


def test_texts_are_paged(staff_client, initial_data):
    page = staff_client.get(f"{DANISH}?show=all&page=2").content.decode()

    assert "Page 2 of" in page


def test_number_of_queries_does_not_grow(staff_client, sales, django_assert_max_num_queries):
    with django_assert_max_num_queries(18):
        staff_client.get(f"{DANISH}?show=all")


def test_last_name_of_a_row_cannot_be_taken_away(staff_client, sales, name_of_sales):
    others = {f"name_{code}": "" for code in ("ja", "en", "it", "pt", "de", "nl", "es", "sv")}
    Department.objects.filter(pk=sales.pk).update(**others, name_fr="Vente")
    url = reverse("admin:translations_into", args=["fr"]) + "?show=all"

    response = staff_client.post(url, form_of(staff_client, url) | {name_of_sales: ""})

    assert "Enter a name in at least one language." in response.content.decode()
    sales.refresh_from_db()
    assert sales.name_fr == "Vente"


def test_language_that_is_not_shown_is_marked(staff_client, sales):
    Department.objects.filter(slug="sales").update(name_sv="")
    Organization.objects.update(hidden_languages=("da",))

    page = staff_client.get(reverse("admin:translations")).content.decode()
    assert page.count("not shown to visitors") == 1
    into = staff_client.get(reverse("admin:translations_into", args=["da"])).content.decode()
    assert "Visitors don’t see this language yet." in into
    attention = staff_client.get(reverse("admin:attention", args=["texts"])).content.decode()
    assert "/admin/translations/sv/" in attention
    assert "/admin/translations/da/" not in attention

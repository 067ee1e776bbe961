from __future__ import annotations

import pytest

from support.models import Department
from tests.admin.form import read_form

pytestmark = pytest.mark.django_db


def body(response):
    return response.content.decode()


@pytest.fixture
def second(desk):
    """The form of somebody whose page was opened before another editor saved."""
    form = desk.open()
    first = desk.open()
    first["windows-1-closes"] = ["17:00"]
    assert desk.save(first).status_code == 302
    form["windows-1-closes"] = ["16:00"]
    form["note_en"] = ["What I typed"]
    return form


def test_second_editor_is_told_who_was_first_and_what_changed(desk, second):
    response = desk.save(second)

    assert response.status_code == 200
    assert "This was changed by somebody else while you were editing." in body(response)
    assert "admin" in body(response)
    assert "Closes: 18:00 → 17:00" in body(response)


def test_nothing_is_overwritten_and_nothing_typed_is_lost(desk, second, sales):
    response = desk.save(second)

    assert sales.windows.get(language="ja").closes.hour == 17
    assert "What I typed" in body(response)
    assert 'value="16:00"' in body(response)


def test_saving_again_replaces_knowingly(desk, second, sales):
    again = read_form(desk.save(second))

    assert desk.save(again).status_code == 302
    assert sales.windows.get(language="ja").closes.hour == 16


def test_window_that_was_deleted_meanwhile_is_no_error_of_ours(desk, sales):
    form = desk.open()
    sales.windows.get(language="ja").delete()
    form["windows-1-closes"] = ["16:00"]

    assert desk.save(form).status_code == 200


def test_department_that_was_deleted_meanwhile_is_told(staff_client, desk, sales):
    form = desk.open()
    Department.objects.filter(pk=sales.pk).delete()

    assert desk.save(form).status_code == 302


def test_form_without_its_version_is_treated_as_old(desk):
    form = desk.open()
    desk.save(desk.open())
    del form["seen_edit_version"]

    assert "while you were editing" in body(desk.save(form))


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 30])
def test_version_that_is_none_is_refused(desk, version):
    form = desk.open() | {"seen_edit_version": [version]}

    assert desk.save(form).status_code == 200

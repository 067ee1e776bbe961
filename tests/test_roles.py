from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser, Group, Permission, User
from django.db import connection

from support.models import Department, StaffProfile
from support.roles import department_limits, editable_departments, may_edit

pytestmark = pytest.mark.django_db

CLOSE = "support.add_closure"


@pytest.fixture
def editor(initial_data) -> User:
    user = User.objects.create_user("editor", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="change_department"))
    return user


@pytest.fixture
def sales() -> Department:
    return Department.objects.get(slug="sales")


@pytest.fixture
def finance() -> Department:
    return Department.objects.get(slug="finance")


def test_editor_without_a_profile_may_edit_every_department(editor, sales):
    assert editable_departments(editor).count() == 8
    assert may_edit(editor, sales.pk)
    assert may_edit(editor, None)


def test_profile_without_departments_limits_nobody(editor):
    StaffProfile.objects.create(user=editor, zone="Asia/Tokyo")

    assert department_limits(editor) is None
    assert may_edit(editor, None)


def test_editor_of_chosen_departments_may_edit_no_other(editor, sales, finance):
    StaffProfile.objects.create(user=editor).departments.add(finance)

    assert list(editable_departments(editor)) == [finance]
    assert may_edit(editor, finance.pk)
    assert not may_edit(editor, sales.pk)
    assert not may_edit(editor, None)


def test_editor_whose_last_department_was_deleted_may_edit_none(editor, sales, finance):
    StaffProfile.objects.create(user=editor, limited=True).departments.add(finance)
    finance.delete()

    assert editable_departments(editor).count() == 0
    assert not may_edit(editor, sales.pk)
    assert not may_edit(editor, None)


def test_permission_that_is_asked_for_is_needed_too(editor, finance):
    StaffProfile.objects.create(user=editor).departments.add(finance)

    assert may_edit(editor, finance.pk)
    assert not may_edit(editor, finance.pk, CLOSE)
    assert editable_departments(editor, CLOSE).count() == 0


def test_other_permissions_are_narrowed_as_well(initial_data, sales, finance):
    user = User.objects.create_user("reception", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="add_closure"))
    StaffProfile.objects.create(user=user).departments.add(finance)

    assert may_edit(user, finance.pk, CLOSE)
    assert not may_edit(user, sales.pk, CLOSE)
    assert not may_edit(user, finance.pk)


def test_limits_are_read_once(editor, sales, finance, django_assert_num_queries):
    StaffProfile.objects.create(user=editor).departments.add(finance)
    editor.has_perm("support.change_department")

    with django_assert_num_queries(2):
        assert may_edit(editor, finance.pk)
        assert not may_edit(editor, sales.pk)
        assert not may_edit(editor, None)


def test_profile_does_not_narrow_a_superuser(initial_data, sales, admin_user):
    StaffProfile.objects.create(user=admin_user, limited=True).departments.add(sales)

    assert editable_departments(admin_user).count() == 8
    assert may_edit(admin_user, None)


def test_who_lacks_the_permission_may_edit_none(initial_data, sales):
    viewer = User.objects.create_user("viewer", is_staff=True)

    assert not may_edit(viewer, sales.pk)
    assert not may_edit(AnonymousUser(), None)


def test_who_has_left_may_edit_none(editor, sales):
    editor.is_active = False

    assert editable_departments(editor).count() == 0
    assert not may_edit(editor, sales.pk)


# The groups that a migration makes


def migrate_groups() -> None:
    first = import_module("support.migrations.0005_groups_and_limits")
    first.create_groups(apps, connection.schema_editor())


def codenames(name: str) -> set[str]:
    return set(Group.objects.get(name=name).permissions.values_list("codename", flat=True))


VIEW = {
    "view_audience",
    "view_channel",
    "view_closure",
    "view_department",
    "view_incident",
    "view_languagewindow",
    "view_organization",
    "view_product",
    "view_section",
    "view_specialhours",
    "view_staffquestion",
    "view_topic",
    "view_uilocale",
    "view_unscheduledlanguage",
}


def test_viewers_see_everything_of_the_portal():
    assert codenames("Viewers") == VIEW


def test_translators_see_and_write_texts():
    assert codenames("Translators") == VIEW | {"translate_texts"}


def test_hours_editors_change_departments_and_hours_and_nothing_else():
    assert codenames("Hours editors") == VIEW | {
        "change_department",
        "add_languagewindow",
        "change_languagewindow",
        "delete_languagewindow",
        "add_unscheduledlanguage",
        "change_unscheduledlanguage",
        "delete_unscheduledlanguage",
        "add_specialhours",
        "change_specialhours",
        "delete_specialhours",
        "add_closure",
        "change_closure",
        "delete_closure",
        "add_incident",
        "change_incident",
        "delete_incident",
        "add_staffquestion",
        "change_staffquestion",
        "delete_staffquestion",
    }


def test_answerers_answer_and_have_prepared_answers_of_their_own():
    assert codenames("Answerers") == VIEW | {
        "answer_conversation",
        "add_cannedanswer",
        "change_cannedanswer",
        "delete_cannedanswer",
        "view_cannedanswer",
    }


def test_what_an_operator_made_of_a_group_stays_with_the_next_migration():
    chosen = Permission.objects.filter(codename="view_department")
    Group.objects.get(name="Hours editors").permissions.set(chosen)

    migrate_groups()

    assert codenames("Hours editors") == {"view_department"}
    assert Group.objects.exclude(name="Answerers").count() == 3

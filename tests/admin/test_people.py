"""People: invited, changed and left out by administrators, in words."""

from __future__ import annotations

import smtplib
from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import Group, User
from django.core import mail
from django.test import Client
from django.urls import reverse

from support import roles
from support.models import StaffProfile
from tests.admin.form import read_form
from tests.factories import department
from tests.waiting import wait_for

pytestmark = pytest.mark.django_db

PEOPLE = reverse("admin:auth_user_changelist")
INVITE = reverse("admin:auth_user_add")
LOGIN = reverse("admin:login")
FORGOTTEN = reverse("forgotten_password")
PASSWORD = {"new_password1": "Qx-7-harbour", "new_password2": "Qx-7-harbour"}


@pytest.fixture
def sales():
    return department("sales")


@pytest.fixture
def editors():
    return Group.objects.get(name="Hours editors")


@pytest.fixture
def anna(sales, editors):
    user = User.objects.create_user(
        "anna", "anna@example.com", "right", first_name="Anna", is_staff=True
    )
    user.groups.add(editors)
    StaffProfile.objects.create(user=user, limited=True).departments.add(sales)
    return user


def invite(client, sales, editors, **typed):
    form = read_form(client.get(INVITE))
    values = {
        "email": "anna@example.com",
        "name": "Anna Sato",
        "mail_language": "ja",
        "roles": [editors.pk],
        "departments": [sales.pk],
    }
    return client.post(INVITE, form | values | typed, follow=True)


def link_in(message):
    return next(line for line in message.body.splitlines() if line.startswith("http"))


def choose_password(client, link):
    page = client.get(link, follow=True)
    return client.post(page.redirect_chain[-1][0], PASSWORD, follow=True)


def change_page(user):
    return reverse("admin:auth_user_change", args=[user.pk])


def body(response):
    return response.content.decode()


def test_editor_for_one_department_is_invited_and_signs_in(staff_client, sales, editors):
    invited = invite(staff_client, sales, editors)
    assert "An email with a link is on its way to anna@example.com." in body(invited)

    theirs = Client()
    answer = choose_password(theirs, link_in(mail.outbox[0]))
    assert answer.redirect_chain[-1][0] == LOGIN
    theirs.post(LOGIN, {"username": "anna@example.com", "password": "Qx-7-harbour"})

    user = User.objects.get(username="anna@example.com")
    assert theirs.get(reverse("admin:index")).status_code == 200
    assert roles.may_edit(user, sales.pk)
    assert not roles.may_edit(user, department("support").pk)
    assert (user.get_full_name(), user.is_staff, user.is_superuser) == ("Anna Sato", True, False)


def test_invitation_is_plain_text_in_the_language_of_who_gets_it(staff_client, sales, editors):
    invite(staff_client, sales, editors, mail_language="de")

    message = mail.outbox[0]
    assert message.subject == "Ihr Konto für die Servicezeiten"
    assert message.content_subtype == "plain"
    assert "Ihr Anmeldename: anna@example.com" in message.body
    assert "Der Link funktioniert einmal, innerhalb von 72 Stunden." in message.body
    assert link_in(message).startswith("http://testserver/admin/password/new/")


def test_link_works_once(staff_client, client, sales, editors):
    invite(staff_client, sales, editors)
    link = link_in(mail.outbox[0])
    choose_password(client, link)

    assert "This link no longer works" in body(Client(headers={"accept-language": "en"}).get(link))


def test_looking_at_the_link_uses_nothing_up(staff_client, client, sales, editors):
    invite(staff_client, sales, editors)
    link = link_in(mail.outbox[0])
    Client().get(link, follow=True)

    assert "anna@example.com" in body(client.get(link, follow=True))


def test_another_invitation_ends_the_link_before(staff_client, client, sales, editors):
    invite(staff_client, sales, editors)
    user = User.objects.get(username="anna@example.com")
    staff_client.post(reverse("admin:auth_user_send_link", args=[user.pk]))

    first, second = map(link_in, mail.outbox)
    assert client.get(first).status_code == 200
    assert client.get(second).status_code == 302


def test_form_says_what_each_role_may(staff_client, sales, editors):
    page = body(staff_client.get(INVITE))

    assert (
        '<strong>Hours editors</strong><span class="ability">See everything in the admin '
        "area.</span>"
        '<span class="ability">Change departments and their weekly hours.</span>'
        '<span class="ability">Close departments, or give them other hours on certain days.'
        "</span>" in page
    )
    assert "Invite people, decide what they may do, and block them." in page


@pytest.mark.parametrize("path", [INVITE, PEOPLE])
def test_nothing_speaks_of_hashes_or_permissions(staff_client, anna, path):
    for page in (body(staff_client.get(path)), body(staff_client.get(change_page(anna)))):
        assert "hash" not in page
        assert "permission" not in page.lower()


def test_editor_of_no_department_is_asked_which(staff_client, sales, editors):
    answer = invite(staff_client, sales, editors, departments=[])

    assert "Tick a department, or choose all departments." in body(answer)
    assert not mail.outbox


def test_ticked_departments_and_all_departments_are_one_too_many(staff_client, sales, editors):
    answer = invite(staff_client, sales, editors, scope="all")

    assert "Choose one of the two: all departments, or the ones ticked here." in body(answer)


def test_address_is_in_the_list_once(staff_client, sales, editors, anna):
    answer = invite(staff_client, sales, editors, email="Anna@Example.com")

    assert "There is already someone with this address." in body(answer)


def test_odd_address_signs_in_with_a_plain_name(staff_client, sales, editors):
    invite(staff_client, sales, editors, email="o'hara!x@example.com")

    assert User.objects.get(email="o'hara!x@example.com").username == "oharax"


def test_mail_that_cannot_be_sent_is_told_and_sent_again(staff_client, sales, editors, monkeypatch):
    def refuse(self):
        raise smtplib.SMTPException

    with monkeypatch.context() as patch:
        patch.setattr("django.core.mail.EmailMessage.send", refuse)
        assert "The email to anna@example.com couldn’t be sent." in body(
            invite(staff_client, sales, editors)
        )
    user = User.objects.get(username="anna@example.com")
    staff_client.post(reverse("admin:auth_user_send_link", args=[user.pk]))

    assert [message.to for message in mail.outbox] == [["anna@example.com"]]


def test_without_a_mail_server_the_desk_says_where_mails_are(
    staff_client, sales, editors, settings, tmp_path
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path

    assert f"Emails are written as files to {tmp_path}." in body(staff_client.get(INVITE))
    invited = body(invite(staff_client, sales, editors))
    assert (
        f"No mail server is set up here. The email has been written to a file in {tmp_path}."
        in invited
    )
    assert len(list(tmp_path.iterdir())) == 1


def test_list_says_roles_departments_and_who_has_not_come_yet(
    staff_client, sales, editors, anna, clock
):
    clock.stop_at("2026-11-27T12:00:00Z")
    invite(staff_client, sales, editors, email="b@example.com", name="Berta")
    page = body(staff_client.get(PEOPLE))
    assert '<td class="field-roles">Hours editors</td>' in page
    assert '<td class="field-departments">Sales</td>' in page
    assert '<td class="field-state">Can sign in</td>' in page
    assert '<td class="field-state">Invited</td>' in page

    clock.stop_at("2026-11-30T12:00:00Z")
    assert '<td class="field-state">Invited, but the link has expired</td>' in body(
        staff_client.get(PEOPLE)
    )


def test_list_asks_the_database_as_often_for_many(
    staff_client, editors, anna, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as few:
        staff_client.get(PEOPLE)
    for number in range(20):
        user = User.objects.create_user(f"user{number}", is_staff=True)
        user.groups.add(editors)
        StaffProfile.objects.create(user=user)

    with django_assert_num_queries(len(few)):
        staff_client.get(PEOPLE)


def test_person_who_is_left_out_is_signed_out_for_good(staff_client, client, anna):
    client.force_login(anna, "django.contrib.auth.backends.ModelBackend")
    form = read_form(staff_client.get(change_page(anna)))
    del form["is_active"]

    answer = staff_client.post(change_page(anna), form, follow=True)
    assert "Anna has been blocked." in body(answer)
    User.objects.filter(pk=anna.pk).update(is_active=True)

    assert client.get(reverse("admin:index")).status_code == 302


def test_person_who_is_deleted_is_signed_out(staff_client, client, anna):
    client.force_login(anna, "django.contrib.auth.backends.ModelBackend")
    staff_client.post(reverse("admin:auth_user_delete", args=[anna.pk]), {"post": "yes"})

    assert client.get(reverse("admin:index")).status_code == 302
    assert not User.objects.filter(username="anna").exists()


def test_link_of_who_was_left_out_does_not_work(staff_client, client, anna):
    staff_client.post(reverse("admin:auth_user_send_link", args=[anna.pk]))
    anna.is_active = False
    anna.save()

    assert client.get(link_in(mail.outbox[0])).status_code == 200


def test_form_saved_as_it_is_changes_nothing(staff_client, anna, sales, editors):
    staff_client.post(change_page(anna), read_form(staff_client.get(change_page(anna))))

    anna.refresh_from_db()
    assert (anna.get_full_name(), anna.email) == ("Anna", "anna@example.com")
    assert (anna.is_active, anna.is_superuser) == (True, False)
    assert list(anna.groups.all()) == [editors]
    assert anna.staff_profile.limited
    assert list(anna.staff_profile.departments.all()) == [sales]
    assert anna.check_password("right")


def test_who_lost_the_last_department_keeps_none(staff_client, anna, sales):
    sales.delete()
    staff_client.post(change_page(anna), read_form(staff_client.get(change_page(anna))))

    assert StaffProfile.objects.get(user=anna).limited


def test_limit_to_no_department_is_asked_about(staff_client, anna):
    StaffProfile.objects.all().delete()
    form = read_form(staff_client.get(change_page(anna)))
    answer = staff_client.post(change_page(anna), form | {"scope": "chosen"})

    assert "Tick a department, or choose all departments." in body(answer)


def test_administrators_cannot_take_it_from_themselves(staff_client, admin_user):
    form = read_form(staff_client.get(change_page(admin_user)))
    answer = staff_client.post(change_page(admin_user), form | {"roles": []})
    assert "You can’t remove this from your own account. Ask another administrator." in body(answer)

    del form["is_active"]
    staff_client.post(change_page(admin_user), form)
    staff_client.post(reverse("admin:auth_user_delete", args=[admin_user.pk]), {"post": "yes"})
    admin_user.refresh_from_db()
    assert (admin_user.is_active, admin_user.is_superuser) == (True, True)


def test_personnel_without_being_administrator_sees_nobody(client, anna):
    anna.user_permissions.set(
        anna.user_permissions.model.objects.filter(content_type__app_label="auth")
    )
    client.force_login(anna, "django.contrib.auth.backends.ModelBackend")

    assert client.get(PEOPLE).status_code == 403
    assert client.get(change_page(anna)).status_code == 403
    assert client.post(reverse("admin:auth_user_send_link", args=[anna.pk])).status_code == 403
    assert "/admin/people/" not in body(client.get(reverse("admin:index")))


# A forgotten password


@pytest.fixture
def ask(client):
    client.cookies["language"] = "en"
    return lambda address, **extra: client.post(FORGOTTEN, {"email": address}, **extra)


@pytest.fixture(autouse=True)
def mails_at_once(monkeypatch):
    """Send in the thread of the test, which has its own outbox."""
    monkeypatch.setattr("support.admin.pages.password.send_unseen", lambda message: message.send())


def test_login_leads_to_a_new_password(client, ask, anna):
    assert f'<a href="{FORGOTTEN}">' in body(client.get(LOGIN))
    ask("ANNA@example.com")

    choose_password(client, link_in(mail.outbox[0]))
    signed_in = client.post(LOGIN, {"username": "anna", "password": "Qx-7-harbour"})
    assert signed_in.status_code == 302


def test_answer_is_the_same_whether_there_is_an_account(client, ask, anna):
    known, unknown = ask("anna@example.com"), ask("nobody@example.com")

    assert (known.status_code, unknown.status_code) == (302, 302)
    assert known.headers["Location"] == unknown.headers["Location"] == LOGIN
    assert [message.to for message in mail.outbox] == [["anna@example.com"]]


@pytest.mark.parametrize("fields", [{"is_active": False}, {"is_staff": False}])
def test_who_may_not_sign_in_gets_no_mail(ask, anna, fields):
    User.objects.filter(pk=anna.pk).update(**fields)
    ask("anna@example.com")

    assert not mail.outbox


def test_one_person_gets_five_mails_whoever_asks(ask, anna):
    for number in range(9):
        ask("anna@example.com", REMOTE_ADDR=f"192.0.2.{number}")

    assert len(mail.outbox) == 5


def test_who_asks_too_often_is_refused_and_can_still_sign_in(client, ask, anna):
    answers = [ask("anna@example.com").status_code for _ in range(11)]
    assert answers == [302] * 9 + [429] * 2

    assert client.post(LOGIN, {"username": "anna", "password": "right"}).status_code == 302


def test_link_is_too_old_after_the_time_that_the_mail_says(ask, client, anna, monkeypatch):
    from django.contrib.auth.tokens import default_token_generator

    ask("anna@example.com")
    late = default_token_generator._now() + timedelta(
        seconds=django_settings.PASSWORD_RESET_TIMEOUT + 1
    )
    monkeypatch.setattr(default_token_generator, "_now", lambda: late)

    assert client.get(link_in(mail.outbox[0])).status_code == 200


def test_second_factor_is_asked_for_after_a_new_password(ask, client, anna):
    from support.models import SecondFactor

    SecondFactor.objects.create(user=anna, salt="s", set_up_at="2026-01-01T00:00Z", last_step=0)
    ask("anna@example.com")
    choose_password(client, link_in(mail.outbox[0]))

    answer = client.post(LOGIN, {"username": "anna", "password": "Qx-7-harbour"})
    assert answer.headers["Location"] == reverse("admin:sign_in_code")


def test_mail_goes_out_beside_the_answer(monkeypatch):
    from support.people.mail import send_unseen

    sent = []

    class Message:
        def send(self):
            sent.append(True)

    send_unseen(Message())
    wait_for(lambda: sent)
    assert sent == [True]


def test_what_somebody_may_is_said_before_saving(staff_client, sales, editors):
    def said(**ticked):
        return staff_client.get(reverse("admin:may"), ticked).json()["sentences"]

    assert said(roles=[editors.pk], departments=[sales.pk])[-2:] == [
        "Ask and answer questions about hours.",
        "Change and answer only in these departments: Sales.",
    ]
    assert said(roles=[editors.pk], scope="all")[-1] == "Change and answer in all departments."
    everything = "Do everything in the admin area, for all departments."
    assert said(roles=["administrator"])[0] == everything
    assert said() == ["Nothing: tick a role."]


def test_role_is_made_of_what_it_allows(staff_client, editors):
    page = reverse("admin:auth_group_add")
    form = read_form(staff_client.get(page)) | {"name": ["Press"], "may": ["see", "incidents"]}
    staff_client.post(page, form)

    codenames = set(Group.objects.get(name="Press").permissions.values_list("codename", flat=True))
    assert {"view_department", "add_incident", "delete_incident"} <= codenames
    assert "change_department" not in codenames


def test_role_keeps_what_nobody_touches(staff_client, editors):
    editors.permissions.remove(*editors.permissions.filter(codename="delete_closure"))
    page = reverse("admin:auth_group_change", args=[editors.pk])
    form = read_form(staff_client.get(page))
    form["may"].remove("incidents")
    staff_client.post(page, form)

    codenames = set(editors.permissions.values_list("codename", flat=True))
    assert {"change_department", "view_incident", "change_closure"} <= codenames
    assert codenames.isdisjoint({"delete_closure", "add_incident", "change_incident"})


def test_link_that_somebody_else_opens_at_the_same_screen_signs_that_one_out(
    staff_client, sales, editors
):
    invite(staff_client, sales, editors)

    page = choose_password(staff_client, link_in(mail.outbox[0]))

    assert page.redirect_chain[-1][0] == LOGIN
    assert "You can now sign in with it." in body(page)

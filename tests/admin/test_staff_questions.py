"""Questions of staff, which need attention until somebody answers."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from support.models import Department, StaffProfile, StaffQuestion
from tests.admin.form import read_form

pytestmark = pytest.mark.django_db

ADD = reverse("admin:support_staffquestion_add")
LIST = reverse("admin:support_staffquestion_changelist")


@pytest.fixture(autouse=True)
def monday(clock):
    clock.stop_at("2026-11-23T18:00:00+00:00")


@pytest.fixture
def question(sales) -> StaffQuestion:
    return StaffQuestion.objects.create(
        department=sales, language="ja", text_en="Is 18:00 right?", text_ja="18時で合っていますか？"
    )


@pytest.fixture
def change(question):
    return reverse("admin:support_staffquestion_change", args=[question.pk])


def body(response):
    return response.content.decode()


def test_shipped_assumptions_need_attention(staff_client, initial_data):
    page = body(staff_client.get(reverse("admin:index")))

    assert "Questions to answer (4)" in page
    assert "Migrations: English: We know the regions but not their hours" in page
    assert "Customer support: Portuguese: Portuguese is stated for a single hour" in page
    assert "Does 12:00 mean noon, not midnight?" in page
    assert "Sales: The message form, email and chat are stated for Japanese only." in page


def test_question_is_asked_from_the_form_of_its_department(staff_client, desk, sales):
    add = f"{ADD}?department={sales.pk}"
    assert f'href="{add}"' in body(staff_client.get(desk.url))

    form = read_form(staff_client.get(add)) | {"language": "Japanese", "text_en": "Until 18:00?"}
    staff_client.post(ADD, form)

    asked = StaffQuestion.objects.get(text_en="Until 18:00?")
    assert (asked.department, asked.language, asked.answer) == (sales, "ja", "")


def test_form_of_the_department_leads_to_its_open_questions(staff_client, desk, question, change):
    page = body(staff_client.get(desk.url))

    assert f'<a href="{change}">Japanese: Is 18:00 right?</a>' in page


def test_answer_is_kept_with_who_gave_it_and_when_on_their_clock(
    staff_client, admin_user, question, change
):
    StaffProfile.objects.create(user=admin_user, zone="Asia/Tokyo")

    staff_client.post(change, read_form(staff_client.get(change)) | {"answer": "Yes."})

    question.refresh_from_db()
    assert (question.answer, question.answered_by) == ("Yes.", "admin")
    assert question.answered_on == date(2026, 11, 24)
    staff_client.get(LIST)  # tells that it was saved
    attention = reverse("admin:attention", args=["questions"])
    assert "Is 18:00 right?" not in body(staff_client.get(attention))


def test_question_without_its_answer_is_open_again(staff_client, question, change):
    staff_client.post(change, read_form(staff_client.get(change)) | {"answer": "Yes."})
    staff_client.post(change, read_form(staff_client.get(change)) | {"answer": ""})

    question.refresh_from_db()
    assert (question.answered_by, question.answered_on) == ("", None)


def test_list_has_those_that_are_not_answered(staff_client, question):
    StaffQuestion.objects.filter(pk=question.pk).update(answer="Yes.")

    page = body(staff_client.get(LIST, {"answered": "no"}))

    assert "Is 18:00 right?" not in page
    assert "We know the regions but not their hours" in page


def test_question_is_in_the_history_of_its_department(staff_client, question):
    history = reverse("admin:support_department_history", args=[question.department_id])

    assert "Is 18:00 right?" in body(staff_client.get(history))


def test_question_goes_with_its_department(question):
    Department.objects.get(slug="sales").delete()

    assert not StaffQuestion.objects.filter(pk=question.pk).exists()

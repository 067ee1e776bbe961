from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from support.admin.common.request_user import request_user_may
from support.locales.languages import language_name
from support.models import Department, StaffQuestion


def questions_list(department: Department, language: str) -> str:
    """List the open questions about a department and its hours, each with a link to answer it.

    A link to ask one follows, if the user has permission to.
    """
    may_answer = request_user_may("support.change_staffquestion", department)
    rows = StaffQuestion.objects.filter(department=department, answer="")
    items = [(_asked(row, language, may_answer=may_answer),) for row in rows]
    listed = format_html_join("", "<li>{}</li>", items)
    add = ""
    if request_user_may("support.add_staffquestion", department):
        query = urlencode({"department": department.pk})
        address = f"{reverse('admin:support_staffquestion_add')}?{query}"
        add = format_html('<a class="addlink" href="{}">{}</a>', address, _("Ask a question"))
    return format_html(
        "{} {}", format_html('<ul class="exceptions">{}</ul>', listed) if listed else "–", add
    )


def _asked(row: StaffQuestion, language: str, *, may_answer: bool) -> str:
    words = row.text
    if row.language:
        name = language_name(row.language, language)
        words = _("{what}: {detail}").format(what=name, detail=row.text)
    if not may_answer:
        return words
    address = reverse("admin:support_staffquestion_change", args=[row.pk])
    return format_html('<a href="{}">{}</a>', address, words)

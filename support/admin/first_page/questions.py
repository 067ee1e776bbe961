"""Questions of staff that nobody has answered yet."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from support.admin.first_page.context import FirstPageContext
from support.admin.first_page.line import Line, LinesOfRows
from support.models import StaffQuestion


def open_questions(context: FirstPageContext) -> Sequence[Line]:
    may_change = context.user.has_perm("support.change_staffquestion")

    def line(row: StaffQuestion) -> Line:
        words = _("{what}: {detail}").format(what=row.scope, detail=row.text)
        if not may_change or not context.may_edit(row.department_id):
            return Line(words)
        return Line(words, reverse("admin:support_staffquestion_change", args=[row.pk]))

    rows = StaffQuestion.objects.filter(answer="").select_related("department")
    return LinesOfRows(rows, line)

"""Questions of staff in the configuration file."""

from __future__ import annotations

from datetime import date

import pytest

from support.models import StaffQuestion
from support.schedule_file.stored import stored_configuration
from support.schedule_file.writing import write
from tests import factories

pytestmark = pytest.mark.django_db


def test_question_with_its_answer_is_written():
    StaffQuestion.objects.create(
        department=factories.department("sales"),
        language="ja",
        text_en="Until 18:00?",
        answer="Yes.",
        answered_by="mika",
        answered_on=date(2026, 11, 24),
    )

    assert write(stored_configuration()).partition("[[questions]]")[2] == (
        '\ndepartment = "sales"\nlanguage = "ja"\nanswer = "Yes."\nanswered_by = "mika"\n'
        'answered_on = 2026-11-24\n\n[questions.text]\nen = "Until 18:00?"\n'
    )

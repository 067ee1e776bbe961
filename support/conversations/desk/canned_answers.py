"""Answers that staff keep ready, in ten languages."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils import translation

from support.conversations.models import CannedAnswer, Conversation
from support.locales.languages import SITE_LANGUAGES


def canned_answers(department: str) -> QuerySet[CannedAnswer]:
    """Return those for a department and those for all."""
    return CannedAnswer.objects.filter(Q(department="") | Q(department=department))


def text_for(answer: CannedAnswer, conversation: Conversation) -> str:
    """Return the text in the language that the visitor writes in, or else that of their page."""
    wanted = conversation.language.split("-")[0]
    language = wanted if wanted in SITE_LANGUAGES else conversation.page_language
    with translation.override(language):
        return str(answer.text)

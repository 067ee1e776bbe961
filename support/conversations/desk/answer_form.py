"""What a member of staff writes in a conversation, and what they do with it."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from support.conversations.desk.canned_answers import canned_answers
from support.conversations.desk.words import StaffView
from support.conversations.models import Conversation
from support.conversations.models.message import MOST_CHARACTERS
from support.locales.plain_text import plain_text


class SeenForm(forms.Form):
    """What is done to a conversation as somebody saw it: the last message, and a key of its own."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    key = forms.CharField(max_length=36, widget=forms.HiddenInput)

    def __init__(self, conversation: Conversation, data: Any = None) -> None:
        super().__init__(data, auto_id=f"{self.prefix or type(self).__name__.lower()}-%s")
        self.fields["seen"].initial = conversation.last_number
        self.fields["key"].initial = uuid4().hex


class AnswerForm(SeenForm):
    text = forms.CharField(
        label=_("Answer"),
        max_length=MOST_CHARACTERS,
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    canned = forms.ChoiceField(label=_("Canned answer"), required=False)

    def __init__(self, conversation: Conversation, data: Any = None) -> None:
        super().__init__(conversation, data)
        self.ready = {str(row.pk): row for row in canned_answers(conversation.department)}
        self.fields["canned"].choices = [  # type: ignore[attr-defined]
            ("", _("Choose an answer")),
            *((key, row.title) for key, row in self.ready.items()),
        ]

    def clean_text(self) -> str:
        text = plain_text(self.cleaned_data["text"]).replace("\r\n", "\n").strip()
        if not text and self.data.get("action") != "insert":
            raise ValidationError(_("Write something first."))
        return text


class HandOverForm(SeenForm):
    """Ask where to: one of the departments, with one of the languages that it serves."""

    to = forms.ChoiceField(label=_("Department and language"))

    def __init__(self, conversation: Conversation, view: StaffView, data: Any = None) -> None:
        super().__init__(conversation, data)
        now = (conversation.department, conversation.language)
        self.fields["to"].choices = [  # type: ignore[attr-defined]
            ("", _("Choose a department and a language")),
            *(
                (f"{entry.slug} {served.tag}", view.answered_in(entry.slug, served.tag))
                for entry in view.directory.departments
                for served in entry.languages
                if (entry.slug, served.tag) != now
            ),
        ]

    @property
    def chosen(self) -> tuple[str, str]:
        department, language = self.cleaned_data["to"].split(" ")
        return department, language

"""What a member of staff asks the list of conversations for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from support.conversations.desk.words import StaffView
from support.conversations.models import Conversation, Message
from support.locales.languages import language_name

MY_LANGUAGES, EVERY = "", "*"


class ListForm(forms.Form):
    """Ask for departments, languages and words; which ones are shown is the page's own."""

    show = forms.CharField(widget=forms.HiddenInput, required=False)
    department = forms.ChoiceField(label=_("Department"), required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)
    words = forms.CharField(
        label=_("Text, name or email address"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )

    def __init__(
        self,
        data: Any,
        view: StaffView,
        departments: frozenset[str] | None,
        languages: tuple[str, ...],
    ) -> None:
        super().__init__(data)
        self._languages = languages
        entries = [
            entry
            for entry in view.directory.departments
            if departments is None or entry.slug in departments
        ]
        self._names = {entry.slug: (entry.slug, *entry.former_slugs) for entry in entries}
        served = {served.tag for entry in entries for served in entry.languages} | {*languages}
        names = sorted((language_name(tag, view.language), tag) for tag in served)
        own = [(MY_LANGUAGES, _("Languages I answer in"))] if languages else []
        self.fields["department"].choices = [  # type: ignore[attr-defined]
            ("", _("All")),
            *((entry.slug, view.department(entry.slug)) for entry in entries),
        ]
        self.fields["language"].choices = [  # type: ignore[attr-defined]
            *own,
            (EVERY if languages else "", _("All")),
            *((tag, name) for name, tag in names),
        ]

    def chosen(self, conversations: QuerySet[Conversation]) -> QuerySet[Conversation]:
        """Return those that are asked for; what cannot be read asks for nothing."""
        cleaned = self.cleaned_data if self.is_valid() else {}
        department, language = cleaned.get("department", ""), cleaned.get("language", "")
        if department:
            conversations = conversations.filter(department__in=self._names[department])
        if language == MY_LANGUAGES and self._languages:
            conversations = conversations.filter(language__in=self._languages)
        elif language not in (MY_LANGUAGES, EVERY):
            conversations = conversations.filter(language=language)
        words = cleaned.get("words", "")
        return conversations.filter(_having(words)) if words else conversations


def _having(words: str) -> Q:
    messages = Message.objects.filter(conversation=OuterRef("pk"), text__icontains=words)
    return Q(name__icontains=words) | Q(email__icontains=words) | Q(Exists(messages))

from __future__ import annotations

from collections.abc import Sequence
from datetime import time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from support.admin.bulk.form import (
    BulkForm,
    languages_to_choose,
    mistakes_of_windows,
    of_department,
    windows_by_department,
)
from support.admin.bulk.save_windows import save_windows
from support.models import Department, LanguageWindow
from support.schedule import EVERY_DAY, MINUTES_PER_DAY, Weekday, minutes_of

_MOST = MINUTES_PER_DAY - 1


class ShiftForm(BulkForm):
    action = "shift_windows"
    title = gettext_lazy("Move windows earlier or later")
    explanation = gettext_lazy(
        "Opening and closing times move by this much, each in its own time zone. If hours end up "
        "starting on another day, their weekdays and validity dates move with them. Windows that "
        "are open 24 hours a day, every day, are left unchanged."
    )

    minutes = forms.IntegerField(
        label=gettext_lazy("Minutes"),
        min_value=-_MOST,
        max_value=_MOST,
        help_text=gettext_lazy("60 means an hour later; -60 an hour earlier."),
    )
    language = forms.ChoiceField(label=gettext_lazy("Language"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        languages = [("", _("All languages")), *languages_to_choose(self.departments)]
        self.fields["language"].choices = languages  # type: ignore[attr-defined]

    def clean_minutes(self) -> int:
        minutes = int(self.cleaned_data["minutes"])
        if not minutes:
            raise ValidationError(_("Moving by zero minutes wouldn’t change anything."), "zero")
        return minutes

    def save(self, request: HttpRequest) -> None:
        minutes, language = self.cleaned_data["minutes"], self.cleaned_data["language"]
        mistakes: list[ValidationError] = []
        has_moved = False
        for department, windows in windows_by_department(self.departments):
            changed = [
                window
                for window in windows
                if language in ("", window.language) and not _is_always_open(window)
            ]
            if not changed:
                self.notes.append(_nothing_moves(department, windows, language))
                continue
            for window in changed:
                _shift(window, minutes)
            errors = list(mistakes_of_windows(windows))
            mistakes += of_department(department, errors)
            if not errors:
                save_windows(request, department, changed=changed)
                has_moved = True
        if not has_moved and not mistakes:
            mistakes += [ValidationError(note) for note in self.notes]
        if mistakes:
            raise ValidationError(mistakes)


def _nothing_moves(department: Department, windows: Sequence[LanguageWindow], language: str) -> str:
    """Say why nothing of a department moves."""
    words = _("%(department)s: open 24 hours a day, every day, so nothing moves.")
    if not any(language in ("", window.language) for window in windows):
        words = _("%(department)s: no windows in these languages.")
    return words % {"department": department}


def _shift(window: LanguageWindow, minutes: int) -> None:
    """Move the hours of `window` without saving it."""
    days, opens = divmod(minutes_of(window.opens) + minutes, MINUTES_PER_DAY)
    window.opens = _time(opens)
    window.closes = _time(minutes_of(window.closes) + minutes)
    window.weekdays = frozenset(Weekday((day + days) % 7) for day in window.weekdays)
    window.valid_from = window.valid_from and window.valid_from + timedelta(days)
    window.valid_through = window.valid_through and window.valid_through + timedelta(days)


def _time(minutes: int) -> time:
    hour, minute = divmod(minutes % MINUTES_PER_DAY, 60)
    return time(hour, minute)


def _is_always_open(row: LanguageWindow) -> bool:
    """Return whether the window is open all the time, so that moving it would change no hours."""
    depends_on_dates = (
        row.valid_from or row.valid_through or row.holidays or not row.window.is_every_week
    )
    return row.window.is_round_the_clock and row.weekdays == EVERY_DAY and not depends_on_dates

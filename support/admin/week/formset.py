from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from django import forms
from django.forms.formsets import ManagementForm
from django.http import QueryDict
from django.utils.functional import cached_property

from support.admin.week.line import Line, line_key, span_of
from support.admin.week.sent_rows import SentRows, rows_sent, with_one_more
from support.admin.week.window_form import WindowForm
from support.models import LanguageWindow, clashes, write_placeholder_languages
from support.schedule import Weekday

_WORKING_DAYS = [Weekday(day) for day in range(5)]


class WindowFormSet(forms.BaseInlineFormSet):  # type: ignore[type-arg]
    """The windows of a department, shown and sent as lines of a week.

    They are compared as they would be after the save, so that two can change places.
    """

    prefix: str
    zone_of_new = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sent: SentRows | None = None
        if self.is_bound:
            self.as_sent: QueryDict = cast("QueryDict", self.data)
            if self.as_sent.get("_unfold") == f"{self.prefix}-new":
                begun = {
                    "zone": [self.zone_of_new],
                    "weekdays": [day.name for day in _WORKING_DAYS],
                }
                self.as_sent = with_one_more(self.as_sent, self.prefix, begun)
            stored = {str(row.pk): span_of(row) for row in self.get_queryset()}
            self.sent = rows_sent(
                self.as_sent, self.prefix, stored, self.max_num > 0, self.can_delete
            )
            self.data = self.sent.data

    @cached_property
    def forms(self) -> list[Any]:
        """Return a form for each window, the first of each line with its line."""
        forms = super().forms
        for line in self._lines(forms):
            line.first.line = line
            line.first.leaves_out = self.max_num > 0
            for form in line.followers:
                form.follows = line.key
        return forms

    def _lines(self, forms: list[Any]) -> Iterator[Line]:
        if self.sent is None:
            yield from self._stored_lines(forms)
            return
        shown = {place for members in self.sent.members.values() for place in members}
        for place, form in enumerate(forms):
            if place in self.sent.members:
                members = [forms[each] for each in self.sent.members[place] if each < len(forms)]
                yield Line(members, self.as_sent)
            elif place not in shown:
                yield Line([form], self.as_sent)

    def _stored_lines(self, forms: list[Any]) -> Iterator[Line]:
        lines: dict[object, list[WindowForm]] = {}
        for form in forms:
            key = line_key(form.instance) if form.instance.pk else id(form)
            lines.setdefault(key, []).append(form)
        for members in lines.values():
            yield Line(members, None)

    @property
    def shown_management_form(self) -> Any:
        """Return the management form with as many forms as the page shows."""
        if self.sent is None:
            return self.management_form
        return ManagementForm(self.as_sent, auto_id=self.auto_id, prefix=self.prefix)

    @property
    def empty_form(self) -> Any:
        form: Any = super().empty_form
        form.line, form.is_template = Line([form], None), True
        return form

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        """Begin new hours on the clock of who edits, on the days from Monday to Friday."""
        kwargs: dict[str, Any] = super().get_form_kwargs(index)
        if index is None or index >= self.initial_form_count():
            kwargs["initial"] = {"zone": self.zone_of_new, "weekdays": frozenset(_WORKING_DAYS)}
        return kwargs

    def _construct_form(self, i: int, **kwargs: Any) -> WindowForm:
        """Share one department among all windows, so that its exceptions are read once."""
        form: WindowForm = super()._construct_form(i, **kwargs)  # type: ignore[misc]
        form.instance.department = self.instance
        if self.sent is not None:
            form.hours_mistake = self.sent.mistakes.get(i)
        return form

    def clean(self) -> None:
        super().clean()
        kept = [
            form
            for form in self.forms
            if form not in self.deleted_forms
            and form.is_valid()
            and (form.has_changed() or form.instance.pk)
        ]
        for position, errors in clashes([form.instance for form in kept]).items():
            for error in errors:
                kept[position].add_error(None, error)

    def save(self, commit: bool = True) -> Any:
        changed = (form.instance.pk for form in self.initial_forms if form.has_changed())
        write_placeholder_languages(LanguageWindow, changed)
        return super().save(commit)

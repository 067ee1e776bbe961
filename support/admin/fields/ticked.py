"""Boxes to tick."""

from __future__ import annotations

from typing import Any

from django import forms


class TickedField(forms.MultipleChoiceField):
    """Boxes to tick. What is stored, or was sent, can be unticked though it is no usual choice."""

    widget = forms.CheckboxSelectMultiple

    def prepare_value(self, value: Any) -> Any:
        ticked = [str(each) for each in value or ()]
        choices: Any = self.choices
        offered = [str(code) for code, _name in choices]
        more = [(each, self.name(each)) for each in ticked if each not in offered]
        self.widget.choices = [*choices, *more]
        return ticked

    def name(self, value: str) -> Any:
        """Return the words for a value that is no usual choice."""
        return value

    def valid_value(self, value: str) -> bool:
        return True  # the model's own rules say what is wrong with it

    def has_changed(self, initial: Any, data: Any) -> bool:
        return {str(each) for each in initial or ()} != {str(each) for each in data or ()}

"""A field of several controls that share its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

Choices = Sequence[tuple[str, Any]]


class SeveralInputs(forms.Widget):
    """Controls of one field, which all have its name: the value is the list of theirs.

    `parts` are the label of each and its choices; a control without choices is a text box.
    """

    template = "admin/support/several_inputs.html"
    use_fieldset = True

    def __init__(self, parts: Sequence[tuple[Any, Choices]]) -> None:
        super().__init__()
        self.parts = parts

    def format_value(self, value: Any) -> list[str]:
        values = [str(each) for each in value or ()]
        return (values + [""] * len(self.parts))[: len(self.parts)]

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        values = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
        return list(values)

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_0" if id_ else id_

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        attrs = attrs or {}
        controls = [
            {"label": label, "choices": choices, "value": given, "id": f"{attrs.get('id')}_{place}"}
            for place, ((label, choices), given) in enumerate(
                zip(self.parts, self.format_value(value), strict=True)
            )
        ]
        context = {
            "name": name,
            "controls": controls,
            "describedby": attrs.get("aria-describedby"),
            "is_invalid": attrs.get("aria-invalid"),
        }
        return render_to_string(self.template, context)


class SeveralInputsField(forms.Field):
    """A value of several controls; None if all are empty."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(data) != (initial or None))
        except ValidationError:
            return True

    def prepare_value(self, value: Any) -> Any:
        return value if value is None or isinstance(value, list) else self.written(value)

    def to_python(self, value: Any) -> Any:
        if not isinstance(value, list):
            return value or None
        texts = [str(each).strip() for each in value]
        return self.read(texts) if any(texts) else None

    def read(self, texts: list[str]) -> Any:
        raise NotImplementedError

    def written(self, value: Any) -> list[str]:
        raise NotImplementedError

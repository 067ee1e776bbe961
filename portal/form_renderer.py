"""Write in Python the few templates of forms that a page of the desk has by the hundred.

The form of a department has some three hundred labels, boxes and lists of mistakes. Each is a line
of a template of Django's, and to set up its rendering takes longer than the line. What is written
is the same, to the letter; what is not here is rendered by Django.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe


class FormRenderer(DjangoTemplates):
    def render(
        self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None
    ) -> str:
        write = _WRITTEN.get(template_name)
        if write is None:
            return super().render(template_name, context, request)
        return mark_safe(write(context).strip())  # noqa: S308  # every value in it is escaped


def _label(context: Mapping[str, Any]) -> str:
    text = _escaped(context["label"])
    if not context["use_tag"]:
        return text
    tag = _escaped(context["tag"])
    return f"<{tag}{_attributes(context['attrs'])}>{text}</{tag}>"


def _input(context: Mapping[str, Any]) -> str:
    widget = context["widget"]
    value = "" if widget["value"] is None else f' value="{_escaped(widget["value"])}"'
    opening = f'<input type="{_escaped(widget["type"])}" name="{_escaped(widget["name"])}"'
    return f"{opening}{value}{_attributes(widget['attrs'])}>"


def _textarea(context: Mapping[str, Any]) -> str:
    widget = context["widget"]
    opening = f'<textarea name="{_escaped(widget["name"])}"{_attributes(widget["attrs"])}>'
    return f"{opening}\n{_escaped(widget['value'] or '')}</textarea>"


def _errors(context: Mapping[str, Any]) -> str:
    errors = context["errors"]
    if not errors:
        return ""
    name = f' id="{_escaped(errors.field_id)}_error"' if errors.field_id else ""
    lines = "".join(f"<li>{_escaped(error)}</li>" for error in errors)
    return f'<ul class="{_escaped(context["error_class"])}"{name}>{lines}</ul>'


def _attributes(attributes: Mapping[str, Any] | None) -> str:
    return "".join(
        f" {_escaped(name)}" if value is True else f' {_escaped(name)}="{_escaped(value)}"'
        for name, value in (attributes or {}).items()
        if value is not False
    )


def _escaped(value: object) -> str:
    """Return the value as a template writes it: what is marked as safe stays as it is."""
    text = str(value)
    return text if isinstance(text, SafeString) else escape(text)


_WRITTEN: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "django/forms/label.html": _label,
    "django/forms/errors/list/default.html": _errors,
    "django/forms/errors/list/ul.html": _errors,
    "django/forms/widgets/hidden.html": _input,
    "django/forms/widgets/number.html": _input,
    "django/forms/widgets/text.html": _input,
    "django/forms/widgets/textarea.html": _textarea,
}

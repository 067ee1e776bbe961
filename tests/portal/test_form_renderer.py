"""What is written in Python is what Django's own templates say, to the letter."""

from __future__ import annotations

from datetime import date

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from portal.form_renderer import FormRenderer

VALUES = [None, "", 0, 7, "plain", "<b>\"&'", mark_safe("<i>"), date(2026, 12, 24), "two\nlines"]
ATTRIBUTES = [
    {},
    {"id": "id_name", "lang": "ja", "rows": 3},
    {"required": True, "disabled": False, "title": 'Say "<b>"', "maxlength": "300"},
    {"aria-label": gettext_lazy("Delete"), "data-safe": mark_safe("<i>")},
]


@pytest.mark.parametrize("attributes", ATTRIBUTES)
@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize(
    "widget", [forms.TextInput, forms.NumberInput, forms.HiddenInput, forms.Textarea]
)
def test_box_is_as_django_writes_it(widget, value, attributes):
    written = widget().render("name", value, attributes, FormRenderer())

    assert written == widget().render("name", value, attributes, DjangoTemplates())


class Named(forms.Form):
    name = forms.CharField(label='A "<name>"', required=True)


@pytest.mark.parametrize("attributes", [None, *ATTRIBUTES])
@pytest.mark.parametrize("contents", [None, "", "Plain", "<b>", mark_safe("<i>")])
@pytest.mark.parametrize("tag", [None, "legend"])
@pytest.mark.parametrize("auto_id", ["id_%s", False])
def test_label_is_as_django_writes_it(contents, attributes, tag, auto_id):
    of_ours, of_django = (
        Named({}, renderer=renderer, auto_id=auto_id)["name"].label_tag(
            contents, attributes, tag=tag
        )
        for renderer in (FormRenderer(), DjangoTemplates())
    )

    assert of_ours == of_django


@pytest.mark.parametrize("typed", [{}, {"name": "Anna"}])
@pytest.mark.parametrize("name", ["name", "other"])
def test_mistakes_are_as_django_writes_them(typed, name):
    forms_of_each = [Named(typed, renderer=each) for each in (FormRenderer(), DjangoTemplates())]
    for form in forms_of_each:
        form.add_error(None, "“<b>” isn’t a name & never was.")
        form.is_valid()

    ours, django = forms_of_each
    assert str(ours.errors.get(name)) == str(django.errors.get(name))
    assert str(ours.non_field_errors()) == str(django.non_field_errors())
    assert str(ours) == str(django)

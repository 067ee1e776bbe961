"""Labels of fields that a form declares itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db import models
from django.utils.text import capfirst


def copy_labels_from_model(form: forms.ModelForm[Any], names: Iterable[str]) -> None:
    """Give fields that a form declares itself the labels and help texts of the model."""
    for name in names:
        field = form._meta.model._meta.get_field(name)
        if isinstance(field, models.Field):
            form.fields[name].label = capfirst(field.verbose_name)
            form.fields[name].help_text = field.help_text

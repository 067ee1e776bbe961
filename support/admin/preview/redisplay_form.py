"""A form of the admin with what was typed, drawn once more without being judged or saved.

Django draws a form that was sent in one case only: when there is something wrong with it. Where
the answer to a valid form is to be that form again, as after a preview, its classes are replaced
by ones that do not look at what they are given: Django then has nothing to save and nothing to
complain of, and every field, added row and tick of deletion is drawn as it was sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.admin import ModelAdmin
from django.forms import BaseForm, BaseFormSet
from django.forms.utils import ErrorDict
from django.http import HttpRequest

_KEY = "support.shown_again"


def show_again(request: HttpRequest) -> None:
    request.META[_KEY] = True


def is_shown_again(request: HttpRequest) -> bool:
    return _KEY in request.META


class ShownAgain(ModelAdmin):  # type: ignore[type-arg]  # no generic at run time
    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(request, *args, **kwargs)
        return _unjudged_form(form) if is_shown_again(request) else form

    def get_formsets_with_inlines(
        self, request: HttpRequest, obj: Any = None
    ) -> Iterator[tuple[Any, Any]]:
        for formset, inline in super().get_formsets_with_inlines(request, obj):
            yield _unjudged_formset(formset) if is_shown_again(request) else formset, inline


def _unjudged_form(form: type[BaseForm]) -> Any:
    if issubclass(form, _UnjudgedForm):
        return form
    return type(form.__name__, (_UnjudgedForm, form), {})


def _unjudged_formset(formset: Any) -> Any:
    if issubclass(formset, _UnjudgedFormSet):
        return formset
    names = {"form": _unjudged_form(formset.form)}
    return type(formset.__name__, (_UnjudgedFormSet, formset), names)


class _UnjudgedForm(BaseForm):
    def full_clean(self) -> None:
        self._errors = ErrorDict()
        self.cleaned_data: dict[str, Any] = {}

    def is_valid(self) -> bool:
        return False


class _UnjudgedFormSet(BaseFormSet):  # type: ignore[type-arg]  # no generic at run time
    def full_clean(self) -> None:
        self._errors: list[Any] = []
        self._non_form_errors = self.error_class()

    def is_valid(self) -> bool:
        return False

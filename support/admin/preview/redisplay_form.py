"""Show a form of the admin again with what was typed, neither validating nor saving it.

Django shows a submitted form again in one case only: when there is a mistake in it. To show a
valid form again, as after a preview, its classes are replaced by ones that skip validation. Django
then has nothing to save and nothing to complain about, and it renders every field, added row and
tick of deletion as it was sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.admin import ModelAdmin
from django.forms import BaseForm, BaseFormSet
from django.forms.utils import ErrorDict
from django.http import HttpRequest

_KEY = "support.redisplay_form"


def redisplay_form(request: HttpRequest) -> None:
    """Have the next form that is made for `request` shown as it was sent."""
    request.META[_KEY] = True


def is_redisplayed(request: HttpRequest) -> bool:
    return _KEY in request.META


class RedisplayForm(ModelAdmin):  # type: ignore[type-arg]  # no generic at run time
    """Make forms that can be shown again as they were sent."""

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(request, *args, **kwargs)
        return _unvalidated_form(form) if is_redisplayed(request) else form

    def get_formsets_with_inlines(
        self, request: HttpRequest, obj: Any = None
    ) -> Iterator[tuple[Any, Any]]:
        for formset, inline in super().get_formsets_with_inlines(request, obj):
            yield _unvalidated_formset(formset) if is_redisplayed(request) else formset, inline


def _unvalidated_form(form: type[BaseForm]) -> Any:
    if issubclass(form, _UnvalidatedForm):
        return form
    return type(form.__name__, (_UnvalidatedForm, form), {})


def _unvalidated_formset(formset: Any) -> Any:
    if issubclass(formset, _UnvalidatedFormSet):
        return formset
    names = {"form": _unvalidated_form(formset.form)}
    return type(formset.__name__, (_UnvalidatedFormSet, formset), names)


class _UnvalidatedForm(BaseForm):
    def full_clean(self) -> None:
        self._errors = ErrorDict()
        self.cleaned_data: dict[str, Any] = {}

    def is_valid(self) -> bool:
        return False


class _UnvalidatedFormSet(BaseFormSet):  # type: ignore[type-arg]  # no generic at run time
    def full_clean(self) -> None:
        self._errors: list[Any] = []
        self._non_form_errors = self.error_class()

    def is_valid(self) -> bool:
        return False

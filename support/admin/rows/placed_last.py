"""What a new row begins with, where rows stand in an order of staff's."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import flatten
from django.db.models import Max, Model
from django.http import HttpRequest

_LARGEST = 32767


class PlacedLast:
    """Ask what a new row is called first, and place it after the others.

    List before SupportAdmin. The name is what the short name is made of.
    """

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets: list[Any] = list(super().get_fieldsets(request, obj))  # type: ignore[misc]
        if obj is not None:
            return fieldsets
        (source,) = self.prepopulated_fields["slug"]  # type: ignore[attr-defined]
        naming = next(each for each in fieldsets if source in flatten(each[1]["fields"]))
        others = [each for each in fieldsets if each is not naming]
        return [(None, {"fields": naming[1]["fields"]}), *others]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        initial: dict[str, Any] = super().get_changeform_initial_data(request)  # type: ignore[misc]
        return {"position": next_position(self.model)} | initial  # type: ignore[attr-defined]


def next_position(model: type[Model]) -> int:
    """Return the place after all rows of `model`."""
    last: int | None = model._default_manager.aggregate(last=Max("position"))["last"]
    return 0 if last is None else min(last + 1, _LARGEST)

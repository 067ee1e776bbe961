"""Put the departments into another order: by numbers, buttons or drawing, in one save."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from support.admin.common.desk import desk_page
from support.models import Department
from support.roles import may_arrange


class OrderForm(forms.Form):
    """Ask for the place of each department; of two at one place, the one before stays before.

    `seen` has the order that the page showed, to be compared with the one that is stored.
    """

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, rows: Sequence[Department], data: Mapping[str, Any] | None) -> None:
        super().__init__(data)
        self.rows = rows
        self.fields["seen"].initial = _order(rows)
        for place, row in enumerate(rows, start=1):
            self.fields[_name(row)] = forms.IntegerField(
                label=str(row), initial=place, min_value=0, max_value=32767
            )

    def clean_seen(self) -> str:
        seen: str = self.cleaned_data["seen"]
        if seen != _order(self.rows):
            raise ValidationError(
                _(
                    "Someone else has changed the order, or added or deleted a department. Check "
                    "it again, then save."
                )
            )
        return seen

    @property
    def arranged(self) -> list[Department]:
        return sorted(self.rows, key=lambda row: int(self.cleaned_data[_name(row)]))

    @property
    def places(self) -> list[forms.BoundField]:
        return [self[_name(row)] for row in self.rows]


def _name(row: Department) -> str:
    return f"place-{row.pk}"


def _order(rows: Sequence[Department]) -> str:
    return " ".join(str(row.pk) for row in rows)


@require_http_methods(["GET", "HEAD", "POST"])
def order(request: HttpRequest) -> HttpResponse:
    """Show the departments with their places; a POST saves those that get another."""
    if not may_arrange(request.user):
        raise PermissionDenied
    if request.method == "POST":
        with transaction.atomic():
            form = OrderForm(list(Department.objects.select_for_update()), request.POST)
            if form.is_valid():
                _save(request, form.arranged)
                messages.success(request, _("The new order has been saved."))
                return redirect("admin:support_department_changelist")
        if "seen" in form.errors:  # what was typed is shown again, with the order of now
            mistakes = form.errors["seen"]
            form = OrderForm(form.rows, request.POST.dict() | {"seen": _order(form.rows)})
            form.add_error(None, mistakes.as_data())
    else:
        form = OrderForm(list(Department.objects.all()), None)
    title = _("Order of the departments")
    return desk_page(request, "admin/support/order.html", title, {"form": form})


def _save(request: HttpRequest, rows: Sequence[Department]) -> None:
    log = admin.site.get_model_admin(Department)
    for place, row in enumerate(rows, start=1):
        if row.position != place:
            row.position = place
            row.edit_version += 1
            row.save()
            log.log_change(request, row, "")

"""Show who changed what and when, in place of Django's own history page of a row."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import ModelAdmin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from support.admin.common.staff_zone import zone_of_staff
from support.admin.history.edits_in_words import EditInWords, edits_in_words, moment_and_zone
from support.admin.history.may_put_back import may_put_back
from support.history.deleted import deleted_rows
from support.history.edits import edit_keys
from support.history.related_rows import KINDS_OF_ROWS, records_about
from support.models.history import history_of

_EDITS_PER_PAGE = 20


class HistoryPage(ModelAdmin):  # type: ignore[type-arg]  # no generic at run time
    """Show the history of a row. For models whose every save is recorded."""

    change_list_template = "admin/support/change_list.html"

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """List below the rows the ones deleted last, each with a link to its history."""
        zone, language = zone_of_staff(request), get_language() or "en"
        deleted = [
            {"row": row, "moment": moment_and_zone(row.at, zone, language)}
            for row in deleted_rows(self.model)
        ]
        return super().changelist_view(request, {"deleted": deleted} | (extra_context or {}))

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the edits of a row, page by page, even after the row itself was deleted."""
        key = unquote(object_id)
        row = self.get_object(request, key)
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        shown = row or self._last_record(key)
        if shown is None:
            return super().history_view(request, object_id)  # says that there is no such row
        paginator = Paginator(edit_keys(records_about(self.model, shown.pk)), _EDITS_PER_PAGE)
        page = paginator.get_page(request.GET.get("page"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Change history: %s") % shown,
            "subtitle": None,
            "module_name": str(capfirst(self.opts.verbose_name_plural)),
            "object": shown,
            "is_there": row is not None,
            "opts": self.opts,
            "page": page,
            "edits": self._edits(request, shown, list(page.object_list)),
            "may_put_back": self.model in KINDS_OF_ROWS and may_put_back(request, self.model, row),
            **(extra_context or {}),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/support/history.html", context)

    def _edits(self, request: HttpRequest, shown: Any, keys: list[Any]) -> list[EditInWords]:
        zone, language = zone_of_staff(request), get_language() or "en"
        return list(edits_in_words(records_about(self.model, shown.pk), keys, zone, language))

    def _last_record(self, object_id: str) -> Any:
        if not object_id.isascii() or not object_id.isdecimal() or len(object_id) > 18:
            return None
        last = history_of(self.model).filter(id=int(object_id)).order_by("-history_id").first()
        return last.instance if last else None

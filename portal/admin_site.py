from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _


class SupportAdminSite(admin.AdminSite):
    """Extend Django's admin with the pages of the staff's desk."""

    site_title = _("Support hours")
    site_header = _("Support hours")
    index_title = _("Overview")

    def get_urls(self) -> list[Any]:
        # Imported here, since these modules register their models with this very site.
        from support.admin.desk_pages import DESK_PAGES

        return [*(page.url_pattern(self) for page in DESK_PAGES), *super().get_urls()]

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        from support.admin.first_page import first_page

        return super().index(request, first_page(request) | (extra_context or {}))

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        from support.admin.desk_pages import desk_menu

        return super().each_context(request) | {"desk_menu": desk_menu(request.user)}

from __future__ import annotations

import logging
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.decorators import login_not_required
from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from support import clock

logger = logging.getLogger(__name__)


class SupportAdminSite(admin.AdminSite):
    """Extend Django's admin with the pages of the staff's desk."""

    site_title = _("Support hours")
    site_header = _("Support hours")
    index_title = _("Overview")

    def get_urls(self) -> list[Any]:
        # Imported here, since these modules register their models with this very site.
        from support.admin.desk_pages import DESK_PAGES
        from support.admin.pages.sign_in import sign_in_code
        from support.conversations.desk_pages import CONVERSATION_PAGES

        return [
            path("login/code/", sign_in_code, name="sign_in_code"),
            *(page.url_pattern(self) for page in (*DESK_PAGES, *CONVERSATION_PAGES)),
            *super().get_urls(),
        ]

    @method_decorator([never_cache, login_not_required])
    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Ask for the password, and then for the second factor of who has one."""
        from support.admin.pages.sign_in import SignIn

        if request.method == "GET" and self.has_permission(request):
            return redirect("admin:index")
        context = self.each_context(request) | {
            "title": _("Log in"),
            "subtitle": None,
            "app_path": request.get_full_path(),
            "username": request.user.get_username(),
        }
        view: Any = SignIn.as_view(
            extra_context=context | (extra_context or {}),
            authentication_form=AdminAuthenticationForm,
            template_name="admin/login.html",
            next_page="admin:index",
        )
        response: HttpResponse = view(request)
        return response

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """Call users and groups what our own pages call them."""
        apps = super().get_app_list(request, app_label)
        for app in apps:
            if app["app_label"] == "auth":
                app["name"] = _("People and roles")
                names = {"User": _("People"), "Group": _("Roles")}
                for model in app["models"]:
                    model["name"] = names[model["object_name"]]
        return apps

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        from support.admin.first_page import first_page
        from support.conversations.desk.numbers import numbers_on_first_page

        shown = first_page(request) | numbers_on_first_page(request)
        return super().index(request, shown | (extra_context or {}))

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Keep, after each save, what zone data and holiday calendars say of what is in use.

        A save stands, whatever becomes of that: the next one keeps it.
        """
        # Imported here, since this module is loaded before the models.
        from support.directory.current import current_directory
        from support.planning.agreed_data import keep_data

        inner = super().admin_view(view, cacheable)

        @wraps(inner)
        def keeping(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            response: HttpResponseBase = inner(request, *args, **kwargs)
            is_saved = request.method == "POST" and response.status_code == HTTPStatus.FOUND
            if is_saved and self.has_permission(request):
                try:
                    keep_data(current_directory.get(), clock.now())
                except Error as error:
                    logger.warning("What the data say was not kept with a save (%s).", error)
            return response

        return keeping

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        from support.admin.desk_pages import desk_menu
        from support.conversations.desk_pages import conversation_menu
        from support.directory.current import current_directory
        from support.site.company_look import Look, look_of

        menu = [*conversation_menu(request.user), *desk_menu(request.user)]
        held = current_directory.held
        look = look_of(held.organization) if held else Look()
        return super().each_context(request) | {"desk_menu": menu, "look": look}

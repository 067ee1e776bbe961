"""The base of the pages of the desk: pages of the admin that do not belong to a model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise

from support.roles import User

View = Callable[..., HttpResponseBase]

VIEW_HOURS = "support.view_department"


@dataclass(frozen=True, slots=True)
class DeskPage:
    """A page below /admin/, named `admin:NAME`.

    Staff without the permission get 403; without a permission the page is for everybody who can
    sign in. A rule of `support.roles` stands where no permission says it. A page with a title is in
    the menu of those who can open it.
    """

    route: str
    view: View
    name: str
    title: str | Promise = ""
    permission: str | Callable[[User], bool] = VIEW_HOURS

    def is_for(self, user: User) -> bool:
        if callable(self.permission):
            return self.permission(user)
        return not self.permission or user.has_perm(self.permission)

    def url_pattern(self, site: admin.AdminSite) -> URLPattern:
        def permitted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not self.is_for(request.user):
                raise PermissionDenied
            return self.view(request, *args, **kwargs)

        return path(self.route, site.admin_view(permitted), name=self.name)

    @property
    def address(self) -> str:
        return reverse(f"admin:{self.name}")


def desk_page(
    request: HttpRequest, template: str, title: str, context: dict[str, Any]
) -> TemplateResponse:
    """Render a page of the desk. `template` extends "admin/support/desk_page.html"."""
    frame = admin.site.each_context(request) | {"title": title}
    return TemplateResponse(request, template, frame | context)

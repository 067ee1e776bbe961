"""Pages of the admin that are ours alone: what they have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise

from support.roles import User

View = Callable[..., HttpResponse]

VIEW_HOURS = "support.view_department"


@dataclass(frozen=True, slots=True)
class DeskPage:
    """Below /admin/, as `admin:NAME`; staff without the permission are refused with 403.

    With a title it is in the menu of those who may open it. Without a permission it is for
    everybody who may sign in.
    """

    route: str
    view: View
    name: str
    title: str | Promise = ""
    permission: str = VIEW_HOURS

    def is_for(self, user: User) -> bool:
        return not self.permission or user.has_perm(self.permission)

    def url_pattern(self, site: admin.AdminSite) -> URLPattern:
        def permitted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
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
    """`template` extends "admin/support/desk_page.html"."""
    frame = admin.site.each_context(request) | {"title": title}
    return TemplateResponse(request, template, frame | context)

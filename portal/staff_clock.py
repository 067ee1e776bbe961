"""Have Django tell staff its own moments, as the last sign-in, on the clock that they chose."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from portal.staff_locale import STAFF_PREFIX

Handler = Callable[[HttpRequest], HttpResponse]


def staff_clock(get_response: Handler) -> Handler:
    # Imported here, since settings name this module before there are models.
    from support.admin.common.staff_zone import zone_of_staff

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(STAFF_PREFIX) or request.user.is_anonymous:
            return get_response(request)
        with timezone.override(ZoneInfo(zone_of_staff(request))):
            return get_response(request)

    return middleware

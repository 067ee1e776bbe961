"""Choose the language of the admin by the staff member's cookie or browser."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

STAFF_PREFIX = "/admin/"


class StaffLocaleMiddleware(LocaleMiddleware):
    """Apply Django's LocaleMiddleware to the admin only.

    Public pages have their language in the address and must not vary on a cookie or a header.
    """

    def process_request(self, request: HttpRequest) -> None:
        if request.path_info.startswith(STAFF_PREFIX):
            super().process_request(request)

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if request.path_info.startswith(STAFF_PREFIX):
            response = super().process_response(request, response)
            translation.deactivate()
        return response

"""Whether a form was sent from a page of this portal.

The form is the same bytes for everyone, so it can have no token of one visitor's. Browsers say
where a POST comes from; what says nothing is no browser that holds somebody else's cookies.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def is_from_here(request: HttpRequest) -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    if origin is None:
        return True
    own = f"{request.scheme}://{request.get_host()}"
    return origin == own or origin in settings.CSRF_TRUSTED_ORIGINS

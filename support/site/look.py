"""The company's colour as a style sheet, and its images. What an address leads to never changes."""

from __future__ import annotations

import hashlib

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from support.directory.current import current_directory
from support.look.card import card
from support.look.images import content_of, stored_image
from support.look.stylesheet import desk_stylesheet, stylesheet
from support.site.company_look import look_of

_FOR_A_YEAR = "public, max-age=31536000, immutable"


@require_safe
def look_colour(request: HttpRequest, colour: str) -> HttpResponseBase:
    return _for_good(request, stylesheet(f"#{colour}").encode(), "text/css; charset=utf-8")


@require_safe
def look_desk(request: HttpRequest, colour: str) -> HttpResponseBase:
    return _for_good(request, desk_stylesheet(f"#{colour}").encode(), "text/css; charset=utf-8")


@require_safe
def look_card(request: HttpRequest, colour: str, name: str) -> HttpResponseBase:
    """Return the picture of links to a page. It takes a while to draw, so there is only the
    company's present one."""
    look = look_of(current_directory.get().organization)
    content = card(look.on_light, name) if look.card == request.path else None
    if content is None:
        raise Http404
    return _for_good(request, content, "image/png")


@require_safe
def look_image(request: HttpRequest, name: str) -> HttpResponseBase:
    image, content = stored_image(name), content_of(name)
    if image is None or content is None:
        raise Http404
    return _for_good(request, content, image.media_type)


def _for_good(request: HttpRequest, body: bytes, content_type: str) -> HttpResponseBase:
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"Cache-Control": _FOR_A_YEAR, "ETag": etag}
    response = HttpResponse(body, content_type=content_type, headers=headers)
    return get_conditional_response(request, etag, None, response) or response

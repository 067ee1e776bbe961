"""The company's colour as a style sheet, and its images. What an address leads to never changes."""

from __future__ import annotations

import hashlib

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from support.look.images import content_of, stored_image
from support.look.stylesheet import stylesheet

_FOR_A_YEAR = "public, max-age=31536000, immutable"


@require_safe
def look_colour(request: HttpRequest, colour: str) -> HttpResponseBase:
    return _for_good(request, stylesheet(f"#{colour}").encode(), "text/css; charset=utf-8")


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

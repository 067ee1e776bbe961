"""What crawlers ask for first: which pages there are, and which are none of theirs."""

from __future__ import annotations

import hashlib

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from support import clock
from support.directory.current import current_directory
from support.site.public_pages import public_pages

# An address with a question shows a listed page as one visitor wants to read it.
_ROBOTS = """\
User-agent: *
Disallow: {admin}
Disallow: /preferences/
Disallow: /*/conversations/
Disallow: /live/
Disallow: /*?

Sitemap: {sitemap}
"""


@require_safe
@gzip_page
def sitemap(request: HttpRequest) -> HttpResponseBase:
    """List every public page in every language, each with its other languages (sitemaps.org)."""
    pages = list(public_pages(current_directory.get().published(clock.now())))
    root = request.build_absolute_uri("/").rstrip("/")
    body = render_to_string("support/sitemap.xml", {"root": root, "pages": pages})
    return _for_everyone(request, body, "application/xml; charset=utf-8")


@require_safe
def robots(request: HttpRequest) -> HttpResponseBase:
    body = _ROBOTS.format(
        admin=reverse("admin:index"),
        sitemap=request.build_absolute_uri(reverse("sitemap")),
    )
    return _for_everyone(request, body, "text/plain; charset=utf-8")


def _for_everyone(request: HttpRequest, body: str, content_type: str) -> HttpResponseBase:
    """Answer with bytes that caches may hold for an hour, since crawlers come by the day."""
    etag = f'"{hashlib.sha256(body.encode()).hexdigest()[:32]}"'
    headers = {"Cache-Control": "public, max-age=3600", "ETag": etag}
    response = HttpResponse(body, content_type=content_type, headers=headers)
    return get_conditional_response(request, etag, None, response) or response

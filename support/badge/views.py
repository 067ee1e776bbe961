"""The addresses under /badge/."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from pathlib import Path
from urllib.parse import quote

from csp.decorators import csp_replace
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    JsonResponse,
)
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.gzip import gzip_page

from support import clock
from support.api.errors import UNAVAILABLE, BadParameter
from support.api.parameters import read_parameters
from support.api.public_get import public_get
from support.badge.asked_for import (
    find_service,
    read_clock,
    read_locale_or_page,
    read_site_language,
)
from support.badge.content import Badge, badge, carried_badge
from support.badge.svg import STYLE_HASH, svg_badge, svg_refusal
from support.contact_page.lines.valid_until import day_period, language_period
from support.contact_page.lines.write_path import write_path
from support.directory.current import NoDirectory, current_directory
from support.finished_pages.validity import Validity, finish
from support.locales.languages import direction
from support.locales.site_language import DEFAULT_LANGUAGE, nearest_site_language
from support.locales.zones import UTC
from support.parts import END_OF_TIME
from support.site.company_look import Look, look_of

_SCRIPT = Path(__file__).with_name("status.js").read_bytes()

# A new script, or an edit, is seen after this time at the latest; to ask again costs a 304.
_SCRIPT_LASTS = timedelta(hours=1)
_ANSWER_LASTS = timedelta(minutes=1)
_PICTURE_LASTS = timedelta(minutes=5)


def for_other_sites(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answer as the API does; a host page that isolates itself may embed the answer too."""

    @wraps(view)
    def wrapper(request: HttpRequest, **names: str) -> HttpResponse:
        response = public_get(view)(request, **names)
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return wrapper


@gzip_page
@for_other_sites
def script(request: HttpRequest) -> HttpResponse:
    """Return the script, whatever the query: some add a version to every script."""
    etag = f'"{hashlib.sha256(_SCRIPT).hexdigest()[:32]}"'
    seconds = int(_SCRIPT_LASTS.total_seconds())
    caching = f"public, max-age={seconds}, stale-if-error=86400"
    response = HttpResponse(
        _SCRIPT,
        content_type="text/javascript; charset=utf-8",
        headers={"Cache-Control": caching, "ETag": etag},
    )
    # What has not changed is an answer without a body, which is an HttpResponse of Django's.
    unchanged = get_conditional_response(request, etag, None, response)
    return unchanged if isinstance(unchanged, HttpResponse) else response


@for_other_sites
def status(request: HttpRequest) -> HttpResponse:
    now = clock.now()
    known = {"department", "language", "locale", "page_lang", "zone", "visitor_zone"}
    parameters = read_parameters(request, known)
    locale = read_locale_or_page(parameters)
    by_clock = read_clock(parameters)
    directory = current_directory.get()
    if locale not in directory.shown_languages:
        locale = DEFAULT_LANGUAGE
    entry, served = find_service(
        directory, parameters.get("department"), parameters.get("language"), now
    )
    with translation.override(locale):
        content = carried_badge(entry, served, locale, now, by_clock)
    # The carried time moves on with the UTC day.
    until = min(day_period(UTC, now).until, entry.publicity.next_change(now) or END_OF_TIME)
    finish(request.META, Validity(directory.token, now, until, _ANSWER_LASTS))
    return JsonResponse(
        {
            "revision": directory.revision,
            **content,
            "url": writing_url(request, locale, entry.slug, served.tag),
        },
        headers={"Content-Language": locale},
        json_dumps_params={"ensure_ascii": False, "separators": (",", ":")},
    )


@csp_replace({"frame-ancestors": ["*"]})
@xframe_options_exempt
@for_other_sites
def frame(request: HttpRequest, locale: str, department: str, language: str) -> HttpResponse:
    def render(shown: Badge, zone: str | None, look: Look) -> str:
        context = {
            "look": look,
            "badge": shown,
            "direction": direction(shown.locale),
            "url": writing_url(request, shown.locale, shown.department, shown.language),
            "zone": zone,
        }
        return render_to_string("badge/frame.html", context)

    def refuse(locale: str, message: str, status: int) -> str:
        context = {
            "locale": locale,
            "direction": direction(locale),
            "url": request.build_absolute_uri(reverse("contact", args=[locale])),
            "message": "" if status == 410 else message,
        }
        return render_to_string("badge/refused_frame.html", context)

    names = (locale, department, language)
    return _picture(request, names, "text/html; charset=utf-8", render, refuse)


@csp_replace({"default-src": ["'none'"], "style-src": [STYLE_HASH]})
@for_other_sites
def image(request: HttpRequest, locale: str, department: str, language: str) -> HttpResponse:
    names = (locale, department, language)
    content_type = "image/svg+xml; charset=utf-8"
    return _picture(request, names, content_type, _svg, svg_refusal)


def _svg(shown: Badge, _zone: str | None, look: Look) -> str:
    return svg_badge(shown, look)


def writing_url(request: HttpRequest, locale: str, slug: str, language: str) -> str:
    """Return where a badge leads: there one can write, and reads when that is read."""
    return request.build_absolute_uri(write_path(locale, slug, language))


def _picture(
    request: HttpRequest,
    names: tuple[str, str, str],
    content_type: str,
    render: Callable[[Badge, str | None, Look], str],
    refuse: Callable[[str, str, int], str],
) -> HttpResponse:
    """Return the badge as it is now; what is wrong with an address is shown in the same form."""
    locale, department, language = names
    now = clock.now()
    try:
        by_clock = read_clock(read_parameters(request, {"zone"}))
        locale = read_site_language(locale)
        directory = current_directory.get()
        entry, served = find_service(directory, department, language, now)
    except (BadParameter, NoDirectory) as error:
        wrong = error if isinstance(error, BadParameter) else BadParameter("", UNAVAILABLE, 503)
        locale = nearest_site_language(locale) or "en"
        with translation.override(locale):
            body = refuse(locale, wrong.message, wrong.status)
        headers = {"Cache-Control": "no-cache", "Content-Language": locale}
        return HttpResponse(body, content_type, status=wrong.status, headers=headers)
    if entry.slug != department:
        route = str(request.resolver_match.url_name if request.resolver_match else "badge_frame")
        address = reverse(route, args=[locale, entry.slug, language])
        query = f"?zone={quote(by_clock.zone)}" if by_clock.zone else ""
        return HttpResponsePermanentRedirect(address + query)
    with translation.override(locale):
        shown = badge(entry, served, locale, now, by_clock)
        body = render(shown, by_clock.zone, look_of(directory.organization))
    # In an outage as well, nobody must be shown an “open” that is over.
    until = min(language_period(served, now).until, entry.publicity.next_change(now) or END_OF_TIME)
    validity = Validity(directory.token, now, until, _PICTURE_LASTS, in_outage=False)
    finish(request.META, validity)
    return HttpResponse(body, content_type, headers={"Content-Language": locale})

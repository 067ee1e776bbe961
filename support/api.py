"""The read-only API under /api/v1/: GET, JSON, open to every origin."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from pathlib import Path

from django.http import HttpRequest, HttpResponse, JsonResponse

from support import clock
from support.availability import availability as availability_at
from support.directory import Directory
from support.keeper import keeper
from support.languages import SITE_LANGUAGES, UnknownLanguage, normalize_tag
from support.rfc3339 import InvalidInstant, parse_instant
from support.schedule import InstantOutOfRange
from support.schedule.instant import to_seconds

_METHODS = "GET, HEAD, OPTIONS"
_OPENAPI = Path(__file__).with_name("openapi.json")


class BadParameter(Exception):
    """A parameter cannot be answered; `status` is 400, or 404 for a name that nothing bears."""

    def __init__(self, parameter: str, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.parameter = parameter
        self.message = message
        self.status = status


def public_get(view: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """GET, HEAD and OPTIONS for every origin; errors as JSON."""

    @wraps(view)
    def wrapper(request: HttpRequest) -> HttpResponse:
        if request.method == "OPTIONS":
            response = HttpResponse(status=204)
        elif request.method not in ("GET", "HEAD"):
            response = _error(None, f"Only {_METHODS} are answered here.", 405)
        else:
            try:
                response = view(request)
            except BadParameter as error:
                response = _error(error.parameter, error.message, error.status)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Allow-Methods"] = _METHODS
        if response.status_code in (204, 405):
            response.headers["Allow"] = _METHODS
        return response

    return wrapper


@public_get
def availability(request: HttpRequest) -> HttpResponse:
    parameters = _parameters(request, {"at", "department", "language", "locale"})
    at = _instant(parameters.get("at"))
    locale = _locale(parameters.get("locale", "en"))
    directory = keeper.current()
    answer = availability_at(
        directory,
        at,
        locale,
        _department(parameters.get("department"), directory),
        _language(parameters.get("language"), directory),
    )
    return JsonResponse(
        answer,
        headers={"Content-Language": locale, "Cache-Control": "no-cache"},
        json_dumps_params={"ensure_ascii": False},
    )


@public_get
def openapi(request: HttpRequest) -> HttpResponse:
    _parameters(request, set())
    return JsonResponse(json.loads(_OPENAPI.read_text("utf-8")))


def _parameters(request: HttpRequest, known: set[str]) -> dict[str, str]:
    """Each parameter at most once, and none that nobody would look at."""
    for name, values in request.GET.lists():
        if name not in known:
            choice = ", ".join(sorted(known)) or "none"
            raise BadParameter(name[:60], f"There is no such parameter. Known are: {choice}.")
        if len(values) > 1:
            raise BadParameter(name, "The parameter is given more than once.")
    return {name: str(value) for name, value in request.GET.items()}


def _instant(text: str | None) -> datetime:
    if text is None:
        return clock.now().replace(microsecond=0)
    try:
        at = parse_instant(text)
        to_seconds(at)
    except (InvalidInstant, InstantOutOfRange, OverflowError) as error:
        raise BadParameter("at", str(error)) from error
    return at


def _locale(tag: str) -> str:
    if tag not in SITE_LANGUAGES:
        choice = ", ".join(SITE_LANGUAGES)
        raise BadParameter("locale", f"“{tag[:60]}” is not a language of the site: {choice}.")
    return tag


def _department(slug: str | None, directory: Directory) -> str | None:
    slugs = [entry.slug for entry in directory.departments]
    if slug is not None and slug not in slugs:
        message = f"There is no department “{slug[:60]}”. There are: {', '.join(slugs)}."
        raise BadParameter("department", message, 404)
    return slug


def _language(tag: str | None, directory: Directory) -> str | None:
    """The tag in its usual case; 404 for one that nobody serves or that is no language."""
    if tag is None:
        return None
    served = {s.tag for entry in directory.departments for s in entry.languages}
    try:
        tag = normalize_tag(tag)
    except UnknownLanguage as error:
        message = f"“{tag[:60]}” is not a BCP 47 tag of a language."
        raise BadParameter("language", message, 404) from error
    if tag not in served:
        message = f"No department serves “{tag}”. Served are: {', '.join(sorted(served))}."
        raise BadParameter("language", message, 404)
    return tag


def _error(parameter: str | None, message: str, status: int) -> JsonResponse:
    return JsonResponse(
        {"error": {"parameter": parameter, "message": message}},
        status=status,
        json_dumps_params={"ensure_ascii": False},
    )

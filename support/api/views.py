"""The addresses of the API."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse

from support import clock
from support.api.availability import availability as availability_at
from support.api.departments import departments as departments_of
from support.api.intervals import intervals as intervals_between
from support.api.parameters import (
    read_department,
    read_instant,
    read_language,
    read_locale,
    read_parameters,
    read_range,
)
from support.api.public_get import public_get
from support.directory.current import current_directory

_OPENAPI = Path(__file__).with_name("openapi.json")


@public_get
def availability(request: HttpRequest) -> HttpResponse:
    parameters = read_parameters(request, {"at", "department", "language", "locale"})
    at = read_instant(parameters, "at", clock.now())
    locale = read_locale(parameters)
    directory = current_directory.get().published(clock.now())
    department = read_department(parameters, directory)
    language = read_language(parameters, directory)
    return _answer(availability_at(directory, at, locale, department, language), locale)


@public_get
def intervals(request: HttpRequest) -> HttpResponse:
    parameters = read_parameters(request, {"from", "to", "department", "language", "locale"})
    start, end = read_range(parameters, clock.now())
    locale = read_locale(parameters)
    directory = current_directory.get().published(clock.now())
    department = read_department(parameters, directory)
    language = read_language(parameters, directory)
    return _answer(intervals_between(directory, start, end, locale, department, language), locale)


@public_get
def departments(request: HttpRequest) -> HttpResponse:
    locale = read_locale(read_parameters(request, {"locale"}))
    directory = current_directory.get().published(clock.now())
    return _answer(departments_of(directory, locale), locale)


@public_get
def openapi(request: HttpRequest) -> HttpResponse:
    read_parameters(request, set())
    return JsonResponse(json.loads(_OPENAPI.read_text("utf-8")))


def _answer(content: dict[str, Any], locale: str) -> JsonResponse:
    return JsonResponse(
        content,
        headers={"Content-Language": locale, "Cache-Control": "no-cache"},
        json_dumps_params={"ensure_ascii": False},
    )

"""Addresses that tell whether the process is alive, and whether it can serve."""

from __future__ import annotations

from django.core.cache import cache
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from support.directory.revision import current_revision


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 as long as the process answers at all."""
    return JsonResponse({"status": "alive"})


@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Answer 200 if the database and the cache answer, else 503 with what does not."""
    problems = {}
    try:
        current_revision()
    except DatabaseError as error:
        problems["database"] = f"The database does not answer: {error}"
    try:
        cache.get("readyz")
    except Exception as error:  # each cache backend has errors of its own
        problems["cache"] = f"The cache does not answer: {error}"
    status = 503 if problems else 200
    return JsonResponse({"ready": not problems, "problems": problems}, status=status)

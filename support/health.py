"""Addresses that tell whether the process is alive, and whether it can serve."""

from __future__ import annotations

import logging

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from support.directory.current import NoDirectory, current_directory

logger = logging.getLogger(__name__)


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 as long as the process answers at all."""
    return JsonResponse({"status": "alive"})


@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Answer 200 as long as the portal can serve, with what is degraded; 503 where it cannot.

    The reasons are in the log alone, since they name hosts.
    """
    degraded = []
    try:
        current_directory.get()
    except NoDirectory:
        return JsonResponse({"ready": False, "degraded": ["database", "last_good"]}, status=503)
    if current_directory.is_database_gone:
        degraded.append("database")
    if not _is_cache_there():
        degraded.append("cache")
    return JsonResponse({"ready": True, "degraded": degraded})


def _is_cache_there() -> bool:
    try:
        cache.get("readyz")
    except Exception as error:  # each cache backend has errors of its own
        logger.warning("The cache does not answer: %s", error)
        return False
    return True

"""The address /metrics, in Prometheus's text format."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest

from support.metrics.figures import summed_figures
from support.metrics.state import State


@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Return the figures to whoever knows METRICS_TOKEN. Without a token there is no such page."""
    if not settings.METRICS_TOKEN:
        raise Http404
    given = request.headers.get("Authorization", "")
    if not constant_time_compare(given, f"Bearer {settings.METRICS_TOKEN}"):
        return HttpResponse(status=401, headers={"WWW-Authenticate": "Bearer"})
    state = CollectorRegistry()
    state.register(State())
    content = generate_latest(summed_figures()) + generate_latest(state)
    return HttpResponse(content, content_type=CONTENT_TYPE_LATEST)

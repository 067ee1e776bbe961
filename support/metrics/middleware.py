from __future__ import annotations

import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from support.metrics.figures import ANSWER_SECONDS


def answers_timed(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Measure how long Django takes for each answer."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        start = time.perf_counter()
        response = get_response(request)
        area = "desk" if request.path_info.startswith("/admin/") else "public"
        kind = f"{response.status_code // 100}xx"
        ANSWER_SECONDS.labels(area, kind).observe(time.perf_counter() - start)
        return response

    return middleware

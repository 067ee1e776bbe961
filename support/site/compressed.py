"""Compression of public pages that are made for one visitor and kept nowhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.views.decorators.gzip import gzip_page


def compressed_for_one(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Where the address asks for something. What is kept is compressed where it is kept."""
    compressed = gzip_page(view)

    @wraps(view)
    def wrapper(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        chosen = compressed if request.META.get("QUERY_STRING") else view
        return chosen(request, *args, **kwargs)

    return wrapper

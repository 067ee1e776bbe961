"""Devices from which a member of staff has signed in before.

Strangers who try passwords lock out their own address. Behind one address there may be the owner
too, so a device that the owner has used counts by itself.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest
from django.http.response import HttpResponseBase

COOKIE = "device"
_SALT = "portal.known_device"
_SECONDS = 180 * 24 * 60 * 60


def known_device(request: HttpRequest, username: str) -> str:
    """Return the name of the device, if `username` has signed in from it within half a year; else
    an empty text."""
    stated = request.get_signed_cookie(COOKIE, default="", salt=_SALT, max_age=_SECONDS) or ""
    name, _, owner = stated.partition(":")
    return name if owner and owner == username else ""


def remember_device(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Give a device a name when somebody signs in: a middleware."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        owner: str = getattr(request, "signed_in_as", "")
        if owner:
            response.set_signed_cookie(
                COOKIE,
                f"{known_device(request, owner) or secrets.token_hex(8)}:{owner}",
                salt=_SALT,
                max_age=_SECONDS,
                path="/admin/",
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
        return response

    return middleware


@receiver(user_logged_in)
def _note(sender: object, request: HttpRequest | None, user: Any, **kwargs: Any) -> None:
    if request is not None:
        request.signed_in_as = user.get_username()  # type: ignore[attr-defined]

"""Who may see a conversation: the browser that wrote it, and whoever has the link from a mail.

The cookie holds a signed list of conversations and is set by answers to a POST alone. The link
holds a signed key that lasts 30 days. Scanners of mail follow links, so it is entered with a POST.
"""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from support.conversations.models import Conversation

_COOKIE_SALT = "support.conversations.cookie"
_KEY_SALT = "support.conversations.key"
_ARRIVAL_SALT = "support.conversations.arrival"

_SECONDS_OF_COOKIE = 400 * 24 * 60 * 60  # browsers keep none for longer
_SECONDS_OF_KEY = 30 * 24 * 60 * 60
_SECONDS_OF_ARRIVAL = 60

# The newest; with more, the cookie would outgrow what browsers take.
_MOST_CONVERSATIONS = 40


def may_see(request: HttpRequest, public_id: str) -> bool:
    """Tell whether the browser's cookie, or a key that came with a form, is for this one."""
    key = request.POST.get("access", "") if request.method == "POST" else ""
    return public_id in remembered(request) or opens(key, public_id)


def remembered(request: HttpRequest) -> list[str]:
    """Return the conversations of the browser, the newest first; none where the cookie is not of
    this portal's making."""
    cookie = request.COOKIES.get(settings.VISITOR_COOKIE_NAME, "")
    try:
        found: list[str] = signing.loads(cookie, salt=_COOKIE_SALT, max_age=_SECONDS_OF_COOKIE)
    except signing.BadSignature:
        return []
    return found


def remember(request: HttpRequest, response: HttpResponse, public_id: str) -> None:
    """Put a conversation into the browser's cookie; for answers to a POST."""
    others = [each for each in remembered(request) if each != public_id]
    _set_cookie(response, [public_id, *others][:_MOST_CONVERSATIONS])


def forget(request: HttpRequest, response: HttpResponse, public_id: str) -> None:
    """Take a conversation out of the browser's cookie."""
    _set_cookie(response, [each for each in remembered(request) if each != public_id])


def key_of(public_id: str) -> str:
    """Return a key to the conversation, for the link in a mail; it lasts 30 days."""
    return signing.TimestampSigner(salt=_KEY_SALT).sign(public_id)


def opens(key: str, public_id: str) -> bool:
    """Tell whether a key is one to the conversation, and not too old."""
    return _is_signed(key, public_id, _KEY_SALT, _SECONDS_OF_KEY)


def entrance_path(conversation: Conversation, language: str) -> str:
    """Return the path of the link that leads into a conversation from a mail."""
    path = reverse("conversation_entrance", args=[language, conversation.public_id])
    return f"{path}?{urlencode({'key': key_of(conversation.public_id)})}"


def arrival_of(public_id: str) -> str:
    """Return what shows the conversation for a minute to a browser that takes no cookies."""
    return signing.TimestampSigner(salt=_ARRIVAL_SALT).sign(public_id)


def has_just_arrived(arrival: str, public_id: str) -> bool:
    return _is_signed(arrival, public_id, _ARRIVAL_SALT, _SECONDS_OF_ARRIVAL)


def _is_signed(text: str, public_id: str, salt: str, seconds: int) -> bool:
    try:
        return signing.TimestampSigner(salt=salt).unsign(text, max_age=seconds) == public_id
    except signing.BadSignature:
        return False


def _set_cookie(response: HttpResponse, public_ids: list[str]) -> None:
    response.set_cookie(
        settings.VISITOR_COOKIE_NAME,
        signing.dumps(public_ids, salt=_COOKIE_SALT),
        max_age=_SECONDS_OF_COOKIE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )

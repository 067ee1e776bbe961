"""Requests that nobody means: every address of the portal, with hostile texts wherever one fits."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from django.urls import URLPattern, get_resolver

from tests.admin.form import _Fields

# Bytes as they go over the wire, quoted where an address has them.
TEXTS = [
    b"",
    b"0",
    b"-1",
    b"1" * 40,
    b"9" * 5_000,
    b"1e999",
    b"NaN",
    b"\0",
    b"a\0b",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"%00",
    b"\r\nSet-Cookie: a=b",
    b"../../../etc/passwd",
    b"//evil.example",
    b"javascript:alert(1)",
    b"'; DROP TABLE support_department; --",
    b'"><script>alert(1)</script>',
    b"{{ 7|add:7 }}{% load x %}",
    b"%s%(a)s{0.__class__}",
    "２０２６-１１-２６".encode(),
    "\u202e\u2066\u200b".encode(),
    "🙂".encode() * 300,
    b"0000-00-00",
    b"9999-12-31",
    b"9999-12-31T23:59:59+00:00",
    b"0001-01-01T00:00:00-14:00",
    b"2026-11-26T24:00",
    b"99:99",
    b"24:00",
    b"Asia/Tokyo",
    b"../UTC",
    b"localtime",
    b"en,ja,de",
    b"x-" * 500,
    b"[]",
    b"true",
    b"on",
    b"sales",
    b"1",
    b"2026-12-25",
]
_NAMES = [
    *("languages", "tz", "q", "at", "instant", "date", "p", "o", "all", "next", "show", "entry"),
    *("department", "language", "zone", "_popup", "_to_field", "_changelist_filters", "e"),
    *("slug", "slug__regex", "id__in", "department__id__exact", "first_day__year", "first_day"),
    *("action", "_selected_action", "index", "select_across", "term", "app_label", "model_name"),
    *("field_name", "text", "value", "format", "days", "from", "to", "theme", "state", "name"),
]
_HEADERS = [
    *("Accept-Language", "Accept-Encoding", "Accept", "If-None-Match", "If-Modified-Since"),
    *("Range", "Referer", "Origin", "User-Agent", "X-Forwarded-For", "X-Forwarded-Proto"),
    *("X-Forwarded-Host", "X-Request-ID", "Authorization", "X-HTTP-Method-Override", "Via"),
]
_KINDS_OF_BODY = [
    "application/x-www-form-urlencoded",
    "application/json",
    "multipart/form-data; boundary=b",
    "multipart/form-data",
    "text/plain; charset=utf-7",
    "application/x-www-form-urlencoded; charset=nonsense",
]
_METHODS = ["GET"] * 12 + ["POST"] * 6 + ["HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE"]
_PARAMETER = re.compile(r"<[^>]*>|\(\?P<[^)]*\)|[\^$]")
_IN_PATHS = ["1", "2", "3", "7", "sales", "finance", "department", "closure", "en", "nl", "support"]
# They end the session of who asks, or the account.
_LEFT_OUT = ("admin/logout/", "admin/password_change/", "admin/auth/user/", "admin/login/")


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    is_staff: bool
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None

    @property
    def is_import(self) -> bool:
        return self.method == "POST" and self.path.startswith("/admin/configuration/")


class Requests:
    """Makes the same requests of the same seed, as long as the same pages are read."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        routes = [route for route in _routes(get_resolver().url_patterns) if route]
        self._desk = [route for route in routes if route.startswith("admin/")]
        self._public = [route for route in routes if not route.startswith("admin/")]
        self._for_staff = [route for route in self._desk if not route.startswith(_LEFT_OUT)]
        self._fields: dict[str, dict[str, list[str]]] = {}

    def make(self) -> Request:
        is_staff = self._random.random() < 0.25
        method = self._random.choice(_METHODS)
        path = self._path(is_staff)
        headers = self._headers()
        body = None
        if method in ("POST", "PUT", "PATCH"):
            body, headers["Content-Type"] = self._body(path)
        return Request(method, path + self._query(), is_staff, headers, body)

    def learn(self, path: str, page: str) -> None:
        """Keep the fields of a page's forms, which are sent back later with one or two odd."""
        fields = _Fields("")
        fields.feed(page)
        self._fields[path.partition("?")[0]] = fields.data

    def _path(self, is_staff: bool) -> str:
        if is_staff:
            routes = self._for_staff
        else:
            routes = self._public if self._random.random() < 0.8 else self._desk
        route = self._random.choice(routes)
        return "/" + _PARAMETER.sub(lambda _: self._part(), route).replace("//", "/")

    def _part(self) -> str:
        if self._random.random() < 0.7:
            return self._random.choice(_IN_PATHS)
        return quote(self._text()[:300], safe="")

    def _query(self) -> str:
        pairs = [
            (self._random.choice(_NAMES), self._text()[:2_000])
            for _ in range(self._random.choice([0, 0, 0, 1, 1, 2, 5]))
        ]
        return f"?{urlencode(pairs)}" if pairs else ""

    def _headers(self) -> dict[str, str]:
        names = self._random.sample(_HEADERS, self._random.choice([0, 0, 1, 1, 3]))
        headers = {name: self._header() for name in names}
        if self._random.random() < 0.1:
            name = self._random.choice(["language", "languages", "tz", "device", "messages"])
            headers["Cookie"] = f"{name}={self._header()}"
        return headers

    def _header(self) -> str:
        text = self._text().decode("latin-1")
        return re.sub(r"[\0-\x1f\x7f]", "", text)

    def _body(self, path: str) -> tuple[bytes, str]:
        fields = self._fields.get(path.partition("?")[0])
        if fields and self._random.random() < 0.8:
            sent: dict[str, list[object]] = {name: [*texts] for name, texts in fields.items()}
            for name in self._random.sample(sorted(sent), min(2, len(sent))):
                if not name.endswith("_FORMS"):
                    sent[name] = [self._text()]
            return urlencode(sent, doseq=True).encode(), _KINDS_OF_BODY[0]
        kind = self._random.choice(_KINDS_OF_BODY)
        if "urlencoded" in kind:
            pairs = [(self._random.choice(_NAMES), self._text()) for _ in range(3)]
            return urlencode(pairs).encode(), kind
        return self._text(), kind

    def _text(self) -> bytes:
        return self._random.choice(TEXTS)


def _routes(patterns: list[object], prefix: str = "") -> Iterator[str]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)  # type: ignore[attr-defined]
        if isinstance(pattern, URLPattern):
            yield route
        else:
            yield from _routes(pattern.url_patterns, route)  # type: ignore[attr-defined]

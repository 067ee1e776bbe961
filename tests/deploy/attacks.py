"""Requests as no browser sends them, as bytes: each is sent through nginx and straight at a server.

The name of each says what is odd about it.
"""

from __future__ import annotations

from functools import partial
from urllib.parse import quote, urlencode

PAGE = "/en/contact/"
_PREFIX = b"GET /en/contact/smuggled/ HTTP/1.1\r\nHost: localhost\r\nX: "
_CHUNKS = b"0\r\n\r\n" + _PREFIX


def _request(
    path: str = PAGE,
    *headers: str,
    method: str = "GET",
    body: bytes = b"",
    host: str | None = "localhost",
    version: str = "HTTP/1.1",
    ends: bool = True,
) -> bytes:
    first = [f"{method} {path} {version}", *([f"Host: {host}"] if host is not None else [])]
    # As nginx says it; else a server would lead every request to HTTPS.
    last = ["X-Forwarded-Proto: https", *(["Connection: close"] if ends else [])]
    return "\r\n".join([*first, *headers, *last, "", ""]).encode("latin-1") + body


# Another request may follow on the connection.
_open_request = partial(_request, ends=False)


def _post(path: str, kind: str, body: bytes, *headers: str) -> bytes:
    typed = (f"Content-Type: {kind}", f"Content-Length: {len(body)}", *headers)
    return _request(path, *typed, method="POST", body=body)


def _with_body(*headers: str, body: bytes = _CHUNKS) -> bytes:
    return _open_request("/preferences/", *headers, method="POST", body=body)


# Where two readers of the same bytes may disagree about where a request ends.
SMUGGLING = {
    "a length and chunks": _with_body(
        f"Content-Length: {len(_CHUNKS)}", "Transfer-Encoding: chunked"
    ),
    "chunks and a length": _with_body("Transfer-Encoding: chunked", "Content-Length: 6"),
    "two lengths": _with_body("Content-Length: 0", f"Content-Length: {len(_CHUNKS)}"),
    "the same length twice": _with_body("Content-Length: 5", "Content-Length: 5", body=b"q=123"),
    "a list of lengths": _with_body("Content-Length: 5, 5", body=b"q=123"),
    "a length with a sign": _with_body("Content-Length: +5", body=b"q=123"),
    "a length below nothing": _with_body("Content-Length: -1"),
    "a length in base 16": _with_body("Content-Length: 0x5", body=b"q=123"),
    "a length beyond all numbers": _with_body("Content-Length: " + "9" * 40),
    "no length": _with_body("Content-Length: "),
    "an unknown coding": _with_body("Transfer-Encoding: xchunked", "Content-Length: 6"),
    "a space before the colon": _with_body("Transfer-Encoding : chunked", "Content-Length: 6"),
    "a tab before the coding": _with_body("Transfer-Encoding:\tchunked", "Content-Length: 6"),
    "two codings": _with_body("Transfer-Encoding: chunked, identity", "Content-Length: 6"),
    "the coding twice": _with_body("Transfer-Encoding: chunked", "Transfer-Encoding: identity"),
    "a coding in a folded line": _with_body("X: 1\r\n Transfer-Encoding: chunked"),
    "a coding behind a line feed": _with_body("X: 1\nTransfer-Encoding: chunked"),
    "a coding behind a carriage return": _with_body("X: 1\rTransfer-Encoding: chunked"),
    "a chunk of a size beyond all numbers": _with_body(
        "Transfer-Encoding: chunked", body=b"F" * 40 + b"\r\nq"
    ),
    "a chunk of a size below nothing": _with_body("Transfer-Encoding: chunked", body=b"-1\r\nq"),
    "a chunk with an endless extension": _with_body(
        "Transfer-Encoding: chunked", body=b"5;" + b"x" * 100_000 + b"\r\nq=123\r\n0\r\n\r\n"
    ),
    "headers behind the chunks": _with_body(
        "Transfer-Encoding: chunked", body=b"5\r\nq=123\r\n0\r\nHost: evil.example\r\n\r\n"
    ),
    "a body that a GET brings": _open_request(
        PAGE, f"Content-Length: {len(_PREFIX)}", method="GET", body=_PREFIX
    ),
    "chunks that a HEAD brings": _open_request(
        PAGE, "Transfer-Encoding: chunked", method="HEAD", body=_CHUNKS
    ),
    "another protocol": _open_request(
        PAGE, "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABk"
    ),
    "a web socket": _open_request(
        PAGE, "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    ),
    "a body that is expected to be refused": _with_body(
        "Expect: 100-continue", "Content-Length: 5", body=b"q=123"
    ),
    "an unknown expectation": _with_body("Expect: 200-ok", "Content-Length: 5", body=b"q=123"),
    "two requests at once": _open_request() + _open_request("/ja/contact/"),
    "a request in the body's place": _with_body("Content-Length: 0"),
}  # fmt: skip

_METHODS = ["get", "PROPFIND", "CONNECT", "TRACE", "PUT", "DELETE", "PATCH", "OPTIONS", "PRI", "Ü"]
METHODS = {
    **{f"the method {method}": _request(method=method) for method in _METHODS},
    "a method of a thousand letters": _request(method="A" * 1_000),
    "no method": b" / HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "a method alone": b"GET\r\n\r\n",
    "the oldest protocol": b"GET /en/contact/\r\n",
    "the old protocol": _request(host=None, version="HTTP/1.0"),
    "a protocol of the future": _request(version="HTTP/9.9"),
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(32),
    "nothing but zeros": bytes(4_000),
    "another protocol's first bytes": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes(9),
}

_PATHS = [
    *("/en/contact/%00", "/en/contact/%2e%2e/%2e%2e/etc/passwd", "/en%2fcontact%2f"),
    *("/%ff/contact/", "/en/contact/\xff\xfe/", "/en/../admin/", "/./en/contact/"),
    *("/en/contact/%E0%80%AF", "/en/contact/%u0041", "/en/contact/%252e%252e/", "/en/contact/;a=b"),
    *("//evil.example/en/contact/", "/\\evil.example", "/en/contact/%0d%0aSet-Cookie:%20a=b", "*"),
    *("/en/contact/%", "/en/contact/%a"),
    *("http://evil.example/en/contact/", "http://localhost@evil.example/", "en/contact/", "/%"),
    *("/en/contact/?%00", "/en/contact/?tz=%ff", "/en/contact/?languages=%ED%A0%80", "/?%"),
    *("/static/..%2f..%2fportal/settings.py", "/static/%2e%2e/%00"),
    *("/look/%00", "/badge/en/%00/ja.svg", "/en/contact/%00.ics"),
    *("/en/contact/" + "a" * 7_000, "/en/contact/?" + "a" * 7_000, "/" + "%41" * 2_000),
    *("/en/contact/" + "a/" * 3_000, "/en/contact/" + quote("営業/🙂\u202e", safe="") + "/"),
]  # fmt: skip
PATHS = {f"the path {path[:60]}": _request(path) for path in _PATHS}

_HOSTS = [
    *("", "evil.example", "localhost:99999", "localhost:", "localhost:abc", "user@localhost"),
    *("localhost, evil.example", "l\xf6calhost", "xn--lcalhost-n4a", "[::1", "[::1]:x", "."),
    *("localhost.", "LOCALHOST", "127.0.0.1\t", "localhost/en", "a" * 5_000, "%6cocalhost"),
]
HOSTS = {
    **{f"the host {host[:30]!r}": _request(host=host) for host in _HOSTS},
    "no host": _request(host=None),
    "two hosts": _request(PAGE, "Host: evil.example"),
}

_TAGS = ",".join(f"x{number}-{number};q=0.{number % 1000:03}" for number in range(1_000))
_COOKIES = "; ".join(f"c{number}=1" for number in range(700))
HEADERS = {
    "a cookie of 7 KB": _request(PAGE, "Cookie: languages=" + "a" * 7_000),
    "a session of 7 KB": _request("/admin/", "Cookie: sessionid=" + "a" * 7_000),
    "hundreds of cookies": _request("/preferences/", "Cookie: " + _COOKIES),
    "a thousand headers of cookies": _request(
        "/preferences/", *(f"Cookie: c{number}=1" for number in range(1_000))
    ),
    "a cookie that is none": _request("/preferences/", "Cookie: ;;;=;\x7f;\xff=\xfe;$Version=1"),
    "a thousand languages": _request("/", f"Accept-Language: {_TAGS[:7_500]}"),
    "a header of 100 KB": _request(PAGE, "X-Long: " + "a" * 100_000),
    "two thousand headers": _request(PAGE, *(f"X-{n}: 1" for n in range(2_000))),
    "a header without a name": _request(PAGE, ": nameless"),
    "a header without a colon": _request(PAGE, "nonsense"),
    "a header with a zero": _request(PAGE, "X-Zero: a\0b"),
    "a header in Latin-1": _request(PAGE, "User-Agent: \xe9\xff", "Referer: \xff"),
    "ranges": _request(PAGE, "Range: bytes=" + ",".join(f"{n}-" for n in range(1_000))),
    "a range below nothing": _request("/static/support/site.css", "Range: bytes=--1"),
    "a range beyond the end": _request("/static/support/site.css", "Range: bytes=99999999999-"),
    "overlapping ranges": _request("/static/support/site.css", "Range: bytes=0-,0-,0-,0-,0-"),
    "a thousand tags": _request(PAGE, "If-None-Match: " + ",".join(['"a"'] * 1_000)),
    "a date beyond all dates": _request(
        "/sitemap.xml", "If-Modified-Since: Fri, 99 Zzz 99999 99:99:99 GMT"
    ),
    "a thousand codings": _request(PAGE, "Accept-Encoding: " + ",".join(["x;q=9"] * 1_000)),
    "a method in a header": _request(PAGE, "X-HTTP-Method-Override: DELETE"),
    "addresses of proxies that are none": _request(
        "/admin/", "X-Forwarded-For: ,,\xff,::1%,999.1.1.1", "Forwarded: for=_x;;;", "X-Real-IP: x"
    ),
    "a host of a proxy": _request(
        PAGE, "X-Forwarded-Host: evil.example", "X-Original-URL: /admin/"
    ),
}  # fmt: skip

_DEEP = b"[" * 100_000
_PARTS = b"".join(
    b'--b\r\nContent-Disposition: form-data; name="a%d"\r\n\r\n1\r\n' % number
    for number in range(10_000)
)
_FILES = b"".join(
    b'--b\r\nContent-Disposition: form-data; name="files"; filename="%d.txt"\r\n\r\n1\r\n' % number
    for number in range(10_000)
)
_CODED = _PARTS[:50].replace(b"\r\n\r\n", b"\r\nContent-Transfer-Encoding: base64\r\n\r\n!")
_FIELDS = urlencode({f"a{number}": 1 for number in range(50_000)}).encode()
_XML = b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"
_GZIP = b"\x1f\x8b" + bytes(100)
_WRITE = f"{PAGE}write/"
_MULTIPART = "multipart/form-data; boundary=b"
_URLENCODED = "application/x-www-form-urlencoded"
# Those that end in the portal itself need the token that a page gives.
_TOKEN = ("Cookie: csrftoken=" + "a" * 32, "X-CSRFToken: " + "a" * 32)
BODIES = {
    f"{name}, to {path}": _post(path, kind, body, *_TOKEN)
    for path in ("/preferences/", _WRITE, "/admin/login/", "/api/v1/availability", "/ja/nothing/")
    for name, kind, body in (
        ("brackets without end", "application/json", _DEEP),
        ("ten thousand parts", _MULTIPART, _PARTS + b"--b--\r\n"),
        ("ten thousand files", _MULTIPART, _FILES + b"--b--\r\n"),
        ("a part without end", _MULTIPART, _PARTS[:300]),
        ("a part with a header of 1 MB", _MULTIPART, b"--b\r\nX: " + b"a" * 1_000_000),
        ("a part of nothing", _MULTIPART, b"--b\r\n\r\n\r\n--b--"),
        ("parts that are coded", _MULTIPART, _CODED),
        ("an empty boundary", "multipart/form-data; boundary=", b"--\r\n\r\n"),
        ("a long boundary", f"multipart/form-data; boundary={'b' * 5_000}", b"--b\r\n\r\n"),
        ("a boundary of letters beyond ASCII", "multipart/form-data; boundary=\xff", b"--\xff\r\n"),
        ("a thousand of one field", _URLENCODED, urlencode([("language", "en")] * 900).encode()),
        ("fifty thousand fields", _URLENCODED, _FIELDS),
        ("an unknown kind", "text/xml; charset=utf-7", _XML),
        ("a body that says it is gzip", f"{_URLENCODED}\r\nContent-Encoding: gzip", _GZIP),
    )
}  # fmt: skip

KINDS = {
    "smuggling": SMUGGLING,
    "methods": METHODS,
    "paths": PATHS,
    "hosts": HOSTS,
    "headers": HEADERS,
    "bodies": BODIES,
}

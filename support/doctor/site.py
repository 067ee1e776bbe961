"""Look at the site from outside, through the proxy."""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.http.request import validate_host

_SECONDS = 10
_DAYS_LEFT = 14
_PAGE = "/en/contact/"


@dataclass(frozen=True)
class _Answer:
    status: int
    headers: Mapping[str, str]
    content: str


class _NoAnswer(Exception):
    pass


def page_is_served(address: str) -> Iterator[str]:
    parts = urlsplit(address)
    try:
        answer = _ask(address, _PAGE)
    except _NoAnswer as error:
        yield f"{address} does not answer: {error}. Check the proxy and its DNS entry."
        return
    if answer.status == 301 and _leads_to_itself(answer, address):
        yield (
            "The contact page redirects to itself: the portal does not know that the visitor used "
            "TLS. Have the proxy set X-Forwarded-Proto, and set BEHIND_PROXY=true."
        )
    elif answer.status == 400 and validate_host(parts.hostname or "", settings.ALLOWED_HOSTS):
        yield (
            f"The portal rejects the host name, though ALLOWED_HOSTS has {parts.hostname}. Have "
            "the proxy pass on the visitor's Host."
        )
    elif answer.status == 400:
        yield f"The portal rejects this host name. Add {parts.hostname} to ALLOWED_HOSTS."
    elif answer.status != 200:
        yield f"The contact page returns status {answer.status}. Check the server's log."
    elif urlsplit(_canonical(answer))[:2] != (parts.scheme, parts.hostname):
        yield (
            f"The page names {_canonical(answer)} as its own address. Have the proxy pass on the "
            "visitor's Host and X-Forwarded-Proto."
        )
    elif "strict-transport-security" not in answer.headers:
        yield "Browsers are not told to use HTTPS only. Set HTTPS=true, or leave it out."


def certificate_lasts(address: str) -> Iterator[str]:
    parts = urlsplit(address)
    if parts.scheme != "https":
        return
    name = (parts.hostname or "", parts.port or 443)
    try:
        with (
            socket.create_connection(name, timeout=_SECONDS) as plain,
            ssl.create_default_context().wrap_socket(plain, server_hostname=name[0]) as secure,
        ):
            certificate = secure.getpeercert() or {}
    except OSError as error:
        yield f"The certificate is not trusted: {error}. Renew it: `certbot renew`."
        return
    ends = ssl.cert_time_to_seconds(str(certificate["notAfter"]))
    days = (ends - time.time()) / 86400
    if days < _DAYS_LEFT:
        yield f"The certificate expires in {days:.0f} days. Renew it: `certbot renew`."


def proxy_tells_the_truth(address: str) -> Iterator[str]:
    """Yield what is wrong if visitors can speak for the proxy."""
    try:
        if _ask(address, f"{_PAGE}?doctor=plain").status != 200:
            return  # told by the page
    except _NoAnswer:
        return  # told by the page
    for name in ("X-Forwarded-Proto", "X_Forwarded_Proto"):
        try:
            answer = _ask(address, f"{_PAGE}?doctor={name}", {name: "http"})
        except _NoAnswer:
            return  # told by the page
        if answer.status == 301:
            yield (
                f"Visitors can send {name} and the portal believes it. Have the proxy replace "
                "X-Forwarded-Proto and drop names with underscores, as deploy/nginx does."
            )


def metrics_are_denied(address: str) -> Iterator[str]:
    try:
        answer = _ask(address, "/metrics")
    except _NoAnswer:
        return  # told by the page
    if answer.status not in (403, 404):
        yield "/metrics can be reached from outside. Have the proxy deny it, as deploy/nginx does."


def _ask(address: str, path: str, headers: Mapping[str, str] | None = None) -> _Answer:
    parts = urlsplit(address)
    host = parts.hostname or ""
    connection = (
        http.client.HTTPSConnection(host, parts.port, timeout=_SECONDS, context=_any_certificate())
        if parts.scheme == "https"
        else http.client.HTTPConnection(host, parts.port, timeout=_SECONDS)
    )
    try:
        connection.request("GET", path, headers=dict(headers or {}))
        answer = connection.getresponse()
        content = answer.read().decode("utf-8", "replace")
    except (OSError, http.client.HTTPException) as error:
        raise _NoAnswer(str(error) or type(error).__name__) from error
    finally:
        connection.close()
    names = {name.lower(): value for name, value in answer.getheaders()}
    return _Answer(answer.status, names, content)


def _any_certificate() -> ssl.SSLContext:
    """Return what takes a wrong certificate too: `certificate_lasts` judges it, and the other
    checks go on."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _leads_to_itself(answer: _Answer, address: str) -> bool:
    """Compare without the port, which a proxy may leave out of the Host that it passes on."""
    there, here = urlsplit(answer.headers.get("location", "")), urlsplit(address)
    return (there.scheme, there.hostname, there.path) == (here.scheme, here.hostname, _PAGE)


def _canonical(answer: _Answer) -> str:
    found = re.search(r'<link rel="canonical" href="([^"]*)"', answer.content)
    return found[1] if found else "nothing"

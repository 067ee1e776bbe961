"""From which address a request comes, through the operator's own proxies."""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def visitor_address(request: HttpRequest) -> str:
    """Return the address that the first of TRUSTED_PROXIES saw; without a proxy, the connection's.

    Each proxy adds to X-Forwarded-For the address that it was asked from, so what is left of the
    trusted ones was written by the visitor. Of IPv6 it is the network of 64 bits, since everybody
    has one and can take any address in it.
    """
    proxies: int = settings.TRUSTED_PROXIES
    seen = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if proxies else []
    stated = seen[-proxies] if proxies and len(seen) >= proxies else ""
    return _read(stated) or _read(request.META.get("REMOTE_ADDR", "")) or "0.0.0.0"  # noqa: S104


def _read(text: str) -> str:
    try:
        address = ipaddress.ip_address(text.strip().strip("[]"))
    except ValueError:
        return ""
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((int(address), 64), strict=False).network_address)

"""The address that counts for lockouts, with and without proxies in front."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from portal.visitor_address import visitor_address


@pytest.mark.parametrize(
    ("proxies", "forwarded", "remote", "address"),
    [
        (0, "198.51.100.7", "192.0.2.1", "192.0.2.1"),
        (1, "198.51.100.7", "192.0.2.1", "198.51.100.7"),
        (1, "1.2.3.4, 198.51.100.7", "192.0.2.1", "198.51.100.7"),
        (2, "1.2.3.4, 198.51.100.7, 192.0.2.9", "192.0.2.1", "198.51.100.7"),
        (2, "198.51.100.7", "192.0.2.1", "192.0.2.1"),
        (1, "nonsense\x00", "192.0.2.1", "192.0.2.1"),
        (1, "", "192.0.2.1", "192.0.2.1"),
        (1, "[2001:db8:1:2:3:4:5:6]", "192.0.2.1", "2001:db8:1:2::"),
        (1, "::ffff:198.51.100.7", "192.0.2.1", "198.51.100.7"),
        (0, "", "", "0.0.0.0"),
    ],
)
def test_address_is_the_one_that_the_first_trusted_proxy_saw(
    settings, proxies, forwarded, remote, address
):
    settings.TRUSTED_PROXIES = proxies
    request = RequestFactory().get("/", headers={"x-forwarded-for": forwarded}, REMOTE_ADDR=remote)

    assert visitor_address(request) == address

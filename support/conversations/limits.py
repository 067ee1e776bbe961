"""Who has sent more than people do: they are taken all the same, in a slow lane that staff release.

No address is kept: rows hold digests with the installation's key, for 14 days.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.module_loading import import_string

from support.conversations.models import Conversation, Message, Sending

_SALT = "support.conversations.limits"
_HOUR = timedelta(hours=1)

# In an hour. An office of a thousand people has one network.
MOST_OF_A_NETWORK = 20
MOST_OF_AN_ADDRESS = 10
MOST_OF_ALL = 2_000
MOST_OF_A_CONVERSATION = 60


def address_of(request: HttpRequest) -> str:
    """Return the address that the request comes from, as the installation knows it."""
    find: Callable[[HttpRequest], str] = import_string(settings.VISITOR_ADDRESS)
    return find(request)


def network_of(request: HttpRequest) -> str:
    """Return a keyed digest of the network: 256 addresses of IPv4, or a site's /56 of IPv6."""
    address = ipaddress.ip_address(address_of(request))
    network = ipaddress.ip_network((int(address), 24 if address.version == 4 else 56), strict=False)
    return digest(str(network))


def digest(text: str) -> str:
    """Return a keyed digest: equal for equal texts, and nothing about them to who has the rows."""
    return salted_hmac(_SALT, text, algorithm="sha256").hexdigest()[:32]


def count_sending(network: str, mail: str, at: datetime) -> bool:
    """Note that something was sent, and tell whether it was more than a limit."""
    address = digest(mail.casefold()) if mail else ""
    recent = Sending.objects.filter(at__gt=at - _HOUR)
    is_over = (
        recent.filter(network=network).count() >= MOST_OF_A_NETWORK
        or (bool(address) and recent.filter(mail=address).count() >= MOST_OF_AN_ADDRESS)
        or recent.count() >= MOST_OF_ALL
    )
    Sending.objects.create(network=network, mail=address, at=at)
    return is_over


def is_flooded(conversation: Conversation, at: datetime) -> bool:
    """Tell whether its visitor has written more within the hour than one can read."""
    recent = conversation.messages.filter(author=Message.Author.VISITOR, written_at__gt=at - _HOUR)
    return recent.count() > MOST_OF_A_CONVERSATION

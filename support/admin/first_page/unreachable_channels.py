"""Channels whose kind has an address to press, and that have none."""

from __future__ import annotations

from django.urls import reverse

from support.admin.first_page.context import FirstPageContext
from support.admin.first_page.line import Line
from support.models import Channel

_PRESSED = (Channel.Kind.CHAT, Channel.Kind.FORM)


def channels_without_address(context: FirstPageContext) -> list[Line]:
    """List the chats and forms that lead nowhere; a chat may lead to the control panel."""
    found = [
        channel
        for channel in context.directory.channels
        if channel.kind in _PRESSED and not channel.address
    ]
    if not found:
        return []
    may_change = context.user.has_perm("support.change_channel")
    keys = dict(Channel.objects.values_list("slug", "pk")) if may_change else {}
    return [
        Line(
            channel.name.read(context.language) or channel.slug,
            reverse("admin:support_channel_change", args=[keys[channel.slug]])
            if channel.slug in keys
            else "",
        )
        for channel in found
    ]

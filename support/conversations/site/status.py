"""How a conversation stands, in a sentence or two for its visitor."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from support.contact_page import Viewpoint
from support.contact_page.lines.state_line import with_zone
from support.conversations.models import Conversation
from support.conversations.site.promise import promised_words
from support.conversations.site.shown import clock_of
from support.directory import Directory
from support.locales.zones import zone_name


def status_lines(conversation: Conversation, directory: Directory, view: Viewpoint) -> list[str]:
    """Return what was promised, who has it, and how an answer is told of."""
    lines = []
    if conversation.state == Conversation.State.CLOSED:
        lines.append(_("This conversation is closed. If you write again, it will reopen."))
    elif conversation.state == Conversation.State.WAITING:
        lines.append(_waiting(conversation, directory, view))
    name = conversation.assigned_to.get_full_name() if conversation.assigned_to else ""
    if name and conversation.state != Conversation.State.CLOSED:
        lines.append(_("%(name)s is looking after your conversation.") % {"name": name})
    if conversation.wants_notice and conversation.state == Conversation.State.WAITING:
        lines.append(
            _("We’ll send an email to %(email)s when there is an answer.")
            % {"email": conversation.email}
        )
    return lines


def _waiting(conversation: Conversation, directory: Directory, view: Viewpoint) -> str:
    promised: datetime | None = conversation.promised_at
    if promised is None:
        return _("We have your message, but we can’t say when we’ll read it.")
    if promised <= view.at:
        return _("We have your message and will read it shortly.")
    zone = clock_of(conversation, directory)
    words = promised_words(promised, view.at, view, zone)
    named = _("your time zone") if conversation.zone else zone_name(zone, view.language)
    return _("We have your message. It will be read: %(moment)s.") % {
        "moment": with_zone().format(words=words, zone=named)
    }

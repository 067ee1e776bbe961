"""How a conversation stands, in a sentence or two for its visitor."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from support.contact_page import Viewpoint
from support.contact_page.lines.state_line import with_zone
from support.conversations.models import Conversation
from support.conversations.open_time import open_seconds
from support.conversations.promise import Standing, standing_of
from support.conversations.site.promise import others_now, promised_words
from support.conversations.site.shown import clock_of, department_name
from support.directory import Directory
from support.locales.zones import zone_name


def is_overdue(conversation: Conversation, directory: Directory, at: datetime) -> bool:
    """Tell whether nobody has answered in so much open time that the promise is in danger."""
    promised = conversation.promised_at
    if conversation.state != Conversation.State.WAITING or promised is None or promised > at:
        return False
    where = conversation.department, conversation.language
    standing = standing_of(open_seconds(directory, *where, promised, at))
    return standing in (Standing.SOON, Standing.BROKEN)


def offers_notice(conversation: Conversation, directory: Directory, at: datetime) -> bool:
    """Tell whether the visitor should be asked for an address: they wait, and not for a moment."""
    if conversation.state != Conversation.State.WAITING or conversation.wants_notice:
        return False
    promised = conversation.promised_at
    is_now = promised is not None and promised <= at
    return not is_now or is_overdue(conversation, directory, at)


def status_lines(
    conversation: Conversation,
    directory: Directory,
    view: Viewpoint,
    *,
    is_somebody_here: bool = False,
) -> list[str]:
    """Return what was promised, who answers now, who has it, and how an answer is told of."""
    lines = []
    if conversation.state == Conversation.State.CLOSED:
        return [_("This conversation is closed. If you write again, it will reopen.")]
    if conversation.state == Conversation.State.WAITING:
        lines.append(_waiting(conversation, directory, view))
    entry = directory.department(conversation.department)
    if is_somebody_here:
        # Translators: {department}: “Customer Support”. Staff who answer are at their desks now.
        words = _("Someone from {department} is here right now.")
        lines.append(
            words.format(department=department_name(conversation, directory, view.language))
        )
    elif entry and conversation.state == Conversation.State.WAITING:
        lines += others_now(directory.published(view.at), entry, conversation.language, view)
    name = conversation.assigned_to.get_full_name() if conversation.assigned_to else ""
    if name:
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
    if is_overdue(conversation, directory, view.at):
        return _("No one has answered yet. We’re sorry it’s taking so long.")
    if promised <= view.at:
        return _("We have your message and will read it shortly.")
    zone = clock_of(conversation, directory)
    words = promised_words(promised, view.at, view, zone)
    named = _("your time zone") if conversation.zone else zone_name(zone, view.language)
    return _("We have your message. It will be read: %(moment)s.") % {
        "moment": with_zone().format(words=words, zone=named)
    }

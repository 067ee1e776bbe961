"""Whether a mail is still needed when it is due."""

from __future__ import annotations

from email.utils import parseaddr

from django.conf import settings

from support.conversations.models import Conversation, Message, OutgoingMail
from support.directory import Directory


def is_needed(mail: OutgoingMail, directory: Directory) -> bool:
    """Tell whether there is still something to tell, to somebody who is no machine of ours."""
    conversation = mail.conversation
    if mail.kind in (OutgoingMail.Kind.ARRIVED, OutgoingMail.Kind.BROKEN):
        return conversation.state == Conversation.State.WAITING and not conversation.is_held
    if _is_ours(mail.to, directory):
        return False
    return conversation.wants_notice and _is_unread(conversation)


def _is_unread(conversation: Conversation) -> bool:
    """Tell whether there is an answer that the visitor has not seen."""
    mark = conversation.read_marks.filter(user=None).values_list("number", flat=True).first() or 0
    answers = conversation.messages.filter(author=Message.Author.STAFF, is_note=False)
    return answers.filter(number__gt=mark).exists()


def _is_ours(address: str, directory: Directory) -> bool:
    """Tell whether a department reads mail there, whose help desk would answer, and we it; or
    whether it is where our mails come from."""
    ours = {each.address.casefold() for each in directory.channels if each.kind == "email"}
    return address.casefold() in ours | {parseaddr(settings.SERVER_EMAIL)[1].casefold()}

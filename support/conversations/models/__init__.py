from support.conversations.models.answerer import Answerer
from support.conversations.models.attachment import Attachment
from support.conversations.models.canned_answer import CannedAnswer
from support.conversations.models.conversation import Conversation
from support.conversations.models.lease import Lease
from support.conversations.models.message import Message
from support.conversations.models.outgoing_mail import OutgoingMail
from support.conversations.models.presence import Presence
from support.conversations.models.read_mark import ReadMark
from support.conversations.models.retention import Retention
from support.conversations.models.sending import Sending
from support.conversations.models.told_time import ToldTime
from support.conversations.models.wait import Wait, WaitPart

__all__ = [
    "Answerer",
    "Attachment",
    "CannedAnswer",
    "Conversation",
    "Lease",
    "Message",
    "OutgoingMail",
    "Presence",
    "ReadMark",
    "Retention",
    "Sending",
    "ToldTime",
    "Wait",
    "WaitPart",
]

"""List the pages of conversations, as the staff's desk lists its own."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

# Registers the route's converter, which has to be there before the routes are.
import support.conversations.desk.address  # noqa: F401
from support.admin.common.desk import DeskPage
from support.conversations.desk.attachment import attachment
from support.conversations.desk.conversation_page import conversation
from support.conversations.desk.here import here
from support.conversations.desk.list_page import conversations
from support.conversations.desk.mails_page import mails
from support.conversations.desk.my_languages import my_languages
from support.conversations.desk.person_page import person
from support.conversations.desk.response_times_page import response_times_page
from support.conversations.desk.who_may import ANSWER, ERASE_PERSON
from support.roles import User

_ONE = "conversations/<conversation_of_desk:public_id>/"

CONVERSATION_PAGES: tuple[DeskPage, ...] = (
    DeskPage("conversations/", conversations, "conversations", _("Conversations"), ANSWER),
    DeskPage("conversations/my-languages/", my_languages, "my_languages", permission=ANSWER),
    DeskPage(
        "conversations/response-times/", response_times_page, "response_times", permission=ANSWER
    ),
    DeskPage("conversations/mails/", mails, "conversation_mails", permission=ANSWER),
    DeskPage("conversations/person/", person, "person_data", permission=ERASE_PERSON),
    DeskPage("conversations/here/", here, "staff_here", permission=ANSWER),
    DeskPage(_ONE, conversation, "conversation", permission=ANSWER),
    DeskPage(
        f"{_ONE}attachments/<int:number>/", attachment, "conversation_attachment", permission=ANSWER
    ),
)


def conversation_menu(user: User) -> list[DeskPage]:
    """Return the pages in the menu of `user`."""
    return [page for page in CONVERSATION_PAGES if page.title and page.is_for(user)]

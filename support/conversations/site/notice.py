"""Have a visitor who waits told by mail, though they gave no address when they wrote."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from support import clock
from support.contact_page import Viewpoint
from support.conversations import writing
from support.conversations.access import remembered
from support.conversations.models import Conversation
from support.conversations.site.arriving import arrive
from support.conversations.site.conversation_page import Answer, conversation_page
from support.conversations.site.finding import of_its_visitor
from support.conversations.site.form_page import Returned
from support.conversations.site.frame import page
from support.conversations.site.origin import is_from_here
from support.conversations.site.typed import email_mistake
from support.directory.current import current_directory

_MISTAKEN = 422


@csrf_exempt
@require_POST
@of_its_visitor
def notice(request: HttpRequest, language: str, conversation: Conversation) -> HttpResponseBase:
    email = request.POST.get("email", "").strip()
    mistake = email_mistake(email, is_needed=True)
    if not mistake and is_from_here(request):
        writing.want_notice(conversation, email)
    if not mistake:
        return arrive(request, conversation, language)
    body = conversation_page(
        request,
        conversation,
        current_directory.get(),
        Viewpoint(language, clock.now()),
        Answer(email=email),
        Returned(mistakes={"email": mistake}),
        has_cookie=conversation.public_id in remembered(request),
    )
    return page(body, language, _MISTAKEN)

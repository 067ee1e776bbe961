"""How a browser comes to a conversation: with a cookie, or without one for a minute."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from support.conversations.access import arrival_of, remember
from support.conversations.models import Conversation
from support.conversations.site.frame import private


def conversation_path(language: str, public_id: str) -> str:
    return reverse("conversation", args=[language, public_id])


def arrive(request: HttpRequest, conversation: Conversation, language: str) -> HttpResponse:
    """Lead to the conversation after a POST; where the cookie is refused, the page has the link."""
    public_id = conversation.public_id
    query = urlencode({"arrived": arrival_of(public_id)})
    response = HttpResponseRedirect(f"{conversation_path(language, public_id)}?{query}")
    response.status_code = 303
    remember(request, response, public_id)
    return private(response)

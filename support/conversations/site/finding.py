"""Find a conversation for whoever may see it; everybody else gets one and the same 404."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponseBase
from django.utils import translation

from support.conversations.access import may_see
from support.conversations.models import Conversation
from support.conversations.site.frame import private
from support.site.not_found import page_not_found
from support.site.unavailable import unavailable


def found(public_id: str) -> Conversation | None:
    rows = Conversation.objects.select_related("assigned_to")
    return rows.filter(public_id=public_id).first()


def of_its_visitor(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Call a view with the language active and the conversation, for its visitor alone."""

    @wraps(view)
    def guarded(
        request: HttpRequest, language: str, public_id: str, **more: Any
    ) -> HttpResponseBase:
        try:
            conversation = found(public_id) if may_see(request, public_id) else None
            if conversation is None:
                return private(page_not_found(request))
            with translation.override(language):
                return private(view(request, language, conversation, **more))
        except Conversation.DoesNotExist:  # erased in the meantime
            return private(page_not_found(request))
        except DatabaseError:
            return private(unavailable(request))

    return guarded

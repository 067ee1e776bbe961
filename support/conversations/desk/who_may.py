"""Who may see and answer which conversations: the permission, limited to departments as editors
are.

Every page and file of a conversation asks here. Who may only see hours sees nothing of them.
"""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404

from support.conversations.models import Conversation
from support.models import Department
from support.roles import User, department_limits

ANSWER = "conversations.answer_conversation"
ERASE_PERSON = "conversations.erase_person"


def answered_departments(user: User) -> frozenset[str] | None:
    """Return the short names, former ones included, that `user` answers for; None for all."""
    if not user.has_perm(ANSWER):
        return frozenset()
    limits = department_limits(user)
    if limits is None:
        return None
    rows = Department.objects.filter(pk__in=limits).order_by()
    return frozenset(
        name
        for slug, former in rows.values_list("slug", "former_slugs")
        for name in (slug, *former)
    )


def answerable(user: User) -> QuerySet[Conversation]:
    """Return the conversations that `user` may see and answer."""
    names = answered_departments(user)
    if names is None:
        return Conversation.objects.all()
    return Conversation.objects.filter(department__in=sorted(names))


def answerable_or_404(user: User, public_id: str) -> Conversation:
    """Return one of them; what another department has is as if it were not there."""
    conversation = answerable(user).filter(public_id=public_id).first()
    if conversation is None:
        raise Http404
    return conversation

"""The list of conversations: what waits for who looks, and what they look for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlencode

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Left
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_safe

from support.admin.common.desk import desk_page
from support.conversations.desk.list_form import ListForm
from support.conversations.desk.who_may import answerable, answered_departments
from support.conversations.desk.words import (
    StaffView,
    name_of,
    staff_view,
    standing_in_words,
    who_is,
)
from support.conversations.models import Answerer, Conversation, Message
from support.conversations.open_waits import OpenWait, open_waits, waiting
from support.locales.zones import zone_name

PER_PAGE = 50
_EXCERPT = 160
_LAST_PAGE = 10_000

_STATE = Conversation.State
KINDS = {
    "waiting": gettext_lazy("Waiting"),
    "mine": gettext_lazy("Assigned to me"),
    "answered": gettext_lazy("Answered"),
    "closed": pgettext_lazy("a conversation", "Closed"),
    "held": gettext_lazy("Held for review"),
}


@dataclass(frozen=True, slots=True)
class Tab:
    title: str
    address: str
    is_current: bool
    count: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """One conversation in the list; words that are empty have nothing to say."""

    address: str
    who: str
    excerpt: str
    department: str
    language: str
    topic: str
    state: str
    wait: str
    standing: str
    promise: str
    promised: str
    taken_by: str
    last: str


@require_safe
def conversations(request: HttpRequest) -> HttpResponse:
    """List the conversations of one kind, fifty a page, in a constant number of queries."""
    view = staff_view(request)
    user_id = int(request.user.pk or 0)
    answerer = Answerer.objects.filter(user_id=user_id).first()
    departments = answered_departments(request.user)
    form = ListForm(request.GET, view, departments, answerer.languages if answerer else ())
    show = request.GET.get("show", "")
    show = show if show in KINDS else "waiting"
    chosen = form.chosen(answerable(request.user))
    number = _page_number(request)
    keys, waits = _keys(chosen, show, user_id, view, number)
    context = {
        "form": form,
        "tabs": _tabs(request, chosen, show, user_id),
        "lines": _lines(keys[:PER_PAGE], waits, view),
        "previous": _address(request, page=number - 1) if number > 1 else "",
        "next": _address(request, page=number + 1) if len(keys) > PER_PAGE else "",
        "show": show,
        "clock_name": zone_name(view.zone, view.language),
    }
    return desk_page(request, "admin/conversations/list.html", _("Conversations"), context)


def _keys(
    chosen: QuerySet[Conversation], show: str, user_id: int, view: StaffView, number: int
) -> tuple[list[int], dict[int, OpenWait]]:
    """Return the keys of a page and of one more, and the waits that are known of them."""
    first = (number - 1) * PER_PAGE
    if show == "waiting":
        found = open_waits(waiting(chosen), view.directory, view.at)
        waits = list(islice(found, first, first + PER_PAGE + 1))
    else:
        rows = _of_kind(chosen, show, user_id)
        keys = list(rows.values_list("pk", flat=True)[first : first + PER_PAGE + 1])
        shown = Conversation.objects.filter(pk__in=keys)
        waits = open_waits(shown, view.directory, view.at)
        return keys, {wait.conversation_id: wait for wait in waits}
    return [wait.conversation_id for wait in waits], {wait.conversation_id: wait for wait in waits}


def _of_kind(chosen: QuerySet[Conversation], show: str, user_id: int) -> QuerySet[Conversation]:
    match show:
        case "mine":
            mine = chosen.filter(assigned_to=user_id).exclude(state=_STATE.CLOSED)
            return mine.order_by(F("waiting_since").asc(nulls_last=True), "-last_message_at")
        case "held":
            return chosen.filter(state=_STATE.WAITING, is_held=True).order_by("waiting_since")
        case _:
            return chosen.filter(state=show).order_by("-last_message_at")


def _tabs(
    request: HttpRequest, chosen: QuerySet[Conversation], show: str, user_id: int
) -> list[Tab]:
    """Return what there is to look at, with how many where somebody is to do something."""
    counts = {
        "waiting": waiting(chosen).count(),
        "mine": waiting(chosen).filter(assigned_to=user_id).count(),
        "held": chosen.filter(state=_STATE.WAITING, is_held=True).count(),
    }
    return [
        Tab(str(title), _address(request, show=key), key == show, counts.get(key))
        for key, title in KINDS.items()
    ]


def _lines(keys: list[int], waits: dict[int, OpenWait], view: StaffView) -> list[Line]:
    said = Message.objects.filter(conversation=OuterRef("pk"), author=Message.Author.VISITOR)
    last = said.order_by("-number").annotate(beginning=Left("text", _EXCERPT))
    rows = Conversation.objects.select_related("assigned_to").annotate(
        excerpt=Subquery(last.values("beginning")[:1])
    )
    found = rows.in_bulk(keys)
    return [_line(found[key], waits.get(key), view) for key in keys if key in found]


def _line(conversation: Conversation, wait: OpenWait | None, view: StaffView) -> Line:
    promised = conversation.promised_at if wait else None
    return Line(
        reverse("admin:conversation", args=[conversation.public_id]),
        who_is(conversation),
        getattr(conversation, "excerpt", "") or "",
        view.department(conversation.department),
        view.language_name(conversation.language),
        view.topic(conversation.topic) if conversation.topic else "",
        conversation.get_state_display(),
        view.wait(wait) if wait else "",
        wait.standing if wait else "",
        standing_in_words(wait.standing) if wait else "",
        view.moment(promised) if promised else "",
        name_of(conversation.assigned_to),
        view.moment(conversation.last_message_at),
    )


def _page_number(request: HttpRequest) -> int:
    text = request.GET.get("page", "")
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 1
    return min(max(number, 1), _LAST_PAGE)


def _address(request: HttpRequest, **changes: object) -> str:
    """Return the address of this page with something else asked for."""
    asked = request.GET.dict() | {name: str(value) for name, value in changes.items()}
    if "page" not in changes:
        asked.pop("page", None)
    return f"?{urlencode(asked)}"

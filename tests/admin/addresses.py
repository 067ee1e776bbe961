"""Every address of the admin, with rows to try it on: of one's own department, another's, all's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from django.urls import URLPattern, get_resolver

from support.conversations import writing
from support.conversations.models import Attachment, CannedAnswer, Conversation, Retention
from support.directory import load_directory
from support.history.related_rows import KINDS_OF_ROWS
from support.models import (
    Audience,
    Channel,
    Closure,
    Department,
    Incident,
    LanguageWindow,
    Organization,
    Product,
    SecondFactor,
    Section,
    SpecialHours,
    StaffQuestion,
    Topic,
)
from support.planning.agreed_data import keep_data
from support.schedule_file import stored_configuration, write
from tests import factories

MONDAY = "2040-11-26T12:00:00+00:00"
"""When the walk takes place: after the initial data were recorded, whenever that was."""
AN_HOUR_BEFORE = "2040-11-26T11:00:00Z"

Typed = dict[str, object]

LOOK_FIRST: Typed = {"_preview": "Preview"}
"""What was not looked at is not done."""


@dataclass(frozen=True)
class Address:
    shown: str
    path: str
    typed: Typed = field(default_factory=dict)
    """What is typed into the page's form before it is sent."""
    is_page: bool = True
    """Else only sending counts: another address shows who sees the form."""


def addresses() -> list[Address]:
    """By name. The rows must be there: `make_rows`."""
    rows, typed = _rows(), _typed()
    found = [*_attempts(rows), *_holidays(), *_actions(rows)]
    for route in _routes(get_resolver().url_patterns):
        if route.startswith("admin/"):
            found += _filled(route, rows, typed)
    return sorted(found, key=lambda address: address.shown)


def make_rows() -> None:
    _make_conversations()
    for day, department in enumerate([_department("finance"), _department("sales"), None], 20):
        factories.closed_on(f"2040-12-{day}", department=department)
        LanguageWindow.objects.filter(department=department).update(holidays="JP")
        if department:
            department.position += 10  # to be put back
            department.save()
        factories.closure(f"2040-12-{day}T09:00", f"2040-12-{day}T10:00", department=department)
        factories.closure("2040-11-26T09:00", None, department=department)  # to be opened again
        if department:
            StaffQuestion.objects.create(department=department, text_en="Is this right?")
    factories.incident("2040-12-20T09:00", "2040-12-20T10:00")
    keep_data(load_directory(), datetime.fromisoformat(MONDAY))
    Group.objects.create(name="Night watch")
    somebody = User.objects.create_user("somebody", "somebody@example.com", is_staff=True)
    SecondFactor.objects.create(
        user=somebody, salt="salt", set_up_at=datetime.fromisoformat(MONDAY), last_step=0
    )


def _make_conversations() -> None:
    directory, at = load_directory(), datetime.fromisoformat(MONDAY)
    for slug in ("finance", "sales"):
        CannedAnswer.objects.create(title=slug, text_en="Thank you.", department=slug)
        opening = writing.Opening(slug, "en", "en", "Hello", key=slug, email=f"{slug}@example.com")
        conversation = writing.begin(opening, directory, at)
        file = Attachment(conversation=conversation, number=1, name="a.txt", size=1, received_at=at)
        file.content_type = "text/plain"
        file.file.save("a.txt", ContentFile(b"a"))
    CannedAnswer.objects.create(title="all", text_en="Thank you.")
    Retention.objects.create(topic="invoice", months=12)


OWN, OTHER, ALL = "‹own›", "‹another’s›", "‹all’s›"


def _department(slug: str) -> Department:
    return Department.objects.get(slug=slug)


def _rows() -> dict[str, dict[str, object]]:
    """Below each address of a model: what stands for a row, and the row's key."""
    owners = {OWN: _department("finance"), OTHER: _department("sales"), ALL: None}
    return {
        "admin/support/department/": {n: row.pk for n, row in owners.items() if row},
        "admin/support/closure/": {
            n: Closure.objects.get(department=row, ends_on__isnull=False).pk
            for n, row in owners.items()
        },
        "admin/closures/": {
            n: Closure.objects.get(department=row, ends_on=None).pk for n, row in owners.items()
        },
        "admin/support/staffquestion/": {
            n: StaffQuestion.objects.get(department=row, text_en="Is this right?").pk
            for n, row in owners.items()
            if row
        },
        "admin/support/specialhours/": {
            n: SpecialHours.objects.get(department=row).pk for n, row in owners.items()
        },
        "admin/support/incident/": {"‹incident›": Incident.objects.get().pk},
        "admin/support/channel/": {"‹channel›": Channel.objects.get(slug="forum").pk},
        "admin/support/audience/": {"‹audience›": Audience.objects.get(slug="paid").pk},
        "admin/support/topic/": {"‹topic›": Topic.objects.get(slug="invoice").pk},
        "admin/support/section/": {"‹section›": Section.objects.get(slug="team").pk},
        "admin/support/product/": {"‹product›": Product.objects.get(slug="affiliate-dashboard").pk},
        "admin/support/organization/": {"‹organisation›": Organization.ONLY_PK},
        "admin/auth/group/": {"‹group›": Group.objects.get(name="Night watch").pk},
        "admin/auth/user/": {"‹user›": User.objects.get(username="somebody").pk},
        "admin/password/new/": {"‹person›/‹link›": "x/y"},
        "admin/conversations/": {
            shown: Conversation.objects.get(department=slug).public_id
            for shown, slug in ((OWN, "finance"), (OTHER, "sales"))
        },
        "admin/conversations/cannedanswer/": {
            shown: CannedAnswer.objects.get(title=title).pk
            for shown, title in ((OWN, "finance"), (OTHER, "sales"), (ALL, "all"))
        },
        "admin/conversations/retention/": {"‹retention›": Retention.objects.get().pk},
        "admin/r/": {"‹type›/‹row›": _type_and_row()},
        "admin/translations/": {"‹language›": "nl"},
        "admin/suggestions/": {"‹list›": "zones"},
        "admin/attention/": {"‹matter›": "overruled"},
        "admin/windows/": _windows(),
        "admin/clock-changes/": _windows(),
        "admin/": {"support": "support", "auth": "auth"},
    }


def _type_and_row() -> str:
    """Of a department, for “View on site”."""
    return f"{ContentType.objects.get_for_model(Department).pk}/{_department('finance').pk}"


def _windows() -> dict[str, object]:
    return {
        shown: _department(slug).windows.first().pk
        for shown, slug in ((OWN, "finance"), (OTHER, "sales"))
    }


def _routes(patterns: list, prefix: str = "") -> Iterator[str]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route
        else:
            yield from _routes(pattern.url_patterns, route)


_PARAMETERS = re.compile(r"(?:<[^>]*>/?)+|\^\(\?P<app_label>[^)]*\)/\$|\(\?P<url>[^)]*\)\$")


def _filled(
    route: str, rows: dict[str, dict[str, object]], typed: dict[str, Typed]
) -> Iterator[Address]:
    if "<slug:kind>" in route:
        for kind in KINDS_OF_ROWS:
            of_kind = route.replace("<slug:kind>", str(kind._meta.model_name))
            yield from _filled(of_kind, rows, typed)
    elif "<int:number>" in route:
        yield from _filled(route.replace("<int:number>", "1"), rows, typed)
    elif route == "admin/(?P<url>.*)$":
        yield Address("/admin/no-such-page", "/admin/no-such-page")
    elif not _PARAMETERS.search(route):
        yield Address(f"/{route}", f"/{route}{_query(route)}", typed.get(route, {}))
    else:
        place = max((p for p in rows if route.startswith(p)), key=len)
        for shown, value in rows[place].items():
            yield Address(
                f"/{_PARAMETERS.sub(f'{shown}/', route)}",
                f"/{_PARAMETERS.sub(f'{value}/', route)}{_query(route)}",
                typed.get(route, {}),
            )


def _query(route: str) -> str:
    if route == "admin/special-hours/close-too/":
        return f"?entry={SpecialHours.objects.get(department=None).pk}"
    if route.endswith("/put-back/"):
        return f"?at={AN_HOUR_BEFORE}"
    return "?show=all" if route == "admin/translations/<slug:language>/" else ""


_PASSWORDS = {"old_password": "password", "new_password1": "Qx-7-harbour"} | {
    "new_password2": "Qx-7-harbour"
}
_SPECIAL_TYPED = {"first_day": "2040-12-25", "effect": "closed"}
_CLOSURE_TYPED = {"starts_on": "2040-12-25", "starts_at": "9", "ends_on": "2040-12-25"} | {
    "ends_at": "10",
    "zone": "UTC",
}

_QUESTION_TYPED: Typed = {"text_en": "Is this new?"}


_CONVERSATION = "admin/conversations/<conversation_of_desk:public_id>/"


def _typed() -> dict[str, Typed]:
    """What makes the form of an address one that can be saved, by its route."""
    return {
        "admin/configuration/": {"file": _configuration()} | LOOK_FIRST,
        "admin/password_change/": _PASSWORDS,
        _CONVERSATION: {"action": "answer", "text": "Hello"},
        "admin/conversations/my-languages/": {"languages": "en"},
        "admin/conversations/person/": {"action": "erase", "seen": "1"}
        | {"email": "finance@example.com"},
        "admin/conversations/cannedanswer/add/": {"title": "New", "text_en": "New"}
        | {"department": "finance"},
        "admin/conversations/retention/add/": {"topic": "before-buying", "months": "6"},
        "admin/my-settings/": {"zone": "Asia/Tokyo"},
        "admin/windows/<int:pk>/confirm/": {"seen_edit_version": "0"},
        "admin/closures/<int:pk>/open-again/": {"seen_edit_version": "0"},
        "admin/holidays/": {"confirm": "finance JP 2041-01-01"},
        "admin/translations/<slug:language>/": {
            f"department-{_department('finance').pk}-name": "Boekhouding"
        },
        "admin/auth/user/add/": {"email": "new@example.com", "name": "New", "scope": "all"},
        "admin/password/forgotten/": {"email": "somebody@example.com"},
        "admin/auth/group/add/": {"name": "New", "may": "see"},
        "admin/support/department/<int:pk>/copy/": {"name": "New"},
        "admin/departments/order/": {f"place-{_department('finance').pk}": "1"},
        "admin/support/department/add/": {"slug": "new", "name_en": "New"},
        "admin/support/product/add/": {"slug": "new", "name_en": "New"},
        "admin/support/channel/add/": {"slug": "new", "name_en": "New", "kind": "chat"},
        "admin/support/audience/add/": {"slug": "new", "name_en": "New"},
        "admin/support/topic/add/": {"slug": "new", "name_en": "New"} | _to(OWN),
        "admin/support/section/add/": {"slug": "new", "heading_en": "New", "text_en": "New"},
        "admin/support/specialhours/add/": _SPECIAL_TYPED | _to(OWN),
        "admin/support/closure/add/": _CLOSURE_TYPED | _to(OWN),
        "admin/support/staffquestion/add/": _QUESTION_TYPED | _to(OWN),
    }


def _configuration() -> SimpleUploadedFile:
    """A file that changes something."""
    text = write(stored_configuration()).replace("Finance", "Finances")
    return SimpleUploadedFile("configuration.toml", text.encode())


def _to(owner: str) -> Typed:
    departments = {OWN: "finance", OTHER: "sales"}
    return {"department": _department(departments[owner]).pk if owner in departments else ""}


def _attempts(rows: dict[str, dict[str, object]]) -> Iterator[Address]:
    """To give rows to departments that are not one's own."""
    typed = {
        "specialhours": (_SPECIAL_TYPED, (OTHER, ALL)),
        "closure": (_CLOSURE_TYPED, (OTHER, ALL)),
        "staffquestion": (_QUESTION_TYPED, (OTHER,)),
    }
    for model, (values, owners) in typed.items():
        place = f"admin/support/{model}/"
        own = rows[place][OWN]
        for owner in owners:
            yield Address(
                f"/{place}add/ for {owner}", f"/{place}add/", values | _to(owner), is_page=False
            )
            yield Address(
                f"/{place}{OWN}/change/ to {owner}",
                f"/{place}{own}/change/",
                _to(owner),
                is_page=False,
            )


def _holidays() -> Iterator[Address]:
    """What the list of coming holidays decides, for one department each."""
    for action in ("confirm", "overrule"):
        for shown, slug in ((OWN, "finance"), (OTHER, "sales")):
            yield Address(
                f"/admin/holidays/ {action} {shown}",
                "/admin/holidays/",
                {action: f"{slug} JP 2041-01-01"},
                is_page=False,
            )


ACTIONS: dict[str, Typed] = {
    "delete_selected": {"post": "yes"},
    "close_on_date": {"first_day": "2040-12-28"} | LOOK_FIRST,
    "copy_language": {"from_language": "en", "to_language": "Danish (da)"} | LOOK_FIRST,
    "open_on_date": {"first_day": "2040-12-28", "opens": "10", "closes": "14", "zone": "UTC"}
    | {"what": "hours"}
    | LOOK_FIRST,
    "set_channel": {"what": "add"} | LOOK_FIRST,
    "set_holidays": {"calendar": "GB"} | LOOK_FIRST,
    "set_label": {"label": "New"} | LOOK_FIRST,
    "shift_windows": {"minutes": "30"} | LOOK_FIRST,
}
"""What each action of a list asks for before it acts."""


def _actions(rows: dict[str, dict[str, object]]) -> Iterator[Address]:
    request = RequestFactory().get("/")
    request.user = User(is_superuser=True)
    for model, model_admin in admin.site._registry.items():
        place = f"admin/{model._meta.app_label}/{model._meta.model_name}/"
        for action in model_admin.get_actions(request):
            for shown, pk in rows[place].items():
                chosen = {"action": action, "_selected_action": pk} | ACTIONS.get(action, {})
                if action == "set_channel":
                    chosen["channel"] = Channel.objects.get(slug="forum").pk
                yield Address(f"/{place} {action} {shown}", f"/{place}", chosen, is_page=False)

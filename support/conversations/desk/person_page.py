"""Give out and erase everything that one person wrote, known by their e-mail address.

The address is sent in the body of a POST: addresses of pages are logged.
"""

from __future__ import annotations

import json
import logging
import zipfile
from contextlib import suppress
from tempfile import TemporaryFile

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from support.admin.common.desk import desk_page
from support.conversations.erasing import erase
from support.conversations.models import Attachment, Conversation, Message

_log = logging.getLogger("support.conversations")


class PersonForm(forms.Form):
    email = forms.EmailField(label=gettext_lazy("Email address"))
    # How many were shown; others are not erased unseen.
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)


@require_http_methods(["GET", "HEAD", "POST"])
def person(request: HttpRequest) -> HttpResponseBase:
    """Ask for an address, say how much there is, and give it out or erase it."""
    form = PersonForm(request.POST or None)
    context: dict[str, object] = {"form": form}
    if form.is_valid():
        found = written_by(form.cleaned_data["email"])
        action = request.POST.get("action", "")
        if action == "export":
            return _archive(found)
        count = found.count()
        if action == "erase" and form.cleaned_data["seen"] == count:
            return _erased(request, found)
        context |= {"count": count, "is_found": True}
    title = _("Personal data requests")
    return desk_page(request, "admin/conversations/person.html", title, context)


def written_by(email: str) -> QuerySet[Conversation]:
    """Return the conversations of everybody who gave this address, in whatever case."""
    return Conversation.objects.filter(email__iexact=email)


def _archive(found: QuerySet[Conversation]) -> FileResponse:
    """Return what was said, and each file as it was kept; it is made on disk, not in memory."""
    made = TemporaryFile()  # noqa: SIM115  # closed with the answer
    with zipfile.ZipFile(made, "w") as archive:
        told = json.dumps([_told(each) for each in found], ensure_ascii=False, indent=1)
        archive.writestr("conversations.json", told)
        files = Attachment.objects.filter(conversation__in=found, message__is_note=False)
        for each in files.select_related("conversation"):
            with suppress(FileNotFoundError), each.file.open("rb") as file:
                archive.writestr(_path_of(each), file.read())
    made.seek(0)
    return FileResponse(
        made,
        as_attachment=True,
        filename="conversations.zip",
        headers={"Cache-Control": "private, no-store"},
    )


def _path_of(file: Attachment) -> str:
    return f"{file.conversation}/{file.number} {file.name}"


def _told(conversation: Conversation) -> dict[str, object]:
    """Return what we have of the person, without the notes that staff keep for each other."""
    said = conversation.messages.filter(is_note=False).exclude(author=Message.Author.SYSTEM)
    return {
        "id": conversation.public_id,
        "name": conversation.name,
        "email": conversation.email,
        "department": conversation.department,
        "language": conversation.language,
        "page_language": conversation.page_language,
        "topic": conversation.topic,
        "time_zone": conversation.zone,
        "written": conversation.created_at.isoformat(),
        "erased_after": conversation.erase_after.isoformat(),
        "messages": [
            {
                "number": each.number,
                "from": each.author,
                "written": each.written_at.isoformat(),
                "text": each.text,
                "files": [_path_of(file) for file in each.attachments.all()],
            }
            for each in said.prefetch_related("attachments__conversation")
        ],
    }


def _erased(request: HttpRequest, found: QuerySet[Conversation]) -> HttpResponse:
    count = erase(found)
    _log.info("Erased %s conversations of one person, by user %s.", count, request.user.pk)
    words = ngettext(
        "%(count)d conversation has been deleted.",
        "%(count)d conversations have been deleted.",
        count,
    )
    messages.success(request, words % {"count": count})
    return redirect("admin:person_data")

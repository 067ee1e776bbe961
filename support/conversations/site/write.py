"""Write: the form, the same bytes for everyone, and what becomes of it."""

from __future__ import annotations

import secrets
from dataclasses import replace

from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from support import clock
from support.contact_page import Viewpoint
from support.contact_page.lines.valid_until import valid_until
from support.conversations import limits, writing
from support.conversations.attachments.erasing import erase_forgotten
from support.conversations.attachments.receiving import (
    attach,
    new_form_key,
    receive,
    sent_files,
    waiting_files,
)
from support.conversations.models import Conversation
from support.conversations.site.arriving import arrive
from support.conversations.site.choices import About, about, read_about
from support.conversations.site.form_page import Returned, form_page
from support.conversations.site.frame import page
from support.conversations.site.origin import is_from_here
from support.conversations.site.stamp import is_fresh, stamp_of
from support.conversations.site.typed import Typed, digest_of, mistakes_of, read_typed
from support.directory import Directory
from support.directory.current import current_directory
from support.finished_pages.validity import Validity, finish
from support.site.visitor import read_visitor

_MISTAKEN = 422
_UNAVAILABLE = 503

# A text of so many characters is nobody else's.
_TELLING = 40


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, language: str) -> HttpResponse:
    """Answer a GET with the form, and take what a POST brings: see `origin` for who may send it."""
    with translation.override(language):
        return _sent(request, language) if request.method == "POST" else _form(request, language)


def _form(request: HttpRequest, language: str) -> HttpResponse:
    """Render the form. It reads no cookie and no header; an address chooses what it is about."""
    visitor = read_visitor(request, language)
    view = visitor.view
    directory = current_directory.get().published(view.at)
    asked = request.GET.get("department", ""), request.GET.get("topic", "")
    chosen = about(directory, *asked)
    typed = Typed(
        language=request.GET.get("language", "")[:35],
        zone=view.zone or "",
    )
    notice = ""
    if any(asked) and chosen.department is None:
        notice = _("You can no longer write to this department. Please choose another one.")
    query = request.META.get("QUERY_STRING", "")
    body = form_page(request, directory, view, chosen, typed, Returned(notice), query)
    _stamp, until = stamp_of(view.at)
    next_change = valid_until(directory, view.at, view.zone)
    until = min(until, next_change) if next_change else until
    finish(request.META, Validity(directory.token, view.at, until, in_outage=False))
    return HttpResponse(body, headers={"Content-Language": language, "X-Robots-Tag": "noindex"})


def _sent(request: HttpRequest, language: str) -> HttpResponse:
    now = clock.now()
    typed = read_typed(request.POST)
    view = Viewpoint(language, now, typed.zone or None)
    directory = current_directory.get().published(now)
    chosen = read_about(typed.about, directory)
    try:
        taken = _take(request, typed, chosen, directory, view)
    except DatabaseError:
        notice = _(
            "We couldn’t send your message just now. Everything you typed is still here. Please "
            "try again in a minute."
        )
        taken, status = Returned(notice), _UNAVAILABLE
    else:
        status = _MISTAKEN
    if isinstance(taken, Conversation):
        return arrive(request, taken, language)
    body = form_page(request, directory, view, chosen, typed, taken)
    return page(body, language, status)


def _take(
    request: HttpRequest, typed: Typed, chosen: About, directory: Directory, view: Viewpoint
) -> Conversation | Returned:
    """Begin the conversation, or return what is to be said; accepted files wait in that case."""
    key = _key(request, typed, view)
    known = writing.taken_before(key)
    if known:
        return known
    typed.form_key = typed.form_key or new_form_key()
    waiting = waiting_files(typed.form_key, typed.chosen_files, view.at)
    files, cut = sent_files(request)
    if files:
        erase_forgotten(view.at)
    refused = receive(files, typed.form_key, waiting, None, view.at)
    returned = Returned(
        mistakes=mistakes_of(typed, chosen, view.language),
        file_mistakes=[each.sentence for each in (*cut, *refused)],
        waiting=waiting,
    )
    if returned:
        notice = _("Please check the marked fields. Everything you typed is still here.")
        return replace(returned, notice=notice)
    if not is_from_here(request) or not is_fresh(typed.stamp, view.at):
        notice = _("Please check your message and send it again.")
        return replace(returned, notice=notice)
    assert chosen.department is not None  # noqa: S101  # else there is a mistake
    is_over = limits.count_sending(limits.network_of(request), typed.email, view.at)
    opening = writing.Opening(
        chosen.department.slug,
        typed.language,
        view.language,
        typed.text,
        key,
        topic=chosen.topic.slug if chosen.topic else "",
        zone=typed.zone,
        email=typed.email,
        is_held=is_over or bool(typed.trap),
    )
    with transaction.atomic():
        conversation = writing.begin(opening, directory, view.at)
        message = conversation.messages.get(number=1)
        if waiting and not message.attachments.exists():
            attach(message, waiting)
    return conversation


def _key(request: HttpRequest, typed: Typed, view: Viewpoint) -> str:
    """Return what is the same when the form is sent twice, and differs from everybody else's.

    A browser without JavaScript has no key of its own: there, it is the same text to the same
    department from the same address and kind of browser, within the hour.
    """
    own = typed.key
    if not own and not typed.email and len(typed.text) < _TELLING:
        own = secrets.token_hex(16)  # two people in an office may well write the same few words
    elif not own:
        address, browser = limits.address_of(request), request.headers.get("User-Agent", "")
        own = limits.digest(f"{address}\0{browser}\0{view.at:%Y-%m-%d %H}")
    what = (typed.about, typed.language, typed.text, typed.email, *typed.chosen_files)
    return digest_of(own, *what, files=sent_files(request)[0])

"""Show how many texts each language lacks, and the texts of one language to write them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from support.admin.common.desk import desk_page
from support.admin.translations.form import TranslationForm
from support.locales.languages import SITE_LANGUAGES, direction, endonym, language_name
from support.models import Organization
from support.roles import department_limits
from support.texts import StaffText, staff_texts

TRANSLATE = "support.translate_texts"

_TEXTS_PER_PAGE = 20


def translations(request: HttpRequest) -> HttpResponse:
    texts = list(staff_texts())
    missing = {code: sum(text.lacks(code) for text in texts) for code in SITE_LANGUAGES}
    hidden = _hidden_languages()
    rows = [
        {
            "code": code,
            "endonym": endonym(code),
            "name": language_name(code, get_language() or "en"),
            "missing": missing[code],
            "written": len(texts) - missing[code],
            "is_hidden": code in hidden,
        }
        for code in SITE_LANGUAGES
    ]
    context = {"languages": rows, "may_translate": request.user.has_perm(TRANSLATE)}
    return desk_page(request, "admin/support/translations.html", _("Translations"), context)


def translations_into(request: HttpRequest, language: str) -> HttpResponse:
    """Show and save the missing texts of one language or, with `?show=all`, all of them."""
    if language not in SITE_LANGUAGES:
        raise Http404
    shows_all = request.GET.get("show") == "all"
    texts = _texts_of(request.user)
    wanted = texts if shows_all else [text for text in texts if text.lacks(language)]
    page = Paginator(wanted, _TEXTS_PER_PAGE).get_page(request.GET.get("page"))
    if request.method == "POST":
        # Other texts may be missing by now; the form itself names the texts it was sent for.
        sent = [text for text in texts if text.key in request.POST]
        form = TranslationForm(sent, language, request.POST)
        if form.is_valid() and form.save(request.user):
            return _saved(request, form)
    else:
        form = TranslationForm(page.object_list, language)
    hidden = _hidden_languages()
    context = {
        "form": form,
        "page": page,
        "language": language,
        "direction": direction(language),
        "shows_all": shows_all,
        "missing": sum(text.lacks(language) for text in texts),
        "languages": [(code, endonym(code), code in hidden) for code in SITE_LANGUAGES],
        "is_hidden": language in hidden,
    }
    title = _("Translations: {language}").format(language=endonym(language))
    return desk_page(request, "admin/support/translations_into.html", title, context)


def _hidden_languages() -> tuple[str, ...]:
    """Return the languages of the site that visitors do not see."""
    rows = Organization.objects.values_list("hidden_languages", flat=True)
    return next(iter(rows), ())


def _texts_of(user: Any) -> list[StaffText]:
    """Return the texts that `user` has permission to write."""
    limits = department_limits(user)
    return [
        text
        for text in staff_texts()
        if limits is None or (text.department and text.department.pk in limits)
    ]


def _saved(request: HttpRequest, form: TranslationForm) -> HttpResponse:
    count = len(form.changed)
    if count:
        message = ngettext("%(count)d text saved.", "%(count)d texts saved.", count)
        messages.success(request, message % {"count": count})
    else:
        messages.info(request, _("Nothing was changed."))
    return redirect(request.get_full_path())

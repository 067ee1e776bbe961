"""The languages that a member of staff answers, chosen for themselves."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from support.admin.common.desk import desk_page
from support.admin.fields.languages import LanguagesField
from support.conversations.models import Answerer


class MyLanguagesForm(forms.Form):
    languages = LanguagesField(
        label=gettext_lazy("Languages I answer in"),
        required=False,
        help_text=gettext_lazy(
            "If you don’t select any, you’ll see conversations in every language."
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def my_languages(request: HttpRequest) -> HttpResponse:
    mine = {"user_id": int(request.user.pk or 0)}
    row = Answerer.objects.filter(**mine).first() or Answerer(**mine)
    form = MyLanguagesForm(request.POST or None, initial={"languages": list(row.languages)})
    if form.is_valid():
        row.languages = form.cleaned_data["languages"]
        row.save()
        messages.success(request, _("Your settings have been saved."))
        return redirect("admin:conversations")
    title = _("Languages I answer in")
    return desk_page(request, "admin/conversations/my_languages.html", title, {"form": form})

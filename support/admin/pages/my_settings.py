"""Settings that each user chooses for themselves."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from support.admin.common.desk import desk_page
from support.admin.fields.pickers import ZoneField, datalists
from support.models import StaffProfile
from support.models.validators import validate_zone


class MySettingsForm(forms.Form):
    zone = ZoneField(
        label=gettext_lazy("Time zone"),
        required=False,
        validators=[validate_zone],
        help_text=gettext_lazy(
            "Times in the admin area are shown in this time zone. Leave blank for UTC."
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def my_settings(request: HttpRequest) -> HttpResponse:
    mine = {"user_id": int(request.user.pk or 0)}
    profile = StaffProfile.objects.filter(**mine).first() or StaffProfile(**mine)
    form = MySettingsForm(request.POST or None, initial={"zone": profile.zone})
    if form.is_valid():
        profile.zone = form.cleaned_data["zone"]
        profile.save()
        messages.success(request, _("Your settings have been saved."))
        return redirect("admin:my_settings")
    context = {"form": form, "datalists": datalists(["zones"])}
    return desk_page(request, "admin/support/my_settings.html", _("My settings"), context)

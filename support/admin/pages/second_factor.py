"""Everybody sets up, renews and removes their own second factor, with password and code."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import segno
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from support import clock
from support.admin.common.desk import desk_page
from support.admin.pages.sign_in import count_failure, locked_out, wrong_code
from support.models import SecondFactor
from support.second_factor import totp
from support.second_factor.factor import (
    accepts,
    in_groups,
    key_of,
    new_recovery_codes,
    second_factor_of,
    set_up,
)
from support.second_factor.session import mark, salt_to_set_up


class ConfirmForm(forms.Form):
    password = forms.CharField(
        label=gettext_lazy("Password"),
        strip=False,
        max_length=4096,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    code = forms.CharField(
        max_length=100, widget=forms.TextInput(attrs={"autocomplete": "one-time-code"})
    )


class SetUpForm(ConfirmForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Code shown in the app")


class ChangeForm(ConfirmForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Code from your app, or a recovery code")


@require_http_methods(["GET", "HEAD", "POST"])
def second_factor(request: HttpRequest) -> HttpResponse:
    if refusal := locked_out(request, request.user.get_username()):
        return refusal
    factor = second_factor_of(request.user)
    return _change(request, factor) if factor else _set_up(request)


@require_GET
def second_factor_picture(request: HttpRequest) -> HttpResponse:
    """Draw the key for the camera of a telephone."""
    if second_factor_of(request.user):
        return redirect("admin:second_factor")
    picture = BytesIO()
    text = totp.address(_offered_key(request), request.get_host(), request.user.get_username())
    segno.make(text, error="m").save(picture, kind="svg", scale=5, light="#fff", xmldecl=False)
    return HttpResponse(picture.getvalue(), content_type="image/svg+xml")


def _set_up(request: HttpRequest) -> HttpResponse:
    key = _offered_key(request)
    form = SetUpForm(request.POST or None)
    if form.is_valid() and _is_password(request, form):
        salt = salt_to_set_up(request.session)
        factor = set_up(request.user, salt, form.cleaned_data["code"], clock.now())
        if factor:
            mark(request.session, factor)
            messages.success(
                request,
                _("Two-step verification is on. You’ve been signed out everywhere else."),
            )
            return _codes_page(request, factor)
        count_failure(request, request.user.get_username())
        form.add_error("code", wrong_code())
    context = {"form": form, "key": in_groups(totp.as_text(key))}
    return _page(request, "admin/support/second_factor_set_up.html", context)


def _change(request: HttpRequest, factor: SecondFactor) -> HttpResponse:
    wish = request.POST.get("wish")
    form = ChangeForm(request.POST if wish else None)
    if form.is_valid() and _is_password(request, form):
        if not accepts(factor, form.cleaned_data["code"], clock.now()):
            count_failure(request, request.user.get_username())
            form.add_error("code", wrong_code())
        elif wish == "remove":
            factor.delete()
            mark(request.session, None)
            messages.success(
                request,
                _("Two-step verification is off. You’ve been signed out everywhere else."),
            )
            return redirect("admin:second_factor")
        else:
            return _codes_page(request, factor)
    context = {"form": form, "factor": factor, "codes_left": factor.recovery_codes.count()}
    return _page(request, "admin/support/second_factor.html", context)


def _codes_page(request: HttpRequest, factor: SecondFactor) -> HttpResponse:
    context = {"codes": new_recovery_codes(factor)}
    return _page(request, "admin/support/recovery_codes.html", context)


def _page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    return desk_page(request, template, _("Two-step verification"), context)


def _offered_key(request: HttpRequest) -> bytes:
    return key_of(request.user, salt_to_set_up(request.session))


def _is_password(request: HttpRequest, form: ConfirmForm) -> bool:
    """Return whether the password is right, so that a desk left open gives nobody the account."""
    if request.user.check_password(form.cleaned_data["password"]):
        return True
    count_failure(request, request.user.get_username())
    form.add_error("password", _("The password is incorrect."))
    return False

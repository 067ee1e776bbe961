"""Signing in: the password, then the second factor of those who have one."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_lockout_response
from django import forms
from django.contrib import admin, messages
from django.contrib.auth import get_user_model, login
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.signals import user_login_failed
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from support import clock
from support.second_factor.factor import accepts, second_factor_of
from support.second_factor.session import has_same_password, held, hold, let_go, mark


class CodeForm(forms.Form):
    """Asks for a code, and shows none that was typed before."""

    code = forms.CharField(
        label=gettext_lazy("Code from your app, or a recovery code"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True}),
    )


class SignIn(LoginView):
    """Django's page of the password, which leads on to the code."""

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        user: Any = form.get_user()
        if not second_factor_of(user):
            return super().form_valid(form)
        hold(self.request.session, user, self.get_success_url(), clock.now())
        return redirect("admin:sign_in_code")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_code(request: HttpRequest) -> HttpResponse:
    half = held(request.session, clock.now())
    user: Any = half and get_user_model().objects.filter(pk=half["user"]).first()
    factor = user and second_factor_of(user)
    if not (half and user and factor and user.is_active and has_same_password(half, user)):
        let_go(request.session)
        messages.error(request, _("Your sign-in took too long. Please start again."))
        return redirect("admin:login")
    if refusal := locked_out(request, user.get_username()):
        return refusal
    form = CodeForm(request.POST or None)
    if form.is_valid():
        if accepts(factor, form.cleaned_data["code"], clock.now()):
            let_go(request.session)
            login(request, user, half["backend"])
            mark(request.session, factor)
            return redirect(half["next"])
        count_failure(request, user.get_username())
        form.add_error("code", wrong_code())
    context = admin.site.each_context(request) | {"title": _("Two-step verification"), "form": form}
    return TemplateResponse(request, "admin/support/sign_in_code.html", context)


def locked_out(request: HttpRequest, username: str) -> HttpResponse | None:
    """Return the refusal of those who have tried too often, whatever they tried."""
    credentials = {"username": username}
    if AxesProxyHandler.is_allowed(request, credentials):
        return None
    refusal: HttpResponse = get_lockout_response(request, None, credentials)
    refusal.status_code = HTTPStatus.TOO_MANY_REQUESTS
    return refusal


def count_failure(request: HttpRequest, username: str) -> None:
    """Count a wrong code or password like any failure to sign in."""
    user_login_failed.send(__name__, credentials={"username": username}, request=request)


def wrong_code() -> str:
    return _(
        "This code is incorrect, has already been used or has expired. Please enter the one "
        "shown now."
    )

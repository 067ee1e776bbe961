"""A forgotten password, and the link that lets somebody choose a new one: Django's views, in our
pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from axes.attempts import get_cool_off_threshold
from axes.models import AccessAttempt
from django.contrib import admin, messages
from django.contrib.auth import get_user_model, logout
from django.contrib.auth.forms import PasswordResetForm, SetPasswordForm
from django.contrib.auth.models import User
from django.contrib.auth.views import PasswordResetConfirmView, PasswordResetView
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from support.admin.pages.sign_in import count_failure, locked_out
from support.directory.current import current_directory
from support.people.mail import forgotten_password, send_unseen

# So many mails one person gets within the time after which failures are forgotten, whoever asks.
_MAILS_FOR_A_PERSON = 5


class ForgottenPasswordForm(PasswordResetForm):
    def get_users(self, email: str) -> Iterator[User]:
        """Yield also those who were invited and have not chosen a password yet."""
        of_staff = get_user_model().objects.filter(is_active=True, is_staff=True)
        for user in of_staff.filter(email__iexact=email):
            # What a database takes for the same address may belong to somebody else.
            if user.email.casefold() == email.casefold():
                yield user


@method_decorator(never_cache, name="dispatch")
class ForgottenPassword(PasswordResetView):
    """Say the same, after the same time, whether there is such an account or not."""

    form_class = ForgottenPasswordForm
    template_name = "admin/support/forgotten_password.html"
    success_url = reverse_lazy("admin:login")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        name = _counted_as(request.POST.get("email", ""))
        return locked_out(request, name) or super().post(request, *args, **kwargs)

    def form_valid(self, form: ForgottenPasswordForm) -> HttpResponse:  # type: ignore[override]
        address = form.cleaned_data["email"]
        has_enough = _asked_for(self.request, address) >= _MAILS_FOR_A_PERSON
        count_failure(self.request, _counted_as(address))
        organization = current_directory.get().organization.name
        users = [] if has_enough else form.get_users(address)
        for user in users:
            send_unseen(forgotten_password(self.request, user, organization))
        messages.success(
            self.request,
            _(
                "If there is an account with this address, we’ve sent it an email with a link. If "
                "it doesn’t arrive, please check your spam folder."
            ),
        )
        return HttpResponse(status=302, headers={"Location": str(self.success_url)})

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | _frame(
            self.request, _("Forgotten your password?")
        )


@method_decorator(never_cache, name="dispatch")
class NewPassword(PasswordResetConfirmView):
    """Let somebody choose a password, who then signs in with it, and with the second factor."""

    template_name = "admin/support/new_password.html"
    success_url = reverse_lazy("admin:login")
    title = gettext_lazy("Choose your password")

    def get_user(self, uidb64: str) -> Any:
        """Return nobody for who was left out, whose links end with their sessions."""
        user = super().get_user(uidb64)
        return user if user and user.is_active else None

    def form_valid(self, form: SetPasswordForm[Any]) -> HttpResponse:
        """Save the password, and sign out whoever else is signed in at this browser."""
        response = super().form_valid(form)
        logout(self.request)
        messages.success(
            self.request, _("Your password has been set. You can now sign in with it.")
        )
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | _frame(self.request, str(self.title))


def _frame(request: HttpRequest, title: str) -> dict[str, Any]:
    return admin.site.each_context(request) | {"title": title}


def _counted_as(address: str) -> str:
    """Count apart from failures to sign in, so that nobody is locked out for asking."""
    return f"forgotten: {address.casefold()}"[:255]


def _asked_for(request: HttpRequest, address: str) -> int:
    attempts = AccessAttempt.objects.filter(
        username=_counted_as(address), attempt_time__gte=get_cool_off_threshold(request)
    )
    return attempts.aggregate(sum=Sum("failures_since_start"))["sum"] or 0

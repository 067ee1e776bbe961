from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils.translation import gettext as _

from support import clock
from support.directory.current import current_directory
from support.models import StaffProfile
from support.people.mail import folder_of_mails, forgotten_password, invitation


def send_link(request: HttpRequest, user: User) -> None:
    """Send somebody the link to a password, and say what came of it.

    Whoever has none yet is invited, and a link from before ends.
    """
    is_invited = not user.has_usable_password()
    if is_invited:
        user.set_unusable_password()
        user.save(update_fields=["password"])
        StaffProfile.objects.update_or_create(user=user, defaults={"invited_at": clock.now()})
    organization = current_directory.get().organization.name
    compose = invitation if is_invited else forgotten_password
    try:
        compose(request, user, organization).send()
    except OSError:  # those of smtplib are among them
        messages.error(
            request,
            _(
                "The email to %(address)s couldn’t be sent. Please ask your technical team to "
                "check the mail server, then send the link again from this person’s page."
            )
            % {"address": user.email},
        )
        return
    messages.success(
        request, _("An email with a link is on its way to %(address)s.") % {"address": user.email}
    )
    if folder := folder_of_mails():
        messages.warning(
            request,
            _("No mail server is set up here. The email has been written to a file in %(folder)s.")
            % {"folder": folder},
        )

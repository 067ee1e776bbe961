"""The two mails with a link: an invitation, and a forgotten password. Plain text, in the language
of who gets it."""

from __future__ import annotations

import logging
from threading import Thread

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _

from support.locales.formatting import format_duration

_logger = logging.getLogger(__name__)

_FILES = "django.core.mail.backends.filebased.EmailBackend"


def invitation(request: HttpRequest, user: User, organization: str) -> EmailMessage:
    """Return the mail that lets somebody choose a first password."""
    with translation.override(language_of(user)):
        subject = _("Your Support hours account")
        if organization:
            subject = _("Your Support hours account at %(organization)s") % {
                "organization": organization
            }
        return _mail(request, user, subject, organization, "people/invitation.txt")


def forgotten_password(request: HttpRequest, user: User, organization: str) -> EmailMessage:
    """Return the mail that lets somebody choose another password."""
    with translation.override(language_of(user)):
        return _mail(
            request, user, _("Choose a new password"), organization, "people/forgotten_password.txt"
        )


def language_of(user: User) -> str:
    """Return the language that somebody gets mail in; else that of the page."""
    profile = getattr(user, "staff_profile", None)
    return (profile and profile.language) or translation.get_language() or settings.LANGUAGE_CODE


def send_unseen(mail: EmailMessage) -> None:
    """Send in the background, so that how long it takes tells nobody that there is an account."""
    Thread(target=_send, args=[mail], name="mail", daemon=True).start()


def folder_of_mails() -> str:
    """Return where mails are files, because there is no mail server; else an empty text."""
    return str(settings.EMAIL_FILE_PATH) if settings.EMAIL_BACKEND == _FILES else ""


def _send(mail: EmailMessage) -> None:
    try:
        mail.send()
    except OSError:
        _logger.exception("A mail could not be sent.")


def _mail(
    request: HttpRequest, user: User, subject: str, organization: str, template: str
) -> EmailMessage:
    context = {
        "organization": organization,
        "sign_in_name": user.get_username(),
        "link": request.build_absolute_uri(_link(user)),
        "time": format_duration(
            settings.PASSWORD_RESET_TIMEOUT, translation.get_language() or settings.LANGUAGE_CODE
        ),
    }
    # A subject is one line, whatever the organisation is called.
    return EmailMessage(
        " ".join(subject.split()), render_to_string(template, context), to=[user.email]
    )


def _link(user: User) -> str:
    key = urlsafe_base64_encode(force_bytes(user.pk))
    return reverse("new_password", args=[key, default_token_generator.make_token(user)])

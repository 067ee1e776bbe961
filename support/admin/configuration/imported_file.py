"""Carry a file from upload to confirmation, so that what is confirmed is what was shown."""

from __future__ import annotations

import base64
import binascii
import zlib

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext_lazy as _

from support.roles import User
from support.schedule_file import MAX_BYTES

_ROOM_FOR_THE_REST_OF_THE_FORM = 10_000


class DamagedFile(Exception):
    """The file is not the one that was shown to this user."""


class TooBigToCarry(Exception):
    """The file is larger than a form can be, even compressed."""


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("File"),
        help_text=_("A file downloaded from this page, with or without edits."),
        widget=forms.FileInput(attrs={"accept": ".toml,application/toml,text/plain"}),
        error_messages={"required": _("Choose a file."), "empty": _("This file is empty.")},
    )

    def clean_file(self) -> UploadedFile[bytes]:
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > MAX_BYTES:
            raise _too_big()
        return file

    def too_big(self) -> None:
        self.cleaned_data = {}
        self.add_error("file", _too_big())


def _too_big() -> ValidationError:
    return ValidationError(
        _(
            "This file is too big to upload here (the limit is %(limit)s MB). Import it with the "
            "import_schedule command instead."
        ),
        "too_big",
        {"limit": MAX_BYTES // 1_000_000},
    )


def pack(content: bytes, token: str, user: User) -> str:
    """Return the file as text for a hidden field, signed for this user, with the edit's token."""
    packed = base64.urlsafe_b64encode(zlib.compress(content)).decode()
    signed = _signer(user).sign(f"{token}.{packed}")
    limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    if limit is not None and len(signed) > limit - _ROOM_FOR_THE_REST_OF_THE_FORM:
        raise TooBigToCarry
    return signed


def unpack(carried: str, user: User) -> tuple[bytes, str]:
    """Return the content and the token. Raises DamagedFile."""
    try:
        token, packed = _signer(user).unsign(carried).split(".")
        return zlib.decompress(base64.urlsafe_b64decode(packed)), token
    except (BadSignature, ValueError, binascii.Error, zlib.error) as error:
        raise DamagedFile from error


def _signer(user: User) -> Signer:
    return Signer(salt=f"support.import_schedule.{user.pk}")

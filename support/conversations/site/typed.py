"""What somebody typed into the form, and what is wrong with it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import validate_email
from django.http import QueryDict
from django.utils.translation import gettext as _

from support.conversations.models.message import MOST_CHARACTERS
from support.conversations.site.choices import About
from support.locales.languages import language_name
from support.locales.zones import zone_keys

_LONGEST_EMAIL = 254
_LONGEST_KEY = 64


@dataclass(slots=True)
class Typed:
    """The fields of the form. `key` is the browser's own, empty without JavaScript; `form_key` is
    that of the files that wait; `trap` is filled in by programs alone."""

    about: str = ""
    language: str = ""
    text: str = ""
    email: str = ""
    zone: str = ""
    key: str = ""
    stamp: str = ""
    form_key: str = ""
    trap: str = ""
    chosen_files: list[str] = field(default_factory=list)


def read_typed(data: QueryDict) -> Typed:
    zone = data.get("zone", "")
    return Typed(
        about=data.get("about", "")[:200],
        language=data.get("language", "")[:35],
        text=read_text(data),
        email=data.get("email", "").strip(),
        zone=zone if zone in zone_keys() else "",
        key=data.get("key", "")[:_LONGEST_KEY],
        stamp=data.get("stamp", "")[:100],
        form_key=read_form_key(data),
        trap=data.get("website", ""),
        chosen_files=data.getlist("kept"),
    )


def read_form_key(data: QueryDict) -> str:
    """Return the name of the files of a form; nothing where it is none of ours."""
    key = data.get("form_key", "")[:36]
    return key if key.isalnum() else ""


def read_text(data: QueryDict) -> str:
    """Return a message as it is kept: lines end with one character, and none is empty at the
    end."""
    text = data.get("text", "").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return text.rstrip() if text.strip() else ""


def mistakes_of(typed: Typed, about: About, language: str) -> dict[str, str]:
    """Return a sentence for each field that cannot be taken as it is."""
    found = {}
    if about.department is None:
        found["about"] = _("Please choose what your message is about.")
    elif typed.language not in [served.tag for served in about.department.languages]:
        found["language"] = _(
            "%(department)s doesn’t answer in this language: %(language)s. Please choose another."
        ) % {
            "department": about.department.name.read(language),
            "language": language_name(typed.language, language) if typed.language else "–",
        }
    mistake = text_mistake(typed.text)
    if mistake:
        found["text"] = mistake
    mistake = email_mistake(typed.email)
    if mistake:
        found["email"] = mistake
    return found


def email_mistake(email: str, *, is_needed: bool = False) -> str:
    """Return what is wrong with an address, if anything."""
    if not email and not is_needed:
        return ""
    try:
        validate_email(email)
    except ValidationError as error:
        return str(error.messages[0])
    return str(validate_email.message) if len(email) > _LONGEST_EMAIL else ""


def text_mistake(text: str, *, has_files: bool = False) -> str:
    """Return what is wrong with a message, if anything; with files it may be empty."""
    if not text and not has_files:
        return _("Please write a message.")
    if len(text) > MOST_CHARACTERS:
        return _(
            "Your message is %(count)d characters long. Please shorten it to %(most)d or fewer, "
            "or send it in several messages."
        ) % {"count": len(text), "most": MOST_CHARACTERS}
    return ""


def digest_of(*parts: str, files: Iterable[UploadedFile[bytes]] = ()) -> str:
    """Return 43 characters that are the same where all of this is the same."""
    sent = [f"{file.name} {file.size}" for file in files]
    whole = "\0".join([*parts, *sent]).encode("utf-8", "surrogatepass")
    return base64.urlsafe_b64encode(hashlib.sha256(whole).digest()).decode().rstrip("=")

"""What the desk says of conversations in the words of a member of staff."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from support import clock
from support.admin.common.staff_zone import zone_of_staff
from support.conversations.models import Conversation
from support.conversations.open_waits import OpenWait
from support.conversations.promise import Standing
from support.directory import Directory
from support.directory.current import current_directory
from support.locales.formatting import format_length, format_moment
from support.locales.languages import language_name


@dataclass(frozen=True, slots=True)
class StaffView:
    """How one member of staff looks at conversations: now, on their clock, in their language."""

    directory: Directory
    at: datetime
    zone: str
    language: str

    def moment(self, at: datetime) -> str:
        return format_moment(at, self.zone, self.language, self.at)

    def department(self, slug: str) -> str:
        entry = self.directory.department(slug)
        return (entry.name.read(self.language) if entry else "") or slug

    def language_name(self, tag: str) -> str:
        return language_name(tag, self.language)

    def answered_in(self, slug: str, tag: str) -> str:
        # Translators: a department and one of the languages in which it answers.
        words = _("{department}, {language}")
        return words.format(department=self.department(slug), language=self.language_name(tag))

    def topic(self, slug: str) -> str:
        entry = next((each for each in self.directory.topics if each.slug == slug), None)
        return (entry.name.read(self.language) if entry else "") or slug

    def wait(self, wait: OpenWait) -> str:
        length = format_length(timedelta(seconds=wait.seconds), self.language)
        if wait.is_open_time:
            # Translators: a length of time within the hours, such as “35 minutes”.
            return _("{length} during opening hours").format(length=length)
        # Translators: a length of time on the wall, where no hours are stated.
        return _("{length} (no set hours)").format(length=length)


def staff_view(request: HttpRequest) -> StaffView:
    directory = current_directory.latest()
    return StaffView(directory, clock.now(), zone_of_staff(request), get_language() or "en")


def standing_in_words(standing: Standing) -> str:
    """Return what to say of a promise; empty where there is nothing to do about it."""
    match standing:
        case Standing.BROKEN:
            return _("Overdue")
        case Standing.SOON:
            return _("Due soon")
        case _:
            return ""


def who_is(conversation: Conversation) -> str:
    """Return what a visitor is called: as they call themselves, else by their address."""
    return conversation.name or conversation.email or _("Visitor")


def name_of(user: AbstractUser | None) -> str:
    return (user.get_full_name() or user.get_username()) if user else ""

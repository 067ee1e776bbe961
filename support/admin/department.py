from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from support import clock
from support.admin.base import SupportAdmin
from support.admin.windows import UnscheduledLanguageInline, WindowInline
from support.directory import served_languages
from support.formatting import join
from support.languages import SITE_LANGUAGES, language_name
from support.models import Department
from support.schedule import State

_BADGE = '<span class="state state-{}">{}</span>'


@admin.register(Department)
class DepartmentAdmin(SupportAdmin):
    list_display = ["title", "open_now", "closed_now", "position"]
    search_fields = ["slug", *(f"name_{code}" for code in SITE_LANGUAGES), "windows__language"]
    inlines = [WindowInline, UnscheduledLanguageInline]
    prepopulated_fields = {"slug": ["name_en"]}
    readonly_fields = ["channels_shown"]
    fieldsets = [
        (None, {"fields": ["slug", "position", "channels_shown"]}),
        (_("Name"), {"fields": ["name"], "classes": ["collapse"]}),
        (_("What it helps with"), {"fields": ["summary"], "classes": ["collapse"]}),
        (_("Note for visitors"), {"fields": ["note"], "classes": ["collapse"]}),
        (_("Note for staff"), {"fields": ["staff_note"], "classes": ["collapse"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Department]:
        rows: QuerySet[Department] = super().get_queryset(request)
        return rows.prefetch_related("windows", "unscheduled_languages", "channels")

    @admin.display(description=_("department"), ordering="position")
    def title(self, row: Department) -> str:
        return str(row)

    @admin.display(description=_("open now in"))
    def open_now(self, row: Department) -> str:
        names = _languages_in_state(row, State.OPEN)
        if names:
            return format_html(_BADGE, State.OPEN, names)
        if _languages_in_state(row, State.UNSCHEDULED):
            return format_html(_BADGE, State.UNSCHEDULED, _("no stated hours"))
        return format_html(_BADGE, State.CLOSED, _("closed"))

    @admin.display(description=_("closed now in"))
    def closed_now(self, row: Department) -> str:
        return _languages_in_state(row, State.CLOSED) or "–"

    @admin.display(description=_("channels"))
    def channels_shown(self, row: Department) -> str:
        if row.pk is None:
            return "–"
        links = (
            (reverse("admin:support_channel_change", args=[channel.pk]), str(channel))
            for channel in row.channels.all()
        )
        return format_html_join(", ", '<a href="{}">{}</a>', links) or "–"


def _languages_in_state(row: Department, state: State) -> str:
    now = clock.now()
    language = get_language() or "en"
    names = [
        language_name(served.tag, language)
        for served in served_languages(row)
        if served.timetable.status(now).state is state
    ]
    return join(names, language) if names else ""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from support import clock
from support.admin.bulk.actions import BULK_ACTIONS
from support.admin.common.close_now import CLOSED_FOR, closed_message, closure_from_now
from support.admin.common.closed_now import closed_now
from support.admin.common.request_user import request_user_may, set_request_user
from support.admin.common.served_by import languages_in, read_served
from support.admin.common.staff_zone import zone_of_staff
from support.admin.preview.on_forms import PreviewButton
from support.admin.preview.publicity_lines import lines_of_deletion, publicity_lines
from support.admin.rows.base import SupportAdmin
from support.admin.rows.department_copy import copy_department
from support.admin.rows.department_form import (
    FIELDSETS,
    IN_WORDS,
    OF_A_NEW_ONE,
    DepartmentForm,
)
from support.admin.rows.exceptions_list import exceptions_list
from support.admin.rows.own_departments import OwnDepartments
from support.admin.rows.placed_last import next_position
from support.admin.rows.questions_list import questions_list
from support.admin.rows.windows import UnscheduledLanguageInline, WindowInline
from support.contact_page.lines.state_line import state_word
from support.locales.formatting import format_length, join
from support.locales.languages import SITE_LANGUAGES, language_name
from support.models import Closure, Department, LanguageWindow, UnscheduledLanguage
from support.models.publicity import Standing, Visibility
from support.roles import may_arrange, may_edit, may_publish
from support.schedule import State

CLOSE = "support.add_closure"

# Only who may add departments decides about these.
_OF_PUBLISHERS = ("slug", "visibility", "public_from", "public_through", "public_zone")

_LONGEST_NAME = 100

_STORED = "support.stored_department"

_SHORT = {
    Visibility.DRAFT: _("Draft"),
    Visibility.PUBLIC: _("Public"),
    Visibility.HIDDEN: _("Hidden"),
}

_BADGE = '<span class="state state-{}">{}</span>'


@admin.register(Department)
class DepartmentAdmin(OwnDepartments, PreviewButton, SupportAdmin):
    form = DepartmentForm
    department_id_field = "pk"
    list_display = ["title", "shown", "open_now", "closed_now", "position"]
    list_per_page = 50
    list_filter = ["visibility"]
    search_fields = ["slug", *(f"name_{code}" for code in SITE_LANGUAGES), "windows__language"]
    actions = BULK_ACTIONS
    inlines = [WindowInline, UnscheduledLanguageInline]
    prepopulated_fields = {"slug": ["name_en"]}
    readonly_fields = IN_WORDS
    datalists = ["languages", "zones", "calendars"]
    change_form_template = "admin/support/department_form.html"
    change_list_template = "admin/support/department_list.html"
    fieldsets = FIELDSETS

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/close-now/", view(self.close_now), name="support_department_close_now"),
            path("<int:pk>/copy/", view(self.copy), name="support_department_copy"),
            *super().get_urls(),
        ]

    def has_add_permission(self, request: HttpRequest, *parent: Any) -> bool:
        """Refuse editors limited to certain departments: their limits would not cover a new one."""
        return may_publish(request.user)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        own = [] if may_publish(request.user) else _OF_PUBLISHERS
        return [*super().get_readonly_fields(request, obj), *own]

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        names: dict[str, Any] = dict(super().get_prepopulated_fields(request, obj))
        return {name: of for name, of in names.items() if may_publish(request.user)}

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Begin a new department as a draft, after the others."""
        initial = {"visibility": Visibility.DRAFT, "position": next_position(Department)}
        return initial | super().get_changeform_initial_data(request)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        return super().get_fieldsets(request, obj) if obj else self._patch_fieldsets(OF_A_NEW_ONE)

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Department | None:
        row: Department | None = super().get_object(request, *args, **kwargs)
        if row is not None:
            set_request_user(row, request.user)
            request.META[_STORED] = row.publicity, row.slug
        return row

    def preview_context(self, request: HttpRequest, row: Department) -> dict[str, Any]:
        publicity, slug = request.META.get(_STORED, (None, ""))
        language = get_language() or "en"
        lines = publicity_lines(row, publicity, slug, zone_of_staff(request), language)
        return {"publicity_lines": list(lines)}

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        context = {
            "may_arrange": may_arrange(request.user),
            "closed_now": closed_now(request.user, clock.now()),
        } | (extra_context or {})
        return super().changelist_view(request, context)

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        changelist = super().get_changelist_instance(request)
        read_served(changelist.result_list, clock.now())
        return changelist

    def has_close_permission(self, request: HttpRequest) -> bool:
        """Return whether the user may close departments on a date, which adds special hours."""
        may_add = request.user.has_perm("support.add_specialhours")
        return may_add and self.has_change_permission(request)

    def has_channel_permission(self, request: HttpRequest) -> bool:
        """Return whether the user may add departments to channels."""
        return request.user.has_perm("support.change_channel")

    def rows_with_rules(self, row: Department) -> Iterable[LanguageWindow]:
        return row.windows.all()

    def departments_touched(self, row: Department) -> set[int] | None:
        return {row.pk}

    def whom_it_concerns(self, row: Department) -> str:
        """Name the languages whose hours were saved."""
        language = get_language() or "en"
        changed: Any = row.changed_rows  # type: ignore[attr-defined]  # by the form
        tags = dict.fromkeys(
            each.language
            for each in changed
            if isinstance(each, LanguageWindow | UnscheduledLanguage)
        )
        if not tags:
            return ""
        names = [language_name(tag, language) for tag in tags]
        return gettext("The hours were saved in %(languages)s.") % {
            "languages": join(names, language)
        }

    def deletion_context(self, request: HttpRequest, rows: Sequence[Any]) -> dict[str, Any]:
        language = get_language() or "en"
        lines = [line for row in rows for line in lines_of_deletion(row, language)]
        return super().deletion_context(request, rows) | {"deletion_lines": lines}

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["closed_for"] = format_length(CLOSED_FOR, get_language() or "en")
        original = context["original"]
        context["may_close"] = original and request_user_may(CLOSE, original)
        if original:
            context["closed_now"] = closed_now(request.user, clock.now(), original)
        context["may_copy"] = original and may_publish(request.user)
        context["longest_name"] = _LONGEST_NAME
        context["name_of_copy"] = request.GET.get("copy", "")
        return super().render_change_form(request, context, *args, **kwargs)

    def close_now(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Close the department for a while, from this minute on."""
        department = get_object_or_404(Department, pk=pk)
        if request.method != "POST" or not may_edit(request.user, pk, CLOSE):
            raise PermissionDenied
        closure = closure_from_now(
            department, clock.now(), is_for_good="until_further_notice" in request.POST
        )
        self.admin_site.get_model_admin(Closure).log_addition(request, closure, "")
        self.message_user(request, closed_message(closure), messages.SUCCESS)
        return redirect("admin:support_department_change", pk)

    def copy(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Copy the department with all that belongs to it, as a draft, under another name."""
        department = get_object_or_404(Department, pk=pk)
        if request.method != "POST" or not may_publish(request.user):
            raise PermissionDenied
        name = request.POST.get("name", "").strip()
        try:
            copy = copy_department(department, name, get_language() or "en")
        except ValidationError as error:
            for message in error.messages:
                self.message_user(request, message, messages.ERROR)
            address = reverse("admin:support_department_change", args=[pk])
            return redirect(f"{address}?{urlencode({'copy': name})}")
        self.log_addition(request, copy, "")
        words = _(
            "%(copy)s has been created as a copy of %(department)s. It is a draft, so only staff "
            "can see it."
        )
        self.message_user(
            request, words % {"copy": copy, "department": department}, messages.SUCCESS
        )
        return redirect("admin:support_department_change", copy.pk)

    @admin.display(description=_("visibility"), ordering="visibility")
    def shown(self, row: Department) -> str:
        standing = row.publicity.at(clock.now())
        if standing is Standing.NOT_YET and row.visibility == Visibility.PUBLIC:
            return gettext("Not yet public")
        if standing is Standing.GONE and row.visibility == Visibility.PUBLIC:
            return gettext("No longer public")
        return str(_SHORT[Visibility(row.visibility)])

    @admin.display(description=_("department"), ordering="position")
    def title(self, row: Department) -> str:
        return str(row)

    @admin.display(description=_("open now in"))
    def open_now(self, row: Department) -> str:
        names = _languages_in_state(row, State.OPEN)
        if names:
            return format_html(_BADGE, State.OPEN, names)
        if _languages_in_state(row, State.UNSCHEDULED):
            return format_html(_BADGE, State.UNSCHEDULED, state_word(State.UNSCHEDULED))
        return "–"

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

    @admin.display(description=_("upcoming exceptions"))
    def exceptions_shown(self, row: Department) -> str:
        return exceptions_list(row, clock.now()) if row.pk else "–"

    @admin.display(description=_("open questions"))
    def questions_shown(self, row: Department) -> str:
        return questions_list(row, get_language() or "en") if row.pk else "–"


def _languages_in_state(row: Department, state: State) -> str:
    language = get_language() or "en"
    names = [language_name(tag, language) for tag in languages_in(row, state)]
    return join(names, language) if names else ""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from support.admin.common.staff_zone import today_of_staff
from support.admin.conflict.version_form import EditVersionForm
from support.admin.fields.labels import copy_labels_from_model
from support.admin.fields.pickers import LanguageField
from support.admin.rows.base import SupportAdmin
from support.admin.rows.own_departments import OwnDepartments
from support.locales.languages import SITE_LANGUAGES
from support.models import StaffQuestion


class StaffQuestionForm(EditVersionForm):
    language = LanguageField(required=False)

    class Meta:
        model = StaffQuestion
        fields = "__all__"  # the fieldsets choose

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "language" in self.fields:
            copy_labels_from_model(self, ["language"])


class OpenFilter(admin.SimpleListFilter):
    """Whether somebody has answered."""

    title = _("answer")
    parameter_name = "answered"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("no", _("Not answered yet")), ("yes", _("Answered"))]

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[StaffQuestion]
    ) -> QuerySet[StaffQuestion]:
        if self.value() == "no":
            return queryset.filter(answer="")
        return queryset.exclude(answer="") if self.value() == "yes" else queryset


@admin.register(StaffQuestion)
class StaffQuestionAdmin(OwnDepartments, SupportAdmin):
    form = StaffQuestionForm
    list_display = ["title", "scope", "answer", "answered_by", "answered_on"]
    list_filter = [OpenFilter, "department"]
    list_select_related = ["department"]
    search_fields = ["answer", *(f"text_{code}" for code in SITE_LANGUAGES)]
    readonly_fields = ["asked", "answered_by", "answered_on"]
    datalists = ["languages"]
    fieldsets = [
        (None, {"fields": ["asked", "answer", "answered_by", "answered_on"]}),
        (_("Question"), {"fields": ["department", "language", "text"], "classes": ["collapse"]}),
    ]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Ask for the question of a new row, and later for the answer above it."""
        answer, question = super().get_fieldsets(request, obj)
        return [answer, question] if obj else [(None, {"fields": question[1]["fields"]})]

    def save_model(self, request: HttpRequest, obj: StaffQuestion, form: Any, change: bool) -> None:
        """Keep who answered and when; an answer that is taken back opens the question again."""
        if "answer" in form.changed_data:
            obj.answered_by = request.user.get_username() if obj.answer else ""
            obj.answered_on = today_of_staff(request) if obj.answer else None
        super().save_model(request, obj, form, change)

    @admin.display(description=_("question"))
    def asked(self, row: StaffQuestion) -> str:
        return gettext("{what}: {detail}").format(what=row.scope, detail=row.text)

    @admin.display(description=_("question"), ordering="pk")
    def title(self, row: StaffQuestion) -> str:
        return str(row)

    @admin.display(description=_("applies to"), ordering="department")
    def scope(self, row: StaffQuestion) -> str:
        return row.scope

"""The users who sign in: Django's form of a user, with the profile that the portal adds."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from support.admin.fields.labels import copy_labels_from_model
from support.admin.fields.pickers import ZoneField, datalists
from support.models import SecondFactor, StaffProfile


class StaffProfileForm(forms.ModelForm):  # type: ignore[type-arg]  # no generic at run time
    zone = ZoneField(required=False)

    class Meta:
        model = StaffProfile
        fields = ["zone", "limited", "departments"]
        widgets = {"departments": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        copy_labels_from_model(self, ["zone"])
        # Departments are added on their own page, not from a user's form.
        self.fields["departments"].widget.can_add_related = False

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.cleaned_data.get("departments") and not self.cleaned_data.get("limited"):
            self.add_error("limited", _("Tick this as well, or don’t choose any departments."))
        return cleaned


class StaffProfileInline(admin.StackedInline):  # type: ignore[type-arg]
    """The profile of a user, for superusers only: nobody may widen their own limits."""

    model = StaffProfile
    form = StaffProfileForm
    can_delete = False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.is_superuser

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.is_superuser

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.is_superuser


admin.site.unregister(User)


@admin.register(User)
class StaffAdmin(UserAdmin):  # type: ignore[type-arg]
    inlines = [StaffProfileInline]
    change_form_template = "admin/support/staff_form.html"
    readonly_fields = ["last_login", "date_joined"]  # the system's own
    list_display = ["username", "email", "first_name", "last_name", "is_staff", "has_second_factor"]
    list_select_related = ["second_factor"]
    actions = ["remove_second_factor"]

    @admin.display(boolean=True, description=gettext_lazy("second factor"))
    def has_second_factor(self, user: User) -> bool:
        return hasattr(user, "second_factor")

    @admin.action(
        permissions=["change"],
        description=gettext_lazy("Remove the second factor of the chosen users"),
    )
    def remove_second_factor(self, request: HttpRequest, users: QuerySet[User]) -> None:
        """Let in those who have lost their telephone and their recovery codes."""
        for user in users.filter(second_factor__isnull=False):
            SecondFactor.objects.filter(user=user).delete()
            self.log_change(
                request, user, [{"deleted": {"name": "second factor", "object": str(user)}}]
            )
        self.message_user(request, _("The second factor of the chosen users is removed."))

    def get_inlines(self, request: HttpRequest, obj: Any = None) -> Any:
        """Leave the profile out at first, as Django asks for name and password alone."""
        return super().get_inlines(request, obj) if obj else []

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["datalists"] = datalists(["zones"])
        return super().render_change_form(request, context, *args, **kwargs)

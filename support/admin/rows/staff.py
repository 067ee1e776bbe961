"""The people who sign in: a list, an invitation, and a page of each."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth import admin as _replaced  # noqa: F401  # it registers itself
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from support import clock
from support.admin.rows.send_link import send_link
from support.admin.rows.staff_form import InviteForm, PersonForm
from support.locales.formatting import join
from support.models import SecondFactor
from support.people.grants import role_names
from support.people.mail import folder_of_mails
from support.roles import may_manage_people

admin.site.unregister(User)


@admin.register(User)
class StaffAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Show people to administrators alone: nobody may widen what they may do themselves."""

    form = PersonForm
    list_display = ["person", "email", "roles", "departments", "state", "has_second_factor"]
    list_select_related = ["second_factor", "staff_profile"]
    list_per_page = 50
    search_fields = ["username", "first_name", "last_name", "email"]
    ordering = ["-is_active", "first_name", "username"]
    actions = ["remove_second_factor"]

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may_manage_people(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may_manage_people(request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may_manage_people(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may_manage_people(request.user)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may_manage_people(request.user) and (obj is None or obj.pk != request.user.pk)

    def get_urls(self) -> list[Any]:
        send = self.admin_site.admin_view(require_POST(self.send_link_again))
        return [
            path("<int:pk>/send-link/", send, name="auth_user_send_link"),
            *super().get_urls(),
        ]

    # The list

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        people = super().get_queryset(request)
        return people.prefetch_related("groups", "staff_profile__departments")

    @admin.display(description=gettext_lazy("name"), ordering="first_name")
    def person(self, user: User) -> str:
        return user.get_full_name() or user.get_username()

    @admin.display(description=gettext_lazy("roles"))
    def roles(self, user: User) -> str:
        return join(role_names(user), get_language() or "en")

    @admin.display(description=gettext_lazy("departments"))
    def departments(self, user: User) -> str:
        profile = getattr(user, "staff_profile", None)
        chosen = list(profile.departments.all()) if profile else []
        if user.is_superuser or not (chosen or (profile and profile.limited)):
            return _("All departments")
        return join([str(each) for each in chosen], get_language() or "en") or _("None")

    @admin.display(description=gettext_lazy("sign-in"))
    def state(self, user: User) -> str:
        if not user.is_active:
            return _("Blocked")
        profile = getattr(user, "staff_profile", None)
        if user.has_usable_password() or not (profile and profile.invited_at):
            return _("Can sign in")
        age = clock.now() - profile.invited_at
        if age < timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT):
            return _("Invited")
        return _("Invited, but the link has expired")

    @admin.display(boolean=True, description=gettext_lazy("two-step verification"))
    def has_second_factor(self, user: User) -> bool:
        return hasattr(user, "second_factor")

    @admin.action(
        permissions=["change"],
        description=gettext_lazy("Turn off two-step verification for the selected users"),
    )
    def remove_second_factor(self, request: HttpRequest, users: QuerySet[User]) -> None:
        """Let in those who have lost their telephone and their recovery codes."""
        for user in users.filter(second_factor__isnull=False):
            SecondFactor.objects.filter(user=user).delete()
            self.log_change(
                request, user, [{"deleted": {"name": "two-step verification", "object": str(user)}}]
            )
        self.message_user(request, _("Two-step verification is off for the selected users."))

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        titles = {"title": _("People"), "subtitle": None}
        return super().changelist_view(request, titles | (extra_context or {}))

    # The forms

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        kwargs["form"] = PersonForm if obj else InviteForm
        form = super().get_form(request, obj, change=change, **kwargs)
        form.by = request.user  # type: ignore[attr-defined]
        return form

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        who = ["email", "name", *(["username", "is_active"] if obj else []), "mail_language"]
        return [(None, {"fields": [*who, "roles", "scope", "departments"]})]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context |= {
            "show_save_and_add_another": False,
            "show_save_and_continue": False,
            "folder_of_mails": folder_of_mails(),
        }
        context["title"] = _("Person") if context.get("original") else _("Invite someone")
        return super().render_change_form(request, context, *args, **kwargs)

    def response_add(self, request: HttpRequest, obj: User, *args: Any) -> HttpResponse:
        send_link(request, obj)
        return redirect("admin:auth_user_changelist")

    def response_change(self, request: HttpRequest, obj: User) -> HttpResponse:
        said = _("%(name)s has been saved.") if obj.is_active else _("%(name)s has been blocked.")
        messages.success(request, said % {"name": self.person(obj)})
        return redirect("admin:auth_user_changelist")

    def send_link_again(self, request: HttpRequest, pk: int) -> HttpResponse:
        user = self.get_object(request, str(pk))
        if not self.has_change_permission(request, user):
            raise PermissionDenied
        if user is None or not user.is_active or not user.email:
            raise Http404
        send_link(request, user)
        return redirect(reverse("admin:auth_user_change", args=[pk]))

"""The roles of staff: a name, and what whoever has the role may do, in words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth import admin as _replaced  # noqa: F401  # it registers itself
from django.contrib.auth.models import Group, Permission
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from support.locales.formatting import join
from support.people.abilities import ABILITIES, abilities_of
from support.people.grants import role_of

admin.site.unregister(Group)


class RoleForm(forms.ModelForm):  # type: ignore[type-arg]  # no generic at run time
    """What is ticked anew is given whole, what is no longer ticked is taken whole; an operator's
    own choice of permissions stays where nobody touches it."""

    may = forms.MultipleChoiceField(
        label=gettext_lazy("What people with this role may do"),
        choices=[(each.key, each.sentence) for each in ABILITIES],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    class Meta:
        model = Group
        fields = ["name"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            role = role_of(self.instance)
            self.initial["may"] = [each.key for each in abilities_of(role.codenames)]
            self.initial["name"] = role.name

    def clean_name(self) -> str:
        """Keep the name of a role that came with the portal, which is shown translated."""
        is_same = "name" not in self.changed_data
        return str(self.instance.name if is_same else self.cleaned_data["name"])

    def _save_m2m(self) -> None:
        before, after = set(self.initial.get("may", ())), set(self.cleaned_data["may"])
        kept = [each for each in ABILITIES if each.key in before & after]
        for each in ABILITIES:
            if each.key in after - before:
                self.instance.permissions.add(*_permissions(each.gives))
            if each.key in before - after:
                taken = each.gives.difference(*(other.gives for other in kept))
                self.instance.permissions.remove(*_permissions(taken))


def _permissions(codenames: frozenset[str]) -> Any:
    ours = ("support", "conversations")
    return Permission.objects.filter(content_type__app_label__in=ours, codename__in=codenames)


@admin.register(Group)
class RoleAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    form = RoleForm
    list_display = ["role", "people"]
    ordering = ["name"]
    search_fields = ["name"]

    @admin.display(description=gettext_lazy("role"), ordering="name")
    def role(self, group: Group) -> str:
        return role_of(group).name

    @admin.display(description=gettext_lazy("people"))
    def people(self, group: Group) -> str:
        names = [user.get_full_name() or user.get_username() for user in group.user_set.all()]
        return join(names, get_language() or "en") or _("Nobody")

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        titles = {"title": _("Roles"), "subtitle": None}
        return super().changelist_view(request, titles | (extra_context or {}))

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        original = context.get("original")
        context |= {
            "title": role_of(original).name if original else _("Add a role"),
            "subtitle": None,
            "show_save_and_add_another": False,
            "show_save_and_continue": False,
        }
        return super().render_change_form(request, context, *args, **kwargs)

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("user_set", "permissions")

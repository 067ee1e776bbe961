"""Inviting somebody, and what somebody may do: roles and departments, without permissions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from support.models import Department
from support.people.grants import ADMINISTRATOR, Grant, Role, all_roles, give, grant_of, roles_of
from support.people.sign_in_name import sign_in_name

ALL, CHOSEN = "all", "chosen"


class GrantForm(forms.ModelForm):  # type: ignore[type-arg]  # no generic at run time
    """What both forms ask. `by` is the administrator who fills it in."""

    by: User

    name = forms.CharField(label=gettext_lazy("Name"), max_length=150)
    email = forms.EmailField(label=gettext_lazy("Email address"))
    mail_language = forms.ChoiceField(
        label=gettext_lazy("Language of emails"), choices=settings.LANGUAGES
    )
    roles = forms.MultipleChoiceField(
        label=gettext_lazy("What this person may do"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    scope = forms.ChoiceField(
        label=gettext_lazy("In which departments"),
        choices=[
            (CHOSEN, gettext_lazy("Only in the departments ticked here")),
            (ALL, gettext_lazy("In all departments")),
        ],
        widget=forms.RadioSelect,
        initial=CHOSEN,
        help_text=gettext_lazy("Administrators always have all departments."),
    )
    departments: Any = forms.ModelMultipleChoiceField(
        Department.objects.all(),
        label=gettext_lazy("These departments"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = User
        fields = ["email"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._all_roles = all_roles()
        self.fields["roles"].choices = [  # type: ignore[attr-defined]
            (role.key, _with_abilities(role)) for role in self._all_roles
        ]
        self.fields["mail_language"].initial = get_language()

    def clean_email(self) -> str:
        address: str = self.cleaned_data["email"]
        others = get_user_model().objects.exclude(pk=self.instance.pk)
        if address and others.filter(email__iexact=address).exists():
            raise forms.ValidationError(_("There is already someone with this address."))
        return address

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        grant = self._grant()
        if grant.departments and self.cleaned_data.get("scope") == ALL:
            self.add_error(
                "departments",
                _("Choose one of the two: all departments, or the ones ticked here."),
            )
        if grant.departments == () and grant.concerns_departments and not self._had_none():
            self.add_error("departments", _("Tick a department, or choose all departments."))
        return cleaned

    def _grant(self) -> Grant:
        """Return what the form gives; also while it is not clean."""
        roles = roles_of(self.cleaned_data.get("roles", ()), self._all_roles)
        departments = tuple(self.cleaned_data.get("departments") or ())
        is_of_all = self.cleaned_data.get("scope") == ALL and not departments
        return Grant(roles, None if is_of_all else departments)

    def _had_none(self) -> bool:
        """Return whether the last department of somebody was deleted: they keep none."""
        before = self.initial
        return before.get("scope") == CHOSEN and not before["departments"]

    def save(self, commit: bool = True) -> Any:
        grant = self._grant()
        self.instance.is_staff = True
        self.instance.is_superuser = grant.is_administrator
        if self.cleaned_data["name"] != self.instance.get_full_name():
            self.instance.first_name, self.instance.last_name = self.cleaned_data["name"], ""
        return super().save(commit)

    def _save_m2m(self) -> None:
        """Store what is beside the user, as Django calls it once the user is saved."""
        grant = self._grant()
        if not grant.concerns_departments:
            grant = Grant(grant.roles, None)
        give(self.instance, grant, self.cleaned_data["mail_language"])


class InviteForm(GrantForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["roles"].required = True
        self.fields["email"].widget.attrs["autofocus"] = True
        self.fields["roles"].initial = [
            role.key for role in self._all_roles if Grant((role,), None).concerns_departments
        ][:1]

    def save(self, commit: bool = True) -> Any:
        self.instance.username = sign_in_name(self.cleaned_data["email"])
        self.instance.set_unusable_password()
        return super().save(commit)


class PersonForm(GrantForm):
    class Meta(GrantForm.Meta):
        fields = ["email", "username", "is_active"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = self.fields["email"].required = False
        self.fields["username"].label = _("Sign-in name")
        self.fields["username"].help_text = ""
        self.fields["is_active"].label = _("Can sign in")
        self.fields["is_active"].help_text = _(
            "If this isn’t ticked, the person is signed out everywhere at once and can’t sign in "
            "again. Their changes stay in the history under their name."
        )
        grant = grant_of(self.instance)
        profile = getattr(self.instance, "staff_profile", None)
        self.initial = {
            **self.initial,
            "name": self.instance.get_full_name(),
            "mail_language": (profile and profile.language) or get_language(),
            "roles": [role.key for role in grant.roles],
            "scope": ALL if grant.departments is None else CHOSEN,
            "departments": list(grant.departments or ()),
        }

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.by.pk == self.instance.pk:
            refusal = _("You can’t remove this from your own account. Ask another administrator.")
            if ADMINISTRATOR not in self.cleaned_data.get("roles", ()):
                self.add_error("roles", refusal)
            if not self.cleaned_data.get("is_active"):
                self.add_error("is_active", refusal)
        return cleaned


def _with_abilities(role: Role) -> str:
    sentences = format_html_join(
        "", '<span class="ability">{}</span>', ((s,) for s in role.abilities)
    )
    return format_html("<strong>{}</strong>{}", role.name, sentences)

"""The roles that there are, and what somebody has of them and of departments."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import Group, User
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from support.models import Department, StaffProfile
from support.people.abilities import abilities, concerns_departments, everything

ADMINISTRATOR = "administrator"

# Groups that the portal brought have names in ten languages, until an operator renames them.
_SHIPPED = {
    "Hours editors": gettext_noop("Hours editors"),
    "Answerers": gettext_noop("Support agents"),
    "Translators": gettext_noop("Translators"),
    "Viewers": gettext_noop("Viewers"),
}


@dataclass(frozen=True, slots=True)
class Role:
    """Being an administrator, or a group."""

    key: str
    name: str
    codenames: frozenset[str]

    @property
    def abilities(self) -> list[str]:
        return everything() if self.key == ADMINISTRATOR else list(abilities(self.codenames))


def all_roles() -> list[Role]:
    """Return what somebody may be: the roles with most to do first."""
    groups = Group.objects.prefetch_related("permissions")
    roles = [role_of(group) for group in groups]
    roles.sort(key=lambda role: (-len(role.codenames), role.name))
    return [Role(ADMINISTRATOR, _("Administrators"), frozenset()), *roles]


def role_names(user: User) -> list[str]:
    """Return the names of somebody's roles."""
    names = [_name_of(group) for group in user.groups.all()]
    return [_("Administrators"), *names] if user.is_superuser else names


def role_of(group: Group) -> Role:
    """Return a group as a role, by its name in the active language."""
    codenames = frozenset(each.codename for each in group.permissions.all())
    return Role(str(group.pk), _name_of(group), codenames)


def _name_of(group: Group) -> str:
    return _(_SHIPPED[group.name]) if group.name in _SHIPPED else group.name


@dataclass(frozen=True, slots=True)
class Grant:
    """What somebody is given. `departments` is None for all of them."""

    roles: tuple[Role, ...]
    departments: tuple[Department, ...] | None

    @property
    def is_administrator(self) -> bool:
        return any(role.key == ADMINISTRATOR for role in self.roles)

    @property
    def codenames(self) -> frozenset[str]:
        return frozenset[str]().union(*(role.codenames for role in self.roles))

    @property
    def concerns_departments(self) -> bool:
        return not self.is_administrator and concerns_departments(self.codenames)


def grant_of(user: User) -> Grant:
    """Return what somebody has now."""
    keys = {str(group.pk) for group in user.groups.all()}
    if user.is_superuser:
        keys.add(ADMINISTRATOR)
    profile = getattr(user, "staff_profile", None)
    chosen = tuple(profile.departments.all()) if profile else ()
    is_limited = bool(chosen or (profile and profile.limited))
    return Grant(roles_of(keys), chosen if is_limited else None)


def roles_of(keys: Collection[str], roles: Sequence[Role] | None = None) -> tuple[Role, ...]:
    return tuple(role for role in roles or all_roles() if role.key in keys)


def give(user: User, grant: Grant, language: str) -> None:
    """Give a saved user these roles and departments and no others, and mails in a language."""
    user.groups.set([int(role.key) for role in grant.roles if role.key != ADMINISTRATOR])
    profile = StaffProfile.objects.filter(user=user).first() or StaffProfile(user=user)
    profile.limited = grant.departments is not None
    profile.language = language
    profile.save()
    profile.departments.set(grant.departments or ())

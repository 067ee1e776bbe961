from __future__ import annotations

from django.utils.translation import gettext as _

from support.locales.formatting import join
from support.people.abilities import abilities, everything
from support.people.grants import Grant


def summary(grant: Grant, language: str) -> list[str]:
    """Say in sentences what somebody may do who has these roles and departments."""
    if grant.is_administrator:
        return everything()
    sentences = list(abilities(grant.codenames))
    if not sentences:
        return [_("Nothing: tick a role.")]
    if not grant.concerns_departments:
        return sentences
    return [*sentences, _scope(grant, language)]


def _scope(grant: Grant, language: str) -> str:
    if grant.departments is None:
        return _("Change and answer in all departments.")
    if not grant.departments:
        return _("Change and answer in no department: tick one.")
    names = join([str(each) for each in grant.departments], language)
    return _("Change and answer only in these departments: %(departments)s.") % {
        "departments": names
    }

"""What somebody may do, in words: worked out from what their roles allow, whoever named these."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class Ability(NamedTuple):
    """Something to do at the desk. It is said of whoever has one permission of `shown_by`; a role
    that is given it gets all of `gives`."""

    key: str
    sentence: str | Promise
    shown_by: frozenset[str]
    gives: frozenset[str]


_ROWS_TO_SEE = (
    "audience",
    "channel",
    "closure",
    "department",
    "incident",
    "languagewindow",
    "organization",
    "product",
    "section",
    "specialhours",
    "staffquestion",
    "topic",
    "uilocale",
    "unscheduledlanguage",
)


def _everything_about(*models: str) -> frozenset[str]:
    return frozenset(f"{act}_{model}" for act in ("add", "change", "delete") for model in models)


def _ability(
    key: str, sentence: str | Promise, gives: Collection[str], shown_by: Collection[str] = ()
) -> Ability:
    return Ability(key, sentence, frozenset(shown_by or gives), frozenset(gives))


ABILITIES = (
    _ability(
        "see",
        gettext_lazy("See everything in the admin area."),
        [f"view_{model}" for model in _ROWS_TO_SEE],
        ["view_department"],
    ),
    _ability(
        "hours",
        gettext_lazy("Change departments and their weekly hours."),
        {"change_department"} | _everything_about("languagewindow", "unscheduledlanguage"),
        ["change_department", "change_languagewindow"],
    ),
    _ability(
        "exceptions",
        gettext_lazy("Close departments, or give them other hours on certain days."),
        _everything_about("specialhours", "closure"),
        ["add_specialhours", "change_specialhours", "add_closure", "change_closure"],
    ),
    _ability(
        "incidents",
        gettext_lazy("Tell visitors about incidents."),
        _everything_about("incident"),
        ["add_incident", "change_incident"],
    ),
    _ability(
        "questions",
        gettext_lazy("Ask and answer questions about hours."),
        _everything_about("staffquestion"),
        ["add_staffquestion", "change_staffquestion"],
    ),
    _ability(
        "answer",
        gettext_lazy("Read and answer what visitors write."),
        {"answer_conversation", "view_cannedanswer"} | _everything_about("cannedanswer"),
        ["answer_conversation"],
    ),
    _ability(
        "erase",
        gettext_lazy("Export and delete everything one person has written."),
        ["erase_person"],
    ),
    _ability(
        "translate",
        gettext_lazy("Write texts on the translations page."),
        ["translate_texts"],
    ),
    _ability(
        "departments",
        gettext_lazy("Add departments, and decide when the public sees them."),
        ["add_department"],
    ),
    _ability(
        "delete_departments",
        gettext_lazy("Delete departments."),
        ["delete_department"],
    ),
    _ability(
        "content",
        gettext_lazy("Change channels, topics, sections, audiences or products."),
        _everything_about("channel", "topic", "section", "audience", "product", "uilocale"),
        ["change_channel", "change_topic", "change_section", "change_audience", "change_product"],
    ),
    _ability(
        "organization",
        gettext_lazy("Change what the page says about the organisation."),
        ["change_organization"],
    ),
    _ability("import", gettext_lazy("Import a configuration file."), ["import_schedule"]),
)

# What these allow can be limited to certain departments.
_OF_DEPARTMENTS = _everything_about("languagewindow", "specialhours", "closure") | {
    "change_department",
    "delete_department",
    "answer_conversation",
}


def abilities_of(codenames: Collection[str]) -> Iterator[Ability]:
    return (each for each in ABILITIES if not each.shown_by.isdisjoint(codenames))


def abilities(codenames: Collection[str]) -> Iterator[str]:
    """Yield a sentence for each thing that the permissions allow."""
    return (str(each.sentence) for each in abilities_of(codenames))


def everything() -> list[str]:
    """Return what administrators may do."""
    return [
        _("Do everything in the admin area, for all departments."),
        _("Invite people, decide what they may do, and block them."),
    ]


def concerns_departments(codenames: Collection[str]) -> bool:
    """Return whether it makes a difference which departments somebody is limited to."""
    return not _OF_DEPARTMENTS.isdisjoint(codenames)

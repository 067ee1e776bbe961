"""What somebody may do, in words: worked out from what their roles allow, whoever named these."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# The first permission of which somebody has one decides; what they allow is then said so.
_ABILITIES = (
    (
        {"view_department"},
        gettext_lazy("See everything in the admin area."),
    ),
    (
        {"change_department", "change_languagewindow"},
        gettext_lazy("Change departments and their weekly hours."),
    ),
    (
        {"add_specialhours", "change_specialhours", "add_closure", "change_closure"},
        gettext_lazy("Close departments, or give them other hours on certain days."),
    ),
    (
        {"add_incident", "change_incident"},
        gettext_lazy("Tell visitors about incidents."),
    ),
    (
        {"add_staffquestion", "change_staffquestion"},
        gettext_lazy("Ask and answer questions about hours."),
    ),
    (
        {"answer_conversation"},
        gettext_lazy("Read and answer what visitors write."),
    ),
    (
        {"erase_person"},
        gettext_lazy("Export and delete everything one person has written."),
    ),
    (
        {"translate_texts"},
        gettext_lazy("Write texts on the translations page."),
    ),
    (
        {"add_department"},
        gettext_lazy("Add departments, and decide when the public sees them."),
    ),
    (
        {"delete_department"},
        gettext_lazy("Delete departments."),
    ),
    (
        {"change_channel", "change_topic", "change_section", "change_audience", "change_product"},
        gettext_lazy("Change channels, topics, sections, audiences or products."),
    ),
    (
        {"change_organization"},
        gettext_lazy("Change what the page says about the organisation."),
    ),
    (
        {"import_schedule"},
        gettext_lazy("Import a configuration file."),
    ),
)

# What these allow can be limited to certain departments.
_OF_DEPARTMENTS = (
    {f"{act}_languagewindow" for act in ("add", "change", "delete")}
    | {f"{act}_specialhours" for act in ("add", "change", "delete")}
    | {f"{act}_closure" for act in ("add", "change", "delete")}
    | {"change_department", "delete_department", "answer_conversation"}
)


def abilities(codenames: Collection[str]) -> Iterator[str]:
    """Yield a sentence for each thing that the permissions allow."""
    for permissions, sentence in _ABILITIES:
        if not permissions.isdisjoint(codenames):
            yield str(sentence)


def everything() -> list[str]:
    """Return what administrators may do."""
    return [
        _("Do everything in the admin area, for all departments."),
        _("Invite people, decide what they may do, and block them."),
    ]


def concerns_departments(codenames: Collection[str]) -> bool:
    """Return whether it makes a difference which departments somebody is limited to."""
    return not _OF_DEPARTMENTS.isdisjoint(codenames)

"""What an entry of each kind has, in the order in which it is written."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import models

from support.models import (
    Channel,
    Closure,
    Department,
    LanguageWindow,
    Organization,
    Product,
    SpecialHours,
)
from support.schedule_file.fields import (
    Choice,
    Day,
    FileField,
    Names,
    Number,
    Plain,
    Reference,
    Texts,
)
from support.schedule_file.hours_fields import Hours, Moment, Weekdays

FIELDS: dict[type[models.Model], Sequence[FileField | Texts | Names]] = {
    Organization: (
        Plain("name"),
        Reference("control_panel", section="products"),
        Plain("platform"),
        Plain("website_url"),
        Plain("documentation_url"),
        Plain("forum_url"),
        Plain("reviews_url"),
        Plain("resource_centre_url"),
        Plain("resource_centre_search_url"),
        Number("response_time_limit"),
        Number("response_time_average"),
        Number("response_time_year"),
        Texts("experts"),
        Texts("contributions"),
    ),
    Product: (
        Plain("slug"),
        Number("position"),
        Names("locales"),
        Texts("name", required=True),
        Texts("summary"),
        Texts("instructions"),
    ),
    Department: (
        Plain("slug"),
        Number("position"),
        Names("unscheduled"),
        Texts("name", required=True),
        Texts("summary"),
        Texts("note"),
        Texts("staff_note"),
    ),
    LanguageWindow: (
        Plain("language"),
        Weekdays(),
        Hours(required=True),
        Plain("zone"),
        Day("valid_from"),
        Day("valid_through"),
        Plain("holidays"),
        Day("confirmed_until"),
        Texts("label"),
    ),
    Channel: (
        Plain("slug"),
        Number("position"),
        Choice("kind", required=True),
        Choice("audience", required=True),
        Names("departments"),
        Plain("address"),
        Plain("language"),
        Texts("name", required=True),
        Texts("instructions"),
    ),
    SpecialHours: (
        Reference("department", section="departments"),
        Plain("language"),
        Day("first_day", required=True),
        Day("last_day", unless_same_as="first_day"),
        Weekdays(every_day_is_usual=True),
        Choice("effect", required=True),
        Hours(),
        Plain("zone"),
        Texts("reason"),
    ),
    Closure: (
        Reference("department", section="departments"),
        Plain("language"),
        Moment("starts", ("starts_on", "starts_at")),
        Moment("ends", ("ends_on", "ends_at")),
        Plain("zone"),
        Texts("reason"),
    ),
}


def name_in_file(model: type[models.Model], column: str) -> str:
    """What a column is called in a file: “hours” for `opens`, “name.ja” for `name_ja`."""
    for field in FIELDS[model]:
        if isinstance(field, Names):
            continue
        if column in field.columns and isinstance(field, Texts):
            return f"{field.name}.{column.removeprefix(f'{field.name}_')}"
        if column in field.columns:
            return field.name
    return column

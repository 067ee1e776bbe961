"""The directory: an immutable picture of everything public, with its revision.

    rows -> Directory -> page, API

Loading takes the same number of queries however many rows there are.
"""

from support.directory.channels import ContactChannel
from support.directory.entries import (
    AudienceEntry,
    DepartmentEntry,
    Directory,
    IncidentEntry,
    MeasuredTime,
    OrganizationEntry,
    ProductEntry,
    SectionEntry,
    TopicEntry,
)
from support.directory.exceptions import ClosureEntry, Exceptions, SpecialHoursEntry
from support.directory.hours import (
    Hours,
    ServedLanguage,
    served_language,
    unscheduled_language,
)
from support.directory.load import directory_of, load_directory
from support.directory.load_exceptions import exceptions_by_department
from support.directory.rows import Rows, read_rows
from support.directory.rows_at import NotRecorded, refuse_unrecorded, rows_at
from support.directory.text import NO_TEXT, Text

__all__ = [
    "NO_TEXT",
    "AudienceEntry",
    "ClosureEntry",
    "ContactChannel",
    "DepartmentEntry",
    "Directory",
    "Exceptions",
    "Hours",
    "IncidentEntry",
    "MeasuredTime",
    "NotRecorded",
    "OrganizationEntry",
    "ProductEntry",
    "Rows",
    "SectionEntry",
    "ServedLanguage",
    "SpecialHoursEntry",
    "Text",
    "TopicEntry",
    "directory_of",
    "exceptions_by_department",
    "load_directory",
    "read_rows",
    "refuse_unrecorded",
    "rows_at",
    "served_language",
    "unscheduled_language",
]

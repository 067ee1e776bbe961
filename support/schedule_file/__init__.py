"""The configuration as one readable TOML file: out, in, and what an import would change."""

from support.schedule_file.additions import add_missing
from support.schedule_file.changes import EntryChange, SavedRow
from support.schedule_file.hours import hours_before_and_after
from support.schedule_file.importing import (
    ConcurrentEdit,
    Import,
    apply_import,
    plan_import,
    read_file,
)
from support.schedule_file.lines import change_lines
from support.schedule_file.mistakes import ScheduleFileError
from support.schedule_file.parsing import MAX_BYTES
from support.schedule_file.source import read_source
from support.schedule_file.stored import stored_configuration
from support.schedule_file.writing import write

__all__ = [
    "MAX_BYTES",
    "ConcurrentEdit",
    "EntryChange",
    "Import",
    "SavedRow",
    "ScheduleFileError",
    "add_missing",
    "apply_import",
    "change_lines",
    "hours_before_and_after",
    "plan_import",
    "read_file",
    "read_source",
    "stored_configuration",
    "write",
]

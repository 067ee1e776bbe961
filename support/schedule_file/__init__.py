"""The configuration as one readable TOML file: out, in, and what an import would change."""

from support.schedule_file.additions import add_missing
from support.schedule_file.changes import EntryChange, FieldChange, Kind, RowChange, Written
from support.schedule_file.hours import hours_before_and_after
from support.schedule_file.importing import Edited, Import, carry_out, planned, read_file
from support.schedule_file.mistakes import Mistake, ScheduleFileError
from support.schedule_file.parsing import MAX_BYTES
from support.schedule_file.source import read_source
from support.schedule_file.stored import stored_configuration
from support.schedule_file.told import told_changes
from support.schedule_file.writing import write

__all__ = [
    "MAX_BYTES",
    "Edited",
    "EntryChange",
    "FieldChange",
    "Import",
    "Kind",
    "Mistake",
    "RowChange",
    "ScheduleFileError",
    "Written",
    "add_missing",
    "carry_out",
    "hours_before_and_after",
    "planned",
    "read_file",
    "read_source",
    "stored_configuration",
    "told_changes",
    "write",
]

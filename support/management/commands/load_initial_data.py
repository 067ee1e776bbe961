from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from support.history.recording import one_edit
from support.schedule_file import ScheduleFileError, add_missing, read_source

INITIAL_DATA = Path(__file__).resolve().parents[2] / "initial_data.toml"


class Command(BaseCommand):
    help = (
        "Add the departments, channels, products and organisation of a file that do not exist "
        "yet. What exists is left as it is; a file with a mistake loads nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, default=INITIAL_DATA)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            with one_edit():
                added, kept = add_missing(read_source(str(file)))
        except ScheduleFileError as error:
            mistakes = "\n".join(f"{file}: {mistake}" for mistake in error.mistakes)
            raise CommandError(f"Nothing was loaded.\n{mistakes}") from error
        counts = Counter(change.section for change in added)
        words = ", ".join(f"{count} {section}" for section, count in counts.items())
        self.stdout.write(f"Added {words or 'nothing'}; left {kept} as they are.")

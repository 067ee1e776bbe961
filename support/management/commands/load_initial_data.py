from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from support.schedule_file import ScheduleFileError, load_schedule_file

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
            loaded = load_schedule_file(file)
        except ScheduleFileError as error:
            raise CommandError(f"Nothing was loaded.\n{error}") from error
        counts = ", ".join(f"{count} {name}" for name, count in loaded.created.items())
        self.stdout.write(f"Added {counts}; left {loaded.kept} as they are.")

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from support import clock
from support.admin.preview.difference_lines import difference_lines
from support.history.recording import one_edit
from support.locales.formatting import format_dates
from support.planning.coming_differences import coming_differences
from support.schedule_file import (
    Import,
    ScheduleFileError,
    apply_import,
    change_lines,
    hours_before_and_after,
    plan_import,
    read_file,
    read_source,
)


class Command(BaseCommand):
    help = (
        "Make the configuration equal to a file that export_schedule wrote, edited or not. What "
        "is not in the file is deleted; a file with a mistake changes nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="“-” reads the standard input.")
        parser.add_argument(
            "--dry-run", action="store_true", help="Only show what an import would change."
        )

    def handle(self, *args: Any, file: str, dry_run: bool, **options: Any) -> None:
        try:
            configuration = read_file(read_source(str(file)))
        except ScheduleFileError as error:
            mistakes = "\n".join(f"{file}: {mistake}" for mistake in error.mistakes)
            raise CommandError(f"Nothing was changed.\n{mistakes}") from error
        with one_edit():
            plan = plan_import(configuration) if dry_run else apply_import(configuration)
        if not plan.changes:
            self.stdout.write("The file matches the current configuration. Nothing to change.")
            return
        for line in change_lines(plan.changes):
            self.stdout.write(line)
        if dry_run:
            for line in _hours(plan, clock.now()):
                self.stdout.write(line)
            self.stdout.write("Nothing was changed: this was a dry run.")


def _hours(plan: Import, now: datetime) -> Iterator[str]:
    """Yield lines that say what happens to the hours of each department and language."""
    before, after = hours_before_and_after(plan)
    coming = coming_differences(before, after, now)
    yield f"hours, {format_dates(coming.start.date(), coming.end.date(), 'en')}"
    for department in difference_lines(coming.departments, now, "en"):
        for language in department.languages:
            yield f"  {department.name.text}, {language.name}: {language.hours}"
        if department.fate:
            yield f"  {department.name.text}: {department.fate}"
    if not coming.departments:
        yield "  no change"

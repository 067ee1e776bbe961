from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from support.directory import read_rows
from support.locales.catalogues import catalogue_gaps
from support.texts import missing_texts


class Command(BaseCommand):
    help = (
        "What the templates' catalogues lack, counted by language and listed. Ends with an error "
        "where anything is missing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("languages", nargs="*", help="only these; default: all")
        parser.add_argument("--texts", action="store_true", help="count the staff's texts as well")

    def handle(self, *args: Any, languages: list[str], texts: bool, **options: Any) -> None:
        found = catalogue_gaps(Path(settings.LOCALE_PATHS[0]))
        unknown = [language for language in languages if language not in found]
        if unknown:
            raise CommandError(
                f"There is no catalogue for {', '.join(unknown)}. There are: {', '.join(found)}."
            )
        wanted = {code: found[code] for code in languages or found}
        for code, missing in wanted.items():
            self.stdout.write(f"{code}: {len(missing)} missing")
            for line in missing:
                self.stdout.write(f"  {line}")
        if texts:
            for code, count in missing_texts(read_rows()).items():
                self.stdout.write(f"{code}: {count} texts of staff missing")
        if any(wanted.values()):
            raise CommandError("Some catalogues have gaps: fill them in under locale/.")

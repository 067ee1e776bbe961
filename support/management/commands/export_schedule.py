from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from support.schedule_file import stored_configuration, write


class Command(BaseCommand):
    help = "Write the whole configuration as one TOML file: export_schedule > FILE."

    def handle(self, *args: Any, **options: Any) -> None:
        text = write(stored_configuration())
        # The bytes of the file, whatever encoding the terminal has.
        out = getattr(self.stdout, "buffer", None)
        if out is None:
            self.stdout.write(text, ending="")
        else:
            out.write(text.encode())

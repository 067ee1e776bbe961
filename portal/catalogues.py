"""Compile the message catalogues: `python -m portal.catalogues`. Needs no gettext."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import polib

from portal.paths import BASE_DIR

LOCALE_DIR = BASE_DIR / "locale"


def compile_catalogues(folder: Path = LOCALE_DIR) -> list[Path]:
    """Write the .mo beside each .po that is newer. Raises OSError naming a broken catalogue."""
    compiled = []
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            polib.pofile(str(source)).save_as_mofile(str(target))
            compiled.append(target)
    return compiled


def gaps(folder: Path = LOCALE_DIR) -> dict[str, list[str]]:
    """By language, what is not translated, doubtful or no longer used; empty lists where nothing.

    Raises OSError naming a catalogue that cannot be read.
    """
    return {
        source.parent.parent.name: list(_gaps(polib.pofile(str(source))))
        for source in sorted(folder.glob("*/LC_MESSAGES/*.po"))
    }


def _gaps(catalogue: polib.POFile) -> Iterator[str]:
    for entry in catalogue.untranslated_entries():
        yield f"not translated: {entry.msgid}"
    for entry in catalogue.fuzzy_entries():
        yield f"doubtful: {entry.msgid}"
    for entry in catalogue.obsolete_entries():
        yield f"no longer used: {entry.msgid}"


if __name__ == "__main__":
    try:
        compile_catalogues()
    except (OSError, UnicodeDecodeError) as error:
        sys.exit(f"A catalogue cannot be compiled: {error}")

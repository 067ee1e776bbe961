"""Compile the message catalogues: `python -m portal.catalogues`. Needs no gettext."""

from __future__ import annotations

import sys
from pathlib import Path

import polib

from portal.paths import BASE_DIR

LOCALE_DIR = BASE_DIR / "locale"


def compile_catalogues(folder: Path = LOCALE_DIR) -> list[Path]:
    """Write and return the .mo files that were missing or old. Raises OSError for a broken .po."""
    compiled = []
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            polib.pofile(str(source)).save_as_mofile(str(target))
            compiled.append(target)
    return compiled


if __name__ == "__main__":
    try:
        compile_catalogues()
    except (OSError, UnicodeDecodeError) as error:
        sys.exit(f"A catalogue cannot be compiled: {error}")

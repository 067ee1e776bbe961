"""Find the gaps in the message catalogues."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polib


def catalogue_gaps(folder: Path) -> dict[str, list[str]]:
    """Return, by language, the messages that are not translated, doubtful or no longer used.

    A complete catalogue has an empty list. Raises OSError naming a catalogue that cannot be read.
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

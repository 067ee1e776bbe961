"""What a file is called, as far as its name can be believed."""

from __future__ import annotations

import re
import unicodedata

LONGEST_NAME = 120

# Control characters, and those that turn or hide what stands beside them.
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_HIDDEN_LETTERS = "\u034f\u115f\u1160\u3164\uffa0"

# What Windows takes for a device or for something else than a part of a name.
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)", re.IGNORECASE)
_NOT_IN_NAMES = re.compile(r'[<>:"|?*]')

# A part between dots that makes a program, or a page, of a file on somebody's computer.
_PROGRAMS = (
    "apk app bat chm cmd com cpl dll dmg exe gadget hta img inf iso jar lnk msc msi msp mst pif "
    "reg scr url"
)
_SCRIPTS = "js jse jsp php phtml pl ps1 py rb sh vb vbe vbs wsc wsf wsh"
_PAGES = "htm html mht mhtml shtml svg svgz swf xhtml xml xsl"
_DOCUMENTS_WITH_PROGRAMS = "doc docm dotm pptm xlsm xltm"
_HARMFUL = frozenset(f"{_PROGRAMS} {_SCRIPTS} {_PAGES} {_DOCUMENTS_WITH_PROGRAMS}".split())


def clean_name(name: str) -> str:
    """Return the name without folders and without what cannot be seen, in normal form C, as every
    computer can save it."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(each for each in last if not _is_hidden(each))
    words = _NOT_IN_NAMES.sub("_", " ".join(seen.split()).strip(". "))
    if _DEVICE.match(words):
        words = f"_{words}"
    if len(words) <= LONGEST_NAME:
        return words
    stem, dot, extension = words.rpartition(".")
    return f"{stem[: LONGEST_NAME - len(extension) - 1]}{dot}{extension}"[:LONGEST_NAME]


def _is_hidden(character: str) -> bool:
    return unicodedata.category(character) in _HIDDEN or character in _HIDDEN_LETTERS


def extension_of(name: str) -> str:
    """Return what stands after the last dot, in small letters; nothing if any part does harm."""
    stem, *parts = (part.strip().casefold() for part in name.split("."))
    if not stem or not parts or not _HARMFUL.isdisjoint(parts):
        return ""
    return parts[-1]

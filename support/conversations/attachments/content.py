"""What a file is, by its content and not by its name or by what the browser says."""

from __future__ import annotations

import codecs
import re
import zipfile
from io import BytesIO
from typing import NamedTuple


class Type(NamedTuple):
    """A type of files that is taken, with the endings that its name may have."""

    content_type: str
    extensions: tuple[str, ...]
    is_picture: bool = False


PNG = Type("image/png", ("png",), is_picture=True)
JPEG = Type("image/jpeg", ("jpg", "jpeg", "jfif"), is_picture=True)
GIF = Type("image/gif", ("gif",), is_picture=True)
WEBP = Type("image/webp", ("webp",), is_picture=True)
PDF = Type("application/pdf", ("pdf",))
ZIP = Type("application/zip", ("zip",))
TEXT = Type("text/plain", ("txt", "log", "text"))
CSV = Type("text/csv", ("csv",))

# What a picker of files offers.
ACCEPTED = ",".join(
    f".{extension}"
    for each in (PNG, JPEG, WEBP, GIF, PDF, TEXT, CSV, ZIP)
    for extension in each.extensions
)

_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
    (b"%PDF-", PDF),
    (b"PK\x03\x04", ZIP),
)
_BYTE_ORDER_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NOT_IN_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
# Programs and documents with programs are archives too.
_IN_OTHER_ARCHIVES = ("[content_types].xml", "meta-inf/", "androidmanifest.xml", "mimetype")
_MOST_IN_AN_ARCHIVE = 10_000
# Stands before each name that an archive lists.
_LISTED = b"PK\x01\x02"


def type_of(content: bytes, extension: str) -> Type | None:
    """Return the type that both the content and the ending of the name are of, if it is taken."""
    found = _by_content(content, extension)
    return found if found and extension in found.extensions else None


def _by_content(content: bytes, extension: str) -> Type | None:
    for beginning, each in _BEGINNINGS:
        if content.startswith(beginning):
            return each if each is not ZIP or _is_plain_archive(content) else None
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return WEBP
    if not _is_text(content):
        return None
    return CSV if extension in CSV.extensions else TEXT


def _is_plain_archive(content: bytes) -> bool:
    if content.count(_LISTED) > _MOST_IN_AN_ARCHIVE:
        return False  # to read a list of so many would take seconds
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = [name.casefold() for name in archive.namelist()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError):
        return False
    return not any(name.startswith(_IN_OTHER_ARCHIVES) or "vbaproject" in name for name in names)


def _is_text(content: bytes) -> bool:
    """Tell whether it is text that no browser would take for a page."""
    coding = "utf-16" if content.startswith(_BYTE_ORDER_MARKS) else "utf-8-sig"
    try:
        text = content.decode(coding)
    except UnicodeDecodeError:
        # Of older programs, in the code page of a country: the characters below 128 are the same.
        text = content.decode("latin-1")
    return not _NOT_IN_TEXT.search(text) and not text.lstrip().startswith("<")

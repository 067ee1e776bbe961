"""From bytes to the tables of a TOML document."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from django.utils.translation import gettext as _

from support.schedule_file.mistakes import Mistake, ScheduleFileError

MAX_BYTES = 5_000_000

# A file of 5,000 windows in ten languages has a tenth of these.
_MOST_VALUES = 500_000

# tomllib takes the square of the parts of a dotted key. Ours have two.
_DOTTED = re.compile(
    r"""(?<![A-Za-z0-9_"'-])(?:(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){32}"""
)

_LINE_AND_COLUMN = re.compile(r"(.*) \(at line (\d+), column (\d+)\)", re.DOTALL)


def parse(content: bytes) -> dict[str, Any]:
    """Return the tables of the document. Raise ScheduleFileError if it is no TOML.

    A byte order mark and line ends of Windows do no harm.
    """
    if len(content) > MAX_BYTES:
        raise _error(_("the file is larger than %(limit)s MB.") % {"limit": MAX_BYTES // 1_000_000})
    text = _text(content)
    if text.count("=") > _MOST_VALUES:
        raise _error(_("This file has too many entries."))
    if _DOTTED.search(text):
        raise _error(_("Lists or tables in this file are nested too deeply."))
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _error(_not_toml(str(error))) from error
    except ValueError as error:  # Python's own limit
        raise _error(_("A number in this file has too many digits.")) from error
    except RecursionError as error:
        raise _error(_("Lists or tables in this file are nested too deeply.")) from error


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        text = _("line %(line)s isn’t UTF-8 text. Save the file as UTF-8.")
        raise _error(text % {"line": line}) from error


def _not_toml(message: str) -> str:
    match = _LINE_AND_COLUMN.fullmatch(message)
    if match is None:
        return _("this isn’t valid TOML: %(reason)s.") % {"reason": message}
    reason, line, column = match.groups()
    return _("line %(line)s, column %(column)s: this isn’t valid TOML: %(reason)s.") % {
        "line": line,
        "column": column,
        "reason": reason,
    }


def _error(text: str) -> ScheduleFileError:
    return ScheduleFileError([Mistake("", "", text)])

"""Write values as TOML, always in the same way.

It does not use tomlkit, which is made to keep a document's own style: that takes seconds for what
takes milliseconds here, and the same bytes must come out with every version of a library.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

LONGEST_LINE = 100

_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f]')
_ESCAPED_IN_LINES = re.compile(r'"""|"\Z|[\\\x00-\x09\x0b-\x1f\x7f]')
_SHORT = {"\b": r"\b", "\t": r"\t", "\n": r"\n", "\f": r"\f", "\r": r"\r", '"': r"\"", "\\": r"\\"}

Value = str | int | date | datetime | Sequence[str] | Sequence[int]


def assignment(name: str, value: Value) -> str:
    """Return one line; a long list has one line for each item."""
    line = f"{name} = {_value(value)}"
    if isinstance(value, str | int | date) or len(line) <= LONGEST_LINE:
        return line
    items = "".join(f"    {_value(item)},\n" for item in value)
    return f"{name} = [\n{items}]"


def _value(value: Value) -> str:
    if isinstance(value, str):
        return _lines(value) if "\n" in value else _string(value)
    if isinstance(value, date):  # a datetime as well
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    return f"[{', '.join(map(_value, value))}]"


def _string(text: str) -> str:
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _lines(text: str) -> str:
    return f'"""\n{_ESCAPED_IN_LINES.sub(_escape, text)}"""'


def _escape(match: re.Match[str]) -> str:
    return "".join(_SHORT.get(char) or f"\\u{ord(char):04x}" for char in match[0])

"""The rows of the last good directory on disk, for a process that starts without its database.

The file names its columns, so another version of the portal can read it: it leaves out fields,
tables and columns that it does not know, and takes the default for columns that are missing.
"""

from __future__ import annotations

import json
import logging
import os
import tempfile
import time as system_time
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from pathlib import Path
from typing import Any

from django.conf import settings

from support.directory.entries import Directory
from support.directory.load import directory_of
from support.directory.rows import PUBLIC_MODELS, Model, Row, Rows, public_columns
from support.models.written_field import WrittenField

logger = logging.getLogger(__name__)

# Raise it when a column of the same name comes to mean something else.
_FORMAT = 3

_ROWS_IN_A_BLOCK = 100

# A temporary file that is older than a new one by this much belongs to a process that is gone.
_SECONDS_UNTIL_ABANDONED = 3600

# The text of each block of the last file: most edits touch a single one.
_texts: dict[tuple[Model, Sequence[Row]], str] = {}


def write(directory: Directory) -> bool:
    """Replace the file as a whole. A disk that cannot be written is logged; then return False."""
    path = Path(settings.LAST_GOOD_FILE)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, _text(directory))
    except OSError as error:
        logger.warning("The last good directory cannot be written to %s: %s", path, error)
        return False
    return True


def is_there() -> bool:
    """Tell whether there is a file."""
    return Path(settings.LAST_GOOD_FILE).is_file()


def read() -> Directory | None:
    """Return the directory, or None where there is no file that this version can read."""
    path = Path(settings.LAST_GOOD_FILE)
    try:
        content = json.loads(path.read_text("utf-8"))
        if content["format"] != _FORMAT:
            raise ValueError(f"its format is {content['format']}, not {_FORMAT}")
        token = str(content.get("token", ""))
        return directory_of(_rows(content["blocks"]), int(content["revision"]), token=token)
    except FileNotFoundError:
        return None
    except Exception as error:  # whatever is wrong with it, visitors get no error from it
        logger.warning("The last good directory cannot be read from %s: %r", path, error)
        return None


def age() -> str:
    """Say in English, for the log, how long ago the file was written; empty without a file."""
    try:
        written = Path(settings.LAST_GOOD_FILE).stat().st_mtime
    except OSError:
        return ""
    minutes, seconds = divmod(int(max(0, system_time.time() - written)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min {seconds} s ago"


def _replace(path: Path, text: str) -> None:
    """Write the file so that a reader, and a machine that stops, finds the old one or the new."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.", suffix=".new")
    new = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(handle)
        written = new.stat().st_mtime
        new.replace(path)
        _sync_folder(path.parent)
    finally:
        new.unlink(missing_ok=True)
    for other in path.parent.glob(f"{path.name}.*.new"):
        if written - _last_written(other, written) > _SECONDS_UNTIL_ABANDONED:
            other.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Have the new name outlast a power cut too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _last_written(file: Path, otherwise: float) -> float:
    try:
        return file.stat().st_mtime
    except FileNotFoundError:  # another process has just put it in its place
        return otherwise


# Out


def _text(directory: Directory) -> str:
    texts = {block: _texts.get(block) or _block_text(*block) for block in _blocks(directory.rows)}
    _texts.clear()
    _texts.update(texts)
    blocks = ",\n".join(texts.values())
    head = f'"format": {_FORMAT}, "revision": {directory.revision}, "token": "{directory.token}"'
    return f'{{{head}, "blocks": [\n{blocks}\n]}}\n'


def _blocks(rows: Rows) -> Iterator[tuple[Model, Sequence[Row]]]:
    for model, its_rows in rows.items():
        for start in range(0, len(its_rows), _ROWS_IN_A_BLOCK):
            yield model, tuple(its_rows[start : start + _ROWS_IN_A_BLOCK])


def _block_text(model: Model, rows: Sequence[Row]) -> str:
    columns = public_columns(model)
    fields = [model._meta.get_field(name) for name in columns]
    written = [
        (place, field) for place, field in enumerate(fields) if isinstance(field, WrittenField)
    ]
    block = {
        "model": model._meta.model_name,
        "columns": columns,
        "rows": [_row_text(row, written) for row in rows] if written else rows,
    }
    return json.dumps(block, ensure_ascii=False, default=_plain)


def _row_text(row: Row, written: Sequence[tuple[int, WrittenField]]) -> list[Any]:
    values = list(row)
    for place, field in written:
        values[place] = field.get_prep_value(values[place])
    return values


def _plain(value: Any) -> str:
    if isinstance(value, date | time):
        return value.isoformat()
    raise TypeError(f"No way is known to write {value!r}.")


# In


def _rows(blocks: Sequence[Mapping[str, Any]]) -> Rows:
    by_name = {model._meta.model_name: model for model in PUBLIC_MODELS}
    rows: dict[Model, list[Row]] = {model: [] for model in PUBLIC_MODELS}
    for block in blocks:
        model = by_name.get(block["model"])
        if model:
            rows[model] += _block_rows(model, block)
    return rows


def _block_rows(model: Model, block: Mapping[str, Any]) -> Iterator[Row]:
    fields = [model._meta.get_field(name) for name in public_columns(model)]
    for values in block["rows"]:
        stated = dict(zip(block["columns"], values, strict=True))
        yield tuple(_value(field, stated) for field in fields)


def _value(field: Any, stated: Mapping[str, Any]) -> Any:
    known = field.attname in stated
    return field.to_python(stated[field.attname]) if known else field.get_default()

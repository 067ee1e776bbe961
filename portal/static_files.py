from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

_COMMENTS_IN_STYLES = re.compile(r"/\*.*?\*/", re.DOTALL)
_LINES_THAT_DO_NOTHING = re.compile(r"^[ \t]*(?://.*)?\n", re.MULTILINE)
_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


class StaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Give files hashed names, also in imports between modules, so that browsers can cache them.

    Ours are handed out without comments and indentation, a tenth of what a first visit loads.
    """

    support_js_module_import_aggregation = True

    def post_process(
        self, paths: Mapping[str, tuple[Storage, str]], *args: Any, **options: Any
    ) -> Iterator[Any]:
        lean = {
            name: (_Lean(storage) if name.startswith("support/") else storage, path)
            for name, (storage, path) in paths.items()
        }
        yield from super().post_process(lean, *args, **options)


class _Lean:
    """Files of another storage, scripts and styles without what only their authors read."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def open(self, path: str) -> Any:
        if not path.endswith((".js", ".css")):
            return self._storage.open(path)
        with self._storage.open(path) as file:
            text = file.read().decode()
        return ContentFile(lean(path, text).encode(), path)


def lean(path: str, text: str) -> str:
    """Return a script or style without comments that fill lines, blank lines and indentation.

    No string of ours goes over several lines.
    """
    if path.endswith(".css"):
        text = _COMMENTS_IN_STYLES.sub("", text)
        return _INDENTATION.sub("", re.sub(r"\n\s*\n", "\n", text))
    return _INDENTATION.sub("", _LINES_THAT_DO_NOTHING.sub("", text))

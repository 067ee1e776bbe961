"""The portal's own answer from a function that does nothing else: what the server allows."""

import json
import os
from pathlib import Path

_folder = Path(os.environ["RAW_ANSWER"])
_HEADERS = [(name, value) for name, value in json.loads((_folder / "headers.json").read_text())]
_CHUNKS = [(_folder / "index.html").read_bytes()]


def application(environ, start_response):
    start_response("200 OK", _HEADERS)
    return _CHUNKS

"""Words for JavaScript, as a block of JSON in the page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.utils.html import json_script
from django.utils.safestring import SafeString


def words_script(words: Mapping[str, Any], element_id: str) -> SafeString:
    return json_script(words, element_id, _Compact)


class _Compact(json.JSONEncoder):
    """Letters as they are, and no spaces: they would be a fiftieth of what is sent."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options | {"ensure_ascii": False, "separators": (",", ":")})

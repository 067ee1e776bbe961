from __future__ import annotations

import json

# Within a script element nothing is escaped as in HTML: no text may end it or begin a comment.
_ESCAPED = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


def json_ld(content: object) -> str:
    """Return JSON that is safe within <script type="application/ld+json">."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return text.translate(_ESCAPED)

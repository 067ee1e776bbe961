"""Fill in a form of the admin as a browser would: what the page holds, and what is typed."""

from __future__ import annotations

from html.parser import HTMLParser


class _Fields(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.data: dict[str, list[str]] = {}
        self._textarea: str | None = None
        self._select: str | None = None

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        name = attributes.get("name")
        if tag == "input" and name:
            kind = attributes.get("type", "text")
            if kind in ("checkbox", "radio") and "checked" not in attributes:
                return
            if kind not in ("submit", "button", "file"):
                self.data.setdefault(name, []).append(attributes.get("value") or "")
        elif tag == "textarea" and name:
            self._textarea = name
            self.data[name] = [""]
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in attributes:
            self.data.setdefault(self._select, []).append(attributes.get("value") or "")

    def handle_data(self, data):
        if self._textarea:
            self.data[self._textarea][0] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self._textarea = None
        elif tag == "select":
            self._select = None


def read_form(response) -> dict[str, list[str]]:
    """The page's fields by name; what only other forms of the page hold does no harm."""
    fields = _Fields()
    fields.feed(response.content.decode())
    for name in ("csrfmiddlewaretoken", "next", "language", "windows-__prefix__-language"):
        fields.data.pop(name, None)
    return {name: values for name, values in fields.data.items() if "__prefix__" not in name}


def add_row(form: dict[str, list[str]], prefix: str, **values: str | list[str]) -> None:
    """As “Add another” does."""
    number = int(form[f"{prefix}-TOTAL_FORMS"][0])
    form[f"{prefix}-TOTAL_FORMS"] = [str(number + 1)]
    for name, value in values.items():
        form[f"{prefix}-{number}-{name}"] = value if isinstance(value, list) else [value]

"""Fill in a form of the admin as a browser would: what the page holds, and what is typed."""

from __future__ import annotations

from html.parser import HTMLParser


class _Fields(HTMLParser):
    def __init__(self, form_class: str) -> None:
        super().__init__()
        self._form_class = form_class
        self._is_inside = not form_class
        self.data: dict[str, list[str]] = {}
        self._textarea: str | None = None
        self._select: str | None = None

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        name = attributes.get("name")
        if tag == "form" and self._form_class:
            self._is_inside = attributes.get("class") == self._form_class
        if not self._is_inside:
            return
        if tag == "input" and name:
            kind = attributes.get("type", "text")
            is_box = kind in ("checkbox", "radio")
            if is_box and "checked" not in attributes:
                return
            if kind not in ("submit", "button", "file"):
                value = attributes.get("value") or ("on" if is_box else "")
                self.data.setdefault(name, []).append(value)
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
        if tag == "textarea" and self._textarea:
            # The line break with which a text area begins is not of its text.
            self.data[self._textarea][0] = self.data[self._textarea][0].removeprefix("\n")
            self._textarea = None
        elif tag == "select":
            self._select = None


def read_form(response, form_class: str = "") -> dict[str, list[str]]:
    """The page's fields by name, of all its forms or of the one with this class."""
    return read_fields(response.getvalue().decode(errors="replace"), form_class)


def read_fields(page: str, form_class: str = "") -> dict[str, list[str]]:
    """The same of a page's text.

    What only other forms of the page hold does no harm; where two have a `language`, it has.
    """
    fields = _Fields(form_class)
    fields.feed(page)
    foreign = ["next", "language"] if not form_class else []
    for name in ("csrfmiddlewaretoken", "windows-__prefix__-language", *foreign):
        fields.data.pop(name, None)
    return {name: values for name, values in fields.data.items() if "__prefix__" not in name}


def add_row(form: dict[str, list[str]], prefix: str, **values: str | list[str]) -> None:
    """As “Add another” does."""
    number = int(form[f"{prefix}-TOTAL_FORMS"][0])
    form[f"{prefix}-TOTAL_FORMS"] = [str(number + 1)]
    for name, value in values.items():
        form[f"{prefix}-{number}-{name}"] = value if isinstance(value, list) else [value]

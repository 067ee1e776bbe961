"""The contact page as one plain Django template with everything precomputed.

That yardstick is read so: one template in English, `yardsticks/plain_template/contact.html`, with
the same loops and conditions as ours, autoescape on, compiled once; no inheritance, include,
custom tag, filter or translation; its context are dictionaries, lists and strings alone. Its
result must be ours, white space aside.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from django.template import Context, Engine, Template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.text import capfirst

_FOLDER = Path(__file__).parent / "yardsticks" / "plain_template"


def plain_template() -> Template:
    return Engine(dirs=[str(_FOLDER)]).get_template("contact.html")


def precomputed(
    frame: Any, page: Any, structured_data: Any, visitor: Mapping[str, Any]
) -> Callable[[], Context]:
    """What makes a context of its own for each rendering, since a context keeps what is pushed."""
    values = _plain(page)
    values |= {
        "frame": _frame(frame),
        "preferences": _plain(visitor["preferences"]) | {"action": reverse("preferences")},
        "view": _viewpoint(visitor["view"]),
        "live_words": visitor["live_words"],
        "structured_data": structured_data,
        "static": _static_files(frame.canonical),
    }
    _complete_answer(values["answer"], page.answer)
    _complete_departments(values["departments"], frame.language)
    for picture in [values["week"], *(each["week"] for each in values["departments"])]:
        for row in picture["rows"] if picture else []:
            row["name"] = capfirst(row["name"])
    for product in values["products"]:
        product["count"] = str(len(product["locales"]))
        for locale in product["locales"]:
            locale["flag"] = static(f"support/flags/{locale['region']}.svg")
    return lambda: Context(values)


def without_white_space(page: str) -> str:
    return "".join(page.split())


def _frame(frame: Any) -> dict[str, Any]:
    from support.templatetags.open_graph import open_graph_locale

    values = _plain_fields(frame)
    values["locale"] = open_graph_locale(frame.language)
    values["search_path"] = reverse("search", args=[frame.language])
    for link in values["languages"]:
        link["locale"] = open_graph_locale(link["code"])
    return values


def _viewpoint(view: Any) -> dict[str, str]:
    return {"zone": view.zone or "", "languages": " ".join(view.languages)}


def _static_files(canonical: str) -> dict[str, str]:
    from support.templatetags.open_graph import absolute_static

    sheets = ("site", "search", "department", "week", "staff_bar")
    modules = (
        "site",
        "live",
        "search",
        "answer",
        "coming_days",
        "dates",
        "hours",
        "moment",
        "preferences",
        "seven_days",
        "state",
        "minute_spans",
        "hours_in_words",
        "told_time",
        "wall_clock",
        "week",
    )
    return {
        "svg": static("support/icon.svg"),
        "channels_svg": static("support/channels.svg"),
        "open_graph": absolute_static(canonical, "support/open-graph.png"),
        **{f"{name}_css": static(f"support/{name}.css") for name in sheets},
        **{f"{name}_js": static(f"support/{name}.js") for name in modules},
    }


def _complete_answer(values: dict[str, Any], answer: Any) -> None:
    values["is_open"] = answer.is_open
    values["is_open_in_others"] = answer.is_open_in_others
    for plain, language in zip(
        [*values["read"], *values["others"]], [*answer.read, *answer.others], strict=True
    ):
        plain["is_open"] = language.is_open
        plain["state"] = plain["state"] or "unserved"
        is_same = language.name.lower() == language.endonym.lower()
        plain["translated_name"] = "" if is_same else language.name


def _complete_departments(departments: list[dict[str, Any]], site_language: str) -> None:
    from support.site.addresses import page_path

    for department in departments:
        department["path"] = page_path(site_language, department["slug"])
        for language in department["languages"]:
            language["name_within"] = language["name"]
            language["name"] = capfirst(language["name"])
            language["why"]["path"] = department["path"]


def _plain(value: Any) -> Any:
    from support.contact_page.lines.rule_sentence import RuleSentence
    from support.contact_page.lines.viewpoint import Wording

    if isinstance(value, Wording):
        return value.text
    if isinstance(value, RuleSentence):
        return _plain_sentence(value)
    if is_dataclass(value):
        return _plain_fields(value) | _plain_reason(value)
    if isinstance(value, tuple | list):
        return _plain_items(value)
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    if value is None:
        return ""
    return value if isinstance(value, bool) else str(value)


def _plain_items(value: Any) -> Any:
    """A line of several things under their names, else a list."""
    from support.contact_page.lines.why import WhyLine

    if isinstance(value, WhyLine):
        return _plain_sentence(value.sentence) | {"holds": value.holds}
    return [_plain(each) for each in value]


def _plain_fields(value: Any) -> dict[str, Any]:
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}


def _plain_sentence(sentence: Any) -> dict[str, str]:
    from support.templatetags.why import sentence as with_values

    return {"rule": str(sentence.rule), "text": with_values(sentence)}


def _plain_reason(value: Any) -> dict[str, str]:
    """Give the whole reason of a state that is not ordinary, or the rule of one that
    is."""
    from support.contact_page.lines.reason_line import ReasonLine
    from support.templatetags.wording import reason

    line = getattr(value, "reason", None)
    if not isinstance(line, ReasonLine):
        return {}
    said = str(reason(line))
    return {"why": said, "rule": ""} if line.is_exceptional else {"why": "", "rule": said or "Why?"}

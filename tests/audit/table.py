"""Print a line per page with the worst of its instants and schemes, and then what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from tests.audit.lighthouse import Answer, Failure, Scores
from tests.audit.look import Findings


@dataclass(frozen=True)
class Seen:
    path: str
    instant: str
    scheme: str
    findings: Findings
    lighthouse: Answer | None = None


@dataclass(frozen=True)
class Column:
    title: str
    value: Callable[[Seen], float | None]
    """None where it could not be measured."""
    limit: float
    most: bool = True
    """Whether the limit is a maximum; otherwise it is a minimum."""
    digits: int = 0
    told: Callable[[Seen], list[str]] = lambda seen: []

    def worst(self, seen: list[Seen]) -> float | None:
        """Return the worst of the values that could be measured, if there are any."""
        values = [value for each in seen if (value := self.value(each)) is not None]
        return (max if self.most else min)(values) if values else None

    def is_well(self, value: float | None) -> bool:
        """Return whether the value is within the limit, as far as is known."""
        if value is None:
            return True
        return value <= self.limit if self.most else value >= self.limit


def _number_of(title: str, found: Callable[[Findings], list[str]]) -> Column:
    return Column(
        title,
        lambda seen: len(found(seen.findings)),
        0,
        told=lambda seen: found(seen.findings),
    )


def _is_judged(seen: Seen) -> bool:
    return isinstance(seen.lighthouse, Scores)


def _of_lighthouse(title: str, name: str, least: int) -> Column:
    return Column(
        title,
        lambda seen: getattr(seen.lighthouse, name) if _is_judged(seen) else None,
        least,
        most=False,
        told=lambda seen: list(seen.lighthouse.short),
    )


COLUMNS = [
    _number_of("axe", lambda findings: findings.axe),
    _number_of("incomplete", lambda findings: findings.incomplete),
    _of_lighthouse("accessibility", "accessibility", 100),
    _of_lighthouse("best practices", "best_practices", 100),
    _of_lighthouse("SEO", "seo", 100),
    _of_lighthouse("performance", "performance", 98),
    Column("page KB", lambda seen: seen.findings.page_bytes / 1000, 30, digits=1),
    Column("all KB", lambda seen: seen.findings.all_bytes / 1000, 60, digits=1),
    _number_of("other origins", lambda findings: findings.foreign_requests),
    _number_of("errors", lambda findings: findings.errors),
    Column("shift", lambda seen: seen.findings.layout_shift, 0, digits=3),
    _number_of("no paint", lambda findings: findings.no_first_paint),
    _number_of("keyboard", lambda findings: findings.keyboard),
    _number_of("sideways", lambda findings: findings.sideways),
    _number_of("clipped", lambda findings: findings.clipped),
    _number_of("lang", lambda findings: findings.foreign_names),
    _number_of("glyphs", lambda findings: findings.glyphs),
]

_MOST_TOLD = 12


def print_table(seen: list[Seen]) -> bool:
    """Print the table and what is wrong; return whether all is measured and well."""
    rows = [["page", *(column.title for column in COLUMNS), "controls", "reviewed"]]
    rows.append(["wanted", *(f"{'≤' if c.most else '≥'} {c.limit:g}" for c in COLUMNS), "", ""])
    all_well = True
    for path, group in groupby(seen, lambda each: each.path):
        of_page = list(group)
        cells = []
        for column in COLUMNS:
            worst = column.worst(of_page)
            well = column.is_well(worst)
            all_well &= well
            value = "–" if worst is None else f"{worst:.{column.digits}f}"
            cells.append(f"{value}{'' if well else ' ✗'}")
        controls = max(each.findings.controls for each in of_page)
        reviewed = max(each.findings.reviewed for each in of_page)
        rows.append([path, *cells, str(controls), str(reviewed)])
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for number, row in enumerate(rows):
        print("| " + " | ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) + " |")
        if number == 0:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")
    print("\nA line has the worst of the page open and closed, light and dark.\n")
    _print_what_is_wrong(seen)
    return _print_failures(seen) and all_well


def _print_failures(seen: list[Seen]) -> bool:
    """Print what Lighthouse could not look at; return whether there is no such page."""
    failed = [each for each in seen if isinstance(each.lighthouse, Failure)]
    for each in failed:
        print(f"Lighthouse failed twice, which says nothing of the page: {each.lighthouse.words}")
        print(f"    {each.path} {each.instant} {each.scheme}")
    return not failed


def _print_what_is_wrong(seen: list[Seen]) -> None:
    for column in COLUMNS:
        where: dict[str, dict[str, None]] = {}
        for each in seen:
            if not column.is_well(column.value(each)):
                for words in column.told(each) or [f"{column.value(each):g}"]:
                    place = f"{each.path} {each.instant} {each.scheme}"
                    where.setdefault(words, {})[place] = None
        for words, places in list(where.items())[:_MOST_TOLD]:
            more = f" and {len(places) - 1} more" if len(places) > 1 else ""
            print(f"{column.title}: {words}\n    {next(iter(places))}{more}")
        if len(where) > _MOST_TOLD:
            print(f"{column.title}: {len(where) - _MOST_TOLD} others")

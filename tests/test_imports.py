"""Imports go one way: schedule <- models <- directory <- contact_page <- views, api, admin."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

SUPPORT = Path(__file__).resolve().parent.parent / "support"

ENGINE = ["support.schedule"]
LEAVES = [
    *ENGINE,
    "support.languages",
    "support.zones",
    "support.holiday_calendars",
    "support.formatting",
    "support.validators",
]
MODELS = [*LEAVES, "support.models"]
DIRECTORY = [*MODELS, "support.revision", "support.directory"]
CONTACT_PAGE = [*DIRECTORY, "support.contact_page"]


def imported(path: Path) -> set[str]:
    modules = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            modules.add(node.module or "")
            modules |= {f"{node.module}.{alias.name}" for alias in node.names}
    return modules


def foreign(place: str, allowed: list[str]) -> list[str]:
    """Imports from `support` below `place` that are not allowed there."""
    target = SUPPORT / place
    files = sorted(target.rglob("*.py")) if target.is_dir() else [target.with_suffix(".py")]
    assert files
    return [
        f"{path.relative_to(SUPPORT)}: {module}"
        for path in files
        for module in imported(path)
        if module.startswith("support.") and not module.startswith(tuple(allowed))
    ]


@pytest.mark.parametrize(
    ("place", "allowed"),
    [
        ("schedule", ENGINE),
        ("cldr", []),
        ("languages", ["support.cldr"]),
        ("zones", ["support.languages"]),
        ("holiday_calendars", [*ENGINE, "support.languages"]),
        ("formatting", LEAVES),
        ("validators", LEAVES),
        ("models", MODELS),
        ("revision", MODELS),
        ("directory", DIRECTORY),
        ("contact_page", CONTACT_PAGE),
        ("structured_data", [*CONTACT_PAGE, "support.structured_data"]),
        ("public_pages", DIRECTORY),
        ("clock_change_rehearsal", ENGINE),
        ("wall_week", ENGINE),
        ("page_search", ["support.page_search"]),
        ("coverage", [*DIRECTORY, "support.wall_week"]),
        (
            "api",
            [
                *DIRECTORY,
                "support.api",
                "support.clock",
                "support.keeper",
                "support.last_good",
                "support.rfc3339",
            ],
        ),
        (
            "badge",
            [
                *CONTACT_PAGE,
                "support.api",
                "support.badge",
                "support.clock",
                "support.keeper",
                "support.page_frame",
                "support.site_language",
            ],
        ),
        ("last_good", DIRECTORY),
        ("keeper", [*DIRECTORY, "support.last_good"]),
        ("finished_pages", ["support.clock", "support.revision_watch"]),
    ],
)
def test_module_imports_only_what_stands_before_it(place, allowed):
    assert foreign(place, allowed) == []


def test_engine_imports_the_standard_library_only():
    modules = {
        module.split(".")[0]
        for path in (SUPPORT / "schedule").rglob("*.py")
        for module in imported(path)
    }

    assert modules - sys.stdlib_module_names == {"support"}


@pytest.mark.parametrize("place", ["schedule", "models", "contact_page", "structured_data"])
def test_clock_is_read_by_none_of_the_pure_parts(place):
    texts = [path.read_text("utf-8") for path in (SUPPORT / place).rglob("*.py")]

    assert [text for text in texts if ".now(" in text or "time.time(" in text] == []

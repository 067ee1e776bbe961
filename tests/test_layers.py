"""Three rules that the contracts of layers in pyproject.toml cannot state."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import grimp
import pytest

from tests.conftest import SHOW_THE_DIRECTORY

SUPPORT = Path(__file__).resolve().parent.parent / "support"


def test_engine_imports_the_standard_library_only():
    graph = grimp.build_graph("support", include_external_packages=True, cache_dir=None)
    engine = {"support.schedule", *graph.find_descendants("support.schedule")}
    imported = {
        module.split(".")[0]
        for each in engine
        for module in graph.find_modules_directly_imported_by(each)
    }

    assert imported - sys.stdlib_module_names == {"support"}


@pytest.mark.parametrize("place", ["schedule", "contact_page", "structured_data"])
def test_clock_is_read_by_none_of_the_pure_parts(place):
    texts = [path.read_text("utf-8") for path in (SUPPORT / place).rglob("*.py")]

    assert [text for text in texts if ".now(" in text or "time.time(" in text] == []


@pytest.mark.parametrize("place", SHOW_THE_DIRECTORY)
def test_database_is_asked_by_none_of_the_rooms_that_show_the_directory(place):
    texts = [path.read_text("utf-8") for path in (SUPPORT / place).rglob("*.py")]

    assert texts != []
    assert [text for text in texts if re.search(r"\.objects\b|_manager\b|cursor\(", text)] == []

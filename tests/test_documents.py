"""Check that the documents are true: paths, links, commands and rooms that they name exist."""

from __future__ import annotations

import json
import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest

from support.locales.languages import SITE_LANGUAGES

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
NAMES = [str(path.relative_to(ROOT)) for path in DOCUMENTS]

# In a path, a star stands for any name and angle brackets for a name that the reader chooses.
_FOLDERS = "support|portal|templates|tests|benchmarks|deploy|docs|locale|[.]ci"
_PATH = re.compile(rf"`((?:{_FOLDERS})/[^`\s<>…]*)`")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_MODULE = re.compile(r"python -m ((?:portal|support|tests|benchmarks)[.\w]*)")
_MAKE = re.compile(r"\bmake ([a-z]+)")


def text_of(name):
    return (ROOT / name).read_text("utf-8")


def anchors(name):
    """Return the anchors of the headings, as GitHub writes them."""
    headings = re.findall(r"^#+ (.+)$", text_of(name), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_readme_has_at_most_160_lines():
    assert len(text_of("README.md").splitlines()) <= 160


@pytest.mark.parametrize("name", NAMES)
def test_path_in_a_document_exists(name):
    paths = _PATH.findall(text_of(name))

    assert [path for path in paths if not any(ROOT.glob(path.rstrip("/")))] == []


@pytest.mark.parametrize("name", NAMES)
def test_link_in_a_document_leads_somewhere(name):
    folder = (ROOT / name).parent
    links = [link for link in _LINK.findall(text_of(name)) if "://" not in link]
    targets = [(link, *link.partition("#")[::2]) for link in links]

    assert [
        link
        for link, path, anchor in targets
        if not (folder / path).exists()
        or (anchor and anchor not in anchors(folder / path if path else ROOT / name))
    ] == []


@pytest.mark.parametrize("name", NAMES)
def test_module_that_a_document_runs_exists(name):
    modules = [module.replace(".", "/") for module in _MODULE.findall(text_of(name))]

    assert [
        module
        for module in modules
        if not (ROOT / f"{module}.py").exists() and not (ROOT / module / "__main__.py").exists()
    ] == []


@pytest.mark.parametrize("name", NAMES)
def test_make_target_in_a_document_exists(name):
    targets = set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.MULTILINE))
    code = " ".join(re.findall(r"`[^`]+`|^    .+$", text_of(name), re.MULTILINE))

    assert set(_MAKE.findall(code)) - targets == set()


def test_every_room_of_the_contracts_is_in_the_map():
    contracts = tomllib.loads(text_of("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    layers = chain.from_iterable(contract["layers"] for contract in contracts)
    rooms = {re.sub(r"[()]", "", room.strip()) for layer in layers for room in layer.split("|")}
    map_of_rooms = text_of("docs/architecture.md")

    assert [room for room in sorted(rooms) if f"`{room}`" not in map_of_rooms] == []


def test_document_of_the_api_names_the_languages_of_the_site():
    text = text_of("support/api/openapi.json")
    languages = [json.loads(found) for found in re.findall(r'"enum": (\[\s*"ja"[^]]*\])', text)]

    assert languages == [list(SITE_LANGUAGES)] * 4

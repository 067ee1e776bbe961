"""Check that docs/licences.md lists what a server runs, with the licence of each package."""

from __future__ import annotations

import importlib.metadata
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OF_OTHER_SYSTEMS = {"async-timeout", "typing-extensions", "colorama"}


def locked():
    text = (ROOT / "requirements.txt").read_text("utf-8")
    return set(re.findall(r"^([\w.-]+)(?:\[[^]]*\])?==", text, re.MULTILINE))


def listed():
    text = (ROOT / "docs" / "licences.md").read_text("utf-8")
    return dict(re.findall(r"^\| ([\w.-]+) \| (.+?) \|$", text, re.MULTILINE))


def licence(name):
    """Return what the package states: an SPDX expression, or else classifiers."""
    stated = importlib.metadata.metadata(name)
    classifiers = [
        classifier.rpartition(" :: ")[2]
        for classifier in stated.get_all("Classifier", [])
        if classifier.startswith("License :: OSI Approved")
    ]
    return stated["License-Expression"] or ", ".join(classifiers) or stated["License"]


def test_every_package_of_a_server_is_listed():
    assert set(listed()) - {"package"} == locked()


def test_licence_is_the_one_that_the_package_states():
    installed = {
        name: stated
        for name, stated in listed().items()
        if name not in {"package", *OF_OTHER_SYSTEMS}
    }

    assert {name: licence(name) for name in installed} == installed

from __future__ import annotations

import importlib.metadata
import json
import os
import re
import stat
import zoneinfo
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from packaging.markers import Marker

from support.directory import last_good
from support.directory.revision import current_token
from support.look.images import content_of
from support.models import Organization

_PIN = re.compile(r"^([\w.-]+)(?:\[[^]]*\])?==(\S+)(?: ; (.+?))?(?: \\)?$", re.MULTILINE)
_ROOT = Path(__file__).resolve().parents[2]


def packages_are_as_locked() -> Iterator[str]:
    wrong = []
    for name, locked, marker in _PIN.findall((_ROOT / "requirements.txt").read_text("utf-8")):
        if marker and not Marker(marker).evaluate():
            continue
        try:
            installed = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            installed = "missing"
        if installed != locked:
            wrong.append(f"{name} ({installed} instead of {locked})")
    if wrong:
        yield (
            f"Packages are not as locked: {', '.join(wrong)}. Run `.venv/bin/pip install "
            "--require-hashes -r requirements.txt` and restart the server."
        )


def zone_data_are_ours() -> Iterator[str]:
    if zoneinfo.TZPATH:
        yield (
            "Zones are read from this system's files and not from the locked tzdata, so two "
            "machines can disagree. Leave PYTHONTZPATH unset and use portal.settings."
        )


def catalogues_are_compiled() -> Iterator[str]:
    old = [
        source.parents[1].name
        for source in sorted(Path(settings.LOCALE_PATHS[0]).glob("*/LC_MESSAGES/*.po"))
        if not _is_newer(source.with_suffix(".mo"), source)
    ]
    if old:
        yield (
            f"Catalogues are not compiled: {', '.join(old)}. Run `.venv/bin/python -m "
            "portal.catalogues` and restart the server."
        )


def static_files_are_collected() -> Iterator[str]:
    what_to_do = "Run `manage.py collectstatic --no-input` and restart the server."
    root = Path(settings.STATIC_ROOT)
    manifest = root / "staticfiles.json"
    try:
        collected = json.loads(manifest.read_text("utf-8"))["paths"]
    except (OSError, ValueError, KeyError):
        yield f"{manifest} cannot be read, so there are no static files. {what_to_do}"
        return
    wanted = {path for finder in get_finders() for path, _ in finder.list([])}
    missing = sorted(
        path for path in wanted if path not in collected or not (root / collected[path]).is_file()
    )
    if missing:
        yield f"{len(missing)} static files are not collected, such as {missing[0]}. {what_to_do}"


def images_are_there() -> Iterator[str]:
    for name in filter(None, chain.from_iterable(Organization.objects.values_list("logo", "icon"))):
        if content_of(name) is None:
            yield (
                f"The image {name} of the organisation is not in {settings.MEDIA_ROOT}. Put the "
                "folder back from the backup, name it with MEDIA_ROOT, or upload the image again."
            )


def last_good_file_is_current() -> Iterator[str]:
    path = Path(settings.LAST_GOOD_FILE)
    folder = path.parent
    try:
        is_there = stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        is_there = False
    except OSError as error:
        yield (
            f"{path} cannot be reached by this user ({error.strerror}), so there will be no copy "
            "of the hours for an outage. Let the user that the server runs as enter its folder "
            "and write to it, or set LAST_GOOD_FILE."
        )
        return
    if not os.access(folder if folder.exists() else folder.parent, os.W_OK):
        yield (
            f"{folder} cannot be written by this user, so there will be no copy of the hours for "
            "an outage. Let the user that the server runs as write to it, or set LAST_GOOD_FILE."
        )
    if not is_there:
        yield f"There is no {path} yet. Start the server, which writes the file."
        return
    directory = last_good.read()
    if directory is None:
        yield f"{path} cannot be read by this version. Restart the server, which writes it again."
    elif directory.token != current_token():
        yield (
            f"{path} is not of the last edit. If the server runs, check its log to see why it "
            "cannot write the file; else start it."
        )


def _is_newer(target: Path, source: Path) -> bool:
    return target.exists() and target.stat().st_mtime >= source.stat().st_mtime

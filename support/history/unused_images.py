from __future__ import annotations

from datetime import datetime, timedelta

from django.core.files.storage import default_storage

from support.look.images import stored_image
from support.models import Organization
from support.models.history import history_of

# Somebody who looks at a preview may save it later on the same day.
KEPT_FOR = timedelta(days=1)


def drop_unused_images(at: datetime) -> int:
    """Delete the images of previews that nobody has saved; return how many there were.

    One that the company had at any time stays, since “Restore” finds it again.
    """
    used = _used()
    unused = [name for name in _stored() if name not in used and _is_old(name, at)]
    for name in unused:
        default_storage.delete(name)
    return len(unused)


def _stored() -> list[str]:
    try:
        _folders, files = default_storage.listdir("")
    except FileNotFoundError:  # nobody has uploaded any yet
        return []
    return [name for name in files if stored_image(name)]


def _used() -> set[str]:
    rows = (Organization.objects, history_of(Organization))
    return {name for each in rows for pair in each.values_list("logo", "icon") for name in pair}


def _is_old(name: str, at: datetime) -> bool:
    return default_storage.get_modified_time(name) <= at - KEPT_FOR

from __future__ import annotations

import re

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

_LONGEST = 150


def sign_in_name(address: str) -> str:
    """Return what an invited person signs in as: the address, or a name made of it where an
    address is longer or odder than a name may be."""
    if _is_free(address):
        return address
    stem = re.sub(r"[^\w.+-]", "", address.partition("@")[0], flags=re.ASCII)[:100] or "staff"
    names = (f"{stem}{number or ''}" for number in range(10_000))
    return next(name for name in names if _is_free(name))


def _is_free(name: str) -> bool:
    field = User._meta.get_field("username")
    try:
        for validate in field.validators:
            validate(name)
    except ValidationError:
        return False
    taken = get_user_model().objects.filter(username__iexact=name)
    return len(name) <= _LONGEST and not taken.exists()

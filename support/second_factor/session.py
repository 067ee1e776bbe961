"""What a session says about the second factor."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.sessions.backends.base import SessionBase

from support.models import SecondFactor
from support.second_factor.factor import new_salt

_MARK = "second_factor"
_SALT = "second_factor_salt"
_HALF = "half_signed_in"
_SECONDS_FOR_THE_CODE = 300


def mark(session: SessionBase, factor: SecondFactor | None) -> None:
    """Note the second factor with which somebody has signed in. Sessions without this note end."""
    session[_MARK] = factor.salt if factor else ""
    session.pop(_SALT, None)


def is_marked(session: SessionBase, factor: SecondFactor | None) -> bool:
    return bool(session.get(_MARK, "") == (factor.salt if factor else ""))


def salt_to_set_up(session: SessionBase) -> str:
    """Return the salt of the key that is offered; the same until it is used."""
    if _SALT not in session:
        session[_SALT] = new_salt()
    salt: str = session[_SALT]
    return salt


def hold(session: SessionBase, user: Any, next_address: str, instant: datetime) -> None:
    """Remember who has given the right password, until the code is right too."""
    session[_HALF] = {
        "user": user.pk,
        "backend": user.backend,
        "password": _password_mark(user),
        "next": next_address,
        "until": instant.timestamp() + _SECONDS_FOR_THE_CODE,
    }


def held(session: SessionBase, instant: datetime) -> dict[str, Any] | None:
    """Return what `hold` remembered, if it is not too old."""
    half: dict[str, Any] | None = session.get(_HALF)
    return half if half and instant.timestamp() < half["until"] else None


def has_same_password(half: dict[str, Any], user: AbstractBaseUser) -> bool:
    return bool(half["password"] == _password_mark(user))


def let_go(session: SessionBase) -> None:
    session.pop(_HALF, None)


def _password_mark(user: AbstractBaseUser) -> str:
    return user.get_session_auth_hash()

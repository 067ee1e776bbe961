"""Read the operator's environment variables. A mistake stops the start with one sentence."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Sequence
from typing import Any, NoReturn, TypeVar
from urllib.parse import unquote

import environ
from django.core.exceptions import ImproperlyConfigured

from portal.paths import LOCAL_ENVIRONMENT, VAR

env = environ.Env()
if LOCAL_ENVIRONMENT.exists():
    env.read_env(str(LOCAL_ENVIRONMENT))

T = TypeVar("T")

# So long a save waits for another one; then who saved is asked to try again.
SECONDS_FOR_A_LOCK = 10


def stop(sentence: str) -> NoReturn:
    """End the process before it serves anything, with `sentence` on standard error."""
    print(sentence, file=sys.stderr)  # noqa: T201
    raise SystemExit(1)


def read(name: str, reader: Callable[[], T], example: str) -> T:
    """Return the value of a variable, or end the process if it cannot be read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return reader()
    except (ImproperlyConfigured, ValueError, KeyError, TypeError, UserWarning):
        stop(f"{name} cannot be read. It should look like {example}")


def flag(name: str, *, default: bool) -> bool:
    """Return the value of a variable that is true or false."""
    text = env.str(name, default=str(default)).lower()
    if text not in ("true", "false"):
        stop(f"{name} cannot be read. It should look like true or false")
    return bool(text == "true")


def choice(name: str, choices: Sequence[str], *, default: str) -> str:
    """Return the value of a variable that is one of `choices`."""
    text: str = env.str(name, default=default)
    if text not in choices:
        stop(f"{name} cannot be read. It should look like {' or '.join(choices)}")
    return text


def number(name: str, default: int, least: int, most: int) -> int:
    """Return the value of a variable that is a whole number; both bounds are included."""
    text = env.str(name, default=str(default))
    if not (text.isascii() and text.isdecimal()) or not least <= int(text) <= most:
        stop(f"{name} cannot be read. It should be a number from {least} to {most}")
    return int(text)


def secret_key(*, debug: bool) -> str:
    """Return SECRET_KEY, which only a development machine can do without."""
    key: str = env.str("SECRET_KEY", default="")
    if not key and debug:
        return "only-for-development-never-for-a-server-that-others-can-reach"
    if not key:
        stop("SECRET_KEY is not set. Give the portal a long random value that stays the same.")
    return key


def database() -> dict[str, Any]:
    """Return Django's settings of the database at DATABASE_URL."""
    default = f"sqlite:///{VAR / 'portal.sqlite3'}"
    example = "postgres://user:password@host:5432/name or sqlite:////absolute/path.sqlite3"
    config: dict[str, Any] = read(
        "DATABASE_URL", lambda: env.db_url("DATABASE_URL", default=default), example
    )
    if config.get("ENGINE") == "django.db.backends.sqlite3":
        # IMMEDIATE: two editors who save at once queue instead of failing half-way.
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": SECONDS_FOR_A_LOCK,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    elif config.get("ENGINE") == "django.db.backends.postgresql":
        # The folder of a socket, as PostgreSQL's own tools write it.
        config["HOST"] = unquote(config["HOST"])
        # One for each request of staff, of which there are few at once. Visitors need none.
        config["OPTIONS"] = {
            "connect_timeout": 3,
            "keepalives_idle": 10,
            "keepalives_interval": 5,
            "keepalives_count": 2,
            "tcp_user_timeout": 10_000,
            "options": f"-c lock_timeout={SECONDS_FOR_A_LOCK}s",
        } | config.get("OPTIONS", {})
    else:
        stop(f"DATABASE_URL cannot be read. It should look like {example}")
    return config


def cache() -> dict[str, Any]:
    """Return Django's settings of the cache at CACHE_URL."""
    url = env.str("CACHE_URL", default="locmem://")
    if url == "locmem://":
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    if url.startswith(("redis://", "rediss://", "unix://")):
        return {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": url,
            "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
        }
    stop("CACHE_URL cannot be read. It should look like redis://host:6379/0 or locmem://")

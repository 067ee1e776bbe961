from __future__ import annotations

from threading import Event

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher

from portal import hashing


def test_hash_is_the_one_that_django_makes():
    ours = hashing.LowPriorityPBKDF2().encode("password", "salt", 10)

    assert ours == PBKDF2PasswordHasher().encode("password", "salt", 10)
    assert PBKDF2PasswordHasher().verify("password", ours)


def test_third_login_at_once_is_told_to_try_again():
    busy = Event()
    first = hashing._thread.submit(busy.wait, 60)
    places = [hashing._places.acquire(blocking=False) for _ in range(2)]

    with pytest.raises(hashing.TooManyLogins):
        hashing.LowPriorityPBKDF2().encode("password", "salt", 10)

    busy.set()
    first.result()
    for _ in places:
        hashing._places.release()


def test_login_that_waits_too_long_is_told_to_try_again(monkeypatch):
    monkeypatch.setattr(hashing, "_SECONDS_AT_MOST", 0)
    busy = Event()
    first = hashing._thread.submit(busy.wait, 60)

    with pytest.raises(hashing.TooManyLogins):
        hashing.LowPriorityPBKDF2().encode("password", "salt", 10)

    busy.set()
    first.result()

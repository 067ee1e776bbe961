"""Codes that change every half minute: RFC 6238's examples, in the six digits of apps."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from support.second_factor import totp

KEY = b"12345678901234567890"


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1111111111, "050471"),
        (1234567890, "005924"),
        (2000000000, "279037"),
        (20000000000, "353130"),
    ],
)
def test_codes_are_those_of_the_standard(seconds, code):
    assert totp.code(KEY, seconds // 30) == code


@pytest.mark.parametrize(
    ("second", "step"), [(299, None), (300, 11), (330, 11), (389, 11), (390, None)]
)
def test_code_is_taken_half_a_minute_early_and_late(second, step):
    code = totp.code(KEY, 11)
    instant = datetime.fromtimestamp(second, UTC)

    assert totp.step_of(KEY, code, instant) == step


@pytest.mark.parametrize("typed", ["", "28708", "2870820", "１２３", "abcdef"])
def test_what_is_no_code_is_refused(typed):
    assert totp.step_of(KEY, typed, datetime.fromtimestamp(59, UTC)) is None


def test_address_has_key_and_whose_it_is():
    assert totp.address(KEY, "support.example:8000", "anna b") == (
        "otpauth://totp/support.example%3A8000:anna%20b"
        "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=support.example%3A8000"
    )

"""A sample of what `make prove` compares with brute force."""

import pytest

from tests.proof.brute_force import compare


@pytest.mark.parametrize("seed", range(12))
def test_random_hours_are_what_brute_force_finds(seed):
    assert compare(seed).differences == []

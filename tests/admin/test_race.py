"""Two editors press Save at the same instant; `python -m tests.races` tries it a thousand times."""

from __future__ import annotations

import pytest

from tests.races.race import Race

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_two_who_save_at_once_one_is_warned(initial_data, admin_user):
    race = Race(admin_user)

    assert [race.run(number).trouble for number in range(5)] == [""] * 5

"""docs/permissions.md is true: every address of the admin is tried in every role."""

from __future__ import annotations

import pytest

from tests.admin.addresses import MONDAY, addresses, make_rows
from tests.admin.permission_table import read_table
from tests.admin.walk import ROLES, ROLES_WITH_OTHER_ROWS, Walk, make_staff

pytestmark = pytest.mark.django_db

# Of about the same size, so that no process is left with all that is left.
SECTIONS = [
    "/admin/support/department/",
    "/admin/support/specialhours/",
    "/admin/support/closure/",
    "/admin/support/staffquestion/",
    "/admin/support/",
    "/admin/conversations/",
    "/admin/auth/",
    "/admin/",
]


@pytest.fixture
def staff_and_rows(initial_data, settings, clock) -> None:
    clock.stop_at(MONDAY)
    # What a session remembers in the cache would outlast the changes that are taken back.
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.db"
    make_staff()
    make_rows()


@pytest.fixture
def roles(request) -> list[str]:
    """Everybody; on a second database those who ask it for something else than the others do."""
    return ROLES_WITH_OTHER_ROWS if request.config.option.asks_database else ROLES


def section(address: str) -> str:
    return next(start for start in SECTIONS if address.startswith(start))


@pytest.mark.parametrize("start", SECTIONS)
def test_everybody_may_do_what_the_table_says_and_no_more(staff_and_rows, roles, start):
    walk = Walk(roles)
    seen = {
        address.shown: walk.outcomes(address)
        for address in addresses()
        if section(address.shown) == start
    }

    assert seen == {
        shown: {role: told[role] for role in roles}
        for shown, told in read_table().items()
        if section(shown) == start
    }

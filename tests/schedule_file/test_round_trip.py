"""Out and in and out again gives the same bytes, whatever staff have written."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support.directory.revision import current_revision
from support.management.commands.load_initial_data import INITIAL_DATA
from support.rows.dry_run import dry_run
from support.schedule_file import apply_import, plan_import, read_file, stored_configuration, write
from support.schedule_file.toml import assignment
from tests.schedule_file.configurations import CHARACTERS, configurations

in_one_database = settings(
    max_examples=10,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@given(st.text(CHARACTERS))
def test_text_is_read_as_it_was_written(text):
    assert tomllib.loads(assignment("text", text)) == {"text": text}


@given(configurations())
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
def test_file_that_is_read_is_written_with_the_same_bytes(configuration):
    file = write(configuration)

    assert write(read_file(file.encode())) == file


@given(before=configurations(), after=configurations())
@in_one_database
def test_import_makes_the_rows_equal_to_the_file(db, before, after):
    file = write(after).encode()
    with dry_run():
        apply_import(read_file(write(before).encode()))

        apply_import(read_file(file))

        assert write(stored_configuration()).encode() == file
        assert plan_import(read_file(file)).changes == []


@given(configurations())
@in_one_database
def test_import_of_what_is_there_changes_nothing(db, configuration):
    file = write(configuration).encode()
    with dry_run():
        apply_import(read_file(file))
        revision = current_revision()

        apply_import(read_file(file))

        assert current_revision() == revision


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_mark_of_an_editor_do_no_harm(initial_data, line_end, mark):
    file = write(stored_configuration()).encode()

    assert plan_import(read_file(mark + file.replace(b"\n", line_end))).changes == []


def test_shipped_data_comes_out_as_it_is_written(initial_data):
    lines = write(stored_configuration()).splitlines()
    shipped = INITIAL_DATA.read_text("utf-8").splitlines()

    assert lines[6:] == shipped[6:]

"""What `make prove` prints and how it ends; what it compares is sampled by other tests here."""

from collections import Counter

from tests.proof.__main__ import report
from tests.proof.progress import with_progress
from tests.proof.tally import Tally, total


def test_proof_passes_where_nothing_differs(capsys):
    same = Tally(Counter(zones=598, minutes=1_234_567), [])
    assert report(same, same, same) == 0
    assert "1,234,567" in capsys.readouterr().out


def test_proof_fails_and_names_the_case_where_anything_differs(capsys):
    same, other = Tally(Counter(), []), Tally(Counter(), ["state of “Mo 10:00-18:00”"])
    assert report(other, same, same) == 1
    assert report(same, other, same) == 1
    assert report(same, same, other) == 1
    assert "state of “Mo 10:00-18:00”" in capsys.readouterr().out


def test_tallies_add_up():
    one, other = Tally.empty(), Tally.empty()
    one.check(True, "case 1")
    other.check(False, "case 2")
    assert total([one, other]) == Tally(Counter(comparisons=2), ["case 2"])


def test_progress_hands_on_everything_and_prints_a_line_per_tenth(capsys):
    assert list(with_progress("Comparing", range(40), 40)) == list(range(40))
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 11
    assert lines[-1].startswith("Comparing 100 %")

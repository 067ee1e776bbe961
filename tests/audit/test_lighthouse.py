"""A failure of Lighthouse itself is tried once more, and is no score of a page."""

from __future__ import annotations

import json

from tests.audit.lighthouse import Failure, Request, Scores, judge, read
from tests.audit.look import Findings
from tests.audit.table import Seen, print_table

ONE = Request("http://127.0.0.1/en/contact/", 0, "light")
OTHER = Request("http://127.0.0.1/ja/contact/", 0, "dark")
GOOD = Scores(100, 100, 100, 100, ())
SLOW = Scores(90, 100, 100, 100, ())
NO_TRACE = Failure("no score for performance: No navigation start in the trace")


class Lighthouse:
    """Give the answers that it was made with, run by run, and remember what it was asked."""

    def __init__(self, *runs):
        self._runs = list(runs)
        self.asked = []

    def __call__(self, requests):
        self.asked.append(requests)
        return self._runs.pop(0)


def seen(lighthouse):
    return Seen("/en/contact/", "open", "light", Findings(), lighthouse)


def test_failure_is_tried_once_more():
    lighthouse = Lighthouse([GOOD, NO_TRACE], [GOOD])

    assert judge(lighthouse, [ONE, OTHER]) == [GOOD, GOOD]
    assert lighthouse.asked == [[ONE, OTHER], [OTHER]]


def test_second_failure_stays_a_failure_and_is_no_score():
    assert judge(Lighthouse([NO_TRACE, GOOD], [NO_TRACE]), [ONE, OTHER]) == [NO_TRACE, GOOD]


def test_slow_page_is_judged_by_the_middle_of_three_runs():
    lighthouse = Lighthouse([SLOW, GOOD], [GOOD, GOOD])

    assert judge(lighthouse, [ONE, OTHER]) == [GOOD, GOOD]
    assert lighthouse.asked[1] == [ONE, ONE]


def test_failure_while_a_slow_page_is_tried_again_costs_no_points():
    assert judge(Lighthouse([SLOW], [NO_TRACE, SLOW]), [ONE]) == [SLOW]


def test_line_without_scores_is_a_failure_and_so_is_a_line_that_never_came():
    scores = {"performance": 98, "accessibility": 100, "best-practices": 96, "seo": 100}
    lines = [
        json.dumps({"scores": scores, "short": ["Page lacks a title"]}),
        json.dumps({"failure": "Target closed"}),
    ]

    assert read("\n".join(lines), 3) == [
        Scores(98, 100, 96, 100, ("Page lacks a title",)),
        Failure("Target closed"),
        Failure("Lighthouse has ended before its time."),
    ]


def test_table_tells_of_the_failure_and_counts_no_page_at_0(capsys):
    assert print_table([seen(NO_TRACE), seen(GOOD)]) is False

    told = capsys.readouterr().out
    assert "✗" not in told
    assert (
        "Lighthouse failed twice, which says nothing of the page: "
        "no score for performance: No navigation start in the trace\n"
        "    /en/contact/ open light\n"
    ) in told


def test_page_that_lighthouse_never_judged_has_no_score_in_the_table(capsys):
    print_table([seen(NO_TRACE)])

    row = capsys.readouterr().out.splitlines()[3]
    assert [cell.strip() for cell in row.split("|")][1:8] == [
        "/en/contact/",
        "0",
        "0",
        "–",
        "–",
        "–",
        "–",
    ]


def test_low_score_is_marked(capsys):
    assert print_table([seen(SLOW)]) is False
    assert "90 ✗" in capsys.readouterr().out

"""The response time: what is counted, what is told, and that it is what one would count by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.test import Client
from hypothesis import example, given
from hypothesis import strategies as st

from support.conversations import handling, writing
from support.conversations.models import Conversation
from support.conversations.open_time import Span, open_seconds, open_seconds_of_each
from support.conversations.response_time.measure import Figures, figures_of, response_times
from support.directory import Directory
from tests import factories
from tests.conversations.staff.conftest import MONDAY_10_05, answerer, question, signed_in

MINUTE = timedelta(minutes=1)
SATURDAY = datetime(2026, 11, 28, 3, 0, tzinfo=UTC)


def answer(conversation: Conversation, directory: Directory, at: datetime = MONDAY_10_05) -> None:
    conversation.refresh_from_db()
    writing.write_as_staff(
        conversation, "A", f"{at}", answerer(f"{conversation.pk}").pk, directory, at
    )


def test_weekend_counts_35_minutes(sales: Directory) -> None:
    answer(question(sales), sales)
    (time,) = response_times(sales, MONDAY_10_05)
    assert (time.department, time.language) == ("sales", "ja")
    assert time.figures == Figures(1)
    assert time.is_open_time


def test_enough_answers_have_figures(sales: Directory) -> None:
    for _ in range(20):
        answer(question(sales), sales)
    (time,) = response_times(sales, MONDAY_10_05)
    assert time.figures == Figures(20, 2100, 2100, 2100)


def test_figures_are_those_counted_by_hand() -> None:
    assert figures_of(range(1, 21)) == Figures(20, 10, 10, 18)
    assert figures_of([*range(1, 20), 1_000, 2_000]) == Figures(21, 152, 11, 19)
    assert figures_of([1] * 19) == Figures(19)


def test_answer_outside_the_hours_is_a_number_of_its_own(sales: Directory) -> None:
    answer(question(sales), sales, SATURDAY)
    (time,) = response_times(sales, MONDAY_10_05)
    assert (time.figures.count, time.outside) == (0, 1)


def test_language_without_hours_is_counted_on_the_wall(sales: Directory) -> None:
    for _ in range(20):
        answer(question(sales, MONDAY_10_05, language="de"), sales, MONDAY_10_05 + 7 * MINUTE)
    (time,) = response_times(sales, MONDAY_10_05 + 7 * MINUTE)
    assert not time.is_open_time
    assert time.figures.average == 420


def test_what_waits_still_is_told_with_the_longest(sales: Directory) -> None:
    question(sales)
    question(sales, MONDAY_10_05)
    (time,) = response_times(sales, MONDAY_10_05)
    assert time.waiting == 2
    assert time.longest.seconds == 35 * 60


def test_conversation_that_is_handed_over_counts_for_who_answers(sales: Directory) -> None:
    conversation = question(sales)
    user_id = answerer().pk
    handling.hand_over(conversation, "finance", "en", user_id, "h", sales, MONDAY_10_05)
    answer(conversation, sales, MONDAY_10_05 + 10 * MINUTE)
    (time,) = response_times(sales, MONDAY_10_05 + 10 * MINUTE)
    assert (time.department, time.language) == ("finance", "en")
    assert conversation.waits.get().open_seconds == 45 * 60


def test_closing_without_an_answer_is_no_response(sales: Directory) -> None:
    handling.close(question(sales), answerer().pk, "c", sales, MONDAY_10_05)
    assert response_times(sales, MONDAY_10_05) == []


def test_answer_of_somebody_who_has_left_still_counts(sales: Directory) -> None:
    conversation = question(sales)
    answer(conversation, sales)
    conversation.waits.get().answered_by.delete()
    assert response_times(sales, MONDAY_10_05)[0].figures.count == 1


def test_what_was_answered_long_ago_is_not_told(sales: Directory) -> None:
    answer(question(sales), sales)
    assert response_times(sales, MONDAY_10_05 + timedelta(days=91)) == []


def test_visitors_read_the_definition_and_no_figure_of_few(sales: Directory, clock) -> None:
    clock.stop_at(MONDAY_10_05.isoformat())
    answer(question(sales), sales)
    response = Client().get("/en/response-time/")
    assert response.status_code == 200
    assert "ends with the first answer from a person" in response.text
    assert "There aren’t enough answers yet." in response.text


def test_visitors_read_a_figure_beside_how_many_and_since_when(sales: Directory, clock) -> None:
    clock.stop_at(MONDAY_10_05.isoformat())
    for _ in range(20):
        answer(question(sales), sales)
    text = Client().get("/en/response-time/").text
    assert "35 minutes" in text
    assert "From 1 September 2026 to 30 November 2026" in text
    assert "<dt>Answers</dt><dd>20</dd>" in text


def test_staff_see_those_of_their_departments(sales: Directory, clock) -> None:
    clock.stop_at(MONDAY_10_05.isoformat())
    answer(question(sales), sales)
    address = "/admin/conversations/response-times/"
    assert "Sales" in signed_in(answerer("all")).get(address).text
    rows = signed_in(answerer("finance", "finance")).get(address).context["rows"]
    assert rows == []


HOURS = st.sampled_from(
    [
        "MO,TU,WE,TH,FR 10:00-18:00 Asia/Tokyo",
        "FR,SA 22:30-02:15 Europe/Berlin",
        "MO,SU 00:00-24:00 America/New_York",
        "TU,SA 01:30-03:30 Europe/Berlin",
    ]
)
# Around the end of summer time in Europe and in America.
MINUTES = st.integers(0, 60 * 24 * 16)
BEGINNING = datetime(2026, 10, 20, tzinfo=UTC)


@given(st.lists(HOURS, min_size=1, max_size=3, unique=True), MINUTES, st.integers(0, 60 * 24 * 4))
@example(["TU,SA 01:30-03:30 Europe/Berlin"], 60 * 24 * 4, 60 * 24 * 2)
def test_open_time_is_what_counting_minute_by_minute_gives(
    hours: list[str], first: int, length: int
) -> None:
    served = factories.served("en", *hours)
    directory = factories.directory(factories.department_entry("desk", served))
    since = BEGINNING + first * MINUTE
    until = since + length * MINUTE
    counted = sum(served.timetable.is_open(since + n * MINUTE) for n in range(length))
    assert open_seconds(directory, "desk", "en", since, until) == counted * 60


@given(st.lists(HOURS, min_size=1, max_size=2, unique=True), st.lists(MINUTES, max_size=5))
def test_open_time_of_several_is_that_of_each(hours: list[str], minutes: list[int]) -> None:
    served = factories.served("en", *hours)
    directory = factories.directory(factories.department_entry("desk", served))
    until = BEGINNING + timedelta(days=16)
    spans = [Span("desk", "en", BEGINNING + n * MINUTE) for n in minutes]
    one_by_one = [open_seconds(directory, *span, until) for span in spans]
    assert open_seconds_of_each(directory, spans, until) == one_by_one

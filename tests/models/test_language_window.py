from __future__ import annotations

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from support.models import Department, LanguageWindow
from support.schedule import parse_weekdays
from tests import factories

pytestmark = pytest.mark.django_db

WEEKDAYS = parse_weekdays("MO,TU,WE,TH,FR")


@pytest.fixture
def sales() -> Department:
    return factories.department("sales")


@pytest.fixture
def window(sales):
    def build(**fields):
        return LanguageWindow(
            **{
                "department": sales,
                "language": "ja",
                "weekdays": WEEKDAYS,
                "opens": time(10),
                "closes": time(18),
                "zone": "Asia/Tokyo",
            }
            | fields
        )

    return build


def messages(window):
    with pytest.raises(ValidationError) as caught:
        window.full_clean()
    return caught.value.message_dict


def test_weekdays_can_be_read_in_the_database(window):
    window().save()

    with connection.cursor() as cursor:
        cursor.execute("SELECT weekdays FROM support_languagewindow")
        assert cursor.fetchone() == ("MO,TU,WE,TH,FR",)


def test_weekdays_come_back_as_a_set(window):
    window().save()

    assert LanguageWindow.objects.get().weekdays == WEEKDAYS


def test_language_tag_is_kept_in_its_usual_case(window):
    row = window(language="PT_br")
    row.full_clean()

    assert row.language == "pt-BR"


def test_unknown_language_is_named(window):
    assert messages(window(language="xq")) == {
        "language": ["“xq” isn’t a language tag. Use a tag such as ja, pt or pt-BR."]
    }


def test_unknown_zone_is_named(window):
    assert messages(window(zone="Asia/Tokio")) == {
        "zone": ["“Asia/Tokio” isn’t a time zone. Use a name such as Asia/Tokyo or UTC."]
    }


def test_window_without_weekdays_is_refused(window):
    assert messages(window(weekdays=frozenset())) == {"weekdays": ["Tick at least one weekday."]}


def test_validity_that_ends_before_it_starts_is_refused_beside_its_end(window):
    row = window(valid_from=date(2026, 12, 1), valid_through=date(2026, 11, 30))

    assert messages(row)["valid_through"] == ["The last valid day can’t be before the first."]


def test_overlap_names_the_hours_that_are_there(window):
    window().save()

    assert messages(window(opens=time(17), closes=time(20))) == {
        "__all__": [
            "These hours overlap with Mon–Fri 10:00–18:00 Asia/Tokyo. Change one of them, or "
            "combine the two."
        ]
    }


def test_sunday_night_overlaps_monday_morning(window):
    window(weekdays=parse_weekdays("SU"), opens=time(22), closes=time(6)).save()

    assert "__all__" in messages(window(weekdays=parse_weekdays("MO"), opens=time(5)))


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"language": "en"}, id="another language"),
        pytest.param({"zone": "Europe/London"}, id="another zone"),
        pytest.param({"opens": time(18), "closes": time(20)}, id="touching"),
        pytest.param({"weekdays": parse_weekdays("SA")}, id="another day"),
        pytest.param({"valid_from": date(2027, 1, 1)}, id="valid afterwards"),
    ],
)
def test_windows_that_do_not_share_time_may_both_be_there(window, fields):
    window(valid_through=date(2026, 12, 31)).save()

    window(**fields).full_clean()


def test_window_does_not_overlap_itself(window):
    row = window()
    row.save()

    row.full_clean()


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"weekdays": ""}, id="no weekdays"),
        pytest.param(
            {"valid_from": date(2026, 12, 1), "valid_through": date(2026, 11, 30)},
            id="validity turned around",
        ),
    ],
)
def test_database_refuses_what_no_form_has_seen(window, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        window(**fields).save()


@pytest.mark.parametrize(
    "validity", [{}, {"valid_from": date(2026, 1, 1), "valid_through": date(2026, 12, 31)}]
)
def test_database_refuses_the_same_window_twice(window, validity):
    window(**validity).save()

    with pytest.raises(IntegrityError), transaction.atomic():
        window(**validity).save()


def test_midnight_becomes_the_end_of_the_day_in_the_engine(window):
    row = window(opens=time(14), closes=time(0), zone="UTC")

    assert (row.window.opens, row.window.length) == (14 * 60, 10 * 60)

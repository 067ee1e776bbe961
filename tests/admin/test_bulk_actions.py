"""Actions for the departments that are ticked in the list."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.urls import reverse

from support.directory.revision import current_revision
from support.models import Channel, Department, LanguageWindow, SpecialHours, StaffProfile
from support.schedule import parse_weekdays
from tests import factories
from tests.admin.form import read_form

pytestmark = pytest.mark.django_db

LIST = reverse("admin:support_department_changelist")

NOTHING_IS_SAVED = "Preview (nothing saved yet)"


@pytest.fixture(autouse=True)
def monday(clock):
    clock.stop_at("2026-11-23T05:00:00+00:00")


class BulkAction:
    def __init__(self, client, action):
        self.client = client
        self.action = action

    def post(self, slugs, **typed):
        keys = [str(row.pk) for row in Department.objects.filter(slug__in=slugs)]
        return self.client.post(LIST, {"action": self.action, "_selected_action": keys} | typed)

    def preview(self, slugs, **typed):
        return self.post(slugs, _preview="Preview", **typed)

    def confirm(self, response, **typed):
        """What “Save” on the page of the preview sends."""
        form = read_form(response, "bulk-action")
        return self.client.post(LIST, form | {"_apply": "Save"} | typed)


@pytest.fixture
def closing(staff_client, initial_data):
    return BulkAction(staff_client, "close_on_date")


@pytest.fixture
def copying(staff_client, initial_data):
    return BulkAction(staff_client, "copy_language")


@pytest.fixture
def shifting(staff_client, initial_data):
    return BulkAction(staff_client, "shift_windows")


def body(response):
    return response.content.decode()


def windows(slug, language):
    rows = LanguageWindow.objects.filter(department__slug=slug, language=language).order_by("pk")
    return [str(row) for row in rows]


CHRISTMAS = {"first_day": "2026-12-24", "last_day": "2026-12-26", "reason": "Christmas"}


def test_action_asks_before_it_does_anything(closing):
    page = body(closing.post(["sales", "finance"]))

    assert "Close on a date" in page
    assert "Sales and Finance" in page
    assert 'name="_apply"' not in page
    assert "errornote" not in page


def test_closing_is_previewed_and_not_saved(closing):
    revision = current_revision()

    page = body(closing.preview(["sales", "finance"], **CHRISTMAS))

    assert NOTHING_IS_SAVED in page
    assert "<h3>Finance</h3>" in page
    assert "<strong>Japanese</strong>: removes 16 hours" in page
    assert 'value="2026-12-26"' in page
    assert 'value="Christmas"' in page
    assert not SpecialHours.objects.exists()
    assert current_revision() == revision
    assert not LogEntry.objects.exists()


def test_departments_are_closed_on_the_days_once_it_is_confirmed(closing):
    response = closing.confirm(closing.preview(["sales", "finance"], **CHRISTMAS))

    rows = list(SpecialHours.objects.order_by("department__position"))
    assert response.status_code == 302
    assert [(row.department.slug, row.effect, row.languages) for row in rows] == [
        ("sales", "closed", ()),
        ("finance", "closed", ()),
    ]
    assert (rows[0].first_day, rows[0].last_day) == (date(2026, 12, 24), date(2026, 12, 26))
    assert (rows[0].reason_en, rows[0].reason_ja) == ("Christmas", None)
    assert LogEntry.objects.count() == 2
    assert "Close on a date: Sales and Finance" in body(closing.client.get(LIST))


def test_one_language_is_closed_on_one_day(closing):
    closing.confirm(closing.preview(["sales"], first_day="2026-12-24", languages="ja"))

    row = SpecialHours.objects.get()
    assert (row.languages, row.first_day, row.last_day) == (
        ("ja",),
        date(2026, 12, 24),
        date(2026, 12, 24),
    )


def test_every_contradiction_is_named_with_its_department(closing):
    factories.as_usual_on(
        "2026-12-25/2026-12-28", department=Department.objects.get(slug="sales"), language="ja"
    )

    response = closing.preview(["sales", "finance"], **CHRISTMAS, languages="ja")

    page = body(response)
    assert (
        "Sales: There is another entry for some of these days, departments and languages: "
        "25–28 Dec 2026" in page
    )
    assert ("Finance: Finance isn’t available in Japanese, so nothing would change there.") in page
    assert 'value="Christmas"' in page
    assert 'name="_apply"' not in page
    assert SpecialHours.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"first_day": ""}, "Enter a date."),
        ({"first_day": "2026-02-30"}, "“2026-02-30” isn’t a date we recognise"),
        (
            {"first_day": "2026-12-24", "last_day": "2026-12-01"},
            "The last day can’t be before the first",
        ),
        (
            {"first_day": "2026-12-24", "last_day": "2029-12-01"},
            "Special hours can’t last longer than a year.",
        ),
        ({"first_day": "2026-12-24", "languages": "xx"}, "Select a valid choice."),
    ],
)
def test_mistake_of_closing_is_shown_and_closes_nothing(closing, typed, expected):
    page = body(closing.preview(["sales"], **typed))

    assert expected in page
    assert not SpecialHours.objects.exists()


def test_language_is_copied_to_another(copying):
    LanguageWindow.objects.filter(department__slug="sales", language="ja").update(
        label_en="Tokyo", holidays="JP", confirmed_until="2027-01-01"
    )
    preview = copying.preview(["sales"], from_language="ja", to_language="Korean (ko)")

    assert "<strong>Korean</strong>: adds 156 hours" in body(preview)
    assert copying.confirm(preview).status_code == 302
    row = LanguageWindow.objects.get(language="ko")
    assert str(row) == "Korean: Mon–Fri 10:00–18:00 Asia/Tokyo · except public holidays (Japan)"
    assert (row.label_en, row.holidays, row.confirmed_until) == ("Tokyo", "JP", None)
    assert windows("sales", "ja") == [
        "Japanese: Mon–Fri 10:00–18:00 Asia/Tokyo · except public holidays (Japan)"
    ]


def test_copy_does_not_add_to_windows_that_are_there(copying):
    page = body(copying.preview(["sales"], from_language="ja", to_language="de"))

    assert "Sales: there are already windows in German." in page
    assert 'name="_apply"' not in page


def test_windows_that_are_there_are_replaced_if_asked_to(copying):
    typed = {"from_language": "ja", "to_language": "de", "replace": "on"}

    copying.confirm(copying.preview(["sales"], **typed))

    assert windows("sales", "de") == ["German: Mon–Fri 10:00–18:00 Asia/Tokyo"]


def test_departments_without_the_language_stay_as_they_are(copying):
    finance = Department.objects.get(slug="finance")

    copying.confirm(copying.preview(["sales", "finance"], from_language="ja", to_language="ko"))

    assert windows("finance", "ko") == []
    finance.refresh_from_db()
    assert finance.edit_version == 0


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (
            {"from_language": "ja", "to_language": "Klingonese"},
            "“Klingonese” isn’t a language tag.",
        ),
        ({"from_language": "ja", "to_language": "ja"}, "Choose two different languages."),
        ({"from_language": "", "to_language": ""}, "This field is required."),
        ({"from_language": "ko", "to_language": "ja"}, "Select a valid choice."),
    ],
)
def test_mistake_of_copying_is_shown(copying, typed, expected):
    assert expected in body(copying.preview(["sales"], **typed))


def test_windows_are_shifted_on_their_own_clocks(shifting):
    preview = shifting.preview(["sales"], minutes="30")

    assert "<strong>Japanese</strong>: adds 10 hours, removes 10 hours" in body(preview)
    assert shifting.confirm(preview).status_code == 302
    assert windows("sales", "ja") == ["Japanese: Mon–Fri 10:30–18:30 Asia/Tokyo"]
    assert windows("sales", "en") == ["English: Mon–Fri 00:30–00:30 UTC"]


def test_shift_past_midnight_moves_weekdays_and_validity(shifting):
    LanguageWindow.objects.filter(department__slug="sales", language="ja").update(
        opens=time(23), closes=time(2), valid_from="2026-11-23", valid_through="2026-12-31"
    )

    shifting.confirm(shifting.preview(["sales"], minutes="90", language="ja"))

    row = LanguageWindow.objects.get(department__slug="sales", language="ja")
    assert (row.opens, row.closes) == (time(0, 30), time(3, 30))
    assert row.weekdays == parse_weekdays("TU,WE,TH,FR,SA")
    assert (row.valid_from, row.valid_through) == (date(2026, 11, 24), date(2027, 1, 1))


def test_shift_to_before_midnight_moves_weekdays_back(shifting):
    shifting.confirm(shifting.preview(["sales"], minutes="-60", language="en"))

    row = LanguageWindow.objects.get(department__slug="sales", language="en")
    assert (row.opens, row.closes) == (time(23), time(23))
    assert row.weekdays == parse_weekdays("SU,MO,TU,WE,TH")


def test_windows_that_take_each_others_place_are_shifted(shifting):
    sales = Department.objects.get(slug="sales")
    for hour in (9, 10, 11):
        factories.window(sales, f"MO {hour}:00-{hour + 1}:00 UTC", language="da")

    shifting.confirm(shifting.preview(["sales"], minutes="60", language="da"))

    assert windows("sales", "da") == [
        "Danish: Mon 10:00–11:00 UTC",
        "Danish: Mon 11:00–12:00 UTC",
        "Danish: Mon 12:00–13:00 UTC",
    ]


def test_hours_round_the_clock_every_day_stay_as_they_are(shifting):
    shifting.confirm(shifting.preview(["customer-support"], minutes="60"))

    assert windows("customer-support", "en") == ["English: every day 00:00–24:00 UTC"]
    assert windows("customer-support", "pt") == ["Portuguese: Mon–Fri 10:00–11:00 UTC"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"minutes": ""}, "This field is required."),
        ({"minutes": "soon"}, "Enter a whole number."),
        ({"minutes": "0"}, "Moving by zero minutes wouldn’t change anything."),
        ({"minutes": "1440"}, "Ensure this value is less than or equal to 1439."),
        ({"minutes": "60", "language": "ko"}, "Select a valid choice."),
    ],
)
def test_mistake_of_shifting_is_shown(shifting, typed, expected):
    assert expected in body(shifting.preview(["sales"], **typed))


def test_department_without_windows_has_nothing_to_shift(shifting):
    page = body(shifting.preview(["beta-testing"], minutes="60"))

    assert "Beta testing: no windows in these languages." in page


def test_who_has_the_department_open_is_warned_what_was_shifted(shifting, desk):
    mine = desk.untouched()
    shifting.confirm(shifting.preview(["sales"], minutes="30", language="ja"))

    expected = body(desk.save(mine | {"windows-1-hours": ["10:00-17:00"]}))

    assert "Someone else changed this while you were editing." in expected
    moved = LanguageWindow.history.latest("history_id")
    assert (moved.history_type, moved.opens) == ("~", time(10, 30))


def test_only_what_was_previewed_is_saved(shifting):
    preview = shifting.preview(["sales"], minutes="30")

    response = shifting.confirm(preview, minutes="300")

    page = body(response)
    assert "This no longer matches the preview" in page
    assert "<strong>Japanese</strong>: adds 100 hours, removes 100 hours" in page
    assert windows("sales", "ja") == ["Japanese: Mon–Fri 10:00–18:00 Asia/Tokyo"]
    assert shifting.confirm(response).status_code == 302
    assert windows("sales", "ja") == ["Japanese: Mon–Fri 15:00–23:00 Asia/Tokyo"]


def test_what_somebody_else_saved_since_the_preview_is_shown_first(shifting, desk):
    preview = shifting.preview(["sales"], minutes="30", language="ja")
    desk.save(desk.open() | {"windows-1-hours": ["10:00-17:00"]})

    response = shifting.confirm(preview)

    assert "This no longer matches the preview" in body(response)
    assert windows("sales", "ja") == ["Japanese: Mon–Fri 10:00–17:00 Asia/Tokyo"]


def test_departments_of_others_are_refused_by_name(client, initial_data, django_user_model):
    editor = django_user_model.objects.create_user("editor", is_staff=True)
    names = ["view_department", "change_department", "add_specialhours"]
    editor.user_permissions.set(Permission.objects.filter(codename__in=names))
    profile = StaffProfile.objects.create(user=editor)
    profile.departments.set(Department.objects.filter(slug="finance"))
    client.force_login(editor)
    client.cookies["language"] = "en"
    shifting = BulkAction(client, "shift_windows")

    response = shifting.preview(["sales", "finance"], minutes="30")

    assert response.status_code == 302
    assert "you don’t have permission to change the hours of Sales." in body(client.get(LIST))
    assert NOTHING_IS_SAVED in body(shifting.preview(["finance"], minutes="30"))


@pytest.mark.parametrize("action", ["close_on_date", "copy_language", "shift_windows"])
def test_who_may_only_look_has_no_bulk_action(client, initial_data, django_user_model, action):
    viewer = django_user_model.objects.create_user("viewer", is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename="view_department"))
    client.force_login(viewer)

    response = BulkAction(client, action).preview(["sales"], minutes="30", first_day="2026-12-24")

    assert NOTHING_IS_SAVED not in body(client.get(LIST))
    assert response.status_code in (200, 302)
    assert not SpecialHours.objects.exists()
    assert windows("sales", "ja") == ["Japanese: Mon–Fri 10:00–18:00 Asia/Tokyo"]


def test_page_of_an_action_asks_the_same_number_of_queries_for_more_departments(
    shifting, django_assert_max_num_queries
):
    shifting.post(["sales"])
    with django_assert_max_num_queries(21):
        shifting.post(["sales"])
    with django_assert_max_num_queries(21):
        shifting.post(["sales", "finance", "migrations"])


@pytest.fixture
def opening(staff_client, initial_data):
    return BulkAction(staff_client, "open_on_date")


@pytest.fixture
def observing(staff_client, initial_data):
    return BulkAction(staff_client, "set_holidays")


@pytest.fixture
def labelling(staff_client, initial_data):
    return BulkAction(staff_client, "set_label")


@pytest.fixture
def reaching(staff_client, initial_data):
    return BulkAction(staff_client, "set_channel")


A_SATURDAY = {"first_day": "2026-11-28", "what": "hours", "opens": "10-14", "zone": "UTC"}


def test_departments_are_open_on_a_saturday(opening):
    preview = opening.preview(["sales", "finance"], **A_SATURDAY, languages="en")
    assert "<strong>English</strong>: adds 4 hours" in body(preview)

    assert opening.confirm(preview).status_code == 302

    rows = SpecialHours.objects.order_by("department__position")
    assert [(row.department.slug, row.effect, row.opens, row.closes) for row in rows] == [
        ("sales", "hours", time(10), time(14)),
        ("finance", "hours", time(10), time(14)),
    ]


def test_who_has_these_hours_anyway_is_told(opening):
    sales = Department.objects.get(slug="sales")
    factories.hours_on("2026-11-28/2026-11-29", "10:00-14:00 UTC", department=sales, language="en")

    page = body(opening.preview(["sales"], **A_SATURDAY, languages="ja"))
    assert "Sales in English" not in page

    page = body(opening.preview(["sales"], **A_SATURDAY))
    assert "Sales in English: the hours on 28 Nov 2026 stay the same, because" in page


def test_department_without_set_hours_is_told(opening):
    page = body(opening.preview(["beta-testing"], **A_SATURDAY))

    assert "Beta testing in English: the hours on 28 Nov 2026 stay the same" in page


def test_windows_follow_public_holidays(observing):
    preview = observing.preview(["sales", "finance"], calendar="Japan (JP)", languages="ja")
    page = body(preview)
    assert "Sales: changes in Japanese." in page
    assert "Finance: no windows in these languages." in page

    assert observing.confirm(preview).status_code == 302

    stored = LanguageWindow.objects.filter(department__slug="sales").exclude(holidays="")
    assert [(row.language, row.holidays) for row in stored] == [("ja", "JP")]


def test_windows_that_follow_them_already_are_told(observing):
    LanguageWindow.objects.filter(language="ja").update(holidays="JP")

    page = body(observing.preview(["sales"], calendar="JP", languages="ja"))

    assert "Sales: already as you want it." in page


def test_clock_of_holidays_is_asked_for_where_it_is_in_doubt(observing):
    page = body(observing.preview(["sales"], calendar="US", languages="ja"))

    assert "Sales: There are several time zones there (United States)" in page


def test_windows_get_a_label_in_the_language_of_the_page(labelling):
    preview = labelling.preview(["sales"], label="Tokyo office", languages="ja")
    assert "Sales: changes in Japanese." in body(preview)

    labelling.confirm(preview)

    row = LanguageWindow.objects.get(department__slug="sales", language="ja")
    assert (row.label_en, row.label_ja or "") == ("Tokyo office", "")


def test_departments_get_a_channel(reaching):
    chat = Channel.objects.get(slug="website-chat")
    preview = reaching.preview(["sales", "finance"], channel=str(chat.pk), what="add")
    page = body(preview)
    assert f"Sales has “{chat}” already." in page
    assert f"Finance: “{chat}” is added." in page

    reaching.confirm(preview)

    assert set(chat.departments.values_list("slug", flat=True)) == {"sales", "finance"}


def test_departments_lose_a_channel(reaching):
    chat = Channel.objects.get(slug="website-chat")

    reaching.confirm(reaching.preview(["sales"], channel=str(chat.pk), what="remove"))

    assert not chat.departments.exists()


def test_who_may_not_change_channels_is_not_offered_it(client, initial_data, django_user_model):
    editor = django_user_model.objects.create_user("editor", is_staff=True)
    may = ["view_department", "change_department"]
    editor.user_permissions.add(*Permission.objects.filter(codename__in=may))
    client.force_login(editor, "django.contrib.auth.backends.ModelBackend")

    page = client.get(LIST).content.decode()

    assert 'value="set_label"' in page
    assert 'value="set_channel"' not in page


def test_shift_of_what_is_always_open_says_why_nothing_moves(shifting):
    page = body(shifting.preview(["customer-support"], minutes="60", language="en"))

    assert "Customer support: open 24 hours a day, every day, so nothing moves." in page


def test_copy_of_the_same_windows_says_so(copying):
    languages = {"from_language": "de", "to_language": "Dutch (nl)", "replace": "on"}

    page = body(copying.preview(["sales"], **languages))

    assert "No change in hours." in page
    assert "Sales: already as you want it." in page

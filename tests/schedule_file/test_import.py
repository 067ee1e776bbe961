"""An import makes the rows equal to the file, and touches none that is so already."""

from __future__ import annotations

from datetime import date, time

import pytest

from support.directory.revision import current_revision, current_token
from support.models import (
    Channel,
    Closure,
    Department,
    LanguageWindow,
    Organization,
    Product,
    SpecialHours,
)
from support.schedule_file import (
    ConcurrentEdit,
    apply_import,
    plan_import,
    read_file,
    stored_configuration,
    write,
)
from tests import factories

JAPANESE = """\
[[departments.windows]]
language = "ja"
weekdays = "MO,TU,WE,TH,FR"
hours = "10:00-18:00"
zone = "Asia/Tokyo"

"""


@pytest.fixture
def file(initial_data) -> str:
    return write(stored_configuration())


def imported(file: str):
    return apply_import(read_file(file.encode()))


def of_sales(language: str) -> LanguageWindow:
    return LanguageWindow.objects.get(department__slug="sales", language=language)


def test_what_is_there_already_is_not_touched(file):
    before = current_revision()

    assert imported(file).changes == []
    assert current_revision() == before


def test_window_with_other_hours_is_the_same_row_and_the_others_stay(file):
    before = of_sales("ja")
    versions = dict(Department.objects.values_list("slug", "edit_version"))
    start = file.index('slug = "sales"')

    imported(file[:start] + file[start:].replace("10:00-18:00", "10:00-15:00", 1))

    assert of_sales("ja").pk == before.pk
    assert of_sales("ja").closes == time(15)
    assert dict(Department.objects.values_list("slug", "edit_version")) == versions | {
        "sales": versions["sales"] + 1
    }


def test_window_that_is_not_in_the_file_is_deleted(file):
    start = file.index('slug = "sales"')

    imported(file[:start] + file[start:].replace(JAPANESE, "", 1))

    assert not LanguageWindow.objects.filter(department__slug="sales", language="ja").exists()
    assert LanguageWindow.objects.count() == 20


def test_window_that_comes_back_stands_where_it_stood(file):
    of_sales("ja").delete()

    imported(file)

    assert write(stored_configuration()) == file


def test_window_made_last_leaves_the_others_untouched(file):
    keys = set(LanguageWindow.objects.values_list("pk", flat=True))
    end = file.index("[[channels]]")

    imported(file[:end] + JAPANESE.replace('"ja"', '"da"') + file[end:])

    assert LanguageWindow.objects.get(language="da").department.slug == "affiliates"
    assert keys < set(LanguageWindow.objects.values_list("pk", flat=True))


def test_windows_that_change_places_keep_their_content(file):
    file = file.replace("Europe/London", "aside").replace("Asia/Singapore", "Europe/London")

    imported(file.replace("aside", "Asia/Singapore"))

    assert write(stored_configuration()) == file.replace("aside", "Asia/Singapore")


def test_department_that_is_not_in_the_file_goes_with_all_that_belongs_to_it(file):
    factories.closed_on("2026-12-24", department=Department.objects.get(slug="affiliates"))
    start = file.index('[[departments]]\nslug = "affiliates"')
    file = file[:start] + file[file.index("[[channels]]") :]

    imported(file.replace('departments = ["affiliates"]\n', ""))

    assert not Department.objects.filter(slug="affiliates").exists()
    assert not SpecialHours.objects.exists()
    assert not Channel.objects.get(slug="affiliates-email").departments.exists()


def test_product_goes_with_the_organisation_that_names_it(file):
    start, end = file.index("[organization]"), file.index("[[audiences]]")

    imported(file[:start] + file[end:])

    assert not Organization.objects.exists()
    assert not Product.objects.exists()


def test_special_hours_and_closures_come_with_all_their_fields(file):
    imported(
        file
        + """
[[special_hours]]
department = "sales"
language = "ja"
first_day = 2026-12-24
last_day = 2026-12-26
weekdays = "TH,SA"
effect = "hours"
hours = "10:00-24:00"
zone = "Asia/Tokyo"
reason.en = "Christmas"

[[closures]]
starts = 2026-12-24T15:00:00
ends = 2026-12-25T00:00:00
zone = "UTC"
"""
    )

    special, closure = SpecialHours.objects.get(), Closure.objects.get()
    assert (special.department.slug, special.languages) == ("sales", ("ja",))
    assert str(special) == "24–26 Dec 2026 (Thu and Sat) · Other hours: 10:00–24:00 Asia/Tokyo"
    assert (special.opens, special.closes, special.zone) == (time(10), time(0), "Asia/Tokyo")
    assert (special.reason_en, special.edit_version) == ("Christmas", 0)
    assert closure.department is None
    assert (closure.starts_on, closure.starts_at) == (date(2026, 12, 24), time(15))
    assert (closure.ends_on, closure.ends_at) == (date(2026, 12, 25), time(0))


def test_fields_that_only_some_windows_have_come_and_go(file):
    stated = JAPANESE.rstrip() + (
        '\nvalid_from = 2026-12-01\nvalid_through = 2027-01-31\nholidays = "JP"\n'
        'confirmed_until = 2027-03-31\nlabel.ja = "冬の時間"\n\n'
    )
    imported(file.replace(JAPANESE, stated))
    row = of_sales("ja")
    assert (row.valid_from, row.valid_through) == (date(2026, 12, 1), date(2027, 1, 31))
    assert (row.holidays, row.confirmed_until) == ("JP", date(2027, 3, 31))
    assert row.label_ja == "冬の時間"

    imported(file)

    row.refresh_from_db()
    assert (row.valid_from, row.holidays, row.confirmed_until) == (None, "", None)
    assert not row.label_ja


def test_order_of_departments_is_that_of_the_file(file):
    start, sales = file.index("[[departments]]"), file.index('[[departments]]\nslug = "sales"')
    migrations = file.index('[[departments]]\nslug = "migrations"')
    file = file[:start] + file[sales:migrations] + file[start:sales] + file[migrations:]

    imported(file)

    assert Department.objects.first().slug == "sales"
    assert [row.position for row in Department.objects.all()] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_what_would_change_is_told_in_words(file):
    start = file.index('slug = "sales"')
    changed = (
        file[start:].replace("10:00-18:00", "10:00-24:00", 1).replace("営業部門", "販売部門", 1)
    )

    (change,) = plan_import(read_file((file[:start] + changed).encode())).changes

    assert change.row.title == "Sales (sales)"
    assert [(f.label, f.before, f.after, f.language) for f in change.row.fields] == [
        ("Name · 日本語", "営業部門", "販売部門", "ja")
    ]
    (window,) = change.children
    assert window.title == "Japanese: Mon–Fri 10:00–18:00 Asia/Tokyo"
    assert [(f.label, f.before, f.after) for f in window.fields] == [("Closes", "18:00", "24:00")]


def test_plan_of_an_import_writes_nothing(file):
    before = current_revision()

    plan_import(read_file(file.replace("10:00-18:00", "10:00-15:00").encode()))

    assert current_revision() == before


def test_import_that_was_seen_before_somebody_saved_is_refused(file):
    seen = current_token()
    Department.objects.filter(slug="sales").update(position=9)

    with pytest.raises(ConcurrentEdit):
        apply_import(read_file(file.encode()), seen)

    assert Department.objects.get(slug="sales").position == 9


@pytest.mark.parametrize("departments", [1, 3])
def test_number_of_queries_does_not_grow(db, django_assert_num_queries, departments):
    text = "".join(
        f'[[departments]]\nslug = "d{number}"\nname.en = "D"\n{JAPANESE}'
        f'[[special_hours]]\ndepartment = "d{number}"\nlanguage = "ja"\n'
        'first_day = 2026-12-24\neffect = "closed"\n'
        for number in range(departments)
    )
    imported(text)

    with django_assert_num_queries(14):
        plan_import(read_file(text.replace("10:00-18:00", "10:00-15:00").encode()))


def test_file_says_who_sees_a_department(file):
    visibility = 'slug = "sales"\nvisibility = "hidden"\npublic_from = 2027-01-01\n'
    hidden = file.replace('slug = "sales"\n', f'{visibility}public_zone = "Asia/Tokyo"\n', 1)

    imported(hidden)

    sales = Department.objects.get(slug="sales")
    assert (sales.visibility, sales.public_from) == ("hidden", date(2027, 1, 1))
    assert write(stored_configuration()) == hidden


def test_department_is_renamed_by_a_file_that_names_its_former_short_name(file):
    sales = Department.objects.get(slug="sales")
    renamed = file.replace('slug = "sales"\n', 'slug = "trade"\nformer_slugs = ["sales"]\n', 1)
    renamed = renamed.replace('"sales"]', '"trade"]').replace('"sales",', '"trade",')
    renamed = renamed.replace('former_slugs = ["trade"]', 'former_slugs = ["sales"]')
    renamed = renamed.replace('department = "sales"', 'department = "trade"')

    imported(renamed)

    trade = Department.objects.get(slug="trade")
    assert (trade.pk, trade.former_slugs) == (sales.pk, ("sales",))


def test_file_that_does_not_know_former_short_names_forgets_none(file):
    sales = Department.objects.get(slug="sales")
    sales.slug = "trade"
    sales.save()
    stored = write(stored_configuration())

    plan = imported(stored.replace('former_slugs = ["sales"]\n', ""))

    assert plan.changes == []
    assert Department.objects.get(slug="trade").former_slugs == ("sales",)

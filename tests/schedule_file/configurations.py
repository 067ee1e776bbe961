"""Configurations of any content that staff could state, for Hypothesis."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from support.locales.languages import SITE_LANGUAGES
from support.models import (
    Audience,
    Channel,
    Closure,
    Department,
    Incident,
    LanguageWindow,
    Organization,
    Product,
    Section,
    SpecialHours,
    Topic,
    UILocale,
    UnscheduledLanguage,
)
from support.schedule import (
    EVERY_DAY,
    MONTHLY_PLACES,
    DayHours,
    MonthDay,
    Season,
    Weekday,
)
from support.schedule_file.columns import unchecked_columns
from support.schedule_file.configuration import Configuration, Entry

# Everything that a row can have, with what TOML has to escape more often than by chance.
CHARACTERS = st.one_of(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]),
    st.sampled_from("\"\\'#=[]営業👩‍💻\ufeff"),
)
TEXT = st.text(CHARACTERS, max_size=12)
LINES = st.text(CHARACTERS | st.sampled_from("\r\n\t"), max_size=12)
NAME = TEXT.filter(str.strip)
SLUG = st.from_regex(r"[a-z][a-z0-9_-]{0,8}", fullmatch=True)
DAY = st.dates(date(2020, 1, 1), date(2100, 1, 1))
TIME = st.times().map(lambda at: at.replace(second=0, microsecond=0))
LANGUAGE = st.sampled_from(["ja", "en", "pt-BR", "zh-Hant-TW", "da"])
ZONE = st.sampled_from(["UTC", "Asia/Tokyo", "America/Sao_Paulo", "Europe/London"])
WEEKDAYS = st.frozensets(st.sampled_from(Weekday), min_size=1)
POSITION = st.integers(0, 5)
PLACES = st.frozensets(st.sampled_from(sorted(MONTHLY_PLACES)), min_size=1, max_size=3)
MONTH_DAY = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(MonthDay.of)
DAY_HOURS = st.builds(DayHours, st.integers(0, 1439), st.integers(1, 1440))


def texts(name, *, required=False):
    """Values for the columns of one text."""
    columns = st.dictionaries(
        st.sampled_from(SITE_LANGUAGES),
        NAME if required else LINES if name in ("summary", "note", "instructions") else TEXT,
        min_size=int(required),
        max_size=3,
    )
    return columns.map(lambda of: {f"{name}_{language}": text for language, text in of.items()})


def rows(model, *groups, **columns):
    """Rows that are not saved; each of `groups` gives values for several columns at once."""
    return st.builds(
        lambda values, others: model(
            **values, **{k: v for each in others for k, v in each.items()}
        ),
        st.fixed_dictionaries(columns),
        st.tuples(*groups),
    )


def stated_in_full(row):
    """Have the model add what follows from the rest, such as the clock of a holiday calendar."""
    row.clean_fields(exclude=unchecked_columns(LanguageWindow))
    return row


WINDOW = rows(
    LanguageWindow,
    texts("label"),
    st.tuples(DAY, st.integers(0, 900)).map(
        lambda days: {"valid_from": days[0], "valid_through": days[0] + timedelta(days[1])}
    ),
    st.one_of(
        st.just({"holidays": ""}),
        st.fixed_dictionaries(
            {
                "holidays": st.sampled_from(["JP", "US", "GB-ENG"]),
                "holidays_except": st.sampled_from([(), ("New Year's Day",)]),
                "on_holidays": st.none() | DAY_HOURS,
                "before_holidays": st.none() | DAY_HOURS,
            }
        ),
    ),
    language=LANGUAGE,
    zone=ZONE,
    weekdays=WEEKDAYS,
    opens=TIME,
    closes=TIME,
    monthly=st.just(frozenset()) | PLACES,
    every_weeks=st.integers(1, 52),
    season=st.none() | st.builds(Season, MONTH_DAY, MONTH_DAY),
    confirmed_until=st.none() | DAY,
).map(stated_in_full)


@st.composite
def departments(draw, slug):
    row = draw(
        rows(
            Department,
            texts("name", required=True),
            texts("summary"),
            texts("note"),
            texts("staff_note"),
            position=POSITION,
        )
    )
    row.slug = slug
    of_one_kind = st.lists(WINDOW, max_size=4, unique_by=lambda row: (row.language, row.zone))
    languages = st.lists(LANGUAGE, unique=True, max_size=3)
    unscheduled = [UnscheduledLanguage(language=language) for language in draw(languages)]
    return Entry(row, [*draw(of_one_kind), *unscheduled])


@st.composite
def products(draw, slug):
    row = draw(
        rows(
            Product,
            texts("name", required=True),
            texts("summary"),
            texts("instructions"),
            position=POSITION,
        )
    )
    row.slug = slug
    locales = draw(st.lists(st.sampled_from(["ja-JP", "pt-PT", "en-US"]), unique=True))
    return Entry(row, [UILocale(locale=each, position=n) for n, each in enumerate(locales, 1)])


@st.composite
def audiences(draw, slug):
    row = draw(rows(Audience, texts("name", required=True), texts("summary"), position=POSITION))
    row.slug = slug
    return Entry(row)


@st.composite
def topics(draw, slug, department_rows):
    row = draw(
        rows(
            Topic,
            texts("name", required=True),
            texts("search_words"),
            is_shown=st.booleans(),
            position=POSITION,
        )
    )
    row.slug = slug
    row.department = draw(st.sampled_from(department_rows))
    return Entry(row)


@st.composite
def sections(draw, slug):
    prose = st.sampled_from(["Text", "Two\n\nlines, “{platform}” and [x](https://x.example/)"])
    columns = st.dictionaries(st.sampled_from(SITE_LANGUAGES), prose, min_size=1, max_size=3)
    row = draw(
        rows(
            Section,
            texts("heading", required=True),
            columns.map(lambda of: {f"text_{language}": text for language, text in of.items()}),
            is_shown=st.booleans(),
            position=POSITION,
        )
    )
    row.slug = slug
    return Entry(row)


@st.composite
def channels(draw, slug, department_slugs, audience_rows):
    row = draw(
        rows(
            Channel,
            texts("name", required=True),
            texts("instructions"),
            position=POSITION,
            kind=st.sampled_from(["chat", "form", "forum"]),
            address=st.sampled_from(["", "https://www.example.com/a?b=%22c%22"]),
            language=st.just("") | LANGUAGE,
        )
    )
    row.slug = slug
    row.audience = draw(st.sampled_from([None, *audience_rows]))
    chosen = draw(st.lists(st.sampled_from(department_slugs), unique=True))
    return Entry(row, departments=chosen)


@st.composite
def special_hours(draw, department):
    row = draw(
        rows(
            SpecialHours,
            texts("reason"),
            st.tuples(DAY, st.integers(0, 365), st.sampled_from(["", "yearly"])).map(
                lambda days: {
                    "first_day": days[0],
                    "last_day": days[0] + timedelta(days[1]),
                    "repeats": days[2],
                }
            )
            # Each weekday of a month comes once a year at least.
            | st.tuples(DAY, st.none() | st.integers(366, 900), PLACES).map(
                lambda days: {
                    "first_day": days[0],
                    "last_day": None if days[1] is None else days[0] + timedelta(days[1]),
                    "repeats": "monthly",
                    "monthly": days[2],
                }
            ),
            st.one_of(
                st.fixed_dictionaries({"effect": st.sampled_from(["closed", "as-usual"])}),
                st.fixed_dictionaries(
                    {"effect": st.just("as-weekday"), "like": st.sampled_from(["MO", "SU"])}
                ),
                st.fixed_dictionaries(
                    {
                        "effect": st.sampled_from(["hours", "also"]),
                        "opens": TIME,
                        "closes": TIME,
                        "zone": ZONE,
                    }
                ),
            ),
            weekdays=WEEKDAYS | st.just(EVERY_DAY),
        )
    )
    row.weekdays |= {Weekday(row.first_day.weekday())}  # else it could name no day at all
    row.department = department
    return Entry(row)


@st.composite
def closures(draw, department):
    row = draw(
        rows(
            Closure,
            texts("reason"),
            st.tuples(DAY, st.integers(1, 30), TIME).map(
                lambda days: {
                    "starts_on": days[0],
                    "ends_on": days[0] + timedelta(days[1]),
                    "ends_at": days[2],
                }
            )
            | DAY.map(lambda day: {"starts_on": day}),
            starts_at=TIME,
            zone=ZONE,
        )
    )
    row.department = department
    return Entry(row)


@st.composite
def incidents(draw):
    row = draw(
        rows(
            Incident,
            texts("text", required=True),
            st.tuples(DAY, st.integers(1, 30), TIME).map(
                lambda days: {
                    "starts_on": days[0],
                    "ends_on": days[0] + timedelta(days[1]),
                    "ends_at": days[2],
                }
            ),
            starts_at=TIME,
            zone=ZONE,
            link=st.sampled_from(["", "https://status.example.com/42"]),
        )
    )
    return Entry(row)


@st.composite
def organizations(draw, product_rows):
    row = draw(
        rows(
            Organization,
            texts("experts"),
            texts("contributions"),
            name=NAME,
            platform=TEXT,
            website_url=st.sampled_from(["", "https://www.example.com/"]),
            resource_centre_search_url=st.sampled_from(["", "https://www.example.com/?s={words}"]),
            response_time_limit=st.none() | st.integers(0, 9999),
        )
    )
    row.control_panel = draw(st.none() | st.sampled_from(product_rows)) if product_rows else None
    return Entry(row)


@st.composite
def configurations(draw):
    slugs = st.lists(SLUG, unique=True, max_size=3)
    of_departments = [draw(departments(slug)) for slug in draw(slugs.filter(bool))]
    of_products = [draw(products(slug)) for slug in draw(slugs)]
    of_audiences = [draw(audiences(slug)) for slug in draw(slugs)]
    department_slugs = [entry.slug for entry in of_departments]
    department_rows = [entry.row for entry in of_departments]
    audience_rows = [entry.row for entry in of_audiences]
    of_whom = st.sampled_from([None, *department_rows])
    return Configuration(
        [draw(organizations([entry.row for entry in of_products]))] if draw(st.booleans()) else [],
        of_products,
        of_audiences,
        of_departments,
        [draw(channels(slug, department_slugs, audience_rows)) for slug in draw(slugs)],
        [draw(topics(slug, department_rows)) for slug in draw(slugs)],
        [draw(sections(slug)) for slug in draw(slugs)],
        [draw(special_hours(draw(of_whom)))] if draw(st.booleans()) else [],
        [draw(closures(draw(of_whom))) for _ in range(draw(st.integers(0, 3)))],
        [draw(incidents()) for _ in range(draw(st.integers(0, 2)))],
    )

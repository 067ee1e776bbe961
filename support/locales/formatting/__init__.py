"""Write times, weekdays, moments, durations and lists as CLDR does in a site language."""

from support.locales.formatting.dates import (
    day_patterns,
    format_date,
    format_dates,
    format_day,
    format_days,
    format_full_date,
    format_month,
    format_range,
    format_season,
)
from support.locales.formatting.durations import (
    format_duration,
    format_length,
)
from support.locales.formatting.hours import (
    format_closing,
    format_hours,
    format_time,
    hours_templates,
    hours_to_next_day,
    range_separator,
)
from support.locales.formatting.lists import (
    join,
    join_or,
)
from support.locales.formatting.moments import (
    Moment,
    day_and_hours_pattern,
    format_exact_time,
    format_moment,
    format_moment_in_full,
    format_wall_moment,
    format_wall_range,
    moment_in_words,
    moment_patterns,
    sentence_times,
    time_in_sentence,
)
from support.locales.formatting.weekdays import (
    format_places_of_month,
    format_weekdays,
    short_weekday_names,
    weekday_dash,
    weekday_names,
    weekday_separator,
)

__all__ = [
    "Moment",
    "day_and_hours_pattern",
    "day_patterns",
    "format_closing",
    "format_date",
    "format_dates",
    "format_day",
    "format_days",
    "format_duration",
    "format_exact_time",
    "format_full_date",
    "format_hours",
    "format_length",
    "format_moment",
    "format_moment_in_full",
    "format_month",
    "format_places_of_month",
    "format_range",
    "format_season",
    "format_time",
    "format_wall_moment",
    "format_wall_range",
    "format_weekdays",
    "hours_templates",
    "hours_to_next_day",
    "join",
    "join_or",
    "moment_in_words",
    "moment_patterns",
    "range_separator",
    "sentence_times",
    "short_weekday_names",
    "time_in_sentence",
    "weekday_dash",
    "weekday_names",
    "weekday_separator",
]

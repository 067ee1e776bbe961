"""What a line of the week says, while somebody types."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest, JsonResponse, QueryDict
from django.views.decorators.http import require_safe

from support.admin.fields.pickers import LanguageField, ZoneField
from support.admin.week.line import line_words
from support.admin.week.typed_hours import clean_hours
from support.models import LanguageWindow
from support.models.weekdays_field import WeekdaysFormField
from support.schedule import time_of


@require_safe
def read_hours(request: HttpRequest) -> JsonResponse:
    """Return a line in words, or what is wrong with its hours; neither if it is unfinished."""
    try:
        rows = _rows(request.GET)
    except ValidationError as error:
        return JsonResponse({"words": "", "mistake": error.messages[0]})
    return JsonResponse({"words": line_words(rows), "mistake": ""})


def _rows(typed: QueryDict) -> list[LanguageWindow]:
    """Return the windows that a line stands for. Raises ValidationError if its hours are wrong."""
    spans = clean_hours(typed.get("hours", ""))
    try:
        language = LanguageField().clean(typed.get("language", ""))
        zone = ZoneField().clean(typed.get("zone", ""))
        weekdays = WeekdaysFormField().clean(typed.getlist("weekdays"))
    except ValidationError:
        return []
    return [
        LanguageWindow(
            language=language,
            zone=zone,
            weekdays=weekdays,
            opens=time_of(opens),
            closes=time_of(closes),
        )
        for opens, closes in spans
    ]

"""What a line of the week says, while somebody types."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from support.admin.week.line import line_words
from support.admin.week.typed_line import typed_rows


@require_safe
def read_hours(request: HttpRequest) -> JsonResponse:
    """Return a line in words, or what is wrong with its hours; neither if it is unfinished."""
    try:
        words = line_words(typed_rows(request.GET))
    except ValidationError as error:
        return JsonResponse({"words": "", "mistake": error.messages[0]})
    return JsonResponse({"words": words, "mistake": ""})

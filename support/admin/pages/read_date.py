"""What the date control understands, while somebody types."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest, JsonResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from support.admin.fields.date import DateField
from support.locales.formatting import format_full_date


@require_safe
def read_date(request: HttpRequest) -> JsonResponse:
    """Return `text` as a date in words, or what is wrong with it."""
    try:
        day = DateField(required=False).clean(request.GET.get("text", ""))
    except ValidationError as error:
        return JsonResponse({"words": "", "mistake": error.messages[0]})
    words = format_full_date(day, get_language() or "en") if day else ""
    return JsonResponse({"words": words, "mistake": ""})

"""What the boxes of languages, zones and calendars suggest, once somebody is about to type."""

from __future__ import annotations

from django.http import Http404, HttpRequest, JsonResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from support.admin.fields.pickers import LISTS, suggested


@require_safe
def suggestions(request: HttpRequest, list_id: str) -> JsonResponse:
    """Return the names of a list, in the language of the staff member."""
    if list_id not in LISTS:
        raise Http404(list_id)
    return JsonResponse({"names": suggested(list_id, get_language() or "en")})

"""What the parts of a country have besides its public holidays, while somebody chooses one."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from support.admin.fields.calendar_parts import parts_note
from support.admin.fields.pickers import CalendarField


@require_safe
def calendar_parts(request: HttpRequest) -> HttpResponse:
    """Return the note about the calendar that `text` means; nothing if it means none."""
    try:
        code = CalendarField(required=False).clean(request.GET.get("text", ""))
    except ValidationError:
        code = ""
    return HttpResponse(parts_note(code))

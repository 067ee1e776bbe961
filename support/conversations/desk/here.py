"""What an open page of the desk says every minute: that somebody is here."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from support import clock
from support.conversations.desk.who_may import answered_departments
from support.conversations.models import Answerer
from support.conversations.presence import be_here


@require_POST
def here(request: HttpRequest) -> HttpResponse:
    user_id = int(request.user.pk or 0)
    answerer = Answerer.objects.filter(user_id=user_id).first()
    languages = answerer.languages if answerer else ()
    be_here(user_id, answered_departments(request.user), languages, clock.now())
    return HttpResponse(status=204)

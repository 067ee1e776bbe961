from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from support.models import Department
from support.people.grants import Grant, roles_of
from support.people.summary import summary


def people(request: HttpRequest) -> HttpResponse:
    """Lead from the menu to the list of those who sign in."""
    return redirect("admin:auth_user_changelist")


@require_safe
def may(request: HttpRequest) -> JsonResponse:
    """Say what somebody might do who is given what is ticked, before anything is saved."""
    keys = set(request.GET.getlist("departments"))
    chosen = tuple(each for each in Department.objects.all() if str(each.pk) in keys)
    is_of_all = request.GET.get("scope") == "all" and not chosen
    grant = Grant(roles_of(request.GET.getlist("roles")), None if is_of_all else chosen)
    return JsonResponse({"sentences": summary(grant, get_language() or "en")})

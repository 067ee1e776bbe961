from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect


def people(request: HttpRequest) -> HttpResponse:
    """Lead from the menu to the list of those who sign in."""
    return redirect("admin:auth_user_changelist")

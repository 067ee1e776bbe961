"""Refusals, as JSON that says which parameter was wrong and what would be right."""

from __future__ import annotations

from django.http import JsonResponse


class BadParameter(Exception):
    """A parameter cannot be answered; `status` is 400, or 404 for a name that nothing bears."""

    def __init__(self, parameter: str, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.parameter = parameter
        self.message = message
        self.status = status


# For who asks while there is neither a database nor a last good directory.
UNAVAILABLE = "The hours are not available at the moment. Please try again in a minute."
SECONDS_UNTIL_AVAILABLE = 30


def error_response(parameter: str | None, message: str, status: int) -> JsonResponse:
    return JsonResponse(
        {"error": {"parameter": parameter, "message": message}},
        status=status,
        json_dumps_params={"ensure_ascii": False},
    )

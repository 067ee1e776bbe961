"""Reports of errors to Sentry, or to a service that speaks its protocol; off by default."""

from __future__ import annotations

from typing import Any

from portal.environment import stop


def report_errors_to(dsn: str) -> None:
    """Send errors to the project at `dsn`, without anything of the visitor or of staff."""
    try:
        import sentry_sdk
        from sentry_sdk.integrations.logging import ignore_logger
    except ImportError:
        stop(
            "SENTRY_DSN is set, and the package sentry-sdk is missing. Install it: "
            ".venv/bin/pip install --require-hashes -r requirements-sentry.txt"
        )
    ignore_logger("django.security.*")
    try:
        sentry_sdk.init(
            dsn,
            send_default_pii=False,
            include_local_variables=False,
            max_breadcrumbs=0,
            max_request_body_size="never",
            before_send=_without_personal_data,
        )
    except sentry_sdk.utils.BadDsn:
        stop("SENTRY_DSN cannot be read. It should look like https://key@sentry.example/1")


def _without_personal_data(event: Any, hint: dict[str, Any]) -> Any:
    """Keep method and path of the request: a query may hold what somebody searched for."""
    request = event.pop("request", {})
    event.pop("user", None)
    kept = {name: request[name] for name in ("method", "url") if name in request}
    if kept:
        event["request"] = kept
    return event

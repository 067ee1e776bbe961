from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.core.checks import WARNING, run_checks


def settings_are_fit() -> Iterator[str]:
    if "*" in settings.ALLOWED_HOSTS:
        yield (
            "ALLOWED_HOSTS accepts every name, so strangers can place links to their own site in "
            "our pages. List the hosts."
        )
    if not settings.HTTPS:
        yield "HTTPS is false, so passwords are sent unencrypted. Set it to true, or leave it out."
    elif not settings.BEHIND_PROXY:
        yield (
            "BEHIND_PROXY is false, so every request through a proxy that ends TLS leads to "
            "itself. Set it to true."
        )
    for message in run_checks(include_deployment_checks=True):
        if message.level >= WARNING and message.id not in settings.SILENCED_SYSTEM_CHECKS:
            yield " ".join(f"{message.msg} {message.hint or ''}".split())

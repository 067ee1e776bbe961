from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.core.checks import WARNING, run_checks

# Django's own words for what HTTPS=false brings, which is told in one sentence.
_OF_HTTPS = {"security.W004", "security.W008", "security.W012", "security.W016"}


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
    told = {*settings.SILENCED_SYSTEM_CHECKS, *(() if settings.HTTPS else _OF_HTTPS)}
    for message in run_checks(include_deployment_checks=True):
        if message.level >= WARNING and message.id not in told:
            yield " ".join(f"{message.msg} {message.hint or ''}".split())

"""What can be wrong with an installation: each check yields a sentence for each problem, which says
what is wrong and what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.conf import settings as portal_settings
from django.utils.module_loading import import_string

from support.doctor import database, files, services, settings, site

Check = Callable[[], Iterator[str]]

# The database's first: the others that need it are not tried without it.
CHECKS: dict[str, Check] = {
    "settings": settings.settings_are_fit,
    "packages": files.packages_are_as_locked,
    "zone data": files.zone_data_are_ours,
    "catalogues": files.catalogues_are_compiled,
    "static files": files.static_files_are_collected,
    "database": database.database_answers,
    "migrations": database.migrations_are_applied,
    "triggers": database.triggers_are_installed,
    "clock": database.clocks_agree,
    "images": files.images_are_there,
    "last good file": files.last_good_file_is_current,
    "cache": services.cache_keeps,
    "mail": services.mail_is_taken,
}


def all_checks() -> dict[str, Check]:
    """Return ours and those that the settings name, of applications that we know nothing of."""
    checks = dict(CHECKS)
    for name in portal_settings.DOCTOR_CHECKS:
        checks |= import_string(name)
    return checks


def site_checks(address: str) -> dict[str, Check]:
    """Return the checks from outside, through the proxy, of the site at an address such as
    https://support.example."""
    return {
        "address": lambda: site.page_is_served(address),
        "certificate": lambda: site.certificate_lasts(address),
        "proxy headers": lambda: site.proxy_tells_the_truth(address),
        "metrics": lambda: site.metrics_are_denied(address),
    }

"""Write all ten phrasebooks anew: `python -m tests.phrasebook`."""

from __future__ import annotations

import os

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    os.environ.setdefault("SECRET_KEY", "phrasebook")
    django.setup()

    from support.locales.languages import SITE_LANGUAGES
    from tests.phrasebook.book import FOLDER, phrasebook

    for language in SITE_LANGUAGES:
        (FOLDER / f"{language}.md").write_text(phrasebook(language), "utf-8")

from __future__ import annotations

import pytest

from support.locales.languages import SITE_LANGUAGES
from tests.phrasebook.book import FOLDER, phrasebook


@pytest.mark.parametrize("language", SITE_LANGUAGES)
def test_phrasebook_has_what_visitors_read(language):
    written = (FOLDER / f"{language}.md").read_text("utf-8")

    assert phrasebook(language) == written, "Make it anew: .venv/bin/python -m tests.phrasebook"

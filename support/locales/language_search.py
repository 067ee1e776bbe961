"""Find the languages that a typed text can mean."""

from __future__ import annotations

from functools import lru_cache

from support.locales.languages import SITE_LANGUAGES, all_languages
from support.locales.matching import best_matches, folded

Tags = tuple[str, ...]


def find_languages(text: str, site_language: str) -> Tags:
    """Return the tags of the languages that `text` may mean; none for nonsense.

    A whole name, in any language of the site, means that and nothing else: “Deutsch”, “日本語”.
    Otherwise names of the site language that have all the words are found.
    """
    wanted = folded(text)
    for language in dict.fromkeys((site_language, *SITE_LANGUAGES)):
        if tag := _whole_names(language).get(wanted):
            return (tag,)
    names = ((tag, folded(name)) for tag, name in all_languages(site_language))
    return tuple(best_matches(wanted, names))


@lru_cache(maxsize=16)
def _whole_names(language: str) -> dict[str, str]:
    return {folded(name): tag for tag, name in all_languages(language)}

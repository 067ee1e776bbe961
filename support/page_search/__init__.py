"""A search over the contact page for visitors without JavaScript, as search.js is for others.

    the page's HTML -> sections -> those that have every word, best first

How words are read stands in both; `tests/page_search/search_examples.py` holds for both.
"""

from support.page_search.finding import Result, find
from support.page_search.sections import Section, TextPart, sections_of
from support.page_search.words import fold, marked, words

__all__ = ["Result", "Section", "TextPart", "find", "fold", "marked", "sections_of", "words"]

"""A search over the contact page for visitors without JavaScript, as search.js is for others.

    the page's HTML -> places -> those that have every word, best first

How words are read stands in both; `tests/page_search/search_examples.py` holds for both.
"""

from support.page_search.finding import Result, find
from support.page_search.places import Piece, Place, places_of
from support.page_search.words import fold, marked, words

__all__ = ["Piece", "Place", "Result", "find", "fold", "marked", "places_of", "words"]

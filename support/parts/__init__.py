"""Parts of pages, each kept for the period in which it reads the same.

The one place where anything that was worked out or rendered of the directory is kept; what is
kept of whole answers is `finished_pages`.
"""

from support.parts.period import ALWAYS, END_OF_TIME, Period
from support.parts.store import Parts, parts

__all__ = ["ALWAYS", "END_OF_TIME", "Parts", "Period", "parts"]

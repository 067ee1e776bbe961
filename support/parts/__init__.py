"""Parts of pages, each kept for the period in which it reads the same.

This is the one place that keeps what was worked out or rendered of the directory;
`finished_pages` keeps whole answers.
"""

from support.parts.period import ALWAYS, END_OF_TIME, Period
from support.parts.store import Parts, parts

__all__ = ["ALWAYS", "END_OF_TIME", "Parts", "Period", "parts"]

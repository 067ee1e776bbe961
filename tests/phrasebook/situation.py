"""A situation of the phrasebook: what is the case, and from where it is looked at."""

from __future__ import annotations

from typing import NamedTuple

from support.directory import ServedLanguage

WEEK = "MO,TU,WE,TH,FR"
DAILY = "MO,TU,WE,TH,FR,SA,SU"
TOKYO = f"{WEEK} 10:00-18:00 Asia/Tokyo"
BERLIN = f"{WEEK} 09:00-17:00 Europe/Berlin"
UTC = f"{WEEK} 09:00-17:00 UTC"


class Situation(NamedTuple):
    """What is the case, in a few words, and from where it is looked at."""

    words: str
    served: ServedLanguage
    at: str
    zone: str | None = None

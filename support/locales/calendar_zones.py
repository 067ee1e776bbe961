"""By which clock a public holiday is a day: the IANA zones of countries and of their parts."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from importlib import resources
from zoneinfo import ZoneInfo

# Where the first zone of the country in tzdata's list is not that of most of its people.
_MOST_PEOPLE = {
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "BV": "Europe/Oslo",
    "CA": "America/Toronto",
    "HM": "Australia/Perth",
    "PS": "Asia/Hebron",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
    "UM": "Pacific/Wake",
    "UZ": "Asia/Tashkent",
    "XK": "Europe/Belgrade",
}

# The zone of most people of a part, where it is not that of most people of the country.
_PARTS = {
    zone: parts.split()
    for zone, parts in {
        "Africa/Ceuta": "ES-CE ES-ML",
        "America/Anchorage": "US-AK",
        "America/Araguaina": "BR-TO",
        "America/Argentina/Cordoba": "AR-X AR-S AR-E AR-H AR-N AR-W AR-P",
        "America/Argentina/Salta": "AR-A AR-L AR-Q AR-R",
        "America/Argentina/Jujuy": "AR-Y",
        "America/Argentina/Tucuman": "AR-T",
        "America/Argentina/Catamarca": "AR-K AR-U",
        "America/Argentina/La_Rioja": "AR-F",
        "America/Argentina/San_Juan": "AR-J",
        "America/Argentina/Mendoza": "AR-M",
        "America/Argentina/San_Luis": "AR-D",
        "America/Argentina/Rio_Gallegos": "AR-Z",
        "America/Argentina/Ushuaia": "AR-V",
        "America/Bahia": "BR-BA",
        "America/Belem": "BR-AP BR-PA",
        "America/Boa_Vista": "BR-RR",
        "America/Boise": "US-ID",
        "America/Campo_Grande": "BR-MS",
        "America/Cayenne": "FR-973",
        "America/Chicago": (
            "US-AL US-AR US-IA US-IL US-KS US-LA US-MN US-MO US-MS US-ND US-NE US-OK US-SD US-TN "
            "US-TX US-WI"
        ),
        "America/Coyhaique": "CL-AI",
        "America/Cuiaba": "BR-MT",
        "America/Denver": "US-CO US-MT US-NM US-UT US-WY",
        "America/Detroit": "US-MI",
        "America/Edmonton": "CA-AB CA-NT",
        "America/Fortaleza": "BR-CE BR-MA BR-PB BR-PI BR-RN",
        "America/Guadeloupe": "FR-971",
        "America/Halifax": "CA-NS CA-PE",
        "America/Indiana/Indianapolis": "US-IN",
        "America/Iqaluit": "CA-NU",
        "America/Kentucky/Louisville": "US-KY",
        "America/Los_Angeles": "US-CA US-NV US-OR US-WA",
        "America/Maceio": "BR-AL BR-SE",
        "America/Manaus": "BR-AM",
        "America/Marigot": "FR-MF",
        "America/Martinique": "FR-972",
        "America/Miquelon": "FR-PM",
        "America/Moncton": "CA-NB",
        "America/Phoenix": "US-AZ",
        "America/Porto_Velho": "BR-RO",
        "America/Puerto_Rico": "US-PR",
        "America/Punta_Arenas": "CL-MA",
        "America/Recife": "BR-PE",
        "America/Regina": "CA-SK",
        "America/Rio_Branco": "BR-AC",
        "America/St_Barthelemy": "FR-BL",
        "America/St_Johns": "CA-NL",
        "America/St_Thomas": "US-VI",
        "America/Vancouver": "CA-BC",
        "America/Whitehorse": "CA-YT",
        "America/Winnipeg": "CA-MB",
        "Asia/Kuching": "MY-12 MY-13 MY-15",
        "Atlantic/Azores": "PT-20",
        "Atlantic/Canary": "ES-CN",
        "Atlantic/Madeira": "PT-30",
        "Australia/Adelaide": "AU-SA",
        "Australia/Brisbane": "AU-QLD",
        "Australia/Darwin": "AU-NT",
        "Australia/Hobart": "AU-TAS",
        "Australia/Melbourne": "AU-VIC",
        "Australia/Perth": "AU-WA",
        "Indian/Kerguelen": "FR-TF",
        "Indian/Mayotte": "FR-976",
        "Indian/Reunion": "FR-974",
        "Pacific/Chatham": "NZ-CIT",
        "Pacific/Guam": "US-GU",
        "Pacific/Honolulu": "US-HI",
        "Pacific/Kosrae": "FM-KSA",
        "Pacific/Noumea": "FR-NC",
        "Pacific/Pago_Pago": "US-AS",
        "Pacific/Pohnpei": "FM-PNI",
        "Pacific/Saipan": "US-MP",
        "Pacific/Tahiti": "FR-PF",
        "Pacific/Wake": "US-UM",
        "Pacific/Wallis": "FR-WF",
    }.items()
}
_ZONE_OF_PART = {part: zone for zone, parts in _PARTS.items() for part in parts}

# Clocks that agree in every month of a year are one to choose.
_MONTHS = [datetime(2026, month, 15, tzinfo=UTC) for month in range(1, 13)]


def calendar_zone(code: str, window_zone: str, chosen: str = "") -> str:
    """Return the clock by which the holidays of a calendar are days for hours on some clock.

    That is the hours' own clock where it lies in the country, else the chosen one, else that of
    most people of the country or part.
    """
    if lies_in(code, window_zone):
        return window_zone
    return chosen or most_populous_zone(code)


def lies_in(code: str, zone: str) -> bool:
    """Return whether a zone is one of the country of a calendar."""
    return _canonical(zone) in _zones_within(code)


def most_populous_zone(code: str) -> str:
    """Return the zone of most people of a country or part; UTC where tzdata knows none."""
    country = code.partition("-")[0]
    known = _ZONE_OF_PART.get(code) or _MOST_PEOPLE.get(country)
    return known or next(iter(_zones_of_countries().get(country, ())), "UTC")


def zones_of(code: str) -> tuple[str, ...]:
    """Return the clocks of a country that differ, to choose from; that of most people first."""
    country, _, part = code.partition("-")
    zones = [most_populous_zone(code)]
    if not part or _ZONE_OF_PART.get(code) in _zones_of_countries().get(country, ()):
        zones += [most_populous_zone(country), *_zones_of_countries().get(country, ())]
    by_clock: dict[tuple[object, ...], str] = {}
    for zone in zones:
        by_clock.setdefault(_offsets(zone), zone)
    return tuple(by_clock.values())


def has_several_zones(code: str) -> bool:
    """Return whether clocks differ within a country."""
    return len(zones_of(code.partition("-")[0])) > 1


@lru_cache(maxsize=1024)
def _zones_within(code: str) -> frozenset[str]:
    country = code.partition("-")[0]
    zones = {most_populous_zone(code), *_zones_of_countries().get(country, ())}
    return frozenset(map(_canonical, zones))


def _canonical(zone: str) -> str:
    return _targets().get(zone, zone)


@lru_cache(maxsize=512)
def _offsets(zone: str) -> tuple[object, ...]:
    clock = ZoneInfo(zone)
    return tuple(month.astimezone(clock).utcoffset() for month in _MONTHS)


@lru_cache(maxsize=1)
def _zones_of_countries() -> dict[str, tuple[str, ...]]:
    """Return the zones of each country, in tzdata's order."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _lines("zone.tab"):
        country, _, zone = line.split("\t")[:3]
        found[country] = (*found.get(country, ()), zone)
    return found


@lru_cache(maxsize=1)
def _targets() -> dict[str, str]:
    """Return, for each zone that is another name of one, that one."""
    links = (line.split() for line in _lines("tzdata.zi") if line.startswith("L "))
    return {name: target for _, target, name in links}


def _lines(name: str) -> list[str]:
    text = resources.files("tzdata.zoneinfo").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]

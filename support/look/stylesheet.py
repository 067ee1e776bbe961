from __future__ import annotations

from functools import lru_cache

from support.look.colours import Accent, dark_accent, light_accent


@lru_cache(maxsize=64)
def stylesheet(colour: str) -> str:
    """Return the style sheet that gives the pages a company's colour, light and dark."""
    light, dark = _root(light_accent(colour)), _root(dark_accent(colour))
    return f"{light}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}\n"


@lru_cache(maxsize=64)
def desk_stylesheet(colour: str) -> str:
    """Return the style sheet that gives the desk's header a company's colour. What is written on it
    is white, with which every colour that reads well on a light page reads well too."""
    ground = light_accent(colour).colour
    white = ("accent", "header-color", "header-branding-color", "header-link-color")
    words = " ".join(f"--{name}: #fff;" for name in white)
    return f"#header {{ --header-bg: {ground}; {words} }}\n"


def _root(accent: Accent) -> str:
    return f":root {{ --accent: {accent.colour}; --accent-wash: {accent.wash}; }}"

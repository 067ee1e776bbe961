"""A company's colour, readable on light and dark pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.look.colours import contrast, dark_accent, least_contrast, light_accent
from support.look.stylesheet import stylesheet

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
LIGHT = ("#fbfaf7", "#ffffff", "#e8f4ec")
DARK = ("#15141b", "#1e1c27", "#17291f")


def test_contrast_is_that_of_the_guidelines():
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


def test_dark_colour_stays_on_light_ground_and_is_lighter_on_dark_ground():
    assert light_accent("#3b3486").colour == "#3b3486"
    assert dark_accent("#3b3486").colour == "#8d89b9"


@pytest.mark.parametrize(("colour", "readable"), [("#ffcc00", "#806600"), ("#ffffff", "#6b6b6b")])
def test_light_colour_is_darker_on_light_ground(colour, readable):
    assert light_accent(colour).colour == readable


@given(COLOURS)
def test_any_colour_can_be_read_on_every_ground(colour):
    light, dark = light_accent(colour), dark_accent(colour)

    assert min(contrast(light.colour, ground) for ground in (*LIGHT, light.wash)) >= 4.5
    assert min(contrast(dark.colour, ground) for ground in (*DARK, dark.wash)) >= 4.5
    assert least_contrast(light.colour) >= 4.5


@given(COLOURS)
def test_text_on_a_wash_can_be_read(colour):
    assert contrast("#1d1b26", light_accent(colour).wash) >= 4.5
    assert contrast("#edebf3", dark_accent(colour).wash) >= 4.5


def test_style_sheet_has_both():
    assert stylesheet("#3b3486") == (
        ":root { --accent: #3b3486; --accent-wash: #eceaee; }\n"
        "@media (prefers-color-scheme: dark) {\n"
        ":root { --accent: #8d89b9; --accent-wash: #262431; }\n"
        "}\n"
    )

"""What the portal keeps of CLDR in memory."""

from __future__ import annotations

import pytest
from babel import UnknownLocaleError
from babel.dates import format_timedelta

from support.locales import cldr


def test_no_locale_keeps_the_names_of_currencies():
    locale = cldr.locale("pt-PT")

    with pytest.raises(KeyError):
        locale.currencies["EUR"]


def test_units_of_time_are_kept():
    assert format_timedelta(7200, locale=cldr.locale("de")) == "2 Stunden"
    assert cldr.locale("ja").unit_display_names.keys() >= {"duration-hour", "duration-minute"}
    assert "length-meter" not in cldr.locale("ja").unit_display_names


def test_locale_is_known_by_its_bcp_47_tag():
    assert str(cldr.locale("zh-TW")) == "zh_Hant_TW"


def test_unknown_locale_is_refused():
    with pytest.raises(UnknownLocaleError):
        cldr.locale("xx")

"""Channels of every kind, and the texts of sections, as forms and files check them."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from support.models import Channel, Section

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("telephone", "+44 20 7946 0000"),
        ("telephone", "0800-123-456"),
        ("email", "sales@example.com"),
        ("chat", "https://chat.example.com/{language}/?to={department}"),
        ("status", "https://status.example.com/"),
    ],
)
def test_channel_has_an_address_of_its_kind(kind, address):
    Channel(slug="x", name_en="X", kind=kind, address=address).full_clean()


@pytest.mark.parametrize(
    ("kind", "address", "message"),
    [
        (
            "telephone",
            "ask for Mary",
            "“ask for Mary” isn’t a telephone number. Include the country code, as in +44 20 7946 "
            "0000.",
        ),
        ("messenger", "+44 20 7946 0000", "Enter a valid URL."),
        ("chat", "https://{department}", "Enter a valid URL."),
    ],
)
def test_address_of_another_kind_is_refused(kind, address, message):
    channel = Channel(slug="x", name_en="X", kind=kind, address=address)

    with pytest.raises(ValidationError) as caught:
        channel.full_clean()
    assert caught.value.message_dict == {"address": [message]}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "[x](javascript:alert)",
            "“javascript:alert” isn’t a valid link. Start it with https://, mailto: or tel:.",
        ),
        ("{colour}", "“{colour}” isn’t a placeholder. Available placeholders: "),
    ],
)
def test_mistake_in_a_section_is_told_in_its_language(text, message):
    section = Section(slug="x", heading_en="X", heading_ja="X", text_ja=text)

    with pytest.raises(ValidationError) as caught:
        section.clean()
    assert list(caught.value.message_dict) == ["text_ja"]
    assert caught.value.messages[0].startswith(message)

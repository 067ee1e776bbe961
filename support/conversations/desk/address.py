"""The addresses of the desk's pages of one conversation."""

from __future__ import annotations

from django.urls import register_converter


class PublicIdConverter:
    """Match 128 random bits as an address holds them: never the name of a model's list."""

    regex = "[A-Za-z0-9_-]{22}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(PublicIdConverter, "conversation_of_desk")

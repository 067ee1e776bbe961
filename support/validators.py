"""What a language tag and a zone may be: one rule for model, form and import."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from support.languages import UnknownLanguage, normalize_tag
from support.zones import zone_keys


def normalize_language_tag(tag: str) -> str:
    """The tag in its usual case. Raises ValidationError."""
    try:
        return normalize_tag(tag)
    except UnknownLanguage as error:
        raise ValidationError(
            _("“%(tag)s” is not a language. Use a tag such as ja, pt or pt-BR."),
            "unknown_language",
            {"tag": tag},
        ) from error


def validate_locale_tag(tag: str) -> None:
    """A language tag that names a region, so that a flag can be shown: "ja-JP"."""
    if "-" not in normalize_language_tag(tag):
        raise ValidationError(
            _("“%(tag)s” names no region. Use a locale such as ja-JP or pt-PT."),
            "locale_without_region",
            {"tag": tag},
        )


def validate_zone(key: str) -> None:
    if key not in zone_keys():
        raise ValidationError(
            _("“%(key)s” is not a time zone. Use a name such as Asia/Tokyo or UTC."),
            "unknown_zone",
            {"key": key},
        )

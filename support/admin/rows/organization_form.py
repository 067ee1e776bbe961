from __future__ import annotations

from typing import Any

from babel.numbers import format_decimal
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from support.admin.conflict.version_form import EditVersionForm
from support.admin.fields.colour import ColourField
from support.admin.fields.image import ImageField
from support.admin.fields.labels import copy_labels_from_model
from support.admin.fields.shown_languages import ShownLanguagesField
from support.locales.languages import cldr_locale
from support.look.colours import COLOUR, NEEDED, least_contrast, light_accent
from support.look.images import ICON, LOGO

_USE = "_use_colour"


class OrganizationForm(EditVersionForm):
    hidden_languages = ShownLanguagesField(
        label=gettext_lazy("Languages that are shown"),
        help_text=gettext_lazy(
            "English is always shown, because it stands in for missing texts. Addresses in a "
            "language that isn’t shown lead to one that is."
        ),
    )
    colour = ColourField()
    logo = ImageField(
        LOGO,
        label=gettext_lazy("Logo"),
        help_text=gettext_lazy(
            "Shown in the header instead of the name. PNG, WebP or JPEG, shown at up to 320 by "
            "48 pixels."
        ),
    )
    icon = ImageField(
        ICON,
        label=gettext_lazy("Icon"),
        help_text=gettext_lazy("Shown in browser tabs. Square; PNG, WebP or JPEG."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if _USE in self.data:
            typed: Any = self.data
            self.data = typed.copy()
            self.data["colour"] = typed[_USE]  # type: ignore[index]
        if "colour" in self.fields:
            copy_labels_from_model(self, ["colour"])

    def clean_colour(self) -> str:
        """Offer another shade of a colour that could not be read on the page."""
        colour: str = self.cleaned_data["colour"]
        if COLOUR.fullmatch(colour) and (contrast := least_contrast(colour)) < NEEDED:
            raise ValidationError(_too_light(colour, contrast))
        return colour


def _too_light(colour: str, contrast: float) -> str:
    locale = cldr_locale(get_language() or "en")
    readable = light_accent(colour).colour
    sentence = _(
        "%(colour)s is hard to read on a light page: its contrast is %(contrast)s, but at least "
        "%(needed)s is needed."
    ) % {
        "colour": colour,
        "contrast": format_decimal(int(contrast * 10) / 10, locale=locale),
        "needed": format_decimal(NEEDED, locale=locale),
    }
    return format_html(
        '{} <button type="submit" class="button" name="{}" value="{}">{}</button>',
        sentence,
        _USE,
        readable,
        _("Use %(colour)s instead") % {"colour": readable},
    )

"""A field for a colour, however people copy it: #3b3486, #abc, 3b3486, rgb(59, 52, 134), navy."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

_LONGEST = 60
_DIGITS = re.compile(r"[0-9a-f]{3}|[0-9a-f]{6}")


class ColourField(forms.CharField):
    """Clean to six digits after a hash."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=_LONGEST, **kwargs)
        self.widget.attrs["placeholder"] = "#3b3486"

    def to_python(self, value: Any) -> str:
        text = str(super().to_python(value)).lower()
        if not text:
            return ""

        # As in `support.look.images`: few processes are told a colour.
        from PIL import ImageColor

        try:
            colour = ImageColor.getrgb(f"#{text}" if _DIGITS.fullmatch(text) else text)
        except ValueError as error:
            message = _(
                "“%(text)s” isn’t a colour. Write # and six digits or letters, as in #3b3486."
            )
            raise ValidationError(message, "invalid", {"text": text}) from error
        return "#" + "".join(f"{channel:02x}" for channel in colour[:3])

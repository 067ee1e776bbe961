"""A field for the company's images: the one that is stored, another one, or none."""

from __future__ import annotations

from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from support.look.images import TOO_LARGE, VECTOR, NoImage, store, stored_image


class Sent(NamedTuple):
    """What a form sends. `stored` is kept in a hidden input, so that a preview keeps an upload."""

    upload: UploadedFile[Any] | None
    stored: str
    is_removed: bool


class ImageInput(forms.Widget):
    needs_multipart_form = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Sent:
        return Sent(files.get(name), data.get(f"{name}-stored", ""), f"{name}-remove" in data)

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in files and f"{name}-stored" not in data

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        context = {
            "name": name,
            "attrs": self.build_attrs(self.attrs, attrs),
            "image": stored_image(value or ""),
        }
        return render_to_string("admin/support/image_input.html", context)


class ImageField(forms.Field):
    """Cleans to the name of a stored image."""

    widget = ImageInput

    def __init__(self, kind: str, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self._kind = kind

    def clean(self, value: Sent) -> str:
        if value.is_removed and not value.upload:
            return ""
        if not value.upload:
            return value.stored
        try:
            return store(self._kind, value.upload)
        except NoImage as error:
            raise ValidationError(_mistake(str(error))) from error

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(data.upload) or data.is_removed or data.stored != (initial or "")

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Show what was uploaded, if it can be shown."""
        try:
            return self.clean(data)
        except ValidationError:
            return data.stored


def _mistake(reason: str) -> str:
    if reason == VECTOR:
        return _(
            "SVG images can contain programs, so we can’t accept them. Save the image as PNG or "
            "WebP."
        )
    if reason == TOO_LARGE:
        return _("This image is too large. The limit is 2 MB and 16 megapixels.")
    return _("We can’t read this image. Save it as PNG, WebP or JPEG.")

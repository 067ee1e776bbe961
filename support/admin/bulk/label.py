from __future__ import annotations

from django import forms
from django.utils.translation import get_language, gettext_lazy

from support.admin.bulk.of_windows import WindowsForm
from support.models import LanguageWindow


class LabelForm(WindowsForm):
    action = "set_label"
    title = gettext_lazy("Set label of windows")
    explanation = gettext_lazy(
        "A label is shown with the hours. It doesn’t change when anyone can be reached."
    )

    label = forms.CharField(
        label=gettext_lazy("Label"),
        max_length=100,
        required=False,
        help_text=gettext_lazy(
            "In the language of this page. Leave blank to remove it in this language."
        ),
    )

    field_order = ("label", "languages")

    def change(self, window: LanguageWindow) -> bool:
        column = f"label_{get_language() or 'en'}"
        before, after = getattr(window, column) or "", str(self.cleaned_data["label"])
        setattr(window, column, after)
        return bool(before != after)

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from support.admin.bulk.on_dates import OnDatesForm
from support.admin.fields.pickers import ZoneField
from support.admin.fields.span import with_both_times
from support.admin.fields.wall_time import WallTimeField
from support.directory import DepartmentEntry, ServedLanguage
from support.locales.formatting import format_dates, join
from support.locales.languages import language_name
from support.models import LanguageWindow, SpecialHours
from support.schedule import Timetable

_EFFECTS = SpecialHours.Effects
_WITH_TIMES = (_EFFECTS.HOURS, _EFFECTS.ALSO)


class OpenForm(OnDatesForm):
    action = "open_on_date"
    title = gettext_lazy("Other hours on a date, or open")
    explanation = gettext_lazy(
        "This adds special hours to each department: other hours instead of the usual ones, more "
        "hours, or the usual ones despite a public holiday."
    )
    datalists = ("zones",)

    what = forms.ChoiceField(
        label=gettext_lazy("What happens"),
        choices=[(each.value, each.label) for each in (*_WITH_TIMES, _EFFECTS.AS_USUAL)],
        initial=_EFFECTS.HOURS.value,
        widget=forms.RadioSelect,
    )
    opens = WallTimeField(
        label=gettext_lazy("Opens"),
        required=False,
        help_text=gettext_lazy("You can enter both times here, like 10-14."),
    )
    closes = WallTimeField(label=gettext_lazy("Closes"), required=False, ends_day=True)
    zone = ZoneField(label=gettext_lazy("Time zone"), required=False)

    field_order = ("first_day", "last_day", "what", "opens", "closes", "zone")

    def __init__(self, departments: Any, data: Any = None) -> None:
        super().__init__(departments, with_both_times(data) if data else data)
        zones = LanguageWindow.objects.filter(department__in=departments).order_by()
        used = set(zones.values_list("zone", flat=True))
        if len(used) == 1:
            self.fields["zone"].initial = used.pop()

    def effect(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data["what"] not in _WITH_TIMES:
            return {"effect": data["what"]}
        times = {"opens": data["opens"], "closes": data["closes"], "zone": data["zone"]}
        return {"effect": data["what"]} | times

    def reasons(
        self, before: Sequence[DepartmentEntry], after: Sequence[DepartmentEntry]
    ) -> list[str]:
        """Say where the hours on these days stay as they are."""
        return list(self._unchanged(before, after))

    def _unchanged(
        self, before: Sequence[DepartmentEntry], after: Sequence[DepartmentEntry]
    ) -> Iterator[str]:
        language = get_language() or "en"
        days = format_dates(*self.days(), language)
        new = {entry.slug: {each.tag: each for each in entry.languages} for entry in after}
        for entry in before:
            same = [
                language_name(old.tag, language)
                for old in entry.languages
                if self._concerns(old.tag)
                and self._hours(old) == self._hours(new[entry.slug][old.tag])
            ]
            if same:
                yield _(
                    "%(department)s in %(languages)s: the hours on %(days)s stay the same, because "
                    "they are these hours already or another entry decides."
                ) % {
                    "department": entry.name.read(language) or entry.slug,
                    "languages": join(same, language),
                    "days": days,
                }

    def _concerns(self, tag: str) -> bool:
        chosen = self.cleaned_data["languages"]
        return not chosen or tag in chosen

    def _hours(self, served: ServedLanguage) -> object:
        timetable = served.timetable
        if not isinstance(timetable, Timetable):
            return None
        return sorted({shift.interval for shift in timetable.shifts(*self.days())})

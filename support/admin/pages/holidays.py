"""List the coming holidays of every observed calendar, to confirm or overrule with a click."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from support import clock
from support.admin.common.desk import desk_page
from support.contact_page import Viewpoint
from support.contact_page.lines.reason_line import holiday_reason
from support.directory.current import current_directory
from support.locales.calendar_names import calendar_name
from support.locales.formatting import format_dates, format_hours, join
from support.locales.languages import language_name
from support.models import Department, HolidayConfirmation, SpecialHours
from support.planning.holidays_ahead import ObservedHoliday, observed_holidays
from support.roles import CHANGE_HOURS, editable_departments
from support.schedule import DayHours, time_of

_LINES_PER_PAGE = 60


class FilterForm(forms.Form):
    """Ask which department and calendar to list; empty means all."""

    department = forms.ChoiceField(label=gettext_lazy("Department"), required=False)
    calendar = forms.ChoiceField(label=gettext_lazy("Public holidays"), required=False)

    def __init__(self, found: list[ObservedHoliday], data: Any) -> None:
        super().__init__(data)
        language = get_language() or "en"
        departments = {each.entry.slug: each.entry.name.read(language) for each in found}
        calendars = {each.holiday.calendar for each in found}
        names = sorted((calendar_name(code, language), code) for code in calendars)
        everything = [("", _("All"))]
        self.fields["department"].choices = [*everything, *departments.items()]  # type: ignore[attr-defined]
        self.fields["calendar"].choices = [  # type: ignore[attr-defined]
            *everything,
            *((code, name) for name, code in names),
        ]

    def narrowed(self, found: list[ObservedHoliday]) -> list[ObservedHoliday]:
        """Return the holidays that were asked for, ignoring a choice that is not valid."""
        self.is_valid()
        department = self.cleaned_data.get("department")
        calendar = self.cleaned_data.get("calendar")
        return [
            each
            for each in found
            if department in ("", None, each.entry.slug)
            and calendar in ("", None, each.holiday.calendar)
        ]


def holidays(request: HttpRequest) -> HttpResponse:
    """Show the holidays from today to the end of next year, and act on a button."""
    today = clock.now().date()
    found = observed_holidays(current_directory.latest(), today, date(today.year + 1, 12, 31))
    if request.method == "POST":
        return _decide(request, found)
    form = FilterForm(found, request.GET)
    page = Paginator(form.narrowed(found), _LINES_PER_PAGE).get_page(request.GET.get("page"))
    allowed = {
        action: set(editable_departments(request.user, permission).values_list("slug", flat=True))
        for action, (permission, _decision) in _ACTIONS.items()
    }
    context = {"form": form, "page": page, "lines": list(_lines(page.object_list, allowed))}
    return desk_page(request, "admin/support/holidays.html", _("Upcoming holidays"), context)


def _decide(request: HttpRequest, found: list[ObservedHoliday]) -> HttpResponse:
    by_name = {_name(each): each for each in found}
    for action, (permission, decide) in _ACTIONS.items():
        each = by_name.get(request.POST.get(action, ""))
        if each:
            allowed = editable_departments(request.user, permission)
            department = allowed.filter(slug=each.entry.slug).first()
            if department is None:
                raise PermissionDenied
            decide(request, each, department)
            return redirect(request.get_full_path())
    messages.error(request, _("This holiday is no longer in the list. Nothing was changed."))
    return redirect(request.get_full_path())


def _confirm(request: HttpRequest, each: ObservedHoliday, department: Department) -> None:
    HolidayConfirmation.objects.get_or_create(
        department=department,
        calendar=each.holiday.calendar,
        day=each.holiday.day,
        defaults={"confirmed_by_id": request.user.pk},
    )
    messages.success(request, _("Confirmed: {what}").format(what=_in_words(each)))


def _take_back(request: HttpRequest, each: ObservedHoliday, department: Department) -> None:
    HolidayConfirmation.objects.filter(
        department=department, calendar=each.holiday.calendar, day=each.holiday.day
    ).delete()
    messages.success(request, _("No longer confirmed: {what}").format(what=_in_words(each)))


def _overrule(request: HttpRequest, each: ObservedHoliday, department: Department) -> None:
    """Add special hours “as usual”, only for the languages that observe this calendar."""
    try:
        with transaction.atomic():
            special = SpecialHours(
                department=department,
                languages=each.observing,
                first_day=each.holiday.day,
                last_day=each.holiday.day,
                effect=SpecialHours.Effects.AS_USUAL,
            )
            special.full_clean()
            special.save()
            admin.site.get_model_admin(SpecialHours).log_addition(request, special, "")
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("Hours as usual: {what}").format(what=_in_words(each)))


_ACTIONS = {
    "confirm": (CHANGE_HOURS, _confirm),
    "take_back": (CHANGE_HOURS, _take_back),
    "overrule": ("support.add_specialhours", _overrule),
}


def _lines(shown: Any, allowed: dict[str, set[str]]) -> Iterator[dict[str, Any]]:
    language = get_language() or "en"
    view = Viewpoint(language, clock.now())
    confirmed = {
        (slug, calendar, day)
        for slug, calendar, day in HolidayConfirmation.objects.filter(
            day__in={each.holiday.day for each in shown}
        ).values_list("department__slug", "calendar", "day")
    }
    for each in shown:
        yield {
            "name": _name(each),
            "day": format_dates(each.holiday.day, each.holiday.day, language),
            "calendar": calendar_name(each.holiday.calendar, language),
            "holiday": holiday_reason(each.holiday, view),
            "department": each.entry.name.read(language),
            "closed": _languages(each.closed),
            "shortened": [_hours(tag, hours) for tag, hours in each.shortened],
            "observing": each.observing,
            "otherwise": _languages(each.otherwise),
            "special_hours": [entry.special.window.key for entry in each.special_hours],
            "is_confirmed": each.key in confirmed,
            "may_confirm": each.entry.slug in allowed["confirm"],
            "may_overrule": each.entry.slug in allowed["overrule"],
        }


def _name(each: ObservedHoliday) -> str:
    """Return the name that the form's buttons send for a holiday."""
    return f"{each.entry.slug} {each.holiday.calendar} {each.holiday.day.isoformat()}"


def _in_words(each: ObservedHoliday) -> str:
    language = get_language() or "en"
    day = format_dates(each.holiday.day, each.holiday.day, language)
    return f"{each.entry.name.read(language)} · {day} · {each.holiday.name}"


def _hours(tag: str, hours: tuple[DayHours, ...]) -> str:
    language = get_language() or "en"
    words = [format_hours(time_of(each.opens), time_of(each.closes), language) for each in hours]
    return _("{what}: {detail}").format(
        what=language_name(tag, language), detail=join(words, language)
    )


def _languages(tags: tuple[str, ...]) -> str:
    language = get_language() or "en"
    return join([language_name(tag, language) for tag in tags], language) if tags else ""

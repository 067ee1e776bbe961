"""List every page of the desk that does not belong to a model, in the order of the menu."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from support.admin.ahead.page import ahead
from support.admin.clock_changes.of_window import clock_changes_of_window
from support.admin.clock_changes.page import clocks
from support.admin.common.desk import DeskPage
from support.admin.configuration.page import configuration, download
from support.admin.coverage.page import coverage
from support.admin.explain.page import explain
from support.admin.first_page import attention
from support.admin.pages.calendar_parts import calendar_parts
from support.admin.pages.changes import changes
from support.admin.pages.close_too import close_too_page
from support.admin.pages.confirm_window import confirm_window
from support.admin.pages.holidays import holidays
from support.admin.pages.my_settings import my_settings
from support.admin.pages.open_again import open_again
from support.admin.pages.order import order
from support.admin.pages.people import may, people
from support.admin.pages.put_back import put_back_page
from support.admin.pages.read_date import read_date
from support.admin.pages.second_factor import second_factor, second_factor_picture
from support.admin.pages.suggestions import suggestions
from support.admin.pages.updated_data import updated_data
from support.admin.preview.contact_page_at import contact_page_at
from support.admin.translations.page import TRANSLATE, translations, translations_into
from support.admin.week.read_hours import read_hours
from support.roles import CHANGE_HOURS, User, may_manage_people

EVERYBODY = ""

DESK_PAGES: tuple[DeskPage, ...] = (
    DeskPage("attention/<slug:key>/", attention, "attention"),
    DeskPage(
        "windows/<int:pk>/confirm/", confirm_window, "confirm_window", permission=CHANGE_HOURS
    ),
    DeskPage("special-hours/close-too/", close_too_page, "close_too"),
    DeskPage("closures/<int:pk>/open-again/", open_again, "open_again"),
    DeskPage("support/<slug:kind>/<int:pk>/put-back/", put_back_page, "put_back"),
    DeskPage("departments/order/", order, "order", permission=CHANGE_HOURS),
    DeskPage("read-date/", read_date, "read_date", permission=EVERYBODY),
    DeskPage("read-hours/", read_hours, "read_hours", permission=EVERYBODY),
    DeskPage("suggestions/<slug:list_id>/", suggestions, "suggestions", permission=EVERYBODY),
    DeskPage("calendar-parts/", calendar_parts, "calendar_parts", permission=EVERYBODY),
    DeskPage("updated-data/", updated_data, "updated_data"),
    DeskPage("ahead/", ahead, "ahead", _("Coming up")),
    DeskPage("coverage/", coverage, "coverage", _("Coverage")),
    DeskPage("explain/", explain, "explain", _("Explain")),
    DeskPage("holidays/", holidays, "holidays", _("Upcoming holidays")),
    DeskPage("clock-changes/", clocks, "clock_changes", _("Clock changes")),
    DeskPage("clock-changes/<int:pk>/", clock_changes_of_window, "clock_changes_of_window"),
    DeskPage("changes/", changes, "changes", _("Changes")),
    DeskPage("translations/", translations, "translations", _("Translations")),
    DeskPage(
        "translations/<slug:language>/", translations_into, "translations_into", "", TRANSLATE
    ),
    DeskPage("configuration/", configuration, "configuration", _("Configuration")),
    DeskPage("configuration/download/", download, "configuration_download"),
    DeskPage(
        "contact-page/",
        contact_page_at,
        "contact_page_at",
        _("View page at another time"),
        EVERYBODY,
    ),
    DeskPage("people/", people, "people", _("People"), may_manage_people),
    DeskPage("people/may/", may, "may", permission=may_manage_people),
    DeskPage("my-settings/", my_settings, "my_settings", _("My settings"), EVERYBODY),
    DeskPage("second-factor/", second_factor, "second_factor", permission=EVERYBODY),
    DeskPage(
        "second-factor/picture.svg",
        second_factor_picture,
        "second_factor_picture",
        permission=EVERYBODY,
    ),
)


def desk_menu(user: User) -> list[DeskPage]:
    """Return the pages in the menu of `user`."""
    return [page for page in DESK_PAGES if page.title and page.is_for(user)]

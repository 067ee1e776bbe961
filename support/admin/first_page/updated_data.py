"""Hours that come out otherwise since an update of zone data or holiday calendars."""

from __future__ import annotations

from django.urls import reverse

from support.admin.common.data_difference_words import data_difference_words
from support.admin.first_page.context import FirstPageContext
from support.admin.first_page.line import Line
from support.planning.agreed_data import differences_since_agreed


def hours_changed_by_data(context: FirstPageContext) -> list[Line]:
    """List the differences of the coming year, each with a link to the page that confirms them."""
    return [
        Line(data_difference_words(each, context.language), reverse("admin:updated_data"))
        for each in differences_since_agreed(context.directory, context.at)
    ]

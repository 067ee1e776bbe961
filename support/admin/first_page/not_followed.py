"""Days ahead on which special hours do not hold for all the people whom they name."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from support.admin.common.close_too import losses_in_doubt
from support.admin.common.lost_lines import entry_words, lost_lines
from support.admin.first_page.context import FirstPageContext
from support.admin.first_page.line import Line
from support.contact_page import Viewpoint


def special_hours_not_followed(context: FirstPageContext) -> list[Line]:
    """List who does not follow special hours in the coming year, the earliest days first.

    Each line leads to the page on which those who stay open can be closed too.
    """
    view = Viewpoint(context.language, context.at, context.zone)
    losses = losses_in_doubt(context.directory.departments, context.today)
    return [
        Line(
            _("{what}: {detail}").format(
                what=entry_words(line.lost.entry, line.lost.department, view),
                detail=line.words,
            ),
            f"{reverse('admin:close_too')}?{urlencode({'entry': line.lost.loser})}",
        )
        for line in lost_lines(losses, view)
    ]

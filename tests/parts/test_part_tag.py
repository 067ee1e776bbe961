"""The template tag for parts."""

from __future__ import annotations

import pytest
from django.template import TemplateSyntaxError, engines


@pytest.mark.parametrize(
    "tag",
    [
        "{% part %}",
        "{% part value=5 %}",
        "{% part a.html value=5 %}",
        '{% part "a.html" %}',
        '{% part "a.html" 5 %}',
        '{% part "a.html" value=5 6 %}',
    ],
)
def test_tag_that_cannot_be_read_says_how_it_is_written(tag):
    with pytest.raises(TemplateSyntaxError, match="takes the name of a template in quotes, then"):
        engines["django"].from_string("{% load parts %}" + tag)


def test_value_can_have_a_filter():
    template = engines["django"].from_string(
        '{% load parts %}{% part "support/desks.html" desks=desks|default:"" %}'
    )

    assert template.render({"desks": None}) == '<ul class="reachable">\n</ul>\n'

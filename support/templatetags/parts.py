from __future__ import annotations

import re
from collections.abc import Mapping

from django import template
from django.template.base import FilterExpression, Node, Parser, Token, token_kwargs
from django.template.context import Context
from django.template.loader import get_template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from support.parts import parts

register = template.Library()

# Nothing on a page is shown with its spaces and line breaks as they are.
_INDENTATION = re.compile(r"\n\s+")

_QUOTED = re.compile(r"""(["'])(.+)\1""")


class PartNode(Node):
    """Render as `include … with … only`, or hand out what was rendered of the same values.

    The HTML is kept with the first of them, if that is a part; all must be immutable. It is in
    UTF-8, since one letter beyond Latin-1 doubles the memory of a whole string.

    It is no simple tag: a page has some seventy parts, and a simple tag's own work would be most of
    that of handing out what is kept.
    """

    def __init__(self, template_name: str, values: Mapping[str, FilterExpression]) -> None:
        self.template_name = template_name
        self._values = values

    def render(self, context: Context) -> SafeString:
        values = {name: value.resolve(context) for name, value in self._values.items()}
        html = parts.rendered(
            self.template_name,
            next(iter(values.values())),
            get_language() or "",  # the template translates into it
            tuple(values.values()),
            lambda: narrow(get_template(self.template_name).render(values)).encode(),
        )
        return SafeString(html.decode())


@register.tag
def part(parser: Parser, token: Token) -> PartNode:
    """Compile `{% part "a/template.html" value=… other=… %}`."""
    tag, *bits = token.split_contents()
    name = _QUOTED.fullmatch(bits.pop(0)) if bits else None
    values = token_kwargs(bits, parser)
    if name is None or not values or bits:
        raise template.TemplateSyntaxError(
            f"{tag} takes the name of a template in quotes, then values as name=value, as in "
            f'{{% {tag} "support/state.html" state=language.state %}}.'
        )
    return PartNode(name[2], values)


def narrow(html: str) -> str:
    """Return HTML without blank lines and indentation, a fortieth of what is sent.

    A space stays: text browsers take a line break between two Japanese words away.
    """
    return _INDENTATION.sub(" ", html)

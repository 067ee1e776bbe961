"""The contact page as one plain Django template with everything precomputed.

That yardstick is made of the page's own templates, so that it always says what the page says: one
template in English with the same loops and conditions; no inheritance, include, custom tag, filter
or translation. What those would have said stands in its context, which holds dictionaries, lists
and strings alone. It has no indentation either, as the page's parts have none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from django.template import Context, Engine, Template, engines
from django.template.base import Node, NodeList, TextNode, VariableNode
from django.template.defaulttags import ForNode, IfNode, LoadNode
from django.template.loader_tags import BlockNode, ExtendsNode, IncludeNode
from django.templatetags.i18n import TranslateNode
from django.utils.safestring import mark_safe

from support.templatetags.parts import PartNode, narrow

# What leads to a node: those that render a template of their own, then the node.
_Place = tuple[int, ...]


class PlainTemplate:
    """A template's plain form, and what its context was each time that it was rendered."""

    def __init__(self, name: str) -> None:
        self._names: dict[_Place, str] = {}
        source = _djangos(name)
        self.template: Template = Engine().from_string(self._nodes(source.nodelist, (), "page"))

    def context_of(self, render: Callable[[], object]) -> Callable[[], Context]:
        """Return what makes a context of its own for each rendering, since a context keeps what is
        pushed; it says what the page's templates say in `render`."""
        frame: dict[str, Any] = {}
        with _recorded(self._names, frame):
            render()
        return lambda: Context({"page": frame})

    def _nodes(self, nodes: NodeList, path: _Place, frame: str) -> str:
        return "".join(self._node(node, path, frame) for node in nodes)

    def _node(self, node: Node, path: _Place, frame: str) -> str:
        if isinstance(node, TextNode):
            return narrow(node.s)
        if isinstance(node, LoadNode):
            return ""
        if isinstance(node, ExtendsNode):
            return self._extended(node, path, frame)
        if isinstance(node, BlockNode):
            return self._nodes(node.nodelist, path, frame)
        inner = _inlined(node)
        if inner:
            return self._nodes(_djangos(inner).nodelist, (*path, id(node)), frame)
        name = self._names.setdefault((*path, id(node)), f"v{len(self._names)}")
        if isinstance(node, IfNode):
            return self._branches(node, path, frame, name)
        if isinstance(node, ForNode):
            return self._loop(node, path, frame, name)
        if isinstance(node, TranslateNode) and node.asvar is None and not _asks(node):
            return str(node.render(Context()))
        return f"{{{{ {frame}.{name} }}}}"

    def _branches(self, node: IfNode, path: _Place, frame: str, name: str) -> str:
        parts = []
        for number, (condition, nodes) in enumerate(node.conditions_nodelists):
            tag = "if" if number == 0 else "elif"
            head = f"{{% {tag} {frame}.{name}_{number} %}}" if condition else "{% else %}"
            parts.append(head + self._nodes(nodes, path, frame))
        return "".join(parts) + "{% endif %}"

    def _loop(self, node: ForNode, path: _Place, frame: str, name: str) -> str:
        body = self._nodes(node.nodelist_loop, path, f"each_{name}")
        empty = self._nodes(node.nodelist_empty, path, frame)
        head = f"{{% for each_{name} in {frame}.{name} %}}"
        return f"{head}{body}{'{% empty %}' if empty else ''}{empty}{{% endfor %}}"

    def _extended(self, node: ExtendsNode, path: _Place, frame: str) -> str:
        parent = _djangos(str(node.parent_name.var))
        for block in parent.nodelist.get_nodes_by_type(BlockNode):
            if isinstance(block, BlockNode) and block.name in node.blocks:
                block.nodelist = node.blocks[block.name].nodelist
        return self._nodes(parent.nodelist, path, frame)


@contextmanager
def _recorded(names: Mapping[_Place, str], frame: dict[str, Any]) -> Iterator[None]:
    """Write down in `frame` what each named node says while templates are rendered."""
    recorder = _Recorder(names, frame)
    kept, plainly = Node.render_annotated, TextNode.render_annotated

    def rendered(node: Node, context: Context) -> Any:
        return recorder.rendered(node, context, kept)

    def rendered_text(node: TextNode, context: Context) -> Any:
        recorder.enter(node)
        return plainly(node, context)

    with (
        patch.object(Node, "render_annotated", rendered),
        patch.object(TextNode, "render_annotated", rendered_text),
        patch("support.parts.parts.rendered", lambda *values: values[-1]()),
    ):
        yield


class _Recorder:
    """Follows a rendering: the place, and the frame of the innermost loop's present turn."""

    def __init__(self, names: Mapping[_Place, str], frame: dict[str, Any]) -> None:
        self._names = names
        self._path: _Place = ()
        self._frame = frame
        # By the first node of a branch or of a loop's body: what its turn does.
        self._entries: dict[_Place, Callable[[], None]] = {}

    def enter(self, node: Node) -> None:
        entry = self._entries.get((*self._path, id(node)))
        if entry:
            entry()

    def rendered(self, node: Node, context: Context, render: Callable[..., Any]) -> Any:
        self.enter(node)
        place = (*self._path, id(node))
        if _inlined(node):
            outside, self._path = self._path, place
            try:
                return render(node, context)
            finally:
                self._path = outside
        name = self._names.get(place)
        if name is None:
            return render(node, context)
        if isinstance(node, IfNode):
            return self._branches(node, context, render, name)
        if isinstance(node, ForNode):
            return self._loop(node, context, render, name)
        said = render(node, context)
        self._frame[name] = _value(node, context, said)
        return said

    def _branches(self, node: IfNode, context: Context, render: Any, name: str) -> Any:
        frame = self._frame
        for number, (_, nodes) in enumerate(node.conditions_nodelists):
            frame[f"{name}_{number}"] = False
            if nodes:
                self._entries[(*self._path, id(nodes[0]))] = _setter(frame, f"{name}_{number}")
        return render(node, context)

    def _loop(self, node: ForNode, context: Context, render: Any, name: str) -> Any:
        outside, rows = self._frame, []
        outside[name] = rows

        def turn() -> None:
            self._frame = {}
            rows.append(self._frame)

        self._entries[(*self._path, id(node.nodelist_loop[0]))] = turn
        try:
            return render(node, context)
        finally:
            self._frame = outside


def _setter(frame: dict[str, Any], name: str) -> Callable[[], None]:
    return lambda: frame.update({name: True})


def _value(node: Node, context: Context, said: Any) -> str:
    """Return what a plain variable must hold to say the same: text that is yet to be escaped."""
    if isinstance(node, VariableNode):
        value = node.filter_expression.resolve(context)
        if isinstance(value, str):
            return value
    return mark_safe(said)  # noqa: S308  # a template has written it


def _inlined(node: Node) -> str:
    """Return the name of the template that a node renders in its place; empty for other nodes."""
    if isinstance(node, IncludeNode):
        return str(node.template.var)
    if isinstance(node, PartNode):
        return node.template_name
    return ""


def _asks(node: TranslateNode) -> bool:
    """Tell whether what is translated is known only when it is rendered."""
    return not isinstance(node.filter_expression.var, str) and bool(
        getattr(node.filter_expression.var, "lookups", None)
    )


def _djangos(name: str) -> Template:
    engine: Any = engines["django"]
    template: Template = engine.engine.get_template(name)
    return template

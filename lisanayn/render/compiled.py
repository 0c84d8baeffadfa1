"""Templates as Jinja2 compiles them, with fewer detours: a page is hundreds of small strings, and what Jinja2 does for
each of them takes longer than making it.

Nothing of what a template may say or prints changes, only how the strings travel: a template and each of its blocks
gathers its strings in a list and hands on one, where Jinja2 hands every string from generator to generator.
"""

from __future__ import annotations

from functools import partial
from types import BuiltinMethodType, MethodType
from typing import Any

import jinja2
import markupsafe
from jinja2 import compiler, nodes, runtime
from jinja2.utils import missing
from markupsafe import Markup

from lisanayn.render.ready import escaped


def shown(value: object) -> str:
    """A value as a template prints it: what ``escape`` makes of it, though not always known as ready HTML, because
    nobody asks again."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value]
    return escaped(value) if kind is str else markupsafe.escape(value)  # type: ignore[arg-type]


class _Generator(compiler.CodeGenerator):
    """Writes a template as Python."""

    def write_commons(self) -> None:
        """What every function of a template begins with; here also what it looks up most."""
        super().write_commons()
        self.writeline("shown = environment.shown")
        self.writeline("attribute_of = environment.getattr")

    def enter_frame(self, frame: compiler.Frame) -> None:
        """The beginning of a template, a block, a loop: the first two get a list for their strings."""
        super().enter_frame(frame)
        if frame.parent is None and frame.buffer is None and (frame.rootlevel or frame.block_frame):
            self.buffer(frame)

    def leave_frame(self, frame: compiler.Frame, with_python_scope: bool = False) -> None:
        """Their end."""
        super().leave_frame(frame, with_python_scope)
        if frame.parent is None and frame.buffer is not None and (frame.rootlevel or frame.block_frame):
            self.writeline(f"yield concat({frame.buffer})")

    def visit_Getattr(self, node: nodes.Getattr, frame: compiler.Frame) -> None:
        """``value.name``"""
        self.write("attribute_of(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r})")

    def _output_child_pre(
        self, node: nodes.Expr, frame: compiler.Frame, finalize: compiler.CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("shown(")
        else:
            super()._output_child_pre(node, frame, finalize)


_SIMPLE = frozenset({partial, MethodType, BuiltinMethodType})
"""Kinds of what templates call that ask for nothing of Jinja2's, as macros do: ``asset``, ``once``, ``t.n``."""


class _Context(runtime.Context):
    """The names that a template sees."""

    def call(self, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Calls something for a template."""
        if type(called) not in _SIMPLE:
            return super().call(called, *args, **kwargs)
        if kwargs:
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
        return called(*args, **kwargs)

    def derived(self, locals: dict[str, Any] | None = None) -> _Context:
        """The same with more names, for a block that sees those around it. The blocks are shared: they are only added
        to while a template finds out what it extends, which is over then."""
        made = object.__new__(_Context)
        made.__dict__.update(self.__dict__)
        made.parent = {**self.parent, **self.vars}
        for name, value in (locals or {}).items():
            if value is not missing:
                made.parent[name] = value
        made.vars = {}
        made.exported_vars = set()
        return made


class Environment(jinja2.Environment):
    """An environment whose templates print faster."""

    code_generator_class = _Generator
    context_class = _Context
    shown = staticmethod(shown)

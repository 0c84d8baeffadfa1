"""What a template depends on: the templates it reaches and the assets it names.

Templates of a site are parsed, so that a mistake in one is told before anything is made. The theme's own are known to
have none, and nearly all name what they use in plain strings: a look at their tags takes a tenth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import jinja2
from jinja2 import meta, nodes

from lisanayn.problems import TemplateFault
from lisanayn.record import record

_BUILT_IN = "theme/"
"""Before the names under which the theme's own templates are always there (``build.theme``)."""

_QUOTED = r"""(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+')"""
_TAG = re.compile(rf"\{{#.*?#\}}|\{{([%{{])[-+]?((?:{_QUOTED}|[^\"'])*?)[-+]?[%}}]\}}", re.DOTALL)
"""A comment, or what stands inside a tag or an expression: strings may hold the signs that end one."""
_STRINGS = re.compile(_QUOTED)
_LOADS = re.compile(r"\s*(?:extends|include|import|from)\b")
_LOADED = re.compile(r"""\s*(?:extends|include|import|from)\s+["']([^"'\\]+)["'](?:\s+(?!~|if\b|\W)|\s*$)""")
_ASSET = re.compile(r"""\basset(?:_exists)?\(\s*["']([^"'\\]+)["']\s*\)""")
_HARD = re.compile(r"\b(?:assets?|asset_exists|raw)\b")
"""What is left of a tag that only the parser understands: the list of all assets, an asset whose name is computed,
text that is no tag though it looks like one."""


@record
class Named:
    """What one template names by itself."""

    templates: tuple[str, ...] | None
    """None: a name is only known while rendering, and may be any."""
    assets: frozenset[str] | None
    """None: it may be any."""


def named_in(name: str, sources: Mapping[str, str], environment: jinja2.Environment) -> Named:
    """What the template ``name`` names in its text. Raises TemplateFault for a template of the site that cannot be
    parsed."""
    source = sources[name]
    built_in = name.startswith(_BUILT_IN) or sources.get(_BUILT_IN + name) == source
    return (seen(source) if built_in else None) or parsed(source, name, environment)


def seen(source: str) -> Named | None:
    """What a look at the tags of a template finds; None when that is not enough."""
    templates: list[str] = []
    assets: set[str] = set()
    end = 0
    for match in _TAG.finditer(source):
        if "{%" in source[end : match.start()] or "{{" in source[end : match.start()]:
            return None
        end = match.end()
        inside = match[2]
        if inside is None:
            continue
        if match[1] == "%" and _LOADS.match(inside):
            loaded = _LOADED.match(inside)
            if not loaded:
                return None
            templates.append(loaded[1])
        assets.update(_ASSET.findall(inside))
        if _HARD.search(_STRINGS.sub("", _ASSET.sub("", inside))):
            return None
    rest = source[end:]
    return None if "{%" in rest or "{{" in rest else Named(tuple(templates), frozenset(assets))


def parsed(source: str, name: str, environment: jinja2.Environment) -> Named:
    """The same of any template."""
    try:
        tree = environment.parse(source, name)
    except jinja2.TemplateSyntaxError as fault:
        raise TemplateFault(f"templates/{name}:{fault.lineno}: {fault.message}") from fault
    found = list(meta.find_referenced_templates(tree))
    templates = None if None in found else tuple([one for one in found if one])
    return Named(templates, _assets(tree))


def _assets(tree: nodes.Template) -> frozenset[str] | None:
    found: set[str] = set()
    if any(one.name == "assets" for one in tree.find_all(nodes.Name)):
        return None
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in ("asset", "asset_exists"):
            argument = call.args[0] if call.args else None
            if not isinstance(argument, nodes.Const):
                return None
            found.add(str(argument.value))
    return frozenset(found)


def reach(
    name: str, sources: Mapping[str, str], known: dict[str, Named], environment: jinja2.Environment
) -> tuple[set[str], frozenset[str] | None]:
    """(templates a template reaches, itself included; assets they name, None for all). ``known`` remembers what was
    found out about each."""
    reached: set[str] = set()
    assets: frozenset[str] | None = frozenset()
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current in reached or current not in sources:
            continue
        reached.add(current)
        if current not in known:
            known[current] = named_in(current, sources, environment)
        named = known[current]
        waiting += sources if named.templates is None else named.templates
        assets = None if assets is None or named.assets is None else assets | named.assets
    return reached, assets

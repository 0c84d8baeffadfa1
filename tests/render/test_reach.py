"""What templates depend on."""

import jinja2
import pytest

from lisanayn.build.theme import read_theme
from lisanayn.disk import MemoryDisk
from lisanayn.problems import TemplateFault
from lisanayn.render.reach import Named, named_in, parsed, reach, seen

TEMPLATES = dict(read_theme(MemoryDisk({})).templates)
ENVIRONMENT = jinja2.Environment()


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name.startswith("theme/")])
def test_a_look_at_a_template_of_the_theme_finds_what_parsing_finds(name: str) -> None:
    source = TEMPLATES[name]
    found = seen(source)
    assert found is None or in_order(found) == in_order(parsed(source, name, ENVIRONMENT))


def in_order(named: Named) -> tuple[list[str], list[str]]:
    return sorted(set(named.templates or ())), sorted(named.assets or ())


def test_a_look_is_enough_for_the_pages_of_the_theme() -> None:
    assert [name for name, text in TEMPLATES.items() if name.endswith(".html") and seen(text) is None] == []


@pytest.mark.parametrize(
    "source",
    [
        "{% include view.name %}",
        "{% include 'a' ~ 'b' %}",
        "{% extends 'a' if view else 'b' %}",
        "{% include ['a', 'b'] %}",
        "{{ asset(view.name) }}",
        "{{ asset('a' ~ 'b') }}",
        "{% for path in assets %}{% endfor %}",
        "{% set named = asset %}",
        "{% raw %}{{ asset('a') }}{% endraw %}",
        "{{ 'a",
    ],
)
def test_what_a_look_cannot_tell_is_left_to_the_parser(source: str) -> None:
    assert seen(source) is None


def test_strings_and_comments_are_not_taken_for_tags() -> None:
    source = (
        "{# asset(name) #}{{ '}}' ~ asset('one.css') }}"
        '{% if asset_exists("two.css") %}{{ "asset %}" }}{% endif %}'
    )
    assert seen(source) == parsed(source, "a", ENVIRONMENT) == Named((), frozenset({"one.css", "two.css"}))


def test_a_template_of_the_site_is_parsed_whatever_it_says() -> None:
    with pytest.raises(TemplateFault, match=r"templates/home\.html:1: "):
        named_in("home.html", TEMPLATES | {"home.html": "{% if %}"}, ENVIRONMENT)


def test_a_template_that_may_load_any_reaches_all() -> None:
    sources = {"a": "{% include view.name %}", "b": "{{ asset('x') }}", "c": "{% for one in assets %}{% endfor %}"}
    assert reach("a", sources, {}, ENVIRONMENT) == ({"a", "b", "c"}, None)
    assert reach("b", sources, {}, ENVIRONMENT) == ({"b"}, frozenset({"x"}))

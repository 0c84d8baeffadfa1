"""What nearly every text can do without the long way comes to what the long way does."""

import json

from hypothesis import example, given, settings
from hypothesis import strategies as st
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup, escape

from lisanayn.render.inline import _words_with_all, words_html
from lisanayn.render.ready import ready
from lisanayn.render.theme import json_script, make_theme
from lisanayn.text.languages import LANGUAGES

TEXTS = st.text(max_size=40) | st.text(
    st.sampled_from("abÉ مي٣5۵ 10km كم.,-–+$€%&<>\"'()[]«»…\u00a0\u200f\u200c\u0640\u064bאב"), max_size=30
)


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from(sorted(LANGUAGES)))
@example("بعد ٣ كم", "ar")
@example("بعد 3 كم (km)", "ar")
@example("۵ کم", "fa")
@example("5 km & <b>", "en")
@example("مصر, twice", "en")
def test_words_that_are_their_own_html_are_so_by_all_rules(text, lang):
    assert words_html(text, lang) == _words_with_all(text, LANGUAGES[lang])


PLAIN = st.none() | st.booleans() | st.integers() | st.text(max_size=20)


@settings(deadline=None)
@given(
    st.recursive(PLAIN, lambda one: st.lists(one, max_size=3) | st.dictionaries(st.text(max_size=8), one, max_size=3))
)
def test_json_in_a_script_is_escaped_as_jinja_does(value):
    def dumps(one, **_):
        return json.dumps(one, ensure_ascii=False, separators=(",", ":"))

    text = json_script(dumps(value))
    expected = htmlsafe_json_dumps(value, dumps=dumps).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    assert text == expected and isinstance(text, Markup)
    assert json.loads(text) == value
    assert not set(text) & set("<>&'\u2028\u2029")


@settings(deadline=None)
@given(st.text(max_size=20), st.text(max_size=20))
def test_a_template_prints_text_escaped_and_ready_html_as_it_is(text, html):
    source = "{{ text }}|{{ html }}|{{ number }}|{{ text|upper }}{% if true %}{{ text ~ html }}{% endif %}"
    template = make_theme({"a.html": source}, {}, {}).environment.get_template("a.html")
    made = template.render(text=text, html=Markup(html), number=3)
    assert made == f"{escape(text)}|{html}|3|{escape(text.upper())}{escape(text)}{html}"
    assert ready(html) == Markup(html) and type(ready(html)) is Markup

"""The words of the interface, from gettext catalogues (``locale/ar.po``).

We read the catalogues ourselves, in thirty lines: Babel's reader takes 50 ms to load, longer than most builds.
The plural rule in a catalogue's header is compiled by the standard library's gettext: any language's catalogue works.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from gettext import c2py

from markupsafe import Markup, escape

from lisanayn.problems import TemplateFault
from lisanayn.record import record
from lisanayn.text.lang import DigitSystem
from lisanayn.text.languages import LANGUAGES
from lisanayn.text.numbers import format_number, to_system

_FIELD = re.compile(r'(msgid_plural|msgid|msgstr(?:\[(\d+)\])?)\s+(".*")')
_ESCAPED = re.compile(r"\\(.)")
_MOST_COUNTED = 4096
_SLOT = re.compile(r"\{(\w+)\}")


@record
class Catalogue:
    """The interface strings of one language."""

    lang: str
    texts: Mapping[str, tuple[str, ...]]
    """Key → the forms of the string, one for strings that count nothing. Never changed after it was read."""
    form: Callable[[int], int]
    """Which form belongs to a number."""


def read_catalogue(lang: str, source: str) -> Catalogue:
    """A gettext catalogue from its text. Raises TemplateFault where it cannot be read."""
    texts: dict[str, tuple[str, ...]] = {}
    for entry in re.split(r"\n\s*\n", source.replace("\r\n", "\n")):
        key, forms = _read_entry(entry, lang)
        if forms and all(forms):
            texts[key] = forms
    header = "".join(texts.pop("", ()))
    rule = re.search(r"plural=([^;\n]+)", header)
    try:
        form = c2py(rule[1].strip()) if rule else c2py("n != 1")
    except (ValueError, SyntaxError, RecursionError) as fault:
        raise TemplateFault(f"locale/{lang}.po: the plural rule cannot be read: {fault}") from fault
    return Catalogue(lang, texts, form)


def _read_entry(entry: str, lang: str) -> tuple[str, tuple[str, ...]]:
    """(key, forms) of one paragraph of a catalogue; no forms for one that only comments."""
    key, forms, into = "", dict[int, str](), ""
    for line in entry.split("\n"):
        line = line.strip()
        match = _FIELD.fullmatch(line)
        if match:
            into = match[1]
            if into == "msgid":
                key = _unquoted(match[3])
            elif into != "msgid_plural":
                forms[int(match[2] or 0)] = _unquoted(match[3])
        elif line.startswith('"') and line.endswith('"'):
            if into == "msgid":
                key += _unquoted(line)
            elif into.startswith("msgstr"):
                number = max(forms)
                forms[number] += _unquoted(line)
        elif line and not line.startswith("#"):
            raise TemplateFault(f"locale/{lang}.po: a line that gettext does not know: {line!r}")
    return key, tuple([forms[n] for n in sorted(forms)])


def _unquoted(text: str) -> str:
    return _ESCAPED.sub(lambda m: {"n": "\n", "t": "\t"}.get(m[1], m[1]), text[1:-1])


class Strings:
    """The interface strings of a language, as templates use them: ``t.skip``, ``t["theme_" ~ name]``,
    ``t.n("sentences", 5)``. Every string is an attribute, made once, because a page asks for a hundred."""

    def __init__(self, catalogue: Catalogue, digits: DigitSystem, others: Callable[[str], Strings]) -> None:
        self._plain = {key: Markup(escape(forms[0])) for key, forms in catalogue.texts.items()}
        self.__dict__.update(self._plain)
        self._catalogue = catalogue
        self._digits = digits
        self._others = others
        self._language = LANGUAGES[catalogue.lang]
        self._counted: dict[tuple[str, int], Markup] = {}

    def __getitem__(self, key: str) -> Markup:
        """The string of a key that is only known while rendering. Raises TemplateFault when there is none."""
        found = self._plain.get(key)
        return Markup(escape(self._forms(key)[0])) if found is None else found

    def n(self, key: str, number: int, **slots: object) -> Markup:
        """The form of a string that belongs to a number; ``{n}`` is the number."""
        made = None if slots else self._counted.get((key, number))
        if made is None:
            made = self._count(key, number, slots)
            if not slots and len(self._counted) < _MOST_COUNTED:
                self._counted[key, number] = made
        return made

    def _count(self, key: str, number: int, slots: dict[str, object]) -> Markup:
        forms = self._forms(key)
        form = forms[min(self._catalogue.form(number), len(forms) - 1)] if len(forms) > 1 else forms[0]
        return self._filled(form, {**slots, "n": number}) if "{" in form else Markup(escape(form))

    def num(self, number: int | str) -> str:
        """A number in the language's digits."""
        if isinstance(number, str):
            return to_system(number, self._digits)
        return format_number(number, self._language, self._digits)

    def of(self, lang: str) -> Strings:
        """The strings of another language of the site."""
        return self._others(lang)

    def _forms(self, key: str) -> tuple[str, ...]:
        forms = self._catalogue.texts.get(key)
        if forms is None:
            raise TemplateFault(f"locale/{self._catalogue.lang}.po has no string {key!r}")
        return forms

    def _filled(self, text: str, slots: Mapping[str, object]) -> Markup:
        def fill(match: re.Match[str]) -> str:
            if match[1] not in slots:
                raise TemplateFault(f"locale/{self._catalogue.lang}.po: nothing fills {match[0]} in {text!r}")
            value = slots[match[1]]
            return str(escape(self.num(value) if isinstance(value, int) else value))

        return Markup(_SLOT.sub(fill, str(escape(text))))

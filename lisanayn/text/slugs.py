"""Slugs: the part of an address that names an article or a tag."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from lisanayn.text.folding import fold
from lisanayn.text.lang import words
from lisanayn.text.normal import compose, normalized
from lisanayn.text.romanize import romanize

MOST_BYTES = 120
"""Length of a slug in UTF-8: file systems allow 255, and an Arabic letter takes six characters of an address."""

Policy = Literal["latin", "keep"]
"""``latin``: transliterated. ``keep``: in the letters of the title."""

RESERVED = frozenset(
    words("index index.html 404 404.html feed feed.xml feed.json")
    + words("tags archive search page people series credits coverage offline")
)
"""Segments under a language that are the site's own: no story may stand there."""

_WINDOWS = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:[ .].*)?", re.IGNORECASE | re.DOTALL)
_MARKS = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u08ca-\u08ff]+"
)
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0]+"
)
_APOSTROPHES = re.compile("['’‘ʼʿʾ`´׳״\"]+")
_WORD = re.compile(r"[^\W_]+")
_ARABIC = re.compile("[\u0620-\u06ff]")


@lru_cache(maxsize=2048)
def slugify(text: str, policy: Policy) -> str:
    """A slug made from a title; making a slug of a slug changes nothing.

    At most ``MOST_BYTES`` bytes, cut between words where it can be; empty when the title has no letter or digit.
    """
    text = _APOSTROPHES.sub("", _INVISIBLE.sub("", _MARKS.sub("", compose(text))))
    slug = ""
    for match in _WORD.finditer(text):
        word = _latin(match[0]) if policy == "latin" else match[0].lower()
        longer = f"{slug}-{word}" if slug and word else slug + word
        if len(longer.encode()) > MOST_BYTES:
            return slug or longer.encode()[:MOST_BYTES].decode(errors="ignore").rstrip("-")
        slug = longer
    return slug


def _latin(word: str) -> str:
    """A word in ASCII letters; empty where there are none for it."""
    if not word.isascii():
        from anyascii import anyascii

        if _ARABIC.search(word):
            word = romanize(word)
        word = "-".join(_WORD.findall(anyascii(word)))
    return word.lower()


# Small letters of other scripts that look like Latin ones.
_LOOKALIKES = str.maketrans("аесорхуіјѕԁһԛԝьοαρυνικτ", "aecopxyijsdhqwboapuvikt")
_CONFUSABLE = _LOOKALIKES | dict.fromkeys(map(ord, "‐‑‒–—―−_"), "-")


@lru_cache(maxsize=1 << 15)
def slug_key(slug: str) -> str:
    """The key by which two slugs count as one: what a reader, a host or a file system would take for each other.

    Case, accents, marks, spellings (see ``fold``), invisible characters, look-alikes of other scripts, and dots and
    spaces at the end make no difference.
    """
    key = normalized(_INVISIBLE.sub("", fold(slug)), "NFKC")
    return fold(key).translate(_CONFUSABLE).rstrip(". ")


def without_invisible(text: str) -> str:
    """The text without the characters that nobody sees: joiners, direction controls, fillers."""
    return _INVISIBLE.sub("", text)


def mixed_script(slug: str) -> str:
    """The first word of a slug that mixes letters of two scripts, as forgers do; empty when there is none."""
    for word in _WORD.findall(slug):
        scripts = {unicodedata.name(letter, "").split(" ")[0] for letter in word if letter.isalpha()}
        if len(scripts) > 1 and not word.isascii():
            return str(word)
    return ""


_FAULTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[/\\\u2044\u2215\u29f8\u29f9\uff0f\uff3c]"), "holds {}, a separator of folders"),
    (re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"), "holds the control {}"),
    (_INVISIBLE, "holds the invisible character {}"),
    (re.compile(r"\s"), "holds a space; write a hyphen instead"),
    (re.compile(r"[<>:\"|?*%#&;=+@$,!'(){}\[\]^`]"), "holds {}, which an address or a file name cannot hold"),
    (re.compile(r"^[.~-]|[.-]$|\.\.|~"), "begins or ends with a dot or a hyphen, or holds two dots or a tilde"),
    (re.compile("[\u0300-\u036f\u064b-\u065f\u0670\u0640]"), "holds {}, a vowel mark or a tatweel; leave it out"),
)


@lru_cache(maxsize=1 << 15)
def slug_fault(slug: str) -> str:
    """Why an author's slug cannot be used, in words that go on after "the slug"; empty for a good one."""
    if not _WORD.search(slug):
        return "has no letter and no digit" if slug.strip() else "is empty"
    size = len(slug.encode("utf-8", "surrogatepass"))
    if size > MOST_BYTES:
        return f"is {size} bytes long, {MOST_BYTES} are allowed"
    if compose(slug) != slug:
        return "is not in the composed form of Unicode (NFC)"
    for pattern, fault in _FAULTS:
        match = pattern.search(slug)
        if match:
            letter = match[0][:1]
            plain = letter.isascii() and letter.isprintable()
            return fault.format(repr(letter) if plain else f"U+{ord(letter):04X}")
    if _WINDOWS.fullmatch(slug):
        return "is a name that Windows keeps for itself"
    if slug.casefold() in RESERVED:
        return "is a name that the site's own pages use"
    return ""

"""Slugs: the part of an address that names an article or a tag."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from lisanayn.text.folding import fold
from lisanayn.text.normal import compose

MOST_BYTES = 120
"""Length of a slug in UTF-8: the file system allows 255, and a percent-encoded Arabic letter takes six characters."""

Policy = Literal["latin", "keep"]

RESERVED = frozenset({"index", "feed", "tags", "archive", "search", "404", "robots", "sitemap", "assets", "static"})
"""Names that the site's own pages use."""

_WINDOWS = frozenset(
    ["con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in "123456789¹²³")]
)
_ARTICLE = re.compile("(?<![\u0621-\u064a])([وفبك]?)ال(?=[\u0621-\u064a])")
_ROMAN = str.maketrans(
    {
        "ء": "", "آ": "a", "أ": "a", "إ": "i", "ؤ": "u", "ئ": "i", "ا": "a", "ٱ": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j",
        "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z",
        "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ة": "a", "و": "w", "ي": "y",
        "ى": "a", "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ڤ": "v", "ی": "y", "ک": "k", "٠": "0", "١": "1", "٢": "2", "٣": "3",
        "٤": "4", "٥": "5", "٦": "6", "٧": "7", "٨": "8", "٩": "9",
    }
)  # fmt: skip
_MARKS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u08ca-\u08ff]+")
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]+")
_NOT_WORD = re.compile(r"[\W_]+")
_APOSTROPHES = re.compile("['’‘ʼʿʾ`]+")


def slugify(text: str, policy: Policy) -> str:
    """A slug made from a title: letters of ``a-z0-9`` for ``latin``, the title's own letters for ``keep``.

    At most ``MOST_BYTES`` bytes, cut at a word where there is one; empty when the title has no letter or digit.
    """
    text = _INVISIBLE.sub("", _MARKS.sub("", compose(text)))
    text = _APOSTROPHES.sub("", text)
    if policy == "latin":
        text = _latin(text)
    else:
        text = text.lower()
    words = [word for word in _NOT_WORD.split(text) if word]
    return _shortened(words)


def _latin(text: str) -> str:
    """The text in ASCII letters."""
    if not text.isascii():
        from anyascii import anyascii

        text = _ARTICLE.sub(lambda m: {"و": "wal ", "ف": "fal ", "ب": "bil ", "ك": "kal "}.get(m[1], "al "), text)
        text = anyascii(text.translate(_ROMAN))
    return text.lower()


def _shortened(words: list[str]) -> str:
    """The words with hyphens between, as many as the limit allows; a longer first word is cut."""
    slug = "-".join(words)
    while len(slug.encode()) > MOST_BYTES and len(words) > 1:
        words = words[:-1]
        slug = "-".join(words)
    return slug.encode()[:MOST_BYTES].decode(errors="ignore")


def slug_key(slug: str) -> str:
    """The key by which two slugs count as one: what one file system, one reader or one host would confuse."""
    return unicodedata.normalize("NFKC", _INVISIBLE.sub("", fold(slug))).translate(_CONFUSABLE)


_CONFUSABLE = str.maketrans("аеорсухіјѕԁһьﾠ", "aeopcyxijsdhb" + " ") | {0x131: "i"}


def slug_fault(slug: str) -> str:
    """Why an author's slug cannot be used, in words that follow "the slug"; empty for a good one."""
    if not slug.strip(" .-"):
        return "is empty"
    if len(slug.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        return f"is {len(slug.encode('utf-8', 'surrogatepass'))} bytes long; {MOST_BYTES} are allowed"
    for pattern, fault in _FAULTS:
        match = pattern.search(slug)
        if match:
            return fault.format(f"U+{ord(match[0][0]):04X}" if not match[0].isprintable() else match[0])
    if slug.split(".")[0].rstrip(" ").casefold() in _WINDOWS:
        return "is a name that Windows keeps for itself"
    if slug.casefold() in RESERVED:
        return "is a name that the site's own pages use"
    return ""


_FAULTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[/\\\u2044\u2215\u29f8\uff0f\uff3c]"), "holds the separator {}"),
    (re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"), "holds the control character {}"),
    (_INVISIBLE, "holds the invisible character {}"),
    (re.compile(r"[<>:\"|?*%#&;=]"), "holds {}, which addresses or file names cannot hold"),
    (re.compile(r"\s"), "holds a space; write a hyphen"),
    (re.compile(r"^[.~-]|[.]$|\.\."), "begins or ends with a dot, a tilde or a hyphen"),
)

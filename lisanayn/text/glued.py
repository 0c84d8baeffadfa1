"""Sentences run together: ``انتهى.وقال``, ``end.Then``, a space forgotten behind the mark."""

from __future__ import annotations

import re

from lisanayn.text.lang import words

_VOWEL_MARKS = re.compile("[\u064b-\u065f\u0670]+")
_ADDRESS = re.compile(r"[/@_\\=#&<>]|www\.")
_BEFORE_WORD = re.compile(r"[.\"«“(\[]")
_NOT_WORD = re.compile(r"\W")
_CLOSING = frozenset("\"”»)]")
_FILE_ENDINGS = frozenset(
    words(
        """
        com net org edu gov info biz tv co io uk us fr de eu
        html htm php asp aspx jsp xml pdf doc docx xls xlsx ppt pptx txt md csv py js css jpg jpeg png gif svg webp mp3
        mp4 zip rar exe
        """
    )
)
_SPELLED_ENDINGS = frozenset(("كوم", "نت", "أورغ", "أورج", "اورج", "کام", "קום"))
"""``.com`` and its like as they are spelled in other scripts: ``أمازون.كوم``."""


def glued(text: str, begin: int, stop: int, end: int, spelled: frozenset[str]) -> bool:
    """Whether the marks ``text[stop:end]``, with no white space behind them, end the sentence that began at ``begin``.

    Only before a letter, and only between words: not in an address, a file name or a chain of abbreviations.
    ``spelled`` holds the language's names of foreign letters.
    """
    following = text[end]
    if not following.isalpha() or stop == begin or end - stop > 2 or text[stop - 1].isspace():
        return False
    marks = text[stop:end]
    if len(marks) == 2 and not _closes(text, begin, stop, marks):
        return False
    left = text[max(begin, stop - 64) : stop].split()[-1]
    right = text[end : end + 64].split()[0]
    if _ADDRESS.search(left + right):
        return False
    if "\u0590" <= following <= "\u08ff":
        return marks[0] in "؟۔" or _between_words(left, right, len(marks) == 2, spelled)
    return _between_latin(left, right)


def _closes(text: str, begin: int, stop: int, marks: str) -> bool:
    """Whether the second mark closes a quotation or bracket; a straight quote does when one is open."""
    if marks[1] == '"':
        return text.count('"', max(begin, stop - 1000), stop) % 2 == 1
    return marks[1] in _CLOSING


def _between_words(left: str, right: str, closed: bool, spelled: frozenset[str]) -> bool:
    """Between letters without case. Single letters and letters' names are abbreviations: ``أ.د.محمد``, ``يو.إس``;
    one or two digits number a list."""
    if left.isdigit() and len(left) < 3:
        return False
    word = _VOWEL_MARKS.sub("", _BEFORE_WORD.split(left)[-1])
    following = _VOWEL_MARKS.sub("", _NOT_WORD.split(_VOWEL_MARKS.sub("", right))[0])
    if following in _SPELLED_ENDINGS or following in spelled or word in spelled:
        return False
    return len(following) > 1 and (closed or len(word) > 1 or word.isdigit() or left[-1] in _CLOSING)


def _between_latin(left: str, right: str) -> bool:
    """Between a small letter and a capital: ``end.Then``, but not ``report.Pdf``, ``Node.Js`` or ``U.S.A``."""
    if "." in left or not right[0].isupper() or not right[1:2].islower():
        return False
    if not (left[-2:].isalpha() and left[-2:].islower() and len(left) > 1) and left[-1] not in _CLOSING:
        return False
    return right.strip(".,;:!?\"'”’)").lower() not in _FILE_ENDINGS

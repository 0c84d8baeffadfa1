"""Where in a line the credit of a picture stands, and what it is made of. No judgement: ``parse.captions`` has that.

Print knows few forms: «… الحر (الفرنسية)», "… [Name/Agency]", "… © AFP", "… REUTERS/Name", «… تصوير: فلان - رويترز».
"""

from __future__ import annotations

import re
from typing import Literal

from lisanayn.model.agency import AgencyTable, find_credit, is_known
from lisanayn.record import record
from lisanayn.text.folding import fold
from lisanayn.text.newswire import INVISIBLE, Newswire, name_words

EDGES = INVISIBLE + " \t\n\r\x0b\x0c\u00a0\u202f"
"""White space and characters without width: stripped around captions and credits, inside they stay."""

MOST_CREDIT = 90
"""Letters a credit may have; what is longer in parentheses is text."""

# Closing bracket to the brackets that may open it. The ornate pair is printed either way round.
_PAIRS = {")": "(", "]": "[", "）": "（", "］": "［", "】": "【", "}": "{", "\ufd3e": "\ufd3f", "\ufd3f": "\ufd3e"}
CLOSING = frozenset(_PAIRS)
"""Brackets that may close a credit."""
_OPEN = frozenset(_PAIRS.values()) - frozenset("\ufd3e\ufd3f")
_REVERSED = {"(": ")", "[": "]"}
_UNCLOSED = re.compile(r"[(\[（]([^()\[\]（）\n]{2,40})$")
_COPYRIGHT = re.compile(r"\s*©\s*(?:\d{4}\s+)?([^©\n]{2,70})$")
_CAPITALS_SLASH = re.compile(r"(?:^|\s)([A-Z]{2,12}(?: (?:Photo|PHOTO))?/[^\n]{1,60}[^\n.])$")
_BAR = re.compile(r"\s+\|\s+([^|\n]{2,60})$")
_LABEL = re.compile(r"(?:^|(?<=[\s(\[،,.–—|-]))([^\s:：\d][^:：\n]{1,24}?)\s?[:：]\s*([^:：\n]{2,70})$")
_FILE = re.compile(r"\s*([^\s:：–—-]{3,12}(?: [^\s:：–—-]{2,12}){0,2})\s*[:：–—-]\s")
_QUALIFIER_SIGN = re.compile(r"\s*[-–—/،,:|+]\s*")
_INNER = re.compile(r"^(.*?)\s*[(\[]([^()\[\]]{2,30})[)\]]$")

Shape = Literal["brackets", "reversed", "unclosed", "copyright", "slash", "bar", "label"]


@record
class Printed:
    """A line taken apart: what is before the credit, and the credit as it stands."""

    before: str
    """Text before the credit, stripped; the caption, if the line is one."""
    inside: str
    """The credit with its qualifier and label, without brackets."""
    shape: Shape
    """The form of print."""
    stopped: bool = False
    """Whether a full stop follows the bracket."""


def printed_credit(text: str, after_stop: bool = False) -> Printed | None:
    """The last thing of a text that has the form of a credit, or None.

    ``after_stop`` looks also before a final full stop: «… (رويترز).»
    """
    text = text.strip(EDGES)
    stopped = after_stop and text[-1:] == "." and text[-2:-1] in _PAIRS
    if stopped:
        text = text[:-1].rstrip(EDGES)
    last = text[-1:]
    if last in _PAIRS:
        opened = _opening(text)
        return _piece(text, opened, opened + 1, len(text) - 1, "brackets", stopped) if opened >= 0 else None
    if last in _REVERSED:
        opened = text.rfind(_REVERSED[last], max(0, len(text) - MOST_CREDIT))
        return _piece(text, opened, opened + 1, len(text) - 1, "reversed") if opened >= 0 else None
    return _unbracketed(text)


def _opening(text: str) -> int:
    """Offset of the bracket that the text's last character closes; -1 when it is too far off or missing."""
    close = text[-1]
    opening = _PAIRS[close]
    depth = 0
    for at in range(len(text) - 1, max(-1, len(text) - MOST_CREDIT - 2), -1):
        char = text[at]
        if char == opening and at < len(text) - 1:
            depth -= 1
        elif char == close or (char in _PAIRS and char not in _OPEN and char not in "\ufd3e\ufd3f"):
            depth += 1
        elif char in _OPEN:
            depth -= 1
        if depth == 0:
            return at
    return -1


def _unbracketed(text: str) -> Printed | None:
    """A credit without closing bracket at the end of a text."""
    tail_at = max(0, len(text) - MOST_CREDIT)
    tail = text[tail_at:]
    forms: list[tuple[re.Pattern[str], Shape]] = []
    if "©" in tail:
        forms.append((_COPYRIGHT, "copyright"))
    if "/" in tail:
        forms.append((_CAPITALS_SLASH, "slash"))
    if "|" in tail:
        forms.append((_BAR, "bar"))
    if "(" in tail or "[" in tail or "（" in tail:
        forms.append((_UNCLOSED, "unclosed"))
    for pattern, shape in forms:
        match = pattern.search(tail)
        if match:
            return _piece(text, tail_at + match.start(), tail_at + match.start(1), len(text), shape)
    if ":" in tail or "：" in tail:
        return _labelled(text, tail, tail_at)
    return None


def _labelled(text: str, tail: str, tail_at: int) -> Printed | None:
    """«… تصوير: فلان - رويترز»: a label for credits, a colon and the rest of the line."""
    colon = max(tail.rfind(":"), tail.rfind("："))
    head = tail[:colon].rstrip()
    for size in (3, 2, 1):
        tokens = head.rsplit(None, size)
        label = " ".join(tokens[-size:]) if len(tokens) >= size else ""
        if label and fold(label).strip("([.،,|–—- ") in name_words().line_labels:
            start = head.rfind(tokens[-size])
            return _piece(text, tail_at + start, tail_at + colon + 1, len(text), "label")
    return None


def _piece(text: str, cut: int, start: int, end: int, shape: Shape, stopped: bool = False) -> Printed | None:
    inside = text[start:end].strip(EDGES)
    if not inside or len(inside) > MOST_CREDIT:
        return None
    return Printed(text[:cut].rstrip(EDGES), inside, shape, stopped)


def file_label(text: str, words: Newswire) -> tuple[str, str]:
    """("FILE PHOTO", the caption) of a line that opens with such words and a sign; else two empty strings.

    Latin words must be in capitals: "File: the case of …" is a headline.
    """
    match = _FILE.match(text)
    if match is None or fold(match[1]) not in words.file_labels or (match[1].isascii() and not match[1].isupper()):
        return "", ""
    return match[1], text[match.end() :].strip(EDGES)


def without_label(inside: str) -> tuple[str, bool]:
    """The credit without a label in front («تصوير: فلان», "Photo by Name"), and whether there was one."""
    colon = re.match(r"([^:：]{2,24}?)\s*[:：]\s*(?=.)", inside)
    if colon and fold(colon[1]) in name_words().credit_labels:
        return inside[colon.end() :], True
    tokens = inside.split()
    for size in (3, 2):
        if len(tokens) > size and fold(" ".join(tokens[:size])) in name_words().credit_labels:
            return inside.split(None, size)[size], True
    return inside, False


def without_qualifier(inside: str, agencies: AgencyTable) -> tuple[str, str]:
    """(credit, qualifier) as printed: «رويترز-أرشيف», «أرشيف - رويترز», «رويترز (أرشيف)», "AFP File", «أرشيف»."""
    qualifiers = name_words().qualifiers
    # A name of the table comes first: a site may credit «الأرشيف», its own, and mean no qualifier.
    if is_known(find_credit(agencies, inside), every=True):
        return inside, ""
    if fold(inside) in qualifiers:
        return "", inside
    inner = _INNER.match(inside)
    if inner and fold(inner[2]) in qualifiers:
        return inner[1], inner[2]
    signs = list(_QUALIFIER_SIGN.finditer(inside))
    for sign in (signs[-1:] + signs[:1]) if signs else ():
        left, right = inside[: sign.start()], inside[sign.end() :]
        if fold(right) in qualifiers:
            return left, right
        if fold(left) in qualifiers:
            return right, left
    tokens = inside.split()
    for size in (3, 2, 1):
        if len(tokens) <= size:
            continue
        for rest, few in ((tokens[:-size], tokens[-size:]), (tokens[size:], tokens[:size])):
            credit = " ".join(rest)
            if fold(" ".join(few)) in qualifiers and is_known(find_credit(agencies, credit)):
                return credit, " ".join(few)
    return inside, ""

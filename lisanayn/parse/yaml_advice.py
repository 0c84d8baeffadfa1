"""What the usual mistakes in a front matter are called in an editor's words, with the line as it should be.

The YAML library says ``mapping values are not allowed here``; an editor who wrote a colon into a title needs to
hear that the title wants quotation marks. Each rule looks at one line that the library could not read.
"""

from __future__ import annotations

import re

_ENTRY = re.compile(r"(\s*(?:- +)?)([^\s:\"'#\[{][^:]*?):(\s+|$)(.*)")
_NO_SPACE = re.compile(r"\s*(?:- +)?([a-z_]+):(\S.*)")
_OPENERS = {"'": "'", '"': '"'}
_KEPT = {
    "@": "'@'", "`": "a backquote", "%": "'%'", "*": "'*'", "&": "'&'", "!": "'!'", ",": "a comma",
    "?": "'?'", "|": "'|'", ">": "'>'", "}": "'}'", "]": "']'",
}  # fmt: skip


def advise(line: str) -> tuple[str, str]:
    """(what is wrong with a line, what to write instead); empty texts when no rule knows the line."""
    if "\t" in line:
        return "the line holds a tab", "write spaces: two for each level"
    missing = _NO_SPACE.fullmatch(line)
    if missing and not missing[2].startswith(":"):
        return f"no space after the colon of {missing[1]!r}", f"write: {missing[1]}: {missing[2]}"
    entry = _ENTRY.fullmatch(line)
    if entry:
        start, key, value = f"{entry[1]}{entry[2]}: ".lstrip(), entry[2], entry[4].strip()
    elif line.lstrip().startswith("- "):
        start, key, value = "- ", "", line.lstrip()[2:].strip()
    elif ":" not in line:
        return f"{_short(line.strip())!r} is no 'key: value' line", "a text that goes on is indented by two spaces"
    else:
        return "", ""
    of_key = f"of {key!r}" if key else "of the list's item"
    return _advise_on_value(start, of_key, value) if value else ("", "")


def _advise_on_value(start: str, of_key: str, value: str) -> tuple[str, str]:
    """What is wrong with the text after a key's colon."""
    first = value[0]
    if first in _OPENERS:
        end = _end_of_quoted(value)
        if end < 0:
            return (
                f"the quotation mark that opens the value {of_key} is never closed",
                f"write: {start}{quoted(value[1:])}",
            )
        if value[end + 1 :].strip():
            return (
                f"the value {of_key} begins with a quotation mark and goes on after the closing one: "
                f"{_short(value[end + 1 :].strip())!r}",
                f"write: {start}{quoted(value)}",
            )
        return "", ""
    if first == "[" or first == "{":
        closing = "]" if first == "[" else "}"
        if not value.endswith(closing):
            if closing in value:
                return f"the value {of_key} begins with {first!r}", f"write: {start}{quoted(value)}"
            return f"{first!r} is opened and not closed", f"write {closing!r} at the end"
        return "", ""
    if first in _KEPT:
        return f"the value {of_key} begins with {_KEPT[first]}, a sign YAML keeps for itself", (
            f"write: {start}{quoted(value)}"
        )
    if ": " in value or value.endswith(":"):
        return f"the value {of_key} holds a colon", f"write: {start}{quoted(value)}"
    return "", ""


def _end_of_quoted(value: str) -> int:
    """Offset of the quotation mark that closes the one at the start; -1 when there is none."""
    pattern = r'"(?:[^"\\]|\\.)*+"' if value[0] == '"' else r"'(?:[^']|'')*+'"
    match = re.match(pattern, value)
    return match.end() - 1 if match else -1


def quoted(value: str) -> str:
    """A value in the quotation marks it needs: those it does not hold itself."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    doubled = value.replace("'", "''")
    return f"'{doubled}'"


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"

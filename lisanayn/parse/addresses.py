"""Addresses an author may write: an allow-list, because a deny-list always forgets one.

Browsers drop tabs and line ends anywhere in an address and control characters around it before they read the
scheme, read ``\\`` as ``/`` and take ``//host`` as a host. So an address with any of these is refused, not repaired.
Schemes: http, https, mailto, tel; or an address relative to the page.
"""

from __future__ import annotations

import re

# All white space but U+0020, controls, direction controls, zero-width letters, byte order mark, backslash, surrogates.
_NEVER = re.compile(
    "[\x00-\x1f\x7f-\xa0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\ufffb"
    "\\\\\ud800-\udfff]"
)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HOST = re.compile(r"//(?:[^/?#@]*@)?([^/?#@:\[\] \"'<>^`{|}]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{0,5})?(?=[/?#]|\Z)")
_FIRST_SEGMENT = re.compile(r"[^/?#]*")
_HIDDEN_COLON = re.compile("[:\uff1a\ufe55\ufe13\ua789\u2236]|%3a|&#?\\w+;", re.I)
_QUOTED = re.compile("[\"<>^`{|} ']")

SCHEMES = "http, https, mailto, tel and addresses relative to the page"


def link_address(written: str) -> str | None:
    """The address of a link as it may be published, or None when it is refused.

    Letters of all scripts stay as written; signs that could end an attribute or a tag are percent-encoded.
    """
    address = written.strip(" ")
    if not address or _NEVER.search(address):
        return None
    scheme = _SCHEME.match(address)
    if scheme:
        name, rest = scheme[1].lower(), address[scheme.end() :]
        if name in ("http", "https"):
            allowed = _HOST.match(rest) is not None
        else:
            allowed = name in ("mailto", "tel") and bool(rest) and not rest.startswith("/")
    else:
        first = _FIRST_SEGMENT.match(address)
        allowed = not address.startswith("//") and not (first and _HIDDEN_COLON.search(first[0]))
    return _QUOTED.sub(lambda m: f"%{ord(m[0]):02X}", address) if allowed else None


def web_address(written: str) -> str | None:
    """An address on the web (http or https, with a host), or None when it is none."""
    address = link_address(written)
    return address if address and address.lower().startswith(("http://", "https://")) else None


_FILE_FAULTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//"), "is an address on the web"),
    (re.compile(r"[/\\~]"), "is a path outside the article's folder"),
    (re.compile(r".*(?:^|[/\\])\.\.?(?:[/\\]|$)"), "leads out of the article's folder"),
    (re.compile(r".*[\\]"), "is written with a backslash"),
    (re.compile(r"(?:.*/)?\."), "is a hidden file"),
    (re.compile(".*[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff:*?\"<>|\ud800-\udfff]"),
     "holds a character that file names cannot hold"),
)  # fmt: skip


def file_fault(name: str) -> str:
    """Why a name cannot be a file beside the article, in words that follow it; empty for a good one."""
    if not name.strip():
        return "is empty"
    for pattern, fault in _FILE_FAULTS:
        if pattern.match(name):
            return fault
    return ""


def path_fault(path: str) -> str:
    """Why a path cannot be an address on this site (an old address to redirect from); empty for a good one."""
    if not path.strip(" /"):
        return "is empty"
    if path.startswith("//") or _SCHEME.match(path):
        return "is an address elsewhere"
    if " " in path or _NEVER.search(path):
        return "holds a space, a backslash or an invisible character"
    if any(part in (".", "..") for part in path.split("/")) or "%" in path:
        return "holds '..', '.' or '%'"
    if re.search("[<>:\"|?*#&;]", path):
        return "holds a sign that addresses or file names cannot hold"
    return ""

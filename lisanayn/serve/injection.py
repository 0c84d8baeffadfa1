"""A page as the preview shows it: with the two scripts that reload it, and leave from its own policy to run them.

Done in memory when a page is asked for, so that no built page ever holds them. We do not use livereload's own injector:
it looks for ``</head>`` in the first 64 KB only, and what it puts there is an inline script, which a content security
policy forbids.
"""

from __future__ import annotations

import html
import re

_HEAD_END = re.compile(rb"</head\s*>", re.IGNORECASE)
_BODY_END = re.compile(rb"</body\s*>", re.IGNORECASE)
_POLICY = re.compile(
    rb"<meta\s[^>]*http-equiv\s*=\s*[\"']?content-security-policy(?:[\"'\s][^>]*)?>", re.IGNORECASE
)
_CONTENT = re.compile(rb"\bcontent\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)


def with_scripts(page: bytes, host: str, token: str, pages: int) -> bytes:
    """The page with the preview's scripts.

    ``host``: the request's Host header, already allowed; ``token``: of this run; ``pages``: which state of the site
    the page belongs to. The addresses are absolute, so that a ``<base>`` of the page does not lead them astray.
    """
    at, _, port = host.rpartition(":") if re.search(r":[0-9]+$", host) else (host, "", "80")
    base = f"//{host}/~{token}"
    tags = (
        f'<script src="{base}/preview.js" nonce="{token}" data-pages="{pages}" defer></script>'
        f'<script src="{base}/livereload.js?host={at}&amp;port={port}/~{token}" nonce="{token}" defer></script>'
    ).encode()
    page = _POLICY.sub(lambda match: _open(match[0], host, token), page)
    place = _HEAD_END.search(page) or _BODY_END.search(page)
    return page[: place.start()] + tags + page[place.start() :] if place else page + tags


def _open(meta: bytes, host: str, token: str) -> bytes:
    """The policy's element with the preview allowed in it."""
    content = _CONTENT.search(meta)
    if not content:
        return meta
    policy = html.unescape((content[1] or content[2] or b"").decode("utf-8", "replace"))
    allowed = html.escape(allowing(policy, host, token)).encode()
    return meta[: content.start()] + b'content="' + allowed + b'"' + meta[content.end() :]


def allowing(policy: str, host: str, token: str) -> str:
    """A content security policy (CSP 3) that lets the preview's scripts run and talk to their server, and is the same
    in all else. A policy that says nothing of scripts or connections forbids none, and stays as it is."""
    directives: dict[str, list[str]] = {}
    for part in policy.split(";"):
        name, *sources = part.split() or [""]
        if name:
            directives.setdefault(name.lower(), sources)
    scripts = next((name for name in ("script-src-elem", "script-src", "default-src") if name in directives), None)
    if scripts:
        sources = directives[scripts]
        # Beside 'strict-dynamic' only a nonce counts; without it a nonce would switch 'unsafe-inline' off.
        ours = f"'nonce-{token}'" if "'strict-dynamic'" in sources else "'self'"
        directives["script-src" if scripts == "default-src" else scripts] = _with(sources, ours)
    connections = next((name for name in ("connect-src", "default-src") if name in directives), None)
    if connections:
        directives["connect-src"] = _with(directives[connections], "'self'", f"ws://{host}")
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())


def _with(sources: list[str], *ours: str) -> list[str]:
    kept = [source for source in sources if source.lower() != "'none'"]
    return kept + [source for source in ours if source not in kept]

"""What a server says of a file: its type, with the encoding of text, and how long it may be kept.

Two rules of caching are enough. A file whose name changes with its bytes is kept for ever; of any other, the browser
asks each time whether it has changed, which costs one short answer and is never wrong.
"""

from __future__ import annotations

from lisanayn.publish.difference import is_hashed

TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "webmanifest": "application/manifest+json; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "tmx": "application/x-tmx+xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "svg": "image/svg+xml; charset=utf-8",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "woff": "font/woff",
    "pdf": "application/pdf",
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "zip": "application/zip",
    "wasm": "application/wasm",
}
"""Extension → content type. No table of the system is asked: another machine would give another answer."""

_NAMES = {"feed.xml": "application/atom+xml; charset=utf-8", "feed.json": "application/feed+json; charset=utf-8"}

IMMUTABLE = "public, max-age=31536000, immutable"
ASK_AGAIN = "public, no-cache"


def content_type(path: str) -> str:
    """The content type of a file by its name."""
    name = path.rpartition("/")[2].lower()
    extension = name.rpartition(".")[2]
    return _NAMES.get(name) or TYPES.get(extension, "application/octet-stream")


def cache_control(path: str) -> str:
    """How long a file may be kept without asking."""
    return IMMUTABLE if is_hashed(path) else ASK_AGAIN

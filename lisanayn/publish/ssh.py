"""Targets behind SSH: by rsync where it is installed, else by SFTP; and how SSH is called."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator

from lisanayn.publish.place import Place
from lisanayn.publish.rsync import RsyncStore
from lisanayn.publish.sftp import open_sftp
from lisanayn.publish.sshoptions import remote_folder, ssh_words
from lisanayn.publish.store import StorePublisher


@contextlib.contextmanager
def open_ssh(place: Place) -> Iterator[StorePublisher]:
    """The publisher for ``ssh://user@host/path``."""
    if shutil.which("rsync") is None or shutil.which("ssh") is None:
        with open_sftp(place) as publisher:
            yield publisher
        return
    url = remote_folder(place)
    with RsyncStore(url, ssh_words(place, url)) as store:
        yield StorePublisher(store)

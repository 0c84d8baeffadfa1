"""Why a file of output/ is made again, or why it is not."""

from __future__ import annotations

from lisanayn.record import record


@record
class Key:
    """Names everything a page was made from."""

    view: str
    """Digest of the page's view, or of what the view is made from."""
    templates: str
    """Digest of the template and of all it reaches."""
    code: str
    """Digest of the program."""


@record
class Record:
    """One file of output/ as the last build left it."""

    key: Key
    digest: str
    """Of the file's bytes."""
    size: int
    stamp: int
    """As the disk gave it after writing; a file with another size or stamp is made again."""
    story: str = ""
    """Key of the story the file belongs to; empty for lists and assets."""
    source: str = ""
    """The content file it came from; empty for files made from many."""


def why_render(old: Record | None, new: Key, fault: str | None = None) -> str | None:
    """The reason to make a file again, or None when the bytes on disk are already right. ``fault``: what is wrong with
    the one in output/, None when it stands as it was left."""
    if old is None:
        return "never rendered"
    changed = [part for part in ("view", "templates", "code") if getattr(old.key, part) != getattr(new, part)]
    return f"{' and '.join(changed)} changed" if changed else fault

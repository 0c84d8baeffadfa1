"""Files that are made from other files: the theme's, and pictures in their sizes and formats.

A picture is encoded once for its bytes and its recipe; what was encoded is kept in the cache.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.images import RECIPE, Rendition, make_renditions, renditions
from lisanayn.build.ledger import Key, Record, why_render
from lisanayn.build.pictures import BadPicture, inspect
from lisanayn.build.rendering import Rendered
from lisanayn.build.work import Work
from lisanayn.disk import Disk
from lisanayn.model.picture import PictureFile
from lisanayn.problems import Location, error
from lisanayn.record import record


@record
class PictureJob:
    """Files to be made from one picture."""

    source: str
    """In the site folder."""
    wanted: tuple[Rendition, ...]


@record
class PictureTask:
    """A chunk of pictures."""

    jobs: tuple[PictureJob, ...]
    source: Disk
    stage: Disk
    cache: Disk


def render_pictures(task: PictureTask) -> tuple[tuple[Rendered, ...] | str, ...]:
    """Makes the files of the pictures of a chunk; for one that cannot be decoded after all, why."""
    return tuple([_rendered(job, task) for job in task.jobs])


def _rendered(job: PictureJob, task: PictureTask) -> tuple[Rendered, ...] | str:
    try:
        return tuple(_render(job, task))
    except BadPicture as fault:
        return str(fault)


def _render(job: PictureJob, task: PictureTask) -> Iterator[Rendered]:
    data = task.source.read(job.source)
    for path, made in make_renditions(data, inspect(data).kind, job.wanted, task.cache):
        entry = task.stage.write(path, made)
        yield Rendered(path, digest_bytes(made), entry.size, entry.stamp, job.source)


def make_theme_assets(work: Work, old: dict[str, Record]) -> frozenset[str]:
    """Writes the theme's files that are not right already; the paths of all. ``old``: what is known of files."""
    for asset in work.theme.assets:
        key = Key(asset.digest, "", "")
        reason = why_render(old.get(asset.path), key, work.given.before.faults.get(asset.path))
        if reason is not None:
            entry = work.given.folders.stage.disk.write(asset.path, asset.data)
            record = Record(key, digest_bytes(asset.data), entry.size, entry.stamp)
            work.written[asset.path] = (record, reason)
    return frozenset([asset.path for asset in work.theme.assets])


def make_pictures(work: Work, pictures: Iterable[tuple[str, PictureFile]], old: dict[str, Record]) -> frozenset[str]:
    """Makes the files of pictures that are not right already; the paths of all. ``pictures``: (the story's key, one of
    its pictures); ``old``: what is known of files."""
    jobs: list[tuple[str, str, PictureJob, dict[str, str]]] = []
    paths: set[str] = set()
    for story, picture in pictures:
        key = _key(picture)
        every = renditions(picture)
        reasons = {
            one.path: reason
            for one in every
            if one.path not in paths
            and (reason := why_render(old.get(one.path), key, work.given.before.faults.get(one.path)))
        }
        paths.update([one.path for one in every])
        if reasons:
            wanted = tuple([one for one in every if one.path in reasons])
            jobs.append((story, picture.digest, PictureJob(picture.source, wanted), reasons))
    for (story, digest, job, reasons), files in zip(jobs, _made(work, [job for _, _, job, _ in jobs]), strict=True):
        if isinstance(files, str):
            message = f"{job.source.rpartition('/')[2]!r} {files}"
            work.problems.append(error("picture-bad", message, Location(job.source), "save it again, or fetch it anew"))
            continue
        for one in files:
            key = Key(digest_bytes(RECIPE, digest.encode()), "", "")
            record = Record(key, one.digest, one.size, one.stamp, story, one.source)
            work.written[one.path] = (record, reasons[one.path])
    return frozenset(paths)


def _key(picture: PictureFile) -> Key:
    return Key(digest_bytes(RECIPE, picture.digest.encode()), "", "")


def _made(work: Work, jobs: Sequence[PictureJob]) -> Iterator[tuple[Rendered, ...] | str]:
    """What came of each job. A photograph takes as long as many stories, so a few are enough for the pool."""
    folders, pool = work.given.folders, work.given.pool
    size = max(1, min(8, -(-len(jobs) // (pool.jobs * 4))))
    parts = [tuple(jobs[start : start + size]) for start in range(0, len(jobs), size)]
    tasks = [PictureTask(part, folders.site, folders.stage.disk, folders.cache) for part in parts]
    done = 0
    for part, results in zip(parts, pool.map(render_pictures, tasks), strict=True):
        done += len(part)
        work.given.progress("pictures", done, len(jobs))
        yield from results

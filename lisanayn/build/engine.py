"""``build_site``: the table of contents of the program.

Stories whose files changed are read and rendered into the stage; when their cards changed too, the catalog is made anew
and with it every list, and every story's page, that shows something else now; the stage takes the place of
output/ when nothing is wrong. There is no second way to build: ``serve`` calls the same function, and a first build
is one of which nothing is known yet.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from lisanayn.build.accounts import find_clashes, is_page, make_report, note_stories
from lisanayn.build.assets import make_pictures, make_theme_assets
from lisanayn.build.change import Changes, find_changes
from lisanayn.build.code import code_digest
from lisanayn.build.drawing import drawable, make_cards
from lisanayn.build.dress import dress
from lisanayn.build.feeding import make_feeds
from lisanayn.build.finding import is_of_search, make_search
from lisanayn.build.fingerprint import digest_bytes, fingerprint
from lisanayn.build.gate import PACKAGE, themes
from lisanayn.build.guard import MARKER
from lisanayn.build.inputs import CONTENT
from lisanayn.build.keeping import keep_generation, keep_rows, keep_signature
from lisanayn.build.ledger import Record
from lisanayn.build.lexicons import Lesson
from lisanayn.build.options import Folders, Options, Progress, silent
from lisanayn.build.outputs import Around, look_at_output, next_manifest, put_out
from lisanayn.build.passes import (
    lists_stand,
    make_true_catalog,
    old_problems,
    read_heads,
    read_touched,
    render_moved,
    render_rest,
    take_lexicon,
    terms_of,
)
from lisanayn.build.plan import Lists, Planned, TemplateDigests, plan_lists
from lisanayn.build.pool import Pool
from lisanayn.build.precompiled import keep_compiled, load_compiled
from lisanayn.build.report import UNUSABLE, Report, Stopwatch
from lisanayn.build.rewording import moved_places, reword
from lisanayn.build.signature import CODE, Look, look_at, scan_inputs, with_digests
from lisanayn.build.stage import Change
from lisanayn.build.store import Store, Unusable, open_store
from lisanayn.build.tables import read_tables
from lisanayn.build.theme import read_theme
from lisanayn.build.whole import make_reading
from lisanayn.build.work import Given, Work
from lisanayn.disk import Disk
from lisanayn.model.page import ListPlan
from lisanayn.pages import urls
from lisanayn.pages.site import make_site
from lisanayn.problems import Location, Problem, SettingsError, Severity, error, warning
from lisanayn.settings import Settings

__all__ = ["Folders", "Options", "build_site"]


def build_site(
    folders: Folders, settings: Settings, options: Options, pool: Pool, look: Look | None = None,
    progress: Progress = silent,
) -> Report:  # fmt: skip
    """Builds the whole site. ``look``: the inputs against those of the last build, when they were looked at already.

    Raises SettingsError when there is nothing to build, TemplateFault and MachineFault. Mistakes of authors are
    in the report; when one of them forbids publication, output/ is as it was before.
    """
    watch = Stopwatch()
    with _calm_collector():
        return _build_site(folders, settings, options, pool, look, progress, watch)


@contextmanager
def _calm_collector() -> Iterator[None]:
    """Lets the collector of cycles rest while thousands of values are made that have none: a fifth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _build_site(
    folders: Folders, settings: Settings, options: Options, pool: Pool, look: Look | None, progress: Progress,
    watch: Stopwatch,
) -> Report:  # fmt: skip
    folders.stage.recover()
    look = look or with_digests(
        look_at(scan_inputs(folders.site, PACKAGE, themes(), folders.taken), None), folders.site, PACKAGE, themes()
    )
    try:
        with open_store(folders.cache, folders.store) as (store, fault):
            given = _given(folders, settings, options, pool, progress, look, store)
            lost = store.is_used and given.before.files and not given.before.known
            return _build(given, fault or ("it describes another build" if lost else ""), watch)
    except Unusable as fault:  # found out while it was read: from here on nothing is known
        with open_store(folders.cache, folders.store, anew=True) as (store, _):
            return _build(_given(folders, settings, options, pool, progress, look, store), str(fault), watch)


def _given(
    folders: Folders, settings: Settings, options: Options, pool: Pool, progress: Progress, look: Look, store: Store
) -> Given:
    meta = store.meta()
    tables = read_tables(folders.site, settings.languages)
    site = make_site(settings, tables.agencies)
    if site.share_cards and not drawable(folders.cache):
        site = replace(site, share_cards=False)
    old = look.old
    code = old.code if old and not any(path.startswith(CODE) for path in look.changed) else code_digest()
    generation = meta.get("generation", "")
    before = look_at_output(folders.output, generation, lambda: _around(folders.output, look, generation, store))
    if not before.known:
        store.clear()
    return Given(
        folders, settings, options, pool, progress, look, store, meta if before.known else {}, before, tables, site,
        fingerprint(site), code,
    )  # fmt: skip


def _around(output: Disk, look: Look, generation: str, store: Store) -> Around:
    """What of output/ is not as the last build left it: found out by now, or to be found out from the store."""
    if look.outside and look.old and look.old.generation == generation:
        wrong, foreign = look.outside.result()
        return wrong, foreign
    if look.outside:
        look.outside.forget()
    found = {path: (size, stamp) for path, size, stamp, _ in output.scan()[0]}
    rows = store.rows("SELECT path, size, stamp FROM records")
    left = {str(path): (size, stamp) for path, size, stamp in rows}
    return {path: path in found for path in left if left[path] != found.get(path)}, found.keys() - left.keys()


def _build(given: Given, fault: str, watch: Stopwatch) -> Report:
    work = _begin(given, fault)
    changes = _find_changes(work)
    watch.lap("scan")
    heads = read_heads(work)
    lessons = take_lexicon(work, heads)
    dress(work, heads)
    given.folders.stage.prepare({*given.before.files, MARKER}, _lag(given), bool(given.before.foreign))
    read_touched(work, heads)
    heads.clear()  # nobody asks for them any more, and they are as large as the site
    watch.lap("read")
    lists: Lists | None = None
    reworded: list[Planned] | None = None
    catalog_problems: Sequence[Problem] | None = None
    if lists_stand(work) or (reworded := reword(work)) is not None:
        old_problems(work, with_catalog=True)
    else:
        catalog, catalog_problems = make_true_catalog(work)
        old_problems(work, with_catalog=False)
        work.problems += catalog_problems
        old = given.store.records("story = ''")
        lists = plan_lists(catalog, terms_of(work), old, given.before.faults)
        work.lists = tuple([planned.plan for planned in lists.jobs if isinstance(planned.plan, ListPlan)])
    watch.lap("plan")
    if not _forbidden(work.problems, given.options):
        if work.catalog and lists:
            render_rest(work, work.catalog)
            _render_lists(work, lists.jobs)
        elif reworded is not None:
            render_moved(work, moved_places(work))
            _render_lists(work, reworded)
        _make_assets(work, lists)
        work.problems += find_clashes(work, lists)
        watch.lap("render")
    if _forbidden(work.problems, given.options):
        return make_report(work, watch, published=False)
    return _publish(work, changes, catalog_problems, lessons, watch)


def _begin(given: Given, fault: str) -> Work:
    settings, options = given.settings, given.options
    reading = make_reading(
        settings.languages, given.tables, options.now, options.drafts, settings.pictures, given.code
    )
    theme = read_theme(given.folders.site)
    load_compiled(given.code)
    work = Work(given, reading, theme, TemplateDigests(theme, {}))
    work.problems += given.tables.problems
    if fault:
        work.problems.append(warning(
            UNUSABLE,
            f"the cache cannot be used: {fault}; the whole site is built anew",
            Location(f".lisanayn/{given.folders.store}"),
            "nothing to do; this costs one full build",
        ))  # fmt: skip
    return work


def _find_changes(work: Work) -> Changes:
    """What is to be read; SettingsError when content/ holds no article: nothing is never "delete everything"."""
    given = work.given
    meta = given.meta if given.meta.get("site") == given.site_digest else {}
    changes = find_changes(
        given.folders.site, given.store, meta, given.look, given.settings, work.reading, given.tables.addresses
    )
    if not changes.stories and not any(problem.severity is Severity.ERROR for problem in changes.problems):
        first = given.settings.languages[0]
        hint = f"an article is a file such as {CONTENT}/harbour/{first}.md; `lisanayn new harbour` makes one"
        raise SettingsError([error("content-empty", f"{CONTENT}/ holds no article", Location(CONTENT), hint)])
    work.touched = {files.key: files for files in changes.touched}
    work.gone = frozenset(changes.gone)
    work.problems += changes.problems
    return changes


def _lag(given: Given) -> tuple[str, ...] | None:
    """The paths by which the stage is behind; None when nobody knows."""
    try:
        lag = json.loads(given.meta.get("lag", "null"))
    except ValueError:
        lag = None
    return tuple(map(str, lag)) if isinstance(lag, list) else None


def _render_lists(work: Work, lists: Sequence[Planned]) -> None:
    jobs = [planned.plan for planned in lists]
    for planned, (_, done) in zip(lists, work.run(jobs, "lists"), strict=True):
        for one in done.files:
            record = Record(planned.key, one.digest, one.size, one.stamp, "", one.source)
            work.written[one.path] = (record, planned.reason)


def _make_assets(work: Work, lists: Lists | None) -> None:
    """Everything that is no page, and the account of what stories have no longer."""
    old = note_stories(work)
    pictures = [(key, picture) for key, one in work.summaries.items() if one.card for picture in one.facts.pictures]
    shown = make_pictures(work, pictures, old) | make_cards(work, old)
    mine = {path for path, record in old.items() if record.story in work.summaries and not is_page(record)}
    work.removed |= mine - shown
    rest = work.given.store.records("story = ''")
    feeds, search = make_feeds(work, rest), make_search(work, rest)
    if lists is not None:
        paths = lists.paths | make_theme_assets(work, rest)
        kept = {urls.DOWNLOAD} if work.given.settings.download else set()
        work.removed |= rest.keys() - paths - feeds - search - kept
    elif work.given.site.search:
        work.removed |= {path for path in rest if is_of_search(path)} - search
    if not work.given.before.known:
        work.removed |= work.given.before.files.keys() - work.written.keys()
    work.removed -= work.written.keys()


def _forbidden(problems: Iterable[Problem], options: Options) -> bool:
    """Whether the site must not be published. A lost cache is no fault of the site."""
    grave = {Severity.ERROR, Severity.WARNING} if options.strict else {Severity.ERROR}
    return any(problem.severity in grave and problem.code != UNUSABLE for problem in problems)


def _publish(
    work: Work, changes: Changes, catalog_problems: Sequence[Problem] | None, lessons: Sequence[Lesson] | None,
    watch: Stopwatch,
) -> Report:
    """Puts the stage in the place of output/ and remembers everything."""
    given = work.given
    if given.settings.download:
        from lisanayn.build.download import pack_site  # not at the top: few sites have one

        pack_site(work)
    stale = keep_rows(work, changes, catalog_problems, lessons)
    generation, manifest = given.before.generation, _manifest_stamp(given)
    if work.written or work.removed or not given.before.known:
        data = next_manifest(given.folders.output, given.before, _digests(work), work.removed)
        generation = digest_bytes(data)
        change = Change(tuple(sorted(work.written)), tuple(sorted(work.removed)))
        stamp = put_out(given.folders.stage, data, change, lambda lag: keep_generation(work, generation, lag))
        manifest = (len(data), stamp)
    else:
        keep_generation(work, generation, given.folders.stage.give_up())
    for path in stale:
        given.folders.cache.remove(path)
    watch.lap("publish")
    report = make_report(work, watch, published=True)
    keep_signature(work, report, generation, manifest)
    keep_compiled(given.code)
    return report


def _digests(work: Work) -> dict[str, str]:
    return {path: record.digest for path, (record, _) in work.written.items()}


def _manifest_stamp(given: Given) -> tuple[int, int]:
    (found,) = given.folders.output.look([MARKER])
    return found or (0, 0)

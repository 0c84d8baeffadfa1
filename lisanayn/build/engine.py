"""``build_site``: the table of contents of the program.

Sources become stories, stories become a catalog, both become pages; pages whose key changed are rendered into the
stage; the stage takes the place of output/ when nothing is wrong. There is no second way to build: ``serve`` calls
the same function.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from lisanayn.build.code import code_digest
from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.guard import MARKER
from lisanayn.build.inputs import CONTENT, Tree, read_tree
from lisanayn.build.ledger import Record
from lisanayn.build.outputs import Before, commit, look_at_output
from lisanayn.build.plan import AssetJob, Plan, make_plan
from lisanayn.build.pool import Pool, chunks
from lisanayn.build.rendering import RenderTask, render_chunk
from lisanayn.build.report import Report, Stopwatch
from lisanayn.build.stage import Change, Stage
from lisanayn.build.tables import read_tables
from lisanayn.build.theme import read_theme
from lisanayn.build.whole import StorySummary, make_reading, read_whole
from lisanayn.disk import Disk
from lisanayn.pages.catalog import make_catalog
from lisanayn.pages.site import make_site
from lisanayn.problems import Location, Problem, SettingsError, Severity, error, has_errors, sort_problems
from lisanayn.settings import Settings


@dataclass(frozen=True, slots=True)
class Options:
    """What a person may say about one build."""

    now: datetime
    """The instant of the build, UTC: decides what is released, and nothing else."""
    drafts: bool = False
    strict: bool = False
    """Warnings keep the site from being published too."""


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of one build."""

    site: Disk
    output: Disk
    cache: Disk
    stage: Stage
    ledger: str = "ledger.json"
    """Name of the ledger in the cache; one for each output folder."""


def build_site(folders: Folders, settings: Settings, options: Options, pool: Pool) -> Report:
    """Builds the whole site.

    Raises SettingsError when there is nothing to build, TemplateFault and MachineFault. Mistakes of authors are
    in the report; when one of them forbids publication, output/ is as it was before.
    """
    watch = Stopwatch()
    folders.stage.recover()
    tree = _read_tree(folders.site, settings)
    tables = read_tables(folders.site, settings.languages)
    theme = read_theme(folders.site)
    site = make_site(settings, tables.agencies)
    reading = make_reading(settings.languages, tables, options.now, options.drafts)
    watch.lap("scan")
    whole = read_whole(folders.site, tree.stories, reading, site, pool)
    summaries = whole.summaries
    cards = [summary.card for summary in summaries if summary.card]
    watch.lap("read")
    # Every list is planned anew on every build: planning is cheap, and a page that is always planned
    # needs no record of what it depends on.
    catalog, catalog_problems = make_catalog(cards, tables.tags, site)
    before = look_at_output(folders.output, folders.cache, folders.ledger)
    listed = [summary for summary in summaries if summary.card and summary.slug in catalog.places]
    plan = make_plan(listed, catalog, site, theme, code_digest(), before)
    problems = [*tree.problems, *tables.problems, *catalog_problems, *before.problems]
    problems += [problem for summary in summaries for problem in summary.problems]
    watch.lap("plan")
    if _forbidden(problems, options):
        return _report(summaries, Outcome({}, len(plan.kept), (), problems, published=False), watch)
    folders.stage.prepare(before.ours, before.ledger.lag, bool(before.foreign))
    task = RenderTask((), folders.site, folders.stage.disk, whole.reading, whole.guided, site, theme)
    rendered, clashes = _render(plan, task, pool)
    written = rendered | _copy_assets(plan.assets, folders.site, folders.stage.disk)
    problems += clashes + _foreign_clashes(written, before)
    watch.lap("render")
    if _forbidden(problems, options):
        return _report(summaries, Outcome({}, len(plan.kept), (), problems, published=False), watch)
    records = plan.kept | {path: record for path, (record, _) in written.items()}
    removed = tuple(sorted((before.ours & before.on_disk.keys()) - records.keys() - {MARKER}))
    if written or removed or not before.ledger.records:
        commit(folders.stage, folders.cache, folders.ledger, records, Change(tuple(sorted(written)), removed))
    watch.lap("publish")
    reasons = {path: reason for path, (_, reason) in sorted(written.items())}
    return _report(summaries, Outcome(reasons, len(plan.kept), removed, problems, published=True), watch)


Written = dict[str, tuple[Record, str]]
"""Path in output/ → its record and the reason it was written."""


def _read_tree(site: Disk, settings: Settings) -> Tree:
    """The content folder. Raises SettingsError when it holds no article: nothing is never "delete everything"."""
    tree = read_tree(site, settings)
    if not tree.stories and not any(problem.severity is Severity.ERROR for problem in tree.problems):
        first = settings.languages[0]
        at = Location(CONTENT)
        hint = f"an article is a file such as {CONTENT}/harbour/{first}.md; `lisanayn new harbour` makes one"
        raise SettingsError([error("content-empty", f"{CONTENT}/ holds no article", at, hint)])
    return tree


def _render(plan: Plan, task: RenderTask, pool: Pool) -> tuple[Written, list[Problem]]:
    """Renders the jobs of a plan; two pages with one path are a problem that names both sources."""
    planned = chunks(plan.jobs, pool)
    tasks = [replace(task, jobs=tuple(one.job for one in chunk)) for chunk in planned]
    written: Written = {}
    sources: dict[str, str] = {}
    problems: list[Problem] = []
    for chunk, results in zip(planned, pool.map(render_chunk, tasks), strict=True):
        for one, pages in zip(chunk, results, strict=True):
            for page in pages:
                if page.path in sources:
                    problems.append(_clash(page.path, sources[page.path], page.source))
                sources[page.path] = page.source
                written[page.path] = (Record(one.key, page.digest, page.size, page.stamp, page.story), one.reason)
    return written, problems


def _clash(path: str, one: str, other: str) -> Problem:
    names = " and ".join(sorted({one or "a list of the site", other or "a list of the site"}))
    return error("path-twice", f"two pages have the address {path!r}: {names}", Location(other or one), "rename one")


def _copy_assets(assets: Sequence[AssetJob], source: Disk, stage: Disk) -> Written:
    written: Written = {}
    for asset in assets:
        data = asset.data if not asset.source else source.read(asset.source)
        entry = stage.write(asset.path, data)
        written[asset.path] = (Record(asset.key, digest_bytes(data), entry.size, entry.stamp), asset.reason)
    return written


def _foreign_clashes(written: Written, before: Before) -> list[Problem]:
    """A file of someone else stands where a page would go: it is never overwritten."""
    return [
        error("output-foreign", f"{path!r} in the output folder was not made by lisanayn", Location(path),
              "move it away, or rename the article")
        for path in sorted(before.foreign & written.keys())
    ]


def _forbidden(problems: Iterable[Problem], options: Options) -> bool:
    """Whether the site must not be published."""
    grave = {Severity.ERROR, Severity.WARNING} if options.strict else {Severity.ERROR}
    return any(problem.severity in grave for problem in problems)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did to output/."""

    written: dict[str, str]
    unchanged: int
    removed: tuple[str, ...]
    problems: list[Problem]
    published: bool


def _report(summaries: Sequence[StorySummary], outcome: Outcome, watch: Stopwatch) -> Report:
    faulty = sum(has_errors(summary.problems) for summary in summaries)
    return Report(
        outcome.written, outcome.unchanged, outcome.removed, sort_problems(outcome.problems), watch.seconds,
        tuple(watch.stages), len(summaries) - faulty, sum(summary.articles for summary in summaries), faulty,
        outcome.published,
    )  # fmt: skip

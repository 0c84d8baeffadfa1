"""The passes over a site's stories: learn what must be learned, read what must be read, render what must be rendered.

A story is read and rendered in one go wherever its place among the others can be told before: by the store after an
edit, by the heads of all articles on a first build (``forecast``). When all are read the true places are known, and
what was rendered with another one is rendered again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.forecast import Forecast, forecast_all
from lisanayn.build.knowledge import (
    known_cards,
    known_lessons,
    known_places,
    known_seats,
    known_stories,
    unpack_evidence,
    unpack_problems,
)
from lisanayn.build.ledger import Record
from lisanayn.build.lexicons import Candidate, Lesson, candidate, guided_by, learn, may_teach, name_of
from lisanayn.build.plan import Terms
from lisanayn.build.pool import SERIAL_BELOW
from lisanayn.build.products import PRODUCT_TEMPLATES
from lisanayn.build.rendering import Done, StoryJob, seat_of
from lisanayn.build.stories import Reading
from lisanayn.build.uses import all_products, missing_products, wanted_products
from lisanayn.build.whole import by_key, find_lessons
from lisanayn.build.work import Work
from lisanayn.model.catalog import Card, Place
from lisanayn.model.person import Person
from lisanayn.model.tag import Tag
from lisanayn.pages.addresses import Former
from lisanayn.pages.catalog import Catalog, make_catalog
from lisanayn.pages.site import Site
from lisanayn.pages.story_pages import STORY_TEMPLATES
from lisanayn.problems import MachineFault, Problem


def take_lexicon(work: Work, heads: Mapping[str, Forecast]) -> tuple[Lesson, ...] | None:
    """Gives ``work.reading`` what the site's reviewed stories teach. ``heads``: of the stories that are to be read.

    Learned anew, which the lessons tell, only when one of those stories changed; the stories that were searched are
    read again when it came out otherwise. None: all is as the last build learned it.
    """
    store, meta = work.given.store, work.given.meta
    taught = {str(key) for (key,) in store.rows("SELECT DISTINCT key FROM lessons")} if meta else set()
    if not taught & (work.touched.keys() | work.gone) and not any(map(may_teach, work.touched.values())):
        work.reading = _guided_as_before(work)
        return None
    rows = store.rows("SELECT key FROM stories WHERE files LIKE '%.align%'")
    rest = [str(key) for (key,) in rows if key not in work.touched and key not in work.gone]
    files = {key: known.files for key, known in known_stories(store, rest).items()}
    files |= {key: one for key, one in work.touched.items() if may_teach(one)}
    cards = known_cards(store, rest)
    candidates = [_candidate(key, card) for key, card in cards.items()]
    candidates += [heads[key].candidate for key in files if key in heads]
    kept = {key: some for key, some in by_key(known_lessons(store)).items() if key in cards}
    found = [one for one in candidates if one]
    lessons = find_lessons(work.given.folders.site, files, found, work.reading, work.given.pool, kept)
    if meta.get("taught") == name_of(lessons):
        work.reading = _guided_as_before(work)
        return lessons
    work.reading = guided_by(work.reading, learn(lessons, work.reading.evidence))
    if meta and work.reading.guided != meta.get("guided", ""):
        searched = [str(key) for (key,) in store.rows("SELECT key FROM stories WHERE searched = 1")]
        again = [key for key in searched if key not in work.touched and key not in work.gone]
        work.known |= known_stories(store, again)
        work.touched |= {key: work.known[key].files for key in again}
    return lessons


def _guided_as_before(work: Work) -> Reading:
    guide = work.given.meta.get("guide", "")
    return guided_by(work.reading, unpack_evidence(guide, work.reading.evidence)) if guide else work.reading


def _candidate(key: str, card: Card) -> Candidate | None:
    return candidate(key, card.date, [text.lang for text in card.texts])


def read_heads(work: Work) -> dict[str, Forecast]:
    """The heads of the stories that are to be read, by key."""
    given = work.given
    found = forecast_all(given.folders.site, list(work.touched.values()), work.reading, given.site, given.pool)
    return {head.key: head for head in found}


def read_touched(work: Work, heads: Mapping[str, Forecast]) -> None:
    """Reads the stories whose files changed, and renders those whose place can be told."""
    keys = list(work.touched)
    work.known |= known_stories(work.given.store, [key for key in keys if key not in work.known])
    places = _likely_places(work, heads)
    wanted = wanted_products(work, work.catalog)
    work.catalog = None
    jobs = [StoryJob(files, places.get(key), wanted(files.slug)) for key, files in work.touched.items()]
    for job, done in work.run(jobs, "read"):
        if not isinstance(job, StoryJob) or done.summary is None:
            raise TypeError("a story's job was not a story's")
        work.summaries[job.files.key] = done.summary
        _note_files(work, job, done)


def _likely_places(work: Work, heads: Mapping[str, Forecast]) -> dict[str, Place]:
    """A place for each story that is to be read and probably has one."""
    store = work.given.store
    if len(work.touched) < SERIAL_BELOW:
        return known_places(store, work.touched)
    cards = {key: card for key, card in work.stored_cards().items() if key not in work.gone}
    cards |= {key: head.card for key, head in heads.items() if head.card}
    work.catalog, _ = make_catalog(cards.values(), *catalog_terms(work))
    keys = {files.slug: key for key, files in work.touched.items()}
    return {keys[slug]: place for slug, place in work.catalog.places.items() if slug in keys}


def _note_files(work: Work, job: StoryJob, done: Done) -> None:
    key = job.files.key
    if done.seat and job.place and done.summary:
        work.places[key] = (job.place, done.seat)
        record = work.story_key(done.summary.facts.digest, done.seat, story_templates(work))
        work.files[key] = {
            one.path: Record(record, one.digest, one.size, one.stamp, key, one.source) for one in done.files
        }
        work.products[key] = {(name, part): digest for name, part, digest in done.products}


def story_templates(work: Work) -> str:
    """The digest of all templates that stories are rendered with."""
    names = (*STORY_TEMPLATES, *PRODUCT_TEMPLATES)
    return digest_bytes(*[work.templates.of(name).encode() for name in names])


def lists_stand(work: Work) -> bool:
    """Whether no list, and no other story's page, can show anything new."""
    known = {key: one.shown for key, one in work.known.items()}
    return frame_stands(work) and all(one.shown == known.get(key, "") for key, one in work.summaries.items())


def frame_stands(work: Work) -> bool:
    """Whether all is as the last build left it, but for stories that were read."""
    given, meta = work.given, work.given.meta
    if not given.before.known or work.gone or given.before.faults or meta.get("frame") != frame_of(work):
        return False
    return meta.get("theme") == work.theme.digest and meta.get("tables") == given.tables.digest


def catalog_terms(work: Work) -> tuple[Sequence[Tag], Site, Sequence[Person], Former]:
    """What a catalog is made by besides cards."""
    tables = work.given.tables
    return tables.tags, work.given.site, tables.people, tables.addresses.former()


def frame_of(work: Work) -> str:
    """Names what the pages of every story depend on besides the stories."""
    parts = (work.given.site_digest, story_templates(work), work.given.code)
    return digest_bytes(*[part.encode() for part in parts])


def terms_of(work: Work) -> Terms:
    """What decides about a list besides what it shows."""
    return Terms(work.given.site, work.given.site_digest, work.templates, work.given.code)


def make_true_catalog(work: Work) -> tuple[Catalog, tuple[Problem, ...]]:
    """The catalog of all published stories, and what is wrong between them."""
    again = work.gone | work.summaries.keys()
    cards = {key: card for key, card in work.stored_cards().items() if key not in again}
    cards |= {key: one.card for key, one in work.summaries.items() if one.card}
    work.catalog, problems = make_catalog(cards.values(), *catalog_terms(work))
    return work.catalog, problems


def render_rest(work: Work, catalog: Catalog) -> None:
    """Renders the stories whose pages are not what they should be, now that every place is known."""
    store, before = work.given.store, work.given.before
    seats = {key: seat for key, (_, seat) in known_seats(store).items()}
    seats |= dict.fromkeys(work.summaries, "") | {key: seat for key, (_, seat) in work.places.items()}
    slugs = {str(key): str(slug) for key, slug in store.rows("SELECT key, slug FROM stories")}
    slugs |= {key: one.files.slug for key, one in work.summaries.items()}
    wide = not before.known or work.given.meta.get("frame") != frame_of(work)
    broken = owners_of(work, before.faults)
    todo: dict[str, Place] = {}
    for key, slug in sorted(slugs.items()):
        place = catalog.places.get(slug)
        if key in work.gone or place is None:
            for made in (work.places, work.files, work.products):
                made.pop(key, None)
            continue
        fresh = key in work.files
        if seats.get(key) != seat_of(place) or (not fresh and (wide or key in broken)):
            todo[key] = place
        elif key in work.places:  # as foretold: one value of the two is enough
            work.places[key] = (place, work.places[key][1])
    _render(work, todo, catalog)
    places = {key: catalog.places[slugs[key]] for key in missing_products(work, catalog)}
    for job, done in work.run(_jobs(work, places, catalog, pages=False), "products"):
        if isinstance(job, StoryJob):
            known = all_products(work).get(job.files.key, {})
            work.products[job.files.key] = known | {(name, part): digest for name, part, digest in done.products}


def render_moved(work: Work, places: Mapping[str, Place]) -> None:
    """Renders the stories whose pages show other words of other stories."""
    seats = {key: seat for key, (_, seat) in work.places.items()}
    _render(work, {key: place for key, place in places.items() if seats.get(key) != seat_of(place)}, None)


def owners_of(work: Work, faults: Iterable[str]) -> set[str]:
    """Keys of the stories that some files of output/ belong to."""
    rows = work.given.store.rows_of("SELECT story FROM records", "path", faults)
    return {str(story) for (story,) in rows if story}


def _jobs(work: Work, places: Mapping[str, Place], catalog: Catalog | None, pages: bool) -> list[StoryJob]:
    """Jobs for stories in their true places."""
    if not places:
        return []  # to find out which products are wanted, every feed of the site is planned
    missing = [key for key in places if key not in work.summaries and key not in work.known]
    work.known |= known_stories(work.given.store, missing)
    wanted = wanted_products(work, catalog)
    jobs = []
    for key, place in places.items():
        files = work.summaries[key].files if key in work.summaries else work.known[key].files
        jobs.append(StoryJob(files, place, wanted(files.slug), pages))
    return jobs


def _render(work: Work, todo: Mapping[str, Place], catalog: Catalog | None) -> None:
    """Renders stories in their true places."""
    jobs = _jobs(work, todo, catalog, pages=True)
    for job, done in work.run(jobs, "render"):
        if not isinstance(job, StoryJob) or done.summary is None:
            raise TypeError("a story's job was not a story's")
        key = job.files.key
        before = work.summaries[key].facts.digest if key in work.summaries else work.known[key].facts.digest
        if not done.seat or done.summary.facts.digest != before:
            raise MachineFault(f"{job.files.slug}: the article changed while the site was being built; build again")
        work.summaries[key] = done.summary
        _note_files(work, job, done)


def old_problems(work: Work, with_catalog: bool) -> None:
    """Notes the problems of all stories, those that were not read among them; ``with_catalog``: those of the catalog of
    the last build too."""
    for one in work.summaries.values():
        work.problems += one.problems
    store = work.given.store
    rows = store.rows("SELECT key, problems FROM stories WHERE problems != ''")
    for key, text in rows:
        if str(key) not in work.summaries and str(key) not in work.gone:
            work.problems += unpack_problems(str(text))
    if with_catalog:
        work.problems += unpack_problems(work.given.meta.get("catalog", ""))

"""What one story costs, from bytes to bytes, in milliseconds of processor time: a stage a line.

python -m bench.story_cost DIR [STORIES]

DIR is a site's folder. One process, no pool, no cache, nothing written; every stage is done for all stories and the
best of several rounds is taken. What a build does once a site (tables, theme, catalog) is not counted, nor are the
rounds of the garbage collector.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

from lisanayn.align import Evidence, make_story, name_table
from lisanayn.align.exchange import aligned_json, aligned_tmx
from lisanayn.align.lexicon import needs_lexicon
from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.inputs import StoryFiles, read_tree
from lisanayn.build.session import read_settings
from lisanayn.build.tables import names_of, read_tables
from lisanayn.build.theme import read_theme
from lisanayn.disk import RealDisk
from lisanayn.model.article import Article, Companion, Source
from lisanayn.model.story import Story
from lisanayn.pages.cards import make_card
from lisanayn.pages.catalog import make_catalog, place_of
from lisanayn.pages.site import make_site
from lisanayn.pages.story_pages import STORY_PAGES
from lisanayn.parse import parse_source
from lisanayn.render import make_theme, render_page

ROUNDS = 5

Item = TypeVar("Item")
Result = TypeVar("Result")


def main() -> None:
    disk = RealDisk(sys.argv[1])
    settings = read_settings(disk)
    tables = read_tables(disk, settings.languages)
    site = make_site(settings, tables.agencies)
    evidence = Evidence(name_table(names_of(tables)))
    files = read_theme(disk)
    assets = {asset.name: asset.path for asset in files.assets}
    theme = make_theme(dict(files.templates), assets, dict(files.catalogues))
    stories = read_tree(disk, settings).stories[: int(sys.argv[2]) if len(sys.argv) > 2 else None]
    gc.disable()
    clock = Clock(len(stories))

    def parse(one: tuple[StoryFiles, dict[str, bytes]]) -> list[Article]:
        story, data = one
        sources = [Source(a.path, story.slug, a.lang, a.kind, data[a.path]) for a in story.articles]
        return [parse_source(source, tables.agencies).article for source in sources]

    def align(one: tuple[StoryFiles, list[Article], list[Companion]]) -> Story:
        story, _ = make_story(one[1], one[2], settings.languages, evidence)
        assert story is not None
        return story

    def export(story: Story) -> list[bytes]:
        makers = (aligned_tmx, aligned_json)
        return [make(story, translation).encode() for translation in story.translations for make in makers]

    named = [[*story.articles, *story.companions] for story in stories]
    data = clock.time("read", lambda names: {file.path: disk.read(file.path) for file in names}, named)
    parsed = clock.time("parse", parse, list(zip(stories, data, strict=True)))
    beside = [
        [Companion(file.path, story.slug, file.lang, file.kind, found[file.path]) for file in story.companions]
        for story, found in zip(stories, data, strict=True)
    ]
    made = clock.time("align", align, list(zip(stories, parsed, beside, strict=True)))
    cards = clock.time("card", lambda story: make_card(story, site), made)
    clock.time("lexicon?", needs_lexicon, made)
    catalog, _ = make_catalog(cards, tables.tags, site)
    placed = [(story, place_of(catalog, story.slug, ())) for story in made]
    makers = [maker for _, maker in STORY_PAGES]
    views = clock.time("view", lambda one: [page for make in makers for page in make(*one, site)], placed)
    written = clock.time("render", lambda pages: [render_page(page, theme) for page in pages], views)
    clock.time("digest", lambda pages: [digest_bytes(page) for page in pages], written)
    clock.total()
    clock.time("exports", export, made)
    sizes = sum(len(page) for pages in written for page in pages) / max(sum(map(len, written)), 1)
    rows = sum(len(getattr(page.view, "body", ())) for pages in views for page in pages) / len(stories)
    searched = sum(map(needs_lexicon, made))
    print(f"{len(stories)} stories; {rows:.0f} rows a story; {sizes / 1000:.1f} kB a page; {searched} searched")


class Clock:
    """Takes and prints times, in milliseconds a story."""

    def __init__(self, stories: int) -> None:
        self._stories = stories
        self._sum = 0.0

    def time(self, name: str, action: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
        """What the action makes of every item, and how long a round takes: the best of several, and the first."""
        times = []
        for _ in range(ROUNDS):
            start = time.process_time()
            results = [action(item) for item in items]
            times.append(time.process_time() - start)
        best = 1000 * min(times) / self._stories
        self._sum += best
        print(f"{name:10} {best:8.3f}   first round {1000 * times[0] / self._stories:8.3f}")
        return results

    def total(self) -> None:
        """Prints the sum so far."""
        print(f"{'together':10} {self._sum:8.3f}")


if __name__ == "__main__":
    main()

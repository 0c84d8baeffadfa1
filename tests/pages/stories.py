"""Stories made by hand: the shortest that show what a test is about."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from lisanayn.model.agency import Agency, agency_table
from lisanayn.model.article import Article, Header, Moment
from lisanayn.model.blocks import Block, Paragraph
from lisanayn.model.catalog import Catalog
from lisanayn.model.inline import from_plain
from lisanayn.model.page import Page
from lisanayn.model.picture import PictureFile
from lisanayn.model.story import BlockPair, Group, Sentence, SplitBlock, Story, Translation
from lisanayn.model.tag import Tag
from lisanayn.pages.catalog import make_card, make_catalog, place_of
from lisanayn.pages.list_pages import LIST_PAGES
from lisanayn.pages.site import Site, make_site
from lisanayn.pages.story_pages import STORY_PAGES
from lisanayn.render import Theme, make_theme
from lisanayn.settings import Publisher, Settings

ROOT = Path(__file__).parent.parent.parent
MARSAD = Agency("marsad", (("ar", "وكالة المرصد"), ("en", "Marsad Agency")), ("المرصد",))
PICTURE = PictureFile("quay.svg", "content/quay/quay.svg", "media/quay/quay.1234.svg", 1600, 900, "d")


def moment(text: str) -> Moment:
    """A day without a time."""
    day = date.fromisoformat(text)
    return Moment(day, datetime(day.year, day.month, day.day, tzinfo=UTC))


def site(**changes: object) -> Site:
    """The constants of a small Arabic and English site."""
    given = {
        "title": (("ar", "دفتر الضفتين"), ("en", "Two Shores")),
        "tagline": (("ar", "نصوص وترجماتها"), ("en", "Writing and its translation")),
        "base_url": "https://two-shores.example/",
        "publisher": Publisher((("ar", "دفتر الضفتين"), ("en", "Two Shores"))),
        "license": "CC BY 4.0",
    }
    return make_site(Settings(**{**given, **changes}), agency_table((MARSAD,)))


def paragraph(*sentences: str, first: int = 1, line: int = 1) -> SplitBlock:
    """A paragraph of an original; its sentences are numbered from ``first``."""
    made = tuple(Sentence(f"s{n}", from_plain(text)) for n, text in enumerate(sentences, first))
    return SplitBlock(Paragraph(from_plain(" ".join(sentences)), line), made)


def translated(*sentences: str) -> SplitBlock:
    """A paragraph of a translation; its sentences have no ids."""
    return SplitBlock(
        Paragraph(from_plain(" ".join(sentences)), 1), tuple(Sentence("", from_plain(t)) for t in sentences)
    )


def whole(block: Block) -> SplitBlock:
    """A block without sentences."""
    return SplitBlock(block, ())


def one_to_one(source: SplitBlock, target: SplitBlock) -> BlockPair:
    """Two blocks whose sentences correspond one by one."""
    groups = tuple(Group((one.id,), (n,)) for n, one in enumerate(source.sentences, 1))
    return BlockPair(source, target, groups)


def article(lang: str, blocks: tuple[SplitBlock, ...], name: str = "quay", /, **header: object) -> Article:
    """An article around blocks."""
    head = Header(**{"title": {"ar": "الرصيف", "en": "The quay"}.get(lang, "titre"), **header})
    return Article(f"content/{name}/{lang}.md", name, lang, "markdown", head, tuple(b.block for b in blocks))


def story(
    pairs: tuple[BlockPair, ...] | None = None,
    slug: str = "quay",
    own: dict[str, object] | None = None,
    other: dict[str, object] | None = None,
    langs: tuple[str, str] = ("ar", "en"),
    **more: object,
) -> Story:
    """A story with one translation."""
    if pairs is None:
        pairs = (
            one_to_one(
                paragraph("ذهب إلى الميناء.", "ثم عاد."), translated("He went to the port.", "Then he came back.")
            ),
        )
    blocks = tuple(pair.source for pair in pairs if pair.source)
    targets = tuple(pair.target for pair in pairs if pair.target)
    original = article(langs[0], blocks, slug, **{"date": moment("2026-03-01"), **(own or {})})
    translation = article(langs[1], targets, slug, **(other or {}))
    return Story(slug, original, blocks, (Translation(translation, pairs),), digest=f"digest of {slug}", **more)


def untranslated(slug: str = "alone", **header: object) -> Story:
    """A story in Arabic only."""
    blocks = (paragraph("نص بلا ترجمة."),)
    return Story(slug, article("ar", blocks, slug, **{"date": moment("2026-02-01"), **header}), blocks, (), digest=slug)


def catalog(
    stories: tuple[Story, ...], facts: Site, tags: tuple[Tag, ...] = (), pictures: tuple[PictureFile, ...] = ()
) -> Catalog:
    """The catalog of stories without problems."""
    made, problems = make_catalog([make_card(one, facts, pictures) for one in stories], tags, facts)
    assert problems == ()
    return made


def all_pages(
    stories: tuple[Story, ...], facts: Site, tags: tuple[Tag, ...] = (), pictures: tuple[PictureFile, ...] = ()
) -> dict[str, Page]:
    """Every page of a small site, by path."""
    made = catalog(stories, facts, tags, pictures)
    pages = [
        page
        for one in stories
        for _, maker in STORY_PAGES
        for page in maker(one, place_of(made, one.slug, pictures), facts)
    ]
    plans = [plan for _, maker in LIST_PAGES for plan in maker(made, facts)]
    pages += [plan if isinstance(plan, Page) else plan.make() for plan in plans]
    found = {page.path: page for page in pages}
    assert len(found) == len(pages)
    return found


def sources() -> dict[str, dict[str, str]]:
    """The built-in theme as text: templates, assets, catalogues."""
    templates = {path.name: path.read_text("utf-8") for path in (ROOT / "templates").iterdir()}
    assets = {path.name: f"static/{path.name}" for path in (ROOT / "static").iterdir()}
    assets["fonts.css"] = "static/fonts.css"  # made by the build, from the table of languages
    catalogues = {path.stem: path.read_text("utf-8") for path in (ROOT / "lisanayn" / "locale").glob("*.po")}
    return {"templates": templates, "assets": assets, "catalogues": catalogues}


def theme(**templates: str) -> Theme:
    """The built-in theme; keyword arguments replace templates (``article="…"``)."""
    text = sources()
    text["templates"] |= {f"{name}.html": source for name, source in templates.items()}
    return make_theme(text["templates"], text["assets"], text["catalogues"])

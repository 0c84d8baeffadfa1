"""Share cards as part of a build: drawn in the pool, each once for its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.font_packages import fonts_folder, packaged_files
from lisanayn.build.ledger import Key, Record, why_render
from lisanayn.build.rendering import Rendered
from lisanayn.build.share_cards import CardFonts, can_draw, card_fonts, draw_card
from lisanayn.build.work import Work
from lisanayn.disk import Disk, RealDisk
from lisanayn.model.catalog import Catalog
from lisanayn.pages.share_cards import ShareCard, has_cards, make_share_cards
from lisanayn.record import record

_AT_ONCE = 20
"""Cards in a chunk: a card takes as long as several stories."""


@record
class CardTask:
    """A chunk of cards."""

    cards: tuple[ShareCard, ...]
    fonts: CardFonts
    stage: Disk


def draw_chunk(task: CardTask) -> tuple[Rendered, ...]:
    """Draws the cards of a chunk into the stage, in their order."""
    made = []
    for card in task.cards:
        data = draw_card(card, task.fonts)
        entry = task.stage.write(card.path, data)
        made.append(Rendered(card.path, digest_bytes(data), entry.size, entry.stamp, ""))
    return tuple(made)


def drawable(cache: Disk) -> bool:
    """Whether share cards can be drawn here: the library and the fonts are there, and a folder for their files."""
    return isinstance(cache, RealDisk) and can_draw() and bool(packaged_files(fonts_folder()))


def make_cards(work: Work, old: Mapping[str, Record]) -> frozenset[str]:
    """Draws the cards of the stories that were rendered, where they are not there already; the paths of all of them.
    ``old``: what is known of files."""
    given = work.given
    cache = given.folders.cache
    if not has_cards(given.site) or not isinstance(cache, RealDisk):
        return frozenset()
    owners: dict[str, str] = {}
    wanted: list[ShareCard] = []
    reasons: dict[str, str] = {}
    for key, one in work.summaries.items():
        if one.card is None:
            continue
        for card in make_share_cards(Catalog((one.card,), (), (), {}), given.site):
            owners[card.path] = key
            reason = why_render(old.get(card.path), _key(card), given.before.faults.get(card.path))
            if reason is not None:
                reasons[card.path] = reason
                wanted.append(card)
    if wanted:
        for file in _drawn(work, wanted, card_fonts(packaged_files(fonts_folder()), cache)):
            record = Record(Key(file.path, "", ""), file.digest, file.size, file.stamp, owners[file.path])
            work.written[file.path] = (record, reasons[file.path])
    return frozenset(owners)


def _key(card: ShareCard) -> Key:
    return Key(card.path, "", "")  # the path names the words and the design


def _drawn(work: Work, cards: Sequence[ShareCard], fonts: CardFonts) -> list[Rendered]:
    given, done = work.given, 0
    parts = [tuple(cards[start : start + _AT_ONCE]) for start in range(0, len(cards), _AT_ONCE)]
    tasks = [CardTask(part, fonts, given.folders.stage.disk) for part in parts]
    found: list[Rendered] = []
    for some in given.pool.map(draw_chunk, tasks):
        done += len(some)
        given.progress("share cards", done, len(cards))
        found += some
    return found

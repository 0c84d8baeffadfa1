"""Pictures with caption and credit, for both languages of a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lisanayn.model.agency import AgencyTable, find_credit
from lisanayn.model.blocks import Figure
from lisanayn.model.picture import PictureFile
from lisanayn.model.rows import CreditText, FigureBlock, Part, Shape
from lisanayn.pages import urls
from lisanayn.pages.site import words
from lisanayn.pages.voices import Voice
from lisanayn.text.lang import Lang

WIDE = 1.4
"""Width over height from which a picture spans both columns."""

SPANNING = 480
"""Pixels from which it does: a smaller one would only be blown up. Drawings have no pixels."""

_MOST_NAMES = 10_000


class FigureMaker:
    """Makes the figures of one page, numbering them."""

    def __init__(self, pictures: Iterable[PictureFile], agencies: AgencyTable, root: str) -> None:
        self._given = pictures
        self._pictures = {picture.name: picture for picture in pictures}
        self._agencies = agencies
        self._root = root
        self._count = 0
        self._shown = 0

    def make(
        self, own: Figure | None, other: Figure | None, own_voice: Voice, other_voice: Voice | None
    ) -> FigureBlock:
        """One figure; either side may lack it. The picture and its description are the page's own language's, where
        it has them."""
        self._count += 1
        sides = [(own, own_voice), (other, other_voice)]
        picture = next((p for f, _ in sides if f and (p := self._pictures.get(f.image))), None)
        alt = next((words(f.alt, v.lang.code) for f, v in sides if f and v and f.alt), None)
        eager = picture is not None and self._shown == 0
        self._shown += picture is not None
        return FigureBlock(
            id=f"f{self._count}",
            number=self._count,
            picture=picture,
            href=urls.href(picture.path, self._root) if picture else "",
            sources=source_sets(picture, self._root) if picture else (),
            shape=_shape(picture),
            eager=eager,
            alt=alt or words("", own_voice.lang.code),
            own=own_voice.notes.linked(own.caption) if own else (),
            other=other_voice.notes.linked(other.caption) if other and other_voice else (),
            own_credit=self.credit(own, other, own_voice, other_voice),
            other_credit=self.credit(other, own, other_voice, own_voice) if other_voice else None,
        )

    def are_like(self, others: FigureMaker) -> bool:
        """Whether figures made here differ from those in their addresses only."""
        return self._given is others._given and self._agencies is others._agencies

    def moved(self, block: FigureBlock) -> FigureBlock:
        """A figure that was made for another page of the story, with its addresses as from this one."""
        picture = block.picture
        if picture is None:
            return block
        return replace(block, href=urls.href(picture.path, self._root), sources=source_sets(picture, self._root))

    def credit(
        self, figure: Figure | None, across: Figure | None, voice: Voice, across_voice: Voice | None
    ) -> CreditText | None:
        """The credit on one side: as printed there, else as the other side prints it; an agency that the table
        knows stands under its name in the side's language."""
        for source, printed_voice in ((figure, voice), (across, across_voice)):
            if source is None or printed_voice is None or not (source.credit or source.qualifier):
                continue
            names = credited(source.credit, printed_voice.lang, voice.lang, self._agencies)
            return CreditText(names, words(source.qualifier, printed_voice.lang.code) if source.qualifier else None)
        return None


@dataclass(slots=True)
class _Memo:
    """Names found lately: every page of a site asks for the same few dozen."""

    table: AgencyTable | None = None
    names: dict[tuple[str, str, str], tuple[Part, ...]] = field(default_factory=dict)


_memo = _Memo()


def credited(printed: str, printed_in: Lang, shown_in: Lang, table: AgencyTable) -> tuple[Part, ...]:
    """The names of a credit or source, each under its name in the language of the page where the table has one."""
    if _memo.table is not table or len(_memo.names) > _MOST_NAMES:
        _memo.table, _memo.names = table, {}
    key = (printed, printed_in.code, shown_in.code)
    found = _memo.names.get(key)
    if found is None:
        found = _memo.names[key] = _credited(printed, printed_in, shown_in, table)
    return found


def _credited(printed: str, printed_in: Lang, shown_in: Lang, table: AgencyTable) -> tuple[Part, ...]:
    parts = []
    for found in find_credit(table, printed):
        known = dict(found.agency.names).get(shown_in.code) if found.agency else None
        shown = words(known, shown_in.code) if known else words(found.text, printed_in.code)
        parts.append(
            Part(
                words=shown,
                agency=found.agency.id if found.agency else "",
                printed=found.text if found.agency else "",
            )
        )
    return tuple(parts)


def source_sets(picture: PictureFile, root: str) -> tuple[tuple[str, str], ...]:
    """(type, srcset) for each format of a picture; ``root`` leads from the page to the top of output/."""
    return tuple(
        [
            (source.type, ", ".join([f"{urls.href(path, root)} {width}w" for path, width in source.files]))
            for source in picture.sources
        ]
    )


def _shape(picture: PictureFile | None) -> Shape:
    if picture is None:
        return "none"
    if not picture.width or not picture.height:
        return "wide"
    spans = picture.width >= SPANNING or picture.name.lower().endswith(".svg")
    return "wide" if spans and picture.width / picture.height >= WIDE else "tall"

"""A story's groups as a sidecar: what is not one to one, and whatever a person has written, as it was written."""

from __future__ import annotations

from collections.abc import Iterator

from lisanayn.align.sidecar import Section, Sidecar, SidecarLine, read_sidecar, wording
from lisanayn.align.splitting import texts
from lisanayn.model.article import Companion
from lisanayn.model.blocks import kind_of
from lisanayn.model.story import BlockPair, Group, Story, Translation
from lisanayn.record import record

_SAME_CONFIDENCE = 0.1
"""A guess whose confidence moved by less than this keeps its line, so that relearning does not rewrite every file."""

_HEAD = "# sentences of the original = numbers of the translation's; write ! behind a group that is right"


@record
class _Place:
    """A pair of blocks with its numbers, from 1."""

    pair: BlockPair
    source: int
    """Of the block with sentences in the original; 0 when the pair has none."""
    targets: tuple[int, ...]
    """Of the blocks in the translation; several where they were joined."""
    plain: bool
    """Whether a header need not name the translation's block."""


def write_sidecar(story: Story, translation: Translation, old: str = "") -> str:
    """The sidecar of a translation as its groups stand; ``old`` is the file as it is.

    Lines of a person, and comments, come out as they went in (a bare ``!`` is given the wording it stands for). Lines
    of a machine are written anew. Writing the result again changes nothing. Empty when there is nothing to say.
    """
    data = old.encode("utf-8", "replace")
    known, _ = read_sidecar(Companion("", story.slug, translation.article.lang, "align", data))
    writer = _Writer(known)
    for place in _places(story, translation):
        writer.add(place)
    return writer.finished()


def _places(story: Story, translation: Translation) -> Iterator[_Place]:
    """The pairs that have sentences, counted."""
    own = [kind_of(b.block) for b in story.blocks if b.sentences]
    numbers = {b.sentences[0].id: n for n, b in enumerate([b for b in story.blocks if b.sentences], 1)}
    targets: list[str] = []
    found: list[tuple[BlockPair, int, tuple[int, ...]]] = []
    source = 0
    for pair in translation.pairs:
        if not pair.groups:
            continue
        if pair.source:
            source = numbers.get(pair.source.sentences[0].id, source)
        beside: tuple[int, ...] = ()
        if pair.target:
            first = len(targets) if pair.target.skipped else len(targets) + 1
            beside = tuple(range(first, first + 1 + len(pair.target.joins)))
            targets += [kind_of(pair.target.block)] * (beside[-1] - len(targets))
        found.append((pair, source if pair.source else 0, beside))
    in_order = own == targets
    for pair, number, beside in found:
        divided = bool(pair.source and (pair.source.skipped or pair.source.joins))
        yield _Place(pair, number, beside, in_order and beside == (number,) and not divided)


class _Writer:
    """Collects the lines of the new file. Kept only while one file is written."""

    def __init__(self, old: Sidecar) -> None:
        self._old = old
        self._sections: dict[str, Section] = {}
        self._by_ids: dict[tuple[str, ...], list[SidecarLine]] = {}
        for section in old.sections:
            for name in (section.first, *[name for line in section.lines for name in line.source]):
                if name:
                    self._sections.setdefault(name, section)
            for line in section.lines:
                self._by_ids.setdefault(line.source, []).append(line)
        self._out: list[str] = []
        self._used: set[int] = set()

    def add(self, place: _Place) -> None:
        """The section of one pair, if there is anything to say of it."""
        section = self._section(place)
        entries = [self._entry(group, place, section) for group in place.pair.groups]
        by_person = any(line is not None and line.mark != "?" for line, _ in entries)
        if not by_person and all(len(g.source) == len(g.target) == 1 and not g.guessed for g in place.pair.groups):
            return
        if section and section.line not in self._used:
            self._used.add(section.line)
            self._out += section.before
        elif self._out:
            self._out.append("")
        self._out.append(_header(place))
        for line, text in entries:
            if line is not None:
                self._used.add(line.line)
                self._out += line.before
            self._out.append(text)

    def _section(self, place: _Place) -> Section | None:
        """The old section of a pair."""
        for sentence in place.pair.source.sentences if place.pair.source else ():
            if sentence.id in self._sections:
                return self._sections[sentence.id]
        added = (s for s in self._old.sections if not s.first and s.blocks == place.targets)
        return None if place.pair.source else next(added, None)

    def _entry(self, group: Group, place: _Place, section: Section | None) -> tuple[SidecarLine | None, str]:
        """The old line of a group, if there is one, and its line in the new file."""
        skipped = place.pair.target.skipped if place.pair.target else 0
        target = tuple([number + skipped for number in group.target])
        bare = f"{' '.join(group.source) or '-':<7} = {' '.join(map(str, target)) or '-':<7}"
        if group.source:
            lines = self._by_ids.get(group.source, [])
        else:
            lines = [line for line in section.lines if not line.source] if section else []
        line = next((line for line in lines if line.target == target), None)
        if line is None and group.reviewed:
            # The sentences were found again elsewhere in their block; only the numbers change.
            line = next((line for line in lines if line.mark == "!"), None)
            return line, f"{bare} {line.raw[line.raw.index('!') :]}" if line else f"{bare} !"
        if line is None or (line.mark == "?" and abs(line.confidence - group.confidence) >= _SAME_CONFIDENCE):
            return line, f"{bare} ?{group.confidence:.2f}"
        if line.mark == "!" and not line.wording:
            return line, line.raw.replace("!", f"!{_wording(group, place.pair)}", 1)
        return line, line.raw

    def finished(self) -> str:
        """The whole file. What a person wrote that fits nowhere stays as a comment."""
        for section in self._old.sections:
            if section.line not in self._used:
                self._out += [line for line in section.before if line]
            for line in section.lines:
                if line.line not in self._used and line.mark != "?":
                    self._out += [*line.before, f"# not used: {line.raw}"]
        self._out += self._old.after
        while self._out and not self._out[0]:
            del self._out[0]
        while self._out and not self._out[-1]:
            del self._out[-1]
        head = [_HEAD] if self._out and not self._old.sections and not self._old.after else []
        return "".join([line + "\n" for line in (*head, *self._out)])


def _header(place: _Place) -> str:
    beside = " ".join([f"p{n}" for n in place.targets]) or "-"
    if not place.pair.source:
        return f"[- = {beside}]"
    name = f"p{place.source} {place.pair.source.sentences[0].id}"
    return f"[{name}]" if place.plain else f"[{name} = {beside}]"


def _wording(group: Group, pair: BlockPair) -> str:
    """Names the words of a group as they stand now."""
    mine, theirs = (texts(side) if side else () for side in (pair.source, pair.target))
    places = {s.id: n for n, s in enumerate(pair.source.sentences)} if pair.source else {}
    return wording([mine[places[name]] for name in group.source], [theirs[n - 1] for n in group.target])

"""Bytes of a file → its text: whatever encoding an editor's program wrote, whatever its line ends.

UTF-8 is the rule. UTF-16 and UTF-32 are told by their byte order mark, or by their zero bytes and the look of
what comes out. Windows-1256 (what older Arabic programs save) is tried only on bytes that are not UTF-8, and only
believed when it gives words. A UTF-8 file with a piece cut out is *not* read as Windows-1256: most of its
sequences are whole, and a guess would publish rubbish.
"""

from __future__ import annotations

import codecs

from lisanayn.problems import Location, Problem, error, note
from lisanayn.record import record

MAX_BYTES = 5_000_000
"""Of one source file; a book is shorter."""


@record
class Decoded:
    """The text of a file, with ``\\n`` for every line end and no byte order mark."""

    text: str
    """Empty when the bytes could not be read."""
    problems: tuple[Problem, ...] = ()


_BOMS: tuple[tuple[bytes, str, str], ...] = (
    (codecs.BOM_UTF8, "utf-8", ""),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)

_WIDE = (("utf-16-le", "UTF-16", 2), ("utf-16-be", "UTF-16", 2), ("utf-32-le", "UTF-32", 4), ("utf-32-be", "UTF-32", 4))

_FETCH_AGAIN = "fetch the file again from where it came, or open it in an editor and save it as UTF-8"

_OTHER_LINE_ENDS = str.maketrans(dict.fromkeys("\r\u0085\u2028\u2029", "\n"))
_PAGE_BREAKS = str.maketrans("\f\v", "  ")

def decode(data: bytes, path: str) -> Decoded:
    """The text of ``data``, read in the encoding that explains it.

    Never raises. Problems: ``source-size`` (over ``MAX_BYTES``), ``source-bytes`` (no encoding explains the bytes;
    byte offset and line), ``source-encoding`` (a note: the file was read as something other than UTF-8).
    """
    if len(data) > MAX_BYTES:
        message = f"the file has {len(data):,} bytes; the limit is {MAX_BYTES:,}"
        return Decoded("", (error("source-size", message, Location(path), "split the text into several articles"),))
    for mark, encoding, name in _BOMS:
        if data.startswith(mark):
            return _with_mark(data[len(mark) :], len(mark), encoding, name, path)
    if b"\0" in data or b"\x06" in data:  # U+06.. is the Arabic block: its high byte in UTF-16
        wide = _without_mark(data, path)
        if wide is not None:
            return wide
    try:
        return Decoded(_plain_lines(data.decode("utf-8")))
    except UnicodeDecodeError as fault:
        return _not_utf8(data, fault, path)


def _with_mark(data: bytes, skipped: int, encoding: str, name: str, path: str) -> Decoded:
    """A file that says by its byte order mark what it is; damage is damage, nothing else is tried."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as fault:
        return Decoded("", (_damaged(data, fault, name or "UTF-8", encoding, skipped, path),))
    return Decoded(_plain_lines(text), (_was_read_as(name, path),) if name else ())


def _without_mark(data: bytes, path: str) -> Decoded | None:
    """UTF-16 or UTF-32 that does not say so: believed when nine characters of ten are usual ones."""
    from lisanayn.parse.encodings import is_usual  # not at the top: most sites never need it

    for encoding, name, width in _WIDE:
        cut = len(data) % width
        try:
            text = data[: len(data) - cut].decode(encoding)
        except UnicodeDecodeError:
            continue
        if not is_usual(text[:4000]):
            continue
        if cut:
            message = f"the {name} text ends in the middle of a character, at byte {len(data) - cut}"
            return Decoded("", (error("source-bytes", message, _line_after(_plain_lines(text), path), _FETCH_AGAIN),))
        return Decoded(_plain_lines(text), (_was_read_as(name, path),))
    return None


def _not_utf8(data: bytes, fault: UnicodeDecodeError, path: str) -> Decoded:
    """Bytes that are not UTF-8: damaged UTF-8, Windows-1256, or something we do not read."""
    faults = data.decode("utf-8", "replace").count("\ufffd") - data.count(b"\xef\xbf\xbd")
    from lisanayn.parse.encodings import makes_words, whole_sequences

    cut_off = faults == 1 and fault.end >= len(data) and data[: fault.start].isascii()
    if cut_off or whole_sequences(data) >= faults:
        return Decoded("", (_damaged(data, fault, "UTF-8", "utf-8", 0, path),))
    text = data.decode("cp1256")  # every byte has a meaning in it: it cannot fail, only be wrong
    if makes_words(text, "Arab"):
        return Decoded(_plain_lines(text), (_was_read_as("Windows-1256", path),))
    return Decoded("", (_unexplained(data, fault, path),))


def _damaged(data: bytes, fault: UnicodeDecodeError, name: str, encoding: str, skipped: int, path: str) -> Problem:
    """A text that is of a known encoding and not whole: says where, and quotes the words before."""
    before = _plain_lines(data[: fault.start].decode(encoding, "replace"))
    at_end = fault.end >= len(data) and fault.start >= len(data) - 3
    what = "ends in the middle of a character" if at_end else f"is damaged: {_hex(data, fault)} is no character"
    message = f"the {name} text {what}, at byte {fault.start + skipped}{_after(before)}"
    return error("source-bytes", message, _line_after(before, path), _FETCH_AGAIN)


def _unexplained(data: bytes, fault: UnicodeDecodeError, path: str) -> Problem:
    """Bytes in no encoding we read; names the encoding they look like, where one gives words."""
    from lisanayn.parse.encodings import guess

    before = _plain_lines(data[: fault.start].decode("utf-8", "replace"))
    message = f"no encoding explains {_hex(data, fault)} at byte {fault.start}{_after(before)}"
    name = guess(data)
    hint = f"the file looks like {name}: open it as that and save it as UTF-8" if name else _FETCH_AGAIN
    return error("source-bytes", message, _line_after(before, path), hint)


def _after(before: str) -> str:
    words = before.rpartition("\n")[2][-30:]
    return f", after {words!r}" if words else ""


def _line_after(before: str, path: str) -> Location:
    return Location(path, before.count("\n") + 1)


def _hex(data: bytes, fault: UnicodeDecodeError) -> str:
    return " ".join(f"{byte:02X}" for byte in data[fault.start : fault.end][:4])


def _was_read_as(name: str, path: str) -> Problem:
    return note("source-encoding", f"the file was read as {name}", Location(path), "save it as UTF-8 to be sure")


def _plain_lines(text: str) -> str:
    """The text with ``\\n`` for CR LF, CR, NEL and the Unicode separators.

    Page breaks of old printers and the line breaks of word processors (FF, VT) are white space; stray byte order
    marks, which stand where files were joined, go.
    """
    if "\r" in text or "\u0085" in text or "\u2028" in text or "\u2029" in text:
        text = text.replace("\r\n", "\n").translate(_OTHER_LINE_ENDS)
    if "\f" in text or "\v" in text:
        text = text.translate(_PAGE_BREAKS)
    return text.replace("\ufeff", "") if "\ufeff" in text else text

"""Stories for the browser tests, beside those of the sample site: direction, pictures, an unfinished translation, and
one long enough to fill several sheets of paper.

    bidi       a sentence for every case of section 2 of the checklist
    gallery    pictures of every shape, one with a version for each language
    half       a translation that lacks its last paragraphs
    plain      twenty sentences and no picture
    long       rows whose first and last words name their number
    endless    more sentences than a browser sets at once
"""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

BIDI = [
    # Arabic, English; tests/browser/test_bidi.py says how each is drawn
    ("غادرت المدينة في خريف ذلك العام.", "She left تل أبيب 7 October for the coast."),
    ("اتصل بالرقم +962 6 555 1234 قبل الظهر.", "Call +962 6 555 1234 before noon."),
    ("صاح الطفل: «Hello, world!» ثم ضحك.", "The child cried “Hello, world!” and laughed."),
    ("امتد العمل بين عامي 2020-2024 في تونس.", "In تونس 2020-2024 the work went on."),
    ("وصدر الإصدار v2.4.1 من البرنامج أمس.", "Version v2.4.1 came out yesterday."),
    ("وكتبه (Alan Kay) عام 1977.", "Alan Kay (آلان كاي) wrote it in 1977."),
    ("وهذا ما تسميه الأمم المتحدة (UN) نزاعا.", "This is what the UN calls a conflict."),
    ("بلغت النسبة 42.5% من المجموع.", "The share reached 42.5% of the whole."),
    ("انخفضت الحرارة إلى -7 ليلا.", "The temperature fell to -7 at night."),
    ("اسم الملف report-7.pdf في المجلد.", "The file is report-7.pdf in the folder."),
    ("وافتتح المعرض في قاعة Le Monde.", "The show opened in the hall of لوموند."),
]

HEADER = "---\ntitle: {title}\n{more}---\n\n"


def write_stories(content: Path) -> None:
    """Adds the stories to a content folder."""
    _write(
        content / "bidi",
        ar=_text(
            "مفاوضات في الأمم المتحدة (UN)",
            [ar for ar, _ in BIDI],
            "date: 2025-01-03\nsources: [Harbour Wire, Delta Post, وكالة الضفة, وكالة النهر]\n",
        ),
        en=_text("Talks at the UN", [en for _, en in BIDI]),
    )
    _write(
        content / "plain",
        ar=_text("عشرون جملة", _plain("ar"), "date: 2025-02-03\n"),
        en=_text("Twenty sentences", _plain("en")),
    )
    _write(
        content / "half",
        ar=_text(
            "نص لم تكتمل ترجمته", ["هذه جملة أولى.", "وهذه ثانية.", "وهذه ثالثة لا ترجمة لها."], "date: 2025-03-03\n"
        ),
        en=_text("A half-finished text", ["This is a first sentence.", "And this a second."]),
    )
    _write(
        content / "long", ar=_text("نص طويل", _long("ar"), "date: 2025-04-03\n"), en=_text("A long text", _long("en"))
    )
    _write(
        content / "endless",
        ar=_text("نص لا ينتهي", _endless("ar"), "date: 2025-06-03\n"),
        en=_text("An endless text", _endless("en")),
    )
    _write(content / "gallery", ar=_gallery("ar"), en=_gallery("en"))
    for name, size in PICTURES.items():
        (content / "gallery" / name).write_bytes(png(*size))


PICTURES = {
    "wide.png": (1600, 900),
    "strip.png": (2000, 200),
    "tall.png": (600, 900),
    "column.png": (120, 900),
    "tiny.png": (40, 40),
    "map-ar.png": (1000, 600),
    "map-en.png": (1010, 600),
}

_WORDS = {
    "ar": ("قطعة رقم", "هذا شرح للصورة يمتد على سطور كثيرة لأن الشرح في الأخبار كثيرا ما يطول. " * 4),
    "en": ("Plate", "This caption runs over several lines, as captions of news pictures do. " * 4),
}


def _gallery(lang: str) -> str:
    word, long = _WORDS[lang]
    names = ["wide.png", "strip.png", "tall.png", "column.png", "tiny.png", "tall.png", f"map-{lang}.png"]
    rows = []
    for number, name in enumerate(names, 1):
        caption = long if name == "column.png" else f"{word} {number}."
        rows.append(f"![{word} {number}]({name})\n{caption} (Reuters)\n")
    first = "هذه جملة قبل الصور." if lang == "ar" else "A sentence before the pictures."
    last = "وهذه جملة بعدها." if lang == "ar" else "A sentence after them."
    title = "صور من كل شكل" if lang == "ar" else "Pictures of every shape"
    more = "date: 2025-05-03\n" if lang == "ar" else ""
    return HEADER.format(title=title, more=more) + "\n".join([first + "\n", *rows, last + "\n"])


def _plain(lang: str) -> list[str]:
    if lang == "ar":
        text = "هذه هي الجملة ذات الرقم {n}، وهي تمتد سطرين أو أكثر حتى تشبه جملة من خبر حقيقي يقرؤه الناس."
    else:
        text = "This is the sentence with the number {n}, and it runs over two lines or more, as real news does."
    return [text.format(n=n) for n in range(1, 21)]


def _long(lang: str) -> list[str]:
    middle = " وكلمات كثيرة بينهما" * 12 if lang == "ar" else " and many words between them" * 10
    return [f"Start{lang}{n}x{middle} End{lang}{n}x." for n in range(1, 61)]


def _endless(lang: str) -> list[str]:
    """Paragraphs of one sentence and of three."""
    rows = _plain(lang) * 6
    return [" ".join(rows[at : at + count]) for at, count in zip(range(0, 120, 2), [1, 3] * 30, strict=True)]


def _text(title: str, sentences: list[str], more: str = "") -> str:
    """An article, a paragraph for each sentence."""
    return HEADER.format(title=title, more=more) + "\n\n".join(sentences) + "\n"


def _write(folder: Path, **texts: str) -> None:
    folder.mkdir()
    for lang, text in texts.items():
        (folder / f"{lang}.md").write_text(text, encoding="utf-8")


def png(width: int, height: int) -> bytes:
    """A grey PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join([b"\0" + bytes([128 + (y % 64)]) * width for y in range(height)])
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")

"""Share cards: the right words on the right side, drawn the same every time."""

import io
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from lisanayn.build.share_cards import CardFonts, break_lines, card_fonts, card_svg, draw_card, width_of
from lisanayn.disk import RealDisk
from lisanayn.pages.share_cards import Line, ShareCard

NASKH = Path("/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf")
SANS = Path("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf")
fonts_needed = pytest.mark.skipif(not (NASKH.exists() and SANS.exists()), reason="the Noto fonts are not installed")


@pytest.fixture
def fonts(tmp_path) -> CardFonts:
    return card_fonts([str(NASKH), str(SANS)], RealDisk(tmp_path))


def card(title: str, lang="ar", direction="rtl") -> ShareCard:
    return ShareCard("cards/x.png", Line("لسانين", "ar", "rtl"), Line(title, lang, direction), None)


def ink(data: bytes) -> tuple[int, int, int, int]:
    """The box of what is drawn between the site's name and the bar at the foot."""
    image = Image.open(io.BytesIO(data)).convert("RGB").crop((0, 120, 1200, 600))
    return ImageChops.difference(image, Image.new("RGB", image.size, image.getpixel((0, 0)))).getbbox()


@fonts_needed
def test_arabic_stands_right_and_latin_left_and_nothing_leaves_the_card(fonts):
    left, _, right, _ = ink(draw_card(card("خريطة البحر"), fonts))
    assert left > 600 and 1100 <= right <= 1125
    left, _, right, _ = ink(draw_card(card("A map of the sea", "en", "ltr"), fonts))
    assert 75 <= left <= 100 and right < 700
    left, _, right, bottom = ink(draw_card(card("مستشفياتُ المدينةِ القديمةِ " * 12), fonts))
    assert left >= 60 and right <= 1130 and bottom <= 450


@fonts_needed
def test_the_full_stop_of_an_arabic_title_is_at_its_left_end(fonts):
    without, with_stop = (ink(draw_card(card(text), fonts)) for text in ("رحلة إلى Palermo", "رحلة إلى Palermo."))
    assert with_stop[0] < without[0] - 5 and with_stop[2] == without[2]


@fonts_needed
def test_letters_are_joined(fonts):
    joined, single = (ink(draw_card(card(text), fonts)) for text in ("سسسسسس", "س\u200cس\u200cس\u200cس\u200cس\u200cس"))
    assert joined[2] - joined[0] < 0.9 * (single[2] - single[0])


@fonts_needed
def test_the_same_card_is_the_same_file(fonts):
    assert draw_card(card("خريطة"), fonts) == draw_card(card("خريطة"), fonts)


@fonts_needed
def test_lines_break_between_words_and_hold_no_more_than_they_may(fonts):
    text = "الجنوب في الأعلى خرائط الإدريسي والبحر المظلم"
    lines = break_lines(text, 8, fonts)
    assert " ".join(lines) == text and len(lines) > 1 and all(width_of(line, fonts) <= 8 for line in lines)


@fonts_needed
def test_titles_are_words_never_markup(fonts):
    svg = card_svg(card('</text><script>alert("x")</script> & <b>'), fonts)
    root = ElementTree.fromstring(svg)
    assert {element.tag.rpartition("}")[2] for element in root.iter()} == {"svg", "rect", "text"}

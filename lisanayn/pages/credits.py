"""Every picture of the site with its credit, its licence and the story it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from lisanayn.model.catalog import Card, Catalog, Credit, Words
from lisanayn.model.list_views import CreditRow, CreditsView
from lisanayn.model.page import ListPlan, Page
from lisanayn.model.rows import CreditText, Part
from lisanayn.pages import urls
from lisanayn.pages.entries import make_pager, page_count
from lisanayn.pages.figures import credited
from lisanayn.pages.frame import Outline, make_frame
from lisanayn.pages.licenses import read_license
from lisanayn.pages.site import Site, words
from lisanayn.text.languages import LANGUAGES
from lisanayn.text.numbers import to_system

PER_PAGE = 100
"""Pictures on one page: a row is a line."""

Listed = list[tuple[Card, Credit]]


def make_credits(catalog: Catalog, site: Site) -> Iterator[ListPlan]:
    """In each language the pictures of the stories that its lists show, page by page, the newest story first."""
    for lang in site.languages:
        found = [(card, credit) for card in catalog.cards if card.path(lang) for credit in _once(card.credits, lang)]
        count = page_count(len(found), PER_PAGE)
        for number in range(1, count + 1):
            shown = found[(number - 1) * PER_PAGE : number * PER_PAGE]
            inputs = (len(found), *[f"{card.digest} {credit.picture}" for card, credit in shown])
            make = partial(_page, lang, number, len(found), shown, site)
            yield ListPlan(urls.credits(lang, number), "credits.html", inputs, make)


def _once(credits: Sequence[Credit], lang: str) -> list[Credit]:
    """Each picture once, as the text in the language of the list has it, else as the original has it.

    A credit is worth more than its language, and a licence may stand with either text. Pictures that are not there have
    no name to meet by; one text's are taken.
    """
    found: dict[str, Credit] = {}
    for credit in sorted(credits, key=lambda c: (not (c.printed or c.qualifier), c.lang != lang)):
        if credit.picture:
            known = found.setdefault(credit.picture, credit)
            if credit.license and not known.license:
                found[credit.picture] = replace(known, license=credit.license)
    langs = [credit.lang for credit in credits if not credit.picture]
    absent = [c for c in credits if not c.picture and c.lang == (lang if lang in langs else langs[0])]
    order = {credit.picture: n for n, credit in reversed(list(enumerate(credits)))}
    return [*sorted(found.values(), key=lambda credit: order[credit.picture]), *absent]


def _page(lang: str, number: int, total: int, shown: Listed, site: Site) -> Page:
    path = urls.credits(lang, number)
    pages = [(code, urls.credits(code)) for code in site.languages if code != lang]
    outline = Outline(path, lang, "", "", [(lang, path), *pages], paired=number == 1)
    frame = make_frame(outline, site)
    view = CreditsView(
        frame,
        total,
        tuple([_row(card, credit, lang, site, frame.root) for card, credit in shown]),
        make_pager(number, page_count(total, PER_PAGE), lambda n: urls.credits(lang, n), frame.root),
    )
    return Page(path, "credits.html", view)


def _row(card: Card, credit: Credit, lang: str, site: Site, root: str) -> CreditRow:
    text = card.text(lang) or card.texts[0]
    names = credited(credit.printed, LANGUAGES[credit.lang], LANGUAGES[lang], site.agencies) if credit.printed else ()
    qualifier = words(credit.qualifier, credit.lang) if credit.qualifier else None
    return CreditRow(
        href=urls.href(card.path(lang), root),
        title=words(text.title, text.lang),
        credit=CreditText(names, qualifier) if names or qualifier else None,
        license=_license(credit, lang, site),
        absent=not credit.picture,
    )


def _license(credit: Credit, lang: str, site: Site) -> Part | None:
    """The picture's own licence; that of the text says nothing of it."""
    found = read_license(credit.license)
    if found is None:
        return None
    if not found.key:
        text = Words(found.text, "", "ltr") if found.url else words(found.text, credit.lang)
        return Part(text, href=found.url, rel="license" if found.url else "")
    digits = site.digit_system(lang)
    version = found.version if digits == "latn" else to_system(found.version.replace(".", "٫"), digits)
    return Part(key=found.key, after=version, href=found.deed(lang), rel="license")

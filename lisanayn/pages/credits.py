"""Every picture of the site with its credit, its licence and the story it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lisanayn.model.catalog import Card, Catalog, Credit, Words
from lisanayn.model.list_views import CreditRow, CreditsView
from lisanayn.model.page import ListPlan, Page
from lisanayn.model.rows import CreditText, Part
from lisanayn.pages import urls
from lisanayn.pages.entries import make_pager, page_count
from lisanayn.pages.figures import credited
from lisanayn.pages.frame import Outline, make_frame
from lisanayn.pages.licenses import read_license
from lisanayn.pages.planning import Listed, ListKind, digest_of, planned
from lisanayn.pages.site import Site, words
from lisanayn.record import record
from lisanayn.text.languages import LANGUAGES
from lisanayn.text.numbers import to_system

PER_PAGE = 100
"""Pictures on one page: a row is a line."""


@record
class CreditsTerms:
    """One page of a language's list of pictures."""

    lang: str
    number: int
    total: int
    """Pictures of the whole list."""
    skipped: int
    """Pictures of its first story that stand on the page before."""


def make_credits(catalog: Catalog, site: Site) -> Iterator[ListPlan]:
    """In each language the pictures of the stories that its lists show, page by page, the newest story first."""
    for lang in site.languages:
        found = [
            (position, n)
            for position, card in enumerate(catalog.cards)
            if card.credits and card.path(lang)
            for n in range(len(_once(card.credits, lang)))
        ]
        for number in range(1, page_count(len(found), PER_PAGE) + 1):
            shown = found[(number - 1) * PER_PAGE : number * PER_PAGE]
            terms = CreditsTerms(lang, number, len(found), shown[0][1] if shown else 0)
            positions = list(dict.fromkeys([position for position, _ in shown]))
            yield planned(CREDITS, urls.credits(lang, number), terms, positions, catalog, site)


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


def _page(terms: CreditsTerms, listed: Sequence[Listed], site: Site) -> Page:
    lang, number, total = terms.lang, terms.number, terms.total
    path = urls.credits(lang, number)
    pages = [(code, urls.credits(code)) for code in site.languages if code != lang]
    outline = Outline(path, lang, "", "", [(lang, path), *pages], paired=number == 1)
    frame = make_frame(outline, site)
    found = [(card, credit) for card, _ in listed for credit in _once(card.credits, lang)]
    shown = found[terms.skipped : terms.skipped + PER_PAGE]
    view = CreditsView(
        frame,
        total,
        tuple([_row(card, credit, lang, site, frame.root) for card, credit in shown]),
        make_pager(number, page_count(total, PER_PAGE), lambda n: urls.credits(lang, n), frame.root),
    )
    return Page(path, CREDITS.template, view)


CREDITS = ListKind("credits", "credits.html", CreditsTerms, _page, digest_of)


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

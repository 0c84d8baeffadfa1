"""The entries of an Atom feed (RFC 4287). A site has hundreds of feeds with a score of entries each, so they are set
here and not in a template. Characters that XML forbids are dropped when the file is finished (``page``)."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from lisanayn.model.files import FeedItem
from lisanayn.render.ready import escaped, ready
from lisanayn.text.direction import title_text
from lisanayn.text.lang import Direction


def atom_entries(items: Iterable[FeedItem], lang: str, direction: Direction) -> Markup:
    """The entries of a feed in a language, in their order."""
    return ready("".join([_entry(item, lang, direction) for item in items]))


def _entry(item: FeedItem, lang: str, direction: Direction) -> str:
    entry = item.entry
    lines = [
        f'<entry xml:lang="{escaped(lang)}">',
        f"<id>{escaped(entry.id)}</id>",
        f"<title>{escaped(entry.title)}</title>",
        f"<published>{escaped(entry.published)}</published>",
        f"<updated>{escaped(entry.updated)}</updated>",
        f'<link rel="alternate" type="text/html" hreflang="{escaped(lang)}" href="{escaped(entry.url)}"/>',
    ]
    for code, url in entry.translations:
        lines.append(f'<link rel="related" type="text/html" hreflang="{escaped(code)}" href="{escaped(url)}"/>')
    lines += [f"<author><name>{escaped(name)}</name></author>" for name in entry.authors]
    lines += [f"<contributor><name>{escaped(name)}</name></contributor>" for name in entry.translators]
    lines += [f'<category term="{escaped(id)}" label="{escaped(name)}"/>' for id, name in entry.tags]
    if entry.summary:
        lines.append(f"<summary>{escaped(title_text(entry.summary, direction))}</summary>")
    if item.content:
        lines.append(f'<content type="html">{_as_data(item.content)}</content>')
    return "\n".join([*lines, "</entry>\n"])


def _as_data(text: str) -> str:
    """Text as a CDATA section: what ends one is parted between two (XML 1.0, section 2.7). A feed is mostly the texts
    of its entries, and with every sign of their markup escaped it would be a sixth larger."""
    return f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>"

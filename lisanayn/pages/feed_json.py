"""A feed as JSON (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from collections.abc import Sequence

from lisanayn.model.files import FeedHead, FeedItem
from lisanayn.pages import urls
from lisanayn.pages.site import Site


def json_feed(path: str, head: FeedHead, items: Sequence[FeedItem], publisher: str, site: Site) -> str:
    """The text of the file at ``path`` in output/. What the format has no key for stands under ``_lisanayn``."""
    feed: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": head.title,
        "home_page_url": head.page,
        "feed_url": urls.absolute(path, site.base_url),
        "description": head.subtitle,
        "language": head.lang,
        "authors": [_without_empty({"name": publisher, "url": site.publisher_url})],
    }
    return json.dumps(
        _without_empty(feed) | {"items": [_item(item, head.lang) for item in items]}, ensure_ascii=False, indent=1
    ) + "\n"


def _item(item: FeedItem, lang: str) -> dict[str, object]:
    entry = item.entry
    translations = [{"language": code, "url": url} for code, url in entry.translations]
    return _without_empty(
        {
            "id": entry.id,
            "url": entry.url,
            "title": entry.title,
            "content_html": item.content,
            "content_text": "" if item.content else entry.summary or entry.title,
            "summary": entry.summary,
            "image": entry.image,
            "date_published": entry.published,
            "date_modified": entry.updated,
            "authors": [{"name": name} for name in entry.authors],
            "tags": [name for _, name in entry.tags],
            "language": lang,
            "_lisanayn": _without_empty({"translators": list(entry.translators), "translations": translations}),
        }
    )


def _without_empty(data: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in data.items() if value not in ("", None, [], {})}

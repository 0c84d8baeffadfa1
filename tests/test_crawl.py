"""No link of a built site is broken, wherever it stands: at the top of a host, in a folder, on a disk."""

import json
import re
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests import sites

CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)")
PLACES = {
    "top": ("https://two-shores.example/", "http://host/"),
    "folder": ("https://two-shores.example/sub/folder/", "http://host/sub/folder/"),
    "disk": ("https://two-shores.example/", "file:///home/reader/site/"),
    "disk, no address": ("", "file:///home/reader/site/"),
}


def uses(path, data):
    """The addresses in a file of the site."""
    if path.endswith(".css"):
        yield from CSS_URL.findall(data.decode())
    elif path.endswith(".webmanifest"):
        manifest = json.loads(data)
        yield from [manifest["start_url"], manifest["scope"], *[icon["src"] for icon in manifest["icons"]]]
    elif path.endswith(".html"):
        tree = LexborHTMLParser(data.decode())
        for node in tree.css("[href], [src], [srcset], [action], [poster], [data-worker]"):
            for name in ("href", "src", "action", "poster", "data-worker"):
                if name in node.attributes:
                    yield node.attributes[name] or ""
            for candidate in (node.attributes.get("srcset") or "").split(","):
                yield from candidate.split()[:1]
        for node in tree.css("meta[http-equiv=refresh]"):
            yield node.attributes["content"].partition("url=")[2]
        for node in tree.css('meta[property="og:url"], meta[property="og:image"]'):
            yield node.attributes["content"]


def found(address, here, base_url):
    """(path of the file that an address means at a place, what is after ``#``); None for another site's address."""
    if base_url and address.startswith(base_url):
        if here.startswith("file:"):
            return None  # where the site will stand: nothing on this disk
        address = here + address.removeprefix(base_url)
    rest, _, anchor = address.partition("#")
    if not rest.startswith(here):
        outside = urlsplit(rest).scheme not in ("http", "https", "file") or urlsplit(rest).netloc not in ("host", "")
        return None if outside else ("", "")
    path = unquote(rest.removeprefix(here).partition("?")[0])
    is_folder = not path or path.endswith("/")
    # A disk shows a listing for a folder, so that a link must name the file.
    return (path if is_folder and here.startswith("file:") else f"{path}index.html" if is_folder else path), anchor


def broken(files, base_url, here):
    """Every address of the site that leads to nothing of it: (file, address)."""
    ids = {
        path: {node.attributes["id"] for node in LexborHTMLParser(data.decode()).css("[id]")}
        for path, data in files.items()
        if path.endswith(".html")
    }
    faults = []
    for path, data in files.items():
        for use in uses(path, data):
            if here.startswith("file:") and (path.endswith(".webmanifest") or (path == "404.html" and base_url)):
                continue  # only hosts know them
            place = here + (path if path != "404.html" or use.startswith("#") or not base_url else "no/such/page/")
            target = found(urljoin(place, use), here, base_url)
            if target and (target[0] not in files or (target[1] and target[1] not in ids.get(target[0], {target[1]}))):
                faults.append((path, use))
    return faults


@pytest.mark.parametrize("place", PLACES)
def test_the_sample_site_has_no_broken_link(place):
    base_url, here = PLACES[place]
    files = sites.sample(base_url, "offline = true\n")
    assert broken(files, base_url, here) == []


def test_the_crawl_sees_a_broken_link():
    base_url, here = PLACES["folder"]
    files = sites.sample(base_url, "offline = true\n")
    new = "ar/new/index.html"
    wrong = files | {new: b'<a href="/ar/">x</a><a href="../none/">y</a><img src="../../static/none.svg">'}
    faults = broken(wrong, base_url, here)
    assert faults == [(new, "/ar/"), (new, "../none/"), (new, "../../static/none.svg")]
    folder = files | {new: b'<a href="../">a folder</a>'}
    assert broken(folder, base_url, "file:///home/reader/site/") == [(new, "../")]


@pytest.mark.parametrize("here", ["http://host/", "file:///home/reader/site/"])
def test_a_generated_site_of_many_stories_has_no_broken_link_either(here):
    assert broken(sites.many(), "https://many.example/", here) == []


def test_every_page_that_is_worth_finding_can_be_reached_from_the_first():
    files = sites.many()
    reached, waiting = set(), ["index.html"]
    while waiting:
        path = waiting.pop()
        if path in reached or path not in files:
            continue
        reached.add(path)
        if path.endswith(".html"):
            addresses = [urljoin(f"http://host/{path}", use) for use in uses(path, files[path])]
            targets = [found(one, "http://host/", "https://many.example/") for one in addresses]
            waiting += [target[0] for target in targets if target]
    alone = {path for path in files.keys() - reached if path.endswith(".html")}
    assert "404.html" in alone and all(b'content="noindex"' in files[path] for path in alone)

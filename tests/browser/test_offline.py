"""The service worker: what was read is there without a connection; nothing else of the host and no draft is kept."""

import functools
import http.server
import threading
from pathlib import Path

import pytest

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.render import make_theme, render_page
from tests.pages.stories import all_pages, site, sources, story, untranslated

STATIC = Path(__file__).parent.parent.parent / "static"


class Host:
    """A site served in a folder of a host, which can lose its connection."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.headers: dict[str, str] = {}
        host = self

        class Handler(http.server.SimpleHTTPRequestHandler):
            def end_headers(self):
                for name, value in host.headers.items():
                    self.send_header(name, value)
                super().end_headers()

            def do_GET(self):
                del self.headers["If-Modified-Since"]  # its seconds cannot tell two writes of one second apart
                super().do_GET()

            def log_message(self, format, *args):
                """Says nothing."""

        self._handler = functools.partial(Handler, directory=str(folder))
        self.port = 0
        self.start()

    def start(self):
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), self._handler)
        self.server.daemon_threads = True
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def at(self, path):
        return f"http://127.0.0.1:{self.port}/sub/{path}"


@pytest.fixture
def host(tmp_path):
    """A small site with the setting ``offline``, in a folder of a host."""
    text = sources()
    assets = {}
    for name in text["assets"]:
        path = STATIC / name
        data = path.read_bytes() if path.exists() else b"/* made by the build */"
        shown = f"{path.stem}.{digest_bytes(data)[:8]}{path.suffix}" if path.suffix in (".js", ".css") else path.name
        assets[name] = f"static/{shown}"
        target = tmp_path / "sub" / "static" / shown
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    theme = make_theme(text["templates"], assets, text["catalogues"])
    stories = (story(), untranslated())
    for path, page in all_pages(stories, site(offline=True, base_url="")).items():
        target = tmp_path / "sub" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(render_page(page, theme))
    (tmp_path / "index.html").write_text("<!doctype html><title>Another site</title>")
    host = Host(tmp_path)
    yield host
    host.stop()


@pytest.fixture
def tab(browser):
    """A page with a profile of its own."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def until(tab, condition):
    """Waits for a condition. Playwright's own way evaluates a string inside the page, which its policy forbids."""
    for _ in range(200):
        if tab.evaluate(condition):
            return
        tab.wait_for_timeout(25)
    raise AssertionError(condition)


def ready(tab):
    """Waits until the worker answers for the pages."""
    until(tab, "navigator.serviceWorker.controller !== null")


KEEPS = """(async () => {
  const name = (await caches.keys()).find(one => one.endsWith(" pages"));
  const keys = name ? await (await caches.open(name)).keys() : [];
  return keys.some(one => new URL(one.url).pathname === "%s");
})()"""
"""Whether the browser keeps the page at a path."""


def test_what_was_read_is_there_without_a_connection_and_what_was_not_says_so(host, tab):
    tab.goto(host.at("ar/"))
    ready(tab)
    tab.goto(host.at("en/quay/index.html"))
    until(tab, KEEPS % "/sub/en/quay/")
    host.stop()

    tab.goto(host.at("en/quay/"))
    assert tab.inner_text("h1 [lang=en]") == "The quay"
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") != "rgba(0, 0, 0, 0)"

    tab.goto(host.at("ar/alone/"))
    assert tab.url.startswith(host.at("ar/offline/"))
    assert (tab.get_attribute("html", "lang"), tab.get_attribute("html", "dir")) == ("ar", "rtl")
    assert tab.get_attribute("[data-again]", "href") == host.at("ar/alone/")
    tab.wait_for_selector("[data-kept] a")
    assert host.at("en/quay/") in [link.get_attribute("href") for link in tab.query_selector_all("[data-kept] a")]
    host.start()


def test_pages_come_from_the_network_while_there_is_one(host, tab):
    tab.goto(host.at("en/quay/"))
    ready(tab)
    tab.goto(host.at("en/quay/"))
    path = host.folder / "sub/en/quay/index.html"
    path.write_text(path.read_text("utf-8").replace("The quay", "The new quay"), "utf-8")
    tab.goto(host.at("en/quay/"))
    assert tab.inner_text("h1 [lang=en]") == "The new quay"


def test_the_rest_of_the_host_is_none_of_its_business(host, tab):
    tab.goto(host.at("ar/"))
    ready(tab)
    tab.goto(f"http://127.0.0.1:{host.port}/")
    assert tab.evaluate("navigator.serviceWorker.controller") is None
    scope = tab.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.map(one => one.scope))")
    assert scope == [host.at("")]


def test_a_page_that_is_gone_is_forgotten(host, tab):
    tab.goto(host.at("ar/"))
    ready(tab)
    tab.goto(host.at("ar/alone/"))
    until(tab, KEEPS % "/sub/ar/alone/")
    (host.folder / "sub/ar/alone/index.html").unlink()
    (host.folder / "sub/ar/alone").rmdir()
    tab.goto(host.at("ar/alone/"))
    until(tab, KEEPS.replace("return keys", "return !keys") % "/sub/ar/alone/")


def test_what_must_not_be_stored_is_not_and_the_preview_ends_it_all(host, tab):
    tab.goto(host.at("ar/"))
    ready(tab)
    host.headers["Cache-Control"] = "no-store"
    tab.goto(host.at("en/quay/"))
    tab.goto(host.at("en/"))
    assert not tab.evaluate(KEEPS % "/sub/en/quay/")
    path = host.folder / "sub/ar/index.html"
    preview = '<script src="/~token/preview.js" data-pages="1" defer></script></head>'
    path.write_text(path.read_text("utf-8").replace("</head>", preview), "utf-8")
    tab.goto(host.at("ar/"))
    until(tab, "navigator.serviceWorker.getRegistrations().then(all => all.length === 0)")


def test_no_more_is_kept_than_a_shelf_of_pages_and_the_oldest_goes_first(host, tab):
    tab.goto(host.at("ar/"))
    ready(tab)
    tab.goto(host.at("en/quay/"))
    until(tab, KEEPS % "/sub/en/quay/")
    tab.evaluate("""async () => {
      const pages = await caches.open((await caches.keys()).find(one => one.endsWith(" pages")));
      for (let n = 0; n < 70; n++) await pages.put(`${location.origin}/sub/ar/old-${n}/`, new Response("old"));
    }""")
    tab.goto(host.at("ar/alone/"))
    until(tab, KEEPS % "/sub/ar/alone/")
    until(tab, KEEPS.replace("some(one => new URL(one.url).pathname === \"%s\")", "length === 60"))
    assert tab.evaluate(KEEPS % "/sub/ar/old-69/") and not tab.evaluate(KEEPS % "/sub/en/quay/")

"""What search costs: the index at N stories, an edit, and a reader's first result in Chromium.

    python -m bench.search_speed [N] [FOLDER]

The stories are those of the benchmark corpus (shared/bench/corpus.py), one sentence for one, made without parsing.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.build.searching import Sources, State, search_files
from lisanayn.disk import RealDisk
from lisanayn.search.document import script_json

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SHARED = Path(__file__).parents[2] / "shared" / "bench"


def document(number: int) -> bytes:
    """The document of a story of the corpus, as ``make_document`` would make it."""
    sys.path.insert(0, str(SHARED))
    import corpus

    made = corpus.article(number)
    items = [["", 1, made["ar"]["title"], made["en"]["title"]], ["", 1, "", ""]]
    items.append(["", 1, " · ".join(made["ar"]["tags"]), " · ".join(made["en"]["tags"])])
    sentence = 0
    for (kind, own), (_, other) in zip(made["ar"]["blocks"], made["en"]["blocks"], strict=True):
        for one, two in zip(own, other, strict=True):
            sentence += kind == "p"
            items.append([f"s{max(1, sentence)}", 1, one, two])
    paths = [f"{lang}/{made['slug']}/index.html" for lang in ("ar", "en")]
    return script_json({"l": ["ar", "en"], "p": paths, "d": made["date"].isoformat(), "i": items})


def build(stories: dict[str, bytes], before: State | None, output: RealDisk) -> tuple[State, int, float]:
    """One build of the index: its state, the bytes written, seconds."""
    sources = Sources(
        {slug: digest_bytes(data) for slug, data in stories.items()}, stories.__getitem__, ["ar", "en"], ""
    )
    start = time.perf_counter()
    state, files = search_files(sources, before, output)
    size = 0
    for path, data in list(files) if before else files:
        output.write(path, data)
        size += len(data)
    return state, size, time.perf_counter() - start


QUESTIONS = (
    "الكتاب", "وبالكتاب", "مدرسة", "2024", "library", "translation", "الحكومة الرئيس", "minister council", "في من على",
    "library الكتاب المدينة", "\"the government\"", "زرافة",
)  # fmt: skip

PAGE = """<!doctype html><html lang="en" dir="ltr"><meta charset="utf-8"><title>Search</title>
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; script-src 'self'; style-src 'self'">
<main><div data-find></div></main>
<link rel="stylesheet" href="search.css">
<script src="search.js"></script>
<script src="words.js"></script>"""

WORDS = """window.lisanaynFinder({ root: "./", digits: {}, texts: { none: "{q}", count: "{n}" } })
  .settle(document.querySelector("[data-find]"));"""

ASK = """async question => {
  const bytes = () => performance.getEntriesByType("resource").filter(one => one.name.includes("/search/"))
    .reduce((sum, one) => sum + one.encodedBodySize, 0);
  const before = bytes(), input = document.querySelector("#q"), list = document.querySelector("#hits");
  const status = document.querySelector("#find-status");
  const start = performance.now();
  await new Promise(done => {
    const watch = new MutationObserver(() => { watch.disconnect(); done(); });
    watch.observe(status, { childList: true, characterData: true, subtree: true });
    input.value = question;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  return { ms: performance.now() - start - 60, bytes: bytes() - before, hits: list.children.length };
}"""


def ask(folder: str) -> None:
    """Asks in Chromium, each question in a browser that has loaded nothing before."""
    import functools
    import http.server
    import shutil
    import threading

    from playwright.sync_api import sync_playwright

    static = Path(__file__).parent.parent / "static"
    for name in ("search.js", "search.css"):
        shutil.copy(static / name, folder)
    Path(folder, "words.js").write_text(WORDS, "utf-8")
    Path(folder, "index.html").write_text(PAGE, "utf-8")

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for question in QUESTIONS:
            told = min([_asked(browser, server.server_port, question) for _ in range(3)], key=lambda one: one["ms"])
            print(f"{question}: {told['ms']:.0f} ms, {told['bytes']:,} bytes, {told['hits']} shown")
        browser.close()
    server.shutdown()


def _asked(browser: Browser, port: int, question: str) -> dict[str, float]:
    context = browser.new_context()
    page = context.new_page()
    page.on("console", lambda message: print("console:", message.text))
    page.goto(f"http://127.0.0.1:{port}/")
    page.wait_for_selector("#q")
    told: dict[str, float] = page.evaluate(ASK, question)
    context.close()
    return told


def main() -> None:
    """Prints the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    folder = sys.argv[2] if len(sys.argv) > 2 else f"/tmp/search-{count}"
    start = time.perf_counter()
    stories = {f"khabar-{n:06d}": document(n) for n in range(count)}
    print(
        f"{count} documents, {sum(map(len, stories.values())):,} bytes, {time.perf_counter() - start:.1f} s to invent"
    )
    output = RealDisk(folder)
    worked = time.process_time()
    state, size, seconds = build(stories, None, output)
    print(
        f"cold: {seconds:.2f} s ({time.process_time() - worked:.2f} s of work), "
        f"{size:,} bytes in {len(state.paths())} files"
    )
    slug = f"khabar-{count // 2:06d}"
    for name, edited in (
        ("nothing", stories[slug]),
        ("a word", stories[slug].replace(" في ".encode(), " وفي ".encode(), 1)),
        (
            "a sentence at the end",
            stories[slug][:-2] + ',["s99",1,"وصل القطار إلى المحطة القديمة.","The train reached it."]]}'.encode(),
        ),
        ("a story less", b""),
    ):
        changed = {key: data for key, data in (stories | {slug: edited}).items() if data}
        state, size, seconds = build(changed, state, output)
        print(f"{name}: {seconds * 1000:.0f} ms, {size:,} bytes")
        state, *_ = build(stories, state, output)
    ask(folder)


if __name__ == "__main__":
    main()

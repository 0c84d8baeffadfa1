"""The commands as a person runs them: words, exit statuses, JSON."""

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from itertools import permutations
from pathlib import Path

import pytest

from lisanayn.build.session import build_once
from lisanayn.build.starter import new_site
from lisanayn.build.starter_texts import WELCOME
from lisanayn.cli import COMMANDS
from lisanayn.text.languages import LANGUAGES
from tests.build.builder import SITE, article

ROOT = Path(__file__).parent.parent
SEED = ROOT.parent / "shared" / "seed" / "syria-talks.ar.txt"


@pytest.fixture
def site(tmp_path):
    for path, text in SITE.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


def run(*arguments, cwd=ROOT, **environment):
    return subprocess.run(
        [sys.executable, str(ROOT / "build.py"), *map(str, arguments)],
        capture_output=True, text=True, cwd=cwd, env={**os.environ, **environment}, check=False,
    )  # fmt: skip


def test_build_is_the_default_and_says_what_it_did(site):
    done = run("--site", site)
    assert done.returncode == 0, done.stderr
    assert "3 stories: " in done.stdout and "files written, 0 unchanged, 0 removed in " in done.stdout
    again = run("build", cwd=site)
    assert "0 files written" in again.stdout


def test_why_gives_the_reason_of_each_page(site):
    run("build", "--site", site)
    path = site / "content/quay/ar.md"
    path.write_text(path.read_text("utf-8").replace("قبل الفجر", "بعد الفجر"), "utf-8")
    done = run("build", "--site", site, "--why")
    pages = ("ar/quay/index.html", "en/quay/aligned.json", "en/quay/aligned.tmx", "en/quay/index.html")
    assert done.stdout.splitlines()[:4] == [f"{page}: view changed" for page in pages]


def test_json_is_one_object(site):
    told = json.loads(run("build", "--site", site, "--json").stdout)
    assert told["written"]["ar/quay/index.html"] == "never rendered"
    assert {"written", "unchanged", "removed", "problems", "seconds"} <= set(told)


def test_bad_content_is_status_1_with_file_line_and_remedy(site):
    (site / "content/bad").mkdir()
    (site / "content/bad/ar.md").write_text(article("عنوان", "نص.").replace("title:", "titel:"), "utf-8")
    done = run("build", "--site", site)
    assert done.returncode == 1
    assert "content/bad/ar.md:2:1: error: unknown key 'titel'  — did you mean 'title'?" in done.stderr
    assert "Traceback" not in done.stderr and not (site / "output").exists()


@pytest.mark.parametrize(
    ("arguments", "status", "word"),
    [
        (["build", "--site", "{}/nowhere"], 2, "content/"),
        (["build", "--output", "{}", "--site", "{}"], 2, "sources"),
        (["build", "--output", "{}/content/x", "--site", "{}"], 2, "content/"),
        (["build", "--now", "yesterday", "--site", "{}"], 2, "2026-03-12"),
        (["explain", "{}/no-such.ar.txt"], 2, "no such file"),
        (["bulid"], 2, "bulid"),
        (["check", "--explain", "nonsense"], 2, "nonsense"),
        (["new"], 2, "new --site"),
    ],
)
def test_wrong_usage_is_status_2_with_one_clear_word(site, arguments, status, word):
    done = run(*[argument.replace("{}", str(site)) for argument in arguments])
    assert done.returncode == status and word in done.stderr and "Traceback" not in done.stderr


def test_wrong_settings_are_status_2_and_all_named_at_once(site):
    (site / "content/site.toml").write_text('titel = "x"\nlanguages = ["ar", "xx"]\n', "utf-8")
    done = run("build", "--site", site)
    assert done.returncode == 2
    assert "content/site.toml:1" in done.stderr and "'title'" in done.stderr and "content/site.toml:2" in done.stderr


def test_a_machine_that_refuses_is_status_3(site):
    (site / ".lisanayn").write_text("in the way")
    done = run("build", "--site", site)
    assert done.returncode == 3 and "Traceback" not in done.stderr


def test_new_site_and_new_article_build(tmp_path):
    site = tmp_path / "mine"
    assert run("new", "--site", site).returncode == 0
    assert run("build", "--site", site, "--strict").returncode == 0
    assert run("new", "harbour", "--site", site).returncode == 0
    assert (site / "content/harbour/ar.md").exists() and (site / "content/harbour/en.md").exists()
    assert run("new", "harbour", "--site", site).returncode == 2
    assert run("new", "../out", "--site", site).returncode == 2


def test_every_command_has_help_with_an_example():
    for name in COMMANDS:
        done = run(name, "--help")
        assert done.returncode == 0 and "Example" in done.stdout, name


@pytest.mark.parametrize("pair", list(permutations(LANGUAGES, 2)), ids="-".join)
def test_a_new_site_in_any_two_languages_builds_without_a_warning_and_pairs_every_sentence(tmp_path, pair):
    said = new_site(str(tmp_path / "mine"), pair, date(2026, 3, 12))
    assert said[0] == WELCOME[pair[0]].next.format(site=tmp_path / "mine")
    report = build_once(str(tmp_path / "mine"), now=datetime(2026, 3, 12, tzinfo=UTC), jobs=1, strict=True)
    assert report.published and report.problems == ()
    told = json.loads((tmp_path / "mine/output" / pair[1] / "first/aligned.json").read_text("utf-8"))
    assert all(len(group["source"]) == len(group["target"]) == 1 for group in told["groups"])


def test_shells_complete_commands_and_options():
    def complete(words):
        asked = {"COMP_WORDS": words, "COMP_CWORD": str(words.count(" ")), "_LISANAYN_COMPLETE": "bash_complete"}
        script = "import sys; sys.argv[0] = 'lisanayn'; from lisanayn.cli import main; main()"
        return subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, env={**os.environ, **asked}, check=False
        ).stdout.split()

    assert "_LISANAYN_COMPLETE=bash_complete" in run("completion", "bash").stdout
    assert complete("lisanayn ch") == ["plain,check"]
    assert "plain,--why" in complete("lisanayn build --w")


def test_a_terminal_that_knows_only_ascii_gets_no_traceback(site):
    done = run("explain", site / "content/quay/ar.md", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0 and "Traceback" not in done.stderr


def test_explain_reads_the_seed():
    if not SEED.exists():
        pytest.skip("the seed text is not beside this checkout (../shared/seed)")
    told = json.loads(run("explain", "--json", SEED).stdout)
    kinds = [block["kind"] for block in told["blocks"]]
    assert kinds.count("paragraph") == 19 and kinds.count("heading") == 1 and kinds.count("figure") == 2
    assert [block["text"] for block in told["blocks"] if block["kind"] == "heading"] == ["تنسيق مع الأميركيين"]
    figures = [block for block in told["blocks"] if block["kind"] == "figure"]
    assert [figure["credit"] for figure in figures] == ["رويترز", "الفرنسية"]
    assert not any("(" in figure["caption"] for figure in figures)
    assert told["sources"] == ["الجزيرة", "وكالات"]


def test_the_seed_dropped_into_a_site_is_a_page(tmp_path):
    if not SEED.exists():
        pytest.skip("the seed text is not beside this checkout (../shared/seed)")
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(SEED, tmp_path / "content" / SEED.name)
    assert run("build", "--site", tmp_path).returncode == 0
    page = (tmp_path / "output/ar/syria-talks/index.html").read_text("utf-8")
    assert page.count("<figure") == 2 and "تنسيق مع الأميركيين</" in page and '<footer class="colophon' in page


def test_ids_and_alignment_are_written_beside_the_articles_and_nowhere_else(tmp_path):
    shutil.copytree(ROOT / "content", tmp_path / "content")
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    written = "content/damascus-tram/ar.ids\ncontent/addresses.tsv\n"
    assert run("ids", "damascus-tram", "--site", tmp_path).stdout == written
    assert run("align", "damascus-tram", "--write", "--site", tmp_path).stdout == "content/damascus-tram/en.align\n"
    new = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    names = {"damascus-tram/ar.ids", "damascus-tram/en.align", "addresses.tsv"}
    assert new == {tmp_path / "content" / name for name in names}
    assert run("ids", "damascus-tram", "--site", tmp_path).stdout == "", "writing again changes nothing"
    assert run("align", "damascus-tram", "--write", "--site", tmp_path).stdout == ""
    assert run("build", "--site", tmp_path).returncode == 0


def test_a_sentence_keeps_its_address_through_an_edit(tmp_path):
    shutil.copytree(ROOT / "content", tmp_path / "content")
    path = tmp_path / "content/astrolabe/ar.md"
    run("ids", "astrolabe", "--site", tmp_path)
    head, body = path.read_text("utf-8").split("\n---\n", 1)
    path.write_text(f"{head}\n---\n\nهذه جملة جديدة في أول المقال.\n{body}", "utf-8")
    told = json.loads(run("align", "astrolabe", "--json", "--site", tmp_path).stdout)
    first = next(group for group in told["groups"] if group["target"] == [1])
    assert "s1" in first["source"], "the sentence that was first keeps its id"
    names = [name for group in told["groups"] for name in group["source"]]
    assert len(names) == 22 and len({*names} - {f"s{n}" for n in range(1, 22)}) == 1


def test_two_files_are_aligned_group_by_group(tmp_path):
    (tmp_path / "one.ar.txt").write_text("وصل القطار. نزل الركاب. انتهى اليوم في 2026.", "utf-8")
    text = "The train arrived and the passengers got off. The day ended in 2026."
    (tmp_path / "two.en.txt").write_text(text, "utf-8")
    told = json.loads(run("align", "--json", tmp_path / "one.ar.txt", tmp_path / "two.en.txt").stdout)
    assert [(group["source"], group["target"]) for group in told["groups"]] == [(["s1", "s2"], [1]), (["s3"], [2])]
    assert set(told["groups"][0]) == {"source", "target", "source_text", "target_text", "confidence", "reviewed"}


def test_two_plain_texts_are_imported_as_an_article_that_builds(site, tmp_path):
    (tmp_path / "a.txt").write_text("وصل القطار. نزل الركاب.\n\nانتهى اليوم.\n", "utf-8")
    (tmp_path / "b.txt").write_text("The train arrived. The passengers got off.\n\nThe day ended.\n", "utf-8")
    done = run("import", tmp_path / "a.txt", tmp_path / "b.txt", "--slug", "train", "--site", site)
    assert done.stdout.splitlines()[:2] == ["content/train/ar.md", "content/train/en.md"], done.stderr
    assert run("build", "--site", site).returncode == 0
    assert run("import", tmp_path / "a.txt", tmp_path / "b.txt", "--slug", "train", "--site", site).returncode == 2


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["buidl"], 2, "no command is called 'buidl'; did you mean 'build'?"),
        (["frobnicate"], 2, "there are: build, serve"),
        (["check", "--json", "--sarif"], 2, "name one of them"),
        (["check", "--explain", "picture-missin"], 2, "did you mean picture-missing"),
        (["check", "--output", "nowhere"], 2, "nowhere: holds no site that was built"),
        (["publish", "--allow-deletes", "-5", "../public"], 2, "--allow-deletes"),
        (["publish", "../public", "--rollback"], 4, "nothing was published there yet"),
        (["publish", "nowhere"], 2, "A folder is written with a slash: ./nowhere"),
        (["serve", "--host", "bad host"], 2, "cannot listen at bad host"),
        (["new", "first"], 2, "content/first/ar.md is there already"),
        (["new", "--site", "."], 2, "the folder is not empty"),
    ],
)
def test_one_thing_wrong_is_said_in_one_line_with_what_to_do(tmp_path, arguments, status, words):
    new_site(str(tmp_path / "mine"), ["ar", "en"], date(2026, 3, 12))
    done = run(*arguments, cwd=tmp_path / "mine")
    assert done.returncode == status and words in done.stderr and "Traceback" not in done.stderr
    assert sum(bool(line) for line in done.stderr.splitlines()) <= 3

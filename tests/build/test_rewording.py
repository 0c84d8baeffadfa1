"""After an edit of words nothing is planned, and what comes out is what a clean build makes."""

import pytest

from lisanayn.build import engine, precompiled
from lisanayn.build.store import Store
from lisanayn.disk import RealDisk
from tests.build.builder import SITE, Builder, article, translation

SITE_TOML = 'base_url = "https://example.org/"\n[title]\nar = "المرفأ"\nen = "The Harbour"\n'
MORE = {
    f"content/day-{day}/{lang}.md": text
    for day in range(10, 20)
    for lang, text in (
        ("ar", article(f"يوم {day}", "جملة أولى. جملة ثانية.\n\nفقرة.", f"2026-02-{day}", "[sea]\nseries: أيام")),
        ("en", translation(f"Day {day}", "First sentence. Second sentence.\n\nParagraph.")),
    )
}


@pytest.fixture
def site(monkeypatch):
    built = Builder()
    for path, text in {**SITE, **MORE, "content/site.toml": SITE_TOML}.items():
        built.write(path, text)
    built.build()
    built.planned = []
    made = engine.make_true_catalog
    monkeypatch.setattr(engine, "make_true_catalog", lambda work: built.planned.append(work) or made(work))
    return built


EDITS = {
    "a title": [("content/day-12/ar.md", "يوم 12", "يوم المطر")],
    "the title of a translation": [("content/day-12/en.md", "Day 12", "The Day of Rain")],
    "the titles of neighbours": [("content/day-12/ar.md", "يوم 12", "أ"), ("content/day-13/ar.md", "يوم 13", "ب")],
    "a sentence without translation": [("content/day-12/ar.md", "فقرة.", "فقرة.\n\nفقرة جديدة. وأخرى.")],
    "a translation that loses a paragraph": [("content/day-12/en.md", "\n\nParagraph.", "")],
    "the title of a story without translation": [("content/salt/ar.md", "طريق الملح", "درب الملح")],
}


@pytest.mark.parametrize("edits", EDITS.values(), ids=EDITS)
def test_words_are_written_where_they_are_shown_and_nothing_is_planned(site, edits):
    for path, old, new in edits:
        site.edit(path, old, new)
    report = site.build()
    assert site.planned == [] and report.published and report.removed == ()
    assert 0 < len(report.written) < len(site.output.contents) / 2
    assert site.output.contents == site.clean()
    assert site.build().written == {}


def test_one_edit_after_another_ends_as_a_clean_build(site):
    for edits in EDITS.values():
        for path, old, new in edits:
            text = site.site.read(path).decode()
            site.write(path, text.replace(old, new))
        site.build()
    assert site.planned == []
    assert site.output.contents == site.clean()


@pytest.mark.parametrize(
    "edit",
    [("tags: [sea]", "tags: [bread]"), ("2026-02-12", "2026-02-22"), ("license:", "slug: other\nlicense:"),
     ("\nseries: أيام", ""), ("license:", "author: سلمى\nlicense:"), ("license:", "draft: true\nlicense:")],
)  # fmt: skip
def test_whatever_moves_a_story_is_planned(site, edit):
    site.edit("content/day-12/ar.md", *edit)
    site.build()
    assert len(site.planned) == 1
    assert site.output.contents == site.clean()


def test_an_index_that_somebody_changed_is_written_from_the_cards(site):
    site.output.contents["site.json"] += b" "
    site.edit("content/day-12/ar.md", "يوم 12", "يوم المطر")
    site.build()
    assert site.output.contents == site.clean()


def test_plans_that_were_damaged_cost_a_full_build(site, monkeypatch):
    rows = Store.rows

    def lost(store, query, values=()):
        found = rows(store, query, values)
        return found[1:] if "FROM lists" in query and not lost.done else found

    lost.done = False
    site.edit("content/day-12/ar.md", "يوم 12", "يوم المطر")
    monkeypatch.setattr(Store, "rows", lost)
    monkeypatch.setattr(engine, "open_store", lambda *a, **k: (setattr(lost, "done", "anew" in k), OPEN(*a, **k))[1])
    report = site.build()
    assert [problem.code for problem in report.problems] == ["cache-unusable"]
    assert site.output.contents == site.clean()


OPEN = engine.open_store


class TestCompiledTemplates:
    @pytest.fixture(autouse=True)
    def place(self, monkeypatch, tmp_path):
        monkeypatch.setattr(precompiled, "_place", lambda: (RealDisk(str(tmp_path)), "kept"))
        monkeypatch.setattr(precompiled, "COMPILED", {})
        monkeypatch.setattr(precompiled, "_loaded", {})
        monkeypatch.setattr(precompiled.sys, "dont_write_bytecode", False)
        return tmp_path / "kept"

    def keep(self, code="c"):
        precompiled.COMPILED["a.html 1"] = b"code"
        precompiled.keep_compiled(code)
        precompiled.COMPILED.clear()
        precompiled._loaded.clear()

    def test_come_back(self):
        self.keep()
        precompiled.load_compiled("c")
        assert precompiled.COMPILED == {"a.html 1": b"code"}

    def test_of_another_program_are_not_used(self):
        self.keep("other")
        precompiled.load_compiled("c")
        assert precompiled.COMPILED == {}

    @pytest.mark.parametrize(
        "damage", [lambda b: b[:-1], lambda b: b"", lambda b: b[:70] + b"?" + b[71:], lambda b: b + b"x"]
    )
    def test_that_were_damaged_are_not_used(self, place, damage):
        self.keep()
        place.write_bytes(damage(place.read_bytes()))
        precompiled.load_compiled("c")
        assert precompiled.COMPILED == {}

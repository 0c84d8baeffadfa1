"""What a build does: stated as the work done for each change."""

from datetime import UTC, datetime

import pytest

from lisanayn.build.guard import MARKER
from lisanayn.problems import SettingsError, Severity, TemplateFault
from tests.build.builder import Builder, article, translation


@pytest.fixture
def site():
    builder = Builder()
    report = builder.build()
    assert [problem for problem in report.problems if problem.severity is Severity.ERROR] == []
    assert report.published
    return builder


def test_the_first_build_writes_every_page_once(site):
    paths = set(site.output.contents)
    assert {
        "index.html", "404.html", "ar/index.html", "en/index.html", "ar/quay/index.html", "en/quay/index.html",
        "ar/oven/index.html", "en/oven/index.html", "ar/salt/index.html", "ar/tags/index.html", "en/tags/index.html",
        "ar/tags/sea/index.html", "en/tags/sea/index.html", "ar/search/index.html", MARKER,
    } <= paths  # fmt: skip
    assert "en/salt/index.html" not in paths, "it has no English text"
    assert sorted(site.output.written) == sorted(paths)


def test_no_change_writes_nothing(site):
    before = len(site.output.written)
    for _ in range(3):
        report = site.build()
        assert report.written == {} and report.removed == ()
        assert report.unchanged == len(site.output.contents) - 1, "all but the manifest"
    assert len(site.output.written) == before


def test_editing_a_sentence_touches_the_files_of_its_story_only(site):
    site.edit("content/quay/ar.md", "قبل الفجر", "بعد الفجر")
    report = site.build()
    pages = ("ar/quay/index.html", "en/quay/index.html", "en/quay/aligned.tmx", "en/quay/aligned.json")
    found = [path for path in report.written if path.startswith("search/")]
    assert report.written == dict.fromkeys(sorted([*pages, *found]), "view changed")
    assert {path.split("/")[1] for path in found} == {"s", "w"}, "its own file of search, and where its words stand"
    assert "بعد الفجر" in site.page("en/quay/index.html")
    assert site.output.contents == site.clean()


def test_editing_a_title_touches_its_pages_its_neighbours_and_its_lists_only(site):
    site.edit("content/quay/en.md", "The Old Quay", "The Ancient Quay")
    report = site.build()
    assert set(report.written.values()) == {"view changed"}
    assert {"en/quay/index.html", "en/index.html", "en/tags/sea/index.html"} <= set(report.written)
    assert "ar/tags/bread/index.html" not in report.written
    assert site.output.contents == site.clean()


def test_b14_a_deleted_article_leaves_no_page_and_no_mention(site):
    for lang in ("ar", "en"):
        site.site.remove(f"content/oven/{lang}.md")
    report = site.build()
    assert {"ar/oven/index.html", "en/oven/index.html"} <= set(report.removed)
    assert not any("فرن الحارة".encode() in data for data in site.output.contents.values())
    assert site.output.contents == site.clean()


def test_b14_a_renamed_article_moves(site):
    for lang in ("ar", "en"):
        site.site.contents[f"content/bakery/{lang}.md"] = site.site.contents.pop(f"content/oven/{lang}.md")
    site.build()
    assert site.output.contents == site.clean()
    assert "ar/bakery/index.html" in site.output.contents


def test_a_page_changed_or_lost_in_output_is_repaired(site):
    right = dict(site.output.contents)
    site.output.write("ar/quay/index.html", b"defaced")
    site.output.remove("en/oven/index.html")
    report = site.build()
    assert report.written["ar/quay/index.html"] == "changed in the output folder"
    assert report.written["en/oven/index.html"] == "missing from the output folder"
    assert site.output.contents == right


def test_b11_foreign_files_in_output_are_never_touched(site):
    site.output.write("CNAME", b"example.org")
    site.output.write(".git/config", b"x")
    site.edit("content/quay/ar.md", "قبل الفجر", "بعد الفجر")
    site.site.remove("content/salt/ar.md")
    site.build()
    assert site.output.read("CNAME") == b"example.org"
    assert site.output.read(".git/config") == b"x"


def test_b11_a_foreign_file_where_a_page_would_go_stops_the_build(site):
    site.output.write("ar/mill/index.html", b"by hand")
    site.write("content/mill/ar.md", article("الطاحونة", "دارت الرحى."))
    before = dict(site.output.contents)
    report = site.build()
    assert [problem.code for problem in report.problems if problem.severity is Severity.ERROR] == ["output-foreign"]
    assert not report.published and site.output.contents == before


def test_b09_one_bad_article_leaves_the_old_site_and_names_the_line(site):
    before = dict(site.output.contents)
    site.edit("content/quay/ar.md", "2026-03-01", "2026-13-45")
    site.edit("content/oven/ar.md", "أرغفته", "أرغفة الصباح")
    report = site.build()
    assert not report.published and report.faulty == 1 and report.stories == 2
    (problem,) = [problem for problem in report.problems if problem.severity is Severity.ERROR]
    assert (problem.at.path, problem.at.line) == ("content/quay/ar.md", 3)
    assert site.output.contents == before
    site.edit("content/quay/ar.md", "2026-13-45", "2026-03-01")
    assert site.build().published
    assert site.output.contents == site.clean()


def test_fifty_bad_files_are_fifty_problems_in_one_run(site):
    for number in range(50):
        site.write(f"content/bad{number:02}/ar.md", article("عنوان", "نص.", date="2026-02-31"))
    report = site.build()
    errors = [problem for problem in report.problems if problem.severity is Severity.ERROR]
    assert [problem.at.path for problem in errors] == [f"content/bad{number:02}/ar.md" for number in range(50)]
    assert {problem.at.line for problem in errors} == {3}
    assert report.faulty == 50 and report.stories == 3


def test_warnings_keep_the_site_back_only_when_asked(site):
    site.edit("content/quay/ar.md", "tags: [sea]", "tags: [sea, unlisted]")
    assert site.build().published or pytest.fail("a warning is no error")
    site.edit("content/oven/ar.md", "أول", "ثاني")
    site.write("content/stray.docx", b"x")
    assert not site.build(strict=True).published


def test_drafts_and_articles_of_the_future_are_nowhere(site):
    site.write("content/mill/ar.md", article("الطاحونة السرية", "دارت الرحى.").replace("tags:", "draft: true\ntags:"))
    site.write("content/later/ar.md", article("غدًا", "نص قادم.").replace("tags:", "publish_at: 2026-04-01\ntags:"))
    site.build()
    for words in ("الطاحونة السرية", "نص قادم"):
        assert not any(words.encode() in data for data in site.output.contents.values())
    site.build(drafts=True)
    assert "ar/mill/index.html" in site.output.contents
    site.build(now=datetime(2026, 4, 2, tzinfo=UTC))
    assert "ar/later/index.html" in site.output.contents and "ar/mill/index.html" not in site.output.contents


def test_a_draft_translation_hides_itself_and_a_draft_original_its_story(site):
    site.edit("content/quay/en.md", "translator:", "draft: true\ntranslator:")
    site.build()
    assert "en/quay/index.html" not in site.output.contents and "ar/quay/index.html" in site.output.contents
    site.edit("content/oven/ar.md", "date:", "draft: true\ndate:")
    site.build()
    assert "en/oven/index.html" not in site.output.contents


def test_an_empty_content_folder_is_never_delete_everything(site):
    before = dict(site.output.contents)
    for path in [path for path in site.site.contents if path.endswith(".md")]:
        site.site.remove(path)
    with pytest.raises(SettingsError, match="no article"):
        site.build()
    assert site.output.contents == before


@pytest.mark.parametrize("damage", [b"", b"{}", b'{"format": 1', b"\x80\x03cos\nsystem\n", b"[" * 50_000])
def test_b18_a_damaged_cache_costs_a_full_build_and_one_warning(site, damage):
    right = dict(site.output.contents)
    site.cache.write("site.sqlite", damage)
    site.cache.remove("site.signature")
    report = site.build()
    assert [problem.code for problem in report.problems] == ["cache-unusable"]
    assert len(report.written) == len(right) - 1
    assert site.output.contents == right


def test_a_deleted_cache_still_removes_what_is_ours_and_only_that(site):
    site.output.write("CNAME", b"example.org")
    site.cache.contents.clear()
    site.site.remove("content/salt/ar.md")
    site.build()
    assert "ar/salt/index.html" not in site.output.contents
    assert {path: data for path, data in site.output.contents.items() if path != "CNAME"} == site.clean()


def test_the_output_of_another_site_is_not_taken_for_this_ones(site):
    other = Builder()
    other.edit("content/quay/ar.md", "قبل الفجر", "بعد الفجر")
    other.build()
    site.output.contents = dict(other.output.contents)
    site.build()
    assert site.output.contents == site.clean()


def test_a15_two_articles_with_one_address_are_both_named(site):
    site.write("content/other/ar.md", article("آخر", "نص.").replace("tags:", "slug: quay\ntags:"))
    report = site.build()
    (problem,) = [problem for problem in report.problems if problem.severity is Severity.ERROR]
    assert "content/other/ar.md" in problem.message and "content/quay/ar.md" in problem.message


def test_a_missing_picture_is_a_problem_at_its_line(site):
    site.edit("content/quay/ar.md", "عاد الصيادون", "![صورة](kay.svg)\n\nعاد الصيادون")
    site.write("content/quay/quay.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>')
    (problem,) = [p for p in site.build().problems if p.severity is Severity.ERROR]
    assert problem.code == "picture-missing" and problem.at.line == 8 and "'quay.svg'" in problem.hint


def test_a_picture_is_published_under_a_name_that_changes_with_it(site):
    site.edit("content/quay/ar.md", "عاد الصيادون", "![صورة](quay.svg)\n\nعاد الصيادون")
    site.write("content/quay/quay.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>')
    assert site.build().published
    (first,) = [path for path in site.output.contents if path.startswith("media/")]
    assert first.rpartition("/")[2] in site.page("ar/quay/index.html")
    site.write("content/quay/quay.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"/>')
    site.build()
    (second,) = [path for path in site.output.contents if path.startswith("media/")]
    assert second != first and site.output.contents == site.clean()


@pytest.mark.parametrize(
    ("files", "path"),
    [
        ({"content/mill/ar.md": ("slug: quay\ntags:",)}, "quay"),
        ({"content/mill/ar.md": ("aliases: [ar/quay/]\ntags:",)}, "ar/quay/"),
        ({"content/mill/ar.md": ("aliases: [old]\ntags:",), "content/kiln/ar.md": ("aliases: [old]\ntags:",)}, "old"),
        ({"content/mill/ar.md": ("aliases: [ar/tags/]\ntags:",)}, "ar/tags/"),
        ({"content/mill/ar.md": ("aliases: [index.html]\ntags:",)}, "index.html"),
    ],
    ids=["slug and story", "alias and page", "alias and alias", "alias and list", "alias and root"],
)
def test_a15_two_sources_of_one_address_are_both_named_and_nothing_is_published(site, files, path):
    before = dict(site.output.contents)
    for name, (key,) in files.items():
        site.write(name, article("آخر", "نص.").replace("tags:", key))
    for _ in range(2):  # what a failed build remembers must not hide the fault from the next
        report = site.build()
        errors = [problem for problem in report.problems if problem.severity is Severity.ERROR]
        assert errors and not report.published and site.output.contents == before
        told = " ".join(f"{problem.message} {problem.at.path}" for problem in errors)
        assert path in told and "content/mill/ar.md" in told
    for name in files:
        site.site.remove(name)
    assert site.build().published and site.output.contents == site.clean()


@pytest.mark.parametrize("twin", ["Quay", "QUAY", "qua\u0079\u200d", "ｑuay"])
def test_a16_twins_of_a_name_are_one_address(site, twin):
    site.write(f"content/{twin}/ar.md", article("توأم", "نص."))
    site.write("content/site.toml", 'slugs = "keep"\n')
    report = site.build()
    errors = [problem for problem in report.problems if problem.severity is Severity.ERROR]
    assert errors and not report.published
    assert any("content/quay" in problem.message or problem.code == "address-bad" for problem in errors)


def test_a16_an_alias_that_differs_by_case_only_is_found_later_too(site):
    site.write("content/mill/ar.md", article("الطاحونة", "نص.").replace("tags:", "aliases: [ar/Quay/]\ntags:"))
    report = site.build()
    (problem,) = [problem for problem in report.problems if problem.severity is Severity.ERROR]
    assert problem.code in ("address-twice", "path-twice") and not report.published


def test_b09_a_broken_template_leaves_the_old_site(site):
    before = dict(site.output.contents)
    site.write("templates/article.html", "{{ view.nothing }}")
    with pytest.raises(TemplateFault, match=r"article\.html:1"):
        site.build()
    assert site.output.contents == before
    site.site.remove("templates/article.html")
    site.build()
    assert site.output.contents == before


def test_b14_the_last_use_of_a_tag_and_a_language_leave_nothing_behind(site):
    site.edit("content/oven/ar.md", "[bread]", "[]")
    site.edit("content/salt/ar.md", "[sea, bread]", "[sea]")
    site.build()
    assert not [path for path in site.output.contents if "/tags/bread/" in path]
    for path in ("content/quay/en.md", "content/oven/en.md"):
        site.site.remove(path)
    site.write("content/site.toml", 'languages = ["ar", "fr"]\n')
    site.build()
    assert not [path for path in site.output.contents if path.startswith("en/")]
    assert site.output.contents == site.clean()


def test_feeds_follow_a_text_that_no_list_shows(site):
    site.write("content/site.toml", 'base_url = "https://example.org/"\n')
    site.build()
    site.edit("content/quay/ar.md", "قبل الفجر", "بعد الفجر")
    report = site.build()
    assert {"ar/feed.xml", "en/feed.xml", "ar/tags/sea/feed.xml"} <= report.written.keys()
    assert "ar/tags/bread/feed.xml" not in report.written and "ar/index.html" not in report.written
    assert "بعد الفجر" in site.page("ar/feed.xml")
    assert site.output.contents == site.clean()


def test_a_story_enters_a_feed_when_a_newer_one_goes(site):
    site.write("content/site.toml", 'base_url = "https://example.org/"\n[feeds]\nitems = 1\n')
    site.build()
    assert "خبز الفرن" not in site.page("ar/feed.xml")
    site.site.remove("content/salt/ar.md")
    site.build()
    assert "خبز الفرن" in site.page("ar/feed.xml")
    assert site.output.contents == site.clean()


def three_beside_two(site):
    """Six stories whose groups the aligner has to search for."""
    for number in range(6):
        site.write(f"content/n{number}/ar.md", article(f"قصة {number}", "جملة أولى طويلة. ثانية قصيرة. ثالثة."))
        site.write(f"content/n{number}/en.md", translation(f"Story {number}", "A long first sentence. A third one."))


def test_an_edit_of_an_old_story_leaves_the_groups_of_all_others(site):
    three_beside_two(site)
    site.build()
    site.edit("content/quay/en.md", "The sea was calm.", "The sea was very calm indeed.")
    assert {path.split("/")[1] for path in site.build().written if path.endswith("aligned.json")} == {"quay"}
    assert site.output.contents == site.clean()


def test_a_reviewed_story_teaches_the_aligner_and_an_edit_of_it_teaches_it_anew(site):
    three_beside_two(site)
    site.build()
    site.write("content/quay/en.align", "[p1 s1]\ns1 = 1 !\ns2 = 2 !\n")
    assert "en/n0/aligned.json" in site.build().written  # its groups are surer now, or others
    assert site.output.contents == site.clean()
    site.edit("content/quay/en.md", "The sea was calm.", "The sea was very calm indeed.")
    site.build()
    assert site.output.contents == site.clean()
    site.edit("content/n3/en.md", "A third one.", "A third sentence.")
    site.build()
    assert site.output.contents == site.clean()
    site.site.remove("content/quay/en.align")
    site.build()
    assert site.output.contents == site.clean()

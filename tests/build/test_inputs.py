"""Names under content/: which files make which story."""

import pytest

from lisanayn.build.inputs import is_ignored, read_tree
from lisanayn.disk import MemoryDisk
from lisanayn.settings import Settings


def tree(*paths):
    return read_tree(MemoryDisk(dict.fromkeys(paths, b"")), Settings())


def test_a_folder_or_two_flat_files_make_a_story():
    found = tree(
        "content/harbour/ar.md", "content/harbour/en.md", "content/harbour/quay.svg", "content/harbour/ar.ids",
        "content/salt.ar.txt", "content/salt.en.txt", "content/2024/bread/ar.md", "content/2024/milk.ar.txt",
        "content/site.toml", "content/tags.toml",
    )  # fmt: skip
    assert [(story.slug, [file.path for file in story.articles]) for story in found.stories] == [
        ("bread", ["content/2024/bread/ar.md"]),
        ("milk", ["content/2024/milk.ar.txt"]),
        ("harbour", ["content/harbour/ar.md", "content/harbour/en.md"]),
        ("salt", ["content/salt.ar.txt", "content/salt.en.txt"]),
    ]
    harbour = found.stories[2]
    assert harbour.pictures == ("content/harbour/quay.svg",)
    assert [(file.kind, file.lang) for file in harbour.companions] == [("ids", "ar")]
    assert [file.kind for file in found.stories[3].articles] == ["wire", "wire"]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("path", "code", "hint"),
    [
        ("content/harbour.txt", "file-language", "harbour.ar.txt"),
        ("content/harbour/de.md", "file-language", "add the language to content/site.toml"),
        ("content/harbour.arr.md", "file-language", "did you mean 'harbour.ar.md'"),
        ("content/notes.docx", "file-unknown", "static/"),
        ("content/salt/en.align", "companion-alone", "delete it"),
    ],
)
def test_a_file_that_fits_nowhere_has_a_remedy(path, code, hint):
    (problem,) = tree("content/a/ar.md", path).problems
    assert (problem.code, problem.at.path) == (code, path)
    assert hint in problem.hint


def test_two_stories_with_one_name_are_both_named():
    (problem,) = tree("content/a/x/ar.md", "content/b/x/ar.md").problems
    assert problem.code == "slug-twice"
    assert "content/a/x/ar.md" in problem.message and "content/b/x/ar.md" in problem.message


@pytest.mark.parametrize(
    "name",
    [
        ".env",
        "a/.git/config",
        "a/ar.md~",
        "a/.ar.md.swp",
        "a/4913",
        "a/#ar.md#",
        "a/Thumbs.db",
        ".DS_Store",
        "~$x.docx",
        "a/x.tmp",
    ],
)
def test_what_editors_leave_behind_is_not_there(name):
    assert is_ignored(f"content/{name}")
    assert tree("content/a/ar.md", f"content/{name}").problems == ()

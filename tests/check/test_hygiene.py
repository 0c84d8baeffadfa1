"""What should not be there is found once; what merely looks like it is not."""

from __future__ import annotations

import pytest

from lisanayn.check import BuiltFile, StoryFacts, Survey, check_source, check_whole
from lisanayn.model.article import TagUse
from lisanayn.model.tag import Tag
from lisanayn.problem_codes import PROBLEM_CODES
from lisanayn.problems import Location, Problem
from tests.check.making import GROUND


def codes(problems: list[Problem]) -> list[str]:
    assert all(problem.code in PROBLEM_CODES for problem in problems)
    return [problem.code for problem in problems]


def a_story(slug: str, *tags: str, own: str = "") -> StoryFacts:
    uses = tuple(TagUse(text, n) for n, text in enumerate(tags, 5))
    return StoryFacts(slug, own, Location(f"content/{slug}/ar.md"), uses, "ar", (), frozenset())


KEYS = [
    "content/salt/.env", "static/.env.local", "content/id_rsa", "static/id_ed25519", "static/tls/server.key",
    "content/cert.PEM", "static/.htpasswd", "content/credentials.json", "static/users.sqlite",
    "content/a/b/secrets.yml",
]  # fmt: skip


@pytest.mark.parametrize("path", KEYS)
def test_a_file_that_looks_like_a_key_is_an_error(path: str):
    (problem,) = check_whole(Survey(sources=("content/salt/ar.md", path)), GROUND)
    assert (problem.code, problem.severity.value, problem.at.path) == ("secret-file", "error", path)


@pytest.mark.parametrize(
    "path", ["content/salt/ar.md", "static/monkey.svg", "content/keyboard/key.png", "static/environment.css",
             "content/.gitkeep", "static/.DS_Store", "content/pem/en.md", "content/secrets/ar.md"]
)  # fmt: skip
def test_other_files_are_fine(path: str):
    assert check_whole(Survey(sources=(path,)), GROUND) == []


def test_a_hidden_folder_is_told_once():
    found = check_whole(Survey(sources=("content/.git/HEAD", "content/.git/config", "content/.git/x/.y")), GROUND)
    assert [(problem.code, problem.at.path) for problem in found] == [("file-hidden", "content/.git")]


SECRETS = [
    "-----BEGIN PRIVATE KEY-----", "-----BEGIN OPENSSH PRIVATE KEY-----", "-----BEGIN PGP PRIVATE KEY BLOCK-----",
    "AKIA" + "A" * 16, "ghp_" + "a" * 36, "xoxb-1234567890-a", "sk_live_" + "a" * 24, "AIza" + "a" * 35,
]  # fmt: skip


@pytest.mark.parametrize("secret", SECRETS)
def test_a_secret_in_a_text_is_found_at_its_line_and_not_repeated(secret: str):
    (problem,) = check_source(BuiltFile("content/salt/ar.md", f"ملح\n\n{secret}\n".encode()), GROUND)
    assert (problem.code, problem.at.line) == ("secret-text", 3)
    assert secret not in problem.message + problem.hint


def test_a_text_about_keys_is_fine():
    text = "The BEGIN PRIVATE KEY line; AKIA; ghp_short; -----BEGIN PUBLIC KEY-----"
    assert check_source(BuiltFile("content/keys/en.md", text.encode()), GROUND) == []


@pytest.mark.parametrize("name", ["sаlt", "ρort", "news-Мinsk"])  # a Cyrillic а, a Greek ρ, a Cyrillic М
def test_a_name_of_letters_that_look_alike_is_found(name: str):
    assert codes(check_whole(Survey(stories=(a_story(name),)), GROUND)) == ["slug-mixed"]


@pytest.mark.parametrize("name", ["salt", "ملح", "ملح-sea", "соль", "αλάτι-salt", "naïve"])
def test_a_name_in_one_script_a_word_is_fine(name: str):
    assert check_whole(Survey(stories=(a_story(name),)), GROUND) == []


@pytest.mark.parametrize("one, other", [("bread", "Bread"), ("علي", "على"), ("مدرسة", "مدرسه"), ("ملح", "مل\u200cح")])
def test_two_names_that_look_the_same_are_found_once(one: str, other: str):
    (problem,) = check_whole(Survey(stories=(a_story(one), a_story(other))), GROUND)
    assert (problem.code, problem.at.path) == ("slug-alike", f"content/{other}/ar.md")


def test_an_author_s_own_address_tells_them_apart():
    assert check_whole(Survey(stories=(a_story("bread"), a_story("Bread", own="loaf"))), GROUND) == []


def tagged(*tags: str, listed: tuple[Tag, ...] = ()) -> list[Problem]:
    return check_whole(Survey(stories=tuple(a_story(f"s{n}", tag) for n, tag in enumerate(tags)), tags=listed), GROUND)


@pytest.mark.parametrize("one, other", [("اقتصاد", "إقتصادي"), ("birds", "bird"), ("salta", "sulta")])
def test_tags_one_letter_apart_are_told_once_at_the_rarer(one: str, other: str):
    (problem,) = tagged(one, one, other)
    assert (problem.code, problem.at.path, problem.at.line) == ("tag-close", "content/s2/ar.md", 5)
    assert f"{other!r} (1 use)" in problem.message and repr(one) in problem.message


def test_an_unlisted_tag_near_a_listed_one_is_told():
    (problem,) = tagged("astronomie", listed=(Tag("astronomy", (("ar", "فلك"), ("en", "Astronomy")), ("astronomia",)),))
    assert problem.code == "tag-close" and "'astronomia'" in problem.message


FAR = [("كتب", "كتاب"), ("1948", "1949"), ("salt", "sugar"), ("زراعة", "زراعه"), ("abcd", "badc")]


@pytest.mark.parametrize("one, other", FAR)
def test_other_tags_are_fine(one: str, other: str):
    assert tagged(one, other) == []


def test_two_listed_tags_are_two_by_the_editor_s_word():
    listed = (Tag("bird", (("en", "Bird"),)), Tag("birds", (("en", "Birds"),)))
    assert tagged("Bird", "birds", listed=listed) == []


def test_a_picture_nobody_shows_is_a_note():
    (problem,) = check_whole(Survey(spare_pictures=("content/salt/old.svg",)), GROUND)
    assert (problem.code, problem.severity.value) == ("picture-unused", "note")


def test_of_many_tags_close_to_each_other_each_is_told_once_at_most():
    tags = [f"{chr(0x628 + n % 20)}{chr(0x628 + n // 20)}ملحبحر" for n in range(400)]
    found = check_whole(Survey(stories=(a_story("s", *tags),)), GROUND)
    assert 0 < len(found) == len({problem.message.split("'")[1] for problem in found}) < 400

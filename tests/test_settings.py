"""The settings of a site: read once, checked whole."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lisanayn.problems import SettingsError
from lisanayn.settings import SETTINGS_KEYS, Publisher, Reader, Settings, localized
from lisanayn.settings_file import load_settings


def faults(text: str | bytes) -> list[tuple[int, str]]:
    with pytest.raises(SettingsError) as raised:
        load_settings(text.encode() if isinstance(text, str) else text)
    assert raised.value.status == 2
    assert all(problem.at.path == "content/site.toml" and problem.hint for problem in raised.value.problems)
    return [(problem.at.line, problem.message) for problem in raised.value.problems]


def test_every_key_is_optional() -> None:
    assert load_settings(None) == load_settings(b"") == load_settings(b"\xef\xbb\xbf# nothing\r\n") == Settings()


def test_all_keys() -> None:
    text = """
title = {en = "The Banks", ar = "الضفاف"}
tagline = "خبر كل يوم"
languages = ["ar", "en", "fa"]
base_url = "HTTPS://Example.ORG/sub"
home = "chooser"
slugs = "keep"
digits = "latn"
months = {ar = "both"}
license = "CC BY 4.0"
per_page = 50

[reader]
embed_translation = false

[publisher]
name = {ar = "دار الضفاف", en = "Banks House"}
url = "https://example.org/about"

[publish.production]
url = "sftp://host/srv/www"
method = "rsync"
[publish.local]
path = "../public"
"""
    assert load_settings(text.encode()) == Settings(
        title=(("ar", "الضفاف"), ("en", "The Banks")),
        tagline=(("ar", "خبر كل يوم"),),
        languages=("ar", "en", "fa"),
        base_url="https://example.org/sub/",
        home="chooser",
        slugs="keep",
        digits=(("ar", "latn"), ("en", "latn"), ("fa", "latn")),
        months=(("ar", "both"),),
        license="CC BY 4.0",
        per_page=50,
        reader=Reader(False),
        publisher=Publisher((("ar", "دار الضفاف"), ("en", "Banks House")), "https://example.org/about"),
        publish=(
            ("production", (("method", "rsync"), ("url", "sftp://host/srv/www"))),
            ("local", (("path", "../public"),)),
        ),
    )


def test_all_mistakes_are_told_at_once_with_line_and_remedy() -> None:
    text = """titel = "x"
tagline = {ar = "نص", fr = "x"}
languages = ["ar", "en", "ar", "xx"]
base_url = "example.org"
home = "frist"
slugs = 3
digits = {ar = "arb"}
months = "julian"
per_page = 0

[reader]
embed_translation = "yes"
embed = true

[publisher]
url = "ftp://x"

[publish.prod]
port = 22
"""
    assert faults(text) == [
        (1, "unknown key 'titel'"),
        (2, "unknown key 'tagline.fr'"),
        (3, "unknown language 'xx'"),
        (3, "the language 'ar' stands twice in 'languages'"),
        (4, "'base_url': 'example.org' is no address on the web"),
        (5, "'home' cannot be 'frist'"),
        (6, "'slugs' takes a text, not 3"),
        (7, "'digits.ar' cannot be 'arb'"),
        (8, "'months' cannot be 'julian'"),
        (9, "'per_page' cannot be 0"),
        (12, "'reader.embed_translation' takes true or false, not 'yes'"),
        (13, "unknown key 'reader.embed'"),
        (16, "'publisher.url': 'ftp://x' is no address on the web"),
        (19, "'publish.prod.port' takes a text"),
    ]


@pytest.mark.parametrize(("key", "near"), [("titel", "title"), ("base-url", "base_url"), ("Languages", "languages")])
def test_an_unknown_key_has_a_suggestion(key: str, near: str) -> None:
    with pytest.raises(SettingsError) as raised:
        load_settings(f'{key} = "x"'.encode())
    assert raised.value.problems[0].hint == f"did you mean {near!r}?"


@pytest.mark.parametrize(
    "languages",
    ['"ar"', "[]", '["ar", 3]', '["xx"]', '["ar", "ar"]', '["ar", "en", "fa", "he", "ur", "fr", "ar"]', "{ar = 1}"],
)
def test_one_to_six_known_languages_each_once(languages: str) -> None:
    assert faults(f"languages = {languages}")[0][0] == 1


@pytest.mark.parametrize(
    "url",
    ["example.org", "http://", "https:///x", "ftp://x.y/", "//x.y/", "https://x.y/?q", "https://x.y/#a", "https://u:p@x.y/",
     "https://x.y/../z", "javascript:x", "https://x y/", "https://x.y\\z"],
)  # fmt: skip
def test_a_site_stands_at_an_address_on_the_web(url: str) -> None:
    ((line, message),) = faults(f"base_url = '{url}'")
    assert line == 1 and repr(url) in message


@pytest.mark.parametrize("url", ["https://x.y", "http://localhost:8000/", "https://مثال.إختبار/أخبار"])
def test_an_address_of_a_site_ends_in_a_slash(url: str) -> None:
    assert load_settings(f'base_url = "{url}"'.encode()).base_url == f"{url.rstrip('/')}/"


@pytest.mark.parametrize("number", ["0", "-1", "501", "true", "2.5", '"20"'])
def test_a_list_page_holds_one_to_five_hundred(number: str) -> None:
    assert faults(f"per_page = {number}")[0][0] == 1


@pytest.mark.parametrize(
    "line",
    ['password = "x"', 'ftp_passwd = "x"', 'api_token = "x"', 'client_secret = "x"', 'key = "x"', 'access_key = "x"',
     'apikey = "x"', "token = 3", 'url = "https://user:word@host/"'],
)  # fmt: skip
def test_secrets_are_refused(line: str) -> None:
    with pytest.raises(SettingsError) as raised:
        load_settings(f"[publish.prod]\n{line}\n".encode())
    assert [(problem.at.line, problem.code) for problem in raised.value.problems] == [(2, "settings-secret")]
    assert "word@host" not in str(raised.value) and '"x"' not in str(raised.value)


@pytest.mark.parametrize("line", ['monkey = "x"', 'keyboard = "x"', 'path = "/srv"', 'user = "deploy"'])
def test_other_keys_of_a_target_are_its_own_affair(line: str) -> None:
    assert len(load_settings(f"[publish.prod]\n{line}\n".encode()).publish[0][1]) == 1


UNREADABLE = [b"title = x", b"title", b"\xff", b"a = 1\na = 2", b"a = " + b"[" * 5000, b"a = " + b"9" * 5000]


@pytest.mark.parametrize("data", [*UNREADABLE, b'title = "\\u0000"'])
def test_files_that_cannot_be_read_are_problems(data: bytes) -> None:
    assert faults(data)[0][0] >= 1


def test_every_key_is_documented() -> None:
    keys = set()
    for field in fields(Settings):
        inner = getattr(Settings(), field.name)
        keys |= {f"{field.name}.{part.name}" for part in fields(inner)} if is_dataclass(inner) else {field.name}
    assert set(SETTINGS_KEYS) == keys
    assert all(SETTINGS_KEYS.values())


def test_a_text_for_a_language_or_the_first_or_none() -> None:
    names = (("ar", "الضفاف"), ("en", "The Banks"))
    assert [localized(names, "en"), localized(names, "fr"), localized((), "ar")] == ["The Banks", "الضفاف", ""]


@settings(max_examples=300)
@given(st.one_of(st.binary(max_size=80), st.text(alphabet='titleprublsh[]{}=".\n 0أ,_', max_size=80).map(str.encode)))
def test_any_file_gives_settings_or_problems(data: bytes) -> None:
    try:
        assert isinstance(load_settings(data), Settings)
    except SettingsError as error:
        assert error.problems

"""D30: secrets are taken from the environment and agents, refused in addresses, and never shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from lisanayn.problems import PublishError, RefusedPath, SettingsError
from lisanayn.publish import publish_site
from lisanayn.publish.process import run
from lisanayn.publish.secrets import redact
from tests.publish.sites import FIRST, build


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (
            "fatal: https://x-token:hunter2@example.org/r.git not found",
            "fatal: https://[hidden]@example.org/r.git not found",
        ),
        ("https://hunter2@example.org/", "https://[hidden]@example.org/"),
        ("ssh://git@example.org/r.git", "ssh://git@example.org/r.git"),
        ("> Authorization: Basic aHVudGVyMg==\r\n> Accept: */*", "> Authorization: [hidden] · > Accept: */*"),
        ("GET /b?X-Amz-Signature=hunter2&list-type=2", "GET /b?X-Amz-Signature=[hidden]&list-type=2"),
        ("key hunter2-in-the-environment refused", "key [hidden] refused"),
        ("two\nlines\x1b[31m\u202e", "two · lines\\x1b[31m\\u202e"),
    ],
)
def test_what_other_programs_say_is_shown_without_secrets(monkeypatch: pytest.MonkeyPatch, said: str, shown: str):
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "hunter2-in-the-environment")
    assert redact(said) == shown


def test_a_short_value_in_the_environment_is_no_secret(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MY_TOKEN", "the")
    assert redact("the end") == "the end"


def test_a_long_complaint_is_cut():
    assert len(redact("x" * 5000)) < 700


def test_a_program_that_fails_with_a_secret_on_its_lips_does_not_give_it_away(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DEPLOY_PASSWORD", "canary-4711")
    told = run(["sh", "-c", "echo got $DEPLOY_PASSWORD >&2; exit 3"])
    assert (told.status, told.complaint) == (3, "got [hidden]")


def test_a_program_that_is_not_there_or_never_ends_is_an_error_of_one_line():
    with pytest.raises(PublishError, match="lisanayn-nowhere is not installed"):
        run(["lisanayn-nowhere"])
    with pytest.raises(PublishError, match="sleep did not end within 0 seconds"):
        run(["sleep", "9"], seconds=0.1)


@pytest.mark.parametrize("scheme", ["sftp", "ssh", "git+ssh", "git+https", "s3"])
def test_an_address_with_a_password_is_refused_and_not_repeated(tmp_path: Path, scheme: str):
    with pytest.raises(RefusedPath, match="holds a password or a token") as fault:
        publish_site(str(build(tmp_path / "site", FIRST)), f"{scheme}://me:canary-4711@example.org/www")
    assert "canary" not in str(fault.value)


@pytest.mark.parametrize("line", ['password = "canary-4711"', 'aws_secret_access_key = "canary-4711"',
                                  'target = "sftp://me:canary-4711@example.org/www"'])  # fmt: skip
def test_a_secret_in_site_toml_is_refused_and_not_repeated(tmp_path: Path, line: str):
    site = build(tmp_path / "site", FIRST)
    (site / "content/site.toml").write_text(f"[publish.live]\n{line}\n")
    with pytest.raises(SettingsError) as fault:
        publish_site(str(site), "live")
    assert "canary" not in str(fault.value)

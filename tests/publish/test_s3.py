"""Publishing to storage that speaks S3, against moto on loopback."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lisanayn.problems import LisanaynError, PublishError, RefusedPath
from lisanayn.publish import publish_site
from lisanayn.publish.headers import cache_control, content_type
from lisanayn.publish.s3 import S3Store
from tests.publish.benches import BUCKET
from tests.publish.sites import FIRST, NOW, SECOND, build


def site_at(tmp_path: Path, endpoint: str, target: str, more: str = "") -> Path:
    site = build(tmp_path / "site", FIRST | {"site.webmanifest": b"{}", "ar/aligned.tmx": b"<tmx/>"})
    table = f'[publish.live]\ntarget = "{target}"\nendpoint_url = "{endpoint}"\n{more}'
    (site / "content/site.toml").write_text(table, "utf-8")
    return site


@pytest.fixture
def published(tmp_path: Path, s3_client: Any, s3_endpoint: str) -> Any:
    """A client, and a bucket with the site."""
    publish_site(str(site_at(tmp_path, s3_endpoint, f"s3://{BUCKET}")), "live", now=NOW)
    return s3_client


@pytest.mark.parametrize(
    ("path", "kind", "kept"),
    [
        ("ar/مرفأ/index.html", "text/html; charset=utf-8", "public, no-cache"),
        ("static/style.11111111.css", "text/css; charset=utf-8", "public, max-age=31536000, immutable"),
        ("media/salt/pan.22222222.svg", "image/svg+xml; charset=utf-8", "public, max-age=31536000, immutable"),
        ("ar/feed.xml", "application/atom+xml; charset=utf-8", "public, no-cache"),
        ("sitemap.xml", "application/xml; charset=utf-8", "public, no-cache"),
        ("robots.txt", "text/plain; charset=utf-8", "public, no-cache"),
        ("site.webmanifest", "application/manifest+json; charset=utf-8", "public, no-cache"),
        ("ar/aligned.tmx", "application/x-tmx+xml; charset=utf-8", "public, no-cache"),
        (".lisanayn.json", "application/json; charset=utf-8", "public, no-cache"),
    ],
)
def test_d33_types_carry_the_encoding_and_pages_are_asked_for_again(path: str, kind: str, kept: str):
    assert (content_type(path), cache_control(path)) == (kind, kept)


def test_d33_the_storage_is_told_the_types_and_nothing_is_made_public(published: Any):
    for path in (*FIRST, "site.webmanifest", ".lisanayn.json"):
        head = published.head_object(Bucket=BUCKET, Key=path)
        assert (head["ContentType"], head["CacheControl"]) == (content_type(path), cache_control(path))
        grants = published.get_object_acl(Bucket=BUCKET, Key=path)["Grants"]
        assert not [grant for grant in grants if grant["Grantee"].get("URI")]


def test_d23_only_the_folder_is_looked_at(tmp_path: Path, s3_client: Any, s3_endpoint: str):
    s3_client.put_object(Bucket=BUCKET, Key="live-old/index.html", Body=b"theirs")
    s3_client.put_object(Bucket=BUCKET, Key="index.html", Body=b"theirs")
    site = site_at(tmp_path, s3_endpoint, f"s3://{BUCKET}/live")
    publish_site(str(site), "live", now=NOW)
    build(site, SECOND)
    publish_site(str(site), "live", now=NOW, allow_deletes=9)
    keys = {entry["Key"] for entry in s3_client.list_objects_v2(Bucket=BUCKET)["Contents"]}
    assert {key for key in keys if not key.startswith("live/")} == {"index.html", "live-old/index.html"}


def test_a_site_put_there_by_another_tool_is_compared_by_its_md5(tmp_path: Path, s3_client: Any, s3_endpoint: str):
    site = site_at(tmp_path, s3_endpoint, f"s3://{BUCKET}")
    for path, data in {**FIRST, "index.html": b"older"}.items():
        s3_client.put_object(Bucket=BUCKET, Key=path, Body=data)
    told = publish_site(str(site), "live", now=NOW, adopt=True)
    assert told.lines() == ("+ ar/aligned.tmx", "+ site.webmanifest", "~ index.html")


def test_more_files_than_one_answer_lists_are_all_seen(s3_client: Any, monkeypatch: pytest.MonkeyPatch):
    for number in range(7):
        s3_client.put_object(Bucket=BUCKET, Key=f"many/{number}.txt", Body=b"x")
    asked = s3_client.list_objects_v2
    monkeypatch.setattr(s3_client, "list_objects_v2", lambda **options: asked(MaxKeys=3, **options))
    assert list(S3Store(s3_client, BUCKET, "many/").files()) == [f"{number}.txt" for number in range(7)]


def test_d25_a_bucket_that_is_not_there_is_an_error_with_a_remedy(tmp_path: Path, s3_client: Any, s3_endpoint: str):
    with pytest.raises(PublishError, match=r"there is no such bucket; make it first") as fault:
        publish_site(str(site_at(tmp_path, s3_endpoint, "s3://elsewhere")), "live", now=NOW)
    assert fault.value.status == 4


def test_without_credentials_it_says_where_they_are_looked_for(
    tmp_path: Path, s3_client: Any, s3_endpoint: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    with pytest.raises(PublishError, match="there are no credentials: set AWS_ACCESS_KEY_ID"):
        publish_site(str(site_at(tmp_path, s3_endpoint, f"s3://{BUCKET}")), "live", now=NOW)


def test_d30_the_secret_is_in_nothing_that_is_written_or_said(
    tmp_path: Path, published: Any, s3_endpoint: str, capfd: pytest.CaptureFixture[str]
):
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or b"canary-secret" not in path.read_bytes()
    for entry in published.list_objects_v2(Bucket=BUCKET)["Contents"]:
        assert b"canary" not in published.get_object(Bucket=BUCKET, Key=entry["Key"])["Body"].read()
    with pytest.raises(LisanaynError) as fault:
        publish_site(
            str(site_at(tmp_path, "http://127.0.0.1:9", f"s3://{BUCKET}", 'profile = "nobody"\n')), "live", now=NOW
        )
    assert "canary" not in str(fault.value) + "".join(capfd.readouterr())


@pytest.mark.parametrize(
    "target", ["s3://", "s3://A_B/x", "s3://two/../x", "s3://u:p@two/x", "s3://two?x=1", "s3://-x/y"]
)
def test_an_address_that_names_no_bucket_is_refused(tmp_path: Path, target: str):
    with pytest.raises(RefusedPath):
        publish_site(str(build(tmp_path / "site", FIRST)), target, now=NOW)

"""B16: a file that is saved while a build runs is built by the next one, however alike the two look."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lisanayn.build import engine
from lisanayn.build.session import build_once

NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.mark.parametrize("same_stamp", [False, True])
def test_a_save_between_the_reading_and_the_end_of_a_build_is_not_lost(tmp_path: Path, monkeypatch, same_stamp: bool):
    article = tmp_path / "content/salt/ar.md"
    article.parent.mkdir(parents=True)
    text = "---\ntitle: ملح\ndate: 2026-11-01\nlicense: CC0\n---\n\nالنص {}.\n"
    article.write_text(text.format("الأول"), "utf-8")
    whole = engine.keep_signature

    def keep_after_a_save(*arguments: object) -> None:
        before = os.stat(article)
        article.write_text(text.format("التال"), "utf-8")
        if same_stamp:
            os.utime(article, ns=(before.st_atime_ns, before.st_mtime_ns))
        whole(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(engine, "keep_signature", keep_after_a_save)
    build_once(str(tmp_path), now=NOW, jobs=1)
    monkeypatch.undo()
    build_once(str(tmp_path), now=NOW, jobs=1)
    assert "التال" in (tmp_path / "output/ar/salt/index.html").read_text("utf-8")

"""A site in memory and its builds, for tests that state what work a change costs."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime

from lisanayn.build import gate
from lisanayn.build.options import Folders, Options
from lisanayn.build.pool import SerialPool
from lisanayn.build.report import Report
from lisanayn.build.stage import MemoryStage
from lisanayn.disk import MemoryDisk
from lisanayn.settings import SITE_FILE, Settings
from lisanayn.settings_file import load_settings

NOW = datetime(2026, 3, 20, tzinfo=UTC)

TAGS = """
[[tag]]
id = "sea"
ar = "بحر"
en = "Sea"

[[tag]]
id = "bread"
ar = "خبز"
en = "Bread"
"""


def article(title: str, body: str, date: str = "2026-03-01", tags: str = "[sea]") -> str:
    """An original in Markdown."""
    return f"---\ntitle: {title}\ndate: {date}\ntags: {tags}\nlicense: CC BY 4.0\n---\n\n{body}\n"


def translation(title: str, body: str) -> str:
    """A translation in Markdown."""
    return f"---\ntitle: {title}\ntranslator: Layan Murad\ntranslation: human\n---\n\n{body}\n"


SITE = {
    "content/tags.toml": TAGS,
    "content/quay/ar.md": article("الرصيف القديم", "عاد الصيادون قبل الفجر. كان البحر هادئًا."),
    "content/quay/en.md": translation("The Old Quay", "The fishermen came back before dawn. The sea was calm."),
    "content/oven/ar.md": article("فرن الحارة", "خبز الفرن أول أرغفته.", "2026-03-05", "[bread]"),
    "content/oven/en.md": translation("The Oven of the Quarter", "The oven baked its first loaves."),
    "content/salt/ar.md": article("طريق الملح", "مشت القافلة ثلاثة أيام.", "2026-03-09", "[sea, bread]"),
}


@dataclass
class Builder:
    """A site in memory: change its files, build, look at the output."""

    site: MemoryDisk = field(default_factory=lambda: MemoryDisk({p: t.encode() for p, t in SITE.items()}))
    output: MemoryDisk = field(default_factory=MemoryDisk)
    cache: MemoryDisk = field(default_factory=MemoryDisk)

    def write(self, path: str, text: str | bytes) -> None:
        """Writes a source file."""
        self.site.write(path, text.encode() if isinstance(text, str) else text)

    def edit(self, path: str, old: str, new: str) -> None:
        """Replaces words in a source file, which must hold them."""
        text = self.site.read(path).decode()
        assert old in text
        self.write(path, text.replace(old, new))

    def build(self, now: datetime = NOW, drafts: bool = False, strict: bool = False) -> Report:
        """One build."""

        def settings() -> Settings:
            return load_settings(self.site.read(SITE_FILE) if self.site.exists(SITE_FILE) else None)

        folders = Folders(self.site, self.output, self.cache, MemoryStage(self.output))
        return gate.build(folders, settings, Options(now, drafts, strict), lambda: nullcontext(SerialPool()))

    def clean(self, now: datetime = NOW, drafts: bool = False) -> dict[str, bytes]:
        """What a first build of the same sources elsewhere would leave."""
        other = Builder(MemoryDisk(dict(self.site.contents)))
        other.build(now, drafts)
        return other.output.contents

    def page(self, path: str) -> str:
        """A page of the output as text."""
        return self.output.read(path).decode()

"""The theme as the pages of this build wear it: with the letters that the site's texts need, and its icons."""

from __future__ import annotations

import json
from collections.abc import Mapping

from lisanayn.build.font_packages import fonts_folder
from lisanayn.build.fonts import add_fonts, font_assets
from lisanayn.build.forecast import Forecast
from lisanayn.build.icons import add_icons
from lisanayn.build.plan import TemplateDigests
from lisanayn.build.work import Work
from lisanayn.disk import RealDisk


def dress(work: Work, heads: Mapping[str, Forecast]) -> None:
    """Adds fonts and icons to the theme, and looks up its templates. ``heads``: of stories to be read."""
    given = work.given
    rows = given.store.rows("SELECT key, characters FROM stories WHERE characters != ''")
    kept = [str(text) for key, text in rows if key not in heads and key not in work.gone]
    characters = "".join(sorted(set("".join([*kept, *[head.characters for head in heads.values()]]))))
    packages = RealDisk(fonts_folder()) if given.settings.fonts == "theme" else None
    fonts = font_assets(given.site.languages, characters, given.folders.cache, packages, given.folders.site)
    work.theme, problems = add_icons(add_fonts(work.theme, fonts), given.folders.cache)
    work.problems += [*fonts.problems, *problems]
    meta = given.meta
    known = json.loads(meta.get("templates", "{}")) if meta.get("theme") == work.theme.digest else {}
    work.templates = TemplateDigests(work.theme, {str(name): str(digest) for name, digest in known.items()})

"""Pages into bytes. Pure: templates come as text, files leave as bytes."""

from lisanayn.render.page import render_page
from lisanayn.render.theme import Theme, make_theme, template_digest

__all__ = ["Theme", "make_theme", "render_page", "template_digest"]

"""After any row of edits, what the last build left is what a clean build would make, byte for byte."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.build.builder import SITE, Builder, article, translation

SLUGS = ["quay", "oven", "salt", "mill"]
TITLES = ["الرصيف", "المطحنة القديمة", "سوق الورّاقين", "Harbour 7"]
BODIES = ["جملة واحدة.", "جملة أولى. جملة ثانية.", "نص (رويترز) آخر؟\n\n## عنوان\n\nنص.", "أ\n\nب\n\nج"]
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="3"/>'


class Editor(RuleBasedStateMachine):
    """Someone at work on a site."""

    def __init__(self):
        super().__init__()
        self.site = Builder()

    @rule(
        slug=st.sampled_from(SLUGS),
        title=st.sampled_from(TITLES),
        body=st.sampled_from(BODIES),
        day=st.integers(1, 28),
        tags=st.sampled_from(["[sea]", "[bread]", "[sea, bread]", "[]", "[جديد]"]),
    )
    def write_original(self, slug, title, body, day, tags):
        self.site.write(f"content/{slug}/ar.md", article(title, body, f"2026-03-{day:02}", tags))

    @rule(slug=st.sampled_from(SLUGS), body=st.sampled_from(BODIES))
    def write_translation(self, slug, body):
        if self.site.site.exists(f"content/{slug}/ar.md"):
            self.site.write(f"content/{slug}/en.md", translation(f"Title {slug}", body))

    @rule(slug=st.sampled_from(SLUGS[1:]))
    def delete_story(self, slug):
        for lang in ("ar", "en"):
            self.site.site.remove(f"content/{slug}/{lang}.md")

    @rule(slug=st.sampled_from(SLUGS))
    def delete_translation(self, slug):
        self.site.site.remove(f"content/{slug}/en.md")

    @rule(width=st.integers(1, 3))
    def show_a_picture(self, width):
        self.site.write("content/quay/quay.svg", PICTURE.format(width))
        self.site.write("content/quay/ar.md", article("الرصيف", "![صورة](quay.svg)\n\nنص."))

    @rule(names=st.sampled_from(["Sea", "The Sea"]))
    def rename_a_tag(self, names):
        self.site.write("content/tags.toml", f'[[tag]]\nid = "sea"\nar = "بحر"\nen = "{names}"\n')

    @rule(title=st.sampled_from(["أ", "ب"]), per_page=st.integers(1, 3))
    def change_the_settings(self, title, per_page):
        self.site.write("content/site.toml", f'title = "{title}"\nper_page = {per_page}\n')

    @rule(colour=st.sampled_from(["red", "blue"]))
    def change_the_theme(self, colour):
        self.site.write("static/site.css", f"a {{ color: {colour} }}")

    @rule(path=st.sampled_from(["ar/quay/index.html", "index.html"]))
    def deface_the_output(self, path):
        if self.site.output.exists(path):
            self.site.output.write(path, b"defaced")

    @rule()
    def lose_the_cache(self):
        self.site.cache.contents.clear()

    @rule()
    def revert_everything(self):
        self.site.site.contents = {path: text.encode() for path, text in SITE.items()}

    @invariant()
    def incremental_equals_clean(self):
        assert self.site.build().published
        assert self.site.output.contents == self.site.clean()


TestEditor = Editor.TestCase
TestEditor.settings = settings(max_examples=12, stateful_step_count=10, deadline=None)

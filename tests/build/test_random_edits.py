"""B15: after any row of edits, what the last build left is what a clean build would make, byte for byte."""

import os

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.build.builder import NOW, SITE, Builder, article, translation

SLUGS = ["quay", "oven", "salt", "mill"]
TITLES = ["الرصيف", "المطحنة القديمة", "سوق الورّاقين", "Harbour 7"]
BODIES = ["جملة واحدة.", "جملة أولى. جملة ثانية.", "نص (رويترز) آخر؟\n\n## عنوان\n\nنص.", "أ\n\nب\n\nج"]
KEYS = ["draft: true", "publish_at: 2026-03-25", "expires: 2026-03-22", "aliases: [once]", "series: سلسلة"]
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="3"/>'


class Editor(RuleBasedStateMachine):
    """Someone at work on a site."""

    def __init__(self):
        super().__init__()
        self.site = Builder()
        self.now = NOW

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
        address = 'base_url = "https://example.org/"\n' if per_page > 1 else ""
        self.site.write("content/site.toml", f'title = "{title}"\nper_page = {per_page}\n{address}')

    @rule(colour=st.sampled_from(["red", "blue"]))
    def change_the_theme(self, colour):
        self.site.write("static/site.css", f"a {{ color: {colour} }}")

    @rule(path=st.sampled_from(["ar/quay/index.html", "index.html"]))
    def deface_the_output(self, path):
        if self.site.output.exists(path):
            self.site.output.write(path, b"defaced")

    @rule(path=st.sampled_from(["site.sqlite", "site.signature"]))
    def lose_a_part_of_the_cache(self, path):
        self.site.cache.contents.pop(path, None)

    @rule()
    def lose_the_cache(self):
        self.site.cache.contents.clear()

    @rule(slug=st.sampled_from(SLUGS), title=st.sampled_from(TITLES))
    def change_a_title(self, slug, title):
        path = f"content/{slug}/ar.md"
        if self.site.site.exists(path):
            head, rest = self.site.site.read(path).decode().split("\n", 2)[1:]
            self.site.write(path, f"---\n{head if title in head else f'title: {title}'}\n{rest}")

    @rule(slug=st.sampled_from(SLUGS), words=st.sampled_from(["جملة مزيدة.", "كلمة"]))
    def add_to_a_text(self, slug, words):
        path = f"content/{slug}/ar.md"
        if self.site.site.exists(path):
            self.site.write(path, self.site.site.read(path).decode() + f"\n{words}\n")

    @rule(slug=st.sampled_from(SLUGS), key=st.sampled_from(KEYS))
    def add_a_key(self, slug, key):
        path = f"content/{slug}/ar.md"
        if self.site.site.exists(path) and slug != "quay":
            text = self.site.site.read(path).decode()
            if key.split(":")[0] not in text and (key != "aliases: [once]" or slug == "oven"):
                self.site.write(path, text.replace("tags:", f"{key}\ntags:", 1))

    @rule(one=st.sampled_from(SLUGS[1:]), other=st.sampled_from(["kiln", "moved"]))
    def rename_a_story(self, one, other):
        for lang in ("ar", "en"):
            text = self.site.site.contents.pop(f"content/{one}/{lang}.md", None)
            if text is not None and b"aliases" not in text:
                self.site.site.contents[f"content/{other}/{lang}.md"] = text
        if not self.site.site.exists(f"content/{other}/ar.md"):
            self.site.site.remove(f"content/{other}/en.md")

    @rule(one=st.sampled_from(SLUGS), other=st.sampled_from(SLUGS))
    def swap_two_texts(self, one, other):
        contents = self.site.site.contents
        first, second = f"content/{one}/ar.md", f"content/{other}/ar.md"
        if {first, second} <= contents.keys() and "quay" not in (one, other):
            contents[first], contents[second] = contents[second], contents[first]

    @rule(day=st.integers(18, 28))
    def let_time_pass(self, day):
        self.now = NOW.replace(day=day)

    @rule(template=st.sampled_from(["{{ view.frame.title }}", "{{ view.frame.site }}!"]))
    def change_a_template(self, template):
        self.site.write("templates/search.html", template)

    @rule(own=st.sampled_from(["ليان مراد", "ل. مراد"]))
    def change_the_people(self, own):
        table = f'[[person]]\nid = "layan"\nar = "{own}"\nen = "Layan Murad"\n'
        self.site.write("content/people.toml", table)

    @rule()
    def revert_everything(self):
        self.site.site.contents = {path: text.encode() for path, text in SITE.items()}

    @invariant()
    def incremental_equals_clean(self):
        report = self.site.build(self.now)
        assert report.published, report.problems
        assert self.site.output.contents == self.site.clean(self.now)


TestEditor = Editor.TestCase
TestEditor.settings = settings(
    max_examples=int(os.environ.get("EDITS", "12")), stateful_step_count=12, deadline=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip

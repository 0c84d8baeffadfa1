"""Every code a problem may carry, with what it means and what to do: ``check --explain CODE``.

A test compares this table with the codes used in the package.
"""

from __future__ import annotations

PROBLEM_CODES: dict[str, str] = {
    # settings
    "toml-syntax": 'A settings file or table is not TOML. Texts stand in quotation marks: title = "Harbour news".',
    "toml-key": "A settings file or table holds a key that is not known. The message names the nearest one that is.",
    "toml-value": "A setting cannot have this value. The message says what it takes.",
    "toml-twice": "Two records of a table share an id or a spelling. Join them, or give one of them another name.",
    "settings-secret": (
        "A password or key stands in site.toml, which lies in a repository. Keep it in the environment, in "
        "the SSH configuration or in the cloud's own configuration."
    ),
    # sources: files, encodings, front matter
    "source-size": "A source file is over the limit of five million bytes. Split the text into several articles.",
    "source-bytes": (
        "A file's bytes are in no encoding we read, or a piece of it is missing. Fetch it again, or open it "
        "in an editor and save it as UTF-8."
    ),
    "source-encoding": "A file was read as UTF-16, UTF-32 or Windows-1256. If its text looks right, all is well.",
    "source-empty": "A file holds no text. Write the text, or remove the file.",
    "source-control": (
        "A text holds a control character, which would break feeds or show words in another order than they "
        "are written. Delete it; it is invisible, so type the words around it anew."
    ),
    "source-bidi": (
        "A direction control is opened and not closed, or closes nothing, and would reorder what follows. "
        "Delete it: a page sets directions by itself."
    ),
    "source-marks": "More than thirty combining marks stand on one letter. Delete the rest.",
    "header-open": "The front matter has no closing line. Write a line of three hyphens after its last key.",
    "header-size": "The front matter is over 64 KB. Text belongs below it.",
    "header-yaml": (
        "A line of the front matter cannot be read, often for a colon, a quotation mark or a tab in it. The "
        "message shows the line as it should be."
    ),
    "header-alias": "YAML's anchors, aliases and merge keys are not allowed. Write the text itself in both places.",
    "header-tag": "YAML's tags (!!binary …) are not allowed. Every value is text.",
    "header-depth": "Lists and tables of the front matter stand more than eight levels inside each other.",
    "header-twice": "A key or line number stands twice. Keep one of the two; the message names both lines.",
    "header-key": "The front matter holds a key that is not known. The message names the nearest one that is.",
    "header-mark": "An invisible mark stood at a key and was ignored.",
    "header-value": "A key cannot have this value. The message says what it takes.",
    "header-comma": (
        "An Arabic comma stands in a list, where only the Latin comma separates. The message shows the list "
        "as it should be."
    ),
    "header-comment": (
        "A number sign after a space begins a comment in YAML, so what follows is not part of the value. Put "
        "the value in quotation marks if it should be."
    ),
    "header-date": "A date cannot be read, never was, or can be two days. Dates are written 2026-03-12.",
    "header-url": "An address is not one on the web. Write it whole, with https:// in front.",
    "header-slug": (
        "The slug holds something that addresses or file names cannot hold. Write letters, digits, hyphens."
    ),
    "header-alias-path": "An old address to redirect from is not a path on this site.",
    "header-unused": "A key for wire text stands in a Markdown file, where it has no effect.",
    "tags-many": "An article has more than a hundred tags. Keep those that a reader would look for.",
    "tag-twice": "An article names one tag twice. Take one of the two out.",
    "title-missing": "A Markdown article has no title. Write one in the front matter.",
    "title-guessed": "A wire text has no title, so its opening words serve. Write one in a front matter.",
    "title-repeated": "The text begins with its own title as a heading, which is not printed twice.",
    # sources: Markdown
    "markdown-html": "HTML in Markdown is shown as it is written, never obeyed. Use Markdown, or mark it as code.",
    "markdown-deep": "Lists or quotations stand so deep inside each other that text would be lost. Flatten them.",
    "markdown-mixed": (
        "A list in a quotation, a quotation in a list or a heading in either was read as one of the two."
    ),
    "link-refused": (
        "A link's address is not on the web, not mail, not a telephone number and not on this site. The words "
        "stay, the link does not."
    ),
    "picture-inline": "A picture stands among words. It is shown below the paragraph; give it one of its own.",
    "picture-linked": "A link around a picture is not kept. Put the link into the caption.",
    "picture-name": (
        "A picture's name leads out of the article's folder or to another site. Put it beside the article."
    ),
    "attribute-form": 'Braces after a picture cannot be read as attributes. Write {credit="…" license="…"}.',
    "attribute-unknown": "An attribute in braces has no meaning where it stands. The message says which ones have.",
    "language-tag": "A language in braces is no language code. Write fr, grc, zh-Hant.",
    "heading-id": "Two headings have one id. Give one of them another.",
    "box-form": "A line of colons opens no container. Write ::: and a name of letters, digits and hyphens.",
    "box-open": "A container is never closed. Write a line of three colons after its last paragraph.",
    "note-missing": "A text refers to a footnote that is not written. Write its text on a line of its own: [^1]: …",
    "note-unused": "A footnote is written and nothing refers to it. Write its mark where it belongs.",
    "note-twice": "Two footnotes have one label. Give one of them another.",
    "table-size": "A table has more than 200 columns, or an article's tables more than 20,000 cells.",
    "table-row": (
        "A row has more cells than its table's head, so that words would be lost, or too many rows lack some."
    ),
    # sources: wire text
    "credit-unknown": (
        "A picture's credit is not in the agency table. It is printed as it stands; to give it names in the "
        "other languages, add it to content/agencies.toml. If the bracket is no credit, say what the line is: "
        "blocks: {7: paragraph}."
    ),
    "wire-short-caption": (
        "One or two words with an agency's name in brackets were read as a caption. They may also be a name "
        "with its explanation, «آسيا الصغرى (الأناضول)»: then say so by the line: blocks: {7: paragraph}."
    ),
    "wire-source-place": (
        "A source line stands in the middle of a text. What follows was read as text; cut off what is none."
    ),
    "wire-trailer": (
        "Lines after the end of a wire text (after its source line, or after «حول هذه القصة») were kept out "
        "of the page."
    ),
    "wire-override": (
        "'blocks' in the front matter names a line where no block begins. Look the line up with 'explain'."
    ),
    "wire-override-kind": "'blocks' in the front matter asks for a kind of block that wire text cannot have.",
    "wire-image": (
        "'images' in the front matter names a line that is no caption. Look the captions up with 'explain'."
    ),
    # stories: pairs, sentences, ids, alignment
    "story-two-originals": (
        "Two files of one story say 'original: true'. Keep the line in the one that the others translate."
    ),
    "story-language-twice": "A story has two texts in one language. Keep one, or give one of them another name.",
    "story-no-original": (
        "A text says that it is a translation and has no original beside it. Add the original's file, or take "
        "the claim out."
    ),
    "story-empty": "An article has a head and no text. Write the text, or remove the file.",
    "translation-key": (
        "A translation gives what it inherits from its original (date, tags, licence, sources …). It is not "
        "used: write it in the original only."
    ),
    "companion-encoding": "An .ids or .align file is not UTF-8. Save it as UTF-8, or write it anew.",
    "companion-conflict": (
        "A merge left its marker lines in an .ids or .align file. Decide between the two versions and take "
        "the markers out."
    ),
    "ids-line": (
        "A line of an .ids file is not an id, a tab and a sentence. Correct it, or write the file anew with 'ids'."
    ),
    "ids-twice": "An id stands twice in an .ids file, usually after a merge. Keep the line of the right sentence.",
    "ids-doubtful": (
        "A sentence changed so much that it may be another one; it keeps its id for now. Run 'ids' to accept, "
        "or empty the id's line in the .ids file first."
    ),
    "sidecar-line": (
        "A line of an .align file cannot be read. Write groups like 's4 s5 = 1' under a header like '[p3 s4]'."
    ),
    "sidecar-id": "An .align file names a sentence that the original does not have. The ids stand in its .ids file.",
    "sidecar-number": "An .align file names a sentence or block that the translation does not have.",
    "sidecar-order": (
        "A group of an .align file is out of order, names a sentence twice, or names sentences that are no neighbours."
    ),
    "sidecar-missing": (
        "A block of an .align file leaves a sentence out. Add a line for it; until then its place is guessed."
    ),
    "sidecar-stale": (
        "A reviewed group's words have changed since. Read it again, and leave '!' alone behind it if it is right."
    ),
    "import-line": (
        "A line of an alignment to be imported cannot be read, names no sentence of the texts, or goes back."
    ),
    "import-tmx": (
        "A translation memory cannot be read, or has no units in the two languages. Export it again as TMX."
    ),
    # pages: addresses, tags, agencies
    "address-twice": (
        "Two articles would have one address, also where only case, marks or look-alike letters differ. Give "
        "one of them another 'slug' in its front matter."
    ),
    "address-reserved": "An article would stand where a page of the site itself stands. Choose another 'slug'.",
    "address-bad": "An address made from a folder's name cannot be used. Rename the folder, or write a 'slug'.",
    "address-line": (
        "A line of content/addresses.tsv cannot be read. It holds a story's key, a language and a path, with tabs "
        "between. The command 'ids' writes the file."
    ),
    "address-lost": (
        "content/addresses.tsv knows a story that is not there any more. If its folder was renamed, write the new name "
        "in the first column; if it was deleted, take its lines out."
    ),
    "tag-spelling": (
        "A tag that content/tags.toml does not list is written in two ways; both are taken for one. Write it "
        "the same way, or list it with the other spelling as an alias."
    ),
    "tag-address-twice": (
        "Two tags would have one address. List one of them in content/tags.toml with an id of its own."
    ),
    "import-encoding": "A text to be imported is not UTF-8. Save it as UTF-8 and import it again.",
    # pictures and other files
    "content-missing": (
        "The folder named as a site has no content/ in it. Go into the site's folder, or name it with --site."
    ),
    "content-empty": "content/ holds no article. Nothing is built, so that a lost folder never empties a site.",
    "file-language": (
        "A file's name does not say which language of the site it is in. Name it harbour.ar.md or harbour/ar.md."
    ),
    "file-unknown": (
        "A file in content/ is no article, picture or table. It is not published; files to be copied belong "
        "into static/."
    ),
    "link-ignored": (
        "A link or special file in content/ was not read: links could lead out of the site. Put a copy there."
    ),
    "companion-alone": (
        "A lock of ids or an alignment has no article beside it. Put the article back, or delete the file."
    ),
    "slug-twice": "Two stories have one name. Rename the folder or file of one of them.",
    "path-twice": "Two pages would have one address. Rename one of the two sources.",
    "picture-missing": "An article shows a picture that is not beside it. Put the file there, or correct its name.",
    "icon-bad": (
        "The site's icon, static/icon.svg, cannot be drawn, so phones get no picture of it. Save it as plain SVG, or "
        "put icon-32.png, icon-192.png, icon-512.png, icon-maskable.png and apple-touch-icon.png beside it."
    ),
    "picture-bad": (
        "A picture is damaged, too large, or could run code in a reader's browser. Save it again without that."
    ),
    "output-foreign": (
        "A file in the output folder that lisanayn did not make stands where a page would go. It is never overwritten."
    ),
    "executor-bad": "The executor named by --executor is none, is not installed, or does not answer. Write "
    "dask://HOST:PORT of a running scheduler, and install distributed (pip install 'lisanayn[cluster]').",
    "cache-unusable": (
        "The record of the last build is damaged or belongs to another folder. The whole site was built anew; "
        "nothing to do."
    ),
    # the preview
    "build-stopped": (
        "The preview could not be built for a reason that lies in no article: a template, the disk, another "
        "program's file. The message names it; the last good pages stay until it is mended."
    ),
    # checks of the finished site
    "alt-missing": (
        "A picture has no words for readers who do not see it. Say what is to be seen, in the article's "
        "language: ![a ship at the quay](quay.jpg), or `alt` under `images` of a wire text."
    ),
    "alt-is-caption": (
        "A picture's description repeats its caption, so that who listens hears it twice. Say in it what is "
        "to be seen; the caption says what it means."
    ),
    "credit-missing": (
        "A caption does not say whose the picture is. Put the photographer or the agency in parentheses at its end."
    ),
    "picture-license": (
        "Neither a picture, nor its article, nor the site says under which licence it is shown. Give one of "
        "them a `license`."
    ),
    "picture-unused": (
        "A picture lies beside an article and no article shows it. It is not published: show it, or delete it."
    ),
    "translation-missing": "A story has no text in one of the site's languages: nothing to do, or one to write.",
    "sentences-untranslated": (
        "Sentences of the original have no translation. Translate them, or say in the .align file, by `s6 = - "
        "!`, that one is left out on purpose."
    ),
    "alignment-unreviewed": (
        "The aligner guessed which sentences translate each other, and nobody has confirmed it. `lisanayn "
        "align` shows the groups; a ! behind one in the .align file confirms it."
    ),
    "punctuation-start": (
        "A title, caption or credit begins with a mark that belongs to its end. Editors that show Arabic from "
        "the left make this mistake easy and hard to see."
    ),
    "punctuation-foreign": (
        "A comma, semicolon or question mark of one script follows a letter of the other. Arabic takes ، ؛ ؟ "
        "and English , ; ?"
    ),
    "bidi-control": (
        "A page holds invisible characters that change the order of what is shown. Directions are set by "
        "elements with `dir`; in titles and attributes each isolate must be closed."
    ),
    "bidi-dir-missing": (
        "An element is in a language that is written the other way, and does not say so. Give it `dir` beside `lang`."
    ),
    "bidi-unmarked": (
        "Words read against the text around them and are not marked, so that signs beside them can change "
        "places. Put them into <bdi>, or into an element with `lang` and `dir`."
    ),
    "bidi-attribute": (
        "A description, label or title of an element is in another language than the element. Give the "
        "element the `lang` and `dir` of the words, or translate them."
    ),
    "bidi-arrow": (
        "Words of the interface hold an arrow, which points the same way in both directions of writing. Draw "
        "it as a picture that the style sheet mirrors."
    ),
    "markup-in-title": "A page's title holds markup, which no browser obeys there. A title is plain text.",
    "html-charset": (
        "A page does not say early enough that it is UTF-8, or is not. Put <meta charset=utf-8> first in the "
        "head, and save templates as UTF-8 without a byte order mark."
    ),
    "html-lang": "<html> does not say the page's language and direction, or they contradict each other.",
    "html-title": "A page has no title: browsers and search engines show its address instead.",
    "html-title-direction": (
        "A page's title begins with a letter of the other direction, by which a browser goes. Put U+200F "
        "(right to left) or U+200E (left to right) before it."
    ),
    "html-id": "An id is empty, or holds a space or an invisible character: no link can lead there.",
    "html-id-twice": "Two elements of a page have one id: a link leads to the first only.",
    "html-attribute-twice": "An element has one attribute twice: browsers ignore the second.",
    "html-nesting": "A start tag has no end tag, or an end tag no start tag: browsers guess, each in its own way.",
    "html-inline": (
        "An element holds a style or a script in an attribute, which a strict content security policy "
        "forbids. Use a class and a script file."
    ),
    "html-h1": "A page has no first heading, or several. Readers' software jumps to the one it expects.",
    "html-landmark": (
        "A page has no <main>, or several, or several <nav> without names: readers' software offers them as "
        "places to jump to."
    ),
    "html-parent": "An element stands where it may not: a list's item outside a list, a block among words.",
    "html-interactive": "A link or a button stands in another: a press can mean one thing only.",
    "html-obsolete": "An element is no element of HTML any more. Use a class and the style sheet.",
    "html-reference": "A label or a description refers to an id that is not on the page.",
    "html-alt": 'A picture of a built page has no alt attribute. alt="" says that the words beside it are enough.',
    "html-size": "A picture of a built page has no width and height, so that what is being read jumps.",
    "html-heading-level": "A heading's level skips one: readers' software tells the levels.",
    "head-locale": "og:locale is language and territory with an underscore: ar_AR, en_US.",
    "head-language": "A page's linked data is in another language than the page.",
    "head-alternates": "A page's hreflang links are not full addresses, leave out the page itself or x-default.",
    "head-canonical": "A page that search engines may keep does not say which address is its own.",
    "head-one-way": (
        "One page calls another its translation, and the other does not say so, or is not there. Search engines "
        "believe it only when both say it."
    ),
    "sitemap-differs": "The site map and the heads of the pages name different pages, or different translations.",
    "css-foreign": "A style sheet loads something from another host, which then sees every reader.",
    "css-spacing": "A style sheet spaces letters. Joined letters must not be: limit the rule to other languages.",
    "css-slant": (
        "A style sheet slants letters or makes them small capitals. Arabic has no such form; browsers force one. "
        "Stress by weight or colour, or limit the rule to other languages: :lang(en)."
    ),
    "css-direction": (
        "A style sheet sets a direction. It is part of the text, not of its look: write dir in the markup, so that it "
        "holds in feeds, in readers' modes and without the style sheet."
    ),
    "css-justify": "A style sheet justifies text. Browsers stretch spaces, not letters: rivers run through the page.",
    "css-off-page": "A style sheet hides something beside the page, which from right to left makes the page wide.",
    "css-side": "A style sheet names left or right. inline-start and inline-end turn with the page's direction.",
    "letter-foreign": (
        "A word is typed with a letter of another language's keyboard that looks the same: Persian ی for Arabic ي. "
        "Search engines see two words."
    ),
    "punctuation-digits": "A number mixes digits of one system with the decimal or per cent sign of another.",
    "letter-shape": "A text is written with joined shapes in place of letters: it looks right, and nobody can find it.",
    "digits-mixed": "Dates of one language stand in two kinds of digits. `digits` in site.toml sets one for each.",
    "time-datetime": "A <time> element's datetime is no date or time that programs read. Write 2026-03-12.",
    "table-scope": "A head cell of a table does not say whether it is a column's or a row's: scope=col, scope=row.",
    "code-dir": "Preformatted text stands in text from right to left without dir=ltr, so that its signs move.",
    "input-dir": "A field for an address or a telephone number has no dir=ltr, so that its parts change places.",
    "html-skip": "The first link of a page with a menu does not lead past it: whoever uses keys goes through it.",
    "switch-lang": "A link to another language is not marked as written in it. Give it lang, dir and hreflang.",
    "switch-flag": "A flag stands for a language. Flags are of countries; write the language's name in itself.",
    "switch-astray": "A language switch leads to a page in another language, or to another one than the head names.",
    "not-found-languages": "The page for missing addresses lacks one of the site's languages; there is one for all.",
    "page-missing": "The site has no index.html or no 404.html at its top. `lisanayn build` makes both.",
    "path-form": "A name in the built site is too long for some systems, or has a form that hosts take for another.",
    "feed-lang": "A feed, an entry or its text does not say its language and direction: readers guess.",
    "feed-address": "An address in a feed is relative, and leads nowhere from the program that reads it.",
    "link-missing": "A link leads to a page or a file that is not there.",
    "link-anchor": "A link leads to a place in a page that is not there: what follows its # sign is no id of it.",
    "link-outside": "A link leads out of the site's folder. Count its ../ again.",
    "link-rooted": (
        "A link begins with /, so it works at the site's own address only: neither below another one nor from "
        "a disk. Write it relative to the page."
    ),
    "link-scheme": "A link's address is none that a page may have: http, https, mailto, tel or a relative one.",
    "link-foreign": "Pages load something from another host, which then sees every reader. Keep a copy in static/.",
    "xml-broken": "A feed, a site map or another XML file is not well-formed: programs drop it as a whole.",
    "json-broken": "A JSON file, or the linked data of a page, is not JSON.",
    "json-markup": "A text in the linked data of a page holds markup. Names and titles go in as they are.",
    "secret-file": (
        "A file looks like a key or a store of passwords. Keep it outside the site's folder; if it was ever "
        "published, make a new one."
    ),
    "secret-text": "A file holds what looks like a key or a token. Take it out, and make a new one.",
    # fonts
    "fonts-absent": (
        "The theme's fonts have not been fetched, so pages are set in fonts that their readers have. "
        "`lisanayn fonts` fetches them once for all sites of the machine; fonts = \"system\" in site.toml does without."
    ),
    "fonts-characters": (
        "No font of the theme has some of the site's characters: readers see them in a font of their own, or as "
        "empty boxes. Put a font that has them into the site's fonts/ folder, under the name of a packaged family."
    ),
    "picture-place": (
        "A photograph's metadata say where it was taken. Published copies are made without them; the file itself still "
        "tells whoever gets it, from the site's repository for instance. Take them out with the program of the camera."
    ),
    "file-hidden": "A hidden file or folder lies among the sources. It is neither read nor published.",
    "slug-mixed": "A name mixes letters of two scripts that look alike, so that nobody can type it as it looks.",
    "slug-alike": "Two names look the same and are not. Rename one of them.",
    "person-names": (
        "The authors of a text and of its translation are paired by their places, and here two people would become "
        "one who already have different names in one language. They stay two. List the person in content/people.toml "
        "with all spellings, or write the names in the same order in both files."
    ),
    "name-address-twice": (
        "Two people, or two series, would have one address, so the later one got a number. Give one of the two another "
        "name, or list the person in content/people.toml with an id of its own."
    ),
    "series-part-twice": "Two stories of a series have one number ('part'). They stand by date; number one anew.",
    "tag-close": (
        "A tag that content/tags.toml does not list differs from another by one letter. If they are one, "
        "write it one way; if they are two, list both."
    ),
    "output-none": "There is no built site to check. `lisanayn build` makes one.",
    "output-missing": "A file of the built site is gone. `lisanayn build` makes it again.",
    "output-changed": "A file of the built site was changed after the build. `lisanayn build` makes it again.",
}

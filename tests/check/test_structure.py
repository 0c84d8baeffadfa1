"""Elements where they may stand: each misplacement is found once, and what HTML allows is not reported."""

from __future__ import annotations

import pytest

from tests.check.making import PAGE, of_page, replaced

FAULTS = [
    ("html-parent", "ثم صمتت", "ثم <span><div>صمتت</div></span>"),
    ("html-parent", "<pre dir='ltr'>x → y</pre>", "<div><li>وحيد</li></div>"),
    ("html-parent", "<pre dir='ltr'>x → y</pre>", "<ul><p>نص</p></ul>"),
    ("html-parent", "<pre dir='ltr'>x → y</pre>", "<figcaption>نص</figcaption>"),
    ("html-parent", "<pre dir='ltr'>x → y</pre>", "<dl><span>نص</span></dl>"),
    ("html-parent", "<pre dir='ltr'>x → y</pre>", "<table><td>نص</td></table>"),
    ("html-interactive", 'href="#s1">إلى الأول', 'href="#s1"><button type="button">إلى</button>'),
    ("html-interactive", 'aria-label="أغلق">', 'aria-label="أغلق"><a href="#s1">إلى</a>'),
    ("html-obsolete", "ثم صمتت", "ثم <big>صمتت</big>"),
    ("html-reference", 'aria-label="أغلق"', 'aria-labelledby="lost"'),
    ("html-reference", "<pre dir='ltr'>x → y</pre>", '<label for="lost">نص</label>'),
    ("html-alt", ' alt="ملاحة"', ""),
    ("html-size", ' width="2" height="1"', ""),
    ("html-heading-level", "<pre dir='ltr'>x → y</pre>", "<h3>نص</h3>"),
]


@pytest.mark.parametrize("code, old, new", FAULTS)
def test_a_misplaced_element_is_found_once(code: str, old: str, new: str):
    assert [problem.code for problem in of_page(replaced(PAGE, old, new))] == [code]


FINE = [
    "<dl><div><dt>كلمة</dt><dd><p>شرحها</p></dd></div></dl>",
    '<label for="s1">نص <input type="checkbox"></label>',
    "<details><summary><h2>عنوان</h2></summary><p>نص</p></details>",
    '<picture><source type="image/webp" srcset="../../media/pan.svg 2w"><img src="../../media/pan.svg" alt=""'
    ' width="2" height="1"></picture>',
    "<table><tr><td><ul><li>نص</ul></table>",
    '<a href="#s1"><div><p>كتلة</p></div></a>',
    '<svg viewBox="0 0 2 2"><a href="#s1"><font/><switch/></a></svg>',
    "<h2>عنوان</h2><h3>أصغر</h3><h2>ثم أكبر</h2>",
]


@pytest.mark.parametrize("markup", FINE)
def test_what_html_allows_is_not_reported(markup: str):
    assert of_page(replaced(PAGE, "<pre dir='ltr'>x → y</pre>", markup)) == []

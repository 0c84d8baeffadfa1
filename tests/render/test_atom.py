"""Entries of an Atom feed: whatever their text holds, a reader of XML gets it back as it was."""

import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lisanayn.model.files import FeedEntry, FeedItem
from lisanayn.render.atom import atom_entries


def content_of(text):
    """What a reader of XML finds in the entry's content."""
    entry = FeedEntry("urn:x", "https://example.org/", "", "", "", "", (), (), (), "", ())
    data = atom_entries([FeedItem(entry, text)], "ar", "rtl")
    return ElementTree.fromstring(data).find("content").text


@pytest.mark.parametrize("text", ["<p>a ]]> b</p>", "]]>", "]]", "]]]>", "]]]]><![CDATA[>", "&amp;", "<![CDATA[", "]>"])
def test_what_ends_a_section_ends_none(text):
    assert content_of(text) == text


@given(st.text("]>[<&!CDAT \u0643", min_size=1))
def test_any_text_comes_back(text):
    assert content_of(text) == text

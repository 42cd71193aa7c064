"""A page as a browser shows it: line breaks of its source are spaces, and what is preformatted is wrapped lines.

Without that a sentence that somebody wrapped in the source would be two paragraphs.  Embedded posts become the block
quotations that they are, without the names that make them look like buttons for sharing.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from lxml import html as lxml_html  # type: ignore[import-untyped]
from lxml.html import HtmlElement  # type: ignore[import-untyped]

from whosays.extract.articles.lines import lines_of, paragraphs_of

_AS_WRITTEN: Final = frozenset(("pre", "textarea", "script", "style", "template", "xmp", "listing", "plaintext"))
_INLINE: Final = frozenset(("a", "b", "i", "em", "strong", "span", "font", "u", "code", "tt", "small", "br"))
_SPACE: Final = re.compile(r"[ \t\r\n]+")
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # in XML; a page may have it
_POST: Final = re.compile(
    r"(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|text-post-media"
    r"|reddit-(?:card|embed-bq)|fb-(?:post|xfbml-parse-ignore)|telegram-post)(?:$|\s)"
)
_AROUND: Final = 4  # elements around a post that hold nothing else


def as_shown(page: HtmlElement) -> None:
    """Change a page, as it was parsed, to what its readers see of its lines: ``two\\nferries`` is ``two ferries``."""
    for written in list(page.iter("pre", "xmp", "listing")):
        _unwrap(written)
    _join_lines(page)
    for quote in page.iter("blockquote"):
        if _POST.search(quote.get("class") or ""):
            _free(quote)


def _join_lines(page: HtmlElement) -> None:
    within: HtmlElement | None = None  # what is shown as it was written
    for event, node in lxml_html.etree.iterwalk(page, events=("start", "end")):
        if event == "end":
            within = None if node is within else within
            if within is None and node.tail:
                node.tail = _joined(node.tail)
        elif within is None and node.tag in _AS_WRITTEN:
            within = node
        elif within is None and node.text:
            node.text = _joined(node.text)


def _joined(text: str) -> str:
    return _UNWRITABLE.sub(" ", _SPACE.sub(_as_space, text)) if not text.isspace() else text


def _as_space(white: re.Match[str]) -> str:
    """Return a space for one line break; what an empty line is to be is left to who reads the paragraphs."""
    return " " if len(white[0].splitlines()) == 2 or white[0] in ("\n", "\r", "\r\n") else white[0]


def _unwrap(written: HtmlElement) -> None:
    """Make paragraphs of preformatted prose, as those of a text file are told, and leave what holds more than words."""
    if written.getparent() is None or any(inner.tag not in _INLINE for inner in written.iterdescendants()):
        return
    text = written.text_content()
    paragraphs = paragraphs_of(text, list(lines_of(text)))
    if all(len(paragraph) == 1 for paragraph in paragraphs):
        return
    for child in list(written):
        written.remove(child)
    written.tag, written.text = "div", None
    for paragraph in paragraphs:
        made = lxml_html.etree.SubElement(written, "p")
        made.text = _UNWRITABLE.sub(" ", " ".join(text[paragraph[0].start : paragraph[-1].end].split()))


def _free(quote: HtmlElement) -> None:
    """Take the names off a post and off what holds nothing but the post."""
    length = len(quote.text_content().strip())
    for node in (quote, *islice(quote.iterancestors("div", "figure", "section", "center"), _AROUND)):
        if len(node.text_content().strip()) > length:
            break
        for name in ("class", "id"):
            node.attrib.pop(name, None)

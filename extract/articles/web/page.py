"""A web page's main text and metadata: lxml parses, trafilatura tells the article from the page around it.

lxml gives an empty tree without an error for deep nesting and for nodes above 10 MB; this module takes its
limits off and says so where still nothing is left.  trafilatura collapses paragraphs that repeat word for
word, and takes more than linear time, so of a page that is longer, deeper or of more elements than any article's
every paragraph is taken instead, and noted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import lxml.html  # type: ignore[import-untyped]
from lxml.etree import ParserError, iterwalk  # type: ignore[import-untyped]
from lxml.html import HtmlElement, HTMLParser

from whosays.extract.articles.boilerplate import is_notice
from whosays.extract.articles.metadata import Metadata
from whosays.extract.articles.web.decoded_twice import repaired, repaired_markup
from whosays.extract.articles.web.main_text import main_text_of, without_biographies
from whosays.extract.articles.web.page_metadata import metadata_of
from whosays.extract.articles.web.signals import signals_of, words_of
from whosays.extract.articles.web.structure import as_shown, extent_of, paragraphs
from whosays.extract.errors import ArticleSkipped

MAIN_TEXT_LIMIT = 3_000_000
MOST_ELEMENTS = 20_000  # articles have some hundreds to ten thousand
_NOTICE = 700  # characters that a page has at most which stands in an article's place
_MOST_TITLES = 3
DEEPEST = 200  # elements within each other; of those of articles, about forty are
_DECLARED = re.compile(
    rb"""<(?:meta[^<>]{0,300}?charset|\?xml[^<>]{0,100}?encoding)\s*=\s*["']?([\w.:-]{2,40})""", re.I
)
_DECLARATION = re.compile(r"\ufeff?\s*<\?xml[^<>]{0,300}\?>")
_PARAGRAPHS = frozenset(
    ("p", "h1", "h2", "h3", "li", "blockquote", "pre", "td", "dt", "dd", "div", "section", "article", "body")
)
_NO_TEXT = frozenset("script style noscript template nav aside footer form title head button svg".split())
_UNREADABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Page:
    """The main text of a page, paragraphs separated by a blank line, and what its metadata say."""

    text: str
    metadata: Metadata
    notes: tuple[str, ...] = ()


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that a page's first two thousand bytes declare, or ``None``."""
    match = _DECLARED.search(data[:2048])
    return match[1].decode("ascii") if match else None


def read_page(source: str, found_at: str | None = None, saved: str | None = None) -> Page:
    """Parse a page and return its main text and metadata; ``found_at`` is the address that it was found at.

    ``saved`` is when that was; what a page says of a later day is no publishing date.

    Raises ``ArticleSkipped`` where no text is found.
    """
    tree = _tree(source)
    signals = signals_of(tree)
    metadata = metadata_of(signals, found_at, saved)
    text = main_text_of(signals, metadata.url) if _is_of_an_article(source, tree) else None
    paragraphs = [] if text else list(_all_paragraphs(tree))
    if notice := _notice_of(tree, text or "\n".join(paragraphs)):
        raise ArticleSkipped(f"no article: the page is an error or asks for something ({notice!r})")
    if text:
        return Page("\n\n".join(without_biographies(text, metadata.authors).splitlines()), metadata)
    text = repaired("\n\n".join(paragraphs))
    if not text:
        raise ArticleSkipped("no text found in the HTML (nothing but mark-up, or nested too deep to parse)")
    return Page(text, metadata, ("no article found in the page: all its paragraphs were read",))


def paragraphs_of_markup(source: str) -> str:
    """Return the text of a piece of HTML that is an article and nothing else: its paragraphs, a blank line between."""
    try:
        return "\n\n".join(_all_paragraphs(_tree(source)))
    except ArticleSkipped:
        return ""


def _notice_of(tree: HtmlElement, text: str) -> str | None:
    """Return the title of a page that says little, where it tells that an article is not shown: "Access denied"."""
    if len(text) > _NOTICE:
        return None
    headlines = (node for node in islice(tree.iter("h1"), _MOST_TITLES) if not _is_in_dialog(node))
    title, headed = ([_without_site(node) for node in nodes] for nodes in (tree.xpath("//head/title")[:1], headlines))
    notices = [*filter(is_notice, title), *(headed if all(map(is_notice, headed)) else ())]
    return next(iter(notices), None)


def _without_site(title: HtmlElement) -> str:
    return re.split(r" [|–—-] ", words_of(title))[0]


def _is_in_dialog(node: HtmlElement) -> bool:
    """Tell whether an element stands in a box that lies over the page, as that which asks for consent."""
    return any(
        one.tag == "dialog" or (one.get("role") or "").endswith("dialog") or one.get("aria-modal") == "true"
        for one in node.iterancestors()
    )


def _is_of_an_article(source: str, tree: HtmlElement) -> bool:
    """Tell whether a page is of a size that articles have; in a larger one the article takes too long to be found."""
    elements, depth = extent_of(tree)
    return len(source) <= MAIN_TEXT_LIMIT and elements <= MOST_ELEMENTS and depth <= DEEPEST


def _tree(source: str) -> HtmlElement:
    declared = _DECLARATION.match(source)
    source = repaired_markup(source[declared.end() :] if declared else source)
    data = _UNREADABLE.sub("\ufffd", source).encode()
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(data, parser=parser)
    except ParserError as error:
        raise ArticleSkipped("no text found in the HTML (it cannot be parsed)") from error
    as_shown(tree)
    return tree


def _all_paragraphs(tree: HtmlElement) -> Iterator[str]:
    """Yield the text of every block that holds some, in document order, without recursion."""
    return paragraphs(_events(tree))


def _events(tree: HtmlElement) -> Iterator[tuple[str, bool, object, str]]:
    """Yield where elements begin and end, whether a block does, and the text that follows each."""
    hidden: HtmlElement | None = None
    for event, node in iterwalk(tree, events=("start", "end")):
        if hidden is not None and node is not hidden:
            continue
        block = node.tag in _PARAGRAPHS
        if event == "start" and node.tag in _NO_TEXT:
            hidden = node
        elif event == "start":
            yield event, block, node.tag, node.text or ""
        else:
            hidden = None
            yield event, block or node.tag == "br", node.tag, node.tail or ""

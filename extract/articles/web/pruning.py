"""What stands in a page beside its article, taken out before the article is looked for.

trafilatura leaves a page as it is where much would go; here each piece is judged by itself, and stays where it holds a
large part of all that the page says.  Taken out: what its page calls an author's box, a form, a list of other stories;
a block under a heading such as "More from ..."; cards, which are links around a headline and a teaser; and paragraphs
that only lead to another page of the site; rows of teasers; galleries of many pictures
beside a story.  An article in several containers is put together in the first one.
"""

from __future__ import annotations

import re
from copy import deepcopy
from itertools import islice
from typing import Final
from urllib.parse import urlsplit

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from whosays.extract.articles.boilerplate import is_label
from whosays.extract.articles.credits.bylines import person_named
from whosays.extract.articles.publishers import host_of
from whosays.extract.articles.web.signals import words_of
from whosays.extract.articles.web.structure import ARTICLE_BODY, drop_copies, put_together

# what pages call what is none of the article
_NAMED: Final = re.compile(
    r"(?:^|[\s_-])(?:authors?|contributors?|writers?)[_-]*(?:bio|biography|box|card|about|description|content)(?:-text)?(?:$|\s)"
    r"|(?:^|\s)(?:about[_-]*(?:the[_-]*)?(?:author|writer)|more-topic|most-(?:read|viewed|shared|popular)"
    r"|popular-(?:articles|posts|stories)|also-read|read-(?:next|also)|recirc\w*|you-may-(?:also-)?like"
    r"|(?:show|no-access)-comments|comments?-(?:policy|form|section|area|list)|visually-hidden|sr-only"
    r"|screen-reader-text|print-(?:only|header|footer)|vjs-[\w-]+|hover-?card(?:-\w+)?|tooltip-?(?:text|content|body)"
    r"|rollover-[\w-]*block|popover(?:-\w+)?|latest-(?:news|posts|stories|articles)(?:-box)?|(?:[\w-]*-)?cta|ad(?:__[\w-]+)?|[\w-]*-newsletter|newsletter[\w-]*)(?:$|\s)"
    r"|(?:sign-?up|subscribe|subscription|registration|access|reg)-(?:form|box|wall|promo|banner|cta|prompt)"
    r"|[iI]nline-?[sS]ign-?[uU]p|[aA]uthorBio",
)
_BLOCKS: Final = frozenset(
    ("p", "div", "ul", "ol", "table", "section", "article", "figure", "blockquote", "h1", "h2", "h3", "h4", "header",
     "aside", "form", "li", "main"),
)  # fmt: skip
_UNSAID: Final = frozenset(("script", "style", "a", "noscript", "template"))
_LABELLING: Final = frozenset(("h2", "h3", "h4", "h5", "h6", "p", "div", "span", "strong", "b"))
_LEADING: Final = frozenset(("p", "div", "li"))
_WHOLE: Final = frozenset(("body", "html", "main", "article"))
_ENDS: Final = re.compile(r"[.:;,…][\"'’”)\]]*$")
_LABEL_END: Final = re.compile(r"[:|»›>→–—-]\s*$")
_UNSEEN: Final = re.compile(r"(?:^|;)\s*visibility\s*:\s*hidden", re.IGNORECASE)
_SPACELESS: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_LEAST_RUN: Final = 40  # characters of a text that belongs to a story, and not to a menu
_MOST: Final = 0.25  # of what the page says; what holds more is a part of its article
_LONGEST_LABEL: Final = 60
_LONGEST_LEAD: Final = 400
_LONG_PARAGRAPH, _LONG_PARAGRAPHS = 200, 3  # characters without a link, which teasers seldom have; of those in a story
_HEADLINE: Final = 4  # words
_HEADLINE_LETTERS: Final = 10  # of a script without spaces
_NEAR, _FOLLOWING = 5, 12
_HEADINGS: Final = ("h2", "h3", "h4", "h5")
_GALLERY: Final = re.compile(r"(?:^|[\s_-])(?:gallery|slide-?show)(?:$|[\s_-])", re.IGNORECASE)
_PICTURES: Final = 10  # of a gallery that is a story of its own
_ROW: Final = 3  # teasers beside each other
_TEASER, _TEASER_ELEMENTS = 400, 80  # characters and elements besides its headline


def pruned(page: HtmlElement, address: str | None) -> HtmlElement:
    """Return a copy of a page without what stands in it beside its article; ``address`` is its own."""
    page = deepcopy(page)
    drop_copies(page)
    put_together(page)
    _Pruning(page, address).prune()
    return page


def without_scripts(page: HtmlElement) -> HtmlElement:
    """Return a page without its programs, which trafilatura takes for words where it looks for the most."""
    for unsaid in [node for node in page.iter("script", "style") if node.get("type") != "application/ld+json"]:
        _drop(unsaid)
    return page


class _Pruning:
    """What a page says in all, and what of it goes."""

    def __init__(self, page: HtmlElement, address: str | None) -> None:
        self._nodes = [node for node in page.iter("*") if isinstance(node.tag, str)]
        self._own = host_of(address or "")
        self._path = urlsplit(address or "").path.rstrip("/")
        self._page = page
        self._said = _said(self._nodes)
        self._most = _MOST * max(self._said[page], 1)
        self._refused: set[tuple[HtmlElement | None, str]] = set()  # rows of teasers that stay: where, of which tag
        first = next(page.iter("h1"), None)
        self._kept = {page} | ({first, *first.iterancestors()} if first is not None else set())

    def prune(self) -> None:
        at = 0
        while at < len(self._nodes):
            node = self._nodes[at]
            at += 1
            if (self._may_go(node) and self._is_beside(node)) or self._is_gallery(node):
                at += sum(1 for _ in node.iterdescendants("*"))
                _drop(node)
            elif node.tag in _LABELLING and _is_label(node):
                for part in self._headed(node):
                    _drop(part)
            elif node.tag in _LEADING:
                for part in self._teasers(node):
                    _drop(part)

    def _may_go(self, node: HtmlElement) -> bool:
        return node not in self._kept and node.tag not in _WHOLE and self._said[node] <= self._most

    def _is_beside(self, node: HtmlElement) -> bool:
        names = f"{node.get('class') or ''} {node.get('id') or ''}"
        if names != " " and _NAMED.search(names) and not ARTICLE_BODY.search(names):
            return True
        if node.tag == "form" or node.get("role") == "tooltip" or _UNSEEN.search(_style(node)):
            return True
        if node.tag == "a":
            return _is_card(node)
        return node.tag in _LEADING and self._leads_away(node)

    def _teasers(self, node: HtmlElement) -> list[HtmlElement]:
        """Return a row of teasers that begins here, where a good part of the page stands beside it."""
        if not self._path or not self._is_teaser(node):
            return []
        parent = node.getparent()
        if (parent, node.tag) in self._refused:
            return []
        row = [node, *(one for one in node.itersiblings(node.tag) if self._is_teaser(one, any_site=node.tag == "li"))]
        told = sum(self._said[teaser] for teaser in row if teaser in self._said)
        own = sum(map(self._is_teaser, row))
        if own >= _ROW and told <= (1 - _MOST) * self._said[self._page]:
            return row
        self._refused.add((parent, node.tag))  # judged once: a page of teasers is long
        return []

    def _is_teaser(self, node: HtmlElement, *, any_site: bool = False) -> bool:
        """Tell whether an element is the headline of one other page of the site, as a link, and a few words on it."""
        inner = list(islice(node.iterdescendants("*"), _TEASER_ELEMENTS + 1))
        headings = [one for one in inner if one.tag in _HEADINGS]
        if len(headings) != 1 or len(inner) > _TEASER_ELEMENTS or not self._may_go(node) or _is_story(node):
            return False
        link = next(headings[0].iter("a"), None)
        link = next(headings[0].iterancestors("a"), None) if link is None else link
        headline = words_of(headings[0])
        if link is None or len(words_of(link)) < len(headline):
            return False
        if not (any_site or self._is_of_another_page(link.get("href"))):
            return False
        return len(headline.split()) >= _HEADLINE and len(words_of(node)) - len(headline) <= _TEASER

    def _is_of_another_page(self, href: str | None) -> bool:
        """Tell whether a link leads to another page of the site, and not to a part of this one."""
        path = urlsplit(href or "").path if self._is_own(href) else ""
        return path not in ("", "/") and not path.startswith(self._path)

    def _is_gallery(self, node: HtmlElement) -> bool:
        """Tell whether an element is a gallery of many pictures beside a story."""
        if not _GALLERY.search(f"{node.get('class') or ''}") or node in self._kept or node.tag in _WHOLE:
            return False
        told = [part for part in node.iter("li", "figure") if len(words_of(part)) >= _LEAST_RUN]
        if len(told) < _PICTURES:
            return False
        within = set(node.iter("p"))
        long = (part for part in self._page.iter("p") if part not in within and len(words_of(part)) > _LONG_PARAGRAPH)
        return len(list(islice(long, _LONG_PARAGRAPHS))) == _LONG_PARAGRAPHS

    def _leads_away(self, node: HtmlElement) -> bool:
        """Tell whether a paragraph is the headline of another page of the site, alone or behind a label."""
        if any(inner.tag in _BLOCKS for inner in node.iterdescendants()):
            return False
        links = list(islice(node.iter("a"), 3))
        if not 1 <= len(links) <= 2 or not all(self._is_own(link.get("href")) for link in links):
            return False
        headline = " ".join(filter(None, map(words_of, links)))
        words = words_of(node)
        if len(words) > _LONGEST_LEAD or not words.endswith(headline) or not _is_headline(headline):
            return False
        before = words.removesuffix(headline).strip()
        return not before or _is_pointer(before)

    def _is_own(self, href: str | None) -> bool:
        """Tell whether a link stays on the site of the page."""
        if not href or href.startswith(("mailto:", "tel:", "javascript:")):
            return False
        if not href.startswith(("http:", "https:", "//")):
            return True
        other = host_of(href)
        return bool(other and self._own) and _site(str(other)) == _site(str(self._own))

    def _headed(self, label: HtmlElement) -> list[HtmlElement]:
        """Return the block that begins with a label and leads elsewhere, or what leads elsewhere behind the label."""
        words, block = words_of(label), label
        for above in islice(label.iterancestors(), _NEAR):
            if not self._may_go(above) or _is_story(above) or not _opening(above).startswith(words):
                break
            block = above
        if _opening(block) != words:
            return [block] if next(block.iter("a"), None) is not None else []
        following = list(islice(block.itersiblings("*"), _FOLLOWING))
        links = next((at for at, node in enumerate(following) if not _is_links(node)), len(following))
        return [block, *following[:links]] if links else []


def _is_story(node: HtmlElement) -> bool:
    """Tell whether an element is an article's body, as its page calls it, or by its long paragraphs."""
    names = f"{node.get('class') or ''} {node.get('id') or ''} {node.get('itemprop') or ''}"
    if ARTICLE_BODY.search(names):
        return True
    long = (part for part in node.iter("p") if len(words_of(part)) > _LONG_PARAGRAPH and part.find(".//a") is None)
    return len(list(islice(long, _LONG_PARAGRAPHS))) == _LONG_PARAGRAPHS


def _said(nodes: list[HtmlElement]) -> dict[HtmlElement, int]:
    """Return how much each element says, what is in it included, in texts that are no links."""
    said = dict.fromkeys(nodes, 0)
    for node in reversed(nodes):
        if node.tag not in _UNSAID:
            said[node] += _length(node.text)
        above = node.getparent()
        if above in said and above.tag not in _UNSAID:
            said[above] += said[node] + _length(node.tail)
    return said


def _length(text: str | None) -> int:
    return len(text) if text and len(text) >= _LEAST_RUN else 0


def _is_card(link: HtmlElement) -> bool:
    """Tell whether a link holds a headline and more."""
    if not link.get("href") or next(link.iter("h1", "h2", "h3", "h4", "h5"), None) is None:
        return False
    return next(link.iter("p", "time", "ul"), None) is not None


def _is_pointer(before: str) -> bool:
    """Tell whether words before a link announce it: "READ ALSO |", "More:"."""
    if len(before) > _LEAST_RUN or any(map(str.isdigit, before)):
        return False
    return bool(_LABEL_END.search(before)) or (before.isupper() and len(before.split()) > 1)


def _is_headline(words: str) -> bool:
    if _ENDS.search(words) or person_named(words):
        return False
    return len(words.split()) >= _HEADLINE or (bool(_SPACELESS.search(words)) and len(words) >= _HEADLINE_LETTERS)


def _site(host: str) -> str:
    labels = host.split(".")
    return ".".join(labels[-3:] if len(labels) > 2 and len(labels[-2]) <= 3 else labels[-2:])


def _is_label(node: HtmlElement) -> bool:
    """Tell whether a short text stands above other stories."""
    if len(node) > 3 or any(inner.tag in _BLOCKS for inner in node):
        return False
    words = _opening(node)
    return 0 < len(words) <= _LONGEST_LABEL and is_label(words)


def _opening(node: HtmlElement) -> str:
    """Return what an element begins with, as one line: more characters than a label has where it has more."""
    parts: list[str] = []
    length = _LONGEST_LABEL
    for text in node.itertext():
        if text.strip():
            parts.append(" ".join(text.split()))
            length -= len(parts[-1]) + 1
        if length < -1:
            break
    return " ".join(parts)


def _is_links(node: HtmlElement) -> bool:
    linked = sum(len(words_of(link)) for link in node.iter("a"))
    return linked > 0 and linked >= 0.8 * len(words_of(node))


def _style(node: HtmlElement) -> str:
    return node.get("style") or ""


def _drop(node: HtmlElement) -> None:
    if node.getparent() is not None:
        node.drop_tree()

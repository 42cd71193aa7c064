"""What stands in a page beside its article, taken out before the article is looked for.

trafilatura leaves a page as it is where much would go; here each piece is judged by itself, and stays where it holds a
large part of all that the page says.  Taken out: what its page calls an author's box, a form, a list of other stories;
a block under a heading such as "More from ..."; cards, which are links around a headline and a teaser; and paragraphs
that only lead to another page of the site.  An article in several containers is put together in the first one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import islice, pairwise
from typing import Final

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from whosays.extract.articles.boilerplate import is_label
from whosays.extract.articles.credits.bylines import person_named
from whosays.extract.articles.publishers import host_of
from whosays.extract.articles.web.signals import words_of

_NAMED: Final = re.compile(
    r"(?:^|[\s_-])(?:(?:authors?|contributors?|writers?)[_-]*(?:bio|biography|box|card|about|description)s?(?:-text)?"
    r"|about[_-]*(?:the[_-]*)?(?:author|writer)s?|more-topics?|most-(?:read|viewed|shared|popular)|popular-articles"
    r"|also-read|read-(?:next|also|more)|recirc\w*|you-may-(?:also-)?like|in-?line-?sign-?up\w*|newsletter\S*"
    r"|(?:sign-?up|subscribe|subscription|registration|access|reg)-(?:form|box|wall|promo|banner|cta|prompt)\S*"
    r"|cta|(?:show|no-access|post)-comments?\S*|comments?-(?:policy|form|section|area|list)|visually-hidden|sr-only"
    r"|screen-reader-text|ad(?:__[\w-]+)?)(?:$|[\s_-])|inlineSignup|authorBio|AuthorBio",
)
_BODY: Final = re.compile(
    r"(?:^|[\s_-])(?:article|story|post|entry)(?:-|__|_)?(?:body|content|text)(?:$|\s)|articleBody|ArticleBody"
)
_BLOCKS: Final = frozenset(
    ("p", "div", "ul", "ol", "table", "section", "article", "figure", "blockquote", "h1", "h2", "h3", "h4", "header",
     "aside", "form", "li", "main"),
)  # fmt: skip
_LABELLING: Final = ("h2", "h3", "h4", "h5", "h6", "p", "div", "span", "strong", "b")
_LEADING: Final = ("p", "div", "li")
_WHOLE: Final = ("body", "html", "main", "article")
_ENDS: Final = re.compile(r"[.:;,…][\"'’”)\]]*$")
_LABEL_END: Final = re.compile(r"[:|»›>→–—-]\s*$")
_SPACELESS: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_LEAST_RUN: Final = 40  # characters of a text that belongs to a story, and not to a menu
_MOST: Final = 0.25  # of what the page says; what holds more is a part of its article
_LONGEST_LABEL: Final = 60
_HEADLINE: Final = 4  # words
_HEADLINE_LETTERS: Final = 10  # of a script without spaces
_NEAR, _FOLLOWING = 5, 12


def pruned(page: HtmlElement, address: str | None) -> HtmlElement:
    """Return a copy of a page without what stands in it beside its article."""
    page = deepcopy(page)
    _put_together(page)
    whole = max(_said(page), 1)
    first = next(page.iter("h1"), None)
    for node in list(page.iter("*")):
        if not isinstance(node.tag, str) or node.getparent() is None or node.tag in _WHOLE:
            continue
        if any(_is_beside(part, address) and _may_go(part, whole, first) for part in (node,)):
            _drop(node)
        elif node.tag in _LABELLING and _is_label(node):
            for part in list(_headed(node, whole, first)):
                _drop(part)
    return page


def _put_together(page: HtmlElement) -> None:
    """Move what stands in further containers of the article, called alike, into the first one."""
    containers: dict[str, list[HtmlElement]] = {}
    for node in page.iter("h1", "div", "section"):
        if node.tag == "h1":  # another article begins
            containers = {name: found for name, found in containers.items() if len(found) > 1}
        elif _BODY.search(name := node.get("class") or "") and node.find(".//p") is not None:
            found = containers.setdefault(name, [])
            if not any(above is found[-1] for above in node.iterancestors()) if found else True:
                found.append(node)
    for found in containers.values():
        for _, further in pairwise(found):
            found[0].extend(list(further))


def _is_beside(node: HtmlElement, address: str | None) -> bool:
    names = f"{node.get('class') or ''} {node.get('id') or ''}"
    if names != " " and _NAMED.search(names):
        return True
    if node.tag == "a":
        return _is_card(node)
    return node.tag in _LEADING and _leads_away(node, address)


def _is_card(link: HtmlElement) -> bool:
    """Tell whether a link holds a headline and more."""
    headings = sum(1 for _ in link.iter("h1", "h2", "h3", "h4", "h5"))
    return bool(link.get("href")) and headings > 0 and next(link.iter("p", "time", "ul"), None) is not None


def _leads_away(node: HtmlElement, address: str | None) -> bool:
    """Tell whether a paragraph is the headline of another page of the site, alone or behind a label."""
    links = list(islice(node.iter("a"), 3))
    if not 1 <= len(links) <= 2 or any(inner.tag in _BLOCKS for inner in node.iterdescendants()):
        return False
    if not all(_is_own(link.get("href"), address) for link in links):
        return False
    headline = " ".join(filter(None, map(words_of, links)))
    words = words_of(node)
    if not words.endswith(headline) or not _is_headline(headline) or _ENDS.search(headline):
        return False
    before = words.removesuffix(headline).strip()
    return not before or _is_pointer(before)


def _is_pointer(before: str) -> bool:
    """Tell whether words before a link announce it: "READ ALSO |", "More:"."""
    if len(before) > _LEAST_RUN or any(map(str.isdigit, before)):
        return False
    return bool(_LABEL_END.search(before)) or (before.isupper() and len(before.split()) > 1)


def _is_headline(words: str) -> bool:
    if person_named(words):
        return False
    return len(words.split()) >= _HEADLINE or (bool(_SPACELESS.search(words)) and len(words) >= _HEADLINE_LETTERS)


def _is_own(href: str | None, address: str | None) -> bool:
    """Tell whether a link stays on the site of the page."""
    if not href or href.startswith(("mailto:", "tel:", "javascript:")):
        return False
    if not href.startswith(("http:", "https:", "//")):
        return True
    other, own = host_of(href), host_of(address or "")
    return bool(own and other) and _site(str(other)) == _site(str(own))


def _site(host: str) -> str:
    labels = host.split(".")
    return ".".join(labels[-3:] if len(labels) > 2 and len(labels[-2]) <= 3 else labels[-2:])


def _is_label(node: HtmlElement) -> bool:
    """Tell whether a short text stands above other stories."""
    if len(node) > 3 or any(inner.tag in _BLOCKS for inner in node):
        return False
    words = words_of(node)
    return 0 < len(words) <= _LONGEST_LABEL and is_label(words)


def _headed(label: HtmlElement, whole: int, first: HtmlElement | None) -> Iterator[HtmlElement]:
    """Yield the block that begins with a label and leads elsewhere, or what leads elsewhere behind the label."""
    words, block = words_of(label), label
    for above in islice(label.iterancestors(), _NEAR):
        if above.tag in _WHOLE or not words_of(above).startswith(words) or not _may_go(above, whole, first):
            break
        block = above
    if words_of(block) != words:
        if next(block.iter("a"), None) is not None:
            yield block
        return
    following = list(islice(block.itersiblings(), _FOLLOWING))
    links = next((at for at, node in enumerate(following) if not _is_links(node)), len(following))
    yield from (block, *following[:links]) if links else ()


def _is_links(node: HtmlElement) -> bool:
    linked = sum(len(words_of(link)) for link in node.iter("a"))
    return linked > 0 and linked >= 0.8 * len(words_of(node))


def _may_go(node: HtmlElement, whole: int, first: HtmlElement | None) -> bool:
    if first is not None and (node is first or any(heading is first for heading in node.iter("h1"))):
        return False
    return _said(node) <= _MOST * whole


def _said(node: HtmlElement) -> int:
    """Return how much a part of a page says in texts that are no links."""
    total = 0
    for inner in node.iter("*"):
        if inner.tag not in ("script", "style", "a", "noscript", "template"):
            total += len(inner.text) if inner.text and len(inner.text) >= _LEAST_RUN else 0
        if inner is not node and inner.tail and len(inner.tail) >= _LEAST_RUN:
            total += len(inner.tail)
    return total


def _drop(node: HtmlElement) -> None:
    if node.getparent() is not None:
        node.drop_tree()

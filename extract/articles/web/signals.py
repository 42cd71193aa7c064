"""What a page says about itself to machines: JSON-LD, meta tags, microdata; read as they stand.

Read here and not by trafilatura, which drops time zones and organisations as authors and takes mark-up in
``og:site_name`` at its word.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any, Final, TypeAlias

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from whosays.extract.articles.addresses import article_address
from whosays.resources import read_rows

_ARTICLE_TYPE = re.compile(r"(?:\w*Article|\w*BlogPosting|\w*NewsArticle|Report|NewsItem|Review)$")
_PAGE_TYPE = re.compile(r"(?:WebPage|ItemPage)$")
_TAG = re.compile(r"<[^<>]{1,300}>")
_Linked: TypeAlias = tuple[Mapping[str, Any], bool]  # an object of JSON-LD, and whether it stands in a list
_MOST_TITLES: Final = 5
_LEAST_TITLE: Final = 12  # letters
_MOST_NODES: Final = 20_000
_MOST_VALUES: Final = 50
BESIDE: Final = frozenset(("aside", "footer", "nav", "form", "template", "noscript"))  # where other pages are told of


@dataclass(frozen=True, slots=True)
class Signals:
    """A parsed page and its metadata: ``linked`` is the article of its JSON-LD, ``tags`` the values of its meta."""

    page: HtmlElement
    linked: Mapping[str, Any]
    tags: Mapping[str, list[str]]
    site: str | None

    def tag(self, *keys: str) -> str | None:
        """Return the first value of the first of these tags that is there."""
        return next(iter(self.every(*keys)), None)

    def every(self, *keys: str) -> Iterator[str]:
        """Yield the values of these tags, one tag after the other."""
        return (value for key in keys for value in self.tags.get(key, ()))

    def marked(self, prop: str) -> Iterator[HtmlElement]:
        """Yield the elements that microdata or RDFa call so."""
        wanted = (prop, f"schema:{prop}")
        return (
            node for node in self.page.iter("*") if node.get("itemprop") in wanted or node.get("property") in wanted
        )


def signals_of(page: HtmlElement) -> Signals:
    """Read a page's metadata."""
    told = list(_linked_nodes(page))
    tags = _meta_tags(page)
    article = _own_article(told, page, tags)
    nodes = [node for node, _ in told]
    whole = article or next((node for node in nodes if _is_a(node, _PAGE_TYPE) and "datePublished" in node), {})
    site = next(
        (name for node in nodes if _is_a(node, re.compile(r"WebSite$")) for name in names(node.get("name"))), None
    )
    return Signals(page, _resolved(whole, nodes), tags, site)


@cache
def tags(told: str) -> tuple[str, ...]:
    """Return the names of the meta tags that tell something ("title": "og:title", ...), likeliest first."""
    return next(tuple(names.split()) for kind, names in read_rows("extract", "page_tags.tsv", 2) if kind == told)


def names(value: Any) -> list[str]:
    """Return the names of authors or publishers, persons or organisations: a string, an object or a list."""
    if isinstance(value, list):
        return [name for item in value[:_MOST_VALUES] for name in names(item) if not isinstance(item, list)]
    if isinstance(value, dict):
        value = value.get("name")
        return names(value) if isinstance(value, list) else [text] if (text := text_of(value)) else []
    return [text] if (text := text_of(value)) else []


def text_of(value: Any) -> str | None:
    """Return a metadata value as one line of plain text, mark-up and entities resolved, or ``None``."""
    if not isinstance(value, str):
        return None
    return " ".join(_TAG.sub("", html.unescape(value)).split())[:1000] or None


def content_of(node: HtmlElement) -> str | None:
    """Return what an element tells machines; tools that save pages write ``value`` for ``content``."""
    told: str | None = node.get("content") or (node.get("value") if node.tag == "meta" else None)
    return told


def name_marked(node: HtmlElement) -> str | None:
    """Return the name that microdata give within an element, seen or not, or its own value."""
    inner = next((one for one in node.iter() if "name" in (one.get("itemprop"), one.get("property"))), None)
    return (content_of(inner) or words_of(inner)) if inner is not None else content_of(node)


def words_of(node: HtmlElement) -> str:
    """Return what a reader sees of an element, as one line."""
    parts = (text for text in node.itertext() if text.strip())
    return " ".join(" ".join(parts).split())


def squeezed(words: str) -> str:
    """Return the letters and digits of a name, without case, accents and an article in front, as hosts spell names."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    return re.sub(r"^the", "", "".join(letter for letter in plain if letter.isalnum()))


def is_beside(node: HtmlElement) -> bool:
    """Tell whether an element stands where pages tell of other pages."""
    return any(above.tag in BESIDE for above in node.iterancestors())


def canonical_links(page: HtmlElement) -> Iterator[str]:
    """Yield the addresses that a page calls its own: ``<link rel="Canonical" href="https://lisk.example/1">``."""
    links = (link for link in page.iter("link") if (link.get("rel") or "").strip().lower() == "canonical")
    return (href for link in links if (href := link.get("href")))


def _linked_nodes(page: HtmlElement) -> Iterator[_Linked]:
    for script in page.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            yield from _nodes(_parsed(script.text or ""))


def _own_article(nodes: list[_Linked], page: HtmlElement, tags: Mapping[str, list[str]]) -> Mapping[str, Any] | None:
    """Return the article that a page is, of those that it tells of: the one of its title or address, or the first.

    What stands in a list ("Most read") is another page's, unless it has the page's own title or address.
    """
    articles = [(node, is_listed) for node, is_listed in nodes if _is_a(node, _ARTICLE_TYPE)]
    articles.sort(key=lambda article: article[1])
    shown = (words_of(node) for node in islice(page.iter("title", "h1"), _MOST_TITLES))
    titles = [squeezed(told) for told in (*tags.get("og:title", ())[:_MOST_TITLES], *shown)]
    told_at = (*tags.get("og:url", ())[:_MOST_TITLES], *canonical_links(page))
    addresses = {article_address(told) for told in told_at} - {None}
    own = (node for node, _ in articles if _is_titled(node, titles) or addresses & _addresses_of(node))
    return next(own, None) or next((node for node, is_listed in articles if not is_listed), None)


def _is_titled(node: Mapping[str, Any], titles: list[str]) -> bool:
    """Tell whether an article has one of the page's titles, which may have the site's name or be cut off."""
    headline = squeezed(text_of(node.get("headline")) or text_of(node.get("name")) or "")
    if len(headline) < _LEAST_TITLE:
        return False
    return any(headline in title or (len(title) >= _LEAST_TITLE and title in headline) for title in titles)


def _addresses_of(node: Mapping[str, Any]) -> set[str | None]:
    main = node.get("mainEntityOfPage")
    told = (node.get("url"), node.get("@id"), main.get("@id") if isinstance(main, dict) else main)
    return {article_address(url) for url in told if isinstance(url, str)} - {None}


def _is_a(node: Mapping[str, Any], kind: re.Pattern[str]) -> bool:
    kinds = node.get("@type")
    return any(kind.search(str(name)) for name in (kinds if isinstance(kinds, list) else [kinds]))


def _resolved(node: Mapping[str, Any], nodes: list[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Return a node with the names of those that it only refers to (``{"@id": ...}``)."""
    known = {str(other["@id"]): other for other in reversed(nodes) if "@id" in other and "name" in other}

    def named(value: Any) -> Any:
        if isinstance(value, list):
            return [named(item) for item in value[:_MOST_VALUES]]
        if isinstance(value, dict) and "name" not in value:
            return known.get(str(value.get("@id")), value)
        return value

    return {**node, **{key: named(node[key]) for key in ("author", "publisher", "creator") if key in node}}


def _parsed(source: str) -> Any:
    bare = re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$", "", source)
    try:
        return json.loads(bare, strict=False)
    except (ValueError, RecursionError):  # broken or hostile metadata is no metadata
        return None


def _nodes(value: Any) -> Iterator[_Linked]:
    """Yield the objects of a JSON value, outer ones first, and whether a list holds them; without recursion."""
    queue = [(value, False)]
    for at in range(_MOST_NODES):
        if at >= len(queue):
            return
        node, is_listed = queue[at]
        if isinstance(node, dict):
            yield node, is_listed
            inner = ((item, is_listed or key == "itemListElement") for key, item in node.items())
            queue.extend(pair for pair in inner if isinstance(pair[0], dict | list))
        elif isinstance(node, list):
            queue.extend((item, is_listed) for item in node[:_MOST_NODES])


def _meta_tags(page: HtmlElement) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    for meta in page.iter("meta"):
        keys = dict.fromkeys((meta.get(name) or "").strip().lower() for name in ("property", "name", "itemprop"))
        if text := text_of(content_of(meta)):
            for key in filter(None, keys):
                tags.setdefault(key, []).append(text)
    return tags

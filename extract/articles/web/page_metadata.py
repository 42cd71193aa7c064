"""What a web page's own metadata say of the article: JSON-LD and meta tags, read as they stand.

Read here and not by trafilatura, which drops time zones and organisations as authors and takes mark-up in
``og:site_name`` at its word.  Unknown stays ``None``.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from whosays.extract.articles.dates import machine_date, url_date
from whosays.extract.articles.metadata import Metadata
from whosays.extract.articles.publishers import agency_like

_ARTICLE_TYPE = re.compile(r"(?:\w*Article|\w*BlogPosting|\w*NewsArticle|Report|NewsItem)$")
_TAG = re.compile(r"<[^<>]{1,300}>")
_MOST_NODES = 20_000
_OUTLET_TAGS = ("og:site_name", "application-name", "dc.publisher", "twitter:app:name:iphone")
_TITLE_TAGS = ("og:title", "twitter:title", "dc.title", "headline")
_AUTHOR_TAGS = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author")
_DATE_TAGS = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date",
    "dc.date.issued",
    "dcterms.created", "pubdate", "publish-date", "publishdate", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "article.published", "article_date_original", "originalpublicationdate",
    "publication_date", "publicationdate", "published", "publish_date", "rnews:datepublished", "bt:pubdate",
    "displaydate", "dcterms.issued", "dcterms.date", "dc.date.created", "datecreated",
)  # fmt: skip
_LINKED_DATES = ("datePublished", "dateCreated", "uploadDate")
_AROUND_A_DATE = ("article", "header", "main")
_BESIDE_AN_ARTICLE = ("aside", "footer", "nav", "li", "form")


def metadata_of(page: HtmlElement) -> Metadata:
    """Read the metadata of a parsed page; JSON-LD goes before meta tags."""
    linked, tags = _linked_article(page), _meta_tags(page)
    names = [*_names(linked.get("author")), *_named_tags(tags, _AUTHOR_TAGS)]
    agency_names = [*names, *_credit_names(linked)]
    address = _address(page, linked, tags)
    dates = list(_dates(page, linked, tags))
    published = next((day for told in dates if (day := machine_date(told))), None) or url_date(address or "")
    authors = tuple(dict.fromkeys(name for name in names if not agency_like(name) and not name.startswith("http")))
    return Metadata(
        title=_text(linked.get("headline")) or _first(tags, _TITLE_TAGS) or _title_element(page),
        outlet=next(iter(_names(linked.get("publisher"))), None) or _first(tags, _OUTLET_TAGS),
        authors=authors,
        agency=next((agency for name in agency_names if (agency := agency_like(name))), None),
        published=published,
        url=address,
        language=_language(page, linked),
        notes=(f"publishing date not understood: {dates[0][:60]}",) if dates and not published else (),
    )


def _linked_article(page: HtmlElement) -> Mapping[str, Any]:
    """Return the first article that a JSON-LD script of the page describes, or an empty mapping."""
    for script in page.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        for node in _nodes(_parsed(script.text or "")):
            kinds = node.get("@type")
            if any(_ARTICLE_TYPE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                return node
    return {}


def _parsed(source: str) -> Any:
    bare = re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$", "", source)
    try:
        return json.loads(bare, strict=False)
    except (ValueError, RecursionError):  # broken or hostile metadata is no metadata
        return None


def _nodes(value: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a JSON value, outer ones first, without recursion."""
    queue = [value]
    for _ in range(_MOST_NODES):
        if not queue:
            return
        node = queue.pop(0)
        if isinstance(node, dict):
            yield node
            queue.extend(item for item in node.values() if isinstance(item, dict | list))
        elif isinstance(node, list):
            queue.extend(node[:_MOST_NODES])


def _names(value: Any) -> list[str]:
    """Return the names of authors or publishers, persons or organisations: a string, an object or a list."""
    if isinstance(value, list):
        return [name for item in value[:50] for name in _names(item) if not isinstance(item, list)]
    if isinstance(value, dict):
        value = value.get("name")
        return _names(value) if isinstance(value, list) else [text] if (text := _text(value)) else []
    return [text] if (text := _text(value)) else []


def _credit_names(linked: Mapping[str, Any]) -> list[str]:
    keys = ("creditText", "sourceOrganization", "provider", "copyrightHolder")
    return [part for key in keys for name in _names(linked.get(key)) for part in re.split(r"\s*[/,|]\s*", name)]


def _text(value: Any) -> str | None:
    """Return a metadata value as one line of plain text, mark-up and entities resolved, or ``None``."""
    if not isinstance(value, str):
        return None
    return " ".join(_TAG.sub("", html.unescape(value)).split())[:1000] or None


def _meta_tags(page: HtmlElement) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    for meta in page.iter("meta"):
        keys = dict.fromkeys((meta.get(name) or "").strip().lower() for name in ("property", "name", "itemprop"))
        if text := _text(meta.get("content")):
            for key in filter(None, keys):
                tags.setdefault(key, []).append(text)
    return tags


def _first(tags: Mapping[str, list[str]], keys: tuple[str, ...]) -> str | None:
    return next((tags[key][0] for key in keys if key in tags), None)


def _named_tags(tags: Mapping[str, list[str]], keys: tuple[str, ...]) -> list[str]:
    return next(([re.sub(r"^[Bb]y\s+", "", name) for name in tags[key]] for key in keys if key in tags), [])


def _title_element(page: HtmlElement) -> str | None:
    title = next(page.iter("title"), None)
    return _text(title.text_content()) if title is not None else None


def _dates(page: HtmlElement, linked: Mapping[str, Any], tags: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield what may be the publishing date, the surest first: JSON-LD, meta tags, the page's time elements."""
    yield from (text for key in _LINKED_DATES if (text := _text(linked.get(key))))
    yield from (text for key in _DATE_TAGS for text in tags.get(key, ()))
    times = [time for time in page.iter("time") if time.get("datetime")]
    marked = [time for time in times if time.get("pubdate") is not None or time.get("itemprop") == "datePublished"]
    around = [time for time in times if time not in marked and _is_at_the_head(time)]
    yield from (text for time in (*marked, *around[:1]) if (text := _text(time.get("datetime"))))


def _is_at_the_head(time: HtmlElement) -> bool:
    """Tell whether a time stands in an article or a header, and not in a list or beside it: others are of comments."""
    around = [node.tag for node in time.iterancestors()]
    return any(tag in around for tag in _AROUND_A_DATE) and not any(tag in around for tag in _BESIDE_AN_ARTICLE)


def _address(page: HtmlElement, linked: Mapping[str, Any], tags: Mapping[str, list[str]]) -> str | None:
    canonical = (link.get("href") for link in page.iter("link") if (link.get("rel") or "").lower() == "canonical")
    main = linked.get("mainEntityOfPage")
    named = _text(main.get("@id")) if isinstance(main, dict) else _text(main)
    candidates = (next(canonical, None), _first(tags, ("og:url",)), _text(linked.get("url")), named)
    return next((url for url in candidates if url and re.match(r"https?://\S+$", url)), None)


def _language(page: HtmlElement, linked: Mapping[str, Any]) -> str | None:
    stated = _text(linked.get("inLanguage")) or page.get("lang")
    return stated[:2].lower() if stated and re.match(r"[A-Za-z]{2}(?:[-_]|$)", stated) else None

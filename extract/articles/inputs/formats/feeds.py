"""XML that news travels in: RSS and Atom, NITF, NewsML-G2.

Entities are never expanded and nothing is fetched, so a document that grows without end stays as small as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final, TypeAlias

from whosays.extract.articles.dates import machine_date
from whosays.extract.articles.inputs.columns import merged
from whosays.extract.articles.inputs.days import compact_date
from whosays.extract.articles.inputs.feed_outlets import feed_outlet
from whosays.extract.articles.inputs.reader import Reader
from whosays.extract.articles.inputs.reading import Reading
from whosays.extract.articles.inputs.source import Document, Source, Unread, hash_of
from whosays.extract.articles.metadata import Metadata
from whosays.extract.articles.publishers import agency_like
from whosays.extract.articles.web import paragraphs_of_markup, repaired
from whosays.extract.errors import ArticleSkipped

Element: TypeAlias = Any  # lxml has no types
_BODIES: Final = ("encoded", "content", "body", "description", "summary")
_DATES: Final = ("pubDate", "published", "issued", "date", "created")
_UPDATES: Final = ("updated", "modified", "lastBuildDate")
_MARKUP: Final = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>|&(?:[a-z]{2,8}|#\d{1,6});")
_ROOTS: Final = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF|nitf|newsItem|newsMessage|packageItem|NewsML)\b")


def _read(source: Source, reading: Reading) -> Iterator[Document | Unread]:
    data = source.data()
    root = _parsed(data)
    kind = _local(root)
    if kind == "html":
        from whosays.extract.articles.inputs.formats.web_pages import page_document  # noqa: PLC0415

        yield page_document(source, data)
        return
    if kind not in _KINDS:
        raise ArticleSkipped(f"XML of a kind that is not read (<{kind}>); RSS, Atom, NITF and NewsML-G2 are")
    yield from _KINDS[kind](source, root, data, reading)


def _parsed(data: bytes) -> Element:
    from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415 - slow to import

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False,
                             remove_comments=True, remove_pis=True)  # fmt: skip
    try:
        root = etree.fromstring(data.lstrip(), parser)
    except etree.XMLSyntaxError as error:
        raise ArticleSkipped(f"not XML: {' '.join(str(error).split())[:120]}") from error
    if root is None:
        raise ArticleSkipped("not XML")
    return root


def _feed(source: Source, root: Element, data: bytes, reading: Reading) -> Iterator[Document | Unread]:  # noqa: ARG001
    """Yield the entries of RSS 0.9 to 2.0 and Atom; their feed's title tells the outlet where their links do not."""
    channel = next((node for node in root if _local(node) == "channel"), root)
    title, home = _line(channel, "title"), _link(channel)
    language = (_line(channel, "language") or "")[:2].lower() or None
    entries = [node for node in root.iter() if _local(node) in ("item", "entry")]
    if not entries:
        raise ArticleSkipped("a feed without entries")
    for number, entry in enumerate(entries, 1):
        key = _line(entry, "guid") or _line(entry, "id") or number
        text, is_whole = _entry_text(entry)
        if not text:
            yield Unread(source.record(key), "the entry has no text")
            continue
        notes = () if is_whole else ("the feed has only a summary of the article",)
        said = _entry(entry)
        outlet = said.outlet or feed_outlet(title, said.url or home)
        said = replace(said, outlet=outlet, language=language)
        yield Document(source.record(key), source.name, text, _hash(entry), said, notes)


def _entry(entry: Element) -> Metadata:
    origin = next((node for node in entry if _local(node) == "source"), None)
    told = _line(origin, "title") or _words(origin) if origin is not None else None
    outlet = feed_outlet(told, origin.get("url") or _link(origin)) if told and origin is not None else None
    signed = [_line(node, "name") or _words(node) for node in entry if _local(node) in ("author", "creator")]
    authors = (re.sub(r"^\S+@\S+\s+\((.+)\)$", r"\1", name) for name in signed if name)
    return Metadata(
        title=_line(entry, "title"),
        outlet=outlet,
        authors=tuple(authors),
        published=_date(entry, _DATES),
        updated=_date(entry, _UPDATES),
        url=_link(entry),
    )


def _entry_text(entry: Element) -> tuple[str, bool]:
    """Return the longest of an entry's texts that are whole ones, otherwise its summary."""
    for names, is_whole in ((_BODIES[:3], True), (_BODIES[3:], False)):
        found = [_markup_text(node) for node in entry if _local(node) in names]
        if text := max(found, key=len, default=""):
            return text, is_whole
    return "", False


def _markup_text(node: Element) -> str:
    if len(node):
        from lxml import etree  # noqa: PLC0415

        return paragraphs_of_markup(etree.tostring(node, encoding="unicode", with_tail=False))
    text = (node.text or "").strip()
    return paragraphs_of_markup(text) if _MARKUP.search(text) else repaired(text)


def _link(entry: Element) -> str | None:
    links = [node for node in entry if _local(node) == "link"]
    stated = next((node for node in links if node.get("rel", "alternate") == "alternate"), None)
    if stated is not None and (address := stated.get("href") or _words(stated)):
        return str(address)
    guid = next((node for node in entry if _local(node) == "guid"), None)
    words = _words(guid) if guid is not None and guid.get("isPermaLink") != "false" else None
    return words if words and words.startswith("http") else None


def _nitf(source: Source, root: Element, data: bytes, reading: Reading) -> Iterator[Document | Unread]:  # noqa: ARG001
    read = _nitf_document(source, source.address, root, hash_of(data))
    if read is None:
        raise ArticleSkipped("an NITF document without text")
    yield read


def _nitf_document(source: Source, address: str, root: Element, sha256: str) -> Document | None:
    content = _found(root, "body.content")
    paragraphs = (node for node in content.iter() if _local(node) in ("p", "hl2")) if content is not None else ()
    text = "\n\n".join(filter(None, map(_words, paragraphs)))
    if not text:
        return None
    publication = _found(root, "pubdata")
    dates = (_found(root, "date.issue"), publication, _found(root, "story.date"))
    stamps = (node.get("norm") or node.get("date.publication") for node in dates if node is not None)
    stamp = next(filter(None, stamps), None)
    bylines = [_words(_found(node, "person")) or _words(node) for node in root.iter() if _local(node) == "byline"]
    outlet = publication.get("name") if publication is not None else None
    distributor = _words(_found(root, "distributor"))
    said = Metadata(
        title=_words(_found(root, "hl1")) or _words(_found(root, "title")),
        outlet=outlet or distributor,
        agency=agency_like(distributor) if outlet and distributor else None,
        authors=tuple(re.sub(r"^by\s+", "", name, flags=re.IGNORECASE) for name in bylines if name),
        published=machine_date(compact_date(stamp)) if stamp else None,
    )
    return Document(address, source.name, text, sha256, said)


def _newsml(source: Source, root: Element, data: bytes, reading: Reading) -> Iterator[Document | Unread]:  # noqa: ARG001
    items = [root] if _local(root) == "newsItem" else [node for node in root.iter() if _local(node) == "newsItem"]
    if not items:
        raise ArticleSkipped("NewsML without a news item")
    for number, item in enumerate(items, 1):
        address = source.address if len(items) == 1 else source.record(item.get("guid") or number)
        read = _news_item(source, address, item)
        yield read if read else Unread(address, "a news item without text")


def _news_item(source: Source, address: str, item: Element) -> Document | None:
    content = next((node for node in item.iter() if _local(node) in ("inlineXML", "inlineData")), None)
    if content is None:
        return None
    story = next((node for node in content if _local(node) == "nitf"), None)
    inner = _nitf_document(source, address, story, "") if story is not None else None
    text = inner.text if inner else _markup_text(content)
    if not text:
        return None
    provider = _found(item, "provider")
    created = (_line(item, name, deep=True) for name in ("firstCreated", "contentCreated", "versionCreated"))
    stamp = next(filter(None, created), None)
    said = Metadata(
        title=_line(item, "headline", deep=True),
        outlet=(_line(provider, "name") or provider.get("literal")) if provider is not None else None,
        authors=tuple(filter(None, (re.sub(r"^by\s+", "", _line(item, "by", deep=True) or "", flags=re.IGNORECASE),))),
        published=machine_date(stamp) if stamp else None,
        updated=machine_date(_line(item, "versionCreated", deep=True) or ""),
    )
    return Document(address, source.name, text, _hash(item), merged(said, inner.metadata) if inner else said)


_KINDS: Final[dict[str, Callable[[Source, Element, bytes, Reading], Iterator[Document | Unread]]]] = {
    "rss": _feed, "feed": _feed, "RDF": _feed, "nitf": _nitf, "newsItem": _newsml, "newsMessage": _newsml,
}  # fmt: skip


def _local(node: Element) -> str:
    """Return the name of an element without its namespace; of what is none, nothing."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _found(root: Element, name: str) -> Element | None:
    return next((node for node in root.iter() if _local(node) == name), None) if root is not None else None


def _words(node: Element | None) -> str | None:
    """Return all words of an element as one line."""
    if node is None:
        return None
    return " ".join(repaired("".join(node.itertext())).split()) or None


def _line(parent: Element | None, name: str, *, deep: bool = False) -> str | None:
    """Return the words of the first child, or descendant, of a name, mark-up and entities resolved."""
    if parent is None:
        return None
    nodes = parent.iter() if deep else parent
    words = next((found for node in nodes if _local(node) == name and (found := _words(node))), None)
    return paragraphs_of_markup(words).replace("\n\n", " ") or None if words and _MARKUP.search(words) else words


def _date(entry: Element, names: tuple[str, ...]) -> str | None:
    told = (_words(node) for name in names for node in entry if _local(node) == name)
    return next((day for words in told if words and (day := machine_date(words))), None)


def _hash(node: Element) -> str:
    from lxml import etree  # noqa: PLC0415

    return hash_of(etree.tostring(node, encoding="utf-8", with_tail=False))


READER = Reader("XML", (".xml", ".rss", ".atom", ".nitf"), _read, sniff=lambda head: bool(_ROOTS.search(head)))

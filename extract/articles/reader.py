"""Inputs in, articles out: each document of a file as text with what it tells about itself."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePath

from whosays.extract.articles.addresses import article_address, canonical
from whosays.extract.articles.article import Article
from whosays.extract.articles.boilerplate import body_of, is_furniture
from whosays.extract.articles.credits.credit_lines import Credits, credits_of
from whosays.extract.articles.credits.mastheads import title_suffix
from whosays.extract.articles.dates import is_after, noted_late, url_date
from whosays.extract.articles.facts import Facts
from whosays.extract.articles.headline import headline_of
from whosays.extract.articles.inputs import (
    Document,
    Reading,
    Source,
    Unread,
    defect,
    documents_in,
    fetched,
    is_address,
    open_input,
)
from whosays.extract.articles.language import language_of
from whosays.extract.articles.lines import Line, lines_of
from whosays.extract.articles.metadata import Metadata
from whosays.extract.articles.publishers import agency_like, outlet_at, outlet_named, outlet_of_file
from whosays.extract.errors import ArticleSkipped
from whosays.extract.lexicon import country_named, with_own_outlets
from whosays.extract.records import Outlet, Span

_OPENING = 4_000
_TITLE_END = re.compile(r"(?P<head>.*\S)\s+[|–—-]\s+(?P<end>[^|–—]{2,60})")
_AS_USUAL = Reading()


def read_articles(path: str | Path, reading: Reading = _AS_USUAL) -> Iterator[Article | Unread]:
    """Yield the articles of one input in their order, and why where there is none.

    Plain text keeps its characters, line ends and a UTF-8 byte order mark included; HTML is reduced to its main text.
    ``sha256`` is that of ``text`` in UTF-8, so for a UTF-8 ``.txt`` it is the file's own.  An article of a file that
    holds several has the file's path, ``#`` and the record as its path.
    """
    given = os.fspath(path)
    try:
        source = fetched(given) if reading.fetch and is_address(path) else _opened(given)
    except ArticleSkipped as error:
        yield Unread(given or "''", str(error))
        return
    with source.stream, with_own_outlets(reading.outlets):
        found = documents_in(source, reading)
        if reading.facts and reading.facts.url:
            found = _only_one(given, found)
        for document in found:
            read = document if isinstance(document, Unread) else _read(document, reading)
            if isinstance(read, Article):
                reading.odd_days.see(read.path, read.published)
            yield read


def _only_one(given: str, found: Iterator[Document | Unread]) -> Iterator[Document | Unread]:
    """Yield what an input of one article holds; of one that holds several none, as they have not one address."""
    held: list[Document | Unread] = []
    for item in found:
        if isinstance(item, Document) and any(isinstance(other, Document) for other in held):
            yield Unread(given, "holds several articles, and the address that is given can be of one only")
            return
        held.append(item)
    yield from held


def _opened(given: str) -> Source:
    return Source.of(given, PurePath(given).suffix, open_input(given))


def read_article(path: str | Path, reading: Reading = _AS_USUAL) -> Article:
    """Return the article of a file that holds one, the first one of others.

    Raises ``ArticleSkipped`` with the reason for whatever is no article.
    """
    first = next(read_articles(path, reading), None)
    if first is None:
        raise ArticleSkipped("no article in it")
    if isinstance(first, Unread):
        raise ArticleSkipped(first.why)
    return first


def _read(document: Document, reading: Reading) -> Article | Unread:
    try:
        lines = list(lines_of(document.text))
        if not lines:
            return Unread(document.address, "the file is empty")
        article = _told(_article(document, lines), reading.facts_of(document.address))
        return replace(article, is_told=article.is_told or reading.outlets is not None)
    except Exception as error:  # a defect in one article must not cost the others
        return defect(document.address, error)


def _told(article: Article, facts: Facts | None) -> Article:
    """Return an article with what the user knows of it; what was read otherwise is noted."""
    if not facts:
        return article
    read = Metadata(
        title=article.title,
        outlet=article.outlet.name if article.outlet else None,
        authors=(article.author,) if article.author else (),
        published=article.published,
        url=article.url,
    )
    told, notes = facts.of(read)
    outlet = article.outlet if told.outlet == read.outlet else Outlet(told.outlet) if told.outlet else None
    return replace(
        article,
        title=told.title,
        outlet=outlet,
        author="; ".join(told.authors) or None,
        published=told.published,
        url=told.url,
        notes=(*article.notes, *notes.values()),
        is_told=True,
        given=tuple(notes),
    )


def _article(document: Document, lines: list[Line]) -> Article:
    text, metadata = document.text, document.metadata
    told = credits_of(text, lines)
    url = article_address(metadata.url, told.url)
    headline = None if metadata.title else headline_of(text, _news_lines(text, lines, told))
    title = title_suffix(metadata.title)[0] if metadata.title else headline and text[slice(*headline)]
    outlet = _outlet(replace(metadata, url=canonical(metadata.url) if metadata.url else None), told, document.name)
    title = _without_outlet(title, outlet) if title else None
    body = body_of(text, lines, told.lines, headline)
    dates = (metadata.published or told.published or (url_date(url) if url else None), told.published, metadata.updated)
    published, shown, updated = (None if day and is_after(day, document.saved) else day for day in dates)
    return Article(
        path=document.address,
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        body=body,
        title=" ".join(title.split()) if title else None,
        url=url,
        outlet=outlet,
        author="; ".join(metadata.authors or told.authors) or None,
        published=published or shown,
        updated=updated,
        wire=metadata.agency or told.wire,
        language=language_of(_opening(text, body)) or metadata.language,
        notes=(*document.notes, *_of_the_future(dates, document.saved), *_too_early(published or shown, updated)),
        source_sha256=document.sha256,
    )


def _without_outlet(title: str, outlet: Outlet | None) -> str:
    """Return a title without the name of the article's own outlet behind it: "Dam leaks - Lisk Herald"."""
    found = _TITLE_END.fullmatch(" ".join(title.split()))
    if not outlet or not found or _plain(found["end"]) != _plain(outlet.name) or " " not in found["head"]:
        return title
    return found["head"]


def _plain(name: str) -> str:
    return re.sub(r"\W|^the\s", "", name.casefold())


def _of_the_future(dates: Iterable[str | None], saved: str | None) -> Iterator[str]:
    """Yield a note for each date that cannot be one."""
    for day in dict.fromkeys(day for day in dates if day and is_after(day, saved)):
        yield noted_late(day)


def _too_early(published: str | None, updated: str | None) -> Iterator[str]:
    """Yield a note where an article was brought up to date before there was any."""
    if published and updated and is_after(published, updated):
        yield f"updated {updated}, which is before it was published"


def _news_lines(text: str, lines: list[Line], told: Credits) -> Iterator[Line]:
    """Yield the lines that are neither credits nor furniture by themselves."""
    for line in lines:
        if line.start not in told.lines and not is_furniture(text[line.start : min(line.end, line.start + 400)]):
            yield line


def _outlet(metadata: Metadata, told: Credits, stem: str) -> Outlet | None:
    """Return the outlet: by the page's metadata, the text's credits, its own link's host, the file's name."""
    stated = metadata.outlet and (outlet_named(metadata.outlet) or metadata.outlet)
    if stated and country_named(stated):
        stated = None  # a site's section, or a slip; no outlet is a country
    if stated and agency_like(stated) and metadata.url:
        stated = outlet_at(metadata.url)  # a page that names only the agency as its publisher
    if stated:
        return Outlet(outlet_at(stated) or stated if "." in stated and " " not in stated else stated)
    if told.outlet:
        return told.outlet
    name = (metadata.url and outlet_at(metadata.url)) or outlet_of_file(stem)
    return Outlet(name) if name else None


def _opening(text: str, body: tuple[Span, ...]) -> str:
    """Return the first few thousand characters of the news, enough to tell its language."""
    return " ".join(text[start : min(end, start + _OPENING)] for start, end in body[:20])[:_OPENING]

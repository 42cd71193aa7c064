"""Markdown: its words without its marks, and the fields in front of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from whosays.extract.articles.dates import machine_date
from whosays.extract.articles.encoding import decode
from whosays.extract.articles.inputs.reader import Reader
from whosays.extract.articles.inputs.reading import Reading
from whosays.extract.articles.inputs.source import Document, Source, hash_of
from whosays.extract.articles.metadata import Metadata
from whosays.extract.articles.web import paragraphs_of_markup
from whosays.extract.errors import ArticleSkipped

_FRONT = re.compile(r"\ufeff?(?P<mark>---|\+\+\+)[ \t]*\r?\n(?P<fields>.*?)\r?\n(?P=mark)[ \t]*(?:\r?\n|$)", re.DOTALL)
_FIELD = re.compile(r"^(?P<name>[A-Za-z][\w -]{0,40}?)\s*[:=]\s*(?P<value>\S.*?)\s*$", re.MULTILINE)
_LISTED = re.compile(
    r"^(?P<name>[A-Za-z][\w -]{0,40}?)\s*:[ \t]*\r?\n(?P<items>(?:[ \t]*-[ \t]+[^\n]*(?:\n|$))+)", re.MULTILINE
)
_ITEM = re.compile(r"^[ \t]*-[ \t]+(?:name:[ \t]*)?(?P<item>[^\r\n]+)", re.MULTILINE)
_COMMENT = re.compile(r"<!--.{0,5000}?-->", re.DOTALL)
_NOTE = re.compile(r"\[\^[\w-]{1,40}\]:?[ \t]?")
_HEADING = re.compile(r"^#[ \t]+(?P<title>[^\n]+?)[ \t#]*$", re.MULTILINE)
_TITLE, _OUTLET = ("title", "headline"), ("outlet", "publisher", "publication", "source", "site", "newspaper")
_DATE, _UPDATED = ("date", "published", "pubdate", "publishdate"), ("updated", "lastmod", "modified")
_URL, _AUTHOR = (
    ("url", "link", "canonical", "canonical_url", "permalink", "source_url"),
    ("author", "authors", "byline", "by"),
)


def _read(source: Source, reading: Reading) -> Iterator[Document]:  # noqa: ARG001 - as all readers
    from markdown_it import MarkdownIt  # noqa: PLC0415 - few need it

    data = source.data()
    decoded = decode(data, source.encoding)
    front = _FRONT.match(decoded.text)
    body = decoded.text[front.end() :] if front else decoded.text
    text = paragraphs_of_markup(MarkdownIt("commonmark", {"html": False}).enable("table").render(_plain(body)))
    if not text:
        raise ArticleSkipped("no text in the Markdown file")
    fields = dict(_fields(front["fields"])) if front else {}
    heading = _HEADING.search(body)
    yield Document(source.address, source.name, text, hash_of(data), _metadata(fields, heading), decoded.notes)


def _plain(body: str) -> str:
    """Return a text without what its readers do not see: remarks of editors, and the marks of footnotes."""
    return _NOTE.sub("", _COMMENT.sub("", body))


def _fields(front: str) -> Iterator[tuple[str, str]]:
    """Yield the fields in front of a text; a list of lines is one value: ``authors: [Ann Lee, Bo Ray]``."""
    for found in _LISTED.finditer(front):
        yield found["name"].lower(), ", ".join(item["item"].strip() for item in _ITEM.finditer(found["items"]))
    for found in _FIELD.finditer(_LISTED.sub("", front)):
        yield found["name"].lower(), found["value"]


def _metadata(fields: Mapping[str, str], heading: re.Match[str] | None) -> Metadata:
    authors = re.split(r"\s*[,;]\s*", (_first(fields, _AUTHOR) or "").strip("[]"))
    return Metadata(
        title=_first(fields, _TITLE) or (re.sub(r"[*_`]", "", heading["title"]) if heading else None),
        outlet=_first(fields, _OUTLET),
        authors=tuple(name.strip("\"' ") for name in authors if name.strip("\"' ")),
        published=machine_date(_first(fields, _DATE) or ""),
        updated=machine_date(_first(fields, _UPDATED) or ""),
        url=_first(fields, _URL),
    )


def _first(fields: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((value for name in names if (value := fields.get(name, "").strip("\"' "))), None)


READER = Reader("Markdown", (".md", ".markdown"), _read)

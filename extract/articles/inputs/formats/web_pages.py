"""Web pages: as they are served, and as browsers save them in one file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from email import message_from_bytes, policy
from typing import cast

from whosays.extract.articles.encoding import decode
from whosays.extract.articles.inputs.reader import Reader
from whosays.extract.articles.inputs.reading import Reading
from whosays.extract.articles.inputs.source import Document, Source, hash_of
from whosays.extract.errors import ArticleSkipped

_PAGE = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_SAVED = re.compile(rb"(?:from:|mime-version:|subject:|content-type:\s*multipart/related)", re.IGNORECASE)


def page_document(source: Source, data: bytes) -> Document:
    """Return the article of a web page; where the page does not name its address, where it was found is it."""
    from whosays.extract.articles.web import declared_encoding, read_page  # noqa: PLC0415 - slow to import

    decoded = decode(data, source.encoding or declared_encoding(data))
    page = read_page(decoded.text, source.url, source.saved)
    notes = decoded.notes + page.metadata.notes + page.notes
    return Document(source.address, source.name, page.text, hash_of(data), page.metadata, notes)


def _read(source: Source, reading: Reading) -> Iterator[Document]:  # noqa: ARG001 - as all readers
    yield page_document(source, source.data())


def _read_saved(source: Source, reading: Reading) -> Iterator[Document]:  # noqa: ARG001
    data = source.data()
    message = message_from_bytes(data, policy=policy.default)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if page is None:
        raise ArticleSkipped("no web page in the MHTML file")
    found = page.get("Content-Location") or message.get("Snapshot-Content-Location")
    markup = cast("bytes", page.get_payload(decode=True))
    date = getattr(message.get("Date"), "datetime", None)
    saved = date.isoformat() if isinstance(date, datetime) else None
    at = replace(source, url=str(found).strip() if found else None, encoding=page.get_content_charset(), saved=saved)
    yield replace(page_document(at, markup), sha256=hash_of(data), saved=saved)


HTML = Reader("HTML", (".html", ".htm", ".xhtml"), _read, sniff=lambda head: bool(_PAGE.match(head)))
MHTML = Reader(
    "MHTML",
    (".mhtml", ".mht"),
    _read_saved,
    sniff=lambda head: bool(_SAVED.match(head)) and b"multipart/related" in head.lower(),
)

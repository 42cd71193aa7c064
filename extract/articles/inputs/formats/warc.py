"""WARC: the pages that a crawl saved, each with the address that it was found at."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import Any, Final

from whosays.extract.articles.inputs.reader import Reader
from whosays.extract.articles.inputs.reading import Reading
from whosays.extract.articles.inputs.source import LARGEST, Document, Source, Unread
from whosays.extract.errors import ArticleSkipped

# what is an article when it is saved; images, scripts and style sheets of a crawl are no failures
_TYPES: Final = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
}
_RECORDS: Final = ("response", "resource", "conversion")
_DONE: Final = "200"
_NOT_SO_LONG: Final = "the record is not as long as it says: its page may be cut off"


def _read(source: Source, reading: Reading) -> Iterator[Document | Unread | Source]:  # noqa: ARG001 - as all readers
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415 - an extra

    number = found = wrong = 0
    archive = _opened(source)
    try:
        for record in archive:
            if archive.err_count > wrong:
                yield Unread(source.record(number), _NOT_SO_LONG)
            number, wrong = number + 1, archive.err_count
            if (kind := _kind(record)) is None:
                continue
            found += 1
            yield from _content(source, record, number, kind)
    except ArchiveLoadFailed as error:
        yield Unread(source.record(number + 1), f"damaged, or cut off ({' '.join(str(error).split())[:120]})")
    if not number:
        raise ArticleSkipped("no WARC record in it")
    if not found:
        raise ArticleSkipped("a WARC file without a page that was answered")
    if archive.err_count > wrong:
        yield Unread(source.record(number), _NOT_SO_LONG)


def _opened(source: Source) -> Any:
    """Return the library's iterator, which trips over records without an address, and prints, no more."""
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - an extra

    logging.getLogger("warcio").addHandler(logging.NullHandler())
    archive = ArchiveIterator(source.stream)
    archive.INC_RECORD = ""
    headers = archive.loader.load_http_headers
    archive.loader.load_http_headers = lambda kind, uri, *others: headers(kind, uri or "", *others)
    return archive


def _kind(record: Any) -> str | None:
    """Return the suffix of what a record holds, ``None`` where it holds no article."""
    if record.rec_type not in _RECORDS:
        return None
    headers = record.http_headers
    if record.rec_type == "response" and (headers is None or headers.get_statuscode() != _DONE):
        return None
    told = (headers.get_header("Content-Type") if headers else None) or record.rec_headers.get_header("Content-Type")
    return _TYPES.get((told or "").split(";")[0].strip().lower())


def _content(source: Source, record: Any, number: int, kind: str) -> Iterator[Unread | Source]:
    address = source.record(number)
    try:
        data = record.content_stream().read(LARGEST)
    except Exception as error:
        yield Unread(address, f"cannot be unpacked: {' '.join(str(error).split())[:120]}")
        return
    if record.payload_length is not None and _is_cut(record):
        yield Unread(address, "cut off: the record is shorter than it says")
        return
    yield Source.of(
        address,
        kind,
        io.BytesIO(data),
        depth=source.depth + 1,
        url=record.rec_headers.get_header("WARC-Target-URI"),
        encoding=_charset(record),
        saved=record.rec_headers.get_header("WARC-Date"),
    )


def _is_cut(record: Any) -> bool:
    """Tell whether the file ended inside a record, of which the library says nothing."""
    limited = record.raw_stream
    return bool(getattr(limited, "limit", 0))


def _charset(record: Any) -> str | None:
    told = record.http_headers and record.http_headers.get_header("Content-Type")
    _, found, name = (told or "").lower().partition("charset=")
    return name.split(";")[0].strip("\"' ") if found else None


READER = Reader("WARC", (".warc", ".wet"), _read, sniff=lambda head: head.startswith(b"WARC/"), extra="warc")

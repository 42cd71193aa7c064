"""Plain text: kept to the character, line ends and a byte order mark of UTF-8 included."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.extract.articles.encoding import decode
from whosays.extract.articles.inputs.reader import Reader
from whosays.extract.articles.inputs.reading import Reading
from whosays.extract.articles.inputs.source import Document, Source, hash_of
from whosays.extract.articles.metadata import Metadata


def _read(source: Source, reading: Reading) -> Iterator[Document]:  # noqa: ARG001 - as all readers
    data = source.data()
    decoded = decode(data, source.encoding)
    yield Document(source.address, source.name, decoded.text, hash_of(data), Metadata(url=source.url), decoded.notes)


READER = Reader("plain text", (".txt", ".text"), _read, sniff=lambda head: b"\0" not in head, is_certain=False)

"""The one place where kinds of input are listed; whoever reads articles goes through ``documents_in``."""

from __future__ import annotations

import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from whosays.extract.articles.inputs.formats import READERS, UNPACKERS
from whosays.extract.articles.inputs.reader import Reader
from whosays.extract.articles.inputs.reading import Reading
from whosays.extract.articles.inputs.source import Document, Source, Unread, defect
from whosays.extract.errors import ArticleSkipped

_DEEPEST: Final = 4  # packed files inside one another
_BY_SUFFIX: Final = {suffix: reader for reader in (*READERS, *UNPACKERS) for suffix in reader.suffixes}
_PACKED: Final = frozenset(suffix for reader in UNPACKERS for suffix in reader.suffixes)
# programs that write a kind that is not read can write another that is
_SAVED_AS: Final = {
    ".docx": (".doc", ".rtf", ".odt", ".pages", ".wpd", ".docm"),
    ".csv": (".xls", ".xlsx", ".xlsm", ".ods", ".numbers"),
    ".html or .pdf": (".epub", ".mobi", ".webarchive"),
    ".eml": (".msg",),
    ".zip": (".7z", ".rar"),
}
_DAMAGED: Final = (EOFError, NotImplementedError, zlib.error, lzma.LZMAError, tarfile.TarError, zipfile.BadZipFile)


def documents_in(source: Source, reading: Reading) -> Iterator[Document | Unread]:
    """Yield the documents of a source in their order, and why where one cannot be read.

    What is damaged half way is told after what could be read of it.
    """
    try:
        reader = _reader(source)
    except ArticleSkipped as error:
        yield Unread(source.address, str(error))
        return
    try:
        for item in reader.read(source, reading):
            if isinstance(item, Source):
                yield from documents_in(item, reading)
            elif isinstance(item, Document) and source.saved is not None:
                yield replace(item, saved=source.saved)
            else:
                yield item
    except ArticleSkipped as error:
        yield Unread(source.address, str(error))
    except ModuleNotFoundError as error:
        if reader.extra is None:
            raise
        how = f"pip install 'whosays[{reader.extra}]'"
        yield Unread(source.address, f"reading {reader.name} needs the library {error.name}: {how}")
    except _DAMAGED as error:
        yield Unread(source.address, f"damaged, or cut off ({_told(error)})")
    except OSError as error:  # gzip's own errors are of this kind, too
        yield Unread(source.address, f"cannot be read: {error.strerror or _told(error)}")
    except Exception as error:  # a defect in reading one input must not cost the others
        yield defect(source.address, error)


def is_readable(name: str) -> bool:
    """Tell by a file's name whether it may hold articles; of a packed one the name inside counts."""
    path = PurePath(name.lower())
    if path.suffix in _PACKED:
        return PurePath(path.stem).suffix in _BY_SUFFIX
    return path.suffix in _BY_SUFFIX


def kinds() -> str:
    """Return the suffixes that are read, for a message."""
    return ", ".join(_BY_SUFFIX)


def _reader(source: Source) -> Reader:
    if source.depth > _DEEPEST:
        raise ArticleSkipped("packed too often, one file inside the other")
    packed = next((reader for reader in UNPACKERS if reader.sniff(source.head)), None)
    known = packed or _BY_SUFFIX.get(source.suffix)
    if known is not None:
        return known
    for reader in READERS:
        if reader.sniff(source.head) and (reader.is_certain or not source.suffix):
            return reader
    other = next((kind for kind, suffixes in _SAVED_AS.items() if source.suffix in suffixes), None)
    how = f"save it as {other}" if other else f"only {kinds()}"
    raise ArticleSkipped(f"files of type {source.suffix or 'none'} are not read ({how})")


def _told(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__

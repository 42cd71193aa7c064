"""Packed files: gzip and its kin around one file, zip and tar around many; what is inside is read by its own reader.

Nothing is written to disk, so no name in an archive can lead anywhere.  What unpacks to more than a document may have
is refused as it is read, whatever the archive says of its size.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import PurePath, PurePosixPath
from typing import IO, Any, Final, cast

from whosays.extract.articles.inputs.reader import Reader
from whosays.extract.articles.inputs.reading import Reading
from whosays.extract.articles.inputs.source import Source, Unread
from whosays.extract.errors import ArticleSkipped

_TAR_MARK: Final = slice(257, 262)
_TAR_SUFFIXES: Final = {".tgz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}
_ZIPPED_TEXT: Final = (b"word/", b"[Content_Types].xml")  # a Word document is a zip, too


def _unpacker(suffixes: tuple[str, ...], mark: bytes, opened: Callable[[IO[bytes]], Any], name: str) -> Reader:
    def read(source: Source, reading: Reading) -> Iterator[Source]:  # noqa: ARG001 - as all readers
        inside = io.BufferedReader(opened(source.stream))
        yield source.unpacked(cast("IO[bytes]", _Forward(inside)), _suffix_inside(source))

    return Reader(name, suffixes, read, sniff=lambda head: head.startswith(mark))


def _suffix_inside(source: Source) -> str:
    path = PurePath(source.address)
    suffix = path.suffix.lower()
    packed = {suffix for reader in UNPACKERS for suffix in reader.suffixes}
    return _TAR_SUFFIXES.get(suffix) or (PurePath(path.stem).suffix if suffix in packed else suffix)


class _Forward(io.RawIOBase):
    """A stream that is read from beginning to end: going back in a packed one means to unpack it again."""

    def __init__(self, stream: Any) -> None:
        super().__init__()
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        part = self._stream.read1(len(buffer))
        buffer[: len(part)] = part
        return len(part)


def _read_zip(source: Source, reading: Reading) -> Iterator[Source | Unread]:  # noqa: ARG001
    with source.seekable() as file, zipfile.ZipFile(file) as archive:
        members = [info for info in archive.infolist() if not info.is_dir() and _is_wanted(info.filename)]
        for info in sorted(members, key=lambda info: info.filename):
            if info.flag_bits & 1:
                yield Unread(source.record(info.filename), "encrypted")
                continue
            try:
                stream = archive.open(info)
            except (zipfile.BadZipFile, NotImplementedError) as error:
                yield Unread(source.record(info.filename), f"cannot be unpacked: {error}")
                continue
            with stream:
                yield source.member(info.filename, cast("IO[bytes]", _Forward(stream)))
    if not members:
        raise ArticleSkipped("an archive without articles")


def _read_tar(source: Source, reading: Reading) -> Iterator[Source]:  # noqa: ARG001
    found = False
    with tarfile.open(fileobj=source.stream, mode="r|") as archive:
        for info in archive:
            if not info.isfile() or not _is_wanted(info.name):
                continue
            stream = archive.extractfile(info)
            if stream is not None:
                found = True
                yield source.member(info.name, cast("IO[bytes]", _Forward(stream)))
    if not found:
        raise ArticleSkipped("an archive without articles")


def _is_wanted(name: str) -> bool:
    """Tell whether a file of an archive would be read in a folder, too."""
    from whosays.extract.articles.inputs.registry import is_readable  # noqa: PLC0415 - which lists this reader

    parts = PurePosixPath(name.replace("\\", "/")).parts
    return bool(parts) and not any(part.startswith((".", "__MACOSX")) for part in parts) and is_readable(parts[-1])


def _is_zip(head: bytes) -> bool:
    return head.startswith(b"PK\x03\x04") and not any(mark in head for mark in _ZIPPED_TEXT)


UNPACKERS: Final = (
    _unpacker((".gz", ".tgz"), b"\x1f\x8b", lambda stream: gzip.GzipFile(fileobj=stream), "gzip"),
    _unpacker((".bz2", ".tbz2"), b"BZh", bz2.BZ2File, "bzip2"),
    _unpacker((".xz", ".txz"), b"\xfd7zXZ\0", lzma.LZMAFile, "xz"),
)
ZIP: Final = Reader("zip", (".zip",), _read_zip, sniff=_is_zip)
TAR: Final = Reader("tar", (".tar",), _read_tar, sniff=lambda head: head[_TAR_MARK] == b"ustar")

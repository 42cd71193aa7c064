"""Bytes that may hold articles, and what comes out of them: documents, or the reason why there is none."""

from __future__ import annotations

import hashlib
import io
import shutil
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import IO, Any, BinaryIO, Final, cast

from whosays.extract.articles.metadata import Metadata
from whosays.extract.errors import ArticleSkipped

LARGEST: Final = 512 * 1024**2  # bytes of one document; of more, nobody could write a page in a lifetime
LARGEST_ON_DISK: Final = 8 * 1024**3  # bytes of an archive that comes through a pipe and has to be set down first
_HEAD: Final = 4_096
_IN_MEMORY: Final = 64 * 1024**2
_LONGEST_KEY: Final = 200


@dataclass(frozen=True, slots=True)
class Document:
    """One article's text as it was read and what the input says about it, before anything is read out of the text.

    ``address`` is the file's path, with ``#`` and the record where a file holds several; ``name`` is the file's or the
    record's own, without folders and suffix.  ``sha256`` is that of the bytes that the document was read from,
    ``saved`` when they were saved, where the input tells.
    """

    address: str
    name: str
    text: str
    sha256: str
    metadata: Metadata = field(default_factory=Metadata)
    notes: tuple[str, ...] = ()
    saved: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that was to be an article and is none, and why, in one line; ``trace`` is where a defect arose."""

    address: str
    why: str
    trace: str | None = None


def defect(address: str, error: Exception) -> Unread:
    """Return what to tell of an error that is the program's and not the input's."""
    told = " ".join(str(error).split())
    reason = f"{type(error).__name__}: {told}" if told else type(error).__name__
    return Unread(address, f"could not be read: {reason}", "".join(traceback.format_exception(error)))


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to be read once, from their beginning, with what is known of them before.

    ``suffix`` is in lower case and with its dot; ``head`` are the first few thousand bytes, which ``stream`` gives too.
    ``depth`` counts the archives around it; ``url`` is where the bytes were found, ``encoding`` what was said there,
    ``saved`` when they were saved, in ISO 8601: nothing in them can be of later.
    """

    address: str
    suffix: str
    head: bytes
    stream: BinaryIO
    depth: int = 0
    url: str | None = None
    encoding: str | None = None
    saved: str | None = None

    @classmethod
    def of(  # noqa: PLR0913 - what is known of the bytes
        cls,
        address: str,
        suffix: str,
        stream: IO[bytes],
        *,
        depth: int = 0,
        url: str | None = None,
        encoding: str | None = None,
        saved: str | None = None,
    ) -> Source:
        """Return a source of a stream, seekable or not."""
        head = _read(stream, _HEAD)
        rest = cast("BinaryIO", stream) if _rewound(stream) else _Patient(_Rejoined(head, stream))
        return cls(address, suffix.lower(), head, rest, depth, url, encoding, saved)

    def data(self, most: int = LARGEST) -> bytes:
        """Return all bytes; raise ``ArticleSkipped`` for more than one document has."""
        data = _read(self.stream, most + 1)
        if len(data) > most:
            raise ArticleSkipped(f"more than {most // 1024**2} MB in one document")
        return data

    @contextmanager
    def seekable(self) -> Iterator[BinaryIO]:
        """Give the bytes as a file that can be read in any order; a pipe is set down in a temporary one first."""
        if self.stream.seekable():
            yield self.stream
            return
        with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as file:
            shutil.copyfileobj(_Limited(self.stream, LARGEST_ON_DISK), file)
            file.seek(0)
            yield cast("BinaryIO", file)

    def record(self, key: object) -> str:
        """Return the address of a record in this source."""
        told = " ".join(str(key).split())[:_LONGEST_KEY]
        return f"{self.address}/{told}" if "#" in self.address else f"{self.address}#{told}"

    def unpacked(self, stream: IO[bytes], suffix: str) -> Source:
        """Return what these bytes are once they are unpacked; its address stays the same."""
        known = {"url": self.url, "encoding": self.encoding, "saved": self.saved}
        return Source.of(self.address, suffix, stream, depth=self.depth + 1, **known)

    def member(self, name: str, stream: IO[bytes]) -> Source:
        """Return a file of an archive."""
        return Source.of(self.record(name), PurePosixPath(name).suffix, stream, depth=self.depth + 1)

    def letter(self, number: int, stream: IO[bytes]) -> Source:
        """Return one letter of a mailbox: ``box.mbox#3``."""
        return Source.of(self.record(number), ".eml", stream, depth=self.depth + 1)

    @property
    def name(self) -> str:
        """The name of the file, or of the file in an archive, without folders and suffix."""
        return PurePosixPath(self.address.replace("\\", "/")).name.removesuffix(self.suffix)


def hash_of(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


class _Rejoined(io.RawIOBase):
    """A stream of which the beginning was read already."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        super().__init__()
        self._head, self._rest = memoryview(head), rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        into = memoryview(buffer)
        part = self._head[: len(into)] or self._rest.read(len(into)) or b""
        self._head = self._head[len(part) :]
        into[: len(part)] = part
        return len(part)


class _Patient(io.BufferedReader):
    """A stream that gives what there is: who waits for more loses it where the rest turns out to be damaged."""

    def read(self, size: int | None = -1, /) -> bytes:
        return self.read1(size) if size is not None and size >= 0 else super().read(size)


class _Limited(io.RawIOBase):
    """A stream that refuses to be longer than it should."""

    def __init__(self, stream: IO[bytes], most: int) -> None:
        super().__init__()
        self._stream, self._left = stream, most

    def read(self, size: int = -1, /) -> bytes:
        data = self._stream.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise ArticleSkipped("larger than what is set down from a pipe; give it as a file")
        return data


def _read(stream: IO[bytes], count: int) -> bytes:
    """Read so many bytes, or all there are: a pipe gives what it has."""
    parts = []
    while count and (part := stream.read(count)):
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def _rewound(stream: IO[bytes]) -> bool:
    if stream.seekable():
        stream.seek(0)
        return True
    return False

"""What a reader is: the suffixes or the first bytes that it knows its inputs by, and one generator."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from whosays.extract.articles.inputs.reading import Reading
from whosays.extract.articles.inputs.source import Document, Source, Unread

Read: TypeAlias = Callable[[Source, Reading], Iterator[Document | Unread | Source]]


@dataclass(frozen=True, slots=True)
class Reader:
    """One kind of input.

    ``read`` yields its documents, or sources that others read (an archive's files), and raises ``ArticleSkipped``
    where it is not what it should be.  ``sniff`` tells by the first bytes of an input without a known suffix;
    ``is_certain`` where they cannot mean anything else.  ``extra`` is the extra of whosays that brings the library it
    needs.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Read
    sniff: Callable[[bytes], bool] = lambda _: False
    is_certain: bool = True
    extra: str | None = None

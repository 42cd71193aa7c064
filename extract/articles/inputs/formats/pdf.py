"""PDF: the words of its pages as paragraphs, without what runs along the edges of all pages.

A page is lines at places; what a paragraph is has to be told from them.  A line that ends a sentence and is shorter
than its column ends a paragraph; a word broken at the end of a line is one word again; a line that stands first or
last on several pages, its number aside, is no part of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from whosays.extract.articles.inputs.reader import Reader
from whosays.extract.articles.inputs.reading import Reading
from whosays.extract.articles.inputs.source import Document, Source, hash_of
from whosays.extract.articles.metadata import Metadata
from whosays.extract.errors import ArticleSkipped

_MOST_PAGES: Final = 2_000
_EDGE: Final = 2  # lines at the top and at the bottom of a page, where headers and page numbers stand
_SHORT: Final = 0.75  # of the column's width; a line below it may end a paragraph
_HYPHEN: Final = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010\x02\ufffe]$")
_NUMBER: Final = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?", re.IGNORECASE)
_END: Final = re.compile(r"[.!?:…][\"'’”»)\]]*$")
_FILE: Final = re.compile(r"\.\w{2,4}$|^microsoft word\b|^untitled\b", re.IGNORECASE)


def _read(source: Source, reading: Reading) -> Iterator[Document]:  # noqa: ARG001 - as all readers
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - an extra

    data = source.data()
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        why = "a PDF that needs a password" if "assword" in str(error) else "not a PDF, or a damaged one"
        raise ArticleSkipped(why) from error
    try:
        pages = [_lines(document[number]) for number in range(min(len(document), _MOST_PAGES))]
        told = document.get_metadata_dict()
    except PdfiumError as error:
        raise ArticleSkipped("a damaged PDF") from error
    finally:
        document.close()
    text = text_of(pages)
    if not text:
        raise ArticleSkipped("a PDF without text (pages that were scanned have none until they are recognised)")
    yield Document(source.address, source.name, text, hash_of(data), _metadata(told))


def text_of(pages: list[list[str]]) -> str:
    """Return the paragraphs of pages that are given as lines, a blank line between."""
    running = _running(pages)
    paragraphs: list[str] = []
    is_open = False
    for page in pages:
        kept = [line for at, line in enumerate(page) if not _is_edge(page, at) or _shape(line) not in running]
        width = max(map(len, kept), default=0)
        for line in kept:
            if not line:
                is_open = False
            elif is_open and paragraphs:
                paragraphs[-1] = _joined(paragraphs[-1], line)
            else:
                paragraphs.append(line)
            if line:
                is_open = not (_END.search(line) and len(line) < _SHORT * width) and not _is_heading(line, width)
    return "\n\n".join(paragraphs)


def _lines(page: Any) -> list[str]:
    text_page = page.get_textpage()
    try:
        text = text_page.get_text_bounded()
    finally:
        text_page.close()
        page.close()
    broken = text.replace("\ufffe", "-\n").replace("\x02", "-\n")  # a word that PDFium joined over the end of a line
    return [line for line in (" ".join(line.split()) for line in broken.splitlines()) if line]


def _is_heading(line: str, width: int) -> bool:
    """Tell whether a line is a headline by itself: well short of the column, and no sentence that goes on."""
    return len(line) < 0.6 * width and line[-1].isalnum() and line[:1].isupper() and not _HYPHEN.search(line)


def _joined(before: str, line: str) -> str:
    if _HYPHEN.search(before) and line[:1].islower():
        return before[:-1] + line
    return before + line if _HYPHEN.search(before) else f"{before} {line}"


def _is_edge(page: list[str], at: int) -> bool:
    return at < _EDGE or at >= len(page) - _EDGE


def _running(pages: list[list[str]]) -> set[str]:
    """Return what stands at the edge of several pages, numbers aside, and what is a page's number alone."""
    edges = ({_shape(page[at]) for at in range(len(page)) if _is_edge(page, at)} for page in pages)
    shapes = Counter(shape for edge in edges for shape in edge)
    often = max(2, len(pages) // 3)
    return {shape for shape, count in shapes.items() if (count >= often and len(pages) > 2) or _NUMBER.fullmatch(shape)}


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line.strip()).casefold()


def _metadata(told: dict[str, str]) -> Metadata:
    title, author = told.get("Title", "").strip(), told.get("Author", "").strip()
    return Metadata(title=title if title and not _FILE.search(title) else None, authors=(author,) if author else ())


READER = Reader("PDF", (".pdf",), _read, sniff=lambda head: b"%PDF-" in head[:1024], extra="documents")

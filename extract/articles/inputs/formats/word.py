"""Word documents: their paragraphs, in order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from lxml.etree import XMLParser, fromstring  # type: ignore[import-untyped]

from whosays.extract.articles.inputs.reader import Reader
from whosays.extract.articles.inputs.reading import Reading
from whosays.extract.articles.inputs.source import LARGEST, Document, Source, hash_of
from whosays.extract.articles.metadata import Metadata
from whosays.extract.errors import ArticleSkipped
from whosays.extract.lexicon import word_class

_WORDS: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH: Final = f"{_WORDS}p"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_ACCOUNTS: Final = word_class("office_accounts")
_TITLE_STYLES: Final = ("Title", "Heading 1")


def _read(source: Source, reading: Reading) -> Iterator[Document]:  # noqa: ARG001 - as all readers
    from docx import Document as opened  # noqa: N813, PLC0415 - an extra

    data = source.data()
    _check(data)
    try:
        document = opened(io.BytesIO(data))
        paragraphs = [text for paragraph in _paragraphs(document.element.body) if (text := _text(paragraph))]
        notes = [text for paragraph in _notes(document) if (text := _text(paragraph))]
    except Exception as error:
        raise ArticleSkipped(f"not a Word document: {' '.join(str(error).split())[:120]}") from error
    if not paragraphs:
        raise ArticleSkipped("a Word document without text")
    yield Document(source.address, source.name, "\n\n".join((*paragraphs, *notes)), hash_of(data), _said(document))


def _paragraphs(tree: Any) -> Iterator[Any]:
    """Yield the paragraphs of a document in order, those of its boxes once, though Word writes them twice."""
    return (p for p in tree.iter(_PARAGRAPH) if not any(above.tag == _FALLBACK for above in p.iterancestors()))


def _notes(document: Any) -> Iterator[Any]:
    """Yield the paragraphs of the notes at the foot of its pages and at its end."""
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(("/footnotes", "/endnotes")):
            tree = fromstring(relation.target_part.blob, XMLParser(resolve_entities=False, no_network=True))
            yield from tree.iter(_PARAGRAPH)


def _said(document: Any) -> Metadata:
    """Return what a document says of itself; nothing where its styles or properties are damaged."""
    try:
        titles = (p.text for p in document.paragraphs[:10] if p.style and p.style.name in _TITLE_STYLES)
        title, properties = next(filter(None, titles), None), document.core_properties
        authors = (properties.author,) if properties.author and not _is_account(properties.author) else ()
        return Metadata(title=title or properties.title or None, authors=authors)
    except (AttributeError, LookupError, TypeError, ValueError):
        return Metadata()


def _is_account(author: str) -> bool:
    """Tell whether an author is a program, or whoever sat there: "Microsoft Office User", not "Home Office"."""
    return "-".join(author.casefold().split()) in _ACCOUNTS


def _text(paragraph: Any) -> str:
    """Return the words of a paragraph, what is deleted in a marked-up version left out."""
    parts = {f"{_WORDS}t": None, f"{_WORDS}tab": "\t", f"{_WORDS}br": "\n", f"{_WORDS}noBreakHyphen": "-"}
    pieces = (parts[node.tag] or node.text or "" for node in paragraph.iter(*parts) if _holder(node) is paragraph)
    words = "".join(pieces).strip()
    return f"{_mark(paragraph)}{words}" if words else ""


def _holder(node: Any) -> Any:
    """Return the paragraph that words stand in; those of a box within a paragraph have their own."""
    return next((above for above in node.iterancestors(_PARAGRAPH)), None)


def _mark(paragraph: Any) -> str:
    """Return the mark of an entry of a list or of a quotation, which Word draws and does not write."""
    if paragraph.find(f"{_WORDS}pPr/{_WORDS}numPr") is not None:
        return "- "
    style = paragraph.find(f"{_WORDS}pPr/{_WORDS}pStyle")
    name = (style.get(f"{_WORDS}val") or "") if style is not None else ""
    return "> " if "Quote" in name else "- " if name.startswith(("ListBullet", "ListNumber")) else ""


def _check(data: bytes) -> None:
    """Refuse what is no archive, and one that unpacks to more than a document has."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > LARGEST:
                raise ArticleSkipped("unpacks to more than a document has")
    except zipfile.BadZipFile as error:
        raise ArticleSkipped("not a Word document (.docx)") from error


READER = Reader(
    "Word", (".docx",), _read, sniff=lambda head: head.startswith(b"PK\x03\x04") and b"word/" in head, extra="documents"
)

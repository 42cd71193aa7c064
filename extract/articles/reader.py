"""Files in, articles out: which files there are, and one of them as text with what it tells about itself."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from whosays.extract.articles.article import Article
from whosays.extract.articles.boilerplate import body_of, is_furniture
from whosays.extract.articles.credits.credit_lines import Credits, credits_of
from whosays.extract.articles.credits.mastheads import title_suffix
from whosays.extract.articles.encoding import decode
from whosays.extract.articles.headline import headline_of
from whosays.extract.articles.html_metadata import Metadata
from whosays.extract.articles.language import language_of
from whosays.extract.articles.lines import Line, lines_of
from whosays.extract.articles.publishers import agency_like, outlet_at, outlet_named, outlet_of_file
from whosays.extract.errors import ArticleSkipped
from whosays.extract.records import Outlet, Span

TEXT, HTML = frozenset((".txt",)), frozenset((".html", ".htm"))
_SUFFIXES = TEXT | HTML
_OPENING = 4_000
_ADDRESS: Final = re.compile(r"(https?|ftp):[/\\]+", re.IGNORECASE)  # a Path of one has a single slash left

Paths: TypeAlias = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


@dataclass(frozen=True, slots=True)
class _Source:
    """A file's text before anything is read out of it."""

    text: str
    metadata: Metadata
    notes: tuple[str, ...]


def list_inputs(paths: Paths) -> list[Path | str]:
    """Return the files to read: those given as they are, and the articles in the folders given, sorted.

    ``paths`` is one path or several; ``~`` is the home folder.  Folders are searched to any depth for .txt, .html and
    .htm; hidden files and folders are ignored.  What cannot be read (a missing path, a folder without articles) stays
    in the list, what is no path (a web address, nothing at all) as the text it was, so that ``read_article`` says why.
    """
    given = [paths] if isinstance(paths, str | bytes | os.PathLike) else paths
    return list(dict.fromkeys(file for path in given for file in _files(os.fsdecode(path))))


def read_article(path: str | Path) -> Article:
    """Read one file.

    ``.txt`` keeps its text to the character, line ends and a UTF-8 byte order mark included; HTML is reduced
    to its main text.  ``sha256`` is that of ``text`` in UTF-8, so for a UTF-8 ``.txt`` it is the file's own.
    Raises ``ArticleSkipped`` with the reason for whatever is no article.
    """
    _check_is_path(os.fspath(path))
    path = Path(path)
    source = _source(path)
    lines = list(lines_of(source.text))
    if not lines:
        raise ArticleSkipped("the file is empty")
    return _article(path, source, lines)


def _files(given: str) -> list[Path] | list[str]:
    if not given or _ADDRESS.match(given):
        return [_ADDRESS.sub(r"\1://", given, count=1)]
    path = Path(os.path.expanduser(given))  # noqa: PTH111 - Path's own raises where there is no home
    return _articles_in(path) if os.path.isdir(path) else [path]  # noqa: PTH112 - never raises, where Path's own may


def _check_is_path(given: str) -> None:
    if not given:
        raise ArticleSkipped("an empty path; give a file or a folder")
    if _ADDRESS.match(given):
        raise ArticleSkipped("a web address, and whosays reads files: save the page first, as .html, and give the file")


def _articles_in(folder: Path) -> list[Path]:
    found = sorted(_walk(folder))
    return found or [folder]


def _walk(folder: Path) -> Iterator[Path]:
    unreadable: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=lambda error: unreadable.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files = (Path(place, name) for name in names if not name.startswith("."))
        yield from (file for file in files if file.suffix.lower() in _SUFFIXES and file.is_file())
    yield from unreadable


def _source(path: Path) -> _Source:
    data = _bytes(path)
    if path.suffix.lower() in TEXT:
        decoded = decode(data)
        return _Source(decoded.text, Metadata(), decoded.notes)
    from whosays.extract.articles.html import declared_encoding, read_page  # noqa: PLC0415 - slow to import

    decoded = decode(data, declared_encoding(data))
    page = read_page(decoded.text)
    return _Source(page.text, page.metadata, decoded.notes + page.metadata.notes + page.notes)


def _bytes(path: Path) -> bytes:
    mode = _mode(path)
    if stat.S_ISDIR(mode):
        raise ArticleSkipped("a folder without articles (.txt, .html, .htm)")
    if path.suffix.lower() not in _SUFFIXES:
        raise ArticleSkipped(f"files of type {path.suffix or 'none'} are not read (only .txt, .html, .htm)")
    if not stat.S_ISREG(mode):
        raise ArticleSkipped("not a regular file")
    try:
        return path.read_bytes()
    except OSError as error:
        raise ArticleSkipped(f"cannot be opened: {error.strerror}") from error


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ArticleSkipped("no such file or folder") from error
    except OSError as error:
        raise ArticleSkipped(f"cannot be opened: {error.strerror}") from error
    except ValueError as error:  # a NUL character
        raise ArticleSkipped(f"no path: {error}") from error


def _article(path: Path, source: _Source, lines: list[Line]) -> Article:
    text, metadata = source.text, source.metadata
    told = credits_of(text, lines)
    headline = None if metadata.title else headline_of(text, _news_lines(text, lines, told))
    title = title_suffix(metadata.title)[0] if metadata.title else headline and text[slice(*headline)]
    body = body_of(text, lines, told.lines, headline)
    return Article(
        path=str(path),
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        body=body,
        title=" ".join(title.split()) if title else None,
        url=metadata.url or told.url,
        outlet=_outlet(metadata, told, path),
        author="; ".join(metadata.authors or told.authors) or None,
        published=metadata.published or told.published,
        wire=metadata.agency or told.wire,
        language=language_of(_opening(text, body)) or metadata.language,
        notes=source.notes,
    )


def _news_lines(text: str, lines: list[Line], told: Credits) -> Iterator[Line]:
    """Yield the lines that are neither credits nor furniture by themselves."""
    for line in lines:
        if line.start not in told.lines and not is_furniture(text[line.start : min(line.end, line.start + 400)]):
            yield line


def _outlet(metadata: Metadata, told: Credits, path: Path) -> Outlet | None:
    """Return the outlet: by the page's metadata, the text's credits, its own link's host, the file's name."""
    stated = metadata.outlet and (outlet_named(metadata.outlet) or metadata.outlet)
    if stated and agency_like(stated) and metadata.url:
        stated = outlet_at(metadata.url)  # a page that names only the agency as its publisher
    if stated:
        return Outlet(outlet_at(stated) or stated if "." in stated and " " not in stated else stated)
    if told.outlet:
        return told.outlet
    name = (metadata.url and outlet_at(metadata.url)) or outlet_of_file(path.stem)
    return Outlet(name) if name else None


def _opening(text: str, body: tuple[Span, ...]) -> str:
    """Return the first few thousand characters of the news, enough to tell its language."""
    return " ".join(text[start : min(end, start + _OPENING)] for start, end in body[:20])[:_OPENING]

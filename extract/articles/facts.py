"""What the user knows of articles, which no page has to tell: for all that are read, or by path from a table.

What is told wins over what is read; where both are there and differ, what was read is kept as a note.
"""

from __future__ import annotations

import contextlib
import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path, PurePath
from typing import Final

from whosays.extract.articles.dates import machine_date
from whosays.extract.articles.inputs.guessing import column_guesses
from whosays.extract.articles.metadata import Metadata
from whosays.resources import text_of

_PATHS: Final = ("path", "file", "filename", "file_name", "article", "document", "name")
_LINK: Final = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Facts:
    """Outlet, date, address, title and author of an article, each ``None`` where the user does not say."""

    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    title: str | None = None
    author: str | None = None

    @classmethod
    def given(cls, **told: str | None) -> Facts:
        """Return facts as a user writes them; raise ``ValueError`` for a date or an address that is none."""
        bare = {name: " ".join(value.split()) for name, value in told.items() if value and value.strip()}
        if "published" in bare:
            day = machine_date(bare["published"])
            if day is None:
                raise ValueError(f"not a date: {bare['published']}; give it as YYYY-MM-DD")
            bare["published"] = day
        if "url" in bare and not _LINK.fullmatch(bare["url"]):
            raise ValueError(f"not a web address: {bare['url']}")
        return cls(**bare)

    def over(self, other: Facts) -> Facts:
        """Return these facts, and those of another where these say nothing."""
        missing = {one.name: getattr(other, one.name) for one in fields(self) if getattr(self, one.name) is None}
        return replace(self, **missing)

    def of(self, metadata: Metadata) -> tuple[Metadata, dict[str, str]]:
        """Return metadata with these facts in it, and those that are others than was read by name, each with a note."""
        read = {
            "outlet": metadata.outlet,
            "published": metadata.published,
            "url": metadata.url,
            "title": metadata.title,
            "author": "; ".join(metadata.authors) or None,
        }
        told = {one.name: value for one in fields(self) if (value := getattr(self, one.name)) is not None}
        notes = {
            name: f"{name} given as {value}" + (f"; read: {read[name]}" if read[name] else "")
            for name, value in told.items()
            if read[name] != value
        }
        author = told.pop("author", None)
        changed = replace(metadata, **told)
        return (replace(changed, authors=(author,)) if author else changed), notes

    def __bool__(self) -> bool:
        return any(getattr(self, one.name) is not None for one in fields(self))


@dataclass(frozen=True, slots=True)
class FactsByPath:
    """Facts by the address of an article: the whole one, that below the table's folder, or the file's name alone.

    ``met`` are the rows that told of an article.
    """

    table: Path
    rows: Mapping[str, Facts]
    met: set[str] = field(default_factory=set, repr=False, compare=False)

    def is_itself(self, path: str | Path) -> bool:
        """Tell whether a file is this table, which is no articles where it lies among them."""
        return PurePath(path).name == self.table.name and Path(path).resolve() == self.table.resolve()

    def of(self, address: str) -> Facts:
        """Return what the table says of an article; nothing where it has no such row."""
        file, mark, record = address.partition("#")
        names = [_plain(file), PurePath(file).name]
        with contextlib.suppress(ValueError, OSError):  # not below the table's folder, or no path
            names.insert(1, _plain(str(Path(file).resolve().relative_to(self.table.parent.resolve()))))
        places = [f"{name}{mark}{record}" for name in names] + names
        place = next((place for place in places if place in self.rows), None)
        if place is None:
            return Facts()
        self.met.add(place)
        return self.rows[place]

    def unmet(self) -> list[str]:
        """Return what the table names and nothing that was asked for is, in its order."""
        return [place for place in self.rows if place not in self.met]


def read_facts(path: Path) -> FactsByPath:
    """Read a table of facts: a column of paths, and columns of outlet, published, url, title, author by usual names.

    Raises ``ValueError`` for a table that is none, and ``OSError`` where it cannot be opened.
    """
    text = text_of(path)
    first = text.split("\n", 1)[0]
    mark = "\t" if "\t" in first else ";" if ";" in first else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=mark)
    names = [name for name in reader.fieldnames or () if name]
    lower = {name.strip().lower(): name for name in names}
    by = next((lower[name] for name in _PATHS if name in lower), None)
    guessed = column_guesses(names).items()
    mapping = {name: column for name, column in guessed if name in Facts.__slots__ and column != by}
    if by is None or not mapping:
        raise ValueError(f"no columns path and outlet, published, url, title or author in it: {first[:80]}")
    rows: dict[str, Facts] = {}
    for number, row in enumerate(_rows(reader), 2):
        try:
            facts = Facts.given(**{name: row.get(column) for name, column in mapping.items()})
        except ValueError as error:
            raise ValueError(f"line {number}: {error}") from error
        if place := (row.get(by) or "").strip():
            rows[_plain(place)] = facts
    return FactsByPath(path, rows)


def _rows(reader: csv.DictReader[str]) -> Iterator[dict[str, str]]:
    try:
        yield from reader
    except csv.Error as error:
        raise ValueError(f"line {reader.line_num}: no table: {error}") from error


def _plain(path: str) -> str:
    return path.replace("\\", "/").removeprefix("./")

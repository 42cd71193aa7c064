"""The files that a room brings along: tables, word lists, the model; found in a checkout, a wheel and a zip alike.

All tables are read here.  A line that begins with ``#`` is a comment, and so is an empty one; cells stand between tabs.
Knows nothing of any room, so every room may use it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def resource(room: str, *path: str) -> Traversable:
    """Return a file or folder of a room ("extract", "graph", ...; "" is beside them), whichever of its modules asks."""
    return files(f"whosays.{room}".rstrip(".")).joinpath(*path)


def files_below(folder: Traversable, path: str = "") -> Iterator[tuple[str, Traversable]]:
    """Yield every file below a folder, however deep, with its path there; in the order of names."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from files_below(entry, f"{path}{entry.name}/")
        else:
            yield f"{path}{entry.name}", entry


def text_of(path: Path) -> str:
    """Return the text of a file that a person wrote; ``ValueError`` names the line that is not UTF-8."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ValueError(f"line {line}: not UTF-8; save the file as UTF-8") from error


def read_lines(room: str, name: str, folder: str = "data") -> list[str]:
    """Return the lines of a file in a folder of a room that are no comments."""
    text = resource(room, folder, name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def read_rows(room: str, name: str, columns: int = 0) -> list[tuple[str, ...]]:
    """Return the rows of a table without a header line, each with ``columns`` cells at least, empty ones included."""
    found = (tuple(cell.strip() for cell in line.split("\t")) for line in read_lines(room, name))
    return [(*cells, *[""] * (columns - len(cells))) for cells in found]


def read_records(room: str, name: str) -> list[dict[str, str]]:
    """Return the rows of a table by the names in its header line; a cell that is left out is empty."""
    reader = csv.DictReader(read_lines(room, name), delimiter="\t", restval="", quoting=csv.QUOTE_NONE)
    return list(reader)


def read_classes(room: str, name: str) -> dict[str, frozenset[str]]:
    """Return the classes of words of a file whose lines read ``name: word word ...``; each has a name of its own."""
    classes = (line.partition(":") for line in read_lines(room, name))
    return _once(((label, frozenset(words.split())) for label, _, words in classes), name)


@cache
def word_classes(room: str) -> Mapping[str, frozenset[str]]:
    """Return the classes of words of all files ``data/*_words.txt`` of a room, by name."""
    names = sorted(entry.name for entry in resource(room, "data").iterdir() if entry.name.endswith("_words.txt"))
    return _once((each for name in names for each in read_classes(room, name).items()), room)


def _once(classes: Iterable[tuple[str, frozenset[str]]], where: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for label, words in classes:
        if label in found:
            raise ValueError(f"{where}: two classes of words are called {label!r}")
        found[label] = words
    return found


def listed(cell: str) -> tuple[str, ...]:
    """Return the parts of a cell that holds several, between commas."""
    return tuple(part.strip() for part in cell.split(",") if part.strip())

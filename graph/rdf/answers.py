"""Answers of Oxigraph as plain Python values, read from what Oxigraph itself writes.

It writes tab-separated rows (SPARQL 1.1 Query Results TSV) in a fraction of the time that handing over a Python object
for each term takes, and most cells of a column are the same few texts: each text is read once.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from decimal import Decimal
from typing import IO, Final, TypeAlias, cast

import pyoxigraph
from oxrdflib import OxigraphStore
from rdflib import XSD, Dataset

Cell: TypeAlias = str | int | float | bool | None
_ESCAPED: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_CONTROL: Final = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}


def answers(dataset: Dataset, query: str, most: int | None = None) -> tuple[list[str], list[tuple[Cell, ...]]] | None:
    """Return columns and rows of a SELECT over the union of all graphs; ``None`` for another engine or kind of query.

    ``most`` is how many rows there are at most; who wants to know of more asks for one more.  Raises what the engine
    raises.
    """
    if not isinstance(dataset.store, OxigraphStore):
        return None
    prefixes = {prefix: str(namespace) for prefix, namespace in dataset.namespaces()}
    found = dataset.store._inner.query(query, use_default_graph_as_union=True, prefixes=prefixes)
    if not isinstance(found, pyoxigraph.QuerySolutions):
        return None
    columns = [variable.value for variable in found.variables]
    return columns, _rows(_lines(found, most), len(columns))


def _lines(found: pyoxigraph.QuerySolutions, most: int | None) -> list[str]:
    """Return the rows as they are written, at most so many."""
    out = _Lines(most)
    try:
        found.serialize(cast("IO[bytes]", out), pyoxigraph.QueryResultsFormat.TSV)
    except _EnoughError:
        pass
    except OSError:  # how the engine hands on what a writer raises
        if not out.is_full:
            raise
    _, *lines = out.getvalue().decode().split("\n")  # the first are the columns
    return lines[:-1] if most is None else lines[:-1][:most]  # the last is what follows the last line break


def _rows(lines: list[str], width: int) -> list[tuple[Cell, ...]]:
    if not width:
        return [()] * len(lines)
    read = _Read().__getitem__
    return [tuple(map(read, line.split("\t"))) for line in lines]


class _EnoughError(Exception):
    """As many rows are written as were asked for."""


class _Lines(io.BytesIO):
    """Takes a head and so many lines, and then stops the engine."""

    def __init__(self, most: int | None) -> None:
        super().__init__()
        self._left = None if most is None else most + 1

    @property
    def is_full(self) -> bool:
        """Whether all lines that were asked for are there."""
        return self._left is not None and self._left <= 0

    def write(self, data: bytes) -> int:  # type: ignore[override]  # Oxigraph writes bytes alone
        """Keep a piece; raise once all lines are there."""
        if self.is_full:
            raise _EnoughError
        if self._left is not None:
            self._left -= data.count(b"\n")
        return super().write(data)


class _Read(dict[str, Cell]):
    """Each text of a cell, with its value once it was read."""

    def __missing__(self, text: str) -> Cell:
        value = self[text] = _cell(text)
        return value


def _cell(text: str) -> Cell:
    """Return the value of a term as TSV has it: Turtle's way to write terms, numbers and truth values bare."""
    if not text:
        return None
    first = text[0]
    if first == '"':
        return _literal(text)
    if text in {"true", "false"}:
        return text == "true"
    if first in "+-.0123456789":
        return _number(text)
    return _name(text)


def _name(text: str) -> str:
    """Return an IRI, the name of a blank node, or a triple that is a term as it is written."""
    if text.startswith("_:"):
        return text[2:]
    return text if text.startswith("<<") else text[1:-1]


def _literal(text: str) -> Cell:
    end = text.rindex('"')  # neither an IRI nor a language holds one
    value, type_ = text[1:end], text[end + 1 :]
    if "\\" in value:
        value = _ESCAPED.sub(_unescaped, value)
    read = _READ.get(type_[3:-1]) if type_.startswith("^^") else None
    return value if read is None else read(value)


def _unescaped(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else _CONTROL.get(found[3], found[3])


def _number(text: str) -> Cell:
    if "e" in text or "E" in text:
        return float(text)
    return _decimal(text) if "." in text else int(text)


def _decimal(text: str) -> Cell:
    value = Decimal(text)
    return int(value) if value == value.to_integral_value() else float(value)


def _boolean(text: str) -> Cell:
    return text in ("true", "1")


def _or_text(read: Callable[[str], Cell]) -> Callable[[str], Cell]:
    def value(text: str) -> Cell:
        try:
            return read(text)
        except (ArithmeticError, ValueError):  # no number, whatever its type says
            return text

    return value


_READ: Final[dict[str, Callable[[str], Cell]]] = {
    str(XSD.integer): _or_text(int),
    str(XSD.decimal): _or_text(_decimal),
    str(XSD.double): _or_text(float),
    str(XSD.float): _or_text(float),
    str(XSD.boolean): _boolean,
}

"""Answers of Oxigraph as plain Python values: to become a term of rdflib's costs a cell as much as finding it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import islice
from typing import Final, TypeAlias

import pyoxigraph
from oxrdflib import OxigraphStore
from rdflib import XSD, Dataset

Cell: TypeAlias = str | int | float | bool | None


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
    return [variable.value for variable in found.variables], [tuple(map(_cell, row)) for row in islice(found, most)]


def _cell(term: object) -> Cell:
    if term is None:
        return None
    if isinstance(term, pyoxigraph.Literal):
        read = _READ.get(term.datatype.value)
        return term.value if read is None else read(term.value)
    if isinstance(term, pyoxigraph.NamedNode | pyoxigraph.BlankNode):
        return term.value
    return str(term)


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

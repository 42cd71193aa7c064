"""Which triples of the shared graphs are owed to what, so that a change writes what differs and nothing else.

A unit is the smallest thing that is worked out anew as a whole: an entity, a link, a proposition, what one article
resolves to.  No triple belongs to two units.
"""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from rdflib import URIRef

from whosays.graph.incremental.cache import DamageError, Table
from whosays.graph.rdf import Triple, line


class Ledger:
    """The triples of every unit, as lines of N-Triples, and how they changed since the ledger was opened."""

    def __init__(self, units: Table[bytes], anew: bool) -> None:
        self._units = units
        self._anew = anew
        self._besides: list[tuple[URIRef, bytes]] = []
        self._changes: dict[str, Counter[str]] = defaultdict(Counter)

    def put(self, graph: URIRef, unit: str, triples: Iterable[Triple]) -> None:
        """State all triples of a unit; none: there is no such unit any more."""
        key = f"{graph} {unit}"
        new = set(map(line, triples))
        old = set(self._lines(key))
        if new == old:
            return
        self._units.put(key, zlib.compress("\n".join(sorted(new)).encode(), 1) if new else None)
        if not self._anew:
            self._changes[str(graph)].update(new - old)
            self._changes[str(graph)].subtract(old - new)

    def shift(self, graph: URIRef, before: Iterable[Triple], now: Iterable[Triple]) -> None:
        """State triples that are no unit: those that were there, worked out again, and those that are there now."""
        old, new = set(map(line, before)), set(map(line, now))
        if self._anew:
            self._besides.append((graph, zlib.compress("\n".join(sorted(new)).encode(), 1)))
            return
        self._changes[str(graph)].update(new - old)
        self._changes[str(graph)].subtract(old - new)

    def removed(self) -> Mapping[URIRef, list[str]]:
        """Return the lines that no unit of a graph has any more, sorted."""
        return self._changed(-1)

    def added(self) -> Mapping[URIRef, list[str]]:
        """Return the lines that a graph has to get, sorted."""
        return self._changed(1)

    def everything(self) -> Iterator[tuple[URIRef, list[str]]]:
        """Yield the lines of every unit with the graph that they belong to."""
        for key in sorted(self._units.keys()):
            yield URIRef(key.partition(" ")[0]), self._lines(key)
        for graph, packed in self._besides:
            yield graph, _unpacked(packed)

    def _lines(self, key: str) -> list[str]:
        packed = self._units.get(key)
        return _unpacked(packed) if packed else []

    def _changed(self, sign: int) -> dict[URIRef, list[str]]:
        found = {
            URIRef(graph): sorted(line for line, count in changes.items() if count * sign > 0)
            for graph, changes in self._changes.items()
        }
        return {graph: lines for graph, lines in found.items() if lines}


def _unpacked(packed: bytes) -> list[str]:
    try:
        lines = zlib.decompress(packed).decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise DamageError(f"triples cannot be read back: {error}") from error
    return list(filter(None, lines.split("\n")))

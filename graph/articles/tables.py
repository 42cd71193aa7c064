"""What graphs hold about the instances of each class: every property is read once, for all classes together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from rdflib import RDF, URIRef

from whosays.extract.records import Span
from whosays.graph.rdf import Pairs
from whosays.ontology import OA, WS

# the properties to read of each class
Wanted: TypeAlias = Mapping[URIRef, Collection[URIRef]]
# looked up once: a name of a namespace costs more than all that is done with it
_START, _END, _EXACT, _TYPE, _SPAN = map(str, (OA.start, OA.end, OA.exact, RDF.type, WS.Span))


class Row(dict[str, list[str]]):
    """The values of one instance by property, sorted; none where nothing is told."""

    def all(self, link: str) -> list[str]:
        """Every value."""
        return self.get(str(link), [])

    def one(self, link: str) -> str | None:
        """The first value."""
        return next(iter(self.get(str(link), ())), None)

    def number(self, link: str) -> float | None:
        """The first value as a number."""
        value = self.one(link)
        return None if value is None else float(value)

    def concept(self, link: str) -> str | None:
        """The last part of the first value's IRI: "denies" of ``ws:denies``."""
        value = self.one(link)
        return None if value is None else value.rpartition("#")[2]

    def span(self) -> Span | None:
        """The place of a span in its article's text."""
        start, end = self.get(_START), self.get(_END)
        return (int(start[0]), int(end[0])) if start and end else None


@dataclass(frozen=True, slots=True)
class Tables:
    """Class to instance to its row, instances in the order of their IRIs."""

    rows: Mapping[str, Mapping[str, Row]]

    @classmethod
    def of(cls, pairs: Pairs, wanted: Wanted) -> Tables:
        """Read what is wanted; a value may be missing or, in the shared graphs, come more than once."""
        types = list(pairs(RDF.type))
        kinds = _kinds(types, wanted)
        rows: dict[str, defaultdict[str, Row]] = {str(kind): defaultdict(Row) for kind in wanted}
        for link in sorted({link for links in wanted.values() for link in links}):
            key, reading = str(link), frozenset(str(kind) for kind in wanted if link in wanted[kind])
            for subject, value in types if key == _TYPE else pairs(link):
                for kind in kinds.get(subject, ()):
                    if kind in reading:
                        rows[kind][subject].setdefault(key, []).append(value)
        return cls({kind: _in_order(found) for kind, found in rows.items()})

    def all(self, kind: str) -> Iterable[tuple[str, Row]]:
        """Every instance of a class."""
        return self.rows[str(kind)].items()

    def row(self, kind: str, iri: str | None) -> Row:
        """What is known of one instance; an empty row where nothing is."""
        return self.rows[str(kind)].get(iri or "", Row())

    def spans(self, row: Row, link: str, kind: str = _SPAN) -> tuple[Span, ...]:
        """The places that a property points at, in text order."""
        places = (self.row(kind, iri).span() for iri in row.all(link))
        return tuple(sorted(place for place in places if place))

    def quoted(self, row: Row, link: str) -> list[tuple[int, int, str]]:
        """The places that a property points at with their words, in text order."""
        spans = [self.row(_SPAN, iri) for iri in row.all(link)]
        return sorted((*place, span[_EXACT][0]) for span in spans if (place := span.span()) and _EXACT in span)

    def words(self, row: Row) -> str:
        """The words of a node's evidence in text order, an ellipsis where something lies between."""
        return " … ".join(exact for *_, exact in self.quoted(row, WS.evidence))


def _kinds(types: Iterable[tuple[str, str]], wanted: Wanted) -> dict[str, list[str]]:
    """Return the classes that are read of which each instance is."""
    read = {str(kind) for kind in wanted}
    kinds: dict[str, list[str]] = {}
    for subject, kind in types:
        if kind in read:
            kinds.setdefault(subject, []).append(kind)
    return kinds


def _in_order(rows: Mapping[str, Row]) -> dict[str, Row]:
    """Sort instances and values; a triple that stands in two graphs counts once, whatever the engine makes of it."""
    for row in rows.values():
        for values in row.values():
            if len(values) > 1:
                values[:] = sorted(set(values))
    return {subject: rows[subject] for subject in sorted(rows)}

"""What graphs hold about the instances of each class: every property is read once, for all classes together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from rdflib import RDF, URIRef

from whosays.extract.records import Span
from whosays.graph.rdf import BETWEEN, Pairs, place
from whosays.ontology import OA, WS

# the properties to read of each class
Wanted: TypeAlias = Mapping[URIRef, Collection[URIRef]]
# looked up once: a name of a namespace costs more than all that is done with it
_TYPE, _TEXT, _PIECES, _CONTENT = map(str, (RDF.type, WS.articleText, WS.contentSpan, WS.content))
_SPAN, _ARTICLE, _ATTRIBUTION = map(str, (WS.Span, WS.Article, WS.Attribution))
_CLAIM, _CUE, _SOURCE = map(str, (WS.claim, WS.cueSpan, WS.sourceSpan))
# own properties first, then those of Web Annotation, by which passages are placed
_PLACES = tuple((str(start), str(end)) for start, end in ((WS.start, WS.end), (OA.start, OA.end)))


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
        """The place in the article's text from where to where it stands."""
        for first, last in _PLACES:
            start, end = self.get(first), self.get(last)
            if start and end:
                return int(start[0]), int(end[0])
        return None


@dataclass(frozen=True, slots=True)
class Tables:
    """Class to instance to its row, instances in the order of their IRIs; ``saying`` has who makes each claim.

    What refers to somebody is a ``ws:Span``.  The words of spans and claims are there where the article's text is read.
    """

    rows: Mapping[str, Mapping[str, Row]]
    saying: Mapping[str, list[Row]]

    @classmethod
    def of(cls, pairs: Pairs, wanted: Wanted) -> Tables:
        """Read what is wanted; a value may be missing or, in the shared graphs, come more than once."""
        types = list(pairs(RDF.type))
        if WS.Span in wanted:
            types += ((subject, _SPAN) for subject in dict(pairs(WS.refersTo)))
        kinds = _kinds(types, wanted)
        rows: dict[str, defaultdict[str, Row]] = {str(kind): defaultdict(Row) for kind in wanted}
        for link in sorted({link for links in wanted.values() for link in links}):
            key, reading = str(link), frozenset(str(kind) for kind in wanted if link in wanted[kind])
            for subject, value in types if key == _TYPE else pairs(link):
                for kind in kinds.get(subject, ()):
                    if kind in reading:
                        rows[kind][subject].setdefault(key, []).append(value)
        tables = {kind: _in_order(found) for kind, found in rows.items()}
        return cls(tables, _saying(tables.get(_ATTRIBUTION, {})))

    def all(self, kind: str) -> Iterable[tuple[str, Row]]:
        """Every instance of a class."""
        return self.rows[str(kind)].items()

    def row(self, kind: str, iri: str | None) -> Row:
        """What is known of one instance; an empty row where nothing is."""
        return self.rows[str(kind)].get(iri or "", Row())

    def spans(self, row: Row, link: str) -> tuple[Span, ...]:
        """The places that a property points at, in text order."""
        return tuple(sorted(where for iri in row.all(link) if (where := place(iri))))

    def passages(self, row: Row, link: str) -> tuple[Span, ...]:
        """The places of the passages that a property points at, in text order."""
        return tuple(sorted(span for iri in row.all(link) if (span := self.row(WS.Passage, iri).span())))

    def contents(self, row: Row) -> tuple[Span, ...]:
        """The places of what an attribution attributes: the pieces of a quotation that is split."""
        whole = row.span() if row.one(_CONTENT) else None
        return self.spans(row, _PIECES) or ((whole,) if whole else ())

    def claimed(self, claim: str) -> tuple[Span, ...]:
        """The places that make a claim: what is attributed, or the words that tell that nothing is."""
        said = (
            self.contents(row) or self.spans(row, _CUE) or self.spans(row, _SOURCE)
            for row in self.saying.get(claim, ())
        )
        return tuple(sorted({span for spans in said for span in spans}))

    def exact(self, iri: str, span: Span) -> str:
        """The words of a place in the article to which an IRI belongs."""
        return (self.row(_ARTICLE, iri.partition("#")[0]).one(_TEXT) or "")[slice(*span)]

    def mentions(self) -> Iterator[tuple[str, str]]:
        """Every mention: the referent that it stands for, and its words."""
        for iri, row in self.all(_SPAN):
            where = place(iri)
            for referent in row.all(WS.refersTo) if where else ():
                yield referent, self.exact(iri, where or (0, 0))

    def words(self, claim: str) -> str:
        """The words of a claim in text order, an ellipsis where something lies between."""
        return BETWEEN.join(self.exact(claim, span) for span in self.claimed(claim))


def _saying(attributions: Mapping[str, Row]) -> dict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in attributions.values():
        for claim in row.all(_CLAIM):
            found[claim].append(row)
    return dict(found)


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

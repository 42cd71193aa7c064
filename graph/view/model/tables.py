"""What the graph holds about the instances of each class: every property is read once, for all classes together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rdflib import RDF, SKOS, Dataset, URIRef

from whosays.graph.rdf import pairs_of
from whosays.graph.view.model.data import Span
from whosays.ontology import OA, SCHEMA, WS

# What is read of each class; a value may be missing or, in the shared graphs, come more than once.
READ: Mapping[URIRef, frozenset[URIRef]] = {
    WS.Article: frozenset(
        {SCHEMA.headline, SCHEMA.publisher, SCHEMA.datePublished, SCHEMA.url, SCHEMA.creditText}
        | {WS.path, WS.wireService, WS.articleText}
    ),
    WS.Attribution: frozenset(
        {WS.inArticle, WS.source, WS.parent, WS.claim, WS.stance, WS.certainty, WS.quoteType, WS.cue}
        | {WS.confidence, WS.sourceSpan, WS.cueSpan, WS.contentSpan, WS.hedgeSpan}
    ),
    WS.Claim: frozenset({WS.evidence, WS.quantity, WS.expresses}),
    WS.Quantity: frozenset(
        {WS.evidence, SCHEMA.minValue, SCHEMA.maxValue, SCHEMA.unitText, WS.approximate, WS.measure, WS.of}
    ),
    WS.Span: frozenset({OA.start, OA.end, OA.exact, WS.inArticle, WS.refersTo}),
    WS.Referent: frozenset({RDF.type, WS.named, WS.resolvesTo, SCHEMA.roleName, SKOS.prefLabel, SKOS.altLabel}),
    WS.Entity: frozenset({RDF.type, SKOS.prefLabel, SKOS.altLabel}),
    WS.Proposition: frozenset({SCHEMA.text, WS.outletCount, WS.articleCount, WS.origin}),
    WS.Reuse: frozenset({WS.copy, WS.original, WS.originalName, WS.reuseKind, WS.basis, WS.copySpan}),
    WS.Passage: frozenset({OA.start, OA.end}),
}
START, END = OA.start, OA.end  # looked up once: a name of a namespace costs more than all that is done with it


class Row(dict[URIRef, list[str]]):
    """The values of one instance by property, sorted; none where nothing is told."""

    def all(self, link: URIRef) -> list[str]:
        """Every value."""
        return self.get(link, [])

    def one(self, link: URIRef) -> str | None:
        """The first value."""
        return next(iter(self.get(link, ())), None)

    def number(self, link: URIRef) -> float | None:
        """The first value as a number."""
        value = self.one(link)
        return None if value is None else float(value)

    def concept(self, link: URIRef) -> str | None:
        """The last part of the first value's IRI: "denies" of ``ws:denies``."""
        value = self.one(link)
        return None if value is None else value.rpartition("#")[2]

    def span(self) -> Span | None:
        """The place of a span in its article's text."""
        start, end = self.get(START), self.get(END)
        return (int(start[0]), int(end[0])) if start and end else None


@dataclass(frozen=True, slots=True)
class Tables:
    """Class to instance to its row, instances in the order of their IRIs."""

    rows: Mapping[URIRef, Mapping[str, Row]]

    @classmethod
    def of(cls, dataset: Dataset) -> Tables:
        """Read everything that a page needs out of the union of the named graphs."""
        pairs = pairs_of(dataset)
        types = list(pairs(RDF.type))
        kinds = _kinds(types)
        rows: dict[URIRef, defaultdict[str, Row]] = {kind: defaultdict(Row) for kind in READ}
        for link in sorted({link for links in READ.values() for link in links}):
            reading = frozenset(kind for kind in READ if link in READ[kind])
            for subject, value in types if link == RDF.type else pairs(link):
                for kind in kinds.get(subject, ()):
                    if kind in reading:
                        rows[kind][subject].setdefault(link, []).append(value)
        return cls({kind: _in_order(rows[kind]) for kind in READ})

    def all(self, kind: URIRef) -> Iterable[tuple[str, Row]]:
        """Every instance of a class."""
        return self.rows[kind].items()

    def row(self, kind: URIRef, iri: str | None) -> Row:
        """What is known of one instance; an empty row where nothing is."""
        return self.rows[kind].get(iri or "", Row())

    def spans(self, row: Row, link: URIRef, kind: URIRef = WS.Span) -> tuple[Span, ...]:
        """The places that a property points at, in text order."""
        places = (self.row(kind, iri).span() for iri in row.all(link))
        return tuple(sorted(place for place in places if place))

    def words(self, row: Row) -> str:
        """The words of a node's evidence in text order, an ellipsis where something lies between."""
        spans = [self.row(WS.Span, iri) for iri in row.all(WS.evidence)]
        spans.sort(key=lambda span: span.span() or (0, 0))
        return " … ".join(" ".join(exact.split()) for span in spans for exact in span.all(OA.exact)[:1])


def _kinds(types: Iterable[tuple[str, str]]) -> dict[str, list[URIRef]]:
    """Return the classes that are read of which each instance is."""
    wanted = {str(kind): kind for kind in READ}
    kinds: dict[str, list[URIRef]] = {}
    for subject, kind in types:
        if kind in wanted:
            kinds.setdefault(subject, []).append(wanted[kind])
    return kinds


def _in_order(rows: Mapping[str, Row]) -> dict[str, Row]:
    """Sort instances and values; a triple that stands in two graphs counts once, whatever the engine makes of it."""
    for row in rows.values():
        for values in row.values():
            if len(values) > 1:
                values[:] = sorted(set(values))
    return {subject: rows[subject] for subject in sorted(rows)}

"""What the graph holds about the instances of one class, read by one plain query each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rdflib import RDF, SKOS, Dataset, URIRef

from whosays.graph.view.data import Span
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
        start, end = self.one(OA.start), self.one(OA.end)
        return None if start is None or end is None else (int(start), int(end))


@dataclass(frozen=True, slots=True)
class Tables:
    """Class to instance to its row, instances in the order of their IRIs."""

    rows: Mapping[URIRef, Mapping[str, Row]]

    @classmethod
    def of(cls, dataset: Dataset) -> Tables:
        """Read everything that a page needs out of the union of the named graphs."""
        return cls({kind: _rows(dataset, kind) for kind in READ})

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


def _rows(dataset: Dataset, kind: URIRef) -> dict[str, Row]:
    """One query a property: a row of two terms costs less than one that repeats the property with every value."""
    rows: defaultdict[str, Row] = defaultdict(Row)
    for link in sorted(READ[kind]):
        query = f"SELECT ?s ?o WHERE {{ ?s a {kind.n3()} ; {link.n3()} ?o }}"
        for subject, value in _pairs(dataset, query):
            rows[subject].setdefault(link, []).append(value)
    return {subject: rows[subject] for subject in sorted(rows)}


def _pairs(dataset: Dataset, query: str) -> Iterable[tuple[str, str]]:
    """The answers in order; a triple that stands in two graphs counts once, whatever the engine makes of it."""
    return sorted({(str(subject), str(value)) for subject, value in dataset.query(query)})  # type: ignore[misc]

"""Words of an article as nodes: the evidence that everything else points at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from rdflib import RDF, Literal, URIRef

from whosays.extract.records import ArticleRecord, Span
from whosays.graph.rdf import iris
from whosays.graph.rdf.literals import integer, storable
from whosays.ontology import OA, WS

Triple: TypeAlias = tuple[URIRef, URIRef, URIRef | Literal]
BETWEEN: Final = " … "  # the pieces of what is said


def passage(subject: URIRef, link: URIRef, iri: URIRef, span: Span, text: str) -> Iterator[Triple]:
    """Yield words of an article that prove something in a shared graph, with where they stand."""
    yield subject, link, iri
    yield iri, RDF.type, WS.Passage
    yield iri, OA.start, integer(span[0])
    yield iri, OA.end, integer(span[1])
    yield iri, OA.exact, Literal(text[slice(*span)])


@dataclass(frozen=True, slots=True)
class Words:
    """An article's IRI and its storable text, character for character as long as the record's.

    The words of a span are not repeated in the graph: its IRI tells where in the text they stand.
    """

    article: URIRef
    text: str

    @classmethod
    def of(cls, record: ArticleRecord) -> Words:
        """Take the words of a record."""
        return cls(iris.article_iri(record), storable(record.text))

    def node(self, kind: URIRef, iri: URIRef) -> Iterator[Triple]:
        """Yield the class of a node."""
        yield iri, RDF.type, kind

    def cite(self, subject: URIRef, link: URIRef, spans: Iterable[Span]) -> Iterator[Triple]:
        """Yield ``subject link span`` for each span."""
        return ((subject, link, iris.span_iri(self.article, span)) for span in spans)

    def mention(self, spans: Iterable[Span], referent: URIRef) -> Iterator[Triple]:
        """Yield the spans as mentions of a referent."""
        return ((iris.span_iri(self.article, span), WS.refersTo, referent) for span in spans)

    def quote(self, spans: Iterable[Span]) -> Literal:
        """Return the words of some spans in text order, an ellipsis where something lies between."""
        return Literal(BETWEEN.join(self.text[slice(*span)] for span in sorted(set(spans))))

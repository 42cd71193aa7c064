"""Lineage as triples of ``graph/lineage``: who republishes whom, and the passages that prove it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rdflib import RDF, URIRef

from whosays.extract.records import Span
from whosays.graph.rdf import ID, Triple, digest, passage, string
from whosays.graph.reuse.detector import Reuse
from whosays.graph.reuse.relaying import Relay
from whosays.ontology import WS


def reuse_iri(reuse: Reuse) -> URIRef:
    """Return the IRI of a reuse: one for each copy and original."""
    return URIRef(f"{ID}reuse/{digest(reuse.copy, reuse.original or '', reuse.name or '')}")


def reuse_triples(reuses: Iterable[Reuse], texts: Mapping[str, str]) -> Iterator[Triple]:
    """Yield what is known of each reuse; ``texts`` are the articles' texts by IRI."""
    for reuse in reuses:
        yield from _reuse(reuse_iri(reuse), reuse, texts)


def relay_triples(relays: Iterable[Relay]) -> Iterator[Triple]:
    """Yield which article passes on whose reports."""
    for relay in relays:
        yield URIRef(relay.article), WS.relays, URIRef(relay.outlet)


def _reuse(iri: URIRef, reuse: Reuse, texts: Mapping[str, str]) -> Iterator[Triple]:
    yield iri, RDF.type, WS.Reuse
    yield iri, WS.copy, URIRef(reuse.copy)
    yield iri, WS.reuseKind, WS[reuse.kind]
    yield iri, WS.basis, string(reuse.basis)
    if reuse.original is not None:
        yield iri, WS.original, URIRef(reuse.original)
        if reuse.is_copy:
            yield URIRef(reuse.copy), WS.republishes, URIRef(reuse.original)
    if reuse.name is not None:
        yield iri, WS.originalName, string(reuse.name)
    if reuse.credit is not None:
        yield from passage(iri, WS.creditSpan, _in(iri, "credit", reuse.credit), reuse.credit, texts[reuse.copy])
    for span in reuse.copy_spans:
        yield from passage(iri, WS.copySpan, _in(iri, "copy", span), span, texts[reuse.copy])
    for span, there in zip(reuse.copy_spans, reuse.original_spans, strict=False):
        original = _in(iri, "original", there)
        yield from passage(iri, WS.originalSpan, original, there, texts[reuse.original or ""])
        yield _in(iri, "copy", span), WS.takenFrom, original


def _in(reuse: URIRef, side: str, span: Span) -> URIRef:
    return URIRef(f"{reuse}#{side}={span[0]},{span[1]}")

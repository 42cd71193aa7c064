"""Merges as triples, and entities that everybody knows with their Wikidata items; part of ``graph/entities``."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Final

from rdflib import RDF, URIRef

from whosays.graph.names import Resolved, body_form, well_known
from whosays.graph.rdf import ID, Triple, decimal, entity_iri, string
from whosays.graph.resolution.judgements import written
from whosays.graph.resolution.matcher import Link
from whosays.ontology import WS

MERGES: Final = f"{ID}merge/"
WIKIDATA: Final = "http://www.wikidata.org/entity/"


def merge_iri(link: Link) -> URIRef:
    """Return the IRI of a link between two names."""
    return URIRef(f"{MERGES}{link.id}")


def wikidata_item(entity: Resolved) -> URIRef | None:
    """Return the Wikidata item of a country or well-known body, ``None`` for anybody else."""
    kind, form = entity.key
    found = _items().get(form, "") if kind == "body" else ""
    return URIRef(f"{WIKIDATA}{found}") if found else None


def link_triples(link: Link) -> Iterator[Triple]:
    """Yield a link between two names with its reasons."""
    iri = merge_iri(link)
    yield iri, RDF.type, WS.Merge
    yield iri, WS.oneName, string(link.labels[0])
    yield iri, WS.otherName, string(link.labels[1])
    yield iri, WS.oneEntity, entity_iri(link.entities[0])
    yield iri, WS.otherEntity, entity_iri(link.entities[1])
    yield iri, WS.oneForm, string(written(link.names[0]))
    yield iri, WS.otherForm, string(written(link.names[1]))
    yield iri, WS.score, decimal(link.score)
    yield iri, WS.because, string("; ".join(link.reasons))
    yield iri, WS.status, string(link.status)


def merges_in(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the IRIs of the links of which lines of N-Triples tell what became of them, in the lines' order."""
    start, status = f"<{MERGES}", f"> <{WS.status}> "
    return tuple(line[1 : line.index(">")] for line in lines if line.startswith(start) and status in line)


@functools.cache
def _items() -> dict[str, str]:
    return {body_form(one.names[0]): one.item for one in well_known() if one.item}

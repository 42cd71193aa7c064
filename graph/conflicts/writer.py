"""Disputes as triples of ``graph/propositions``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from rdflib import RDF, URIRef

from whosays.graph.conflicts.disputes import Dispute
from whosays.graph.rdf import ID, Triple, digest, one_line, string
from whosays.graph.wording import worded
from whosays.ontology import SCHEMA, WS, label

MOST: Final = 160  # characters of the words of either side


def dispute_triples(disputes: Iterable[Dispute]) -> Iterator[Triple]:
    """Yield each dispute: its sort, who says so and who says otherwise, and why it is one, in a line."""
    for each in disputes:
        so, otherwise = each.so[0], each.otherwise[0]
        iri = URIRef(f"{ID}conflict/{digest(each.sort, so.hop, otherwise.hop, each.clash)}")
        yield iri, RDF.type, WS.Conflict
        yield iri, WS.conflictSort, WS[each.sort]
        yield iri, SCHEMA.text, string(worded(one_line(so.text)))
        yield iri, WS.clash, string(one_line(why(each)))
        yield iri, WS.firstToSaySo, URIRef(so.hop)
        yield from ((iri, WS.saysSo, URIRef(side.hop)) for side in each.so)
        yield from ((iri, WS.saysOtherwise, URIRef(side.hop)) for side in each.otherwise)


def why(dispute: Dispute) -> str:
    """Return in one line what sort of contradiction it is, what clashes, and the words of both sides."""
    words = (_short(side.text) for side in (dispute.so[0], dispute.otherwise[0]))
    about = f" ({dispute.clash})" if dispute.clash else ""
    return f"{label(dispute.sort)}{about}: {' / '.join(f'“{text}”' for text in words)}"


def _short(text: str) -> str:
    return text if len(text) <= MOST else f"{text[:MOST].rsplit(' ', 1)[0]} …"

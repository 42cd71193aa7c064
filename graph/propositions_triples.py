"""Propositions, issues, comparisons and origins as triples of ``graph/propositions``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from rdflib import RDF, SKOS, Literal, URIRef

from whosays.graph.identity import digest
from whosays.graph.issues import Issue
from whosays.graph.literals import boolean, integer, one_line, string
from whosays.graph.namespaces import ID
from whosays.graph.origins import Origins
from whosays.graph.propositions import Proposition, Said
from whosays.graph.words import Triple
from whosays.ontology import SCHEMA, WS

_IN_PIECES = re.compile(
    r" … |^(?:any|no|to|about|its?|he|his|she|her|they|their|our|my|of|this|these|those)\b", re.IGNORECASE
)
_EDGES = re.compile(r"^(?:that|whether)\s+|[\"“”‘’',]+$|^[\"“‘']+")


def proposition_iri(key: str) -> URIRef:
    """Return the IRI of the proposition of this key."""
    return URIRef(f"{ID}proposition/{digest(key)}")


def issue_iri(key: str) -> URIRef:
    """Return the IRI of the issue of this key."""
    return URIRef(f"{ID}issue/{digest(key)}")


def proposition_triples(
    propositions: Iterable[Proposition], articles: Iterable[Said], origins: Mapping[str, Origins]
) -> Iterator[Triple]:
    """Yield every proposition with the claims that express it and where it comes from."""
    of_node = {}
    for proposition in propositions:
        iri = proposition_iri(proposition.key)
        yield iri, RDF.type, WS.Proposition
        yield iri, SCHEMA.text, string(label(proposition))
        for node in proposition.nodes:
            of_node[node.iri] = iri
        yield from ((URIRef(quantity), WS.figureOf, iri) for quantity in proposition.quantities)
        yield from _origin_triples(iri, origins[proposition.key])
    for article in articles:
        for claim, nodes in article.stands_for.items():
            yield from ((URIRef(claim), WS.expresses, of_node[node]) for node in nodes)


def label(proposition: Proposition) -> str:
    """Return the wording that most claims have; of several the shortest that is whole and says something by itself."""
    nodes = [node for node in proposition.nodes if node.iri not in proposition.denials]
    texts = Counter(_EDGES.sub("", _EDGES.sub("", one_line(node.claim.text))) for node in nodes)
    return min(texts, key=lambda text: (-texts[text], bool(_IN_PIECES.search(text)), len(text), text))


def issue_triples(issues: Iterable[Issue], of_figure: Mapping[str, Iterable[str]]) -> Iterator[Triple]:
    """Yield every issue with its propositions and comparisons; ``of_figure`` maps quantities to proposition keys."""
    for issue in issues:
        iri = issue_iri(issue.key)
        yield iri, RDF.type, WS.Issue
        yield iri, SKOS.prefLabel, Literal(one_line(issue.question), lang="en")
        for count in issue.counts:
            for quantity in count.quantities:
                yield URIRef(quantity), WS.countsAs, URIRef(count.quantities[0])
                yield URIRef(quantity), WS.onIssue, iri
                yield from ((proposition_iri(key), WS.addresses, iri) for key in of_figure.get(quantity, ()))
        for comparison in issue.comparisons:
            one, other = URIRef(comparison.one), URIRef(comparison.other)
            node = URIRef(f"{ID}comparison/{digest(comparison.one, comparison.other)}")
            yield node, RDF.type, WS.Comparison
            yield node, WS.firstFigure, one
            yield node, WS.secondFigure, other
            yield node, WS.relation, WS[comparison.verdict.relation]
            yield node, WS.verdict, string(comparison.verdict.reason)


def _origin_triples(iri: URIRef, origins: Origins) -> Iterator[Triple]:
    yield from ((iri, WS.assertedBy, URIRef(hop)) for hop in origins.asserted_by)
    yield from ((iri, WS.disputedBy, URIRef(hop)) for hop in origins.disputed_by)
    yield from ((iri, WS.origin, URIRef(origin)) for origin in origins.origins)
    yield from ((iri, WS.shortestChain, string(chain)) for chain in origins.shortest)
    yield iri, WS.articleCount, integer(len(origins.articles))
    yield iri, WS.outletCount, integer(len(origins.outlets))
    yield iri, WS.originCount, integer(len(origins.origins))
    yield iri, WS.singleOrigin, boolean(len(origins.origins) == 1)

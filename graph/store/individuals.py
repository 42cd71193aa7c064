"""All that the graph tells of some articles: their own graphs, and what these lead to in the shared ones."""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import Dataset, Graph, URIRef
from rdflib.term import Node

from whosays.graph.rdf import ID, graph_iri
from whosays.ontology import implied_types


def told_of(dataset: Dataset, articles: Iterable[str]) -> set[tuple[Node, Node, Node]]:
    """Return the triples about whatever the articles' graphs tell of, and about the shared nodes that it leads to.

    ``dataset`` unites its graphs.  Of a shared node, an entity or a proposition, the names and counts are there, and
    other articles only by their IRIs.  Classes that properties alone tell of are stated.
    """
    own = {subject for iri in articles for subject in Graph(dataset.store, graph_iri(URIRef(iri))).subjects()}
    found = {triple for subject in own for triple in dataset.triples((subject, None, None))}
    shared = {value for _, _, value in found if isinstance(value, URIRef) and value.startswith(ID) and "#" not in value}
    found |= {triple for node in shared - own for triple in dataset.triples((node, None, None))}
    return found | set(implied_types(found))

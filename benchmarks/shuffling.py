"""A corpus whose articles come and go at random, and what its shared graphs must then be."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from rdflib import RDF, Graph, URIRef

from whosays.extract.records import ArticleRecord
from whosays.graph import KnowledgeGraph
from whosays.graph.articles import told
from whosays.graph.claims import Said, said
from whosays.graph.incremental import shared_graphs
from whosays.graph.rdf import SHARED, article_iri, graph_iri, line
from whosays.graph.resolution import Judgements
from whosays.ontology import WS


def shuffled(
    graph: KnowledgeGraph, records: Sequence[ArticleRecord], random_: random.Random, steps: int
) -> Iterator[list[ArticleRecord]]:
    """Add and remove a few articles at random, so many times; yield each time those that are there."""
    there: set[int] = set()
    for _ in range(steps):
        for number in random_.choices(range(len(records)), k=random_.choice((1, 1, 2, 7))):
            if number in there and random_.random() < 0.6:
                graph.remove(str(article_iri(records[number])))
                there.discard(number)
            else:
                graph.add(records[number])
                there.add(number)
        yield [records[number] for number in sorted(there)]


def read(graph: KnowledgeGraph) -> list[Said]:
    """Return what each article says, in the order of their IRIs."""
    engine = graph._open_engine()
    articles = sorted(engine.subjects(RDF.type, WS.Article))
    return [said(told(article, engine.statements(graph_iri(URIRef(article))))) for article in articles]


def at_once(graph: KnowledgeGraph, judged: Judgements) -> dict[str, set[str]]:
    """Return the shared graphs that all articles together must have, worked out in one go, as lines of N-Triples."""
    engine = graph._open_engine()
    return {
        str(name): set(map(line, found)) for name, found in shared_graphs(engine.pairs, judged, read(graph)).items()
    }


def as_they_are(graph: KnowledgeGraph) -> dict[str, set[str]]:
    """Return the shared graphs that are stored, as lines of N-Triples."""
    return {str(name): {line(triple) for triple in Graph(graph.dataset.store, name)} for name in SHARED}  # type: ignore[arg-type]

"""A corpus whose articles come and go at random, and what its shared graphs must then be."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from rdflib import Graph

from benchmarks.deriving import Derived
from whosays.extract.records import ArticleRecord
from whosays.graph import KnowledgeGraph
from whosays.graph.articles import Article
from whosays.graph.rdf import SHARED, VOCABULARY, article_iri, line, vocabulary
from whosays.graph.resolution import Judgements


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


def read(graph: KnowledgeGraph) -> list[Article]:
    """Return what each article tells, in the order of their IRIs."""
    return [graph.read(article.iri) for article in sorted(graph.articles(), key=lambda article: article.iri)]


def at_once(graph: KnowledgeGraph, judged: Judgements) -> dict[str, set[str]]:
    """Return the shared graphs that all articles together must have, worked out from nothing, as lines of N-Triples."""
    found: dict[str, set[str]] = {str(name): set() for name in SHARED}
    for name, lines in Derived().follow(read(graph), judged=judged).everything():
        found[str(name)].update(lines)
    found[str(VOCABULARY)].update(map(line, vocabulary()))
    return found


def as_they_are(graph: KnowledgeGraph) -> dict[str, set[str]]:
    """Return the shared graphs that are stored, as lines of N-Triples."""
    return {str(name): {line(triple) for triple in Graph(graph.dataset.store, name)} for name in SHARED}  # type: ignore[arg-type]

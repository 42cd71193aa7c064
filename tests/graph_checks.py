"""What the shapes find wrong with one graph."""

from __future__ import annotations

from rdflib import Dataset, Graph

from whosays.ontology import Finding, validate_dataset


def validate_graph(graph: Graph) -> tuple[Finding, ...]:
    """Check one self-contained graph (an article's, or a shared one), rules included; empty: it conforms."""
    dataset = Dataset(default_union=True)
    own = dataset.graph("urn:whosays:checked")
    for triple in graph:
        own.add(triple)
    return tuple(sorted(set(validate_dataset(dataset))))

"""Where the graph's own IRIs live, and the names of its shared graphs."""

from __future__ import annotations

from typing import Final

from rdflib import URIRef

ID: Final = "https://w3id.org/whosays/id/"
CHAINS: Final = URIRef(ID + "graph/chains")
CHANGES: Final = URIRef(ID + "graph/changes")
ENTITIES: Final = URIRef(ID + "graph/entities")
LINEAGE: Final = URIRef(ID + "graph/lineage")
PROPOSITIONS: Final = URIRef(ID + "graph/propositions")
RUNS: Final = URIRef(ID + "graph/runs")
STORIES: Final = URIRef(ID + "graph/stories")
VOCABULARY: Final = URIRef(ID + "graph/vocabulary")
SHARED: Final = (CHAINS, CHANGES, ENTITIES, LINEAGE, PROPOSITIONS, STORIES, VOCABULARY)

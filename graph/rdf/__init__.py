"""IRIs, literals, evidence and the two engines: what every writer of triples needs."""

from whosays.graph.rdf import iris
from whosays.graph.rdf.answers import answers
from whosays.graph.rdf.concepts import vocabulary
from whosays.graph.rdf.engines import DiskEngine, Engine, MemoryEngine, Pairs, is_snapshot, line, pairs_of
from whosays.graph.rdf.evidence import BETWEEN, Triple, Words
from whosays.graph.rdf.iris import article_iri, digest, entity_iri, graph_iri, place, reporting_iri, slug, voice_iri
from whosays.graph.rdf.literals import REPLACEMENT, boolean, date, decimal, integer, number, one_line, storable, string
from whosays.graph.rdf.namespaces import (
    CHAINS,
    ENTITIES,
    ID,
    LINEAGE,
    PROPOSITIONS,
    RUNS,
    SHARED,
    STORIES,
    VOCABULARY,
)

__all__ = [
    "BETWEEN",
    "CHAINS",
    "ENTITIES",
    "ID",
    "LINEAGE",
    "PROPOSITIONS",
    "REPLACEMENT",
    "RUNS",
    "SHARED",
    "STORIES",
    "VOCABULARY",
    "DiskEngine",
    "Engine",
    "MemoryEngine",
    "Pairs",
    "Triple",
    "Words",
    "answers",
    "article_iri",
    "boolean",
    "date",
    "decimal",
    "digest",
    "entity_iri",
    "graph_iri",
    "integer",
    "iris",
    "is_snapshot",
    "line",
    "number",
    "one_line",
    "pairs_of",
    "place",
    "reporting_iri",
    "slug",
    "storable",
    "string",
    "vocabulary",
    "voice_iri",
]

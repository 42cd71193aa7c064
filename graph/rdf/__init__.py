"""IRIs, literals, evidence and the two engines: what every writer of triples needs."""

from typing import TYPE_CHECKING

from whosays.graph.rdf import iris
from whosays.graph.rdf.answers import answers
from whosays.graph.rdf.concepts import vocabulary
from whosays.graph.rdf.engines import (
    DiskEngine,
    Engine,
    MemoryEngine,
    Pairs,
    PathPairs,
    inner_store,
    is_address,
    is_on_disk,
    is_snapshot,
    line,
    pairs_of,
)
from whosays.graph.rdf.evidence import BETWEEN, Triple, Words, passage
from whosays.graph.rdf.iris import article_iri, digest, entity_iri, graph_iri, place, reporting_iri, slug, voice_iri
from whosays.graph.rdf.jsonld import document
from whosays.graph.rdf.literals import (
    REPLACEMENT,
    boolean,
    date,
    days_between,
    decimal,
    integer,
    number,
    one_line,
    storable,
    string,
)
from whosays.graph.rdf.namespaces import (
    CHAINS,
    CHANGES,
    ENTITIES,
    ID,
    LINEAGE,
    PROPOSITIONS,
    RUNS,
    SHARED,
    STORIES,
    VOCABULARY,
)
from whosays.graph.rdf.results import EVERYTHING, RDF_FORMATS, RESULTS, Answer, Kind, Scope, answered, kind_of, written
from whosays.lazily import lazily

if TYPE_CHECKING:
    from whosays.graph.rdf.remote import RemoteEngine

__all__ = [
    "BETWEEN",
    "CHAINS",
    "CHANGES",
    "ENTITIES",
    "EVERYTHING",
    "ID",
    "LINEAGE",
    "PROPOSITIONS",
    "RDF_FORMATS",
    "REPLACEMENT",
    "RESULTS",
    "RUNS",
    "SHARED",
    "STORIES",
    "VOCABULARY",
    "Answer",
    "DiskEngine",
    "Engine",
    "Kind",
    "MemoryEngine",
    "Pairs",
    "PathPairs",
    "RemoteEngine",
    "Scope",
    "Triple",
    "Words",
    "answered",
    "answers",
    "article_iri",
    "boolean",
    "date",
    "days_between",
    "decimal",
    "digest",
    "document",
    "entity_iri",
    "graph_iri",
    "inner_store",
    "integer",
    "iris",
    "is_address",
    "is_on_disk",
    "is_snapshot",
    "kind_of",
    "line",
    "number",
    "one_line",
    "pairs_of",
    "passage",
    "place",
    "reporting_iri",
    "slug",
    "storable",
    "string",
    "vocabulary",
    "voice_iri",
    "written",
]


# what speaks HTTP waits for whoever names a server
__getattr__ = lazily(__name__, {"remote": "RemoteEngine"})

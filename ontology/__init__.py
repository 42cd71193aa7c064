"""The vocabulary: its terms as constants, its schema, and the checks of data against it.

``whosays.ttl`` declares the terms, ``shapes.ttl`` what the data must look like.  Nothing else of whosays is
imported here.
"""

from whosays.ontology.concepts import label, labels
from whosays.ontology.loading import Consistency, check_consistency, classes, properties, schema_graph
from whosays.ontology.shacl import Finding, validate_dataset, validate_graph
from whosays.ontology.terms import OA, PREFIXES, SCHEMA, WS, short_name

__all__ = [
    "OA",
    "PREFIXES",
    "SCHEMA",
    "WS",
    "Consistency",
    "Finding",
    "check_consistency",
    "classes",
    "label",
    "labels",
    "properties",
    "schema_graph",
    "short_name",
    "validate_dataset",
    "validate_graph",
]

"""The vocabulary: its terms as constants, its schema, and the checks of data against it.

``whosays.ttl`` declares the terms, ``shapes.ttl`` what the data must look like.  Nothing else of whosays is
imported here.  ``whosays.ontology()`` is the schema as an owlready2 ontology.
"""

import sys
from collections.abc import Iterable
from types import ModuleType
from typing import Any

from whosays.ontology.concepts import label, labels, meanings
from whosays.ontology.implied import IMPLIED, implied_types
from whosays.ontology.loading import (
    Consistency,
    check_consistency,
    classes,
    load_schema,
    properties,
    schema_graph,
)
from whosays.ontology.shacl import Finding, validate_dataset
from whosays.ontology.terms import OA, PREFIXES, SCHEMA, WS, declared, short_name

__all__ = [
    "IMPLIED",
    "OA",
    "PREFIXES",
    "SCHEMA",
    "WS",
    "Consistency",
    "Finding",
    "check_consistency",
    "classes",
    "declared",
    "implied_types",
    "label",
    "labels",
    "load_schema",
    "meanings",
    "properties",
    "schema_graph",
    "short_name",
    "validate_dataset",
]


class _Callable(ModuleType):
    """This package, which is called like what it holds."""

    def __call__(self, triples: Iterable[tuple[Any, Any, Any]] = ()) -> Any:
        """Return the schema as an owlready2 ontology in a world of its own, with the triples' individuals in it."""
        return load_schema(triples)


sys.modules[__name__].__class__ = _Callable

"""The SPARQL 1.1 Protocol: what a request asks, how the answer may come, what the service says of itself."""

from whosays.serve.endpoint.description import service_description, void_description
from whosays.serve.endpoint.negotiation import JSON, RDF_TYPES, ROW_TYPES, chosen
from whosays.serve.endpoint.problems import PROBLEM, Problem
from whosays.serve.endpoint.protocol import FORM, MOST_BYTES, Operation, operation

__all__ = [
    "FORM",
    "JSON",
    "MOST_BYTES",
    "PROBLEM",
    "RDF_TYPES",
    "ROW_TYPES",
    "Operation",
    "Problem",
    "chosen",
    "operation",
    "service_description",
    "void_description",
]

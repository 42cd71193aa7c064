"""The questions, read from the headers of their files."""

from whosays.queries.catalogue.headers import (
    Named,
    Parameter,
    Query,
    catalogue,
    grouped,
    narrowing,
    needing,
    read_query,
    whole,
)

__all__ = [
    "Named",
    "Parameter",
    "Query",
    "catalogue",
    "grouped",
    "narrowing",
    "needing",
    "read_query",
    "whole",
]

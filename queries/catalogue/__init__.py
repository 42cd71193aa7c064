"""The questions, read from the headers of their files."""

from whosays.queries.catalogue.headers import Parameter, Query, catalogue, narrowing, read_query

__all__ = ["Parameter", "Query", "catalogue", "narrowing", "read_query"]

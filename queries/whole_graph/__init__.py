"""Questions about a whole graph that are answered from the tables of its articles, and not property by property."""

from whosays.queries.whole_graph.questions import from_tables

__all__ = ["from_tables"]

"""Answers shown and written: tables, records, CSV, JSON, and what the W3C has for rows and RDF."""

from whosays.queries.output.answers import answer
from whosays.queries.output.rendering import render

__all__ = ["answer", "render"]

"""Answers shown and written: tables, records, CSV, JSON, and what the W3C has for rows and RDF."""

from whosays.queries.output.answers import Shape, answer
from whosays.queries.output.rendering import render

__all__ = ["Shape", "answer", "render"]

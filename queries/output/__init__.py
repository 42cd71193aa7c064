"""Answers shown and written: tables, records, CSV, JSON, and what the W3C has for rows and RDF."""

from whosays.queries.output.answers import Shape, answer, counted_answer
from whosays.queries.output.constructing import TERMS_OF_OTHERS, constructed
from whosays.queries.output.rendering import render

__all__ = ["TERMS_OF_OTHERS", "Shape", "answer", "constructed", "counted_answer", "render"]

"""Answers shown: tables, CSV, JSON, records."""

from whosays.queries.output.rendering import render

__all__ = ["render"]

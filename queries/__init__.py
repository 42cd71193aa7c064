"""The questions: one ``.rq`` file each, how they are asked, and how their answers are shown."""

from whosays.queries.catalogue import Query, catalogue, grouped, whole
from whosays.queries.errors import FormatError, LimitError, QueryError
from whosays.queries.execution import (
    check_known,
    guard,
    in_one_line,
    names_graphs,
    run,
    text_of,
    there_are,
    unknown_terms,
    why_nothing,
    why_poor,
    widened,
    with_prefixes,
    without_time,
)
from whosays.queries.output import TERMS_OF_OTHERS, Shape, answer, constructed, counted_answer, render
from whosays.queries.table import Table

__all__ = [
    "TERMS_OF_OTHERS",
    "FormatError",
    "LimitError",
    "Query",
    "QueryError",
    "Shape",
    "Table",
    "answer",
    "catalogue",
    "check_known",
    "constructed",
    "counted_answer",
    "grouped",
    "guard",
    "in_one_line",
    "names_graphs",
    "render",
    "run",
    "text_of",
    "there_are",
    "unknown_terms",
    "whole",
    "why_nothing",
    "why_poor",
    "widened",
    "with_prefixes",
    "without_time",
]

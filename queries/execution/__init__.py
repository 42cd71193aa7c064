"""A question asked: its parameters bound, unsafe ones refused, rows out."""

from whosays.queries.execution.given_values import text_of, without_time
from whosays.queries.execution.guarding import form_of, guard, names_graphs
from whosays.queries.execution.known_names import check_known
from whosays.queries.execution.nothing import why_nothing, why_poor
from whosays.queries.execution.running import find, in_one_line, prepared, run
from whosays.queries.execution.suggestion import there_are
from whosays.queries.execution.terms import unknown_terms, with_prefixes
from whosays.queries.execution.widening import widened

__all__ = [
    "check_known",
    "find",
    "form_of",
    "guard",
    "in_one_line",
    "names_graphs",
    "prepared",
    "run",
    "text_of",
    "there_are",
    "unknown_terms",
    "why_nothing",
    "why_poor",
    "widened",
    "with_prefixes",
    "without_time",
]

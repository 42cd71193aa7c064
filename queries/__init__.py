"""The questions: one ``.rq`` file each, how they are asked, and how their answers are shown."""

from whosays.queries.catalogue import Query, catalogue
from whosays.queries.errors import QueryError
from whosays.queries.execution import Table, check_known, run, text_of, there_are, widened, without_time
from whosays.queries.output import render

__all__ = [
    "Query",
    "QueryError",
    "Table",
    "catalogue",
    "check_known",
    "render",
    "run",
    "text_of",
    "there_are",
    "widened",
    "without_time",
]

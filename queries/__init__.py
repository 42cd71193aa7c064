"""The questions: one ``.rq`` file each, how they are asked, and how their answers are shown."""

from whosays.queries.errors import QueryError
from whosays.queries.given import text_of, without_time
from whosays.queries.headers import Query, catalogue
from whosays.queries.known import check_known
from whosays.queries.rendering import render
from whosays.queries.running import Table, run

__all__ = [
    "Query",
    "QueryError",
    "Table",
    "catalogue",
    "check_known",
    "render",
    "run",
    "text_of",
    "without_time",
]

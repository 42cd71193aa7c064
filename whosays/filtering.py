"""What a picture or network is narrowed to: each filter checked, days made whole, unknown names told."""
# ruff: noqa: PLC0415 - heavy libraries wait until something is asked: `whosays --help` passes through here

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Final

from whosays.errors import FrontDoorError

if TYPE_CHECKING:
    from whosays.graph import KnowledgeGraph
    from whosays.graph.view import PageData

NETWORK: Final = ("outlet", "source", "entity", "since", "until")
VIEW: Final = ("outlet", "article", "source", "entity", "content", "proposition", "since", "until")
DAYS: Final = ("since", "until")
_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def checked(filters: Mapping[str, object], known: Collection[str]) -> dict[str, str]:
    """Return the filters that are set, as texts; days are whole ones, a month or year begins or ends with its own.

    Raises ``FrontDoorError`` or ``QueryError`` for a filter that there is not, an empty one, several values or no day.
    """
    from whosays.queries import text_of, there_are

    for name in filters:
        if name not in known:
            raise FrontDoorError(f"no filter {name!r}; {there_are(name, known)}")
    given = {name: text_of(name, value) for name, value in filters.items() if value is not None}
    for name, value in given.items():
        if not value.strip():
            raise FrontDoorError(f"{name} is empty; leave it out instead")
    return {name: _day(name, value) if name in DAYS else value for name, value in given.items()}


def picture_of(graph: KnowledgeGraph, asked: Mapping[str, str]) -> PageData:
    """Return what a page shows of the graph; ``QueryError`` where it is nothing as nobody has a name asked for."""
    from whosays.graph.view import Filters, gather
    from whosays.queries import check_known

    data = gather(graph.dataset, Filters(**asked))
    if not data.chains:
        check_known(graph.dataset, asked, whole=True)
    return data


def _day(name: str, value: str) -> str:
    from whosays.queries import without_time

    found = _DATE.fullmatch(without_time(value))
    try:
        if found:
            return _first_or_last(name == "until", int(found[1]), found[2], found[3]).isoformat()
    except ValueError:  # a month or day that the calendar does not have
        pass
    raise FrontDoorError(f"{name} {value}: give a day as YYYY-MM-DD, or a month or a year of it")


def _first_or_last(last: bool, year: int, month: str | None, day: str | None) -> dt.date:
    its_month = int(month) if month else (12 if last else 1)
    if day:
        return dt.date(year, its_month, int(day))
    first = dt.date(year, its_month, 1)
    return first.replace(day=calendar.monthrange(year, its_month)[1]) if last else first

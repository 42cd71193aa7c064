"""Years and months of a figure that tell that it is no news."""

from __future__ import annotations

import datetime as dt
from typing import Final

from whosays.graph.figures.figure import Figure
from whosays.graph.wording import of_kind

# of English, whatever the language of the process is, as calendar.month_name is not
MONTHS: Final = tuple("january february march april may june july august september october november december".split())
AHEAD: Final = 3  # months that are rather to come than past


def long_ago(told: Figure) -> frozenset[str]:
    """Return the years of a figure that are not that of the report."""
    years = of_kind("year", told.marks)
    return years if told.told_on is None or told.told_on[:4] not in years else frozenset()


def months_ago(told: Figure) -> frozenset[str]:
    """Return the months of a figure if none is that of the report, the one before it or one of the next three."""
    months = of_kind("month", told.marks)
    if told.told_on is None:
        return frozenset()
    this = dt.date.fromisoformat(told.told_on).month
    near = {MONTHS[(this + ahead - 1) % 12] for ahead in range(-1, AHEAD + 1)}
    return frozenset() if months & near else months

"""Years and months of a figure that tell that it is no news."""

from __future__ import annotations

import datetime as dt

from whosays.graph.figures.figure import Figure
from whosays.graph.wording import of_kind


def long_ago(told: Figure) -> frozenset[str]:
    """Return the years of a figure that are not that of the report."""
    years = of_kind("year", told.marks)
    return years if told.told_on is None or told.told_on[:4] not in years else frozenset()


def months_ago(told: Figure) -> frozenset[str]:
    """Return the months of a figure if neither that of the report nor the one before it is among them."""
    months = of_kind("month", told.marks)
    if told.told_on is None:
        return frozenset()
    day = dt.date.fromisoformat(told.told_on)
    near = (day, day.replace(day=1) - dt.timedelta(days=1))
    return frozenset() if months & {f"{each:%B}".lower() for each in near} else months

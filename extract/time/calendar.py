"""Stretches of the calendar: days, weeks from Monday on, months, quarters, years, decades; both ends are in."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

Granularity = Literal[
    "day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century", "span"
]
UNITS = ("day", "week", "month", "year", "decade", "century")
_MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_HALVES: dict[str, tuple[int, int]] = {"week": (3, 1), "weekend": (1, 0), "decade": (1826, 1000)}  # days: early, mid


@dataclass(frozen=True, slots=True)
class Period:
    """From ``start`` to ``end``, both in it, ``None`` is open; ``value`` names it as TIMEX does ("2024-W51")."""

    start: date | None
    end: date | None
    granularity: Granularity
    value: str


def day(on: date) -> Period:
    """Return one day."""
    return Period(on, on, "day", on.isoformat())


def valid_day(year: int, month: int, number: int) -> Period | None:
    """Return a day, or ``None`` where the month has no such day."""
    return day(date(year, month, number)) if 1 <= number <= calendar.monthrange(year, month)[1] else None


def span(start: date | None, end: date | None) -> Period:
    """Return the days from one to another; one that begins after its end is turned round."""
    if start and end and end < start:
        start, end = end, start
    return Period(start, end, "span", f"{start.isoformat() if start else '..'}/{end.isoformat() if end else '..'}")


def week(on: date) -> Period:
    """Return the week from Monday on around a day."""
    monday = on - timedelta(on.weekday())
    year, number, _ = monday.isocalendar()
    return Period(monday, monday + timedelta(6), "week", f"{year}-W{number:02}")


def weekend(on: date) -> Period:
    """Return Saturday and Sunday of the week around a day."""
    saturday = on + timedelta(5 - on.weekday())
    return Period(saturday, saturday + timedelta(1), "weekend", f"{week(on).value}-WE")


def month(year: int, number: int) -> Period:
    """Return a month."""
    last = calendar.monthrange(year, number)[1]
    return Period(date(year, number, 1), date(year, number, last), "month", f"{year:04}-{number:02}")


def months(year: int, first: int, length: int, granularity: Granularity, value: str) -> Period:
    """Return some months of a year."""
    return replace(_joined(month(year, first), month(year, first + length - 1)), granularity=granularity, value=value)


def quarter(year: int, number: int) -> Period:
    """Return a quarter of a year, 1 to 4."""
    return months(year, 3 * number - 2, 3, "quarter", f"{year:04}-Q{number}")


def half(year: int, number: int) -> Period:
    """Return a half of a year, 1 or 2."""
    return months(year, 6 * number - 5, 6, "half", f"{year:04}-H{number}")


def year(number: int) -> Period:
    """Return a year."""
    return months(number, 1, 12, "year", f"{number:04}")


def years(first: int, length: int, granularity: Granularity) -> Period:
    """Return a decade or a century by its first year."""
    value = f"{first:04}"[: 3 if granularity == "decade" else 2]
    last = date(min(first + length - 1, date.max.year), 12, 31)
    return Period(date(first, 1, 1), last, granularity, value)


def around(unit: str, on: date, steps: int = 0) -> Period:
    """Return the day, week, month, ... that a day lies in, or the one some steps away."""
    if unit == "day":
        return day(on + timedelta(steps))
    if unit in ("week", "weekend"):
        return (week if unit == "week" else weekend)(on + timedelta(7 * steps))
    moved = add(on, "month", steps * _MONTHS_OF[unit])
    if unit == "month":
        return month(moved.year, moved.month)
    if unit == "quarter":
        return quarter(moved.year, (moved.month + 2) // 3)
    if unit == "decade":
        return years(moved.year // 10 * 10, 10, "decade")
    return years(moved.year // 100 * 100, 100, "century") if unit == "century" else year(moved.year)


def add(on: date, unit: str, count: int) -> date:
    """Return the day some units later, or earlier where the count is negative; within the calendar."""
    if unit in ("hour", "day", "week"):
        days = {"hour": count // 24, "day": count, "week": 7 * count}[unit]
        return date.fromordinal(min(max(on.toordinal() + days, 1), date.max.toordinal()))
    total = on.year * 12 + on.month - 1 + count * _MONTHS_OF[unit]
    at = min(max(total, 12), date.max.year * 12 + 11)
    last = calendar.monthrange(at // 12, at % 12 + 1)[1]
    return date(at // 12, at % 12 + 1, min(on.day, last))


def part(whole: Period, which: str) -> Period:
    """Return the early, mid or late part of a period: halves, and the middle of it."""
    if whole.start is None or whole.end is None or whole.granularity == "day":
        return whole
    length = (whole.end - whole.start).days + 1
    early, offset = _HALVES.get(whole.granularity, (length // 2, length // 4))
    if whole.granularity in ("month", "quarter", "half", "year"):
        early = 15 if whole.granularity == "month" else (add(whole.start, "month", _half(whole)) - whole.start).days
    if which == "mid":
        return replace(whole, start=whole.start + timedelta(offset), end=whole.end - timedelta(offset + (offset == 1)))
    if which == "early":
        return replace(whole, end=whole.start + timedelta(early - 1))
    return replace(whole, start=whole.start + timedelta(early))


def _half(whole: Period) -> int:
    return max(1, _MONTHS_OF[whole.granularity] // 2)


def clipped(period: Period, today: date, *, before: bool) -> Period:
    """Return the part of a period up to a day, or from it on."""
    if before:
        return replace(period, end=min(period.end or today, today))
    return replace(period, start=max(period.start or today, today))


def between(first: Period, second: Period) -> Period:
    """Return all from the start of one period to the end of another."""
    return span(first.start, second.end)


def _joined(first: Period, second: Period) -> Period:
    return Period(first.start, second.end, "span", "")

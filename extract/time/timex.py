"""When it was: expressions of time in news text as stretches of the calendar, told from the article's day.

An own grammar (``extract.time.patterns``) after TIMEX3: "on Monday" is the last Monday up to the article's day, or the
next one where the sentence looks ahead; weeks begin on Mondays; "early", "mid" and "late" halve.  Seasons have a value
and no days, as the hemisphere is unknown.  Not read: clock times, holidays, sets ("every Monday"), durations, what
hangs on another event ("two days later"), and days that two readings fit (03/04/2024).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from whosays.extract.records import Span
from whosays.extract.time import calendar
from whosays.extract.time.calendar import Period
from whosays.extract.time.normalization import RESOLVERS, Found, UnknownDayError
from whosays.extract.time.patterns import (
    ABBREVIATED,
    AFTER_STEPS,
    AFTER_THAT,
    AHEAD,
    BETWEEN,
    EARLY,
    JOINS,
    NAME_OR_COUNT,
    NEAR,
    PARTS,
    SINCE,
    TOLD_YEAR,
    fitting,
)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Some words that tell a time, and the stretch of the calendar that they mean."""

    span: Span
    period: Period


def find_times(text: str, today: date | None, *, ahead: bool | None = None) -> list[TimeExpression]:
    """Return the times that a sentence tells, in order, none overlapping.

    ``today`` is the article's day; without it only what is told with its year is found.  ``ahead`` says that the
    sentence looks ahead, else its words before the expression tell.
    """
    found: list[TimeExpression] = []
    for name, pattern in fitting(text):
        for match in pattern.finditer(text):
            looks_ahead = AHEAD.search(text, 0, match.start()) is not None if ahead is None else ahead
            period = _resolved(name, Found(match, today, looks_ahead), text)
            if period is not None:
                stop = match[0].endswith(".") and not ABBREVIATED.search(match[0])
                found.append(TimeExpression((match.start(), match.end() - stop), period))
    return _joined(text, [_refined(text, one, today) for one in _anchored(text, _longest(found))], today)


def _resolved(name: str, found: Found, text: str) -> Period | None:
    if name in ("month", "year") and not _is_near(text, *found.match.span()):
        return None
    try:
        return RESOLVERS[name](found)
    except (UnknownDayError, ValueError, OverflowError):
        return None


def _is_near(text: str, start: int, end: int) -> bool:
    """Tell whether a bare month or year stands behind a word of time; "and May" may be a name, "and 1999" a count."""
    near = NEAR.search(text, max(0, start - 12), start)
    return near is not None and not (near[0].lower().startswith("and") and NAME_OR_COUNT.match(text, end))


def _longest(found: list[TimeExpression]) -> list[TimeExpression]:
    kept: list[TimeExpression] = []
    for one in sorted(found, key=lambda t: (t.span[0], -t.span[1])):
        if not kept or one.span[0] >= kept[-1].span[1]:
            kept.append(one)
    return kept


def _anchored(text: str, times: list[TimeExpression]) -> list[TimeExpression]:
    """Count "the next year" from the year that the sentence has told before, not from the article's day."""
    for match in AFTER_THAT.finditer(text):
        before = [t for t in times if t.span[1] <= match.start() and TOLD_YEAR.search(text, *t.span)]
        start = before[-1].period.start if before else None
        if start is not None:
            period = calendar.around(match["unit"].lower(), start, AFTER_STEPS[match["way"].lower()])
            at = TimeExpression(match.span(), period)
            times = [t for t in times if t.span[1] <= match.start() or match.end() <= t.span[0]] + [at]
    return sorted(times, key=lambda t: t.span)


def _refined(text: str, one: TimeExpression, today: date | None) -> TimeExpression:
    """Take "early", "the end of", "later" before an expression in."""
    match = EARLY.search(text, max(0, one.span[0] - 28), one.span[0])
    if not match or one.period.granularity == "day":
        return one
    which = match["which"].lower().removesuffix(" of").split()[-1]
    if which in ("earlier", "later", "rest"):
        if today is None:
            return one
        first = which == "earlier"
        return TimeExpression((match.start(), one.span[1]), calendar.clipped(one.period, today, before=first))
    return TimeExpression((match.start(), one.span[1]), calendar.part(one.period, PARTS.get(which, which)))


def _joined(text: str, times: list[TimeExpression], today: date | None) -> list[TimeExpression]:
    """Join "from May to July" and "between Monday and Wednesday"; open "since May" and "until Friday"."""
    joined: list[TimeExpression] = []
    for one in times:
        previous = joined[-1] if joined else None
        between = JOINS.fullmatch(text, previous.span[1], one.span[0]) if previous else None
        opened = previous and BETWEEN.search(text, max(0, previous.span[0] - 14), previous.span[0])
        if previous and between and (opened or between[0].strip() in ("-", "–", "—", "to", "through", "until", "till")):
            start = opened.start() if opened else previous.span[0]
            joined[-1] = TimeExpression((start, one.span[1]), calendar.between(_before(previous, one), one.period))
        else:
            joined.append(one)
    return [_opened(text, one, today) for one in joined]


def _before(one: TimeExpression, other: TimeExpression) -> Period:
    """Return the earlier end of a range, which shares the year that only the later end tells."""
    start, end = one.period.start, other.period.start
    if start and end and start > end and one.period.granularity in ("day", "month"):
        earlier = calendar.add(start, "year", -1)
        return replace(one.period, start=earlier, end=earlier)
    return one.period


def _opened(text: str, one: TimeExpression, today: date | None) -> TimeExpression:
    match = SINCE.search(text, max(0, one.span[0] - 20), one.span[0])
    if not match:
        return one
    since = match["way"].lower() == "since"
    period = calendar.span(one.period.start, today) if since else calendar.span(None, one.period.end)
    return TimeExpression((match.start(), one.span[1]), period)

"""When a figure was counted: the time told nearest to it, by whoever tells the figure.

A time and a figure belong together when they stand in one sentence and in the same voices' contents: in "officials
said on Monday that 30 died" Monday is when it was said.  Of several times the one without another figure between or
before it is taken, then the nearest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from whosays.extract.records import Attribution, Figure, Span, When
from whosays.extract.timeexpressions import TimeExpression, find_times


def day_of(published: str | None) -> date | None:
    """Return the day of an article's date, ``None`` where it is unknown or no date."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def dated(text: str, figures: Sequence[Figure], hops: Sequence[Attribution], today: date | None) -> Iterator[Figure]:
    """Yield the figures, which are in text order, each with its time; offsets are those of the text."""
    told: dict[Span, list[TimeExpression]] = {}
    for number, figure in enumerate(figures):
        if figure.sentence not in told:
            told[figure.sentence] = find_times(text[slice(*figure.sentence)], today)
        beside = [f.span for f in figures[max(0, number - 4) : number + 5] if f.sentence == figure.sentence]
        voices = _around(figure.span, hops)
        times = [(time, _at(time, figure.sentence)) for time in told[figure.sentence]]
        fitting = [(time, at) for time, at in times if _around(at, hops) == voices]
        nearest = min(fitting, key=lambda pair: _distance(figure.span, pair[1], beside), default=None)
        yield replace(figure, when=_when(*nearest)) if nearest else figure


def _at(time: TimeExpression, sentence: Span) -> Span:
    return sentence[0] + time.span[0], sentence[0] + time.span[1]


def _around(span: Span, hops: Sequence[Attribution]) -> frozenset[int]:
    """Return the hops whose contents hold a span."""
    return frozenset(hop.id for hop in hops if any(start <= span[0] and span[1] <= end for start, end in hop.content))


def _distance(figure: Span, time: Span, figures: Sequence[Span]) -> tuple[int, int]:
    low, high = min(figure[1], time[1]), max(figure[0], time[0])
    between = sum(low <= other[0] and other[1] <= high for other in figures)
    of_earlier = time[1] <= figure[0] and any(other[1] <= time[0] for other in figures)
    return between + of_earlier, high - low


def _when(time: TimeExpression, at: Span) -> When:
    period = time.period
    start, end = (day.isoformat() if day else None for day in (period.start, period.end))
    return When(at, period.value, start, end, period.granularity)

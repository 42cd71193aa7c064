"""When and where a figure was counted: the time and the place told nearest to it, by whoever tells the figure.

A time and a figure belong together when they stand in one sentence and in the same voices' contents: in "officials
said on Monday that 30 died" Monday is when it was said.  Of several times the one without another figure between or
before it is taken, then the nearest.  Places are the recogniser's, behind a preposition of place; what the sentence
before told ("there") is not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc

from whosays.extract.lexicon import is_people, word_class
from whosays.extract.records import Attribution, Figure, Span, When
from whosays.extract.time.timex import TimeExpression, find_times

_BESIDE = 4  # figures on each side that may claim a time or a place for themselves
_AT = word_class("prepositions_of_places")
_BLOCK = 1000  # characters
Contents = dict[int, list[tuple[int, int, int]]]
_PLACES = ("Place", "GPE", "LOC")


def day_of(published: str | None) -> date | None:
    """Return the day of an article's date, ``None`` where it is unknown or no date."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def dated(text: str, figures: Sequence[Figure], hops: Sequence[Attribution], today: date | None) -> Iterator[Figure]:
    """Yield the figures, which are in text order, each with its time; offsets are those of the text."""
    told: dict[Span, dict[Span, TimeExpression]] = {}
    contents = _contents(hops)
    for number, figure in enumerate(figures):
        if figure.sentence not in told:
            found = find_times(text[slice(*figure.sentence)], today)
            told[figure.sentence] = {_at(time, figure.sentence): time for time in found}
        times = told[figure.sentence]
        at = _nearest(number, figures, list(times), contents)
        yield replace(figure, when=_when(times[at], at)) if at else figure


def sited(doc: Doc, figures: Sequence[Figure], hops: Sequence[Attribution]) -> Iterator[Figure]:
    """Yield the figures, which are in text order, each with the place where it was counted."""
    places = [
        (ent.start_char, ent.end_char)
        for ent in doc.ents
        if ent.label_ in _PLACES
        and not is_people(ent.text)
        and any(token.lower_ in _AT for token in doc[max(0, ent.start - 2) : ent.start])
    ]
    first, contents = 0, _contents(hops)
    for number, figure in enumerate(figures):
        start, end = figure.sentence
        while first < len(places) and places[first][0] < start:
            first += 1
        last = first
        while last < len(places) and places[last][1] <= end:
            last += 1
        yield replace(figure, where=_nearest(number, figures, places[first:last], contents))


def _nearest(number: int, figures: Sequence[Figure], told: Sequence[Span], contents: Contents) -> Span | None:
    if not told:
        return None
    figure = figures[number]
    voices = _around(figure.span, contents)
    beside = figures[max(0, number - _BESIDE) : number + _BESIDE + 1]
    others = [other.span for other in beside if other.sentence == figure.sentence]
    fitting = [span for span in told if _around(span, contents) == voices]
    return min(fitting, key=lambda span: _distance(figure.span, span, others), default=None)


def _at(time: TimeExpression, sentence: Span) -> Span:
    return sentence[0] + time.span[0], sentence[0] + time.span[1]


def _contents(hops: Sequence[Attribution]) -> Contents:
    """Return the contents of all hops by the blocks of text that they reach into, so that a look-up is short."""
    found: Contents = {}
    for hop in hops:
        for start, end in hop.content:
            for block in range(start // _BLOCK, end // _BLOCK + 1):
                found.setdefault(block, []).append((start, end, hop.id))
    return found


def _around(span: Span, contents: Contents) -> frozenset[int]:
    """Return the hops whose contents hold a span."""
    near = contents.get(span[0] // _BLOCK, ())
    return frozenset(number for start, end, number in near if start <= span[0] and span[1] <= end)


def _distance(figure: Span, told: Span, figures: Sequence[Span]) -> tuple[int, int]:
    low, high = min(figure[1], told[1]), max(figure[0], told[0])
    between = sum(low <= other[0] and other[1] <= high for other in figures)
    of_earlier = told[1] <= figure[0] and any(other[1] <= told[0] for other in figures)
    return between + of_earlier, high - low


def _when(time: TimeExpression, at: Span) -> When:
    period = time.period
    start, end = (day.isoformat() if day else None for day in (period.start, period.end))
    return When(at, period.value, start, end, period.granularity)

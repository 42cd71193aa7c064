"""Number phrases, and two of them that are one: ranges ("30 to 50") and numbers bounded from both sides.

And what one is as soon as it is known what it counts: a quantity.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from whosays.extract.quantities.conventions import PEOPLE, SCALE, SCALE_SUFFIX, SCALE_SUFFIXES, SCALES, scaled
from whosays.extract.records import Span

_DASH = re.compile(r"\s?[-–~]\s?")
_TO = re.compile(rf"{_DASH.pattern}|-?\s(?:to|through)\s|- or | and (?:possibly|perhaps|maybe|even) ")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")  # "halved in 2004 to $200m"
_HAS_SCALE = re.compile(rf"\b{SCALE}\b|(?<=[\d ]){SCALE_SUFFIX}$", re.IGNORECASE)
_THOUSANDS = re.compile(r"\d{1,3},000")
_NOUN_FOLLOWS = re.compile(rf" (?:[a-z]+s|{PEOPLE})\b")
_AND_BOUND = re.compile(r",? (?:and|but|or) ")


@dataclass(frozen=True, slots=True)
class NumberPhrase:
    """A number with its modifiers and unit: ``text[start:end]`` means ``low`` to ``high``, both inclusive.

    ``None`` is an open bound.  ``core`` are the offsets of the bare number without modifier or unit.  ``unit``
    is ``None`` for plain counts, else ``%``, an ISO 4217 currency code or a unit ("km").  Shares ("a third
    of", "one in five") are percentages.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    approximate: bool
    unit: str | None
    core: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure that is not yet linked to the attribution that holds it.

    Offsets count characters of the Doc.  ``low`` and ``high`` are inclusive, ``None`` is open.  ``measure`` starts
    with the unit where there is one ("% killed", "USD", "km") and ends with a rate ("killed per day").
    """

    span: Span
    low: float | None
    high: float | None
    approximate: bool
    measure: str | None
    of: str | None
    sentence: Span


def ranged(text: str, phrases: list[NumberPhrase]) -> Iterator[NumberPhrase]:
    """Join what is from one number to another: "30-50", "between 30 and 50", "two or three"."""
    return _joined(text, phrases, _range)


def _joined(
    text: str,
    phrases: Iterable[NumberPhrase],
    join: Callable[[str, NumberPhrase, NumberPhrase], NumberPhrase | None],
) -> Iterator[NumberPhrase]:
    """Yield the phrases, each run of neighbours that ``join`` makes one of as that one."""
    pending: NumberPhrase | None = None
    for phrase in phrases:
        joined = pending and join(text, pending, phrase)
        if pending and not joined:
            yield pending
        pending = joined or phrase
    if pending:
        yield pending


def _range(text: str, first: NumberPhrase, second: NumberPhrase) -> NumberPhrase | None:
    """Join "30-50", "30 to 50", "between 30 and 50", "two or three", "10 to 15 million": smaller number first."""
    low = _lower(text, first, second)
    unit = second.unit or (first.unit if _spends_on(text, first, second) else None)
    if low is None or second.high is None or first.unit not in (None, unit):
        return None
    if first.unit is None and second.start < second.core[0] and _YEAR.fullmatch(text, first.start, first.end):
        return None
    start = _range_start(text[max(0, first.start - 20) : second.start], first, low, second.high)
    vague = first.approximate or second.approximate
    core = (first.core[0], second.core[1])
    return None if start is None else replace(second, start=start, low=low, approximate=vague, core=core, unit=unit)


def _range_start(context: str, first: NumberPhrase, low: float, high: float) -> int | None:
    before = context[: min(20, first.start)].lower()
    between = context[min(20, first.start) + first.end - first.start :].lower()
    if between == " and " and before.endswith("between "):
        return first.start - len("between ")
    changes = before.endswith("from ") and not before.endswith(("ranging from ", "ranged from ", "anywhere from "))
    joined = _TO.fullmatch(between) or (between == " or " and high <= 2 * low)
    return first.start if joined and not changes else None


def _lower(text: str, first: NumberPhrase, second: NumberPhrase) -> float | None:
    """The lower bound of a range, in the scale of the upper one if it has none of its own ("10 to 15 million")."""
    values = (_scaled_like(text, first, second), first.low)
    return next((v for v in values if v is not None and second.high is not None and v < second.high), None)


def _spends_on(text: str, first: NumberPhrase, second: NumberPhrase) -> bool:
    """Tell whether a sign before the first number is meant for both ("$3-4 million"), and not "$3 to 40 people"."""
    signed = first.unit is not None and first.core[1] == first.end
    dash = _DASH.fullmatch(text, first.end, second.start) is not None
    scale = _scaled_like(text, first, second) is not None and not _NOUN_FOLLOWS.match(text, second.end)
    return signed and second.start == second.core[0] and (dash or scale)


def _scaled_like(text: str, first: NumberPhrase, second: NumberPhrase) -> float | None:
    """The first number in the scale of the second: "3-4 million", "1.2-1.5m", "20-30,000"."""
    one, other = text[slice(*first.core)], text[slice(*second.core)]
    if first.low is None or first.low >= 1000 or _HAS_SCALE.search(one):
        return None
    if _THOUSANDS.fullmatch(other) and _DASH.fullmatch(text, first.end, second.start):
        return scaled(first.low, 1000)
    scales = [word.lower() for word in _HAS_SCALE.findall(other)]
    return scaled(first.low, math.prod(SCALES.get(s) or SCALE_SUFFIXES[s] for s in scales)) if scales else None


def bounded(text: str, phrases: Iterable[NumberPhrase]) -> Iterator[NumberPhrase]:
    """Join what bounds one number from both sides: "more than 50 but fewer than 100"."""
    return _joined(text, phrases, _both_bounds)


def _both_bounds(text: str, one: NumberPhrase, other: NumberPhrase) -> NumberPhrase | None:
    if not _AND_BOUND.fullmatch(text, one.end, other.start) or one.unit not in (None, other.unit):
        return None
    low, high = (one.low, other.high) if one.high is None else (other.low, one.high)
    open_ends = {one.low is None, one.high is None} == {other.low is None, other.high is None} == {True, False}
    if not open_ends or low is None or high is None or low > high or (one.low is None) == (other.low is None):
        return None
    core = (one.core[0], other.core[1])
    vague = one.approximate or other.approximate
    return replace(other, start=one.start, low=low, high=high, approximate=vague, core=core)

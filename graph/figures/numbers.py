"""Numbers told in one unit or another, exactly or rounded."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Final

from whosays.graph.figures.figure import Figure
from whosays.graph.wording import base_unit, in_base_unit, predicate_of, unit_of

LARGE: Final = 1000  # a count below is told to the last one
OFF: Final = 0.05  # by which share a number is rounded at most
_DIGITS: Final = 15  # that a number is told in at most


def low_end(figure: Figure) -> float:
    """Return the least that a figure can be."""
    return -math.inf if figure.low is None else figure.low


def high_end(figure: Figure) -> float:
    """Return the most that a figure can be."""
    return math.inf if figure.high is None else figure.high


def holds(outer: Figure, inner: Figure) -> bool:
    """Tell whether all that the second can be lies within the first."""
    return low_end(outer) <= low_end(inner) and high_end(inner) <= high_end(outer)


def in_one_unit(one: Figure, other: Figure) -> tuple[Figure, Figure]:
    """Return two figures in one unit where they are told in two that measure the same thing.

    Each then reaches as far as its last digit leaves room.
    """
    units = unit_of(one.measure), unit_of(other.measure)
    if units[0] == units[1] or units[0] is None or units[1] is None or base_unit(units[0]) != base_unit(units[1]):
        return one, other
    return _turned(one, units[0]), _turned(other, units[1])


def is_rounded(one: Figure, other: Figure) -> bool:
    """Tell whether the first number is the second one told in fewer digits: "43,000" of "43,350"."""
    if one.low is None or one.low != one.high or other.low is None or other.low != other.high:
        return False
    if abs(one.low) < LARGE or abs(one.low - other.low) > OFF * abs(other.low):
        return False
    digits = _digits(one.low)
    return digits < _digits(other.low) and round(other.low, digits - _magnitude(other.low) - 1) == one.low


def _turned(figure: Figure, unit: str) -> Figure:
    """Return a figure in the base of its unit."""
    measure = f"{base_unit(unit)} {predicate_of(figure.measure)}".strip()
    low = None if figure.low is None else in_base_unit(figure.low - _room(figure.low), unit)
    high = None if figure.high is None else in_base_unit(figure.high + _room(figure.high), unit)
    return replace(figure, low=low, high=high, measure=measure)


def _room(number: float) -> float:
    """Return half of the last digit that a number is told in: 0.5 of 12, 0.05 of 3.7, 5 of 120."""
    return 0.5 * 10.0 ** (_magnitude(number) - _digits(number) + 1) if number else 0.5


def _magnitude(number: float) -> int:
    return math.floor(math.log10(abs(number))) if number else 0


def _digits(number: float) -> int:
    """Return in how many digits a number is told, zeros at its end left out."""
    return len(f"{abs(number):.{_DIGITS - 1}e}".partition("e")[0].replace(".", "").rstrip("0")) or 1

"""Two figures and all that the rules of comparing look at, and what they find."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final, Literal

from whosays.graph.figures.figure import Figure
from whosays.graph.figures.numbers import high_end, low_end
from whosays.graph.wording import Bearing

Relation = Literal["equal", "refines", "updates", "compatible", "contradicts", "notComparable"]
ALL: Final = 100_000  # days: who tells no time counts everything
ALIKE: Final = 1.5  # "in June" and "since the start of June" are the same time
LATER: Final = 1  # days between two reports after which a higher count may simply be a newer one


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the first figure stands to the second, and why, in words for a person; ``turned``: the other way round."""

    relation: Relation
    reason: str
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures and all that the rules look at."""

    one: Figure
    other: Figure
    bearing: Bearing
    same_of: bool
    subset: int  # -1: the first counts some of the second's, 1: the other way round, 0: neither
    turned_into: bool = False  # the two were told in other units, and are compared in one

    @property
    def equal(self) -> bool:
        return (self.one.low, self.one.high) == (self.other.low, self.other.high)

    @property
    def apart(self) -> bool:
        return low_end(self.one) > high_end(self.other) or low_end(self.other) > high_end(self.one)

    @property
    def shorter(self) -> int:
        """-1: the first covers less time, 1: the other does, 0: the same or untold."""
        mine, theirs = days(self.one), days(self.other)
        return (mine > ALIKE * theirs) - (ALIKE * mine < theirs)


def days(figure: Figure) -> float:
    """Return how many days a figure counts over."""
    return ALL if figure.days is None else figure.days


def newer(one: Figure, other: Figure) -> bool:
    """Tell whether the first figure was told on a later day."""
    if one.told_on is None or other.told_on is None:
        return False
    return (dt.date.fromisoformat(one.told_on) - dt.date.fromisoformat(other.told_on)).days >= LATER

"""Whether two tolls are of one incident: a war, or one day of it, has dozens of strikes, each with its dead.

Articles of one story tell of several of them, so that the sentences have to show that it is the same: by words that
only the tolls of one incident share ("pagers", "the school in Sarn"), or by two large numbers close to each other, as
those of a whole war are.  Nothing is known of tolls without the words around them.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Final, Protocol

from whosays.graph.names import states
from whosays.graph.wording import is_toll
from whosays.resources import word_classes

SHARED: Final = 2.0  # words that only the tolls of one incident share
KNOWN_BY: Final = 0.5  # of such a word is a name that both articles are known by: all of a war that they tell is there
FACTOR: Final = 4.0  # one toll is so many times another of the same at most
WHOLE: Final = 200  # dead of more than an incident, which is known by its number
CLOSE: Final = 1.25  # such numbers of the same are near each other
WEEK: Final = 7  # days in which the toll of an incident is counted
SEVERAL: Final = 2  # others in both articles: then they tell of several incidents
STEM: Final = 6  # letters of the words around a figure
NAME: Final = "@"
_ONE: Final = word_classes("graph")["of_one_incident"]
_OF_ANY: Final = word_classes("graph")["of_any_incident"]


class Toll(Protocol):
    """What is counted, how many, on which day it was told, and the words around it in each sentence."""

    @property
    def measure(self) -> str:
        """What is counted."""

    @property
    def low(self) -> float | None:
        """The fewest."""

    @property
    def high(self) -> float | None:
        """The most."""

    @property
    def vague(self) -> bool:
        """Whether its words give no number."""

    @property
    def told_on(self) -> str | None:
        """The day of the report."""

    @property
    def others(self) -> int:
        """How many others of the kind its article tells, those far off counted double."""

    @property
    def about(self) -> tuple[frozenset[str], ...]:
        """The names that its articles are known by."""

    @property
    def around(self) -> tuple[frozenset[str], ...]:
        """The words that belong to it in each sentence that tells it."""


def other_incident(one: Toll, other: Toll) -> str | None:
    """Return why two tolls are hardly of one incident, ``None`` where they may be or nothing is known of that."""
    if not (is_toll(one.measure) and is_toll(other.measure) and one.around and other.around):
        return None
    lower, higher = sorted((_number(one), _number(other)))
    if higher > FACTOR * lower:
        return "too far apart to be of the same"
    if one.others + other.others < SEVERAL:
        return None
    of_a_whole = lower >= WHOLE and higher <= CLOSE * lower and not (one.vague or other.vague)
    if not of_a_whole and _days_apart(one, other) > WEEK:
        return "no toll of one incident is counted so long"
    known = _known_by(one) & _known_by(other)
    if any(_share_enough(near, far, known, of_a_whole) for near in one.around for far in other.around):
        return None
    return "nothing tells that it is the same incident"


def _share_enough(near: frozenset[str], far: frozenset[str], known: frozenset[str], of_a_whole: bool) -> bool:
    mine, theirs = _telling(near), _telling(far)
    if _names_another(mine, theirs):
        return False
    if of_a_whole:
        return bool(near & far - _OF_ANY)
    shared = _words(mine) & _words(theirs)
    return bool(shared & _ONE) or sum(KNOWN_BY if word in known else 1.0 for word in shared) >= SHARED


def _known_by(toll: Toll) -> frozenset[str]:
    return frozenset(word[:STEM] for names in toll.about for name in names for word in name.lower().split())


def _names_another(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether each names somebody or something that the other does not."""
    named = [{w[len(NAME) :] for w in side if w.startswith(NAME)} for side in (one, other)]
    return bool(named[0] - _words(other)) and bool(named[1] - _words(one))


def _words(told: frozenset[str]) -> frozenset[str]:
    return frozenset(word.removeprefix(NAME) for word in told)


def _telling(words: frozenset[str]) -> frozenset[str]:
    """Return the words that are not said of any incident."""
    return frozenset(word for word in words if word.removeprefix(NAME) not in _idle())


@cache
def _idle() -> frozenset[str]:
    names = (name for state in states() for name in (*state.names, *state.peoples))
    return _OF_ANY | frozenset(word.lower()[:STEM] for name in names for word in name.split())


def _number(toll: Toll) -> float:
    return (toll.low if toll.low is not None else toll.high) or 0.0


def _days_apart(one: Toll, other: Toll) -> int:
    if one.told_on is None or other.told_on is None:
        return 0
    return abs((dt.date.fromisoformat(one.told_on) - dt.date.fromisoformat(other.told_on)).days)

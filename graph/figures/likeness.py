"""Whether two figures tell of the same: by their measures, and where those are mere words, by what is said of them."""

from __future__ import annotations

from itertools import takewhile
from typing import Final, Protocol

from whosays.graph.wording import (
    Bearing,
    base_unit,
    bearing,
    head,
    is_tabled,
    predicate_of,
    same_surroundings,
    unit_of,
)

_SHARED: Final = 5  # letters with which two forms of one verb begin: those who "support" are those "supporting" it


class Said(Protocol):
    """What a figure counts, and what its sentences say of it."""

    @property
    def measure(self) -> str:
        """What is counted."""

    @property
    def things(self) -> str:
        """The words of whom or what is counted."""

    @property
    def around(self) -> tuple[frozenset[str], ...]:
        """The words that belong to it in each sentence that tells it."""


def bears(one: Said, other: Said) -> Bearing:
    """Return how the first measure bears on the second; mere words are the same where the same is said of both."""
    found = bearing(one.measure, other.measure)
    return "same" if found == "other" and alike(one, other) else found


def alike(one: Said, other: Said) -> bool:
    """Tell whether two figures without a tabled measure have the same said of them in a sentence each."""
    if is_tabled(one.measure) or is_tabled(other.measure) or meeting(one) != meeting(other):
        return False
    mine, theirs = predicate_of(one.measure), predicate_of(other.measure)
    heads = head(one.things), head(other.things)
    if (mine and theirs and not _is_one_verb(mine, theirs)) or (all(heads) and heads[0] != heads[1]):
        return False
    return any(same_surroundings(near, far) for near in one.around for far in other.around)


def meeting(one: Said) -> str:
    """Return what a figure without a tabled measure has in common with all that can tell of the same."""
    unit = base_unit(unit_of(one.measure))
    return f"in {unit}" if unit else f"of {noun}" if (noun := head(one.things)) else ""


def _is_one_verb(one: str, other: str) -> bool:
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return one == other or (shared >= _SHARED and max(len(one), len(other)) - shared <= len("ing"))

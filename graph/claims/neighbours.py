"""A pair of claims among all the claims of their two articles: what shared words tell there, and who is nearer.

What many claims of both say ("the dam") tells little, what one of each says tells much; two of which each has a nearer
one in the other article are hardly one; and reports on one event tell the same in much the same order.  All of it rests
on these two articles alone, so that nothing which comes later undoes what is decided.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from whosays.graph.claims.words_as_written import stems_in

THOUSAND: Final = 1000  # characters


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of one article, in its order: the stems of each, how many have each stem, where each stands."""

    stems: tuple[frozenset[str], ...] = ()
    having: Mapping[str, int] | None = None
    spans: tuple[tuple[int, int], ...] = ()

    def count(self, stem: str) -> int:
        """Return how many of them have a stem."""
        return self.having.get(stem, 0) if self.having else 0

    def apart_from(self, number: int) -> Iterable[frozenset[str]]:
        """Yield the stems of those that share no words of the article with one of them."""
        start, end = self.spans[number]
        return (s for s, (first, last) in zip(self.stems, self.spans, strict=True) if last <= start or end <= first)


@dataclass(frozen=True, slots=True)
class Standing:
    """A claim among those of its article: their number ``at``, or none."""

    claims: Claims = Claims()
    at: int = -1

    @property
    def stems(self) -> frozenset[str]:
        """The claim's own stems."""
        return self.claims.stems[self.at]

    @property
    def rank(self) -> float:
        """How far through the claims of its article it comes, from 0 to 1."""
        return self.at / max(1, len(self.claims.stems) - 1)

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.claims.spans[self.at][0]


def standings(told: Sequence[tuple[tuple[int, int], str]]) -> list[Standing]:
    """Return where each claim of an article stands, given from where to where it goes and as it can be read alone."""
    order = sorted(range(len(told)), key=lambda number: (told[number][0], told[number][1]))
    stems = tuple(stems_in(told[number][1]) for number in order)
    having = Counter(stem for each in stems for stem in each)
    claims = Claims(stems, having, tuple(told[number][0] for number in order))
    places = {number: at for at, number in enumerate(order)}
    return [Standing(claims, places[number]) for number in range(len(told))]


def among_neighbours(one: Standing, other: Standing) -> dict[str, float]:
    """Return the traits of a pair among the claims of both articles."""
    mine, theirs = one.stems, other.stems
    shared = _telling(mine & theirs, one.claims, other.claims)
    least = min(_telling(mine, one.claims, other.claims), _telling(theirs, one.claims, other.claims))
    both = _telling(mine | theirs, one.claims, other.claims)
    near = _alike(mine, theirs)
    return {
        "telling": shared,
        "telling_of_the_shorter": shared / least if least else 0.0,
        "telling_of_both": shared / both if both else 0.0,
        "nearer_than_others": near - max((_alike(mine, s) for s in other.claims.apart_from(other.at)), default=0.0),
        "others_nearer": near - max((_alike(s, theirs) for s in one.claims.apart_from(one.at)), default=0.0),
        "ranks_apart": abs(one.rank - other.rank),
        "starts_apart": abs(one.start - other.start) / THOUSAND,
    }


def _telling(stems: Iterable[str], one: Claims, other: Claims) -> float:
    """Return what stems tell, each the more the fewer claims have it; the order of the sum does not matter."""
    number = len(one.stems) + len(other.stems) + 1
    return math.fsum(math.log(number / max(1, one.count(stem) + other.count(stem))) for stem in stems)


def _alike(mine: frozenset[str], theirs: frozenset[str]) -> float:
    shared = len(mine & theirs)
    return shared / math.sqrt(len(mine) * len(theirs)) if shared else 0.0

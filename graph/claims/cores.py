"""Groups in which everybody matches several others: what is joined by pairs, without long chains.

Where A is B, B is C and C is D, A and D need not be one claim.  Of what pairs connect, those two groups become one
first of whose members the largest share match across, as long as it is more than three tenths (average linkage).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Final

MOST: Final = 0.3  # of the pairs across two groups must match, and more


def cores(members: Sequence[str], joined: Callable[[str, str], bool]) -> list[tuple[str, ...]]:
    """Return the groups of what pairs connect, each sorted; the order of the members does not matter."""
    ordered = sorted(members)
    if len(ordered) <= 2:
        return [tuple(ordered)] if ordered else []
    groups = {i: [i] for i in range(len(ordered))}
    match = {pair: int(joined(ordered[pair[0]], ordered[pair[1]])) for pair in combinations(groups, 2)}
    while match:
        (left, right), shared = min(match.items(), key=lambda item: (-_share(item[1], groups, item[0]), item[0]))
        if _share(shared, groups, (left, right)) <= MOST:
            break
        groups[left] += groups.pop(right)
        del match[left, right]
        for other in groups:
            if other != left:
                kept, gone = _pair(left, other), _pair(right, other)
                match[kept] += match.pop(gone)
    return sorted(tuple(sorted(ordered[i] for i in group)) for group in groups.values())


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _share(shared: int, groups: dict[int, list[int]], pair: tuple[int, int]) -> float:
    return shared / (len(groups[pair[0]]) * len(groups[pair[1]]))

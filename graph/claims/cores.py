"""Groups in which members are likely to say the same as the others: what is joined by pairs, without long chains.

Where A is B, B is C and C is D, A and D need not be one claim.  Of what pairs connect, those two groups become one
first whose members say the same most likely, on the average over all pairs across them (average linkage).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Final

LIKELY: Final = 0.55  # that two say the same, for a pair to be joined
GROUPED: Final = 0.45  # on the average of several pairs


def cores(members: Sequence[str], likely: Callable[[str, str], float]) -> list[tuple[str, ...]]:
    """Return the groups of what pairs connect, each sorted; the order of the members does not matter."""
    ordered = sorted(members)
    if len(ordered) <= 2:
        return [tuple(ordered)] if ordered else []
    groups = {i: [i] for i in range(len(ordered))}
    match = {pair: likely(ordered[pair[0]], ordered[pair[1]]) for pair in combinations(groups, 2)}
    while True:
        means = {pair: total / _pairs(groups, pair) for pair, total in match.items()}
        near = [pair for pair, mean in means.items() if mean >= (LIKELY if _pairs(groups, pair) == 1 else GROUPED)]
        if not near:
            break
        left, right = min(near, key=lambda pair: (-means[pair], pair))
        groups[left] += groups.pop(right)
        del match[left, right]
        for other in groups:
            if other != left:
                kept, gone = _pair(left, other), _pair(right, other)
                match[kept] += match.pop(gone)
    return sorted(tuple(sorted(ordered[i] for i in group)) for group in groups.values())


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _pairs(groups: dict[int, list[int]], pair: tuple[int, int]) -> int:
    return len(groups[pair[0]]) * len(groups[pair[1]])

"""What the contradictions of one story come to: each dispute with those who say so and those who say otherwise.

Contradictions of one sort between the same two camps are one dispute where they share an attribution.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from whosays.graph.conflicts.comparing import Conflict, Known, Sort, conflict, may_be_rival
from whosays.graph.conflicts.side import Side

Told: TypeAlias = Callable[[Side, Side], bool]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A contradiction: who says so, who says otherwise, each camp in the order of its telling, and what clashes."""

    sort: Sort
    so: tuple[Side, ...]
    otherwise: tuple[Side, ...]
    clash: str


def disputes(sides: Iterable[Side], known: Known, told: Told) -> tuple[Dispute, ...]:
    """Return the disputes among the sides of one story, in order; ``told`` are pairs of one claim."""
    groups: defaultdict[tuple[Sort, tuple[str, str]], list[Conflict]] = defaultdict(list)
    for one, other in _meeting(sorted(sides, key=lambda side: side.order)):
        found = conflict(one, other, known)
        if found is not None and not (one.denied != other.denied and told(one, other)):
            groups[found.sort, found.camps].append(found)
    made = [_dispute(part) for group in groups.values() for part in _parts(group)]
    return tuple(sorted(made, key=lambda each: (each.so[0].order, each.otherwise[0].order, each.sort)))


def _meeting(sides: list[Side]) -> Iterator[tuple[Side, Side]]:
    """Yield the pairs that may contradict each other: few of all that a story has."""
    accusing = [side for side in sides if side.holding == "accuses"]
    yield from itertools.product(accusing, (side for side in sides if side.holding == "denies"))
    yield from itertools.combinations(filter(may_be_rival, accusing), 2)
    yield from itertools.combinations((side for side in sides if side.state is not None), 2)
    meeting = sorted((side for side in sides if side.meets), key=lambda side: side.meets)
    for _, met in itertools.groupby(meeting, key=lambda side: side.meets):
        yield from itertools.combinations(met, 2)


def _parts(conflicts: Iterable[Conflict]) -> list[list[Conflict]]:
    """Put together what shares an attribution, whatever the order."""
    above: dict[str, str] = {}

    def top(hop: str) -> str:
        while above.setdefault(hop, hop) != hop:
            above[hop] = above[above[hop]]
            hop = above[hop]
        return hop

    found = list(conflicts)
    for each in found:
        above[top(each.one.hop)] = top(each.other.hop)
    parts: defaultdict[str, list[Conflict]] = defaultdict(list)
    for each in found:
        parts[top(each.one.hop)].append(each)
    return list(parts.values())


def _dispute(conflicts: list[Conflict]) -> Dispute:
    """Return the dispute of some contradictions; of two accounts the one that was told first comes first."""
    camps = conflicts[0].camps
    sides: dict[str, dict[str, Side]] = {camp: {} for camp in camps}
    for each in conflicts:
        for camp, side in each.by_camp:
            sides[camp][side.hop] = side
    ordered = [sorted(sides[camp].values(), key=lambda side: side.order) for camp in camps]
    if conflicts[0].sort in ("rivalAccounts", "oppositeStates"):
        ordered.sort(key=lambda camp: camp[0].order)
    first = min(conflicts, key=lambda each: (each.one.order, each.other.order))
    return Dispute(first.sort, tuple(ordered[0]), tuple(ordered[1]), first.clash)

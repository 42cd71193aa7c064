"""Of what a denial is that does not tell: "denied any involvement" is of what was said last against the denier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from whosays.graph.conflicts.side import Side

_BEFORE: Final = 600  # characters in which what is denied was said


def completed(found: Sequence[Side]) -> Iterator[Side]:
    """Yield the sides, denials that do not tell what of with what was said last against the denier."""
    for side in found:
        if side.act or side.holding != "denies":
            yield side
            continue
        before = [
            other
            for other in found
            if other.holding == "accuses" and other.act and _is_of(other, side) and _is_near(other, side)
        ]
        if before:
            meant = max(before, key=lambda other: (other.span, other.hop))
            yield replace(side, act=meant.act, regions=meant.regions)


def _is_near(accusing: Side, denying: Side) -> bool:
    return -_BEFORE <= accusing.span[0] - denying.span[0] <= 0


def _is_of(accusing: Side, denying: Side) -> bool:
    """Tell whether the denier is accused, or of the state that is."""
    same = bool(accusing.whom.referents & denying.voice.referents)
    return same or bool(accusing.whom.state and accusing.whom.state == denying.voice.state)

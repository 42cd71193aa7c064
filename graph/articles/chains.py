"""Chains of attributions: from one to those that report it, and its voices by name from the outlet in.

"Harbour Courier > Tomas Ferrel > Mira Castellan"
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Final, TypeAlias

# who it is (equal for the same one), and the name to show
Voice: TypeAlias = tuple[str, str]

JOINT: Final = " > "
NO_OUTLET: Final = "(outlet not named)"
NO_SOURCE: Final = "(source not named)"


def outwards(attribution: str, parents: Mapping[str, str | None]) -> Iterator[str]:
    """Yield an attribution and those that it is reported by, the outlet's own voice last; each of a circle once."""
    seen: set[str] = set()
    here: str | None = attribution
    while here is not None and here not in seen:
        seen.add(here)
        yield here
        here = parents.get(here)


def chains(parents: Mapping[str, str | None], voices: Mapping[str, Voice]) -> dict[str, str]:
    """Return attribution to chain; ``voices`` has each one's source, ``parents`` what it is reported by.

    A voice that reports itself (an outlet: "the Courier could not verify") stands in the chain once.
    """
    done: dict[str, str] = {}
    for attribution in sorted(voices):
        new = list(takewhile(lambda hop: hop not in done, outwards(attribution, parents)))
        for hop in reversed(new):
            done[hop] = _extended(hop, parents.get(hop), voices, done)
    return done


def _extended(hop: str, parent: str | None, voices: Mapping[str, Voice], done: Mapping[str, str]) -> str:
    who, name = voices[hop]
    if parent is None:
        return name
    return done[parent] if voices[parent][0] == who else f"{done[parent]}{JOINT}{name}"

"""The chain of voices in names, from the outlet in: "Harbour Courier > Tomas Ferrel > Mira Castellan"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

# who it is (equal for the same one), and the name to show
Voice: TypeAlias = tuple[str, str]

JOINT = " > "
NO_OUTLET = "(outlet not named)"
NO_SOURCE = "(source not named)"


def chains(parents: Mapping[str, str], voices: Mapping[str, Voice]) -> dict[str, str]:
    """Return attribution to chain; ``voices`` has each one's source, ``parents`` what it is reported by.

    A voice that reports itself (an outlet: "the Courier could not verify") stands in the chain once.
    """
    done: dict[str, str] = {}
    for attribution in sorted(voices):
        for hop in reversed(_unfinished(attribution, parents, done)):
            done[hop] = _extended(hop, parents.get(hop), voices, done)
    return done


def _unfinished(attribution: str, parents: Mapping[str, str], done: Mapping[str, str]) -> list[str]:
    path = [attribution]
    while (above := parents.get(path[-1])) is not None and above not in done:
        path.append(above)
    return path


def _extended(hop: str, parent: str | None, voices: Mapping[str, Voice], done: Mapping[str, str]) -> str:
    who, name = voices[hop]
    if parent is None:
        return name
    return done[parent] if voices[parent][0] == who else f"{done[parent]}{JOINT}{name}"

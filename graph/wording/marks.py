"""What tells how a figure was counted: marks of a kind and a word ("year 2031", "place @sarn", "name @sarn").

They come as the setting that its sentence was read into (``ws:setting``), and the names from the terms of its claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from whosays.graph.wording.terms import name_key, wording

SOME: Final = "some"
BESIDES: Final = "besides"  # others than those counted before, on top of them
WAVE: Final = "wave"  # an attack on a whole country: by whom, when, and what its sentence names
RATE: Final = "rate"
AVERAGE: Final = "average"
EXPECTED: Final = "expected"
DENIED: Final = "denied"  # told by the stance of whoever holds the figure, by no sentence
EARLIER: Final = "earlier"
RISEN: Final = "risen"
LOWERED: Final = "lowered"
CONVERTED: Final = "converted"
SENTENCE: Final = "sentence"  # of which article and where in it
SUPPOSED: Final = "supposed"
VAGUE: Final = "vague"
BODIES: Final = "bodies"
DAYS: Final = "days"
AROUND: Final = "around"  # all words that belong to the figure in its sentence
COUNTED: Final = "of"  # those of whom or what it counts
_BETWEEN: Final = "; "  # the marks of a setting
_WORLD: Final = "world"


def marks(setting: str, terms: str) -> frozenset[str]:
    """Return the marks of a figure: those of its setting, and a name for each one in its claim."""
    told = (_mark(each) for each in setting.split(_BETWEEN) if each and each.partition(" ")[0] not in (AROUND, COUNTED))
    return frozenset((*told, *_names(terms)))


def words_of(kind: str, setting: str) -> str | None:
    """Return the words of a figure's setting that are of a kind (``AROUND``, ``COUNTED``), ``None`` without any."""
    found = (each.partition(" ") for each in setting.split(_BETWEEN))
    return next((words for told, _, words in found if told == kind), None)


def setting(marks: tuple[str, ...]) -> str:
    """Return marks as they are stored."""
    return _BETWEEN.join(marks)


def of_kind(kind: str, told: frozenset[str]) -> frozenset[str]:
    """Return the words of the marks of a kind."""
    return frozenset(mark.partition(" ")[2] for mark in told if mark.partition(" ")[0] == kind)


def days(told: frozenset[str]) -> int | None:
    """Return how many days a figure covers, ``None`` where that is not told."""
    return max(map(int, of_kind(DAYS, told)), default=None)


def other_time(one: frozenset[str], other: frozenset[str]) -> tuple[frozenset[str], frozenset[str]] | None:
    """Return the years, months or days that two figures tell, where they are others; ``None``: they may agree."""
    told = ((of_kind(kind, one), of_kind(kind, other)) for kind in ("year", "month", "day"))
    return next(((mine, theirs) for mine, theirs in told if mine and theirs and mine.isdisjoint(theirs)), None)


def _mark(told: str) -> str:
    kind, _, word = told.partition(" ")
    name, _, ending = word.partition(" ")
    return f"{kind} @{name_key(name, ending)}" if kind == "place" and name != _WORLD else told


def _names(terms: str) -> Iterator[str]:
    for token in wording(terms).tokens:
        if token.name:
            yield from (f"name {key}" for key in token.keys if key.startswith("@"))

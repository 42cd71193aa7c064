"""Which names are worth comparing: those that meet under a common key, so that 10^5 names need no 10^10 comparisons.

A key under which more than ``CROWD`` names meet tells nothing and is left out.  Which keys a name has depends on that
name alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations
from typing import Final, Literal, NamedTuple, TypeAlias, TypeVar

from whosays.graph.names import initialled, initials, initials_key, is_acronym, keys, plain, site, unit, wording
from whosays.graph.resolution.profiles import Known

CROWD: Final = 60
_MANY_WORDS: Final = 2
# sorts of pair (keys of ``FEATURES``) by rank: what a lower one finds, a higher one does not find again
SORTS: Final = (
    "full names of people",
    "full names of people",
    "a unit",
    "the same words",
    "initials",
    "a web address",
    "another kind",
)
_SPELT, _INITIALLED, _UNIT, _WORDS, _INITIALS, _ADDRESS, _KIND = range(len(SORTS))

# the sort of pair (a key of ``FEATURES``) and the positions of the two names
Candidate: TypeAlias = tuple[str, int, int]
N = TypeVar("N")
Side: TypeAlias = Literal["all", "one", "other"]


class Block(NamedTuple):
    """A key that a name has: names of the side "all" meet each other, "one" meets the only "other" of its key."""

    rank: int
    key: str
    side: Side


def blocks(known: Known) -> Iterator[Block]:
    """Yield the keys under which a name meets others."""
    for kind, form in sorted(known.keys):
        if kind == "person":
            yield from _of_a_person(form)
        elif kind == "body":
            yield from _of_a_body(form, known)


def candidates(names: Sequence[Known]) -> list[Candidate]:
    """Return the pairs of full names to compare, sorted, each once; the names must stand in a fixed order."""
    meeting: defaultdict[tuple[int, str], dict[Side, set[int]]] = defaultdict(dict)
    for index, known in enumerate(names):
        for block in blocks(known):
            meeting[block[:2]].setdefault(block.side, set()).add(index)
    found: dict[tuple[int, int], str] = {}
    for (rank, _), sides in sorted(meeting.items()):
        for i, j in _pairs(sides):
            found.setdefault((i, j), SORTS[rank])
    return sorted((sort, i, j) for (i, j), sort in found.items())


def meet(number: int) -> bool:
    """Tell whether a key that so many names of the side "all" share is worth comparing them for."""
    return 1 < number <= CROWD


def _pairs(sides: dict[Side, set[int]]) -> Iterator[tuple[int, int]]:
    everybody = sides.get("all", set())
    if meet(len(everybody)):
        yield from combinations(sorted(everybody), 2)
    others = sides.get("other", set())
    for one in sides.get("one", ()):
        if (fitting := only(others, one)) is not None:
            yield (one, fitting) if one < fitting else (fitting, one)


def only(others: Collection[N], one: N) -> N | None:
    """Return the only one of the others, oneself left out; ``None`` where there are several or none."""
    if len(others) > 2:
        return None
    fitting = [other for other in others if other != one]
    return fitting[0] if len(fitting) == 1 else None


def _of_a_person(form: str) -> Iterator[Block]:
    yield from (Block(_SPELT, key, "all") for key in keys(form))
    yield Block(_INITIALLED, initials_key(form), "one" if initialled(form) else "other")
    yield Block(_KIND, form, "one")


def _of_a_body(form: str, known: Known) -> Iterator[Block]:
    read = unit(form) if known.kind == "unit" else None
    if read is not None:
        yield Block(_UNIT, f"{read.number} {read.head}", "all")
    if _tells(form, known):
        yield Block(_WORDS, "|".join(sorted(wording(form))), "all")
    if " " in form:
        yield Block(_INITIALS, initials(form), "other")
        yield Block(_ADDRESS, plain(form).replace(" ", ""), "other")
    elif any(map(is_acronym, known.surfaces)):
        yield Block(_INITIALS, form, "one")
    yield from (Block(_ADDRESS, found, "one") for surface in sorted(known.surfaces) if (found := site(surface)))
    yield Block(_KIND, form, "other")


def _tells(form: str, known: Known) -> bool:
    """Tell whether a body's words are enough to meet by: one word alone is not where it is a place's."""
    return len(wording(form)) >= _MANY_WORDS or known.kind == "body"

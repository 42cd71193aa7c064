"""Which names are worth comparing: those that meet under a common key, so that 10^5 names need no 10^10 comparisons.

A key under which more than ``CROWD`` names meet tells nothing and is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final, TypeAlias

from whosays.graph.normal_form import is_acronym, plain
from whosays.graph.resolution_evidence import Known
from whosays.graph.resolution_spelling import initialled, initials_key, keys
from whosays.graph.resolution_wording import initials, site, unit, wording

CROWD: Final = 60
_MANY_WORDS: Final = 2

# the sort of pair (a key of ``FEATURES``) and the positions of the two names
Candidate: TypeAlias = tuple[str, int, int]


def candidates(names: Sequence[Known]) -> list[Candidate]:
    """Return the pairs of full names to compare, sorted, each once; the names must stand in a fixed order."""
    people = [(index, form) for index, known in enumerate(names) for kind, form in known.keys if kind == "person"]
    bodies = [(index, form) for index, known in enumerate(names) for kind, form in known.keys if kind == "body"]
    units = [(index, form) for index, form in bodies if names[index].kind == "unit"]
    found: dict[tuple[int, int], str] = {}
    for sort, pairs in (
        ("full names of people", _met((i, key) for i, form in people for key in keys(form))),
        ("full names of people", _initialled(people)),
        ("a unit", _met((i, (read.number, read.head)) for i, form in units if (read := unit(form)))),
        ("the same words", _met((i, wording(form)) for i, form in bodies if _tells(form, names[i]))),
        ("initials", _abbreviated(bodies, names)),
        ("a web address", _addresses(bodies, names)),
        ("another kind", _of_two_kinds(people, bodies)),
    ):
        for pair in pairs:
            found.setdefault(pair, sort)
    return sorted((sort, i, j) for (i, j), sort in found.items())


def _tells(form: str, known: Known) -> bool:
    """Tell whether a body's words are enough to meet by: one word alone is not where it is a place's."""
    return len(wording(form)) >= _MANY_WORDS or known.kind == "body"


def _met(keyed: Iterable[tuple[int, Hashable]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share a key."""
    blocks: defaultdict[Hashable, set[int]] = defaultdict(set)
    for index, key in keyed:
        blocks[key].add(index)
    for block in blocks.values():
        if 1 < len(block) <= CROWD:
            yield from combinations(sorted(block), 2)


def _matched(ones: Iterable[tuple[int, Hashable]], others: Iterable[tuple[int, Hashable]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of one with the only other that has its key."""
    known: defaultdict[Hashable, set[int]] = defaultdict(set)
    for index, key in others:
        known[key].add(index)
    for index, key in ones:
        fitting = known.get(key, set()) - {index}
        if len(fitting) == 1:
            yield _sorted(index, *fitting)


def _initialled(people: list[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    short = [(index, initials_key(form)) for index, form in people if initialled(form)]
    return _matched(short, [(index, initials_key(form)) for index, form in people if not initialled(form)])


def _abbreviated(bodies: list[tuple[int, str]], names: Sequence[Known]) -> Iterator[tuple[int, int]]:
    short = [(i, form) for i, form in bodies if " " not in form and any(map(is_acronym, names[i].surfaces))]
    return _matched(short, [(index, initials(form)) for index, form in bodies if " " in form])


def _addresses(bodies: list[tuple[int, str]], names: Sequence[Known]) -> Iterator[tuple[int, int]]:
    sites = [(i, found) for i, _ in bodies for surface in sorted(names[i].surfaces) if (found := site(surface))]
    return _matched(sites, [(i, plain(form).replace(" ", "")) for i, form in bodies if " " in form])


def _of_two_kinds(people: list[tuple[int, str]], bodies: list[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    return _matched(people, bodies)


def _sorted(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)

"""How many origins a claim has at least and at most, and why: who is not named may be somebody who is.

At most, every voice that the texts tell apart is an origin of its own.  At least, a voice without a name is one that
has one, or another without, wherever nothing speaks against it: "an official" may be the mayor, "a witness" is not.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from whosays.graph.names import plain
from whosays.graph.origins.witnesses import ANYBODY, Witness, is_role, same_saying
from whosays.resources import read_rows, word_classes

_AT_MOST_TOLD: Final = 6  # voices in a reason
_TITLES: Final = word_classes("graph")["addresses"]


@dataclass(frozen=True, slots=True)
class Interval:
    """At least so many origins and at most so many, and why in words for a person."""

    low: int
    high: int
    why: str


@dataclass(slots=True, eq=False)
class _Possible:
    """Voices that may all be one; the first of them is named, or the one that is told the most of."""

    voices: list[str]
    witnesses: list[Witness]


def interval(roots: Mapping[str, Witness], called: Mapping[str, str]) -> Interval:
    """Return how many origins the distinct roots of a claim are; ``called`` is what a person calls each of them."""
    named = {name: one for name, one in roots.items() if one.named}
    unnamed = {name: one for name, one in roots.items() if not one.named and not one.own_words}
    own = sorted(called.get(name, name) for name, one in roots.items() if one.own_words)
    groups: list[_Possible] = []
    for names in (_bodies_last(named), sorted(unnamed, key=lambda name: (-len(_nouns(unnamed[name])), name))):
        for name in names:
            fitting = (group for group in groups if all(_may_be(roots[name], other) for other in group.witnesses))
            group = next(fitting, None)
            if group is None:
                groups.append(_Possible([called.get(name, name)], [roots[name]]))
            else:
                group.voices.append(called.get(name, name))
                group.witnesses.append(roots[name])
    low = len(groups) or min(1, len(roots))
    high = sum(len(_apart(group.witnesses)) for group in groups) or len(roots)
    return Interval(low, high, _why(groups, own))


def _apart(witnesses: list[Witness]) -> list[Witness]:
    """Return those of some voices that may be several: who is not named is whoever else says it in the same words."""
    found: list[Witness] = []
    for one in witnesses:
        if one.named or not any(same_saying(one, other) for other in found):
            found.append(one)
    return found


def _bodies_last(named: Mapping[str, Witness]) -> list[str]:
    """Return the named voices, a body behind the people who may speak for it."""
    return sorted(named, key=lambda name: (bool(_speakers(named[name], named.values())), name))


def _speakers(one: Witness, others: Iterable[Witness]) -> list[Witness]:
    return [other for other in others if other is not one and _speaks_for(other, one)]


def _may_be(one: Witness, other: Witness) -> bool:
    """Tell whether two voices may be one and the same source."""
    if same_saying(one, other):
        return True
    if one.named and other.named:
        return _speaks_for(one, other) or _speaks_for(other, one) or _of_one_name(one, other)
    mine, theirs = _spheres(one), _spheres(other)
    return not mine or not theirs or not mine.isdisjoint(theirs)


def _of_one_name(one: Witness, other: Witness) -> bool:
    """Tell whether a family name alone is one voice's: "Justice Lund" may be Ola Lund, and Bo Lund is not."""
    mine, theirs = _given_names(one), _given_names(other)
    return any(
        not mine[family] or not theirs[family] or mine[family] & theirs[family] for family in mine.keys() & theirs
    )


def _given_names(one: Witness) -> dict[str, set[str]]:
    """Return the first names of a voice by its family names, where it is called by any."""
    found: dict[str, set[str]] = {}
    for line in one.names.splitlines():
        words = [word for word in plain(line).split() if word not in _TITLES and not is_role(word)]
        if words and line[:1].isupper():
            found.setdefault(words[-1], set()).update(words[:-1][:1])
    return found


def _speaks_for(one: Witness, other: Witness) -> bool:
    """Tell whether a voice is called by the name of another one: "Bo Lund of the Harbour Office"."""
    calls = [f" {plain(line)} " for line in one.names.splitlines()]
    bodies = {plain(line) for line in other.names.splitlines() if line[:1].isupper() and " " in line.strip()}
    return any(f" {body} " in call and call.strip() != body for body in bodies for call in calls)


def _nouns(one: Witness) -> frozenset[str]:
    return one.said_to_be - ANYBODY


def _spheres(one: Witness) -> frozenset[str]:
    """Return where a voice speaks from, as far as its nouns tell."""
    return frozenset().union(*(_sphere().get(noun, frozenset()) for noun in _nouns(one)))


@functools.cache
def _sphere() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for sphere, nouns in read_rows("graph", "spheres.tsv", 2):
        for noun in nouns.split():
            found[noun] = found.get(noun, frozenset()) | {sphere}
    return found


def _why(groups: list[_Possible], own: list[str]) -> str:
    sure = [group.voices[0] for group in groups]
    doubtful = [(group.voices[0], voice) for group in groups for voice in group.voices[1:]]
    told = []
    if sure:
        told.append(f"told apart: {_listed(sure)}")
    told += [f"{voice} may be {first}" for first, voice in doubtful[:_AT_MOST_TOLD]]
    if len(doubtful) > _AT_MOST_TOLD:
        told.append(f"and {len(doubtful) - _AT_MOST_TOLD} more that may be one of them")
    if own and not groups:
        told.append(f"nobody is said to say so; {_listed(own)} may all have it from one")
    return "; ".join(told)


def _listed(names: list[str]) -> str:
    more = len(names) - _AT_MOST_TOLD
    return ", ".join(names[:_AT_MOST_TOLD]) + (f" and {more} more" if more > 0 else "")

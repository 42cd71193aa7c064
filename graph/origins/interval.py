"""How many origins a claim has at least and at most, and why: who is not named may be somebody who is.

At most, every voice that the texts tell apart is an origin of its own.  At least, a voice without a name is one that
has one, or another without, wherever nothing speaks against it: "an official" may be the mayor, "a witness" is not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from whosays.graph.origins.root_voices import (
    Root,
    is_described,
    is_likely,
    is_one_body,
    may_be_one,
    most_said,
    speaks_for,
)
from whosays.graph.origins.sorts import several_unnamed

_AT_MOST_TOLD: Final = 6  # voices in a reason


@dataclass(frozen=True, slots=True)
class Interval:
    """At least so many origins and at most so many, why in words for a person, and who they are at most."""

    low: int
    high: int
    why: str
    which: tuple[str, ...] = field(default=())


def interval(roots: Iterable[Root], *, relayed: bool = False, asked: bool = False) -> Interval:
    """Return how many origins the distinct roots of a claim are.

    ``relayed`` tells that texts have it from another outlet, ``asked`` that it is only asked for.
    """
    known = list(roots)
    named = [root for root in known if root.named]
    unnamed = [root for root in known if not root.named and not root.own_words]
    own = sorted(root.called for root in known if root.own_words)
    groups: list[list[Root]] = []
    for root in (*_bodies_last(named), *sorted(unnamed, key=lambda root: (-len(root.nouns), root.name))):
        groups = _joined(root, groups)
    apart = [root for group in groups for root in _apart(group, relayed=relayed)]
    which = apart or [root for root in known if root.own_words]
    low = len(groups) or min(1, len(known))
    return Interval(low, len(which), _why(groups, own, asked=asked), tuple(sorted(root.name for root in which)))


def _joined(root: Root, groups: list[list[Root]]) -> list[list[Root]]:
    """Return the groups of voices that may be one, with another voice in all that it is likely of, else in one."""
    likely = [group for group in groups if any(is_likely(root, other) for other in group)]
    fitting = likely or [group for group in groups if all(may_be_one(root, other) for other in group)][:1]
    if not fitting:
        return [*groups, [root]]
    whole = [each for group in fitting for each in group]
    kept = [group for group in groups if group not in fitting[1:]]
    return [[*whole, root] if group is fitting[0] else group for group in kept]


def _apart(group: list[Root], *, relayed: bool) -> list[Root]:
    """Return those of the voices of a group that may be several."""
    named: list[Root] = []
    for root in group:
        if root.named and not any(is_one_body(root, other) for other in named):
            named.append(root)
    unnamed = [root for root in group if not root.named and not any(_is(root, other) for other in named)]
    if any(root.tells for root in named):
        unnamed = [root for root in unnamed if not root.tells]
    return named + several_unnamed(unnamed, known=bool(named) or relayed)


def _is(root: Root, named: Root) -> bool:
    return is_described(root, named) or root.same_saying(named)


def _bodies_last(named: list[Root]) -> list[Root]:
    """Return the named voices, a body behind the people who may speak for it."""
    behind = {root.name: any(speaks_for(other, root) for other in named if other is not root) for root in named}
    return sorted(most_said(named), key=lambda root: behind[root.name])


def _why(groups: list[list[Root]], own: list[str], *, asked: bool) -> str:
    doubtful = [(_nearest(root, group), root) for group in groups for root in group[1:]]
    told = []
    if groups:
        before = "nobody says so; who asks for it, told apart" if asked else "told apart"
        told.append(f"{before}: {_listed([group[0].called for group in groups])}")
    doubts = list(dict.fromkeys(_doubt(first, root) for first, root in doubtful))
    told += doubts[:_AT_MOST_TOLD]
    if len(doubts) > _AT_MOST_TOLD:
        told.append(f"and {len(doubts) - _AT_MOST_TOLD} more that may be one of them")
    if own and not groups:
        told.append(f"nobody is said to say so; {_listed(own)} may all have it from one")
    return "; ".join(told)


def _nearest(root: Root, group: list[Root]) -> Root:
    """Return whom a voice of a group may be, the first of it if nothing says that it is another one."""
    return next((other for other in group if other is not root and is_likely(root, other)), group[0])


def _doubt(first: Root, root: Root) -> str:
    if root.same_saying(first):
        same = "in several texts" if root.called == first.called else f"as {first.called}"
        return f"{root.called} is given the same words {same}"
    if root.called == first.called:
        return f"{root.called} may be one and the same in all texts"
    pointed = next((one for one in (root, first) if one.pointed), None)
    if pointed and root.named and first.named:  # no text says that who has one name has the other
        return f"{pointed.called} need not be another voice, as a text says no more than “{pointed.pointer}”"
    for person, body in ((first, root), (root, first)):
        if person.named and person.is_person and body.is_collective:
            return f"{person.called} may speak for {body.called}"
    return f"{root.called} may be {first.called}"


def _listed(names: list[str]) -> str:
    times = Counter(names)
    told = [name if count == 1 else f"{name} ({count} times)" for name, count in times.items()]
    more = len(told) - _AT_MOST_TOLD
    return ", ".join(told[:_AT_MOST_TOLD]) + (f" and {more} more" if more > 0 else "")

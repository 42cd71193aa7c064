"""Groups that grow by pairs, whatever the order: what comes is compared with what it may be joined to."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from whosays.graph.incremental.partition import Partition

Groups = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Bonds:
    """What joins members: ``joined`` tells whether two are, and depends on these two alone.

    ``meeting`` yields what a new member may be joined to, those that are there and those that come, ``around`` the
    same for one that is there.
    """

    joined: Callable[[str, str], bool]
    meeting: Callable[[str], Iterator[str]]
    around: Callable[[str], Iterator[str]]


@dataclass(slots=True, eq=False)
class _Part:
    """Members that are known to be joined, and those of them whose surroundings nobody has looked at yet."""

    members: set[str]
    open: deque[str]


def rejoined(
    partition: Partition[str],
    gone: Mapping[str, Iterable[str]],
    come: Iterable[str],
    bonds: Bonds,
) -> tuple[Groups, Groups]:
    """Take members out of their groups and put others in; return the groups that this touches, before and now.

    ``gone`` are those that go with all that they were joined to: where these still form one group among themselves, so
    does all that is left of theirs.
    """
    before = set(partition.of(gone))
    left = [_left(group, gone, bonds) for group in sorted(before)]
    partition.change(before, ())
    apart = [tuple(sorted(part)) for parts in left for part in parts]
    partition.change((), apart)
    together = _united(partition, come, bonds)
    old = partition.of(key for part in together for key in part)
    now = {tuple(sorted(key for leader in part for key in partition.group(leader))) for part in together}
    partition.change(old, now)
    return frozenset(before | (old - set(apart))), frozenset(now | (set(apart) - old))


def _united(partition: Partition[str], new: Iterable[str], bonds: Bonds) -> list[set[str]]:
    """Join what comes to the groups that it belongs to; return what comes together, old groups by leader."""
    sets = {member: {member} for member in new}
    for member in list(sets):
        for other in bonds.meeting(member):
            leader = partition.leader(other)
            if leader not in sets[member] and bonds.joined(member, other):
                small, large = sorted((sets[member], sets.get(leader, {leader})), key=len)
                large |= small
                sets.update(dict.fromkeys(small, large))
                sets.setdefault(leader, large)
    return list({id(part): part for part in sets.values()}.values())


def _left(group: tuple[str, ...], gone: Mapping[str, Iterable[str]], bonds: Bonds) -> list[list[str]]:
    """Return the groups that are left of one; each holds some that what went was joined to.

    The search goes on from the smallest part until it meets another one or its end, so nobody looks at all of a
    large group to find out that it holds together.
    """
    rest = {member for member in group if member not in gone}
    beside = {other for member in group for other in gone.get(member, ()) if other not in gone}
    parts = [_Part(set(part), deque(part)) for part in _parts(sorted(beside), bonds.joined)]
    whole: list[set[str]] = []
    while len(parts) > 1:
        part = min(parts, key=lambda part: len(part.members))
        if not part.open:
            parts.remove(part)
            whole.append(part.members)
            continue
        member = part.open.popleft()
        new = {other for other in bonds.around(member) if other in rest and other not in part.members}
        new = {other for other in new if bonds.joined(member, other)}
        for reached in [other for other in parts if other is not part and not new.isdisjoint(other.members)]:
            parts.remove(reached)
            part.members |= reached.members
            part.open += reached.open
        new -= part.members
        part.members |= new
        part.open += sorted(new)
    return [*map(sorted, whole), sorted(rest.difference(*whole))] if rest else []


def _parts(members: Iterable[str], joined: Callable[[str, str], bool]) -> list[list[str]]:
    """Return the members in the groups that they still form."""
    parts: list[list[str]] = []
    for member in members:
        fitting: list[list[str]] = []
        others: list[list[str]] = []
        for part in parts:
            (fitting if any(joined(member, other) for other in part) else others).append(part)
        parts = [*others, [member, *(other for part in fitting for other in part)]]
    return parts

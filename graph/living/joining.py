"""Groups that grow by pairs, whatever the order: what comes is compared with what it may be joined to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from whosays.graph.groups import find, unite
from whosays.graph.living.partition import Partition

Groups = frozenset[tuple[str, ...]]


def rejoined(
    partition: Partition[str],
    gone: Mapping[str, Iterable[str]],
    come: Iterable[str],
    meeting: Callable[[str], Iterator[str]],
    joined: Callable[[str, str], bool],
) -> tuple[Groups, Groups]:
    """Take members out of their groups and put others in; return the groups that this touches, before and now.

    ``gone`` are those that go with all that they were joined to: where these still form one group among themselves, so
    does all that is left of theirs.  ``meeting`` yields what a new member may be joined to, those that are there and
    those that come; ``joined`` tells whether two are, and depends on these two alone.
    """
    before = set(partition.of(gone))
    left = [_left(group, gone, joined) for group in sorted(before)]
    partition.change(before, ())
    apart = [tuple(sorted(part)) for parts in left for part in parts]
    partition.change((), apart)
    new = list(come)
    leader = _united(partition, new, meeting, joined)
    old = partition.of(leader)
    members: defaultdict[str, set[str]] = defaultdict(set)
    for key in {*leader, *new}:
        members[find(leader, key)] |= {*partition.group(key)} if partition.of((key,)) else {key}
    now = {tuple(sorted(group)) for group in members.values()}
    partition.change(old, now)
    return frozenset(before | (old - set(apart))), frozenset(now | (set(apart) - old))


def _united(
    partition: Partition[str],
    new: Iterable[str],
    meeting: Callable[[str], Iterator[str]],
    joined: Callable[[str, str], bool],
) -> dict[str, str]:
    """Join what comes to the leaders of the groups that it belongs to."""
    leader: dict[str, str] = {}
    for member in new:
        for other in meeting(member):
            its = partition.leader(other)
            if find(leader, member) != find(leader, its) and joined(member, other):
                leader.setdefault(member, member)
                leader.setdefault(its, its)
                unite(leader, member, its)
    return leader


def _left(
    group: tuple[str, ...], gone: Mapping[str, Iterable[str]], joined: Callable[[str, str], bool]
) -> list[list[str]]:
    """Return the groups that are left of one."""
    rest = [member for member in group if member not in gone]
    beside = {other for member in group for other in gone.get(member, ()) if other not in gone}
    whole = len(_parts(sorted(beside), joined)) <= 1
    return _parts(rest, joined) if rest and not whole else [rest] if rest else []


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

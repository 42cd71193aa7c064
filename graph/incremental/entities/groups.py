"""Names joined into groups, one family at a time: all names that links may join, directly or through others.

What is decided inside a family depends on that family alone.  Full names are joined first; which lone name may belong
to which of these groups is looked up by what the groups are called; then each family is decided on as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from whosays.graph.incremental.cache import Cache
from whosays.graph.incremental.entities.links import STAGES, Links
from whosays.graph.incremental.entities.lone_names import LoneNames
from whosays.graph.incremental.entities.names import Names
from whosays.graph.incremental.part import Part, Update
from whosays.graph.incremental.partition import Partition
from whosays.graph.names import Key
from whosays.graph.resolution import Judgements, Known, Link, Linking, Pair, by_judgements, pair, united, written

Group: TypeAlias = tuple[Key, ...]
_JOINING: Final = frozenset({"merged", "accepted"})


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What the change made of some families: their groups as they were and as they are, and all of their links."""

    before: frozenset[Group]
    now: frozenset[Group]
    links: dict[Pair, Link]

    @property
    def names(self) -> set[Key]:
        """The names of the groups, those that are gone included."""
        return {key for group in self.before | self.now for key in group}


class Groups(Part):
    """The groups of names, changed where names or links or judgements changed."""

    def __init__(self, cache: Cache, names: Names, links: Links) -> None:
        self._names = names
        self._links = links
        self._first = Partition(cache, "groups of full names", written)
        self._last = Partition(cache, "groups", written)
        self._lone = LoneNames(cache, names, self._first.leader, self._first.group, self.entity)
        self._judged: dict[Key, dict[Pair, str]] = {}
        self._united: dict[Key, Known] = {}
        self.regrouped = Regrouped(frozenset(), frozenset(), {})

    def group(self, leader: Key) -> Group:
        """Return the names of an entity by the first of them."""
        return self._last.group(leader)

    def begin(self, update: Update) -> None:
        """Forget what was regrouped."""
        super().begin(update)
        self._united.clear()
        self._judged = _by_name(update.now)
        self.regrouped = Regrouped(frozenset(), frozenset(), {})

    def change(self) -> None:
        """Regroup what the last change of the names, or of the judgements, can have changed."""
        seeds = self._links.ends | self._names.changed.names.keys()
        differing = dict(self.update.before.verdicts.items() ^ self.update.now.verdicts.items())
        seeds |= {key for names in differing for key in names}
        seeds |= {key for seed in list(seeds) for names in self._judged.get(seed, ()) for key in names}
        was, is_ = self._regrouped(self._first, seeds, self._fully_joined, lone=False)[:2]
        seeds |= self._lone.change(was, is_)
        seeds |= {key for group in was | is_ for key in group}
        self.regrouped = Regrouped(*self._regrouped(self._last, seeds, self._joined, lone=True))

    def entity(self, leader: Key) -> Known:
        """Return what is told of a group of full names."""
        found = self._united.get(leader)
        if found is None:
            found = self._united[leader] = united(map(self._names.known, self._first.group(leader)))
        return found

    def _regrouped(
        self, partition: Partition[Key], seeds: set[Key], joined: Callable[[Key], Iterator[Key]], lone: bool
    ) -> tuple[frozenset[Group], frozenset[Group], dict[Pair, Link]]:
        """Return the groups of the seeds' families before and now, and the links at them where lone names count."""
        groups: set[Group] = set()
        links: dict[Pair, Link] = {}
        known = {seed for seed in seeds if self._names.has(seed)}
        families = list(_families(known, joined))
        before = partition.of(seeds.union(*families))
        for family in families:
            linking = self._decided(family, lone)
            groups |= {tuple(sorted(group)) for group in linking.clusters.groups().values()}
            if lone:
                links |= linking.links | self._outside(family)
        partition.change(before, groups)
        return before, frozenset(groups), links

    def _decided(self, family: Collection[Key], lone: bool) -> Linking:
        judged = self._judgements(family)
        linking = Linking([self._names.known(key) for key in sorted(family)], judged)
        if len(family) == 1:
            return linking
        linking.decide(by_judgements(judged, linking.known))
        pairs = {pair(key, other) for key in family for other in self._links.linked(key) if other in family}
        found = {names: self._links.of(*names) for names in pairs}
        for stage in STAGES:
            linking.decide([links[stage] for links in found.values() if stage in links])
        if lone:
            linking.decide(self._lone.links(family))
        return linking

    def _outside(self, family: Collection[Key]) -> dict[Pair, Link]:
        """Return the links out of a family: none of them joins."""
        found: dict[Pair, Link] = {}
        for key in family:
            judged = {other for names in self._judged.get(key, ()) for other in names if self._names.has(other)}
            for other in (self._links.linked(key) | self._lone.linked(key) | judged) - set(family):
                found |= self._decided((key, other), lone=True).links
        return found

    def _judgements(self, family: Collection[Key]) -> Judgements:
        if not self._judged:
            return Judgements()
        names = {names: verdict for key in family for names, verdict in self._judged.get(key, {}).items()}
        return Judgements({n: verdict for n, verdict in names.items() if n[0] in family and n[1] in family})  # type: ignore[misc]

    def _fully_joined(self, key: Key) -> Iterator[Key]:
        """Yield the names that a full name may be joined with."""
        for other in self._links.linked(key):
            if any(link.status in _JOINING for link in self._links.of(key, other).values()):
                yield other
        for names, verdict in self._judged.get(key, {}).items():
            if verdict == "accepted":
                yield from (other for other in names if other != key and self._names.has(other))

    def _joined(self, key: Key) -> Iterator[Key]:
        yield from self._fully_joined(key)
        for link in self._lone.links_at(key):
            if link.status in _JOINING:
                yield from (other for other in link.names if other != key)


def _families(seeds: Iterable[Key], joined: Callable[[Key], Iterator[Key]]) -> Iterator[set[Key]]:
    seen: set[Key] = set()
    for seed in seeds:
        if seed in seen:
            continue
        family, open_ = {seed}, [seed]
        while open_:
            new = set(joined(open_.pop())) - family
            family |= new
            open_ += new
        seen |= family
        yield family


def _by_name(judged: Judgements) -> dict[Key, dict[Pair, str]]:
    found: dict[Key, dict[Pair, str]] = {}
    for names, verdict in judged.verdicts.items():
        for key in names:
            found.setdefault(key, {})[names] = verdict
    return found

"""Things that belong to one group each; the least of a group leads it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from whosays.graph.incremental.cache import Cache, Table

K = TypeVar("K", str, tuple[str, str])


class Partition(Generic[K]):
    """Groups by the member that leads each and by each of their members; ``form`` writes a member as a key."""

    def __init__(self, cache: Cache, name: str, form: Callable[[K], str]) -> None:
        self._leaders: Table[K] = cache.table(f"leaders of {name}")
        self._groups: Table[tuple[K, ...]] = cache.table(name)
        self._form: Callable[[K], str] = form

    def leader(self, key: K) -> K:
        """Return what leads the group of a member; what is in no group leads itself."""
        return self._leaders.get(self._form(key)) or key

    def group(self, leader: K) -> tuple[K, ...]:
        """Return the group of a leader, itself where there is no such group."""
        return self._groups.get(self._form(leader)) or (leader,)

    def of(self, keys: Iterable[K]) -> frozenset[tuple[K, ...]]:
        """Return the groups that hold the keys."""
        leaders = {leader for key in keys if (leader := self._leaders.get(self._form(key)))}
        return frozenset(self._groups[self._form(leader)] for leader in leaders)

    def change(self, before: Iterable[tuple[K, ...]], now: Iterable[tuple[K, ...]]) -> None:
        """Put groups, each sorted, in the place of others."""
        for group in before:
            self._groups.put(self._form(group[0]), None)
            for key in group:
                self._leaders.put(self._form(key), None)
        for group in now:
            self._groups.put(self._form(group[0]), group)
            for key in group:
                self._leaders.put(self._form(key), group[0])

"""Names joined into entities, the best evidence first, and never against a veto or a person's word.

Two groups of names stay apart where a person rejected any pair between them, or where one article speaks of both as
different people or units.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from whosays.graph.names import Key, one_name
from whosays.graph.resolution.judgements import Pair
from whosays.graph.resolution.profiles import Known, bodies_of_states

_ONE_OF_A_KIND = frozenset({"person", "unit"})


def _one_name(one: Key, other: Key) -> bool:
    return one[0] == other[0] == "person" and one_name(one[1], other[1])


def _one_of_a_kind(known: Known) -> bool:
    """Tell whether an article that names two of the kind means two; a state has one army under two names."""
    return known.kind in _ONE_OF_A_KIND and not bodies_of_states(known)


class Clusters:
    """Groups of names that grow by joining; which name leads a group does not depend on the order of joining."""

    def __init__(self, names: Sequence[Known], rejected: Iterable[Pair]) -> None:
        self._leader: dict[Key, Key] = {known.key: known.key for known in names}
        self._members: dict[Key, list[Key]] = {known.key: [known.key] for known in names}
        self._articles = {known.key: set(known.articles) if _one_of_a_kind(known) else set() for known in names}
        self._genders = {k.key: set(k.genders) if k.key[0] != "one article" else set() for k in names}
        self._enemies: dict[Key, set[Key]] = {known.key: set() for known in names}
        for one, other in rejected:
            if one in self._leader and other in self._leader:
                self._enemies[one].add(other)
                self._enemies[other].add(one)

    def leader(self, key: Key) -> Key:
        """Return the name that stands for the group of a name."""
        while (above := self._leader[key]) != key:
            self._leader[key] = self._leader[above]
            key = above
        return key

    def groups(self) -> Mapping[Key, list[Key]]:
        """Return the names of each group, by the name that leads it."""
        return self._members

    def hindrance(self, one: Key, other: Key, told_to: bool = False) -> str:
        """Return why two names cannot be joined, ``""`` where they can; ``told_to``: a person says they are one."""
        a, b = self.leader(one), self.leader(other)
        if a == b:
            return ""
        if any(self.leader(enemy) == b for enemy in self._enemies[a]):
            return "would join names that were rejected"
        if told_to:
            return ""
        both = self._articles[a] & self._articles[b]
        if both and not (len(both) == 1 and _one_name(one, other)):
            return "would join names that stand side by side in an article"
        if self._genders[a] and self._genders[b] and self._genders[a].isdisjoint(self._genders[b]):
            return "would join a man's name and a woman's"
        return ""

    def join(self, one: Key, other: Key) -> None:
        """Make one group of the groups of two names."""
        low, high = sorted((self.leader(one), self.leader(other)))
        if low == high:
            return
        self._leader[high] = low
        self._members[low] += self._members.pop(high)
        self._articles[low] |= self._articles.pop(high)
        self._genders[low] |= self._genders.pop(high)
        self._enemies[low] |= self._enemies.pop(high)

"""Articles put together that are alike on average: no chain of articles, each like the next, makes one story.

Average linkage (Sokal and Michener 1958): the two groups that are most alike are put together first, as long as the
pairs between them are alike enough on average.  It depends on the set of articles alone.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from whosays.graph.stories.likeness import ALIKE

Pairs: TypeAlias = Collection[tuple[str, str]]
Rows: TypeAlias = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Judged:
    """What people said: these two articles are of one story, and those two are not."""

    together: Pairs = ()
    apart: Pairs = ()


def clusters(articles: Iterable[str], alike: Rows, judged: Judged | None = None) -> list[tuple[str, ...]]:
    """Return the articles in groups, each sorted and all of them sorted; ``alike`` has every likeness both ways."""
    groups = _Groups(articles, alike)
    groups.judge(judged or Judged())
    groups.grow()
    return sorted(tuple(sorted(members)) for members in groups.members.values())


@dataclass(slots=True, eq=False)
class _Groups:
    """Groups by their first article: members, how like each other group in sum, and which they never join."""

    members: dict[str, list[str]]
    sums: dict[str, dict[str, int]]
    never: dict[str, set[str]] = field(default_factory=dict)

    def __init__(self, articles: Iterable[str], alike: Rows) -> None:
        self.members = {article: [article] for article in sorted(articles)}
        self.sums = {
            article: {other: much for other, much in alike.get(article, {}).items() if other in self.members}
            for article in self.members
        }
        self.never = {article: set() for article in self.members}

    def judge(self, judged: Judged) -> None:
        """Put together what people put together, then note what they held apart."""
        for one, other in sorted(judged.together):
            if one in self.sums and other in self.sums:
                first, second = self._of(one), self._of(other)
                if first != second:
                    self._join(first, second)
        for one, other in judged.apart:
            if one in self.never and other in self.never and (first := self._of(one)) != (second := self._of(other)):
                self.never[first].add(second)
                self.never[second].add(first)

    def grow(self) -> None:
        """Join the two groups that are most alike, again and again."""
        heap = [entry for one in self.members for entry in self._entries(one, self.sums[one]) if entry[1] == one]
        heapq.heapify(heap)
        while heap:
            _, one, other, *sizes = heapq.heappop(heap)
            if sizes == [len(self.members.get(each, ())) for each in (one, other)] and other not in self.never[one]:
                self._join(one, other)
                for entry in self._entries(one, self.sums[one]):
                    heapq.heappush(heap, entry)

    def _entries(self, one: str, others: Iterable[str]) -> Iterator[tuple[float, str, str, int, int]]:
        """Yield a group with each that is alike enough; one that has grown since is known by its size."""
        for other in others:
            first, second = sorted((one, other))
            sizes = len(self.members[first]), len(self.members[second])
            mean = self.sums[one][other] / (sizes[0] * sizes[1])
            if mean >= ALIKE:
                yield -mean, first, second, *sizes

    def _of(self, article: str) -> str:
        return next(first for first, members in self.members.items() if article in members)

    def _join(self, one: str, other: str) -> None:
        """Put one group into another, which begins with the lesser article."""
        one, other = sorted((one, other))
        self.members[one] += self.members.pop(other)
        mine, theirs = self.sums[one], self.sums.pop(other)
        mine.pop(other, None)
        theirs.pop(one, None)
        for group, much in theirs.items():
            mine[group] = mine.get(group, 0) + much
            del self.sums[group][other]
            self.sums[group][one] = mine[group]
        for group in self.never.pop(other):
            self.never[group].discard(other)
            self.never[group].add(one)
            self.never[one].add(group)

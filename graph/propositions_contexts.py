"""Which articles are about the same: those that share enough of the names that they are known by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from whosays.graph.propositions_reading import Told

SHARED_NAMES: Final = 3
FEW: Final = 64  # articles, which are looked at one by one


def share_names(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two articles known by these names are about the same."""
    return len(one & other) >= SHARED_NAMES


class Contexts:
    """The names that articles are known by."""

    def __init__(self) -> None:
        self._known: dict[str, frozenset[str]] = {}
        self._by_name: dict[str, set[str]] = defaultdict(set)
        self._last: tuple[str, frozenset[str]] = ("", frozenset())

    def add(self, told: Told) -> None:
        """Take an article."""
        self._known[told.article] = told.context
        for name in told.context:
            self._by_name[name].add(told.article)

    def near(self, one: str, other: str) -> bool:
        """Tell whether two articles are about the same."""
        return one == other or share_names(self._known[one], self._known[other])

    def among(self, article: str, others: Mapping[str, object]) -> Iterator[str]:
        """Yield those of ``others`` that are about the same as the article, the cheaper way round."""
        if len(others) <= FEW:
            yield from (other for other in sorted(others) if self.near(article, other))
        else:
            yield from sorted(self._neighbours(article) & others.keys())

    def _neighbours(self, article: str) -> frozenset[str]:
        if self._last[0] != article:
            counts: dict[str, int] = defaultdict(int)
            for name in self._known[article]:
                for other in self._by_name[name]:
                    counts[other] += 1
            near = frozenset(other for other, count in counts.items() if count >= SHARED_NAMES)
            self._last = (article, near | {article})
        return self._last[1]

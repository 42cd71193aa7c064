"""Which articles are about the same: those that share enough of the names that they are known by.

Articles of two months that nothing but a few names ties together are of two events: the same people make news again.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from whosays.graph.articles import Told

SHARED_NAMES: Final = 3
MANY_NAMES: Final = 7  # that articles share which are about the same long after
LONG_AFTER: Final = 60  # days
FEW: Final = 64  # articles, which are looked at one by one


@dataclass(frozen=True, slots=True)
class Context:
    """What an article is known by: names, and the day on which it was published."""

    names: frozenset[str]
    day: str | None = None


def about_the_same(one: Context, other: Context) -> bool:
    """Tell whether two articles are about the same."""
    return len(one.names & other.names) >= (MANY_NAMES if _long_after(one.day, other.day) else SHARED_NAMES)


def _long_after(one: str | None, other: str | None) -> bool:
    if one is None or other is None or one[:7] == other[:7]:
        return False
    return abs((dt.date.fromisoformat(one) - dt.date.fromisoformat(other)).days) > LONG_AFTER


class Contexts:
    """The names that articles are known by."""

    def __init__(self) -> None:
        self._known: dict[str, Context] = {}
        self._by_name: dict[str, set[str]] = defaultdict(set)
        self._last: tuple[str, frozenset[str]] = ("", frozenset())

    def add(self, told: Told) -> None:
        """Take an article."""
        self._known[told.article] = Context(told.context, told.day)
        for name in told.context:
            self._by_name[name].add(told.article)

    def near(self, one: str, other: str) -> bool:
        """Tell whether two articles are about the same."""
        return one == other or about_the_same(self._known[one], self._known[other])

    def among(self, article: str, others: Mapping[str, object]) -> Iterator[str]:
        """Yield those of ``others`` that are about the same as the article, the cheaper way round."""
        if len(others) <= FEW:
            yield from (other for other in sorted(others) if self.near(article, other))
        else:
            yield from sorted(self._neighbours(article) & others.keys())

    def _neighbours(self, article: str) -> frozenset[str]:
        if self._last[0] != article:
            counts: dict[str, int] = defaultdict(int)
            for name in self._known[article].names:
                for other in self._by_name[name]:
                    counts[other] += 1
            near = frozenset(o for o, count in counts.items() if count >= SHARED_NAMES and self.near(article, o))
            self._last = (article, near | {article})
        return self._last[1]

"""Which articles are about the same: those that share enough of the names that they are known by."""

from __future__ import annotations

from collections import Counter

from whosays.graph.articles import Article
from whosays.graph.incremental.cache import Cache, Index, Table
from whosays.graph.incremental.numbers import Numbers
from whosays.graph.incremental.part import Part
from whosays.graph.stories import SHARED_NAMES, Context, about_the_same


class Nearness(Part):
    """The names that articles are known by, in an inverted index."""

    def __init__(self, cache: Cache, numbers: Numbers) -> None:
        self._numbers = numbers
        self._by_name: Index = cache.index("articles by context")
        self._contexts: Table[Context] = cache.table("contexts")
        self._last: tuple[int, set[int]] = (0, set())

    def enter(self, article: Article) -> None:
        """Put an article into the index."""
        self._last = (0, set())
        number = self._numbers.of(article.iri)
        context = Context(article.told.context, article.told.day)
        self._contexts.put(str(number), context)
        for name in context.names:
            self._by_name.add(name, number)

    def leave(self, article: str) -> None:
        """Take an article out of the index."""
        self._last = (0, set())
        number = self._numbers.of(article)
        for name in self._contexts[str(number)].names:
            self._by_name.discard(name, number)
        self._contexts.put(str(number), None)

    def names(self, number: int) -> frozenset[str]:
        """Return the names that an article is known by."""
        return self._contexts[str(number)].names

    def near(self, number: int) -> set[int]:
        """Return the numbers of the articles about the same as one, itself included."""
        if self._last[0] != number:
            self._last = (number, self._about_the_same(number))
        return self._last[1]

    def _about_the_same(self, number: int) -> set[int]:
        shared: Counter[int] = Counter()
        for name in self._contexts[str(number)].names:
            shared.update(self._by_name.of(name))
        meet = (other for other, names in shared.items() if names >= SHARED_NAMES)
        return {other for other in meet if self.are_near(number, other)} | {number}

    def are_near(self, one: int, other: int) -> bool:
        """Tell whether two articles are about the same."""
        return one == other or about_the_same(self._contexts[str(one)], self._contexts[str(other)])

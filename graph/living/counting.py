"""Which figures are on one issue, kept as groups; a group is told anew where a figure of it came or went.

What is joined are classes: an article's figures of one family of measures and of the same people or things.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from whosays.graph.comparing_measures import counted_words, family, same_counted
from whosays.graph.issues import Dated, issue
from whosays.graph.living.cache import Cache, Index, Table
from whosays.graph.living.joining import rejoined
from whosays.graph.living.ledger import Ledger
from whosays.graph.living.nearness import Nearness
from whosays.graph.living.numbers import Numbers
from whosays.graph.living.partition import Partition
from whosays.graph.namespaces import PROPOSITIONS
from whosays.graph.propositions_reading import Told
from whosays.graph.propositions_triples import issue_triples


class Counting:
    """The figures of all articles by class, and the issues that they are on."""

    def __init__(self, cache: Cache, numbers: Numbers, nearness: Nearness) -> None:
        self._numbers = numbers
        self._nearness = nearness
        self._figures: Table[dict[str, tuple[Dated, ...]]] = cache.table("figures of articles")
        self._families: Index = cache.index("articles by family of figures")
        self._groups: Partition[str] = Partition(cache, "issues", str)
        self._keys: Table[str] = cache.table("issues of classes")
        self._gone: list[str] = []
        self._come: list[str] = []

    def begin(self) -> None:
        """Forget what changed."""
        self._gone.clear()
        self._come.clear()

    def leave(self, article: str) -> None:
        """Take an article's figures away."""
        number = self._numbers.of(article)
        for class_ in self._figures.get(article) or ():
            self._families.discard(_family(class_), number)
            self._gone.append(class_)
            self._keys.put(class_, None)
        self._figures.put(article, None)

    def enter(self, told: Told) -> None:
        """Add an article's figures."""
        number = self._numbers.of(told.article)
        classes = _classes(told)
        for class_ in classes:
            self._families.add(_family(class_), number)
            self._come.append(class_)
        self._figures.put(told.article, dict(classes) or None)

    def issues(self, article: str) -> Mapping[str, str]:
        """Return the key of the issue of every figure of an article that is on one."""
        classes = (self._figures.get(article) or {}).items()
        return {figure.quantity: self._keys[class_] for class_, dated in classes for figure, _ in dated}

    def change(self, ledger: Ledger) -> set[str]:
        """Tell the touched issues anew; return the articles of which figures came to another issue."""
        before, now = rejoined(self._groups, self._gone, self._come, self._meeting, self._joined)
        for group in before - now:
            ledger.put(PROPOSITIONS, f"issue {group[0]}", ())
        articles: set[str] = set()
        for group in sorted(now - before):
            told = issue(dated for class_ in group for dated in self._dated(class_))
            ledger.put(PROPOSITIONS, f"issue {group[0]}", issue_triples(told))
            for class_ in group:
                if self._keys.get(class_) != told.key:
                    self._keys.put(class_, told.key)
                    articles.add(_article(class_))
        return articles

    def _dated(self, class_: str) -> tuple[Dated, ...]:
        return self._figures[_article(class_)][class_]

    def _meeting(self, class_: str) -> Iterator[str]:
        near = self._nearness.near(self._numbers.of(_article(class_)))
        for number in sorted(self._families.of(_family(class_)) & near):
            article = self._numbers.article(number)
            yield from (other for other in self._figures[article] if other != class_)

    def _joined(self, one: str, other: str) -> bool:
        numbers = (self._numbers.of(_article(class_)) for class_ in (one, other))
        return (
            _family(one) == _family(other) and same_counted(_of(one), _of(other)) and self._nearness.are_near(*numbers)
        )


def _classes(told: Told) -> dict[str, tuple[Dated, ...]]:
    """Return an article's figures by class, written as article, family and words, each on a line of its own."""
    found: dict[str, list[Dated]] = {}
    for claim in told.claims:
        for figure in claim.figures:
            if figure.measure:
                words = " ".join(sorted(counted_words(figure.of)))
                class_ = "\n".join((told.article, family(figure.measure), words))
                found.setdefault(class_, []).append((figure, told.day))
    return {
        class_: tuple({figure.quantity: (figure, day) for figure, day in found[class_]}.values()) for class_ in found
    }


def _article(class_: str) -> str:
    return class_.split("\n", 1)[0]


def _family(class_: str) -> str:
    return class_.split("\n", 2)[1]


def _of(class_: str) -> frozenset[str]:
    return frozenset(class_.rsplit("\n", 1)[1].split())

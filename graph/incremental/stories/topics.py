"""What all articles are about, in an inverted index, and how much any two of them are alike.

A word's rarity changes by steps; only the articles that hold a word whose step changed are compared again.
"""

from __future__ import annotations

from collections import Counter
from typing import TypeAlias

from whosays.graph.articles import Article
from whosays.graph.incremental.cache import Cache, Index, Table
from whosays.graph.incremental.numbers import Numbers
from whosays.graph.incremental.part import Part, Update
from whosays.graph.rdf import days_between
from whosays.graph.stories import LEAST, Topic, likeness, rarity, topic

Row: TypeAlias = dict[str, int]


class Topics(Part):
    """The words of all articles, and for each article those that are somewhat alike with how much."""

    def __init__(self, cache: Cache, numbers: Numbers) -> None:
        self._numbers = numbers
        self._topics: Table[Topic] = cache.table("topics")
        self._holders: Index = cache.index("articles by topic word")
        self._rows: Table[Row] = cache.table("likeness of articles")
        self._count: Table[int] = cache.table("number of topics")
        self._before: dict[str, int] = {}  # how many held each word that the update touches
        self._many = 0
        self._come: set[str] = set()
        self._norms: dict[str, int] = {}
        self.touched: set[str] = set()  # articles of which a likeness, or what a word of them weighs, is another one

    def begin(self, update: Update) -> None:
        """Forget what changed."""
        super().begin(update)
        self._before.clear()
        self._norms.clear()
        self._come.clear()
        self.touched = set()
        self._many = self._count.get("") or 0

    def leave(self, article: str) -> None:
        """Take an article out of the index."""
        number = self._numbers.of(article)
        for word in self._topics[article].words:
            self._note(word)
            self._holders.discard(word, number)
        self._topics.put(article, None)
        self._count.put("", self.count - 1)
        for other in self._rows.get(article) or ():
            row = self.row(other)
            self._rows.put(other, {each: much for each, much in row.items() if each != article} or None)
            self.touched.add(other)
        self._rows.put(article, None)
        self.touched.discard(article)
        self._come.discard(article)

    def enter(self, article: Article) -> None:
        """Put an article into the index."""
        found, number = topic(article), self._numbers.of(article.iri)
        for word in found.words:
            self._note(word)
            self._holders.add(word, number)
        self._topics.put(article.iri, found)
        self._count.put("", self.count + 1)
        self._come.add(article.iri)

    def change(self) -> None:
        """Compare anew what came and what holds a word that weighs otherwise."""
        self.touched = {article for article in self.touched if self._topics.get(article) is not None}
        again = self._come | self._weighed_otherwise()
        self.touched |= again
        for article in sorted(again):
            self._compare(article)

    @property
    def count(self) -> int:
        """How many articles there are."""
        return self._count.get("") or 0

    def has(self, article: str) -> bool:
        """Tell whether an article is there."""
        return self._topics.get(article) is not None

    def topic(self, article: str) -> Topic:
        """Return what an article is about."""
        return self._topics[article]

    def row(self, article: str) -> Row:
        """Return the articles that are somewhat like one, with how much, of 1000."""
        return self._rows.get(article) or {}

    def rare(self, word: str) -> int:
        """Return how rare a word is."""
        return rarity(len(self._holders.of(word)), self.count)

    def _weighed_otherwise(self) -> set[str]:
        """Return the articles that hold a word whose rarity is another one than before the update."""
        if rarity(1, self._many) != rarity(1, self.count):
            return set(self._topics.keys())  # there are twice as many articles as at the last step
        changed = (word for word, before in self._before.items() if rarity(before, self._many) != self.rare(word))
        return {self._numbers.article(number) for word in changed for number in self._holders.of(word)}

    def _compare(self, article: str) -> None:
        """Find out how much an article is like each other one."""
        mine = self._topics[article]
        shared: Counter[int] = Counter()
        for word in mine.words:
            square = self.rare(word) ** 2
            if square:
                shared.update(dict.fromkeys(self._holders.of(word), square))
        row: Row = {}
        for number, much in shared.items():
            other = self._numbers.article(number)
            if other != article:
                days = days_between(mine.day, self._topics[other].day)
                alike = likeness(much, self._norm(article), self._norm(other), days)
                if alike >= LEAST:
                    row[other] = alike
        self._put_row(article, row)

    def _put_row(self, article: str, row: Row) -> None:
        before = self.row(article)
        for other in {*before, *row}:
            if before.get(other) != row.get(other):
                theirs = {**self.row(other), article: row.get(other, 0)}
                self._rows.put(other, {each: much for each, much in theirs.items() if much} or None)
                self.touched.add(other)
        self._rows.put(article, row or None)

    def _norm(self, article: str) -> int:
        """Return the sum of the squares of what an article's words weigh."""
        if article not in self._norms:
            self._norms[article] = sum(self.rare(word) ** 2 for word in self._topics[article].words)
        return self._norms[article]

    def _note(self, word: str) -> None:
        if word not in self._before:
            self._before[word] = len(self._holders.of(word))

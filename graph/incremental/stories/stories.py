"""The stories of a corpus; an article that comes or goes touches those that are tied to it by likeness.

Articles that are alike enough, pair by pair, are tied; stories lie within what is tied together, so each such part is
put into stories by itself.
"""

from __future__ import annotations

from collections.abc import Iterable

from whosays.graph.articles import Article
from whosays.graph.incremental.cache import Cache, Table
from whosays.graph.incremental.group_maintenance import Groups
from whosays.graph.incremental.numbers import Numbers
from whosays.graph.incremental.part import Part, Update
from whosays.graph.incremental.partition import Partition
from whosays.graph.incremental.stories.topics import Topics
from whosays.graph.resolution import ARTICLE, Judgements
from whosays.graph.stories import ALIKE, Judged, clusters


class Stories(Part):
    """Which story each article is in, and what it was in before the update."""

    def __init__(self, cache: Cache, numbers: Numbers, topics: Topics) -> None:
        self._numbers = numbers
        self._topics = topics
        self._names: Table[frozenset[str]] = cache.table("names that articles are known by")
        self._stories: Partition[str] = Partition(cache, "stories", str)
        self._gone: set[str] = set()
        self._come: set[str] = set()
        self._last: tuple[str, frozenset[int]] = ("", frozenset())
        self.before: Groups = frozenset()  # stories that the update touched, as they were and as they are
        self.now: Groups = frozenset()
        self.moved: dict[str, frozenset[int]] = {}  # articles that stay and came to another story: who was near before

    def begin(self, update: Update) -> None:
        """Forget what changed."""
        super().begin(update)
        self._gone.clear()
        self._come.clear()
        self._last = ("", frozenset())
        self.moved = {}

    def leave(self, article: str) -> None:
        """Note that an article goes; its story knows it until all is put anew."""
        self._gone.add(article)
        self._names.put(article, None)

    def enter(self, article: Article) -> None:
        """Note that an article comes, which is near to nobody yet."""
        self._come.add(article.iri)
        self._names.put(article.iri, article.told.context or None)

    def names(self, article: str) -> frozenset[str]:
        """Return the names that an article is known by."""
        return self._names.get(article) or frozenset()

    def of(self, article: str) -> tuple[str, ...]:
        """Return all articles of an article's story."""
        return self._stories.group(self._stories.leader(article))

    def near(self, article: str) -> frozenset[int]:
        """Return the numbers of the articles of the same story, its own included."""
        if self._last[0] != article:
            self._last = (article, self._numbered(self.of(article)))
        return self._last[1]

    def are_near(self, one: str, other: str) -> bool:
        """Tell whether two articles are of one story."""
        return one == other or self._stories.leader(one) == self._stories.leader(other)

    def change(self) -> None:
        """Put the touched articles into stories anew."""
        judged, touched = _judged(self.update.now), self._touched()
        left = {article for group in self._stories.of({*touched, *self._gone}) for article in group}
        touched |= set(filter(self._topics.has, left))
        together: dict[str, set[str]] = {}
        for pair in judged.together:
            for one, other in (pair, pair[::-1]):
                together.setdefault(one, set()).add(other)
        parts = self._parts(touched, together)
        rows = {article: self._topics.row(article) for part in parts for article in part}
        now = {group for part in parts for group in clusters(part, rows, judged)}
        before = set(self._stories.of({*touched, *self._gone, *rows}))
        self._stories.change(before, now)
        self._last = ("", frozenset())
        self._note_moved(before, now)
        self.before, self.now = frozenset(before), frozenset(now)

    def _touched(self) -> set[str]:
        """Return the articles that are there whose likeness or judgements changed."""
        changed = set(self.update.before.verdicts.items()) ^ set(self.update.now.verdicts.items())
        judged = {iri for pair, _ in changed for kind, iri in pair if kind == ARTICLE and self._topics.has(iri)}
        return self._come | self._topics.touched | judged

    def _parts(self, touched: Iterable[str], together: dict[str, set[str]]) -> list[set[str]]:
        """Return all that is tied to each touched article."""
        parts: list[set[str]] = []
        seen: set[str] = set()
        for article in sorted(touched):
            if article in seen:
                continue
            part, open_ = {article}, [article]
            while open_:
                here = open_.pop()
                tied = {other for other, much in self._topics.row(here).items() if much >= ALIKE}
                new = (tied | set(filter(self._topics.has, together.get(here, ())))) - part
                part |= new
                open_ += new
            parts.append(part)
            seen |= part
        return parts

    def _note_moved(self, before: set[tuple[str, ...]], now: set[tuple[str, ...]]) -> None:
        """Find the articles that are near to others than before; of two stories that became one, the larger stays."""
        was = {article: group for group in before for article in group}
        taken: set[tuple[str, ...]] = set()
        for group in sorted(now, key=lambda group: (-len(group), group)):
            shares: dict[tuple[str, ...], int] = {}
            for article in group:
                if article not in self._come and article in was and was[article] not in taken:
                    shares[was[article]] = shares.get(was[article], 0) + 1
            stays = min(shares, key=lambda old: (-shares[old], old), default=None)
            if stays is not None:
                taken.add(stays)
            for article in group:
                if article not in self._come and article in was and was[article] != stays:
                    there = (other for other in was[article] if other not in self._gone)
                    self.moved[article] = self._numbered(there)

    def _numbered(self, articles: Iterable[str]) -> frozenset[int]:
        return frozenset(number for article in articles if (number := self._numbers.find(article)) is not None)


def _judged(judgements: Judgements) -> Judged:
    """Return what people said of articles."""
    pairs = {
        (one[1], other[1]): verdict
        for (one, other), verdict in judgements.verdicts.items()
        if one[0] == other[0] == ARTICLE
    }
    return Judged(
        tuple(sorted(pair for pair, verdict in pairs.items() if verdict == "accepted")),
        tuple(sorted(pair for pair, verdict in pairs.items() if verdict == "rejected")),
    )

"""All names of the corpus with what articles tell of them, changed by the articles that come and go.

What changed is remembered until the next change: which names are borne differently, and which stand in fewer or more
articles than before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from whosays.graph.articles import Article
from whosays.graph.incremental.cache import Cache, Index, Sets, Table
from whosays.graph.incremental.entities.casts import Casts
from whosays.graph.incremental.numbers import Numbers
from whosays.graph.incremental.part import Part, Update
from whosays.graph.names import Key
from whosays.graph.resolution import (
    Company,
    Gathered,
    Known,
    Pair,
    Side,
    blocks,
    company_weight,
    meet,
    node,
    only,
    split_off,
    written,
)

Meeting = tuple[int, str]  # a block without its side


@dataclass(frozen=True, slots=True)
class Before:
    """What a name was like before the change: other names and acronyms of its bearers."""

    others: frozenset[Key] = frozenset()
    acronyms: frozenset[Key] = frozenset()


@dataclass(slots=True)
class Changed:
    """Names borne differently, names in another number of articles (with the number before), blocks (the same)."""

    names: dict[Key, Before] = field(default_factory=dict)
    articles: dict[Key, int] = field(default_factory=dict)
    blocks: dict[Meeting, int] = field(default_factory=dict)


class Names(Part):
    """The names, in which articles each stands, and under which keys they meet."""

    def __init__(self, cache: Cache, numbers: Numbers, casts: Casts) -> None:
        self._nodes: Table[Gathered] = cache.table("names")
        self._blocks_of: Table[frozenset[tuple[int, str, Side]]] = cache.table("blocks of names")
        self._blocks: Sets = cache.sets("blocks")
        self._named: Table[tuple[frozenset[Key], frozenset[Key]]] = cache.table("names of articles")
        self._company: Index = cache.index("articles of names")
        self._numbers = numbers
        self._casts = casts
        self._known: dict[Key, Known] = {}
        self._alone_before, self._alone = frozenset[Pair](), frozenset[Pair]()
        self.changed = Changed()

    def begin(self, update: Update) -> None:
        """Forget what changed; who is counted alone depends on what was and is judged."""
        super().begin(update)
        self._known.clear()
        self._alone_before, self._alone = split_off(update.before), split_off(update.now)
        self.changed = Changed()

    def leave(self, article: str) -> None:
        """Count the names of an article out."""
        for bearer in self._casts.of(article).bearers:
            key = node(bearer, self._alone_before)
            gathered = self._touched(key)
            gathered.remove(key, bearer)
            self._nodes.put(written(key), gathered if gathered.referents else None)
        number = self._numbers.of(article)
        for key in self.all_names_in(article):
            self.changed.articles.setdefault(key, len(self.articles_of(key)))
            self._company.discard(written(key), number)
        self._named.put(article, None)

    def enter(self, article: Article) -> None:
        """Count the names of an article in."""
        self._count_in(article.iri)

    def change(self) -> None:
        """Count articles again that are judged otherwise, and put each name that changed under its keys."""
        for article in self._casts.there(self.update.judged_otherwise):
            self.leave(article)
            self._count_in(article)
        for key in self.changed.names:
            self._meet(key)

    def has(self, key: Key) -> bool:
        """Tell whether anybody bears the name."""
        return self._nodes.get(written(key)) is not None

    def gathered(self, key: Key) -> Gathered:
        """Return what is counted of a name; nothing of one that nobody bears."""
        return self._nodes.get(written(key)) or Gathered()

    def known(self, key: Key) -> Known:
        """Return what is told of a name that somebody bears."""
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._nodes[written(key)].known(key)
        return found

    def names_in(self, article: str) -> frozenset[Key]:
        """Return the names that an article's referents are counted with."""
        return self._named_in(article)[0]

    def all_names_in(self, article: str) -> frozenset[Key]:
        """Return all full names of an article's referents."""
        return self._named_in(article)[1]

    def articles_of(self, key: Key) -> set[int]:
        """Return the numbers of the articles of which a referent has that full name."""
        return self._company.of(written(key))

    def article(self, number: int) -> str:
        """Return the article of a number."""
        return self._numbers.article(number)

    def number(self, article: str) -> int:
        """Return the number of an article."""
        return self._numbers.of(article)

    def blocks(self, key: Key) -> frozenset[tuple[int, str, Side]]:
        """Return the keys under which a name meets others."""
        return self._blocks_of.get(written(key)) or frozenset()

    def members(self, rank: int, block: str, side: Side) -> set[Key]:
        """Return the names of one side of a block."""
        return self._blocks.of(f"{rank}{side} {block}")

    def met(self, key: Key, rank: int, block: str, side: Side) -> set[Key]:
        """Return the names that a name is compared with for a block."""
        others = self.members(rank, block, "other")
        if side == "one":
            return {fitting for fitting in (only(others, key),) if fitting is not None}
        if side == "other":
            ones = self.members(rank, block, "one") if len(others) <= 2 else set()
            return {one for one in ones if only(others, one) == key}
        everybody = self.members(rank, block, "all")
        return everybody - {key} if meet(len(everybody)) else set()

    def _named_in(self, article: str) -> tuple[frozenset[Key], frozenset[Key]]:
        return self._named.get(article) or (frozenset(), frozenset())

    def _count_in(self, article: str) -> None:
        keys = set()
        bearers = self._casts.of(article).bearers
        for bearer in bearers:
            key = node(bearer, self._alone)
            gathered = self._touched(key)
            gathered.add(key, bearer)
            self._nodes.put(written(key), gathered)
            keys.add(key)
        number = self._numbers.of(article)
        full = frozenset(key for bearer in bearers for key in bearer.full)
        for key in full:
            self.changed.articles.setdefault(key, len(self.articles_of(key)))
            self._company.add(written(key), number)
        self._named.put(article, (frozenset(keys), full))

    def _touched(self, key: Key) -> Gathered:
        gathered = self.gathered(key)
        if key not in self.changed.names:
            others = frozenset(other for other, _ in gathered.others)
            self.changed.names[key] = Before(others, frozenset(gathered.acronyms))
        return gathered

    def _meet(self, key: Key) -> None:
        """Put a name under the keys that it has now."""
        before = self.blocks(key)
        now = frozenset((b.rank, b.key, b.side) for b in blocks(self.known(key))) if self.has(key) else frozenset()
        for rank, block, side in before ^ now:
            self.changed.blocks.setdefault((rank, block), len(self.members(rank, block, "all")))
            change = self._blocks.add if (rank, block, side) in now else self._blocks.discard
            change(f"{rank}{side} {block}", key)
        self._blocks_of.put(written(key), now or None)


class LivingCompany(Company):
    """How much it tells that two names are mentioned with the same others; joined names count as their leader."""

    def __init__(
        self,
        names: Names,
        leader: Callable[[Key], Key] = lambda key: key,
        group: Callable[[Key], Iterable[Key]] = lambda key: (key,),
    ) -> None:
        self._names = names
        self._leader = leader
        self._group = group
        self._articles: dict[Key, set[int]] = {}
        self._numbers: dict[frozenset[str], frozenset[int]] = {}

    def shared(self, one: Known, other: Known) -> list[tuple[float, Key]]:
        """Return the names that both are mentioned with, each with its weight, the most telling first."""
        few, many = sorted((one, other), key=lambda known: len(known.articles))
        there = self._numbered(many.articles)
        found = []
        for key in self._mentioned_with(few) - one.keys - other.keys:
            articles = self.articles(key) if key[0] != "one article" else set()
            weight = company_weight(len(articles)) if articles else 0.0
            if weight and not articles.isdisjoint(there):
                found.append((weight, key))
        return sorted(found, key=lambda found: (-found[0], found[1]))

    def articles(self, leader: Key) -> set[int]:
        """Return the numbers of the articles that hold a name or one that is joined with it."""
        found = self._articles.get(leader)
        if found is None:
            found = self._articles[leader] = set().union(*map(self._names.articles_of, self._group(leader)))
        return found

    def _mentioned_with(self, known: Known) -> set[Key]:
        every = (key for article in known.articles for key in self._names.all_names_in(article))
        return set(map(self._leader, every))

    def _numbered(self, articles: frozenset[str]) -> frozenset[int]:
        found = self._numbers.get(articles)
        if found is None:
            found = self._numbers[articles] = frozenset(map(self._names.number, articles))
        return found

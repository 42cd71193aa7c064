"""Which claims say the same, kept as groups of nodes; an article that comes or goes touches the groups of its claims.

Two nodes are compared where words of the one stand in the other, or where their figures agree, and only where their
articles are of one story.  What pairs connect falls into groups without chains (``cores``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whosays.graph.articles import Article
from whosays.graph.claims import LIKELY, Node, Said, cores, frame, likely_same, said, same_figure
from whosays.graph.incremental.cache import Cache, Index, Table
from whosays.graph.incremental.group_maintenance import Bonds, Groups, rejoined
from whosays.graph.incremental.numbers import Numbers
from whosays.graph.incremental.part import Part, Update
from whosays.graph.incremental.partition import Partition
from whosays.graph.incremental.stories.stories import Stories


class SameClaims(Part):
    """The claims of all articles, by the words and by the figures that they may meet under."""

    def __init__(self, cache: Cache, numbers: Numbers, stories: Stories) -> None:
        self._numbers = numbers
        self._stories = stories
        self._said: Table[Said] = cache.table("claims of articles", keep=4000)
        self._frames: Index = cache.index("articles by figure")
        self._connected: Partition[str] = Partition(cache, "claims that pairs connect", str)
        self._groups: Partition[str] = Partition(cache, "propositions", str)
        self._gone: dict[str, list[str]] = {}
        self._come: list[str] = []
        self._likely: dict[tuple[str, str], float] = {}  # of the pairs that the update asks for
        self.before: Groups = frozenset()  # groups that the update touched, as they were and as they are
        self.now: Groups = frozenset()

    def begin(self, update: Update) -> None:
        """Forget what changed."""
        super().begin(update)
        self._gone.clear()
        self._come.clear()
        self._likely.clear()

    def said(self, article: str) -> Said:
        """Return what an article says."""
        return self._said[article]

    def nodes(self, article: str) -> tuple[Node, ...]:
        """Return the nodes of an article, none where it is not there."""
        said = self._said.get(article)
        return said.nodes if said else ()

    def group(self, node: str) -> tuple[str, ...]:
        """Return all nodes of a node's proposition."""
        return self._groups.group(self._groups.leader(node))

    def leave(self, article: str) -> None:
        """Take an article out of the index."""
        said = self._said[article]
        self._note_gone(said.nodes, self.near(article))
        for key in _frames(said):
            self._frames.discard(key, self._numbers.of(article))
        self._said.put(article, None)

    def enter(self, article: Article) -> None:
        """Put an article into the index."""
        ready = said(article.told)
        for key in _frames(ready):
            self._frames.add(key, self._numbers.of(article.iri))
        self._said.put(article.iri, ready)
        self._come += (node.iri for node in ready.nodes)

    def change(self) -> None:
        """Group anew what the update can have changed."""
        for article, near in self._stories.moved.items():
            nodes = self.nodes(article)
            self._note_gone(nodes, near)
            self._come += (node.iri for node in nodes)
        bonds = Bonds(self._joined, _Meeting(self), self._around)
        before, now = rejoined(self._connected, self._gone, self._come, bonds)
        self.before = self._groups.of(key for group in before for key in group)
        self.now = frozenset(core for group in now for core in cores(group, self._same))
        self._groups.change(self.before, self.now)

    def _note_gone(self, nodes: Iterable[Node], near: frozenset[int]) -> None:
        """Keep what nodes that go were joined to in the near articles: that is among what pairs connect them with."""
        for node in nodes:
            others = self._there(self._connected.group(self._connected.leader(node.iri)), near)
            self._gone[node.iri] = [other.iri for other in others if likely(node, other) >= LIKELY]

    def _there(self, keys: Iterable[str], near: frozenset[int]) -> Iterator[Node]:
        """Yield the nodes of the near articles that are still there."""
        for iri in keys:
            article = iri.partition("#")[0]
            if self._numbers.find(article) in near:
                yield from (node for node in self.nodes(article) if node.iri == iri)

    def near(self, article: str) -> frozenset[int]:
        """Return the numbers of the articles of the same story."""
        return self._stories.near(article)

    def meeting(self, node: Node, near: frozenset[int]) -> Iterator[Node]:
        """Yield the nodes of the near articles that a node is worth comparing with."""
        numbers = near if node.figure is None else self._frames.of(_frame(node)) & near
        for article in sorted(map(self._numbers.article, numbers)):
            yield from (other for other in self.nodes(article) if _comparable(node, other))

    def _around(self, iri: str) -> Iterator[str]:
        near = self.near(iri.partition("#")[0])
        return (other.iri for other in self.meeting(self.node(iri), near))

    def node(self, iri: str) -> Node:
        """Return a node by its IRI."""
        return next(node for node in self._said[iri.partition("#")[0]].nodes if node.iri == iri)

    def _joined(self, one: str, other: str) -> bool:
        return self._same(one, other) >= LIKELY

    def _same(self, one: str, other: str) -> float:
        """Return how likely two nodes say the same, worked out once an update."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._likely:
            near = self._stories.are_near(*(iri.partition("#")[0] for iri in pair))
            self._likely[pair] = likely(*map(self.node, pair)) if near else 0.0
        return self._likely[pair]


class _Meeting:
    """What each node that comes may be joined to; the nodes of one article are asked for one after the other."""

    def __init__(self, claims: SameClaims) -> None:
        self._claims = claims
        self._article = ""
        self._near: frozenset[int] = frozenset()

    def __call__(self, iri: str) -> Iterator[str]:
        article = iri.partition("#")[0]
        if article != self._article:
            self._article = article
            self._near = self._claims.near(article)
        for other in self._claims.meeting(self._claims.node(iri), self._near):
            yield other.iri


def likely(one: Node, other: Node) -> float:
    """Return how likely two nodes of one story say the same; figures do or do not."""
    if not _comparable(one, other):
        return 0.0
    if one.figure is not None:
        return float(same_figure(one, other))
    return likely_same(one, other)


def _comparable(one: Node, other: Node) -> bool:
    """Tell whether comparing two nodes is worth the while."""
    if one.iri == other.iri or (one.figure is None) != (other.figure is None):
        return False
    return one.figure is not None or not one.words.keys.isdisjoint(other.words.keys)


def _frame(node: Node) -> str:
    return "" if node.figure is None else " ".join(map(str, frame(node.figure)))


def _frames(said: Said) -> set[str]:
    return {_frame(node) for node in said.nodes if node.figure is not None}


def articles_of(nodes: Iterable[str]) -> set[str]:
    """Return the articles that nodes stand in."""
    return {node.partition("#")[0] for node in nodes}

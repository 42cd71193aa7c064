"""Accounts of one story that contradict each other, told anew where an article of it, or who is in it, changed."""

from __future__ import annotations

from collections.abc import Iterable

from whosays.graph.articles import Article
from whosays.graph.conflicts import Side, dispute_triples, disputes, sides
from whosays.graph.incremental.cache import Cache, Table
from whosays.graph.incremental.claims.same_claims import SameClaims
from whosays.graph.incremental.entities.speakers import Speakers
from whosays.graph.incremental.part import Part
from whosays.graph.incremental.stories.stories import Stories
from whosays.graph.rdf import PROPOSITIONS


class Conflicts(Part):
    """What the voices of each article hold about who did what and how somebody is, and the disputes of each story."""

    def __init__(self, cache: Cache, stories: Stories, claims: SameClaims, speakers: Speakers) -> None:
        self._stories = stories
        self._claims = claims
        self._speakers = speakers
        self._sides: Table[tuple[Side, ...]] = cache.table("sides of articles", keep=4000)

    def leave(self, article: str) -> None:
        """Take away what an article has anybody hold."""
        self._sides.put(article, None)

    def enter(self, article: Article) -> None:
        """Keep what the voices of an article hold."""
        self._sides.put(article.iri, sides(article) or None)

    def change(self) -> None:
        """State the disputes of the stories that the update touches."""
        there = self._speakers.differing - (set(self.update.gone) - set(self.update.come))
        now = {*self._stories.now, *map(self._stories.of, there)}
        for first in {group[0] for group in self._stories.before} - {group[0] for group in now}:
            self.update.ledger.put(PROPOSITIONS, f"conflicts {first}", ())
        for story in sorted(now):
            self._state(story)

    def _state(self, story: Iterable[str]) -> None:
        articles = tuple(story)
        held = [side for article in articles for side in self._sides.get(article) or ()]
        known = self._speakers.voices(articles).entities if held else {}
        found = disputes(held, known, self._is_told)
        self.update.ledger.put(PROPOSITIONS, f"conflicts {articles[0]}", dispute_triples(found))

    def _is_told(self, one: Side, other: Side) -> bool:
        """Tell whether two sides are told of one claim, which its proposition tells already."""
        return not self._groups(one).isdisjoint(self._groups(other))

    def _groups(self, side: Side) -> set[str]:
        nodes = self._claims.said(side.article).stands_for.get(side.claim, ())
        return {self._claims.group(node)[0] for node in nodes}

"""Versions of one article, linked anew where one came or went."""

from __future__ import annotations

from whosays.graph.articles import Article
from whosays.graph.claims import address, version_triples
from whosays.graph.incremental.cache import Cache, Sets
from whosays.graph.incremental.claims.same_claims import SameClaims
from whosays.graph.incremental.part import Part, Update
from whosays.graph.rdf import PROPOSITIONS


class Versions(Part):
    """The articles of each address."""

    def __init__(self, cache: Cache, claims: SameClaims) -> None:
        self._claims = claims
        self._articles: Sets = cache.sets("articles by address")
        self._changed: set[str] = set()

    def begin(self, update: Update) -> None:
        """Forget which addresses changed."""
        super().begin(update)
        self._changed.clear()

    def leave(self, article: str) -> None:
        """Take a version away."""
        self._articles.discard(address(article), article)
        self._changed.add(address(article))

    def enter(self, article: Article) -> None:
        """Add a version."""
        self._articles.add(address(article.iri), article.iri)
        self._changed.add(address(article.iri))

    def change(self) -> None:
        """Link the versions of the addresses that changed."""
        for where in sorted(self._changed):
            versions = sorted(self._articles.of(where))
            told = [self._claims.said(article).told for article in versions] if len(versions) > 1 else []
            self.update.ledger.put(PROPOSITIONS, f"versions {where}", version_triples(told))

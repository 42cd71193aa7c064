"""Versions of one article, linked anew where one came or went."""

from __future__ import annotations

from whosays.graph.claims import address, version_triples
from whosays.graph.incremental.cache import Cache, Sets
from whosays.graph.incremental.claims.claiming import Claiming
from whosays.graph.incremental.triple_ledger import Ledger
from whosays.graph.rdf import PROPOSITIONS


class Versions:
    """The articles of each address."""

    def __init__(self, cache: Cache, claiming: Claiming) -> None:
        self._claiming = claiming
        self._articles: Sets = cache.sets("articles by address")
        self._changed: set[str] = set()

    def leave(self, article: str) -> None:
        """Take a version away."""
        self._articles.discard(address(article), article)
        self._changed.add(address(article))

    def enter(self, article: str) -> None:
        """Add a version."""
        self._articles.add(address(article), article)
        self._changed.add(address(article))

    def change(self, ledger: Ledger) -> None:
        """Link the versions of the addresses that changed."""
        for where in sorted(self._changed):
            versions = sorted(self._articles.of(where))
            told = [self._claiming.said(article).told for article in versions] if len(versions) > 1 else []
            ledger.put(PROPOSITIONS, f"versions {where}", version_triples(told))
        self._changed.clear()

"""Propositions told: their wording, the claims that express them, the issues they address, and their origins.

A proposition is told anew where a claim joins or leaves it, and where one of its articles is touched: somebody in it is
named otherwise, a figure of it came to another issue, or its words, or those of an original of it, are found to come
from elsewhere.  Origins rest on nothing else, as whose word is whose is seen in the claims of one proposition alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from whosays.graph.claims import Proposition
from whosays.graph.incremental.cache import Cache
from whosays.graph.incremental.claims.copies import Copies
from whosays.graph.incremental.claims.issues import Issues
from whosays.graph.incremental.claims.same_claims import SameClaims, articles_of
from whosays.graph.incremental.entities.speakers import Speakers
from whosays.graph.incremental.part import Part
from whosays.graph.origins import expressing, origins, proposition_triples, rooted
from whosays.graph.rdf import PROPOSITIONS

Group = tuple[str, ...]
MEETING = 2  # claims: what only one says is a claim, and no proposition


class Propositions(Part):
    """Puts propositions into the ledger, out of all that they are made of."""

    def __init__(self, _: Cache, claims: SameClaims, issues: Issues, copies: Copies, speakers: Speakers) -> None:
        self._claims = claims
        self._issues = issues
        self._copies = copies
        self._speakers = speakers

    def change(self) -> None:
        """State the propositions that the update touches; those whose first nodes stand in one article together."""
        for leader in {group[0] for group in self._claims.before} - {group[0] for group in self._claims.now}:
            self.update.ledger.put(PROPOSITIONS, leader, ())
        together: defaultdict[str, list[Group]] = defaultdict(list)
        for group in {*self._claims.now, *self._touched()}:
            together[group[0].partition("#")[0]].append(group)
        for _, found in sorted(together.items()):
            self._state(sorted(found))

    def _touched(self) -> Iterator[Group]:
        articles = self._copies.differing | self._copies.with_copies(self._speakers.differing) | self._issues.differing
        for article in sorted(articles):
            yield from (self._claims.group(node.iri) for node in self._claims.nodes(article))

    def _state(self, groups: list[Group]) -> None:
        propositions = [Proposition(tuple(map(self._claims.node, group))) for group in groups]
        articles = sorted({article for group in groups for article in articles_of(group)})
        said = [self._claims.said(article) for article in articles]
        reuses = self._copies.reuses(articles)
        voices = self._speakers.voices({*articles, *(reuse.original for reuse in reuses if reuse.original)})
        support = origins(propositions, said, voices, rooted(reuses))
        claims = {node: claims for article in said for node, claims in expressing(article).items()}
        issues = {quantity: key for article in articles for quantity, key in self._issues.of(article).items()}
        for proposition in propositions:
            own = _of_nodes(proposition, claims)
            addressed = [issues[quantity] for quantity in proposition.quantities if quantity in issues]
            meeting = len(set(own)) >= MEETING
            triples = proposition_triples(proposition, own, support[proposition.key], addressed) if meeting else ()
            self.update.ledger.put(PROPOSITIONS, proposition.key, triples)


def _of_nodes(proposition: Proposition, claims: Mapping[str, list[str]]) -> list[str]:
    return [claim for node in proposition.nodes for claim in claims.get(node.iri, ())]

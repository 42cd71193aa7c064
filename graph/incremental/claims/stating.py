"""Propositions told: their wording, the claims that express them, the issues they address, and their origins.

A proposition is told anew where a claim joins or leaves it, and where one of its articles is touched: somebody in it is
named otherwise, a figure of it came to another issue, or its words, or those of an original of it, are found to come
from elsewhere.  Origins rest on nothing else, as whose word is whose is seen in the claims of one proposition alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from whosays.graph.claims import Proposition
from whosays.graph.incremental.claims.claiming import Claiming, articles_of
from whosays.graph.incremental.claims.copying import Copying
from whosays.graph.incremental.claims.counting import Counting
from whosays.graph.incremental.entities.speaking import Speaking
from whosays.graph.incremental.triple_ledger import Ledger
from whosays.graph.origins import expressing, origins, proposition_triples, rooted
from whosays.graph.rdf import PROPOSITIONS

Group = tuple[str, ...]


class Stating:
    """Puts propositions into the ledger, out of all that they are made of."""

    def __init__(self, claiming: Claiming, counting: Counting, copying: Copying, speaking: Speaking) -> None:
        self._claiming = claiming
        self._counting = counting
        self._copying = copying
        self._speaking = speaking

    def state(self, groups: Iterable[Group], ledger: Ledger) -> None:
        """State the propositions of groups of nodes; those whose first nodes stand in one article together."""
        together: defaultdict[str, list[Group]] = defaultdict(list)
        for group in groups:
            together[group[0].partition("#")[0]].append(group)
        for _, found in sorted(together.items()):
            self._state(sorted(found), ledger)

    def _state(self, groups: list[Group], ledger: Ledger) -> None:
        propositions = [Proposition(tuple(map(self._claiming.node, group))) for group in groups]
        articles = sorted({article for group in groups for article in articles_of(group)})
        said = [self._claiming.said(article) for article in articles]
        reuses = self._copying.reuses(articles)
        voices = self._speaking.voices({*articles, *(reuse.original for reuse in reuses if reuse.original)})
        support = origins(propositions, said, voices, rooted(reuses))
        claims = {node: claims for article in said for node, claims in expressing(article).items()}
        issues = {quantity: key for article in articles for quantity, key in self._counting.issues(article).items()}
        for proposition in propositions:
            own = _of_nodes(proposition, claims)
            addressed = [issues[quantity] for quantity in proposition.quantities if quantity in issues]
            triples = proposition_triples(proposition, own, support[proposition.key], addressed)
            ledger.put(PROPOSITIONS, proposition.key, triples)


def _of_nodes(proposition: Proposition, claims: Mapping[str, list[str]]) -> list[str]:
    return [claim for node in proposition.nodes for claim in claims.get(node.iri, ())]

"""From how many independent roots a proposition comes, once copies are collapsed.

The root of a chain is its innermost voice: a named one counts once, whatever the article; an unnamed one and
the outlet's own voice count once for each text, however often that text was copied.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from whosays.graph.chains import JOINT
from whosays.graph.propositions import Proposition, Said, holders
from whosays.graph.propositions_reading import Hop

SUPPORT: Final = frozenset({"asserts", "confirms", "reports"})
DISPUTE: Final = frozenset({"denies", "doubts", "unverified", "noComment"})

# the claim and its article -> the article that the words come from first, or the name of an agency
Rooted = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Voices:
    """Who is who: referents as entities, descriptions of unnamed ones, chains of hops, publishers of articles."""

    entities: Mapping[str, str]
    descriptions: Mapping[str, str]
    chains: Mapping[str, str]
    publishers: Mapping[str, str]
    agencies: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Origins:
    """A proposition's support: who asserts and who disputes it, how often and from where it comes."""

    asserted_by: tuple[str, ...]
    disputed_by: tuple[str, ...]
    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    shortest: tuple[str, ...]


def origins(
    propositions: Iterable[Proposition], articles: Iterable[Said], voices: Voices, rooted: Rooted
) -> dict[str, Origins]:
    """Return the origins of every proposition, by its key."""
    of_node = {node.iri: proposition.key for proposition in propositions for node in proposition.nodes}
    hops: dict[str, dict[str, Hop]] = {key: {} for key in of_node.values()}
    for article in articles:
        for hop, nodes in holders(article):
            for node in nodes:
                hops[of_node[node]][hop.iri] = hop
    return {key: _origins([found[iri] for iri in sorted(found)], voices, rooted) for key, found in hops.items()}


def _origins(hops: list[Hop], voices: Voices, rooted: Rooted) -> Origins:
    support = [hop for hop in hops if hop.stance in SUPPORT]
    carrying = support or hops
    articles = sorted({_article(hop) for hop in carrying})
    return Origins(
        asserted_by=tuple(hop.iri for hop in support),
        disputed_by=tuple(hop.iri for hop in hops if hop.stance in DISPUTE),
        articles=tuple(articles),
        outlets=tuple(sorted({voices.publishers.get(article, article) for article in articles})),
        origins=_distinct(support, voices, rooted),
        shortest=_shortest(carrying, voices),
    )


def _distinct(support: list[Hop], voices: Voices, rooted: Rooted) -> tuple[str, ...]:
    """Return the independent roots, each by the first of its referents or by its entity."""
    found: dict[tuple[str, ...], str] = {}
    for hop in support:
        key, name = _origin(hop, voices, rooted)
        found[key] = min(name, found.get(key, name))
    return tuple(sorted(set(found.values())))


def _origin(hop: Hop, voices: Voices, rooted: Rooted) -> tuple[tuple[str, ...], str]:
    root = rooted(hop.claim or hop.iri)
    if hop.source.endswith("#voice"):
        publisher = voices.agencies.get(root) or voices.publishers.get(root) or f"{root}#voice"
        return (publisher,), publisher
    entity = voices.entities.get(hop.source)
    if entity is not None:
        return (entity,), entity
    description = " ".join(voices.descriptions.get(hop.source, "").lower().split())
    return (root, description or hop.source), hop.source


def _shortest(hops: list[Hop], voices: Voices) -> tuple[str, ...]:
    """Return one chain for each outlet: the one with the fewest voices."""
    best: dict[str, str] = {}
    for hop in hops:
        outlet = voices.publishers.get(_article(hop), _article(hop))
        chain = voices.chains.get(hop.iri, "")
        known = best.get(outlet)
        if chain and (known is None or (chain.count(JOINT), chain) < (known.count(JOINT), known)):
            best[outlet] = chain
    return tuple(sorted(set(best.values())))


def _article(hop: Hop) -> str:
    return hop.iri.partition("#")[0]

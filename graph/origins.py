"""From how many independent roots a proposition comes, once copies are collapsed.

The root of a chain is its innermost voice: a named one counts once, whatever the article; an unnamed one and
the outlet's own voice count once for each text, however often that text was copied.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from whosays.graph.chains import JOINT
from whosays.graph.namespaces import ID
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
    """Return the origins of every proposition, by its key; ``articles`` are those that say them, and may say more."""
    of_node = {node.iri: proposition.key for proposition in propositions for node in proposition.nodes}
    hops: dict[str, dict[str, Hop]] = {key: {} for key in of_node.values()}
    between: dict[str, set[str]] = {key: set() for key in hops}
    for article in articles:
        by_iri = {hop.iri: hop for hop in article.told.hops}
        for hop, nodes in holders(article):
            above = set(_above(hop, by_iri, voices))
            for key in {of_node[node] for node in nodes if node in of_node}:
                hops[key][hop.iri] = hop
                between[key] |= above
    return {
        key: _origins([found[iri] for iri in sorted(found)], between[key], voices, rooted)
        for key, found in hops.items()
    }


def _above(hop: Hop, hops: Mapping[str, Hop], voices: Voices) -> Iterator[str]:
    """Yield who passes on what a hop says, the outlet left out."""
    seen = {hop.iri}
    while (above := hops.get(hop.parent or "")) is not None and above.iri not in seen:
        seen.add(above.iri)
        if above.source != hop.source and not above.source.endswith("#voice"):
            yield voices.entities.get(above.source, above.source)
        hop = above


def _origins(hops: list[Hop], between: Collection[str], voices: Voices, rooted: Rooted) -> Origins:
    support = [hop for hop in hops if hop.stance in SUPPORT]
    carrying = support or hops
    articles = sorted({_article(hop) for hop in carrying})
    return Origins(
        asserted_by=tuple(hop.iri for hop in support),
        disputed_by=tuple(hop.iri for hop in hops if hop.stance in DISPUTE),
        articles=tuple(articles),
        outlets=tuple(sorted({voices.publishers.get(article, article) for article in articles})),
        origins=_distinct(support, between, voices, rooted),
        shortest=_shortest(carrying, voices),
    )


def _distinct(support: list[Hop], between: Collection[str], voices: Voices, rooted: Rooted) -> tuple[str, ...]:
    """Return the independent roots, each by the first of its referents or by its entity.

    Who passes it on in one article is no origin of it in another.  An outlet's own voice, and words that name
    nobody, are origins only where no article of that root says whose word it is.
    """
    found: dict[tuple[str, ...], str] = {}
    silent: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    told: set[str] = set()
    for hop in support:
        key, name = _origin(hop, voices, rooted)
        if _names_somebody(hop, voices):
            told |= {rooted(hop.claim or hop.iri), _article(hop)}
            found[key] = min(name, found.get(key, name))
        else:
            silent.setdefault(_article(hop), []).append((key, name))
    for article, own in silent.items():
        if article not in told:
            found.update(own)
    return tuple(sorted({name for name in found.values() if name not in between} or set(found.values())))


def _names_somebody(hop: Hop, voices: Voices) -> bool:
    return not hop.source.endswith("#voice") and (hop.source in voices.entities or hop.source in voices.descriptions)


def _origin(hop: Hop, voices: Voices, rooted: Rooted) -> tuple[tuple[str, ...], str]:
    root = rooted(hop.claim or hop.iri)
    if hop.source.endswith("#voice"):
        own = _speaker(root, _article(hop), voices)
        return (own,), own
    entity = voices.entities.get(hop.source)
    if entity is not None:
        return (entity,), entity
    description = " ".join(voices.descriptions.get(hop.source, "").lower().split())
    return (root, description or hop.source), hop.source


def _speaker(root: str, article: str, voices: Voices) -> str:
    """Return whose words an outlet's own voice speaks: an agency's where they are copied from it, else the publisher's.

    An agency whose copy is not there is a mere name; it is an entity where the article credits its wire service.
    """
    first = root if root.startswith(ID) else article
    agency = voices.agencies.get(first)
    return agency or voices.publishers.get(first) or f"{first}#voice"


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

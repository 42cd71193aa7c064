"""What each article's referents resolve to, the chains of its hops in these names, and whose reports it relays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rdflib import URIRef

from whosays.graph.incremental.cache import Cache, Table
from whosays.graph.incremental.entities.entities import Entities, Shown
from whosays.graph.incremental.facts import Facts
from whosays.graph.incremental.triple_ledger import Ledger
from whosays.graph.origins import NO_OUTLET, NO_SOURCE, Voice, Voices, chains
from whosays.graph.rdf import CHAINS, ENTITIES, LINEAGE, entity_iri, string
from whosays.graph.resolution import Judgements, node, referent_triples, split_off
from whosays.graph.reuse import relay_triples, relays
from whosays.ontology import WS


@dataclass(frozen=True, slots=True)
class Spoken:
    """One article's part of ``Voices``."""

    entities: dict[str, str]
    descriptions: dict[str, str]
    chains: dict[str, str]
    publisher: str | None
    agency: str | None


class Speaking:
    """Who speaks in each article."""

    def __init__(self, cache: Cache, entities: Entities) -> None:
        self._entities = entities
        self._spoken: Table[Spoken] = cache.table("voices of articles", keep=4000)

    def leave(self, article: str, ledger: Ledger) -> None:
        """Forget an article."""
        self._spoken.put(article, None)
        self._put(article, ledger, {}, (), ())

    def enter(self, facts: Facts, judged: Judgements, ledger: Ledger) -> None:
        """State who speaks in an article as it is known now."""
        alone = split_off(judged)
        shown = {b.name.referent: self._entities.of(node(b, alone)) for b in facts.bearers}
        reading = facts.reading
        voices = {hop: _voice(who, shown, reading.descriptions) for hop, who in reading.sources.items()}
        chained = chains(reading.parents, voices)
        iris = {referent: str(entity_iri(slug)) for referent, (slug, _, _) in shown.items()}
        outlets = {referent: iris[referent] for referent, (_, _, kind) in shown.items() if kind == "Outlet"}
        slugs = {referent: slug for referent, (slug, _, _) in shown.items()}
        self._spoken.put(
            facts.article,
            Spoken(iris, reading.descriptions, chained, iris.get(facts.voice or ""), iris.get(facts.article)),
        )
        self._put(
            facts.article,
            ledger,
            chained,
            referent_triples(slugs, reading.outlets),
            relay_triples(relays(reading, outlets, facts.stances)),
        )

    def voices(self, articles: Iterable[str]) -> Voices:
        """Return who speaks in some articles."""
        spoken = {article: found for article in articles if (found := self._spoken.get(article))}
        together = Voices({}, {}, {}, {}, {})
        for article, each in spoken.items():
            together.entities.update(each.entities)  # type: ignore[attr-defined]
            together.descriptions.update(each.descriptions)  # type: ignore[attr-defined]
            together.chains.update(each.chains)  # type: ignore[attr-defined]
            if each.publisher:
                together.publishers[article] = each.publisher  # type: ignore[index]
            if each.agency:
                together.agencies[article] = each.agency  # type: ignore[index]
        return together

    def _put(self, article: str, ledger: Ledger, chained: Mapping[str, str], who: object, relayed: object) -> None:
        ledger.put(CHAINS, article, ((URIRef(hop), WS.chain, string(chain)) for hop, chain in chained.items()))
        ledger.put(ENTITIES, article, who)  # type: ignore[arg-type]
        ledger.put(LINEAGE, f"relays {article}", relayed)  # type: ignore[arg-type]


def _voice(referent: str, shown: Mapping[str, Shown], descriptions: Mapping[str, str]) -> Voice:
    found = shown.get(referent)
    if found is not None:
        return found[:2]
    missing = NO_OUTLET if referent.endswith("#voice") else NO_SOURCE
    return referent, descriptions.get(referent, missing)

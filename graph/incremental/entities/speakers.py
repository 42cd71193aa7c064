"""What each article's referents resolve to, the chains of its hops in these names, and whose reports it relays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rdflib import URIRef

from whosays.graph.articles import NO_OUTLET, NO_SOURCE, Voice, chains, written_shown
from whosays.graph.incremental.cache import Cache, Table
from whosays.graph.incremental.entities.casts import Cast, Casts
from whosays.graph.incremental.entities.entities import Entities, Shown
from whosays.graph.incremental.part import Part, Update
from whosays.graph.origins import Voices
from whosays.graph.rdf import CHAINS, ENTITIES, LINEAGE, Triple, entity_iri, reporting_iri, string
from whosays.graph.resolution import Pair, node, referent_triples, split_off
from whosays.graph.reuse import relay_triples, relays
from whosays.ontology import WS


@dataclass(frozen=True, slots=True)
class Spoken:
    """One article's part of ``Voices``."""

    entities: dict[str, str]
    descriptions: Mapping[str, str]
    chains: dict[str, str]
    publisher: str | None
    agency: str | None
    kinds: dict[str, str]  # of entities


class Speakers(Part):
    """Who speaks in each article."""

    def __init__(self, cache: Cache, casts: Casts, entities: Entities) -> None:
        self._casts = casts
        self._entities = entities
        self._spoken: Table[Spoken] = cache.table("voices of articles", keep=4000)
        self.differing: set[str] = set()  # articles in which somebody is shown otherwise

    def begin(self, update: Update) -> None:
        """Forget what changed."""
        super().begin(update)
        self.differing = set()

    def change(self) -> None:
        """State who speaks in the articles that are new, judged otherwise, or name somebody who is shown otherwise."""
        for article in set(self.update.gone) - set(self.update.come):
            self._spoken.put(article, None)
            self._put(article, (), (), ())
        judged = self._casts.there(self.update.judged_otherwise)
        self.differing = {*self._entities.differing, *self.update.come, *judged}
        alone = split_off(self.update.now)
        for article in sorted(self.differing):
            self._state(article, self._casts.of(article), alone)

    def _state(self, article: str, cast: Cast, alone: frozenset[Pair]) -> None:
        shown = {bearer.name.referent: self._entities.of(node(bearer, alone)) for bearer in cast.bearers}
        voices = {hop.iri: _voice(hop.source, shown, cast.descriptions) for hop in cast.hops}
        chained = chains({hop.iri: hop.parent for hop in cast.hops}, voices)
        iris = {referent: str(entity_iri(slug)) for referent, (slug, _, _) in shown.items()}
        outlets = {referent: iris[referent] for referent, (_, _, kind) in shown.items() if kind == "Outlet"}
        kinds = {iris[referent]: kind for referent, (_, _, kind) in shown.items()}
        slugs = {referent: slug for referent, (slug, _, _) in shown.items()}
        publisher = iris.get(f"{article}#voice")
        self._spoken.put(article, Spoken(iris, cast.descriptions, chained, publisher, iris.get(article), kinds))
        relayed = relays(article, cast.hops, outlets, cast.descriptions)
        names = {referent: name for referent, (_, name, _) in shown.items()}
        names |= {who: name for who, name in cast.descriptions.items() if who not in names.keys() | cast.unread}
        told = _told(article, cast, chained, names)
        self._put(article, told, referent_triples(slugs, article), relay_triples(relayed))

    def voices(self, articles: Iterable[str]) -> Voices:
        """Return who speaks in some articles."""
        spoken = {article: found for article in articles if (found := self._spoken.get(article))}
        together = Voices({}, {}, {}, {}, {}, {})
        for article, each in spoken.items():
            together.entities.update(each.entities)  # type: ignore[attr-defined]
            together.descriptions.update(each.descriptions)  # type: ignore[attr-defined]
            together.chains.update(each.chains)  # type: ignore[attr-defined]
            together.kinds.update(each.kinds)  # type: ignore[attr-defined]
            if each.publisher:
                together.publishers[article] = each.publisher  # type: ignore[index]
            if each.agency:
                together.agencies[article] = each.agency  # type: ignore[index]
        return together

    def _put(self, article: str, told: Iterable[Triple], resolved: Iterable[Triple], relayed: Iterable[Triple]) -> None:
        ledger = self.update.ledger
        ledger.put(CHAINS, article, told)
        ledger.put(ENTITIES, article, resolved)
        ledger.put(LINEAGE, f"relays {article}", relayed)


def _told(article: str, cast: Cast, chained: Mapping[str, str], names: Mapping[str, str]) -> Iterator[Triple]:
    """Yield what each attribution is shown with: its chain, who speaks, and the outlet that prints it; and all as one.

    The outlet's voice that only reports is part of the chains of others and has none of its own.
    """
    outlet, reporting = names.get(f"{article}#voice") or None, reporting_iri(URIRef(article))
    shown: dict[str, tuple[str | None, str | None]] = {}
    for hop in cast.hops:
        if hop.iri != str(reporting):
            speaker, chain = shown[hop.iri] = names.get(hop.source) or None, chained[hop.iri] or None
            told = ((WS.chain, chain), (WS.speaker, speaker), (WS.outlet, outlet))
            yield from ((URIRef(hop.iri), link, string(name)) for link, name in told if name)
    if shown:
        yield URIRef(article), WS.shownTable, string(written_shown(article, outlet, shown))


def _voice(referent: str, shown: Mapping[str, Shown], descriptions: Mapping[str, str]) -> Voice:
    found = shown.get(referent)
    if found is not None:
        return found[:2]
    missing = NO_OUTLET if referent.endswith("#voice") else NO_SOURCE
    return referent, descriptions.get(referent, missing)

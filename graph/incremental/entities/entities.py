"""Groups of names as entities: each with a slug that no other one has, its names, and the links between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeAlias

from whosays.graph.incremental.cache import Cache, Sets, Table
from whosays.graph.incremental.entities.groups import Groups, Regrouped
from whosays.graph.incremental.entities.names import Names
from whosays.graph.incremental.part import Part, Update
from whosays.graph.names import Borne, Key, Resolved, describe, told_apart
from whosays.graph.rdf import ENTITIES
from whosays.graph.resolution import Link, Pair, entity_triples, link_triples, written

Shown: TypeAlias = tuple[str, str, str]  # slug, label, type


class Entities(Part):
    """The entities and the links as they stand in the graph."""

    def __init__(self, cache: Cache, names: Names, groups: Groups) -> None:
        self._names = names
        self._groups = groups
        self._described: Table[Resolved] = cache.table("entities")
        self._same_slug: Sets = cache.sets("entities by slug")
        self._shown: Table[Shown] = cache.table("entities of names")
        self._links: Table[Link] = cache.table("links shown")
        self._linked: Sets = cache.sets("links shown at names")
        self.differing: set[str] = set()  # articles whose referents are shown otherwise

    def of(self, key: Key) -> Shown:
        """Return slug, label and type of the entity of a name that somebody bears."""
        return self._shown[written(key)]

    def begin(self, update: Update) -> None:
        """Forget who was shown otherwise."""
        super().begin(update)
        self.differing = set()

    def change(self) -> None:
        """Put the regrouped entities into the ledger."""
        regrouped = self._groups.regrouped
        slugs = self._withdraw(regrouped) | self._describe(regrouped)
        leaders = {group[0] for group in regrouped.now}
        leaders |= {leader for slug in slugs for leader in self._same_slug.of(slug)}
        names = self._forgotten(regrouped)
        for leader in sorted(leaders):
            names |= self._show(leader)
        self._relink(regrouped, names)
        self.differing = {article for key in names for article in self._names.gathered(key).articles}

    def _withdraw(self, regrouped: Regrouped) -> set[str]:
        """Take away the entities that are no more; return the slugs that they had."""
        slugs = set()
        staying = {group[0] for group in regrouped.now}
        for leader in {group[0] for group in regrouped.before} - staying:
            entity = self._described[written(leader)]
            self._described.put(written(leader), None)
            self._same_slug.discard(entity.slug, leader)
            slugs.add(entity.slug)
            self.update.ledger.put(ENTITIES, f"entity {written(leader)}", ())
        return slugs

    def _describe(self, regrouped: Regrouped) -> set[str]:
        """Describe the groups; return the slugs that some of them had or have."""
        slugs = set()
        for group in regrouped.now:
            entity = describe(self._borne(group))
            before = self._described.get(written(group[0]))
            self._described.put(written(group[0]), entity)
            if before is None or before.slug != entity.slug:
                if before is not None:
                    self._same_slug.discard(before.slug, group[0])
                    slugs.add(before.slug)
                self._same_slug.add(entity.slug, group[0])
                slugs.add(entity.slug)
        return slugs

    def _borne(self, group: Iterable[Key]) -> Borne:
        own = frozenset(group)
        surfaces: Counter[str] = Counter()
        votes: Counter[str] = Counter()
        names: set[str] = set()
        keys: set[Key] = set()
        publishing = 0
        for key in own:
            gathered = self._names.gathered(key)
            surfaces.update(gathered.surfaces)
            votes.update(gathered.votes)
            names.update(gathered.names)
            keys |= own & gathered.full.keys() or {key}
            publishing += gathered.publishing
        return Borne(surfaces, votes, frozenset(names), publishing > 0, frozenset(keys))

    def _forgotten(self, regrouped: Regrouped) -> set[Key]:
        """Forget what names are shown as that nobody bears any more."""
        gone = {key for group in regrouped.before for key in group} - {key for group in regrouped.now for key in group}
        for key in gone:
            self._shown.put(written(key), None)
        return gone

    def _show(self, leader: Key) -> set[Key]:
        """Put an entity into the ledger; return its names that are shown otherwise now."""
        entity = self._described[written(leader)]
        if len(self._same_slug.of(entity.slug)) > 1:
            entity = told_apart(entity)
        self.update.ledger.put(ENTITIES, f"entity {written(leader)}", entity_triples(entity))
        shown = (entity.slug, entity.label, entity.type)
        differing = {key for key in self._groups.group(leader) if self._shown.get(written(key)) != shown}
        for key in differing:
            self._shown.put(written(key), shown)
        return differing

    def _relink(self, regrouped: Regrouped, names: set[Key]) -> None:
        """Put the links at the regrouped names into the ledger, and those whose entities are shown otherwise."""
        before = {names_ for key in regrouped.names for names_ in self._linked.of(written(key))}
        for pair in before - regrouped.links.keys():
            self._note(pair, None)
            self.update.ledger.put(ENTITIES, f"link {_written(pair)}", ())
        for pair, link in regrouped.links.items():
            self._note(pair, link)
        for pair in regrouped.links.keys() | {pair for key in names for pair in self._linked.of(written(key))}:
            slugs = self.of(pair[0])[0], self.of(pair[1])[0]
            link = replace(self._links[_written(pair)], entities=slugs)
            self.update.ledger.put(ENTITIES, f"link {_written(pair)}", link_triples(link))

    def _note(self, names: Pair, link: Link | None) -> None:
        self._links.put(_written(names), link)
        for key in names:
            (self._linked.add if link else self._linked.discard)(written(key), names)


def _written(names: Pair) -> str:
    return "\t".join(map(written, names))

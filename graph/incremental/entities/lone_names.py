"""Names that tell too little by themselves ("Castellan", "the water authority"), and the groups they may belong to.

A lone name is looked at again where a group that is called so changed, where another lone name so called came or went,
or where somebody whom both are mentioned with stands in more or fewer articles.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator

from whosays.graph.incremental.cache import Cache, Sets, Table
from whosays.graph.incremental.entities.names import LivingCompany, Names
from whosays.graph.names import Key
from whosays.graph.resolution import (
    CROWD,
    EVERYWHERE,
    Known,
    Link,
    asking_order,
    asks,
    calls,
    noun,
    pairings,
    weighed,
    written,
)

Group = tuple[Key, ...]


class LoneNames:
    """What groups are called, which lone names look for it, and the links that came of it."""

    def __init__(
        self,
        cache: Cache,
        names: Names,
        leader: Callable[[Key], Key],
        group: Callable[[Key], Group],
        entity: Callable[[Key], Known],
    ) -> None:
        self._names = names
        self._leader = leader
        self._group = group
        self._entity = entity
        self._called: Sets = cache.sets("groups by what they are called")
        self._calls: Table[frozenset[str]] = cache.table("what groups are called")
        self._asking: Sets = cache.sets("lone names by what they look for")
        self._asks: Table[frozenset[str]] = cache.table("what lone names look for")
        self._alike: Sets = cache.sets("lone names by noun")
        self._nouns: Table[str] = cache.table("nouns of lone names")
        self._links: Table[tuple[Link, ...]] = cache.table("links of lone names")
        self._first: dict[str, list[Key]] = {}
        self._linked: Sets = cache.sets("names linked to lone names")

    def change(self, before: Collection[Group], now: Collection[Group]) -> set[Key]:
        """Look again at what the change can have changed; return the ends of the links that differ."""
        self._first.clear()
        doubtful = self._asked_anew()
        doubtful |= self._called_anew(before, now)
        doubtful |= {key for group in now for key in group if self._asks.get(written(key))}
        doubtful |= self._in_other_company(before, now)
        company = LivingCompany(self._names, self._leader, self._group)
        ends: set[Key] = set()
        for key in doubtful:
            ends |= self._put(key, self._found(key, company))
        return ends

    def links(self, family: Collection[Key]) -> list[Link]:
        """Return the links among a family's names, in the order in which they are decided on where they score alike."""
        asking = [key for key in family if self._links.get(written(key))]
        ordered = sorted(asking, key=lambda key: asking_order(self._names.known(key)))
        found = (link for key in ordered for link in self._links[written(key)])
        return [link for link in found if link.names[0] in family and link.names[1] in family]

    def links_at(self, key: Key) -> Iterator[Link]:
        """Yield the links that a name is an end of."""
        yield from self._links.get(written(key)) or ()
        for other in self._linked.of(written(key)):
            yield from (link for link in self._links.get(written(other)) or () if key in link.names)

    def linked(self, key: Key) -> set[Key]:
        """Return the names that a name has links to."""
        return {other for link in self.links_at(key) for other in link.names} - {key}

    def _asked_anew(self) -> set[Key]:
        doubtful: set[Key] = set()
        nouns: defaultdict[str, set[Key]] = defaultdict(set)
        for key in self._names.changed.names:
            known = self._names.known(key) if self._names.has(key) else None
            now = asks(known) if known else frozenset()
            before = self._asks.get(written(key)) or frozenset()
            _note(self._asking, key, before, now)
            self._asks.put(written(key), now or None)
            if now or before:
                doubtful.add(key)
            for form in self._nouns_of(key, noun(known) if known else ""):
                nouns[form].add(key)
        for form, changed in nouns.items():
            if min(changed) <= max(self._first_of(form), default=min(changed)):
                doubtful |= self._alike.of(form)
        return doubtful

    def _nouns_of(self, key: Key, now: str) -> set[str]:
        """Keep the noun that a lone name has; return that and the one that it had."""
        before = self._nouns.get(written(key)) or ""
        old, new = {before} - {""}, {now} - {""}
        _note(self._alike, key, old, new)
        self._nouns.put(written(key), now or None)
        return old | new

    def _first_of(self, form: str) -> list[Key]:
        """Return the lone names with a noun that others are compared with."""
        if form not in self._first:
            self._first[form] = heapq.nsmallest(CROWD, self._alike.of(form))
        return self._first[form]

    def _called_anew(self, before: Collection[Group], now: Collection[Group]) -> set[Key]:
        doubtful: set[Key] = set()
        leaders = {group[0] for group in (*before, *now)}
        there = {group[0] for group in now if group[0][0] != "one article"}
        for leader in leaders:
            old = self._calls.get(written(leader)) or frozenset()
            new = calls(self._entity(leader)) if leader in there else frozenset()
            _note(self._called, leader, old, new)
            self._calls.put(written(leader), new or None)
            doubtful |= {key for call in old | new for key in self._asking.of(call)}
        return doubtful

    def _in_other_company(self, before: Collection[Group], now: Collection[Group]) -> set[Key]:
        """Return the lone names with links in articles with a name that counts otherwise now."""
        changed = self._names.changed.articles
        counted = {self._leader(key) for key in changed}
        groups = {*before, *now, *map(self._group, counted)}
        doubtful: set[Key] = set()
        for group in groups:
            numbers = set().union(*map(self._names.articles_of, group))
            # no more than the group had before
            once = max(changed.get(key, len(self._names.articles_of(key))) for key in group)
            if min(once, len(numbers)) <= EVERYWHERE:
                articles = map(self._names.article, numbers)
                names = {key for article in articles for key in self._names.names_in(article)}
                doubtful |= {key for key in names if self._links.get(written(key)) is not None}
        return doubtful

    def _found(self, key: Key, company: LivingCompany) -> tuple[Link, ...] | None:
        """Return the links of a lone name; ``None`` where there is nothing to compare it with."""
        if not self._names.has(key):
            return None
        known = self._names.known(key)
        alike = [self._names.known(other) for other in self._first_of(noun(known))]
        compared = list(pairings(known, self._entities, alike, self._leader))
        links = (weighed(sort, one, other, company) for sort, one, other in compared)
        return tuple(link for link in links if link) if compared else None

    def _entities(self, call: str) -> list[Known]:
        return [self._entity(leader) for leader in sorted(self._called.of(call))]

    def _put(self, key: Key, links: tuple[Link, ...] | None) -> set[Key]:
        before = self._links.get(written(key))
        if links == before:
            return set()
        self._links.put(written(key), links)
        old, new = _ends(before or ()) - {key}, _ends(links or ()) - {key}
        _note(self._linked, key, old, new, written)
        return old | new | {key} if before or links else set()


def _ends(links: Iterable[Link]) -> set[Key]:
    return {key for link in links for key in link.names}


def _note(
    table: Sets, key: Key, before: Iterable[object], now: Iterable[object], form: Callable[..., str] = str
) -> None:
    old, new = set(before), set(now)
    for each in old - new:
        table.discard(form(each), key)
    for each in new - old:
        table.add(form(each), key)

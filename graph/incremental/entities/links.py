"""Links between full names, each found from its two names alone, kept until one of them or their company changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

from whosays.graph.incremental.cache import Cache, Sets, Table
from whosays.graph.incremental.entities.names import LivingCompany, Meeting, Names
from whosays.graph.incremental.part import Part, Update
from whosays.graph.names import Key
from whosays.graph.resolution import (
    EVERYWHERE,
    SORTS,
    Link,
    Pair,
    by_a_capital,
    by_an_article,
    governed_by,
    meet,
    pair,
    seat_of,
    weighed,
    written,
)

BY_ARTICLES, BY_CAPITALS, BY_FEATURES = range(3)  # in this order they are decided on
STAGES: Final = (BY_ARTICLES, BY_CAPITALS, BY_FEATURES)


class Links(Part):
    """The links that were found between names, by the stage at which they are decided on."""

    def __init__(self, cache: Cache, names: Names) -> None:
        self._names = names
        self._found: Table[dict[int, Link]] = cache.table("links")
        self._linked: Sets = cache.sets("linked names")
        self._compared: Sets = cache.sets("compared names")
        self._pointing: Sets = cache.sets("names that articles give besides")
        self._whole: Sets = cache.sets("names that have an acronym")
        self._states: Sets = cache.sets("names of states")
        self.ends: set[Key] = set()

    def of(self, one: Key, other: Key) -> dict[int, Link]:
        """Return the links between two names, by stage."""
        return self._found.get(_written(pair(one, other))) or {}

    def linked(self, key: Key) -> set[Key]:
        """Return the names that a name has links to."""
        return self._linked.of(written(key))

    def begin(self, update: Update) -> None:
        """Forget which links changed."""
        super().begin(update)
        self.ends = set()

    def change(self) -> None:
        """Find anew the links that the changed names may have changed."""
        self._by_articles()
        self._by_capitals()
        self._by_features()

    def _by_articles(self) -> None:
        pairs: set[Pair] = set()
        counted: set[Key] = set()
        for key, before in self._names.changed.names.items():
            now = self._names.gathered(key)
            others = {other for other, _ in now.others}
            self._note(self._pointing, key, before.others, others)
            counted |= self._note(self._whole, key, before.acronyms, set(now.acronyms))
            pairs |= {pair(key, other) for other in before.others | others | self._pointing.of(written(key))}
        for acronym in counted:
            others = {other for other, _ in self._names.gathered(acronym).others}
            pairs |= {pair(acronym, other) for other in others | self._pointing.of(written(acronym))}
        for one, other in pairs:
            self._put(one, other, BY_ARTICLES, self._by_an_article(one, other))

    def _note(self, table: Sets, key: Key, before: Iterable[Key], now: Iterable[Key]) -> set[Key]:
        """Keep which names lead to a name; return those of which that changed."""
        gone, come = set(before) - set(now), set(now) - set(before)
        for other in gone:
            table.discard(written(other), key)
        for other in come:
            table.add(written(other), key)
        return gone | come

    def _by_an_article(self, one: Key, other: Key) -> Link | None:
        if not (self._names.has(one) and self._names.has(other)):
            return None
        if any(len(self._whole.of(written(key))) > 1 for key in (one, other)):
            return None  # an acronym of several
        a, b = self._names.gathered(one), self._names.gathered(other)
        articles = {article for key, article in a.others if key == other}
        articles |= {article for key, article in b.others if key == one}
        return by_an_article(self._names.known(one), self._names.known(other), len(articles)) if articles else None

    def _by_capitals(self) -> None:
        countries = set()
        for key in self._names.changed.names:
            for kind, country in (("seat", seat_of(key)), ("government", governed_by(key))):
                if country:
                    countries.add(country)
                    change = self._states.add if self._names.has(key) else self._states.discard
                    change(f"{kind} {country}", key)
        for country in sorted(countries):
            self._by_a_capital(country)

    def _by_a_capital(self, country: str) -> None:
        governments = self._states.of(f"government {country}")
        gone = {key for key in self._names.changed.names if governed_by(key) == country}
        for seat in self._states.of(f"seat {country}") | {
            s for s in self._names.changed.names if seat_of(s) == country
        }:
            for government in governments | gone:
                there = self._names.has(seat) and government == max(governments, default=None)
                known = self._names.known
                found = by_a_capital(known(seat), known(government), country) if there else None
                self._put(seat, government, BY_CAPITALS, found)

    def _by_features(self) -> None:
        company = LivingCompany(self._names)
        for one, other in self._worth_comparing() | self._in_other_company():
            sort = self._sort(one, other)
            note = self._compared.add if sort else self._compared.discard
            note(written(one), other)
            note(written(other), one)
            known = self._names.known
            found = weighed(sort, known(one), known(other), company) if sort else None
            self._put(one, other, BY_FEATURES, found)

    def _worth_comparing(self) -> set[Pair]:
        """Return the pairs with a name that changed, and those that a block does or does not yield any more."""
        pairs: set[Pair] = set()
        for key in self._names.changed.names:
            pairs |= {pair(key, other) for other in self._compared.of(written(key))}
            for rank, block, side in self._names.blocks(key):
                pairs |= {pair(key, other) for other in self._names.met(key, rank, block, side)}
        for meeting, before in self._names.changed.blocks.items():
            pairs |= set(self._turned(meeting, before))
        return pairs

    def _turned(self, meeting: Meeting, before: int) -> Iterator[Pair]:
        everybody = self._names.members(*meeting, "all")
        if meet(len(everybody)) and not meet(before):
            yield from (pair(one, other) for one, other in combinations(everybody, 2))
        elif meet(before) and not meet(len(everybody)):
            yield from self._compared_among(everybody)
        ones, others = (self._names.members(*meeting, side) for side in ("one", "other"))
        yield from (pair(one, other) for one in ones for other in self._compared.of(written(one)))
        if len(others) <= 2:
            yield from (pair(one, other) for one in ones for other in others if one != other)

    def _compared_among(self, names: set[Key]) -> Iterator[Pair]:
        for one in names:
            yield from (pair(one, other) for other in self._compared.of(written(one)) & names)

    def _in_other_company(self) -> set[Pair]:
        """Return the pairs that are both mentioned with a name that stands in more or fewer articles now."""
        pairs: set[Pair] = set()
        names = self._names
        for key, before in names.changed.articles.items():
            articles = names.articles_of(key)
            if min(before, len(articles)) <= EVERYWHERE:
                around = {name for number in articles for name in names.names_in(names.article(number))}
                pairs |= set(self._compared_among(around - names.changed.names.keys()))
        return pairs

    def _sort(self, one: Key, other: Key) -> str:
        """Return the sort of pair that two names are, ``""`` where they do not meet."""
        names = self._names
        mine, theirs = names.blocks(one), {block[:2] for block in names.blocks(other)}
        shared = sorted(block for block in mine if block[:2] in theirs)
        return next((SORTS[rank] for rank, block, side in shared if other in names.met(one, rank, block, side)), "")

    def _put(self, one: Key, other: Key, stage: int, link: Link | None) -> None:
        names = pair(one, other)
        known = self.of(*names)
        if known.get(stage) == link:
            return
        now = {**known, stage: link} if link else {s: found for s, found in known.items() if s != stage}
        self._found.put(_written(names), now or None)
        note = self._linked.add if now else self._linked.discard
        note(written(one), other)
        note(written(other), one)
        self.ends |= {one, other}


def _written(names: Pair) -> str:
    return "\t".join(map(written, names))

"""What the articles tell of a name, counted, so that an article can be taken away again as if it never was."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from whosays.graph.names import Bearer, Key, plain
from whosays.graph.resolution.profiles import Known, countries_of, genders, kind, roles


@dataclass(slots=True)
class Gathered:
    """Counts over the referents that bear a name; ``others`` are further names that their articles give them."""

    referents: set[str] = field(default_factory=set)
    articles: Counter[str] = field(default_factory=Counter)
    surfaces: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    votes: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    claims: Counter[int] = field(default_factory=Counter)
    full: Counter[Key] = field(default_factory=Counter)
    acronyms: Counter[Key] = field(default_factory=Counter)
    others: Counter[tuple[Key, str]] = field(default_factory=Counter)
    publishing: int = 0

    def add(self, key: Key, bearer: Bearer) -> None:
        """Count a referent in."""
        self.referents.add(bearer.name.referent)
        self.publishing += bearer.name.publishes
        for counter, found in self._counts(key, bearer):
            counter.update(found)

    def remove(self, key: Key, bearer: Bearer) -> None:
        """Count a referent out; it must have been counted in."""
        self.referents.discard(bearer.name.referent)
        self.publishing -= bearer.name.publishes
        for counter, found in self._counts(key, bearer):
            counter.subtract(found)
            for each in found:
                if not counter[each]:
                    del counter[each]

    def known(self, key: Key) -> Known:
        """Return what is told of the name."""
        fitting = [surface for surface in self.surfaces if plain(surface) == key[1]] or list(self.names)
        return Known(
            keys=frozenset({key}),
            kind=min(self.kinds, key=lambda each: (-self.kinds[each], each)),
            label=min(fitting, key=lambda surface: (-self.surfaces[surface], surface)),
            surfaces=frozenset(self.surfaces),
            referents=frozenset(self.referents),
            articles=frozenset(self.articles),
            roles=frozenset(self.roles),
            countries=frozenset(self.countries),
            genders=frozenset(self.genders),
            claims=frozenset(self.claims),
        )

    def _counts(self, key: Key, bearer: Bearer) -> tuple[tuple[Counter[object], Counter[object]], ...]:
        name = bearer.name
        others = ((other, name.article) for other in (bearer.full | bearer.acronyms) - {key})
        counts: tuple[tuple[Counter[object], Counter[object]], ...] = (
            (self.articles, Counter([name.article] if name.article else [])),
            (self.surfaces, Counter(name.surfaces)),
            (self.names, Counter([name.name])),
            (self.kinds, Counter([kind(name)])),
            (self.votes, Counter({name.type: sum(name.surfaces.values())})),
            (self.roles, Counter(roles(name))),
            (self.countries, Counter(countries_of(name))),
            (self.genders, Counter(genders(name))),
            (self.claims, Counter(name.claims)),
            (self.full, Counter(bearer.full)),
            (self.acronyms, Counter(bearer.acronyms)),
            (self.others, Counter(others)),
        )  # type: ignore[assignment]
        return counts

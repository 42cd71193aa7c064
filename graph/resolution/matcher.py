"""Who is who across articles: names that are one are joined, with reasons and a score, and can be taken apart again.

Names that are the same in normal form are one from the start (``name_profiles``).  Pairs of other names become links:
two names that an article gives one referent, a capital and its government, and what ``features`` finds alike enough.
Full names are joined first, then what stays in one article ("Castellan", "the water authority") is joined to the one
entity that it fits.  What people judged goes before everything.

The result depends on the names and judgements only, not on their order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from whosays.graph.names import Bearer, Key, governed_from, wording
from whosays.graph.resolution.clustering import Clusters
from whosays.graph.resolution.features import MERGE, PROPOSE, judge
from whosays.graph.resolution.judgements import Judgements, Pair, pair, pair_id
from whosays.graph.resolution.profiles import Company, Known
from whosays.graph.resolution.vetoes import misread

Status: TypeAlias = Literal["merged", "accepted", "rejected", "proposed", "held apart"]
BY_AN_ARTICLE: Final = 0.95
BY_ONE_ARTICLE: Final = 0.65
BY_A_CAPITAL: Final = 0.85
_GOVERNMENTS: Final = ("government",)


@dataclass(frozen=True, slots=True)
class Link:
    """Two names that may be one: how they are written, the score from 0 to 1, its reasons, and what became of it.

    ``entities`` are the slugs of those that bear the names: one and the same where the names were joined.
    ``id`` is what ``whosays review`` calls it; it stays the same as long as the names do.
    """

    names: Pair
    labels: tuple[str, str]
    score: float
    reasons: tuple[str, ...]
    status: Status
    entities: tuple[str, str] = ("", "")

    @property
    def id(self) -> str:
        """Eight letters and digits."""
        return pair_id(self.names)


class Linking:
    """Decides on links, each pair once: what was decided first stays."""

    def __init__(self, names: Sequence[Known], judged: Judgements) -> None:
        self.known: Mapping[Key, Known] = {known.key: known for known in names}
        self.links: dict[Pair, Link] = {}
        self.clusters = Clusters(names, judged.of("rejected"))

    def decide(self, links: Iterable[Link]) -> None:
        """Join what the links say, the highest score first, as long as nothing stands against it."""
        for link in sorted(links, key=lambda link: (-link.score, link.names)):
            if link.names in self.links:
                self._explain(self.links[link.names], link)
                continue
            if link.status in ("merged", "accepted"):
                link = self._joined(link)  # noqa: PLW2901 - the same link, decided
            self.links[link.names] = link

    def _explain(self, judged: Link, found: Link) -> None:
        """Keep beside a person's verdict what the program finds itself."""
        if judged.reasons == (f"{judged.status} by a person",):
            both = (*judged.reasons, *found.reasons)
            self.links[judged.names] = replace(judged, score=found.score, reasons=both)

    def _joined(self, link: Link) -> Link:
        against = self.clusters.hindrance(*link.names, told_to=link.status == "accepted")
        if against:
            return Link(link.names, link.labels, link.score, (*link.reasons, against), "held apart")
        self.clusters.join(*link.names)
        return link


def weighed(sort: str, one: Known, other: Known, company: Company) -> Link | None:
    """Return the link between two names, ``None`` where too little speaks for it."""
    found = judge(sort, one, other, company)
    if found.score < (MERGE if found.against else PROPOSE):
        return None
    status: Status = "held apart" if found.against else "merged" if found.score >= MERGE else "proposed"
    return _link(one, other, found.score, (*found.reasons, *found.against), status)


def split_off(judged: Judgements) -> frozenset[Pair]:
    """Return the judgements that take a referent out of the entity of its name."""
    return frozenset(names for names in judged.of("rejected") if "one article" in (names[0][0], names[1][0]))


def node(bearer: Bearer, alone: Collection[Pair]) -> Key:
    """Return the name that a referent is counted with: the one its article prefers, or its own where split off."""
    key, lone = bearer.preferred, ("one article", bearer.name.referent)
    return lone if pair(key, lone) in alone else key


def _link(one: Known, other: Known, score: float, reasons: tuple[str, ...], status: Status) -> Link:
    first, second = sorted((one, other), key=lambda known: known.key)
    return Link((first.key, second.key), (first.label, second.label), score, reasons, status)


def by_judgements(judged: Judgements, names: Mapping[Key, Known]) -> Iterator[Link]:
    """Yield what people decided about names that there are."""
    for (one, other), verdict in sorted(judged.verdicts.items()):
        if one in names and other in names:
            score = 1.0 if verdict == "accepted" else 0.0
            yield _link(names[one], names[other], score, (f"{verdict} by a person",), verdict)


def by_an_article(one: Known, other: Known, articles: int) -> Link:
    """Return the link between two names that so many articles give to one referent.

    One article alone may have read two for one, where the names themselves speak against it: then a person is asked.
    """
    reason = f"one of both names in {articles} article{'' if articles == 1 else 's'}"
    against = misread(one, other) if articles == 1 else ""
    if against:
        return _link(one, other, BY_ONE_ARTICLE, (reason, against), "proposed")
    return _link(one, other, BY_AN_ARTICLE, (reason,), "merged")


def by_a_capital(seat: Known, government: Known, country: str) -> Link:
    """Return the link between a capital that speaks and the government that speaks from it."""
    reason = f"the capital speaks for its government: {seat.label}, {country}"
    return _link(seat, government, BY_A_CAPITAL, (reason,), "merged")


def seat_of(key: Key) -> str:
    """Return the country that a name governs as its capital, ``""`` for all others."""
    return governed_from(key[1]) if key[0] == "seat" else ""


def governed_by(key: Key) -> str:
    """Return the country whose government a name is, ``""`` for all others."""
    return _government(key[1]) if key[0] == "body" else ""


def _government(form: str) -> str:
    words = wording(form)
    country = next((word.removeprefix("country ") for word in words if word.startswith("country ")), "")
    return country if words == {f"country {country}", *_GOVERNMENTS} else ""

"""All that is derived from a corpus, opened together: what depends on what is decided here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from whosays.graph.claims import Said
from whosays.graph.incremental.article_numbers import Numbers
from whosays.graph.incremental.cache import FILE, Cache, Table
from whosays.graph.incremental.claims.claiming import Claiming
from whosays.graph.incremental.claims.copying import Copying
from whosays.graph.incremental.claims.counting import Counting
from whosays.graph.incremental.claims.nearness import Nearness
from whosays.graph.incremental.claims.stating import Stating
from whosays.graph.incremental.claims.versions import Versions
from whosays.graph.incremental.entities.entities import Entities
from whosays.graph.incremental.entities.gathering import Gathering
from whosays.graph.incremental.entities.grouping import Grouping
from whosays.graph.incremental.entities.pairing import Links
from whosays.graph.incremental.entities.speaking import Speaking
from whosays.graph.incremental.facts import Facts
from whosays.graph.incremental.program import program
from whosays.graph.incremental.triple_ledger import Ledger
from whosays.graph.rdf import PROPOSITIONS
from whosays.graph.resolution import Judgements, Pair, Verdict, split_off
from whosays.graph.reuse import LineageArticle

Read: TypeAlias = Callable[[str], tuple[Facts, LineageArticle, Said]]


@dataclass(frozen=True, slots=True)
class Changes:
    """Articles that went and that came, and the judgements before and now; one may have gone and come again."""

    gone: tuple[str, ...]
    come: tuple[str, ...]
    before: Judgements
    now: Judgements

    def __bool__(self) -> bool:
        return bool(self.gone or self.come or dict(self.before.verdicts) != dict(self.now.verdicts))

    @property
    def split_off(self) -> frozenset[str]:
        """The articles of which a referent was, or is no more, taken out of the entity of its name."""
        differing = split_off(self.before) ^ split_off(self.now)
        return frozenset(form.partition("#")[0] for pair in differing for kind, form in pair if kind == "one article")


class Parts:
    """The parts of the derived facts, over one cache."""

    def __init__(self, folder: Path | None) -> None:
        self.cache = cache = Cache(None if folder is None else folder / FILE)
        self.units: Table[bytes] = cache.table("units", keep=20_000)
        self.stale: Table[bool] = cache.table("stale")
        self._facts: Table[Facts] = cache.table("facts", keep=4000)
        self._judged: Table[dict[Pair, Verdict]] = cache.table("judged")
        self._program: Table[str] = cache.table("program")
        self._numbers = Numbers(cache)
        self._gathering = Gathering(cache, self._numbers)
        self._grouping = Grouping(cache, self._gathering, Links(cache, self._gathering))
        self._entities = Entities(cache, self._gathering, self._grouping)
        self._speaking = Speaking(cache, self._entities)
        self._copying = Copying(cache, self._numbers)
        nearness = Nearness(cache, self._numbers)
        self._claiming = Claiming(cache, self._numbers, nearness)
        self._counting = Counting(cache, self._numbers, nearness)
        self._versions = Versions(cache, self._claiming)
        self._stating = Stating(self._claiming, self._counting, self._copying, self._speaking)

    @property
    def made_by(self) -> str | None:
        """The program that derived what is here, ``None`` where nothing is yet."""
        return self._program.get("")

    def changes(self, stored: set[str], judged: Judgements) -> Changes:
        """Return what differs between the articles in the store and those that are known here."""
        known, stale = set(self._facts.keys()), set(self.stale.keys())
        before = Judgements(self._judged.get("") or {})
        gone, come = known - stored | known & stale, stored - known | stored & stale
        return Changes(tuple(sorted(gone)), tuple(sorted(come)), before, judged)

    def update(self, changes: Changes, ledger: Ledger, read: Read) -> None:
        """Work out anew all that the changes touch."""
        self._copying.begin()
        self._claiming.begin()
        self._counting.begin()
        gone = [self._facts[article] for article in changes.gone]
        for article in changes.gone:
            self._leave(article, ledger)
        for article in changes.come:
            self._enter(*read(article))
        spoken = self._resolve(gone, changes, ledger)
        touched = self._copying.change(ledger) | self._copying.with_copies(spoken) | self._counting.change(ledger)
        self._state(touched, ledger)
        self._versions.change(ledger)
        self._forget(set(changes.gone) - set(changes.come))
        self._judged.put("", dict(changes.now.verdicts))

    def finish(self) -> None:
        """Keep all of it."""
        for article in list(self.stale.keys()):
            self.stale.put(article, None)
        self._program.put("", program())
        self.cache.commit()

    def _leave(self, article: str, ledger: Ledger) -> None:
        self._speaking.leave(article, ledger)
        self._copying.leave(article)
        self._counting.leave(article)
        self._versions.leave(article)
        self._claiming.leave(article)

    def _enter(self, facts: Facts, text: LineageArticle, said: Said) -> None:
        self._facts.put(facts.article, facts)
        self._copying.enter(text)
        self._counting.enter(said.told)
        self._versions.enter(facts.article)
        self._claiming.enter(said)

    def _resolve(self, gone: list[Facts], changes: Changes, ledger: Ledger) -> set[str]:
        """Say anew who is who; return the articles in which somebody is shown otherwise."""
        staying = changes.split_off - set(changes.gone) - set(changes.come)
        moved = [found for article in sorted(staying) if (found := self._facts.get(article))]
        entering = (self._facts[article] for article in changes.come)
        self._gathering.change([*gone, *moved], chain(entering, moved), changes.before, changes.now)
        regrouped = self._grouping.change(changes.before, changes.now)
        spoken = self._entities.change(regrouped, ledger) | set(changes.come) | {facts.article for facts in moved}
        spoken -= set(changes.gone) - set(changes.come)
        for article in sorted(spoken):
            self._speaking.enter(self._facts[article], changes.now, ledger)
        return spoken

    def _state(self, touched: set[str], ledger: Ledger) -> None:
        before, now = self._claiming.change()
        for leader in {group[0] for group in before} - {group[0] for group in now}:
            ledger.put(PROPOSITIONS, leader, ())
        nodes = (node.iri for article in sorted(touched) for node in self._claiming.nodes(article))
        groups = {*now, *map(self._claiming.group, nodes)}
        self._stating.state(groups, ledger)

    def _forget(self, articles: set[str]) -> None:
        for article in articles:
            self._facts.put(article, None)
            self._numbers.forget(article)

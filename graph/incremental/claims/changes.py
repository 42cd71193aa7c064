"""What each article changed in the claims that came to it, worked out anew where it or what it is compared to differs.

An article is compared with the articles that it copies, and with those that told one of its claims on an earlier day or
that it cites for it.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from whosays.graph.articles import SUPPORT, Hop, Told
from whosays.graph.changes import (
    Account,
    Alignment,
    Change,
    Difference,
    Way,
    bound,
    change_triples,
    copied,
    corrections,
    firmer,
    left_out,
    restated,
    same_words,
)
from whosays.graph.claims import Node, Said, holders
from whosays.graph.incremental.cache import Cache, Sets, Table
from whosays.graph.incremental.claims.copies import Copies
from whosays.graph.incremental.claims.same_claims import SameClaims, articles_of
from whosays.graph.incremental.entities.speakers import Speakers
from whosays.graph.incremental.part import Part
from whosays.graph.origins import Voices
from whosays.graph.rdf import CHANGES, place
from whosays.graph.reuse import TEXTS, Reuse

LATER: Final = "a later day"
CORRECTION: Final = "a correction that the article prints"
Teller = tuple[str, Hop, Node]  # article, who says it, what
Accounts = Callable[[str], Account]


class Changes(Part):
    """Puts into the ledger what each article changed."""

    def __init__(self, cache: Cache, claims: SameClaims, copies: Copies, speakers: Speakers) -> None:
        self._claims = claims
        self._copies = copies
        self._speakers = speakers
        self._beside: Table[tuple[str, ...]] = cache.table("articles that words are compared with")
        self._compared: Sets = cache.sets("articles whose words are compared with one")

    def change(self) -> None:
        """State the changes in all articles that the update touches."""
        account = functools.lru_cache(TEXTS)(self._account)
        for article in sorted(self._touched()):
            text = self._copies.text(article)
            self._note(article, self._before(article) if text is not None else ())
            told = sorted(set(self._changes(article, account)), key=repr) if text is not None else []
            found = list({(one.kind, one.earlier, one.before, one.after, one.differs): one for one in told}.values())
            sides = {side for each in found for side in (each.earlier, each.later)}
            texts = {side: self._copies.text(side) or "" for side in sides}
            self.update.ledger.put(CHANGES, article, change_triples(found, texts))

    def _touched(self) -> set[str]:
        """Return the articles that differ or share claims with such ones, the copies of all of them too."""
        differing = {
            *self.update.gone,
            *self.update.come,
            *self._copies.doubtful,
            *self._copies.differing,
            *self._speakers.differing,
        }
        groups = {*self._claims.before, *self._claims.now}
        groups |= {self._claims.group(node.iri) for article in differing for node in self._claims.nodes(article)}
        shared = {article for group in groups for article in articles_of(group)}
        beside = {article for other in differing for article in self._compared.of(other)}
        return self._copies.with_copies(differing | shared) | beside

    def _before(self, article: str) -> tuple[str, ...]:
        """Return the articles of an earlier day that an article shares words with, and is no copy of."""
        day = self._claims.said(article).told.day
        taken = {reuse.original for reuse in self._copies.of(article)}
        sharing = [other for other in self._copies.sharing(article) if other not in taken]
        days = {other: self._claims.said(other).told.day for other in sharing}
        return tuple(other for other in sharing if day and (before := days[other]) and before < day)

    def _note(self, article: str, others: tuple[str, ...]) -> None:
        """Keep which articles an article is compared with."""
        for other in self._beside.get(article) or ():
            self._compared.discard(other, article)
        for other in others:
            self._compared.add(other, article)
        self._beside.put(article, others or None)

    def _account(self, article: str) -> Account:
        voices = self._speakers.voices([article])
        told = self._claims.said(article).told
        return Account.of(told, self._copies.text(article) or "", voices.entities, voices.descriptions)

    def _changes(self, article: str, account: Accounts) -> Iterator[Change]:
        own = account(article)
        yield from (_change(each, (own, own), ("headline", ""), own.told) for each in firmer(own))
        yield from self._corrected(own)
        for reuse in self._copies.of(article):
            if reuse.original and reuse.is_copy and reuse.basis != "order":
                yield from self._in_a_copy(own, account(reuse.original), reuse)
        for before in self._beside.get(article) or ():
            yield from self._in_the_same_words(own, account(before))
        yield from self._told_again(own, account)

    def _corrected(self, own: Account) -> Iterator[Change]:
        """Yield the corrections that an article prints; its outlet takes back what it said."""
        for each in corrections(own):
            voice = self._speakers.voices([own.iri]).publishers.get(own.iri) or f"{own.iri}#voice"
            yield replace(_change(each, (own, own), ("own words", CORRECTION), own.told), voice=voice)

    def _in_a_copy(self, own: Account, original: Account, reuse: Reuse) -> Iterator[Change]:
        found = Alignment.of(original, own)
        first = self._claims.said(self._first(original.iri)).told
        differences = (*copied(found), *left_out(original, own, same_words(found)))
        for each in differences:
            yield _change(each, (original, own), ("copy", reuse.basis), first)

    def _in_the_same_words(self, own: Account, before: Account) -> Iterator[Change]:
        """Yield what differs in words that an article shares with one of an earlier day, and is no copy of."""
        found = Alignment.of(before, own)
        for each in (*copied(found), *left_out(before, own, same_words(found))):
            yield _change(each, (before, own), ("later", LATER), before.told)

    def _told_again(self, own: Account, account: Accounts) -> Iterator[Change]:
        """Yield what changed against all who told a claim before; shown beside the one whose words are nearest."""
        copied_from = {reuse.original for reuse in self._copies.of(own.iri) if reuse.is_copy}
        voices = self._speakers.voices(self._together(own.iri))
        for node, hop in _held(self._claims.said(own.iri)):
            others = [teller for teller in self._tellers(node.iri) if teller[0] not in {own.iri, *copied_from}]
            before = [
                (teller, way)
                for teller in others
                if not _is_title(account(teller[0]), teller[1]) and (way := self._way(teller[0], own, hop, voices))
            ]
            if not before:
                continue
            found = [
                (teller, way, list(_differences(account(teller[0]), teller, own, (own.iri, hop, node), voices)))
                for teller, way in before
            ]
            kinds = [{each.kind for each in differences} for _, _, differences in found]
            first = min(
                (teller[0] for teller, _ in before), key=lambda iri: (self._claims.said(iri).told.day or "9", iri)
            )
            for kind in sorted(set.intersection(*kinds)):
                teller, way, differences = max(
                    found, key=lambda one: (_alike(one[0][2], node), one[0][0], one[0][1].iri)
                )
                each = next(each for each in differences if each.kind == kind)
                basis = LATER if way == "later" else "it cites the outlet"
                yield _change(each, (account(teller[0]), own), (way, basis), self._claims.said(first).told)

    def _way(self, article: str, own: Account, hop: Hop, voices: Voices) -> Way | None:
        return _way(article, self._claims.said(article).told.day, own, hop, voices)

    def _together(self, article: str) -> set[str]:
        groups = {self._claims.group(node.iri) for node in self._claims.nodes(article)}
        return {article, *(other for group in groups for other in articles_of(group))}

    def _tellers(self, node: str) -> Iterator[Teller]:
        group = self._claims.group(node)
        for article in sorted(articles_of(group)):
            for other, hop in _held(self._claims.said(article)):
                if other.iri in group:
                    yield article, hop, other

    def _first(self, article: str) -> str:
        """Return where copied words come from in the end, as far as the articles tell."""
        seen = {article}
        while True:
            originals = sorted(
                reuse.original
                for reuse in self._copies.of(article)
                if reuse.original and reuse.kind in ("wholly", "mostly")
            )
            if not originals or originals[0] in seen:
                return article
            article = originals[0]
            seen.add(article)


def _is_title(account: Account, hop: Hop) -> bool:
    """Tell whether an article says it in its headline, in nobody's name: the text below tells who says so."""
    own = hop.source.endswith("#voice") and bool(hop.contents)
    return own and any(one[0] <= hop.contents[0][0] < one[1] for one in account.told.headlines)


def _held(said: Said) -> Iterator[tuple[Node, Hop]]:
    """Yield what an article says with who says it in the end."""
    nodes = {node.iri: node for node in said.nodes}
    for hop, held in holders(said):
        yield from ((nodes[iri], hop) for iri in held if iri in nodes)


def _way(article: str, day: str | None, own: Account, hop: Hop, voices: Voices) -> Way | None:
    """Return how a claim came from an article to a later one; ``None`` where it is not known to have."""
    publisher = voices.publishers.get(article)
    if publisher and publisher in own.voices(hop) and publisher != voices.publishers.get(own.iri):
        return "relay"
    return "later" if day and own.told.day and day < own.told.day else None


def _differences(earlier: Account, teller: Teller, own: Account, again: Teller, voices: Voices) -> Iterator[Difference]:
    yield from restated(earlier, teller[1], own, again[1], voices.publishers.get(earlier.iri))
    figures = [(place(node.iri), node.figure) for node in (teller[2], again[2])]
    (here, was), (there, now) = figures
    if here and there and was and now and {teller[1].stance, again[1].stance} <= SUPPORT:
        yield from bound(earlier, (here, was), own, (there, now))


def _alike(one: Node, other: Node) -> float:
    return len(one.words.keys & other.words.keys) / (len(one.words.keys | other.words.keys) or 1)


def _change(found: Difference, sides: tuple[Account, Account], way: tuple[Way, str], first: Told) -> Change:
    """Return a difference with its way: from where to where, how and why that is thought, and who told it first."""
    earlier, later = sides
    days = None
    if first.day and later.told.day and first.article != later.iri:
        days = max(0, (dt.date.fromisoformat(later.told.day[:10]) - dt.date.fromisoformat(first.day[:10])).days)
    return Change(
        later.iri, found.after, found.kind, earlier.iri, found.before, found.differs, *way, first.article, days
    )

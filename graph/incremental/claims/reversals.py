"""Who says the opposite later, or takes something back: looked for among all that one voice says, whatever the story.

What a voice says is found by the voice and a telling word; an article that comes or goes, or in which somebody is known
by another name, touches those who share both with it.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections import defaultdict
from collections.abc import Callable, Iterator

from whosays.graph.articles import Hop
from whosays.graph.changes import Change, Held, Kind, change_triples, instead, opposite, sentence, taken_back
from whosays.graph.claims import Said, holders
from whosays.graph.incremental.cache import Cache, Index, Table
from whosays.graph.incremental.claims.copies import Copies
from whosays.graph.incremental.claims.same_claims import SameClaims
from whosays.graph.incremental.entities.speakers import Speakers
from whosays.graph.incremental.numbers import Numbers
from whosays.graph.incremental.part import Part, Update
from whosays.graph.rdf import CHANGES

Pairs = tuple[tuple[Kind, str, str], ...]  # what happened; what was said, and what is said later
Holding = Callable[[str], list[Held]]
FEW_LETTERS = 4  # of a telling word
KEPT = 2000  # articles of which what is said is remembered during an update


class Reversals(Part):
    """What everybody who is known by name says, by voice and word, and which of it is opposite to what was said before.

    Two articles are compared once: when either comes or changes.
    """

    def __init__(self, cache: Cache, numbers: Numbers, claims: SameClaims, copies: Copies, speakers: Speakers) -> None:
        self._numbers = numbers
        self._claims = claims
        self._copies = copies
        self._speakers = speakers
        self._keys: Table[frozenset[str]] = cache.table("voices and words of articles")
        self._meet: Index = cache.index("articles by voice and word")
        self._pairs: Table[dict[str, Pairs]] = cache.table("opposites in articles")
        self._near: dict[str, set[int]] = {}  # what shares a voice and a word with each article that changed

    def begin(self, update: Update) -> None:
        """Forget what changed."""
        super().begin(update)
        self._near = {}

    def leave(self, article: str) -> None:
        """Take away what an article has anybody say."""
        self._near.setdefault(article, set()).update(self._meeting(article))
        number = self._numbers.of(article)
        for key in self._keys.get(article) or ():
            self._meet.discard(key, number)
        self._keys.put(article, None)

    def change(self) -> None:
        """Compare what changed with all that shares a voice and a word with it."""
        gone = set(self.update.gone) - set(self.update.come)
        for article in sorted(gone):
            self._pairs.put(article, None)
            self.update.ledger.put(CHANGES, f"own words {article}", ())
        changed = sorted(self._speakers.differing)
        for article in changed:
            if article not in self.update.come:
                self.leave(article)
            self._note(article)
        for article in changed:
            self._near.setdefault(article, set()).update(self._meeting(article), {self._numbers.of(article)})
        held = functools.lru_cache(KEPT)(lambda article: list(self._held(article)))
        for article, others in sorted(self._touched().items()):
            self._compare(article, others, gone, held)

    def _touched(self) -> dict[str, set[str]]:
        """Return the articles that are there and share something with what changed, each with that."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for changed, numbers in self._near.items():
            for article in filter(None, map(self._there, numbers)):
                found[article].add(changed)
        return found

    def _compare(self, article: str, others: set[str], gone: set[str], held: Holding) -> None:
        """Compare one article with others that changed and may be earlier ones, with all where it changed itself."""
        before = self._pairs.get(article) or {}
        kept = {} if article in others else {other: pairs for other, pairs in before.items() if other not in others}
        if article in others:
            others = set(filter(None, map(self._there, self._meeting(article))))
        for other in sorted(others - gone):
            pairs = tuple(_opposites(held(other), held(article)))
            if pairs:
                kept[other] = pairs
        if kept or before:
            self._pairs.put(article, kept or None)
            found = sorted(set(self._changes(article, kept, held)), key=repr)
            sides = {side for each in found for side in (each.earlier, each.later)}
            texts = {side: self._copies.text(side) or "" for side in sides}
            self.update.ledger.put(CHANGES, f"own words {article}", change_triples(found, texts))

    def _changes(self, article: str, pairs: dict[str, Pairs], held: Holding) -> Iterator[Change]:
        """Yield what is opposite, each beside the first that it is opposite to."""
        known = {each.key: each for other in {article, *pairs} for each in held(other)}
        found: defaultdict[tuple[Kind, str], list[Held]] = defaultdict(list)
        for each in pairs.values():
            for kind, earlier, later in each:
                found[kind, later].append(known[earlier])
        for (kind, later), earliers in sorted(found.items()):
            yield self._change(kind, min(earliers, key=lambda each: (each.day or "9", each.key)), known[later])

    def _note(self, article: str) -> None:
        """Keep under which voices and words an article is found."""
        keys = frozenset(key for held in self._held(article) for key in _keys(held))
        for key in keys:
            self._meet.add(key, self._numbers.of(article))
        self._keys.put(article, keys or None)

    def _meeting(self, article: str) -> set[int]:
        return {number for key in self._keys.get(article) or () for number in self._meet.of(key)}

    def _there(self, number: int) -> str | None:
        """Return the article of a number, where it is there after the update."""
        article = self._numbers.find_article(number)
        return article if article and self._copies.text(article) is not None else None

    def _held(self, article: str) -> Iterator[Held]:
        said = self._claims.said(article)
        entities = self._speakers.voices([article]).entities
        nodes = {node.iri: node for node in said.nodes}
        for hop, own in (*holders(said), *_taken_back(said)):
            voice = None if hop.source.endswith("#voice") else entities.get(hop.source)
            for iri in own if voice else ():
                held = Held(article, said.told.day, voice or "", hop, nodes[iri]) if iri in nodes else None
                if held is not None and (held.positive is not None or hop.stance == "retracts"):
                    yield held

    def _change(self, kind: Kind, earlier: Held, later: Held) -> Change:
        told = self._claims.said(later.article).told
        text, before = self._copies.text(later.article) or "", self._copies.text(earlier.article) or ""
        was, now = (_exact(side, held.hop) for side, held in ((before, earlier), (text, later)))
        differs = f"“{was}”; later “{now}”"
        if kind == "retracted":
            new = instead(later.hop, told.hops)
            differs = f"took back “{was}”" + (f"; says instead “{_exact(text, new)}”" if new else "")
        return Change(
            later.article,
            sentence(told.sentences, text, (later.hop.contents[0][0], later.hop.contents[-1][1])),
            kind,
            earlier.article,
            sentence(
                self._claims.said(earlier.article).told.sentences,
                before,
                (earlier.hop.contents[0][0], earlier.hop.contents[-1][1]),
            ),
            differs,
            "own words",
            "a later day" if earlier.article != later.article else "the same article",
            earlier.article,
            _days(earlier, later),
            later.voice,
        )


def _taken_back(said: Said) -> Iterator[tuple[Hop, tuple[str, ...]]]:
    """Yield who takes back what somebody tells within, who may be the same: "retracted its report that"."""
    inside = {hop.parent: said.stands_for.get(hop.claim or "", ()) for hop in said.told.hops}
    return ((hop, inside[hop.iri]) for hop in said.told.hops if hop.stance == "retracts" and inside.get(hop.iri))


def _opposites(earlier: list[Held], later: list[Held]) -> Iterator[tuple[Kind, str, str]]:
    for now in later:
        for was in earlier:
            if was.voice == now.voice and not was.node.words.keys.isdisjoint(now.node.words.keys):
                if _reversed(was, now):
                    yield "reversed", was.key, now.key
                elif _retracted(was, now):
                    yield "retracted", was.key, now.key


def _keys(held: Held) -> Iterator[str]:
    """Yield the voice with each word that the claim is compared by."""
    return (f"{held.voice} {key}" for key in held.node.words.keys if len(key) >= FEW_LETTERS)


def _reversed(earlier: Held, later: Held) -> bool:
    """Tell whether the voice says the opposite, on a later day and in another article."""
    known = bool(earlier.day and later.day and earlier.day < later.day)
    return known and earlier.article != later.article and opposite(earlier, later)


def _retracted(earlier: Held, later: Held) -> bool:
    """Tell whether the voice takes it back: on no earlier day, further down where both stand in one article."""
    if earlier.article == later.article:
        before = earlier.hop.contents < later.hop.contents
    else:
        before = bool(earlier.day and later.day and earlier.day <= later.day)
    return before and taken_back(earlier, later)


def _exact(text: str, hop: Hop) -> str:
    return " … ".join(" ".join(text[slice(*span)].split()) for span in hop.contents)


def _days(earlier: Held, later: Held) -> int | None:
    if not earlier.day or not later.day:
        return None
    return (dt.date.fromisoformat(later.day[:10]) - dt.date.fromisoformat(earlier.day[:10])).days

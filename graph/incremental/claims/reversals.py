"""Who says the opposite later, or takes something back: looked for among all that one voice says, whatever the story.

What a voice says is found by the voice and a telling word; an article that comes or goes, or in which somebody is known
by another name, touches those who share both with it.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Iterator

from whosays.graph.articles import Hop
from whosays.graph.changes import Change, Held, Kind, change_triples, instead, opposite, sentence, taken_back
from whosays.graph.claims import holders
from whosays.graph.incremental.cache import Cache, Index, Table
from whosays.graph.incremental.claims.copies import Copies
from whosays.graph.incremental.claims.same_claims import SameClaims
from whosays.graph.incremental.entities.speakers import Speakers
from whosays.graph.incremental.numbers import Numbers
from whosays.graph.incremental.part import Part, Update
from whosays.graph.rdf import CHANGES

FEW_LETTERS = 4  # of a telling word
KEPT = 2000  # articles of which what is said is remembered during an update


class Reversals(Part):
    """What everybody who is known by name says, by voice and word."""

    def __init__(self, cache: Cache, numbers: Numbers, claims: SameClaims, copies: Copies, speakers: Speakers) -> None:
        self._numbers = numbers
        self._claims = claims
        self._copies = copies
        self._speakers = speakers
        self._keys: Table[frozenset[str]] = cache.table("voices and words of articles")
        self._meet: Index = cache.index("articles by voice and word")
        self._near: set[int] = set()  # articles that share a voice and a word with what changed

    def leave(self, article: str) -> None:
        """Take away what an article has anybody say."""
        self._near |= self._meeting(article)
        number = self._numbers.of(article)
        for key in self._keys.get(article) or ():
            self._meet.discard(key, number)
        self._keys.put(article, None)

    def begin(self, update: Update) -> None:
        """Forget what changed."""
        super().begin(update)
        self._near = set()

    def change(self) -> None:
        """Look again at the articles in which somebody may say the opposite of what changed."""
        for article in sorted(set(self.update.gone) - set(self.update.come)):
            self.update.ledger.put(CHANGES, f"own words {article}", ())
        for article in sorted(self._speakers.differing):
            if article not in self.update.come:
                self.leave(article)
            self._note(article)
            self._near |= {self._numbers.of(article)} | self._meeting(article)
        touched = sorted(filter(None, map(self._there, self._near)))
        held = functools.lru_cache(KEPT)(lambda article: list(self._held(article)))
        for article in touched:
            found = sorted(set(self._found(article, held)))
            sides = {side for each in found for side in (each.earlier, each.later)}
            texts = {side: self._copies.text(side) or "" for side in sides}
            self.update.ledger.put(CHANGES, f"own words {article}", change_triples(found, texts))

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
        for hop, own in holders(said):
            voice = None if hop.source.endswith("#voice") else entities.get(hop.source)
            for iri in own if voice else ():
                held = Held(article, said.told.day, voice or "", hop, nodes[iri]) if iri in nodes else None
                if held is not None and (held.positive is not None or hop.stance == "retracts"):
                    yield held

    def _found(self, article: str, held: Callable[[str], list[Held]]) -> Iterator[Change]:
        for later in held(article):
            numbers = {number for key in _keys(later) for number in self._meet.of(key)}
            before = [
                earlier
                for other in sorted(filter(None, map(self._there, numbers)))
                for earlier in held(other)
                if earlier.voice == later.voice
            ]
            for kind, fits in (("reversed", _reversed), ("retracted", _retracted)):
                fitting = [earlier for earlier in before if fits(earlier, later)]
                if fitting:
                    yield self._change(kind, min(fitting, key=lambda each: (each.day or "9", each.key)), later)

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
            sentence(text, (later.hop.contents[0][0], later.hop.contents[-1][1])),
            kind,
            earlier.article,
            sentence(before, (earlier.hop.contents[0][0], earlier.hop.contents[-1][1])),
            differs,
            "own words",
            "a later day" if earlier.article != later.article else "the same article",
            earlier.article,
            _days(earlier, later),
            later.voice,
        )


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

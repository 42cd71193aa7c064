"""Who copied whom, traced anew only for articles that share telling words with what came or went."""

from __future__ import annotations

import bisect
import functools
import heapq
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from whosays.graph.articles import Article
from whosays.graph.incremental.cache import Cache, Index, Sets, Table
from whosays.graph.incremental.numbers import Numbers
from whosays.graph.incremental.part import Part, Update
from whosays.graph.rdf import LINEAGE
from whosays.graph.reuse import (
    CROWD,
    CROWD_SAMPLE,
    TEXTS,
    LineageArticle,
    LineageIndex,
    Posting,
    Reuse,
    Tracer,
    lineage_article,
    read_text,
    reuse_triples,
)

# IRI, fingerprint, site, day and agency: plain, as thousands of them are read for a phrase that all use
Card: TypeAlias = tuple[str, tuple[int, ...], str | None, str | None, str | None]
KEPT: Final = 4 * CROWD_SAMPLE  # first articles of a crowd, so that few of them have to go before all are asked for


class Copies(Part):
    """The fingerprints of all articles in an inverted index, and what each article took from which."""

    def __init__(self, cache: Cache, numbers: Numbers) -> None:
        self._texts: Table[LineageArticle] = cache.table("texts", keep=2000)
        self._cards: Table[Card] = cache.table("cards")
        self._read: dict[str, LineageArticle] = {}
        self._holders = Fingerprints(cache, numbers)
        self._reuses: Table[tuple[Reuse, ...]] = cache.table("reuses")
        self._candidates: Table[tuple[str, ...]] = cache.table("possible originals")
        self._copies: Sets = cache.sets("copies of articles")
        self._changed: dict[int, Posting] = {}
        self._come: set[str] = set()
        self._former: dict[str, Card] = {}
        self.differing: set[str] = set()  # articles whose roots may be other ones
        self.doubtful: set[str] = set()  # articles that share words with others than before, or with other texts

    def begin(self, update: Update) -> None:
        """Forget what changed."""
        super().begin(update)
        self._changed.clear()
        self._read.clear()
        self._come.clear()
        self._former.clear()

    def leave(self, article: str) -> None:
        """Take an article out of the index."""
        self._former[article] = self._cards[article]
        hashes = self._cards[article][1]
        self._note(hashes)
        for hash_ in hashes:
            self._holders.discard(hash_, article)
        self._texts.put(article, None)
        self._cards.put(article, None)
        self._read.pop(article, None)
        self._come.add(article)

    def enter(self, article: Article) -> None:
        """Put an article into the index."""
        known = lineage_article(article)
        self._note(known.hashes)
        for hash_ in known.hashes:
            self._holders.add(hash_, article.iri)
        self._texts.put(article.iri, known)
        self._cards.put(article.iri, _card(known))
        self._read.pop(article.iri, None)
        self._come.add(article.iri)

    def change(self) -> None:
        """Trace anew what the update can have changed."""
        index = self._index()
        touched = set(self._come)
        for hash_, before in self._changed.items():
            if index.posting(hash_) != before:
                touched.update(index.holders(hash_))
        for iri, former in self._former.items():
            now = self._cards.get(iri)
            if now is not None and tuple(now[2:]) != tuple(former[2:]):  # of another site: others may take from it
                touched.update(other for hash_ in now[1] for other in index.holders(hash_))
        read = functools.lru_cache(TEXTS)(lambda iri: read_text(self._texts[iri].text))
        tracer = Tracer(self._texts.__getitem__, index, read)
        doubtful = [iri for iri in sorted(touched) if self._is_doubtful(iri, index)]
        self.doubtful = set(doubtful)
        self.differing = self.with_copies({iri for iri in doubtful if self._trace(iri, tracer)})

    def of(self, article: str) -> tuple[Reuse, ...]:
        """Return what an article took from others."""
        return self._reuses.get(article) or ()

    def sharing(self, article: str) -> tuple[str, ...]:
        """Return the articles that share telling words with one, whichever had them first."""
        return self._candidates.get(article) or ()

    def text(self, article: str) -> str | None:
        """Return the text of an article, ``None`` where it is not there."""
        known = self._texts.get(article)
        return known.text if known else None

    def reuses(self, articles: Iterable[str]) -> list[Reuse]:
        """Return what the articles and their originals took from others."""
        found: dict[str, tuple[Reuse, ...]] = {}
        open_ = list(articles)
        while open_:
            article = open_.pop()
            if article not in found:
                found[article] = self._reuses.get(article) or ()
                open_ += [reuse.original for reuse in found[article] if reuse.original]
        return [reuse for reuses in found.values() for reuse in reuses]

    def with_copies(self, articles: Iterable[str]) -> set[str]:
        """Return the articles with their copies, the copies of these, and so on."""
        found: set[str] = set()
        open_ = list(articles)
        while open_:
            article = open_.pop()
            if article not in found:
                found.add(article)
                open_ += self._copies.of(article)
        return found

    def _is_doubtful(self, iri: str, index: LineageIndex) -> bool:
        """Keep an article's possible originals; tell whether they, or the texts of any of them, are other ones now."""
        before = self._candidates.get(iri)
        now = index.candidates(self._light(iri)) if self._cards.get(iri) else None
        if now != before:
            self._candidates.put(iri, now)
        return now != before or now is None or not self._come.isdisjoint((iri, *now))

    def _trace(self, iri: str, tracer: Tracer) -> bool:
        article = self._texts.get(iri)
        before = self._reuses.get(iri) or ()
        now = tuple(tracer.reuses(article)) if article else ()
        if now == before and article:
            return False
        self._reuses.put(iri, now or None)
        for reuse in before:
            self._copies.discard(reuse.original or "", iri)
        for reuse in now:
            if reuse.original:
                self._copies.add(reuse.original, iri)
        originals = [reuse.original for reuse in now if reuse.original]
        texts = {each: self._texts[each].text for each in (iri, *originals)} if now else {}
        self.update.ledger.put(LINEAGE, iri, reuse_triples(now, texts))
        return now != before

    def _note(self, hashes: Iterable[int]) -> None:
        """Keep what hashes led to before the change."""
        index = self._index()
        for hash_ in hashes:
            if hash_ not in self._changed:
                self._changed[hash_] = index.posting(hash_)

    def _index(self) -> LineageIndex:
        return LineageIndex(self._light, self._holders)

    def _light(self, iri: str) -> LineageArticle:
        """Return what the index needs to know of an article."""
        found = self._read.get(iri)
        if found is None:
            _, hashes, site, published, agency = self._cards[iri]
            found = self._read[iri] = LineageArticle(iri, "", hashes, site=site, published=published, agency=agency)
        return found


class Fingerprints:
    """Which articles hold a hash; of crowds, the first few are kept, so that nobody asks for all."""

    def __init__(self, cache: Cache, numbers: Numbers) -> None:
        self._numbers = numbers
        self._articles: Index = cache.index("articles by fingerprint")
        self._first: Table[tuple[str, ...]] = cache.table("first articles by fingerprint")

    def add(self, hash_: int, article: str) -> None:
        """Note that an article holds a hash."""
        self._articles.add(str(hash_), self._numbers.of(article))
        first = self._first.get(str(hash_))
        if first and article < first[-1] and article not in first:
            at = bisect.bisect(first, article)
            self._first.put(str(hash_), (*first[:at], article, *first[at:])[:KEPT])

    def discard(self, hash_: int, article: str) -> None:
        """Note that an article holds it no more."""
        self._articles.discard(str(hash_), self._numbers.of(article))
        first = self._first.get(str(hash_))
        if first and article in first:
            left = tuple(each for each in first if each != article)
            self._first.put(str(hash_), left if len(left) >= CROWD_SAMPLE else None)

    def count(self, hash_: int) -> int:
        """Return how many articles hold it."""
        return len(self._articles.of(str(hash_)))

    def all(self, hash_: int) -> Sequence[str]:
        """Return their IRIs, sorted."""
        return sorted(self._iris(hash_))

    def first(self, hash_: int) -> Sequence[str]:
        """Return the first of them."""
        first = self._first.get(str(hash_))
        if first is None:
            first = tuple(heapq.nsmallest(KEPT, self._iris(hash_)))
            if self.count(hash_) > CROWD:
                self._first.put(str(hash_), first)
        return first

    def _iris(self, hash_: int) -> Iterator[str]:
        return map(self._numbers.article, self._articles.of(str(hash_)))


def _card(article: LineageArticle) -> Card:
    return article.iri, article.hashes, article.site, article.published, article.agency

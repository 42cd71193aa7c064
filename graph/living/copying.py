"""Who copied whom, traced anew only for articles that share telling words with what came or went."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from whosays.graph.lineage import TEXTS, Reuse, Tracer
from whosays.graph.lineage_index import LineageArticle, LineageIndex, Posting
from whosays.graph.lineage_text import read_text
from whosays.graph.lineage_triples import reuse_triples
from whosays.graph.living.cache import Cache, Index, Sets, Table
from whosays.graph.living.ledger import Ledger
from whosays.graph.living.numbers import Numbers
from whosays.graph.namespaces import LINEAGE

# IRI, fingerprint, site, day and agency: plain, as thousands of them are read for a phrase that all use
Card: TypeAlias = tuple[str, tuple[int, ...], str | None, str | None, str | None]
_NOTHING: Final = Posting((), frozenset())


class Copying:
    """The fingerprints of all articles in an inverted index, and what each article took from which."""

    def __init__(self, cache: Cache, numbers: Numbers) -> None:
        self._numbers = numbers
        self._texts: Table[LineageArticle] = cache.table("texts", keep=2000)
        self._cards: Table[Card] = cache.table("cards")
        self._read: dict[str, LineageArticle] = {}
        self._holders: Index = cache.index("articles by fingerprint")
        self._reuses: Table[tuple[Reuse, ...]] = cache.table("reuses")
        self._copies: Sets = cache.sets("copies of articles")
        self._changed: dict[int, Posting] = {}
        self._come: set[str] = set()

    def begin(self) -> None:
        """Forget what changed."""
        self._changed.clear()
        self._read.clear()
        self._come.clear()

    def leave(self, article: str) -> None:
        """Take an article out of the index."""
        hashes = self._cards[article][1]
        self._note(hashes)
        number = self._numbers.of(article)
        for hash_ in hashes:
            self._holders.discard(str(hash_), number)
        self._texts.put(article, None)
        self._cards.put(article, None)
        self._read.pop(article, None)
        self._come.add(article)

    def enter(self, article: LineageArticle) -> None:
        """Put an article into the index."""
        self._note(article.hashes)
        number = self._numbers.of(article.iri)
        for hash_ in article.hashes:
            self._holders.add(str(hash_), number)
        self._texts.put(article.iri, article)
        self._cards.put(article.iri, _card(article))
        self._read.pop(article.iri, None)
        self._come.add(article.iri)

    def change(self, ledger: Ledger) -> set[str]:
        """Trace anew what the change can have changed; return the articles whose roots may differ."""
        index = self._index()
        touched = set(self._come)
        for hash_, before in self._changed.items():
            others = set(index.holders(hash_)) - touched
            if others and index.posting(hash_) != before:
                touched |= others
        read = functools.lru_cache(TEXTS)(lambda iri: read_text(self._texts[iri].text))
        tracer = Tracer(_Articles(self._texts.__getitem__), index, read)
        differing = {iri for iri in sorted(touched) if self._trace(iri, tracer, ledger)}
        return self.with_copies(differing)

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

    def _trace(self, iri: str, tracer: Tracer, ledger: Ledger) -> bool:
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
        ledger.put(LINEAGE, iri, reuse_triples(now, texts))
        return now != before

    def _note(self, hashes: Iterable[int]) -> None:
        """Keep what hashes led to before the change."""
        index = self._index()
        for hash_ in hashes:
            if hash_ not in self._changed:
                self._changed[hash_] = index.posting(hash_) if index.holders(hash_) else _NOTHING

    def _index(self) -> LineageIndex:
        return LineageIndex.over(_Articles(self._light), self._held)

    def _light(self, iri: str) -> LineageArticle:
        """Return what the index needs to know of an article."""
        found = self._read.get(iri)
        if found is None:
            _, hashes, site, published, agency = self._cards[iri]
            found = self._read[iri] = LineageArticle(iri, "", hashes, site=site, published=published, agency=agency)
        return found

    def _held(self, hash_: int) -> Sequence[str]:
        return sorted(map(self._numbers.article, self._holders.of(str(hash_))))


def _card(article: LineageArticle) -> Card:
    return article.iri, article.hashes, article.site, article.published, article.agency


class _Articles(Mapping[str, LineageArticle]):
    """What finds an article by its IRI, as a mapping that is only ever asked for single articles."""

    def __init__(self, found: Callable[[str], LineageArticle]) -> None:
        self._found = found

    def __getitem__(self, key: str) -> LineageArticle:
        return self._found(key)

    def __iter__(self) -> Iterator[str]:
        raise TypeError("asked for all articles at once")

    def __len__(self) -> int:
        raise TypeError("asked for the number of all articles")

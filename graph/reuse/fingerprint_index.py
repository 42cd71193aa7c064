"""Who shares words with whom: an inverted index of fingerprints that no popular text makes quadratic.

Each hash leads not to all articles that hold it but to the few that may be the original, so that a report
that a thousand outlets took over costs each of them a few comparisons.  A hash that stands in several
otherwise unrelated articles of one site is that site's boilerplate ("Want more stories like this?") and says
nothing about copying; neither does one that stands in a crowd of unrelated articles, whatever their sites.
Articles that name no site may all be of one: what enough unrelated ones of them hold is boilerplate to these.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from whosays.extract.records import Credit, Span

HEADS: Final = 3  # how many possible originals a hash leads to, by each of two orders
SITE_SAMPLE: Final = 4  # articles of one site that are looked at to tell boilerplate from a story told again
BOILERPLATE: Final = 3  # unrelated articles of one site that hold the same words
RELATED: Final = 0.3  # of the hashes of the smaller one: from there on one article is told again in another
CROWD: Final = 32  # articles; what more of them hold may be how everybody writes
CROWD_SAMPLE: Final = 8  # articles of a crowd that are looked at
STRANGERS: Final = 6  # of these, or of articles that name no site, unrelated to one another: then it is
CANDIDATES: Final = 8  # articles that are compared word by word
SHARED_HASHES: Final = 2  # fewer are a phrase
EDGES: Final = 6  # beside boilerplate, whose edges leave some that only a few articles happen to share
FURNITURE: Final = 0.4  # of an article's hashes, at most, is what all of its site print below or above everything
UNSIGNED: Final = 0.2  # the same of articles that name no site, which may share a passage of an agency


@dataclass(frozen=True, slots=True)
class LineageArticle:
    """What lineage needs to know of an article version; ``None`` or empty where that is unknown.

    ``address`` is equal for versions of one article, ``site`` for articles of one outlet.  ``published`` is an
    ISO day.  ``agency`` is the wire service credited, ``taken_from`` the outlets and agencies that credit
    lines name, ``admits`` that a line says so much as "Source Link", ``credited`` all of them with their lines.
    ``contents`` are the spans of each hop's content.  ``hashes`` are the text's ``fingerprint``.
    """

    iri: str
    text: str
    hashes: tuple[int, ...]
    address: str = ""
    site: str | None = None
    published: str | None = None
    agency: str | None = None
    taken_from: tuple[str, ...] = ()
    admits: bool = False
    credited: tuple[Credit, ...] = ()
    author: str | None = None
    contents: tuple[tuple[Span, ...], ...] = ()


def by_credit(article: LineageArticle) -> tuple[bool, bool, str, str]:
    """Order articles from the likeliest original on: wire copy first, then the earliest."""
    return article.agency is None, *by_day(article)


def by_day(article: LineageArticle) -> tuple[bool, str, str]:
    """Order articles by day, those without one last."""
    return article.published is None, article.published or "", article.iri


@dataclass(frozen=True, slots=True)
class Posting:
    """What a hash leads to: the likeliest originals, and the sites whose boilerplate it is (``None``: unknown ones)."""

    heads: tuple[str, ...]
    boilerplate: frozenset[str | None]


NOWHERE: Final = Posting((), frozenset())


class Holders(Protocol):
    """Which articles hold a hash."""

    def count(self, hash_: int) -> int:
        """Return how many they are."""

    def all(self, hash_: int) -> Sequence[str]:
        """Return their IRIs, sorted."""

    def first(self, hash_: int) -> Sequence[str]:
        """Return the first ``CROWD_SAMPLE`` of them, or more of the first ones."""


class LineageIndex:
    """The hashes of articles with what each leads to."""

    def __init__(self, find: Callable[[str], LineageArticle], holders: Holders) -> None:
        self._find = find
        self._held = holders
        self._postings: dict[int, Posting] = {}

    def holders(self, hash_: int) -> tuple[str, ...]:
        """Return the articles with this hash, sorted."""
        return tuple(self._held.all(hash_))

    def posting(self, hash_: int) -> Posting:
        """Return what the hash leads to, worked out once."""
        known = self._postings.get(hash_)
        if known is None:
            known = self._postings[hash_] = self._worked_out(hash_)
        return known

    def candidates(self, copy: LineageArticle) -> tuple[str, ...]:
        """Return the articles that may be originals of this one, those that share most first."""
        votes: Counter[str] = Counter()
        least = SHARED_HASHES
        for hash_ in copy.hashes:
            if self._held.count(hash_) > 1:
                posting = self.posting(hash_)
                if copy.site not in posting.boilerplate:
                    votes.update(posting.heads)
                else:
                    least = EDGES
        del votes[copy.iri]
        shared = (
            iri
            for iri, count in votes.items()
            if count >= least or (count >= SHARED_HASHES and self._find(iri).site != copy.site)
        )
        return tuple(heapq.nsmallest(CANDIDATES, shared, key=lambda iri: (-votes[iri], iri)))

    def _worked_out(self, hash_: int) -> Posting:
        if self._held.count(hash_) > CROWD and self._is_a_phrase(hash_):
            return NOWHERE
        found = [*map(self._find, self._held.all(hash_))]
        boilerplate = self._boilerplate(found)
        eligible = [article for article in found if article.site not in boilerplate]
        heads = {
            article.iri for order in (by_credit, by_day) for article in heapq.nsmallest(HEADS, eligible, key=order)
        }
        return Posting(tuple(sorted(heads)), boilerplate)

    def _is_a_phrase(self, hash_: int) -> bool:
        """Tell whether a crowd holds the same words without having anything else in common."""
        sample = self._held.first(hash_)[:CROWD_SAMPLE]
        return _apart(map(self._find, sample)) >= STRANGERS

    def _boilerplate(self, holders: list[LineageArticle]) -> frozenset[str | None]:
        by_site: dict[str | None, list[LineageArticle]] = {}
        for article in holders:
            by_site.setdefault(article.site, []).append(article)
        return frozenset(site for site, own in by_site.items() if _is_boilerplate(own, len(holders)))


def _is_boilerplate(own: list[LineageArticle], everywhere: int) -> bool:
    """Tell whether what these articles of one site hold is the site's: most of it, in unrelated articles.

    Of articles that name no site, more have to be unrelated: nothing but these words tells that they belong together.
    """
    least, looked_at = (STRANGERS, CROWD_SAMPLE) if own[0].site is None else (BOILERPLATE, SITE_SAMPLE)
    if len(own) < least or 2 * len(own) <= everywhere:
        return False
    sample = own[:looked_at]
    return _apart(sample, _furniture(sample)) >= least


def _furniture(articles: Sequence[LineageArticle]) -> frozenset[int]:
    """Return what all these articles hold where it is the smaller part of each; of copies it would be most."""
    common = frozenset[int].intersection(*(frozenset(article.hashes) for article in articles))
    most = UNSIGNED if articles[0].site is None else FURNITURE
    return common if all(len(common) <= most * len(article.hashes) for article in articles) else frozenset()


def _apart(articles: Iterable[LineageArticle], besides: frozenset[int] = frozenset()) -> int:
    """Return how many articles share no more than a small part with any that was counted before them."""
    apart: list[frozenset[int]] = []
    for article in articles:
        hashes = frozenset(article.hashes) - besides
        if all(len(hashes & other) < RELATED * min(len(hashes), len(other)) for other in apart):
            apart.append(hashes)
    return len(apart)

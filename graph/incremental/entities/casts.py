"""What each article tells of those who are in it, kept for the times that they are resolved otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from whosays.graph.articles import Article, Hop
from whosays.graph.incremental.cache import Cache, Table
from whosays.graph.incremental.part import Part
from whosays.graph.names import Bearer, read_names


@dataclass(frozen=True, slots=True)
class Cast:
    """Who bears which names in an article, how it describes those without one, and what they are told to say.

    ``unread`` are those of whom it is not known what they are: words that were not read as anybody.
    """

    bearers: tuple[Bearer, ...]
    descriptions: Mapping[str, str]
    hops: tuple[Hop, ...]
    unread: frozenset[str]


class Casts(Part):
    """The casts of all articles."""

    def __init__(self, cache: Cache) -> None:
        self._casts: Table[Cast] = cache.table("casts", keep=4000)

    def there(self, articles: Iterable[str]) -> list[str]:
        """Return those of some articles that are there."""
        return [article for article in articles if self._casts.get(article)]

    def of(self, article: str) -> Cast:
        """Return who is in an article."""
        return self._casts[article]

    def leave(self, article: str) -> None:
        """Forget an article."""
        self._casts.put(article, None)

    def enter(self, article: Article) -> None:
        """Keep who is in an article."""
        bearers = tuple(read_names(article.names))
        self._casts.put(article.iri, Cast(bearers, article.descriptions, article.told.hops, article.unread))

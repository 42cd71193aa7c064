"""Articles by number, so that what many of them share takes little room; a number decides nothing."""

from __future__ import annotations

from whosays.graph.articles import Article
from whosays.graph.incremental.cache import Cache, Table
from whosays.graph.incremental.part import Part


class Numbers(Part):
    """Gives each article a number that no other one ever had."""

    def __init__(self, cache: Cache) -> None:
        self._numbers: Table[int] = cache.table("numbers")
        self._articles: Table[str] = cache.table("articles by number")
        self._next: Table[int] = cache.table("next number")

    def of(self, article: str) -> int:
        """Return the number of an article that is there or about to go."""
        return self._numbers[article]

    def find(self, article: str) -> int | None:
        """Return the number of an article, ``None`` where it is not there."""
        return self._numbers.get(article)

    def article(self, number: int) -> str:
        """Return the article of a number."""
        return self._articles[str(number)]

    def find_article(self, number: int) -> str | None:
        """Return the article of a number, ``None`` where none has it any more."""
        return self._articles.get(str(number))

    def enter(self, article: Article) -> None:
        """Number an article that has no number yet."""
        if self._numbers.get(article.iri) is None:
            number = (self._next.get("") or 0) + 1
            self._next.put("", number)
            self._numbers.put(article.iri, number)
            self._articles.put(str(number), article.iri)

    def change(self) -> None:
        """Let go of the articles that went."""
        for article in set(self.update.gone) - set(self.update.come):
            self._articles.put(str(self.of(article)), None)
            self._numbers.put(article, None)

"""Articles by number, so that what many of them share takes little room; a number decides nothing."""

from __future__ import annotations

from whosays.graph.incremental.cache import Cache, Table


class Numbers:
    """Gives each article a number that no other one ever had."""

    def __init__(self, cache: Cache) -> None:
        self._numbers: Table[int] = cache.table("numbers")
        self._articles: Table[str] = cache.table("articles by number")
        self._next: Table[int] = cache.table("next number")

    def of(self, article: str) -> int:
        """Return the article's number, a new one where it has none yet."""
        known = self._numbers.get(article)
        if known is not None:
            return known
        number = (self._next.get("") or 0) + 1
        self._next.put("", number)
        self._numbers.put(article, number)
        self._articles.put(str(number), article)
        return number

    def article(self, number: int) -> str:
        """Return the article of a number."""
        return self._articles[str(number)]

    def forget(self, article: str) -> None:
        """Let go of an article that went."""
        number = self._numbers.get(article)
        if number is not None:
            self._numbers.put(article, None)
            self._articles.put(str(number), None)

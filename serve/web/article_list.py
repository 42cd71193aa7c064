"""The list of articles, a page of it at a time: ten thousand rows take a browser longer than anybody waits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from urllib.parse import urlencode

from whosays.serve.endpoint import Problem
from whosays.serve.web.pages import rendered

PER_PAGE: Final = 200
ADDRESS: Final = "/articles"
SEARCHED: Final = ("title", "outlet", "wire", "published", "article", "url")


def page_of(params: dict[str, str]) -> int:
    """Take which page is wanted out of what the address asks for; the first one is 1."""
    told = params.pop("page", "1")
    if not told.isascii() or not told.isdigit() or len(told) > 9 or int(told) < 1:
        raise Problem(400, "no-page", f"no page {told[:80]!a}; the first one is 1")
    return int(told)


def list_page(articles: Iterable[Mapping[str, Any]], params: Mapping[str, str], page: int, words: str = "") -> bytes:
    """Return one page of all articles that pass and hold all ``words``, the newest first.

    One behind the last is an empty one, and leads back.
    """
    articles = _newest_first(each for each in articles if _holds(each, words))
    told = {**params, "words": words} if words else dict(params)
    pages = max(1, -(-len(articles) // PER_PAGE))
    first = (page - 1) * PER_PAGE
    return rendered(
        "articles.html",
        ADDRESS,
        articles=articles[first : first + PER_PAGE],
        first=first + 1,
        total=len(articles),
        asked=", ".join(f"{name} {value}" for name, value in told.items()),
        words=words,
        others=params,
        earlier=_address(told, min(page - 1, pages)) if page > 1 else "",
        later=_address(told, page + 1) if page < pages else "",
    )


def _holds(article: Mapping[str, Any], words: str) -> bool:
    """Tell whether title, outlet, day, path or URL hold each of some words, in any order and case."""
    told = " ".join(str(article.get(name) or "") for name in SEARCHED).casefold()
    return all(word in told for word in words.casefold().split())


def _newest_first(articles: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Those of one day stay in their order; what has no day comes last."""
    return sorted(articles, key=lambda article: str(article["published"] or ""), reverse=True)


def _address(params: Mapping[str, str], page: int) -> str:
    fields = {**params, "page": str(page)} if page > 1 else dict(params)
    return ADDRESS + (f"?{urlencode(fields)}" if fields else "")

"""The list of articles, a page of it at a time: ten thousand rows take a browser longer than anybody waits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlencode

from whosays.serve.endpoint import Problem
from whosays.serve.web.pages import rendered

PER_PAGE: Final = 200
ADDRESS: Final = "/articles"


def page_of(params: dict[str, str]) -> int:
    """Take which page is wanted out of what the address asks for; the first one is 1."""
    told = params.pop("page", "1")
    if not told.isascii() or not told.isdigit() or len(told) > 9 or int(told) < 1:
        raise Problem(400, "no-page", f"no page {told[:80]!a}; the first one is 1")
    return int(told)


def list_page(articles: Sequence[Mapping[str, Any]], params: Mapping[str, str], page: int) -> bytes:
    """Return one page of all articles that pass; one behind the last is an empty one, and leads back."""
    pages = max(1, -(-len(articles) // PER_PAGE))
    first = (page - 1) * PER_PAGE
    return rendered(
        "articles.html",
        ADDRESS,
        articles=articles[first : first + PER_PAGE],
        first=first + 1,
        total=len(articles),
        asked=", ".join(f"{name} {value}" for name, value in params.items()),
        wanted=params.get("article", ""),
        others={name: value for name, value in params.items() if name != "article"},
        earlier=_address(params, min(page - 1, pages)) if page > 1 else "",
        later=_address(params, page + 1) if page < pages else "",
    )


def _address(params: Mapping[str, str], page: int) -> str:
    fields = {**params, "page": str(page)} if page > 1 else dict(params)
    return ADDRESS + (f"?{urlencode(fields)}" if fields else "")

"""Which addresses are one page's."""

from __future__ import annotations

import pytest

from whosays.extract.articles.addresses import article_address, canonical

PAGE = "https://lisk.example/news/ferries-collide"


@pytest.mark.parametrize(
    "twin",
    [
        PAGE,
        "http://lisk.example/news/ferries-collide",
        "HTTPS://Lisk.Example:443/news/ferries-collide#comments",
        "https://m.lisk.example/news/ferries-collide",
        "https://amp.lisk.example/news/ferries-collide",
        "https://lisk.example/amp/news/ferries-collide",
        "https://lisk.example/news/ferries-collide/amp/",
        "https://lisk.example/news/amp/ferries-collide",
        "https://lisk.example/news/ferries-collide?amp=1",
        "https://lisk.example/news/ferries-collide?outputType=amp",
        "https://lisk.example/news/ferries-collide?utm_source=x&utm_medium=social&fbclid=1",
        "https://www.google.com/amp/s/lisk.example/news/ferries-collide",
        "https://lisk-example.cdn.ampproject.org/c/s/lisk.example/news/ferries-collide/amp",
    ],
)
def test_twins_of_a_page_have_its_address(twin: str) -> None:
    """Phones, AMP, its caches, campaigns, fragments, ports and http lead to one page."""
    assert canonical(twin) == PAGE
    assert canonical(canonical(twin)) == PAGE


@pytest.mark.parametrize(
    "address",
    [
        "https://lisk.example/?p=12&page=2",
        "https://camp.example/amplifiers/1",
        "https://lisk.example/news/lamp",
        "https://m.example/x",
        "https://www.m-news.example/x",
        "https://lisk.example/#!/story/1",
        "https://lisk.example:8443/x",
        "https://lisk.example/x?outputType=print",
        "urn:newsml:x:1",
        "not an address",
        "http://[broken",
    ],
)
def test_what_tells_pages_apart_stays(address: str) -> None:
    """Queries, names that only look so, other ports and what is no web address are kept."""
    assert canonical(address) == address


@pytest.mark.parametrize(
    ("told", "address"),
    [
        (["https://www.lisk.example/", PAGE], PAGE),
        (["https://lisk.example", None, "https://lisk.example/index.html#top"], None),
        (["https://lisk.example/?utm_source=x"], None),
        (["https://lisk.example/?p=12", PAGE], "https://lisk.example/?p=12"),
        (["https://lisk.example/dam", PAGE], "https://lisk.example/dam"),
        (["https://m.lisk.example/index-of-prices", PAGE], "https://lisk.example/index-of-prices"),
        ([None], None),
    ],
)
def test_the_address_of_a_site_is_no_articles(told: list[str | None], address: str | None) -> None:
    """Without path or query it is that of the home page; the next one is asked."""
    assert article_address(*told) == address

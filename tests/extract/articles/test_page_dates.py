"""When a page was published: which of the dates on it is asked first, and which are none."""

from __future__ import annotations

import lxml.html  # type: ignore[import-untyped]
import pytest

from whosays.extract.articles.dates import iso_date, machine_date
from whosays.extract.articles.web.page_metadata import metadata_of
from whosays.extract.articles.web.signals import signals_of

STORY = "<h1>Ferries collide</h1><p>Two ferries collided off Lisk, the harbour authority said.</p>"


def published(head: str = "", body: str = STORY) -> str | None:
    """Return what the metadata of a page tell of its date."""
    page = lxml.html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")
    return metadata_of(signals_of(page)).published


def linked(stamp: str, key: str = "datePublished") -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "{key}": "{stamp}"}}</script>'


@pytest.mark.parametrize(
    "stamp",
    [
        "0001-01-01",
        "0001-01-01T00:00:00Z",
        "1970-01-01",
        "1970-01-01T00:00:00Z",
        "1970-01-01T00:00:00+00:00",
        "1969-12-31T19:00:00-05:00",
        "1970-01-01T01:00:00+01:00",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "1900-01-01T00:00:00",
        "1601-01-01",
        "9999-12-31T23:59:59Z",
        "2318-04-01",
        "0218-04-01",
        "2026-13-40",
    ],
)
def test_what_stands_for_an_unknown_date_is_none(stamp: str) -> None:
    """The zero of a calendar, a year before the press and one far ahead are no dates: the next source is asked."""
    assert machine_date(stamp) is None
    tag = '<meta property="article:published_time" content="2026-01-02T10:00:00Z">'
    assert published(linked(stamp) + tag) == "2026-01-02T10:00:00+00:00"


@pytest.mark.parametrize(
    "stamp", ["1970-01-01T09:15:00+00:00", "1969-12-31", "1923-05-04", "1704-04-24", "2031-02-03T00:00:00Z"]
)
def test_old_and_early_dates_are_dates(stamp: str) -> None:
    """A time on the first day of 1970, an old paper and a midnight of another day stay."""
    assert (machine_date(stamp) or "")[:10] == stamp[:10]


@pytest.mark.parametrize(
    "head",
    [
        linked("2026-01-02"),
        linked("2026-01-02", "dateCreated"),
        '<meta name="pubdate" content="2026-01-02">',
        '<meta name="publication_date" content="2 January 2026">',
        '<meta name="author" itemprop="datePublished" content="2026-01-02">',
        '<meta property="og:x" name="dcterms.issued" content="2026-01-02">',
        '<meta name="date" content="0001-01-01"><meta name="parsely-pub-date" content="2026-01-02">',
        '<meta name="date" content="soon"><meta name="date" content="2026-01-02">',
        '<link rel="canonical" href="https://gazette.example/2026/01/02/ferries">',
    ],
)
def test_where_a_head_tells_the_date(head: str) -> None:
    """JSON-LD, the names that systems give the tag, at last the day in the page's address."""
    assert published(head) == "2026-01-02"


@pytest.mark.parametrize(
    "body",
    [
        f'<article><time datetime="2026-01-02">2 January</time>{STORY}</article>',
        f'<header><time datetime="2026-01-02">today</time></header>{STORY}',
        f'<time pubdate datetime="2026-01-02"></time>{STORY}<article><time datetime="2025-11-30"></time></article>',
        '<article><aside><time datetime="2019-01-01"></time></aside>'
        f'<time datetime="2026-01-02"></time>{STORY}</article>',
    ],
)
def test_a_time_element_at_the_head_of_an_article_tells_its_date(body: str) -> None:
    """The first one in the article or its header, or one that is marked, not those of what stands beside it."""
    assert published(body=body) == "2026-01-02"


def test_times_of_comments_and_lists_tell_nothing() -> None:
    """A time in a list or a footer is of something else; without any other date there is none."""
    lists = '<article><ul><li><time datetime="2019-01-01"></time></li></ul></article>'
    assert published(body=f'{STORY}{lists}<footer><time datetime="2020-01-01"></time></footer>') is None
    assert published(linked("0001-01-01")) is None


@pytest.mark.parametrize(
    ("words", "stamp"),
    [
        ("Thu Jan 02 08:15:00 EST 2031", "2031-01-02T08:15:00-05:00"),
        ("Thu Jan 02 08:15 2031", "2031-01-02T08:15:00"),
        ("Thu Jan 02 08:15:00 +0100 2031", "2031-01-02T08:15:00+01:00"),
        ("January 2, 2031, 8:15 a.m. GMT", "2031-01-02T08:15:00+00:00"),
    ],
)
def test_the_clock_is_read_wherever_it_stands(words: str, stamp: str) -> None:
    """Behind the date, or in its midst, as computers print it."""
    assert iso_date(words) == stamp

"""A page from its bytes to its text: what is read of one that no article's page is like, and how long that takes."""

from __future__ import annotations

import time
from collections.abc import Callable

import lxml.html  # type: ignore[import-untyped]
import pytest

from whosays.extract.articles.web import read_page
from whosays.extract.articles.web.structure import extent_of, paragraphs
from whosays.extract.errors import ArticleSkipped

STORY = "<p>Two ferries collided off Lisk on Tuesday, the harbour authority said in a statement to the press.</p>" * 3
ALL = ("no article found in the page: all its paragraphs were read",)


@pytest.mark.parametrize(
    "around",
    [
        lambda size: "<p>" + " " * (40 * size) + "x</p>",
        lambda size: "<p>" + "\n\t" * (20 * size) + "x</p>",
        lambda size: "<table>" + "".join(f"<tr><td>{row}</td></tr>" for row in range(size)) + "</table>",
        lambda size: "<div>" * (size // 4),
        lambda size: "<p>" + "".join(f"<span>{word} </span>" for word in range(size)) + "</p>",
    ],
    ids=["spaces", "lines", "rows", "within", "beside"],
)
def test_a_page_takes_time_by_its_length(around: Callable[[int], str]) -> None:
    """White space, rows, elements within each other and beside each other: of four times as many not the square."""
    read_page(f"<html><body>{STORY}</body></html>")  # what is loaded once
    short, long = (seconds(around(size)) for size in (5_000, 20_000))
    assert long < 10 * max(short, 0.1)


def seconds(around: str) -> float:
    """Return the time that a page takes, in which the story is found."""
    begun = time.process_time()
    page = read_page(f"<html><head><title>Ferries collide</title></head><body>{STORY}{around}</body></html>")
    taken = time.process_time() - begun
    assert "Two ferries collided off Lisk" in page.text
    return taken


@pytest.mark.parametrize(
    ("around", "notes"),
    [
        ("<div>" * 300 + STORY + "</div>" * 300, ALL),
        ("<div>" * 30 + STORY + "</div>" * 30, ()),
        (STORY + "<i>1</i> " * 21_000, ALL),
        (STORY + "<i>1</i> " * 300, ()),
    ],
)
def test_all_of_a_page_is_read_that_is_of_no_article(around: str, notes: tuple[str, ...]) -> None:
    """Deeper, or of more elements, than pages of articles are, and that is noted."""
    page = read_page(f"<html><body>{around}</body></html>")
    assert page.notes == notes
    assert "Two ferries collided off Lisk" in page.text


@pytest.mark.parametrize("before", ["", " \n", "\ufeff", "\ufeff\n"])
def test_a_declaration_in_front_is_no_text(before: str) -> None:
    """That a page is XML in some encoding is of no interest once it is decoded; what looks so within it stays."""
    page = read_page(
        f'{before}<?xml version="1.0" encoding="utf-16"?><html><body>{STORY}<p>Café ahoy.</p></body></html>'
    )
    assert "xml" not in page.text
    assert "Café ahoy." in page.text


def test_the_extent_of_a_page_is_counted() -> None:
    """Its elements, and how many stand within each other."""
    assert extent_of(lxml.html.fragment_fromstring("<p>a<b>b<i>c</i></b><b>d</b></p>")) == (4, 3)


def test_a_mark_is_that_of_where_the_words_begin() -> None:
    """Blanks before them begin nothing."""
    events = (
        ("start", True, "li", " "), ("start", False, "b", "One"), ("end", False, "b", " ferry"),
        ("end", True, "li", ""),
        ("start", True, "p", "\n"), ("end", False, "i", "sank"), ("end", True, "p", ""),
    )  # fmt: skip
    assert list(paragraphs(iter(events))) == ["- One ferry", "sank"]


SHORT = "<p>Two ferries collided off Lisk on Tuesday, the harbour authority said in a statement.</p>"


@pytest.mark.parametrize(
    "title",
    ["Just a moment...", "404 Not Found", "Error 403", "502 Bad Gateway", "Access denied | Lisk Gazette",
     "Before you continue", "Page not found – Lisk Gazette", "We value your privacy", "Seite nicht gefunden"],
)  # fmt: skip
def test_a_page_in_the_place_of_an_article_is_none(title: str) -> None:
    """An error, a question to the reader, a wall of cookies; one line tells which."""
    with pytest.raises(ArticleSkipped, match="no article: the page is an error or asks for something"):
        read_page(f"<html><head><title>{title}</title></head><body><h1>Sorry</h1>{SHORT}</body></html>")


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("500 march against the tolls at Lisk", SHORT),
        ("404 ferries in a year", SHORT),
        ("Access denied to the harbour, inspectors say", SHORT),
        ("Not found", SHORT * 12),  # a story long enough to be one
    ],
)
def test_a_story_with_such_words_in_its_headline_is_one(title: str, body: str) -> None:
    body = body.replace("Two", "{}").format(*map(str, range(2, 20)))
    page = read_page(f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>")
    assert "harbour authority said" in page.text

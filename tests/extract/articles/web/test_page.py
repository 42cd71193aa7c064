"""A page from its bytes to its text: what is read of one that no article's page is like, and how long that takes."""

from __future__ import annotations

import time
from collections.abc import Callable

import lxml.html  # type: ignore[import-untyped]
import pytest

from whosays.extract.articles.web import read_page
from whosays.extract.articles.web.structure import extent_of, paragraphs

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

"""Inputs that tell when they were saved: no date in them can be of later."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extract.articles.inputs.test_fetching import PAGE, Net
from tests.extract.articles.inputs.test_formats import OTHER, articles, read, warc
from whosays.extract.articles.dates import is_after
from whosays.extract.articles.inputs.fetching import Answer, fetched


def page(published: str, shown: str = "") -> str:
    return (
        f'<html><head><title>Mill burns</title><meta property="article:published_time" content="{published}"></head>'
        f"<body><article><h1>Mill burns</h1><p>{shown}</p><p>{OTHER}</p><p>{OTHER[::-1]}</p></article></body></html>"
    )


@pytest.mark.parametrize(
    ("published", "found"),
    [
        ("2031-03-05T08:00:00Z", "2031-03-05T08:00:00+00:00"),
        ("2031-03-06T08:00:00+13:00", "2031-03-06T08:00:00+13:00"),
        ("2031-03-07T08:00:00Z", None),
        ("2084-01-01", None),
    ],
)
def test_a_date_after_the_page_was_saved_is_none(tmp_path: Path, published: str, found: str | None) -> None:
    """A crawl of the fifth of March 2031 holds nothing of the seventh; a day more is another time zone's."""
    data = warc(("200 OK", "text/html", page(published).encode(), "https://lisk.example/1"))
    (article,) = articles(read(tmp_path, "a.warc.gz", data))
    assert article.published == found
    assert any("after the page was saved" in note for note in article.notes) is (found is None)


def test_a_page_that_a_browser_saved_tells_when(tmp_path: Path) -> None:
    """The date of the MHTML file is that of the saving."""
    head = "From: <Saved>\nSubject: x\nDate: Wed, 5 Mar 2031 09:00:00 +0100\nMIME-Version: 1.0\n"
    parts = f"--x\nContent-Type: text/html; charset=utf-8\n\n{page('2084-01-01')}\n--x--\n"
    data = f'{head}Content-Type: multipart/related; boundary="x"\n\n{parts}'
    (article,) = articles(read(tmp_path, "a.mhtml", data))
    assert article.published is None


def test_an_answer_tells_when_it_was_given() -> None:
    """The server's date is kept with the source, and one that is none is not."""
    for told, saved in (("Wed, 05 Mar 2031 09:00:00 GMT", "2031-03-05T09:00:00+00:00"), ("yesterday", None)):
        headers = {"content-type": "text/html", "date": told}
        net = Net({PAGE: Answer(200, headers, page("2031-03-05").encode())})
        source = fetched(PAGE, net.resolve, net.ask)
        assert source.saved == saved


def test_without_a_date_of_saving_nothing_is_too_late() -> None:
    """No clock is asked: what is read is the same on any day."""
    assert not is_after("2084-01-01", None)
    assert not is_after("2084-01-01", "no date")

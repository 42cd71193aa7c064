"""The options that tell how articles are read; what a build does where the user now says more of an article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click
import pytest

from whosays.building import Before, add_all
from whosays.commands.inputs import reading_of
from whosays.extract import Article, ArticleRecord, Outlet, Reading, read_article, read_facts
from whosays.extract.lexicon import OwnOutlets
from whosays.graph import KnowledgeGraph

Run = Callable[..., tuple[int, str, str]]
NOTHING = {
    "columns": (),
    "outlet": None,
    "published": None,
    "url": None,
    "facts": None,
    "outlets": None,
    "fetch": False,
}
TEXT = "The mill burned down, he said."


def test_a_mapping_is_read_as_it_is_written() -> None:
    """Several between commas and several options are one mapping."""
    reading = reading_of({**NOTHING, "columns": ("text=body, outlet=source", "url=link")})
    assert dict(reading.columns) == {"text": "body", "outlet": "source", "url": "link"}
    assert reading.facts is None


@pytest.mark.parametrize(
    ("option", "value", "why"),
    [
        ("columns", ("txet=body",), "fields are text"),
        ("columns", ("text",), "FIELD=COLUMN"),
        ("published", "soon", "not a date: soon"),
        ("url", "lisk", "not a web address: lisk"),
    ],
)
def test_what_cannot_be_meant_is_a_usage_error(option: str, value: object, why: str) -> None:
    """The message has what was given and what would do."""
    with pytest.raises(click.UsageError, match=why):
        reading_of({**NOTHING, option: value})


def test_a_bad_table_of_facts_is_told_with_its_name(whosays: Run, tmp_path: Path) -> None:
    """One line, status 2, before anything is read."""
    table = tmp_path / "facts.csv"
    table.write_text("a,b\n1,2\n")
    status, out, err = whosays("extract", str(tmp_path), "--facts", str(table))
    assert (status, out) == (2, "")
    assert f"--facts {table}: no columns path" in err


def test_one_address_is_of_one_article(whosays: Run, tmp_path: Path) -> None:
    """Several files are refused before anything is written; a file that holds several is named and gives none."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("")
    told = ("--url", "https://lisk.example/1")
    status, out, err = whosays("build", str(tmp_path), "--kg", str(tmp_path / "kg"), *told)
    assert (status, out) == (2, "")
    assert "--url is the address of one article, and 2 files are given" in err
    rows = tmp_path / "rows.csv"
    rows.write_text("id,text\n1,The mill burned down.\n2,The dam broke.\n")
    status, out, err = whosays("extract", str(rows), *told)
    assert (status, out) == (1, "")
    assert f"{rows}: holds several articles" in err
    assert not (tmp_path / "kg").exists()


def test_rows_of_facts_about_nothing_are_named(whosays: Run, tmp_path: Path) -> None:
    """A slip in a path is seen; rows that were about something are not named."""
    (tmp_path / "in").mkdir()
    for name in ("a.csv", "b.csv"):
        (tmp_path / "in" / name).write_text("id,text\n1, \n")
    table = tmp_path / "facts.csv"
    table.write_text("path,outlet\na.txt,Lisk Gazette\nb.txt,Lisk Gazette\n")
    _, _, err = whosays("extract", str(tmp_path / "in"), "--facts", str(table))
    assert f"{table}: 2 rows name nothing that was read: a.txt; b.txt" in err
    known = read_facts(table)
    assert known.of("somewhere/a.txt").outlet == "Lisk Gazette"
    assert known.unmet() == ["b.txt"]


def article(outlet: str, published: str | None = None, *, is_told: bool = False) -> Article:
    return Article(
        "a.txt", TEXT, "0" * 64, ((0, len(TEXT)),), outlet=Outlet(outlet), published=published, is_told=is_told
    )


def record(of: Article) -> ArticleRecord:
    more = {"url": of.url, "outlet": of.outlet, "published": of.published, "language": "en", "given": of.given}
    return ArticleRecord(of.path, of.sha256, of.text, **more)  # type: ignore[arg-type]


def build(graph: KnowledgeGraph, *articles: Article) -> tuple[int, int]:
    """Do what building does, without analysing: read, leave out what is known, add."""
    before = Before(graph)
    new = [one for one in articles if not before.has(one)]
    report = add_all(before.replaced(map(record, new)), graph)
    graph.relate()
    return report.added, len(articles) - len(new)


def test_what_the_user_now_says_replaces_what_was_read() -> None:
    """The same text under another outlet or date takes the place of the one read before; said again it is known."""
    with KnowledgeGraph.in_memory() as graph:
        assert build(graph, article("Lisk Gazette")) == (1, 0)
        assert build(graph, article("Lisk Gazette")) == (0, 1)
        assert build(graph, article("Oster Gazette", is_told=True)) == (1, 0)
        assert [stored.outlet for stored in graph.articles()] == ["Oster Gazette"]
        assert build(graph, article("Oster Gazette", is_told=True)) == (0, 1)
        assert build(graph, article("Oster Gazette", "2031-03-04", is_told=True)) == (1, 0)
        assert [stored.published for stored in graph.articles()] == ["2031-03-04"]
        other = replace(article("Oster Gazette", is_told=True), text="Another text, he said.", body=((0, 22),))
        assert build(graph, other) == (1, 0)
        assert len(graph.articles()) == 2


def test_what_was_told_stays_where_nothing_is_said_now() -> None:
    """The same file read again, without the option, is known; another text or another file is not."""
    with KnowledgeGraph.in_memory() as graph:
        told = article("Oster Gazette", "2031-03-04", is_told=True)
        assert build(graph, replace(told, given=("outlet",))) == (1, 0)
        assert build(graph, article("Lisk Gazette")) == (0, 1)
        assert build(graph, replace(article("Lisk Gazette"), outlet=None)) == (0, 1)
        assert [(stored.outlet, stored.published) for stored in graph.articles()] == [("Oster Gazette", "2031-03-04")]
        assert build(graph, replace(article("Lisk Gazette"), path="b.txt")) == (1, 0)
        assert build(graph, replace(article("Lisk Gazette"), text="The dam broke, he said.", body=((0, 23),))) == (1, 0)
        assert len(graph.articles()) == 3


def test_what_was_only_read_otherwise_does_not_stay_for_ever() -> None:
    """A record whose outlet was put right, or which has got an address, is another version of nobody's telling."""
    with KnowledgeGraph.in_memory() as graph:
        assert build(graph, article("Lisk Gazette")) == (1, 0)
        assert build(graph, article("Oster Post")) == (1, 0)
        assert build(graph, replace(article("Oster Post"), url="https://oster.example/2031/mill")) == (1, 0)


def test_a_list_of_outlets_is_something_said(tmp_path: Path) -> None:
    """An article read with it is told; without it, it is not."""
    (tmp_path / "a.txt").write_text("Lisk Gazette\n\nThe mill burned down, he said.\n")
    own = OwnOutlets({}, {})
    told = [read_article(tmp_path / "a.txt", Reading(outlets=outlets)).is_told for outlets in (None, own)]
    assert told == [False, True]


def test_dates_that_are_hardly_meant_are_told_in_the_end(whosays: Run, tmp_path: Path) -> None:
    """The articles keep them, as the clock changes none; dates as articles have them are not told."""
    rows = tmp_path / "rows.csv"
    rows.write_text(
        "id,date,text\n1,2089-01-01,The mill burned.\n2,1850-01-01,The dam broke.\n3,2031-01-01,It rained.\n"
    )
    _, out, err = whosays("extract", str(rows))
    assert f"2 articles of a year that may be a slip, e.g. {rows}#1 (2089-01-01)" in err
    assert '"2089-01-01"' in out
    rows.write_text("id,date,text\n3,2031-01-01,It rained.\n4,1931-01-01,It snowed.\n")
    assert "slip" not in whosays("extract", str(rows))[2]

"""What the user knows: it wins, what was read otherwise is kept, and what cannot be is refused."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from whosays.extract import extract
from whosays.extract.articles import Facts, Reading, Unread, read_article, read_articles, read_facts, read_own_outlets

STORY = "Lisk Gazette\n\n2 January 2031\n\nThe mill at Oster burned down on Friday, fire chief Jon Brack said.\n"


def test_what_is_told_wins_and_what_was_read_is_noted(tmp_path: Path) -> None:
    """Both are kept: the one as the field, the other in the notes; what is not told is read as ever."""
    path = tmp_path / "a.txt"
    path.write_text(STORY)
    article = read_article(path, Reading(facts=Facts.given(outlet="Oster Gazette", url="https://oster.example/1")))
    assert article.outlet is not None
    assert (article.outlet.name, article.url, article.published) == (
        "Oster Gazette",
        "https://oster.example/1",
        "2031-01-02",
    )
    assert article.notes == (
        "outlet given as Oster Gazette; read: Lisk Gazette",
        "url given as https://oster.example/1",
    )
    assert article.given == ("outlet", "url")
    assert read_article(path).notes == read_article(path).given == ()


def test_what_is_given_as_it_was_read_is_nothing_new(tmp_path: Path) -> None:
    """The article is told all the same, by what is read anyway."""
    path = tmp_path / "a.txt"
    path.write_text(STORY)
    article = read_article(path, Reading(facts=Facts.given(outlet="Lisk Gazette", published="2031-01-02")))
    assert article.is_told
    assert article.given == ()


@pytest.mark.parametrize("told", [{"published": "someday"}, {"published": "03/04/2031"}, {"url": "oster.example"}])
def test_what_is_no_date_or_address_is_refused(told: dict[str, str]) -> None:
    """A day that could be two is none."""
    with pytest.raises(ValueError, match="not a"):
        Facts.given(**told)


def test_a_table_tells_by_path_and_goes_before_what_is_told_of_all(tmp_path: Path) -> None:
    """Paths are those below the table's folder, whole ones, or names alone; of records with their mark."""
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / "in" / name).write_text(STORY)
    table = tmp_path / "facts.csv"
    table.write_text("path,publisher,date\nin/a.txt,Oster Gazette,2031-03-04\nb.txt,Mill Post,\nin.jsonl#2,Third,\n")
    reading = Reading(facts=Facts.given(outlet="Everybody", author="Bo Ray"), by_path=read_facts(table))
    found = [read_article(tmp_path / "in" / name, reading) for name in ("a.txt", "b.txt", "c.txt")]
    assert [article.outlet and article.outlet.name for article in found] == ["Oster Gazette", "Mill Post", "Everybody"]
    assert [article.published for article in found] == ["2031-03-04", "2031-01-02", "2031-01-02"]
    assert {article.author for article in found} == {"Bo Ray"}
    assert reading.facts_of(str(tmp_path / "in.jsonl#2")) == Facts.given(outlet="Third", author="Bo Ray")


def test_an_address_is_told_of_one_article_only(tmp_path: Path) -> None:
    """A file of several is not read under one address; one of a single record is, and its outlet holds for all."""
    rows = [f'{{"text": "The mill at Oster burned down, he said {number} times."}}' for number in range(3)]
    (tmp_path / "one.jsonl").write_text(rows[0])
    (tmp_path / "all.jsonl").write_text("\n".join(rows))
    reading = Reading(facts=Facts.given(url="https://oster.example/1"))
    assert read_article(tmp_path / "one.jsonl", reading).url == "https://oster.example/1"
    (told,) = read_articles(tmp_path / "all.jsonl", reading)
    assert isinstance(told, Unread)
    assert "several articles" in told.why
    assert len(list(read_articles(tmp_path / "all.jsonl", Reading(facts=Facts.given(outlet="Mill Post"))))) == 3


def test_an_address_is_told_of_the_one_that_can_be_read(tmp_path: Path) -> None:
    """A record that holds no article is named beside the one that does, and is no second one."""
    rows = ['{"text": ""}', '{"text": "The mill at Oster burned down, he said."}', "{"]
    (tmp_path / "a.jsonl").write_text("\n".join(rows))
    first, article, last = read_articles(
        tmp_path / "a.jsonl", Reading(facts=Facts.given(url="https://oster.example/1"))
    )
    assert isinstance(first, Unread)
    assert isinstance(last, Unread)
    assert not isinstance(article, Unread)
    assert article.url == "https://oster.example/1"


def test_a_table_among_the_articles_is_none_of_them(tmp_path: Path) -> None:
    """The table of facts may lie in the folder that is read."""
    (tmp_path / "a.txt").write_bytes(b"")
    table = tmp_path / "facts.csv"
    table.write_text("path,outlet\na.txt,Oster Gazette\n")
    outcomes = list(extract(tmp_path, reading=Reading(by_path=read_facts(table))))
    assert [Path(outcome.path).name for outcome in outcomes] == ["a.txt"]


def test_a_table_that_tells_nothing_is_refused(tmp_path: Path) -> None:
    """Without a path, without a fact, or with a bad date, the line is in the message."""
    table = tmp_path / "facts.tsv"
    for content, why in (("a\tb\n1\t2\n", "no columns path"), ("path\tdate\nx\tsoon\n", "line 2: not a date: soon")):
        table.write_text(content)
        with pytest.raises(ValueError, match=why):
            read_facts(table)


def test_a_users_outlets_go_before_the_register(tmp_path: Path) -> None:
    """A list of one's own gives a domain its name, and names by which credits are understood."""
    own = tmp_path / "outlets.tsv"
    own.write_text("name\tdomains\tother_names\nThe Quay\tquay-lisk.example\tLisk Quay Paper\n")
    path = tmp_path / "a.txt"
    path.write_text("The mill burned, he said.\n\nOriginal url: https://www.quay-lisk.example/1\n")
    told = read_article(path, Reading(outlets=read_own_outlets(own))).outlet
    untold = read_article(path).outlet
    assert told is not None
    assert untold is not None
    assert (told.name, untold.name) == ("The Quay", "quay-lisk.example")
    own.write_text("title\tdomains\nThe Quay\tquay.example\n")
    with pytest.raises(ValueError, match="no column name"):
        read_own_outlets(own)


@pytest.mark.parametrize("read", [read_facts, read_own_outlets])
def test_a_table_that_is_no_text_is_refused_by_its_line(read: Callable[[Path], object], tmp_path: Path) -> None:
    """No codec's words: which line it is, and what to do; a cell without end is no table either."""
    csv.field_size_limit(131_072)  # other readers raise it for the whole process
    table = tmp_path / "table.tsv"
    table.write_bytes(b"path\tname\tdomains\toutlet\na.txt\tLisk\tlisk.example\tLisk\nb\tCaf\xe9\tx\ty\n")
    with pytest.raises(ValueError, match=r"^line 3: not UTF-8; save the file as UTF-8$"):
        read(table)
    table.write_text("path\tname\tdomains\toutlet\n" + "x" * 200_000 + "\tLisk\tlisk.example\tLisk\n")
    with pytest.raises(ValueError, match="no table"):
        read(table)

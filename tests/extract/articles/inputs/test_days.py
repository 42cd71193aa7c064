"""Dates of tables: the order of days and months, stamps without marks, and what is told of those not understood."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from whosays.extract.articles.article import Article
from whosays.extract.articles.inputs import Reading
from whosays.extract.articles.inputs.days import day_order, told_days
from whosays.extract.articles.reader import read_articles


def published(path: Path, days: list[str]) -> tuple[list[str | None], list[str]]:
    """Return the dates that are read of a file's records, and what is told of them."""
    heard: list[str] = []
    rows = [
        {"id": at, "date": day, "text": f"The mill burned down, he said {at} times."} for at, day in enumerate(days)
    ]
    lines = ["id,date,text", *(f'{row["id"]},"{row["date"]}","{row["text"]}"' for row in rows)]
    path.write_text("\n".join(lines) if path.suffix == ".csv" else json.dumps(rows))
    found = [item for item in read_articles(path, Reading(tell=heard.append)) if isinstance(item, Article)]
    return [article.published for article in found], [line for line in heard if "understood" in line]


@pytest.mark.parametrize("name", ["a.csv", "a.json"])
@pytest.mark.parametrize(
    ("days", "read"),
    [
        (["04/03/2031", "13/03/2031"], ["2031-03-04", "2031-03-13"]),
        (["04/03/2031", "03/13/2031 10:30"], ["2031-04-03", "2031-03-13T10:30:00"]),
        (["4.3.2031 08:15", "27.3.2031"], ["2031-03-04T08:15:00", "2031-03-27"]),
        (["05-04-2031", "20-04-2031"], ["2031-04-05", "2031-04-20"]),
        (["20310304", "1930000000", "1930000000000"], ["2031-03-04", *["2031-02-27T23:06:40+00:00"] * 2]),
    ],
)
def test_one_date_of_a_column_tells_the_order_of_all(
    tmp_path: Path, name: str, days: list[str], read: list[str]
) -> None:
    """A day beyond twelve shows where days stand; stamps of machines need no marks."""
    assert published(tmp_path / name, days) == (read, [])


@pytest.mark.parametrize("name", ["a.csv", "a.json"])
def test_what_stays_open_is_told_with_an_example(tmp_path: Path, name: str) -> None:
    """Where no day tells, or two contradict each other, what could be two days is none."""
    read, told = published(tmp_path / name, ["04/03/2031", "05/03/2031", "2031-03-06"])
    assert read == [None, None, "2031-03-06"]
    assert told == [f"{tmp_path / name}: 2 dates not understood, e.g. 04/03/2031"]
    read, told = published(tmp_path / name, ["04/03/2031", "13/03/2031", "03/14/2031", "99999999", "soon"])
    assert read == [None, "2031-03-13", "2031-03-14", None, None]
    assert told == [f"{tmp_path / name}: 3 dates not understood, e.g. 04/03/2031"]


def test_only_dates_tell_the_order() -> None:
    """Numbers, dates in words and those that are written from the year on tell none."""
    assert day_order(["13/03/2031", None, 5, "1 May 2031"]) == "day first"
    assert day_order(["2031-03-13", "March 13, 2031", "13/03", "13/13/2031"]) is None


@pytest.mark.parametrize("name", ["a.json", "a.parquet"])
def test_days_within_objects_tell_the_order_too(tmp_path: Path, name: str) -> None:
    """A column that the user names with a dot is a date's as any other."""
    rows = [{"text": f"The {crop} are ripe, he said.", "m": {"date": day}} for crop, day in NESTED.items()]
    if name == "a.json":
        (tmp_path / name).write_text(json.dumps(rows))
    else:
        pytest.importorskip("pyarrow")
        import pyarrow as pa  # noqa: PLC0415 - an extra
        import pyarrow.parquet as pq  # noqa: PLC0415

        pq.write_table(pa.Table.from_pylist(rows), tmp_path / name)
    found = list(read_articles(tmp_path / name, Reading(columns={"published": "m.date"})))
    assert [item.published for item in found if isinstance(item, Article)] == ["2031-03-04", "2031-03-13"]


NESTED = {"pears": "04/03/2031", "plums": "13/03/2031"}


def test_rows_before_a_damaged_place_are_read() -> None:
    """What is whole comes first, and what stands against the rest behind it."""

    def torn() -> Iterator[str]:
        yield from ["04/03/2031", *["13/03/2031"] * 9]
        raise OSError("torn")

    order, rows = told_days(torn(), lambda row: [row])
    assert order == "day first"
    assert [next(rows) for _ in range(10)] == ["04/03/2031", *["13/03/2031"] * 9]
    with pytest.raises(OSError, match="torn"):
        next(rows)

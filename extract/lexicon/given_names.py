"""Whose a given name is, and whose a title: as far as they tell a man from a woman."""

from __future__ import annotations

from functools import cache
from typing import Literal

from whosays.extract.lexicon.spelling import fold
from whosays.resources import listed, read_records, read_rows

Gender = Literal["m", "f"]


def gender_of_name(first: str) -> Gender | None:
    """Return the gender that a given name usually tells, ``None`` when it is unknown or used for both."""
    return _given_names().get(fold(first))


@cache
def titles(stands: Literal["form", "rank", "first_name"] = "form") -> dict[str, Gender | None]:
    """Return the titles that stand before a surname ("mr", "gen"), behind other words, too, or
    before a first name alone ("pope"); and whose they are.
    """
    return {row["title"]: as_gender(row["gender"]) for row in _titles() if stands in listed(row["stands"])}


@cache
def ranks() -> dict[str, str]:
    """Return what short ranks stand for ("gen": "general"); "Mr" tells none, and "Dr" nothing of what one does."""
    return {row["title"]: row["in_full"] for row in _titles() if row["in_full"]}


def as_gender(cell: str) -> Gender | None:
    """Return a cell of a table as a gender, ``None`` for an empty one."""
    if cell in ("m", "f"):
        return "m" if cell == "m" else "f"
    if not cell:
        return None
    raise ValueError(cell)


@cache
def _titles() -> list[dict[str, str]]:
    return read_records("gazetteer", "titles.tsv")


@cache
def _given_names() -> dict[str, Gender]:
    table: dict[str, Gender] = {}
    for cell, names in read_rows("extract", "given_names.tsv"):
        gender = as_gender(cell)
        if gender:
            table.update({fold(name): gender for name in names.split()})
    return table

"""Names that everybody uses for one body or country (``data/bodies.tsv``, ``data/countries.tsv``); titles of people."""

from __future__ import annotations

from importlib.resources import files
from typing import Final

_TITLES: Final = """
admiral ambassador archbishop baron baroness bishop brigadier capt captain ceo chairman chairwoman chancellor
chief col colonel commander commissioner congressman congresswoman corporal councillor dame deputy dr doctor
first foreign gen general governor gov inspector judge justice king lady lawmaker lieutenant lt lord madam maj
major marshal mayor minister miss mp mr mrs ms officer pope president prime princess prince prof professor
queen rep representative retired rev reverend secretary sen senator sergeant sgt sheikh sheriff sir
spokesman spokesperson spokeswoman state superintendent vice
"""
_OFFICES: Final = """
ambassador ceo chairman chairwoman chancellor commissioner governor lawmaker leader mayor minister mp premier president
secretary senator spokesman spokesperson spokeswoman
"""
_OF_A_FIRST_NAME: Final = "emperor empress king pope prince princess queen saint sheikh"
TITLES: Final = frozenset(_TITLES.split())
OFFICES: Final = frozenset(_OFFICES.split())
TITLES_OF_A_FIRST_NAME: Final = frozenset(_OF_A_FIRST_NAME.split())


def alias_lines() -> tuple[tuple[str, ...], ...]:
    """Return each set of names, the one that stands for all first."""
    bodies = ((row[0], *listed(row[1])) for row in table("bodies.tsv", 3))
    countries = ((row[0], *listed(row[1])) for row in table("countries.tsv", 5))
    return (*bodies, *countries)


def table(name: str, columns: int) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table of ``data``, each with that many cells, empty ones included."""
    lines = files("whosays.graph").joinpath("data", name).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((*row, *[""] * (columns - len(row))) for row in rows)


def listed(cell: str) -> tuple[str, ...]:
    """Return the names of a cell that holds several."""
    return tuple(name.strip() for name in cell.split(",") if name.strip())

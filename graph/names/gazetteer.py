"""Names that everybody uses for one body or country (``data/bodies.tsv``, ``data/countries.tsv``); titles of people."""

from __future__ import annotations

from typing import Final

from whosays.resources import listed, read_rows

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
    bodies = ((row[0], *listed(row[1])) for row in read_rows("graph", "bodies.tsv", 3))
    countries = ((row[0], *listed(row[1])) for row in read_rows("graph", "countries.tsv", 5))
    return (*bodies, *countries)

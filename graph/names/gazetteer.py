"""Names that everybody uses for one body or country, and titles of people: the tables of ``whosays.gazetteer``."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from whosays.resources import listed, read_records


@dataclass(frozen=True, slots=True)
class WellKnown:
    """A body or country: its names, the one that stands for all first; its item in Wikidata, or ``""``."""

    names: tuple[str, ...]
    item: str


@dataclass(frozen=True, slots=True)
class State(WellKnown):
    """A country, the adjectives and names of its people, and its capital in all spellings."""

    peoples: tuple[str, ...]
    capital: tuple[str, ...]


@functools.cache
def states() -> tuple[State, ...]:
    """Return the countries; the European Union, which is none, is a body."""
    return tuple(
        State((row["country"], *listed(row["names"])), row["wikidata"], listed(row["peoples"]), listed(row["capital"]))
        for row in read_records("gazetteer", "countries.tsv")
        if row["wikidata"]
    )


@functools.cache
def bodies() -> tuple[WellKnown, ...]:
    """Return the outlets, agencies and organisations of which one name in full stands for all others."""
    rows = (row for table in ("outlets.tsv", "organisations.tsv") for row in read_records("gazetteer", table))
    return tuple(
        WellKnown((row["full_name"], row["name"], *listed(row["other_names"])), row["wikidata"])
        for row in rows
        if row["full_name"]
    )


def well_known() -> tuple[WellKnown, ...]:
    """Return all bodies and countries."""
    return (*bodies(), *states())


@functools.cache
def outlets_with_an_article() -> dict[str, str]:
    """Return the outlets that are called by a common word with "The", by that word in small letters."""
    rows = (row for row in read_records("gazetteer", "outlets.tsv") if row["common"])
    named = (row["name"] for row in rows if row["name"].startswith("The "))
    return {name.removeprefix("The ").lower(): name for name in named}


@functools.cache
def titles(stands: str) -> frozenset[str]:
    """Return the titles that stand in front of a name, are an office or go with a first name (see the table)."""
    return frozenset(row["title"] for row in read_records("gazetteer", "titles.tsv") if stands in listed(row["stands"]))


@functools.cache
def one_spellings() -> dict[str, str]:
    """Return words in names that are spelt in two ways, or shortened, by the spelling that they are compared in."""
    return {row["word"]: row["one_spelling"] for row in read_records("gazetteer", "spellings.tsv")}

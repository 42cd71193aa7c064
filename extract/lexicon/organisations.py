"""Outlets, agencies and organisations that news names without introduction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from whosays.extract.lexicon.spelling import fold
from whosays.resources import listed, read_records


@dataclass(frozen=True, slots=True)
class Known:
    """An organisation that news names without introduction: its type, country and describing words."""

    type: Literal["Outlet", "Organization"]
    country: str | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet or agency: its name as credited, all its names, its domains, whether the name is a common word."""

    name: str
    names: tuple[str, ...]
    domains: tuple[str, ...]
    common: bool


def known(name: str) -> Known | None:
    """Return what is generally known about an organisation of this name, if anything."""
    return _known().get(fold(name.removeprefix("the ").removeprefix("The ")))


def all_names(name: str) -> tuple[str, ...]:
    """Return the names of a body that is known by this one and has one in full; else nothing but the name."""
    return _together().get(fold(name), (name,))


@cache
def outlets(kind: Literal["outlet", "agency"]) -> tuple[Outlet, ...]:
    """Return the outlets or the news agencies of ``gazetteer/data/outlets.tsv``."""
    rows = read_records("gazetteer", "outlets.tsv")
    found = (row for row in rows if kind in listed(row["kinds"]))
    return tuple(Outlet(row["name"], _names(row), listed(row["domains"]), bool(row["common"])) for row in found)


def _names(row: dict[str, str]) -> tuple[str, ...]:
    return (row["name"], *listed(row["full_name"]), *listed(row["other_names"]))


@cache
def _together() -> dict[str, tuple[str, ...]]:
    rows = (row for table in ("outlets.tsv", "organisations.tsv") for row in read_records("gazetteer", table))
    names = ((row["full_name"], row["name"], *listed(row["other_names"])) for row in rows if row["full_name"])
    return {fold(name): own for own in names for name in own}


@cache
def _known() -> dict[str, Known]:
    return {fold(name): entry for names, entry in _entries() for name in names}


def _entries() -> Iterator[tuple[tuple[str, ...], Known]]:
    tables: tuple[tuple[str, Literal["Outlet", "Organization"]], ...]
    tables = (("outlets.tsv", "Outlet"), ("organisations.tsv", "Organization"))
    for table, kind in tables:
        for row in read_records("gazetteer", table):
            if row["what"]:
                yield _names(row), Known(kind, row["country"] or None, tuple(row["what"].split()))

"""Countries by their names, their peoples and their seats of government."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from whosays.extract.lexicon.spelling import CACHED, fold, runs
from whosays.resources import listed, read_records

_COLUMNS = {"names": ("country", "names", "also_called"), "peoples": ("peoples",), "seats": ("capital", "seats")}


def country_named(text: str) -> str | None:
    """Return the country that a text names ("U.S.", "South Korea"), not its people or its capital."""
    return _countries("names").get(fold(text.removeprefix("the ").removeprefix("The ")))


@lru_cache(maxsize=CACHED)
def country_of(text: str) -> str | None:
    """Return the country of a name, a people ("South Korean") or a seat of government ("Moscow")."""
    key = fold(text)
    for column in ("names", "peoples", "seats"):
        if key in _countries(column):
            return _countries(column)[key]
    return None


def is_people(text: str) -> bool:
    """Tell whether a text is only an adjective of a country or the name of its people."""
    key = fold(text)
    return key in _countries("peoples") and key not in _countries("names")


@lru_cache(maxsize=CACHED)
def countries_in(text: str) -> frozenset[str]:
    """Return the countries that the words of a text point to ("UK Ministry of Defence")."""
    return frozenset(country for country, _, _ in _country_runs(text.split()))


@lru_cache(maxsize=CACHED)
def without_countries(text: str) -> str:
    """Return a text less the words that name a country or its people."""
    words = text.split()
    dropped = {i for _, start, end in _country_runs(words) for i in range(start, end)}
    return " ".join(word for i, word in enumerate(words) if i not in dropped)


@cache
def country_names() -> frozenset[str]:
    """Return every country by its first name, as it is written."""
    return frozenset(row["country"] for row in _rows())


@cache
def peoples() -> frozenset[str]:
    """Return the adjectives and peoples of all countries, as they are written."""
    return frozenset(word for row in _rows() for word in listed(row["peoples"]))


def _country_runs(words: list[str]) -> Iterator[tuple[str, int, int]]:
    return runs(words, _named)


def _named(phrase: str) -> str | None:
    plain = phrase.strip(",;:()")
    return country_of(plain) if plain[:1].isupper() else None


@cache
def _rows() -> list[dict[str, str]]:
    return read_records("gazetteer", "countries.tsv")


@cache
def _countries(kind: str) -> dict[str, str]:
    columns = _COLUMNS[kind]
    return {fold(name): row["country"] for row in _rows() for column in columns for name in listed(row[column])}

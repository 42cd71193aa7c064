"""What the words around a toll tell of which incident it is of: those that are not said of any of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

from whosays.graph.names import states
from whosays.resources import read_rows, word_classes

OF_NAMES: Final = 0.5  # what a name that both tell weighs: much happens in one town
ALONE: Final = 2.0  # what one word weighs that is said of nothing else for a week: a flood, a ferry that sank
STEM: Final = 6  # letters of the words around a figure
SHORT: Final = 3  # letters that a people without its ending has more than ("Russ", but not "Fin")
NAME: Final = "@"
_ON, _WIDE, _NOBODY = "on", "wide", "-"  # of a mark of a wave
_OF_A_PEOPLE: Final = word_classes("graph")["ends_of_peoples"] | {"an", "n", "i"}
_ONE: Final = word_classes("graph")["of_one_incident"]
_OF_ANY: Final = word_classes("graph")["of_any_incident"]


def of_one_incident(near: frozenset[str], far: frozenset[str]) -> float:
    """Return how much the words around two tolls share that is not said of any; nothing if each names another."""
    mine, theirs = telling_words(near), telling_words(far)
    if names_another(near, far):
        return 0.0
    shared = bare(mine) & bare(theirs)
    named = {word for word in shared if NAME + word in mine | theirs}
    return ALONE if shared & _ONE else len(shared - named) + OF_NAMES * len(named)


def names_another(near: frozenset[str], far: frozenset[str]) -> bool:
    """Tell whether each names somebody or something, a country aside, that the other does not."""
    mine, theirs = telling_words(near), telling_words(far)
    return bool(names_among(mine) - bare(theirs)) and bool(names_among(theirs) - bare(mine))


def is_country(stem: str) -> bool:
    """Tell whether a name's first letters are those of a country or its people."""
    return stem in _countries() or stem in _peoples()


def of_one_wave(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two marks of an attack on a whole country are of one: by the same, on the same, on the same day.

    Who did it may be told of one alone, where both tell the day and that the whole country was hit.
    Where not both tell the day, both have to tell that the whole country was hit ("across Zemria", "waves of strikes").
    """
    return any(_is_one_wave(mine.split(), theirs.split()) for mine in one for theirs in other)


def _is_one_wave(one: list[str], other: list[str]) -> bool:
    if (one[1] == _NOBODY) != (other[1] == _NOBODY):
        return _is_told_of(*((one, other) if one[1] == _NOBODY else (other, one)))
    told, names = zip(*((wave[: wave.index(_ON)], wave[wave.index(_ON) + 1 :]) for wave in (one, other)), strict=True)
    by = told[0][1] == told[1][1]
    on = bare(names[0]) & bare(names[1])
    wide = all(_WIDE in each for each in told)
    days = [set(each[2:]) - {_WIDE} for each in told]
    at_once = bool(days[0] & days[1]) if all(days) else wide
    return by and at_once and any(map(is_country, on - {told[0][1]}))


def _is_told_of(bare: list[str], other: list[str]) -> bool:
    """Tell whether "across the country in Monday's strikes" is an attack of that day on a whole country."""
    names = {name.removeprefix(NAME) for name in other[other.index(_ON) + 1 :]} - {other[1]}
    days = [set(wave[2 : wave.index(_ON)]) - {_WIDE} for wave in (bare, other)]
    return days[0] == days[1] and _WIDE in other[: other.index(_ON)] and any(map(is_country, names))


def of_one_site(near: frozenset[str], far: frozenset[str]) -> bool:
    """Tell whether both tell of one sort of site: a school, a hospital."""
    return not (bare(near) & bare(far)).isdisjoint(_sites())


def beside_the_dead(words: frozenset[str]) -> frozenset[str]:
    """Return the words that are no words of dying or of who tells of it; countries are left."""
    return words - _OF_ANY


def telling_words(words: frozenset[str]) -> frozenset[str]:
    """Return the words around a figure that are not said of any incident, and no country's."""
    return frozenset(word for word in words if word.removeprefix(NAME) not in _idle())


def bare(words: Iterable[str]) -> frozenset[str]:
    """Return words without the sign that a name has before it: "@lund" is "lund"."""
    return frozenset(word.removeprefix(NAME) for word in words)


def names_among(words: Iterable[str]) -> frozenset[str]:
    """Return the words that name somebody or something, without their sign."""
    return bare(word for word in words if word.startswith(NAME))


@cache
def _sites() -> frozenset[str]:
    rows = read_rows("graph", "sites.tsv", 2)
    return frozenset(noun[:STEM] for sort, nouns in rows for noun in (sort, *nouns.split(",")))


@cache
def _countries() -> frozenset[str]:
    names = (name for state in states() for name in (*state.names, *state.peoples))
    return frozenset(word.lower()[:STEM] for name in names for word in name.split())


@cache
def _peoples() -> frozenset[str]:
    """Return what is left of peoples without their endings, as the keys of names have it: "leban", "russ"."""
    peoples = (people.lower() for state in states() for people in state.peoples if people.isalpha())
    bare = (people.removesuffix(end) for people in peoples for end in _OF_A_PEOPLE if people.endswith(end))
    return frozenset(word[:STEM] for word in bare if len(word) > SHORT)


@cache
def _idle() -> frozenset[str]:
    return _OF_ANY | _countries()

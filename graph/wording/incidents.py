"""What the words around a toll tell of which incident it is of: those that are not said of any of them."""

from __future__ import annotations

from functools import cache
from typing import Final

from whosays.graph.names import states
from whosays.resources import word_classes

OF_NAMES: Final = 0.5  # what a name that both tell weighs: much happens in one town
ALONE: Final = 2.0  # what one word weighs that is said of nothing else for a week: a flood, a ferry that sank
STEM: Final = 6  # letters of the words around a figure
NAME: Final = "@"
_ONE: Final = word_classes("graph")["of_one_incident"]
_OF_ANY: Final = word_classes("graph")["of_any_incident"]


def of_one_incident(near: frozenset[str], far: frozenset[str]) -> float:
    """Return how much the words around two tolls share that is not said of any; nothing if each names another."""
    mine, theirs = telling_words(near), telling_words(far)
    if names_another(near, far):
        return 0.0
    shared = _plain(mine) & _plain(theirs)
    named = {word for word in shared if NAME + word in mine | theirs}
    return ALONE if shared & _ONE else len(shared - named) + OF_NAMES * len(named)


def names_another(near: frozenset[str], far: frozenset[str]) -> bool:
    """Tell whether each names somebody or something, a country aside, that the other does not."""
    mine, theirs = telling_words(near), telling_words(far)
    named = [{word[len(NAME) :] for word in side if word.startswith(NAME)} for side in (mine, theirs)]
    return bool(named[0] - _plain(theirs)) and bool(named[1] - _plain(mine))


def beside_the_dead(words: frozenset[str]) -> frozenset[str]:
    """Return the words that are no words of dying or of who tells of it; countries are left."""
    return words - _OF_ANY


def telling_words(words: frozenset[str]) -> frozenset[str]:
    """Return the words around a figure that are not said of any incident, and no country's."""
    return frozenset(word for word in words if word.removeprefix(NAME) not in _idle())


def _plain(told: frozenset[str]) -> frozenset[str]:
    return frozenset(word.removeprefix(NAME) for word in told)


@cache
def _idle() -> frozenset[str]:
    names = (name for state in states() for name in (*state.names, *state.peoples))
    return _OF_ANY | frozenset(word.lower()[:STEM] for name in names for word in name.split())

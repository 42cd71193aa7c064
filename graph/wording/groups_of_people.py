"""Whom or what figures count: the same group, a part of it, or another one.

``data/groups_apart.tsv`` and ``data/groups_alike.tsv`` are the whole of the rules: a new sort of people is a new word.
"""

from __future__ import annotations

import functools
from itertools import pairwise
from typing import Final, Literal

from whosays.graph.names import states
from whosays.graph.wording.word_senses import is_thing, senses
from whosays.resources import read_rows, word_classes

Standing = Literal["same", "part", "whole", "other"]

# words for people in general; with another one of these a count is still of people
_PEOPLE: Final = word_classes("graph")["people"]
# those of them that tell nothing of who it is
_ANYBODY: Final = word_classes("graph")["people_untold"]
_SOLDIERS: Final = frozenset({"soldier", "fighter"})
_SUBSET: Final = word_classes("graph")["people_of_a_sort"]
_JOINING: Final = word_classes("graph")["joining"]
_BY_ITSELF: Final = "-"  # before a noun that tells nothing


def counted_words(things: str) -> frozenset[str]:
    """Return the words of whom or what is counted, as the article was read into them ("team west")."""
    return frozenset(_thing(word) for word in things.split() if not word.startswith(_BY_ITSELF))


def head(things: str) -> str:
    """Return the noun that names what is counted: "team" of "team west"; nothing where there is none."""
    noun = _thing(things.partition(" ")[0].removeprefix(_BY_ITSELF))
    return _synonyms().get(noun, noun)


def same_counted(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two counts can be of the same: the same things, or people under different words for people."""
    if not one or not other:
        return True
    if are_apart(one, other):
        return False
    mine, theirs = one - _PEOPLE, other - _PEOPLE
    if one & _PEOPLE and other & _PEOPLE:
        return not mine or not theirs or bool(mine & theirs)
    return bool(mine & theirs) or bool(one & other)


def same_people(one: str, other: str) -> bool:
    """Tell whether both are people under whatever words, and no table tells that nobody is in both groups."""
    mine, theirs = counted_words(one), counted_words(other)
    return bool(mine & _PEOPLE and theirs & _PEOPLE) and not are_apart(mine, theirs)


def are_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether nobody is in both groups: soldiers and civilians, women and men, those of two countries."""
    nations = _nations(one), _nations(other)
    if all(nations) and nations[0].isdisjoint(nations[1]):
        return True
    for groups in _rows():
        mine, theirs = ({place for place, words in enumerate(groups) if words & of} for of in (one, other))
        if mine and theirs and mine.isdisjoint(theirs):
            return True
    return False


def standing(one: frozenset[str], other: frozenset[str]) -> Standing:
    """Tell how the first group stands to the second, each word that only one of them has taken to narrow it down."""
    mine, theirs = _narrowing(one), _narrowing(other)
    if ("man" in mine | theirs and (mine | theirs) & _SOLDIERS) or mine & theirs - _SOLDIERS:
        # "men" under arms are soldiers, and so are the dead of a side that is named with both
        mine, theirs = ({*words} - {"man", *_SOLDIERS} for words in (mine, theirs))
    if are_apart(one, other) or (mine - theirs and theirs - mine):
        return "other"
    return "part" if mine - theirs else "whole" if theirs - mine else "same"


def names_a_group(of: frozenset[str]) -> bool:
    """Tell whether words say more of whom they count than that it is people."""
    return bool(_narrowing(of))


def is_one_of_both(one: frozenset[str], of: str, things: str) -> bool:
    """Tell whether the first counts one of the two that another count is of, in these words: "drones and missiles".

    Before "and" a plural stands, of which its things have the singular: none in "Okhari and Zemrian soldiers".
    """
    other = counted_words(things)
    told = things.split()
    joined = (word for word, behind in pairwise(of.lower().split()) if behind in _JOINING)
    plural = any(word not in told or word in _ANYBODY for word in joined)
    return bool(one) and one < other and plural


def is_subset(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether the first counts only some of those whom the second counts: children among people."""
    return bool(one & _SUBSET) and not other & _SUBSET


def _narrowing(of: frozenset[str]) -> set[str]:
    return {_synonyms().get(word, word) for word in of - _ANYBODY}


def _nations(of: frozenset[str]) -> frozenset[str]:
    return frozenset(country for word in of if (country := _countries().get(word)))


@functools.cache
def _countries() -> dict[str, str]:
    """Return every country's names and people of one word, in the singular as well."""
    names = ((name.lower(), state.names[0]) for state in states() for name in (*state.names, *state.peoples))
    return {form: country for name, country in names if name.isalpha() for form in (name, name.removesuffix("s"))}


@functools.cache
def _rows() -> tuple[tuple[frozenset[str], ...], ...]:
    return tuple(tuple(frozenset(group.split()) for group in row) for row in read_rows("graph", "groups_apart.tsv"))


@functools.cache
def _synonyms() -> dict[str, str]:
    return {word: row[0] for row in read_rows("graph", "groups_alike.tsv", 2) for word in (row[0], *row[1].split())}


def _thing(word: str) -> str:
    """Return the word that stands for things of several names: homes and houses."""
    things = sorted(sense for sense in senses(word) if is_thing(sense)) if word not in _PEOPLE else []
    return things[0] if len(things) == 1 else word

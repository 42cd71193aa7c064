"""Whom or what figures count: the same group, a part of it, or another one.

The tables are the whole of the rules: a new sort of people is a new word in a line.
"""

from __future__ import annotations

import functools
import re
from typing import Final, Literal

from whosays.graph.names import states
from whosays.graph.wording.word_senses import is_thing, senses

Standing = Literal["same", "part", "whole", "other"]

# whom or what: words for people in general; with another one of these a count is still of people
_PEOPLE: Final = frozenset(
    """
    people person persons human villager resident civilian inhabitant citizen man woman soldier serviceman servicemen
    servicewoman troop troops force forces fighter personnel military victim patient child children adult body bodies
    dead wounded injured casualty fatality worker men women conscript recruit trooper marine army unit units individual
    other others north south
    """.split()
)
# those of them that tell nothing of who it is
_ANYBODY: Final = frozenset(
    "people person persons human victim patient body bodies dead wounded injured casualty fatality individual other "
    "others life lives toll death deaths total number unit units".split()
)
# each line names groups that nobody is in two of; a group has several words
_APART: Final = """
soldier soldiers serviceman servicemen servicewoman troop trooper force fighter marine army military conscript recruit \
gunman gunmen militant insurgent rebel guerrilla combatant paratrooper commander | \
civilian resident villager inhabitant citizen family bystander child children boy girl infant baby schoolchildren | \
police policeman policemen policewoman constable
woman women girl female | man men boy male
child children boy girl infant baby toddler teenager minor schoolchildren | adult man men woman women elderly pensioner
north northern | south southern
east eastern | west western
rebel rebels insurgent opposition | government loyalist
foreigner foreigners foreign | local locals
urban | rural
"""
# other words for one group
_SAME: Final = """
soldier serviceman servicemen servicewoman troop trooper force army military personnel
resident villager inhabitant
child children kid kids
woman women female
man men male
fighter gunman gunmen militant insurgent rebel guerrilla combatant
police policeman policemen policewoman
protester demonstrator marcher
hostage captive
home house
vehicle car
"""
_SOLDIERS: Final = frozenset({"soldier", "fighter"})
_SUBSET: Final = frozenset("child children woman women officer officers foreigner foreigners conscript medic".split())
_LITTLE: Final = frozenset(
    "the a an of in at and or some its their his her our those these own more other least".split()
)
NUMBERS: Final = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen".split()
)
_WORD: Final = re.compile(r"[^\W_]+")
_PREPOSITION: Final = re.compile(r"(?<=\w) (?:of|in|for|from|on|with|at|who|that|to|by)\b")


def counted_words(of: str) -> frozenset[str]:
    """Return the words of whom or what is counted, bare and lower case."""
    words = map(singular, _WORD.findall(of.lower()))
    return frozenset(_thing(word) for word in words if word not in _LITTLE and word not in NUMBERS)


def head(of: str) -> str:
    """Return the noun that names what is counted: "team" of "teams in the West"; nothing where there is none."""
    words = _WORD.findall(_PREPOSITION.split(of.lower(), maxsplit=1)[0])
    noun = _thing(singular(words[-1])) if words else ""
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


def is_subset(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether the first counts only some of those whom the second counts: children among people."""
    return bool(one & _SUBSET) and not other & _SUBSET


def _narrowing(of: frozenset[str]) -> set[str]:
    return {_synonyms().get(word, word) for word in of - _ANYBODY}


def _nations(of: frozenset[str]) -> frozenset[str]:
    return frozenset(country for word in of if (country := _countries().get(word)))


@functools.cache
def _countries() -> dict[str, str]:
    """Return every country's names and people of one word, bare."""
    names = ((name, state.names[0]) for state in states() for name in (*state.names, *state.peoples))
    return {singular(name.lower()): country for name, country in names if _WORD.fullmatch(name)}


@functools.cache
def _rows() -> tuple[tuple[frozenset[str], ...], ...]:
    return tuple(tuple(frozenset(group.split()) for group in line.split("|")) for line in _APART.strip().splitlines())


@functools.cache
def _synonyms() -> dict[str, str]:
    return {word: line.split()[0] for line in _SAME.strip().splitlines() for word in line.split()}


def _thing(word: str) -> str:
    """Return the word that stands for things of several names: homes and houses."""
    things = sorted(sense for sense in senses(word) if is_thing(sense)) if word not in _PEOPLE else []
    return things[0] if len(things) == 1 else word


def singular(word: str) -> str:
    """Return a noun in small letters without the ending of its plural."""
    if word == "bodies":
        return "body"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word

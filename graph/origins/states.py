"""Voices of one state: the state by its name, its bodies, its ministers, their spokesmen.

"Lowmark says" is said by somebody who speaks for Lowmark, and the health minister speaks for the health ministry: they
may be one source.  Who is only described by an office of which there is one is who holds it elsewhere.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable
from typing import Final

from whosays.graph.names import StateBody, body_of_state, countries, governed_from, is_country, plain, without_countries
from whosays.resources import listed, read_rows, word_classes

MINISTER: Final = "minister"
_PRIME: Final = "prime"
_FILLER: Final = word_classes("graph")["filler_of_names"]
_SPEAKING: Final = word_classes("graph")["speaking_for"]
_SOME: Final = word_classes("graph")["not_the_one"]
_OWN: Final = word_classes("graph")["of_ones_own_state"]
_HELD_BY_ONE: Final = word_classes("graph")["held_by_one"]
_NOT_IN_OFFICE: Final = word_classes("graph")["not_in_office"]
_OTHER_MATTERS: Final = word_classes("graph")["before_other_matters"]
_LED: Final = re.compile(r"\S+-[a-z]\S*")  # "Zemria-backed", "Zemrian-born"


def own_state_left_out(words: list[str]) -> list[str]:
    """Return the words of a description without whose it is: "countrys health ministry" is any state's."""
    return words[1:] if words[:1] and words[0] in _OWN else words


def of_one_state(one: Collection[str], other: Collection[str], *, persons: tuple[bool, bool]) -> bool:
    """Tell whether two voices, by what each is called, may speak for one state or for one body of it.

    Two people are two, be they of one government, and two ministries are two.
    """
    if all(persons):
        return False
    turns = ((one, other, persons[0]), (other, one, persons[1]))
    return any(_is_of(mine, theirs, person=person) for mine, theirs, person in turns)


def _is_of(mine: Collection[str], theirs: Collection[str], *, person: bool) -> bool:
    """Tell whether a voice is a body or an official of a state or body that another voice is."""
    states, bodies = _states(theirs), _bodies(theirs)
    if not person:
        return any(plain(body.of) in states or _is_within(body, bodies) for body in _bodies(mine))
    offices = [line for line in mine if _is_office(line)]
    if any(countries(line) & states for line in offices):
        return True
    return any(body in (_served(line), _served(f"{body.of} {line}")) for body in bodies for line in offices)


def _is_within(body: StateBody, bodies: Iterable[StateBody]) -> bool:
    """Tell whether a body is a part of one of others of its state: an air force of the armed forces."""
    return any(body.of == whole.of and body.body in _parts().get(whole.body, ()) for whole in bodies)


@functools.cache
def _parts() -> dict[str, tuple[str, ...]]:
    return {whole: listed(parts) for whole, parts in read_rows("graph", "bodies_within.tsv", 2)}


def states_told(lines: Iterable[str]) -> frozenset[str]:
    """Return the states that names and descriptions tell: of "two Zemrian officials", but not of "Zemria-backed".

    "An expert on Zemria" and "an envoy to Zemria" need not be of it.
    """
    return frozenset().union(*(countries(_LED.sub(" ", _own_part(line))) for line in lines))


def _own_part(line: str) -> str:
    words = line.split()
    return " ".join(words[: next((at for at, word in enumerate(words) if word in _OTHER_MATTERS), len(words))])


def _is_office(line: str) -> bool:
    words = set(plain(line).split())
    return not words.isdisjoint(_HELD_BY_ONE | _SPEAKING) and words.isdisjoint(_NOT_IN_OFFICE)


def _states(lines: Iterable[str]) -> frozenset[str]:
    named = [line for line in lines if is_country(line)]
    return frozenset().union(*map(countries, named), {governed_from(plain(line)) for line in named}) - {""}


def _bodies(lines: Iterable[str]) -> frozenset[StateBody]:
    return frozenset(found for line in lines if (found := body_of_state(line)))


@functools.lru_cache(maxsize=1 << 14)
def _served(line: str) -> StateBody | None:
    """Return the body that an office leads or speaks for: "Lowmark's health minister", "the IDF spokesman"."""
    words = plain(line).split()
    if MINISTER in words:
        at = words.index(MINISTER)
        tails = [words[: at + 3]] if words[at + 1 : at + 2] in (["of"], ["for"]) else [words[: at + 1]]
        asked = [["ministry" if word == MINISTER else word for word in tail] for tail in tails]
    else:
        asked = [[word for word in words if word not in _SPEAKING]] if set(words) & _SPEAKING else []
    return next((found for each in asked if (found := body_of_state(" ".join(each)))), None)


def holds_office(description: str, lines: Iterable[str]) -> bool:
    """Tell whether who is only described is who is called so: "the Lowmark health minister" of "Health Minister Lund".

    Only an office that one holds of a state, whose name stands there; "the country's health minister" tells enough.
    """
    told = plain(description).split()
    words = own_state_left_out(told)
    if words[:1] and words[0] in _SOME:
        return False
    rest, country = without_countries(" ".join(words))
    office = set(rest.split()) - _FILLER
    held = office & _HELD_BY_ONE
    field = office - held - {_PRIME}
    enough = bool(field or MINISTER not in office or _PRIME in office) if country else bool(field) and words != told
    if not held or not enough or not office.isdisjoint(_NOT_IN_OFFICE):
        return False
    return any(_is_so_called(office, country, line) for line in lines)


def _is_so_called(office: Collection[str], country: str, line: str) -> bool:
    rest, of = without_countries(plain(line))
    words = set(rest.split())
    return words.issuperset(office) and words.isdisjoint(_NOT_IN_OFFICE) and (not country or not of or country == of)

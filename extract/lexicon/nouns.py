"""What nouns for people, bodies and documents mean: what their bearer may also be called, and of what kind it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, get_args

from whosays.extract.lexicon.given_names import Gender, as_gender, gender_of_name
from whosays.extract.lexicon.spelling import CACHED, fold, runs
from whosays.extract.lexicon.word_classes import word_class
from whosays.resources import listed, read_rows

Kind = Literal["person", "people", "organisation", "outlet", "unit", "document"]

KINDS: tuple[Kind, ...] = get_args(Kind)
ENDINGS_OF_THINGS = ("tion", "sion", "ment", "ance", "ence", "ness", "ism", "ship", "graphy", "ogy")
IRREGULAR = {"men": "man", "women": "woman", "people": "people", "children": "child", "media": "media"}


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a noun: its synonym, the kind of thing that bears it, what else that may be called."""

    canonical: str
    kind: Kind
    gender: Gender | None
    also: frozenset[str]


@lru_cache(maxsize=CACHED)
def senses(noun: str) -> tuple[Sense, ...]:
    """Return what a noun or phrase such as "press secretaries" can mean; empty when the table lacks it."""
    table = _senses()
    key = " ".join(noun.lower().replace("’", "'").split())
    if key in table:
        return table[key]
    first, _, last = key.rpartition(" ")
    found = table.get(f"{first} {singular(last)}".strip(), ())
    surname = noun[:1].isupper() and key.endswith("man") and key not in word_class("men_so_called")
    named = gender_of_name(key) or surname  # "Carmen" is nobody's carmen, and Goldman no goldman
    return found if found or named else _by_suffix(singular(key))


@lru_cache(maxsize=CACHED)
def kinds(noun: str) -> frozenset[Kind]:
    """Return the kinds of thing that bear a noun."""
    return frozenset(sense.kind for sense in senses(noun))


def answers(noun: str, role: str) -> bool:
    """Tell whether a ``role`` can be taken up as "the ``noun``" ("the leader" for a president)."""
    wanted = {sense.canonical for sense in senses(noun)}
    return any(sense.canonical in wanted or wanted & sense.also for sense in senses(role))


@lru_cache(maxsize=CACHED)
def role_phrases(text: str) -> tuple[str, ...]:
    """Return the longest nouns of the table in a text, in order: "press secretary" and "major general"."""
    words = [fold(word) for word in re.split(r"[\s,]+", text) if word]
    return tuple(phrase for phrase, *_ in runs(words, lambda phrase: phrase if senses(phrase) else None))


def office_of(initials: str) -> str | None:
    """Return the office that initials stand for ("PM": "prime minister"), none for small letters as of "3 pm"."""
    return _initials().get(initials)


def singular(noun: str) -> str:
    """Return the singular of a regular English plural; other words come back unchanged."""
    if noun in IRREGULAR or noun.endswith(("men", "women")):
        return IRREGULAR.get(noun, noun[:-2] + "an")
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches", "shes", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


def is_thing(noun: str) -> bool:
    """Tell whether a noun of no known kind is one for a thing, not for a person: "initiative", "results", "map"."""
    one = singular(noun.lower())
    return one in word_class("things") or one.endswith(ENDINGS_OF_THINGS)


def modifier_shown_by(modifier: str) -> frozenset[str] | None:
    """Return the words one of which shows that a "``modifier`` agency" is meant; ``None``: any will do."""
    return _modifiers().get(modifier)


def _by_suffix(noun: str) -> tuple[Sense, ...]:
    """Return the sense of a noun that is not in the table but ends like one for people ("beekeeper")."""
    if " " in noun or noun in word_class("no_people") or len(noun) < 6:
        return ()
    genders = (gender for suffix, gender in _suffixes() if noun.endswith(suffix))
    return next(((Sense(noun, "person", gender, frozenset()),) for gender in genders), ())


@cache
def _senses() -> dict[str, tuple[Sense, ...]]:
    senses = [(group, *rest) for nouns, *rest in read_rows("extract", "role_nouns.tsv") for group in nouns.split(";")]
    canonical: dict[str, str] = {}
    for nouns, *_ in senses:
        for noun in listed(nouns):
            canonical.setdefault(noun, listed(nouns)[0])
    table: dict[str, tuple[Sense, ...]] = {}
    for nouns, kind, gender, also in senses:
        wider = frozenset(canonical.get(noun, noun) for noun in listed(also))
        sense = Sense(listed(nouns)[0], _kind(kind), as_gender(gender), wider)
        for noun in listed(nouns):
            table[noun] = (*table.get(noun, ()), sense)
    return table


def _kind(cell: str) -> Kind:
    for kind in KINDS:
        if cell == kind:
            return kind
    raise ValueError(cell)


@cache
def _modifiers() -> dict[str, frozenset[str]]:
    return {modifier: frozenset(listed(shown)) for modifier, shown in read_rows("extract", "modifier_senses.tsv")}


@cache
def _initials() -> dict[str, str]:
    return {initials: office for initials, office, *_ in read_rows("extract", "office_initials.tsv", 2)}


@cache
def _suffixes() -> tuple[tuple[str, Gender | None], ...]:
    return tuple((suffix, as_gender(gender)) for suffix, gender in read_rows("extract", "person_suffixes.tsv", 2))

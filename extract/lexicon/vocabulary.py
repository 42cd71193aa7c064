"""What the words for people, organisations and countries mean, read once from the tables in ``data/``.

The tables are world knowledge anyone may extend: role nouns with what their bearers may also be called,
countries with their peoples and seats of government, given names by gender, organisations known without
introduction.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from whosays.resources import listed, read_rows

Gender = Literal["m", "f"]
Kind = Literal["person", "people", "organisation", "outlet", "unit", "document"]

KINDS: tuple[Kind, ...] = ("person", "people", "organisation", "outlet", "unit", "document")
TITLES: dict[str, Gender | None] = {
    "mr": "m", "sir": "m", "lord": "m", "mister": "m", "herr": "m", "monsieur": "m",
    "mrs": "f", "ms": "f", "miss": "f", "dame": "f", "lady": "f", "madam": "f", "madame": "f", "frau": "f",
    "dr": None, "prof": None, "professor": None, "rev": None, "reverend": None, "fr": None, "sgt": None,
    "gen": None, "lt": None, "col": None, "maj": None, "capt": None, "cmdr": None, "adm": None, "cpl": None,
    "sen": None, "rep": None, "gov": None, "hon": None, "st": None, "brig": None, "pres": None, "pm": None,
    "det": None, "insp": None, "ch": None, "dci": None, "dc": None, "supt": None, "cllr": None, "atty": None,
}  # fmt: skip
SPELLINGS = {
    "defense": "defence", "center": "centre", "organization": "organisation", "labor": "labour",
    "countering": "counter", "program": "programme", "airborne": "air", "airmobile": "air",
    "mechanised": "mechanized", "motorised": "motorized", "dept": "department",
    "univ": "university", "int'l": "international",
}  # fmt: skip


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text as a set; word lists read best as text."""
    return frozenset(text.split())


SMALL_WORDS = word_set("the a an of for and & on in at to de la du des von van der")
CACHED = 16_384  # words whose reading is remembered
PERSON_SUFFIXES: dict[str, Gender | None] = {
    "woman": "f", "man": "m", "person": None, "keeper": None, "worker": None, "maker": None, "owner": None,
    "dealer": None, "holder": None, "lord": None, "ologist": None, "ician": None, "grapher": None, "seller": None,
    "monger": None, "mate": None, "hunter": None, "grower": None, "herder": None, "analyst": None, "pathologist": None,
}  # fmt: skip
NO_PERSONS = frozenset(("german", "norman", "ottoman", "climate", "estimate", "ultimate", "intimate", "talisman",
    "household", "threshold", "primate", "automate", "animate", "legitimate"))  # fmt: skip
POSSESSIVES = ("'s", "’s", "‘s", "´s")
IRREGULAR = {"men": "man", "women": "woman", "people": "people", "children": "child", "media": "media"}


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a noun: its synonym, the kind of thing that bears it, what else that may be called."""

    canonical: str
    kind: Kind
    gender: Gender | None
    also: frozenset[str]


@dataclass(frozen=True, slots=True)
class Known:
    """An organisation that news names without introduction: its type, country and describing words."""

    type: Literal["Outlet", "Organization"]
    country: str | None
    words: tuple[str, ...]


@lru_cache(maxsize=CACHED)
def fold(text: str) -> str:
    """Return a text in lower case without accents, possessive endings and full stops."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    return re.sub(r"(?:['’‘´]s?|[.,])$", "", plain.replace("’", "'")).replace(".", "")


@lru_cache(maxsize=CACHED)
def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a text, spelled one way ("Defense" and "Defence" are the same word)."""
    found = (fold(word) for word in re.sub(r"\s*([’‘´'])s\b", r"\1s", text).split())
    return tuple(SPELLINGS.get(word, word) for word in found if word.strip("-–—()[]\"“”'’‘,;:"))


def singular(noun: str) -> str:
    """Return the singular of a regular English plural; other words come back unchanged."""
    if noun in IRREGULAR or noun.endswith(("men", "women")):
        return IRREGULAR.get(noun, noun[:-2] + "an")
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches", "shes", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


@lru_cache(maxsize=CACHED)
def senses(noun: str) -> tuple[Sense, ...]:
    """Return what a noun or phrase such as "press secretaries" can mean; empty when the table lacks it."""
    table = _senses()
    key = " ".join(noun.lower().replace("’", "'").split())
    if key in table:
        return table[key]
    first, _, last = key.rpartition(" ")
    found = table.get(f"{first} {singular(last)}".strip(), ())
    return found if found or _first_names().get(key) else _by_suffix(singular(key))  # "Carmen" is nobody's carmen


def _by_suffix(noun: str) -> tuple[Sense, ...]:
    """Return the sense of a noun that is not in the table but ends like one for people ("beekeeper")."""
    if " " in noun or noun in NO_PERSONS or len(noun) < 6:
        return ()
    suffix = next((suffix for suffix in PERSON_SUFFIXES if noun.endswith(suffix)), None)
    return (Sense(noun, "person", PERSON_SUFFIXES[suffix], frozenset()),) if suffix else ()


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
    return tuple(phrase for phrase, _ in _scan([fold(word) for word in re.split(r"[\s,]+", text) if word]))


def _scan(words: list[str]) -> Iterator[tuple[str, int]]:
    position = 0
    while position < len(words):
        for size in (4, 3, 2, 1):
            phrase = " ".join(words[position : position + size])
            if size <= len(words) - position and senses(phrase):
                yield phrase, position
                position += size
                break
        else:
            position += 1


def gender_of_name(first: str) -> Gender | None:
    """Return the gender that a given name usually tells, ``None`` when it is unknown or used for both."""
    return _first_names().get(fold(first))


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


def _country_runs(words: list[str]) -> Iterator[tuple[str, int, int]]:
    position = 0
    while position < len(words):
        for size in (4, 3, 2, 1):
            phrase = " ".join(words[position : position + size]).strip(",;:()")
            country = country_of(phrase) if size <= len(words) - position and phrase[:1].isupper() else None
            if country:
                yield country, position, position + size
                position += size
                break
        else:
            position += 1


def known(name: str) -> Known | None:
    """Return what is generally known about an organisation of this name, if anything."""
    return _organisations().get(fold(name.removeprefix("the ").removeprefix("The ")))


def modifier_shown_by(modifier: str) -> frozenset[str] | None:
    """Return the words one of which shows that a "``modifier`` agency" is meant; ``None``: any will do."""
    return _modifiers().get(modifier)


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
        sense = Sense(listed(nouns)[0], _kind(kind), _gender(gender), wider)
        for noun in listed(nouns):
            table[noun] = (*table.get(noun, ()), sense)
    return table


def _kind(cell: str) -> Kind:
    for kind in KINDS:
        if cell == kind:
            return kind
    raise ValueError(cell)


def _gender(cell: str) -> Gender | None:
    if cell in ("m", "f"):
        return "m" if cell == "m" else "f"
    if not cell:
        return None
    raise ValueError(cell)


@cache
def _first_names() -> dict[str, Gender]:
    table: dict[str, Gender] = {}
    for cell, names in read_rows("extract", "first_names.tsv"):
        gender = _gender(cell)
        if gender:
            table.update({fold(name): gender for name in names.split()})
    return table


@cache
def _countries(column: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for country, others, peoples, seats in read_rows("extract", "countries.tsv"):
        cells = {"names": [country, *listed(others)], "peoples": listed(peoples), "seats": listed(seats)}
        table.update({fold(name): country for name in cells[column]})
    return table


@cache
def _organisations() -> dict[str, Known]:
    table: dict[str, Known] = {}
    for names, kind, country, words in read_rows("extract", "organisations.tsv"):
        entry = Known("Outlet" if kind == "Outlet" else "Organization", country or None, tuple(words.split()))
        table.update({fold(name): entry for name in listed(names)})
    return table


@cache
def _modifiers() -> dict[str, frozenset[str]]:
    return {modifier: frozenset(listed(shown)) for modifier, shown in read_rows("extract", "modifier_senses.tsv")}

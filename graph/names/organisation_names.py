"""Names of bodies and units taken apart: their words without filler, country, number, initials, address."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Final

from whosays.graph.names.country_names import countries, without_countries
from whosays.graph.names.gazetteer import one_spellings
from whosays.graph.names.normalization import plain
from whosays.graph.rdf import storable
from whosays.resources import word_classes

_FILLER: Final = word_classes("graph")["filler_of_names"]
_LEGAL: Final = word_classes("gazetteer")["legal_forms"]
_ONE_WORD: Final = one_spellings()
_OF_STATES: Final = word_classes("graph")["of_states"]
_OF_EVERY_STATE: Final = word_classes("graph")["of_every_state"]
_FIELDS: Final = word_classes("graph")["fields"]
_UNIT_HEADS: Final = word_classes("graph")["unit_heads"]
_UNIT_FILLER: Final = frozenset({"separate", "independent"})
_WHAT_IT_IS: Final = word_classes("graph")["what_one_body_is"]
_SEVERAL: Final = 3  # words, from which on the last may be left out
_NUMBER: Final = re.compile(r"(\d+)(?:st|nd|rd|th)?\Z")
_ADDRESS: Final = re.compile(r"(?:https?://)?(?:www\.)?([a-z0-9-]+)(?:\.[a-z0-9-]+)+/?\Z", re.IGNORECASE)
_ANY: Final = word_classes("graph")["not_the_one"]
_BODIES: Final = word_classes("graph")["heads_of_bodies"] | word_classes("graph")["bodies_of_somebody"]
_INNER: Final = frozenset({"of", "to", "for"})  # what stands behind tells whose or of what it is
_WITHIN: Final = word_classes("graph")["before_where_one_is"]  # "sources in the army" are not the army
_OF_ITS_OWN: Final = 2  # words: "government" is anybody's
_OWNER: Final = re.compile(r"\w['\N{RIGHT SINGLE QUOTATION MARK}]s?\Z")


@dataclass(frozen=True, slots=True)
class Unit:
    """A numbered unit: number, head ("brigade"), the words between, the words behind (an honorific), country."""

    number: str
    head: str
    branch: frozenset[str]
    country: str


@functools.lru_cache(maxsize=1 << 17)
def wording(form: str) -> frozenset[str]:
    """Return the words of a body's normal form that tell, in one spelling: its country as one word, no legal form."""
    rest, country = without_countries(form)
    words = {_ONE_WORD.get(word, word) for word in rest.split()} - _FILLER
    if country and words & _OF_STATES:
        return frozenset(words | {f"country {country}"})
    words_of = form.split()
    if len(words_of) >= _SEVERAL and words_of[-1] in _WHAT_IT_IS:
        words_of = words_of[:-1]  # "Velmark Hand Clinic" is "Velmark Hand"
    literal = {_ONE_WORD.get(word, word) for word in words_of} - _FILLER
    return frozenset(literal - _LEGAL or literal)


@functools.lru_cache(maxsize=1 << 17)
def unit(form: str) -> Unit | None:
    """Return a unit's normal form taken apart, ``None`` where it has no number before a head."""
    rest, country = without_countries(form)
    words = rest.split()
    first = next((index for index, word in enumerate(words) if _NUMBER.match(word)), None)
    if first is None:
        return None
    behind = words[first + 1 :]
    head = next((index for index, word in enumerate(behind) if word in _UNIT_HEADS), None)
    number = _NUMBER.match(words[first])
    if head is None or number is None:
        return None
    branch = {_ONE_WORD.get(word, word) for word in behind[:head]} - _UNIT_FILLER - _FILLER
    return Unit(number[1], behind[head], frozenset(branch), country)


def initials(form: str) -> str:
    """Return the first letters of the words that tell, in order, as an acronym has them."""
    return "".join(word[0] for word in form.split() if word not in _FILLER)


def site(surface: str) -> str:
    """Return the name in a web address ("kestrelpost" of "www.kestrelpost.example"), ``""`` for other names."""
    found = _ADDRESS.match(storable(surface).strip())
    return plain(found[1]).replace(" ", "") if found else ""


def common_noun(surface: str) -> bool:
    """Tell whether a name fits many: written without a capital ("The water authority") or any state's ("Army")."""
    form = frozenset(plain(surface).split()) - _FILLER
    if form & _OF_EVERY_STATE and form <= _OF_EVERY_STATE | _FIELDS:
        return True
    words = storable(surface).split()
    behind = words[1:] if words and words[0].lower() in _FILLER else words
    return bool(behind) and not any(char.isupper() or char.isdigit() for word in behind for char in word)


@functools.lru_cache(maxsize=1 << 14)
def is_one_body(description: str) -> bool:
    """Tell whether words describe one body by whose it is: "Lund's office", "the Zemrian army", no "aid agency"."""
    words = description.split()
    end = next((at for at, word in enumerate(words) if word in _INNER), len(words))
    told, behind = words[:end], [word for word in words[end:] if word.lower() not in _FIELDS]
    if (
        len(words) < _OF_ITS_OWN
        or not _WITHIN.isdisjoint(words)
        or not told
        or told[0].lower() in _ANY
        or told[-1].lower() not in _BODIES
    ):
        return False
    first = bool(_OWNER.search(told[0])) or told[0].isupper()  # any other may be a sentence's first word
    return any(word[:1].isupper() for word in [*told[not first : -1], *behind]) or bool(countries(description))

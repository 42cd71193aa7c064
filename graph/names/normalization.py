"""Names made comparable: what two spellings must share to count as the same name.

Letters and digits only, in ASCII, lower case; without "the" in front and "'s" behind; people without their
titles. It does not join spellings that differ in letters ("Zelensky", "Zelenskyy").
"""

from __future__ import annotations

import functools
import re

from anyascii import anyascii

from whosays.graph.names.gazetteer import titles, well_known
from whosays.graph.rdf import storable
from whosays.resources import word_classes

_POSSESSIVE = re.compile(r"['\N{RIGHT SINGLE QUOTATION MARK}]s?\Z", re.IGNORECASE)
_SILENT = re.compile(r"['`.\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}]")
_OTHER = re.compile(r"[^a-z0-9]+")
_NOUNS = word_classes("graph")["what_bodies_are"]
# small words before a surname; some of them are given names with a capital ("Al Sarn"), unless a hyphen follows
_PARTICLES = word_classes("graph")["particles"]
_PARTICLES_IN_CAPITALS = word_classes("graph")["particles_in_capitals"]
_PARTICLES_WITH_HYPHEN = word_classes("graph")["particles_with_hyphen"]
_FIRST = re.compile(r"\A(\w+)(-|\s+)(?=\w{2}[^.]*\Z)")
_WHAT_IT_IS = re.compile(rf"\A((?:[Tt]he\s+)?[A-Z]\S*\s.*\S)\s(?:{'|'.join(sorted(_NOUNS))})\Z", re.DOTALL)
# what stands before a name and is no part of it, besides the titles that the texts are read with
_RANKS = word_classes("graph")["before_names"]
ACRONYM_LENGTH = range(2, 8)


@functools.lru_cache(maxsize=1 << 17)
def plain(name: str) -> str:
    """Return the name as ``a-z0-9`` words, without "the" and "'s"; empty where it has no letter or digit."""
    bare = _POSSESSIVE.sub("", storable(name).strip())
    words = _OTHER.sub(" ", anyascii(_SILENT.sub("", bare)).lower()).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def person_form(name: str) -> str:
    """Return a person's normal form: plain, without titles in front, but "pope francis" whole."""
    words = _without_office(plain(name).split())
    while len(words) > 1 and (words[0] in titles("front") or words[0] in _RANKS) and not _completes(words):
        words = words[1:]
    return " ".join(words)


def without_particle(surface: str) -> str:
    """Return a surname without the small word that belongs to it: "Sarn" of "al-Sarn", but "Al Sarn" as it is."""
    name = surface.strip()
    first = _FIRST.match(name)
    if first is None:
        return name
    word, mark = first.groups()
    hyphen = mark == "-" and word.lower() in _PARTICLES_WITH_HYPHEN
    capital = word.istitle() and word.lower() in _PARTICLES_IN_CAPITALS and mark != "-"
    return name[first.end() :] if hyphen or capital or (word in _PARTICLES and mark != "-") else name


def _without_office(words: list[str]) -> list[str]:
    """Return the name behind an office ("interior minister jonas meridew") where it has two words."""
    offices = [index for index, word in enumerate(words[:-2]) if word in titles("office")]
    return words[offices[-1] + 1 :] if offices else words


def _completes(words: list[str]) -> bool:
    return len(words) == 2 and words[0] in titles("first_name")


def body_form(name: str) -> str:
    """Return the normal form of an organisation or place: plain, a well-known alias by its full name.

    A common noun behind a name of several words tells what it is ("the Velmark Hand Surgery clinic").
    """
    form = plain(_WHAT_IT_IS.sub(r"\1", name.strip()))
    return form if _is_common_word(form, name) else _known().get(form, form)


def _is_common_word(form: str, name: str) -> bool:
    """Tell whether a name only looks like an acronym in small letters: "Who" is not the WHO."""
    return len(form) <= 3 and not any(map(is_acronym, _POSSESSIVE.sub("", storable(name)).split()))


def is_acronym(name: str) -> bool:
    """Tell whether a name is one word of capitals and perhaps digits: "NIS", "N.I.S.", "MI6"."""
    word = _SILENT.sub("", storable(name).strip())
    return len(word) in ACRONYM_LENGTH and word.isalnum() and word.isupper()


def is_part(form: str, of: str) -> bool:
    """Tell whether a normal form is another one with words left out ("daily mail" of "daily mail group")."""
    rest = iter(of.split())
    return form != of and all(word in rest for word in form.split())


@functools.cache
def _known() -> dict[str, str]:
    return {plain(name): plain(one.names[0]) for one in well_known() for name in one.names}

"""What holds two names apart whatever speaks for them: vetoes by sort of pair, and names that an article misread."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from whosays.graph.names import (
    GENERATIONS,
    Unit,
    body_form,
    generation,
    in_full,
    initials,
    name_likeness,
    one_name,
    plain,
    unit,
)
from whosays.graph.resolution.profiles import Known
from whosays.resources import listed as listed_names
from whosays.resources import read_records, word_classes

_LEGAL: Final = word_classes("gazetteer")["legal_forms"]
_SAME_BODY: Final = word_classes("graph")["same_body"]  # words behind a body's name that make no other of it
# words in names of outlets
_OF_OUTLETS: Final = frozenset().union(
    *(word_classes("graph")[name] for name in ("ends_of_outlets", "generic_in_publishers", "nouns_for_outlets"))
)
_OF_BODIES: Final = _SAME_BODY | _LEGAL | word_classes("graph")["heads_of_bodies"]


def misread(one: Known, other: Known) -> str:
    """Return why two names that an article gives to one may yet be of two: a body and a part of it, two people."""
    if {one.kind, other.kind} == {"person"}:
        return _two_people(one, other)
    return _part(one, other) or _several(one, other)


def _two_people(one: Known, other: Known) -> str:
    """Tell whether two full names of people are none alike."""
    forms = [(a, b) for kind, a in one.keys for _, b in other.keys if kind == "person"]
    full = [(a, b) for a, b in forms if " " in a and " " in b]
    alike = any(name_likeness(a, b) for a, b in full)
    return f"other names: {one.label}, {other.label}" if full and not alike else ""


def _part(one: Known, other: Known) -> str:
    """Tell whether one name is the other with a word behind it that makes it a part, a product or people of it."""
    if any(re.search(r"['\N{RIGHT SINGLE QUOTATION MARK}]s\s", known.label) for known in (one, other)):
        return f"may be a part of it: {one.label}, {other.label}"
    pairs = [sorted((_bare(a), _bare(b)), key=len) for _, a in one.keys for _, b in other.keys]
    for short, long in pairs:
        behind = long[len(short) :]
        if long[: len(short)] == short and any(word not in _SAME_BODY and word not in short for word in behind):
            return f"may be a part of it: {one.label}, {other.label}"
    return ""


def _thing_of_it(one: Known, other: Known) -> str:
    """Tell whether one name is the other with a word behind it that is none of bodies: "Corvane Gallery"."""
    shorts = [form for known in (one, other) for _, form in known.keys if " " not in form]
    things = [
        form
        for known in (one, other)
        for _, form in known.keys
        if any(form.startswith(f"{short} ") for short in shorts) and not set(form.split()[1:]) & _OF_BODIES
    ]
    return f"may be a part of it: {one.label}, {other.label}" if things else ""


def _bare(form: str) -> list[str]:
    """Return the words of a body's name without its legal form."""
    return [word for word in form.split() if word not in _LEGAL] or form.split()


def _common_noun_behind(one: Known, other: Known) -> str:
    """Tell whether one name is the other with a common noun behind it: "the NGO brass" are people of the NGO."""
    short, long = sorted((one.label.split(), other.label.split()), key=len)
    behind = (
        long[len(short) :] if [word.lower() for word in long[: len(short)]] == [word.lower() for word in short] else []
    )
    return f"people or a part of it: {one.label}, {other.label}" if any(word.islower() for word in behind[-1:]) else ""


def _several(one: Known, other: Known) -> str:
    """Tell whether one name is of several bodies ("the Senate and the House") and the other of one of them."""
    both = [" and " in f" {plain(known.label)} " for known in (one, other)]
    if both[0] == both[1]:
        return ""
    forms = [pair for _, a in one.keys for _, b in other.keys for pair in ((a, b), (b, a))]
    short = any(len(a) > 1 and a == initials(b) for a, b in forms)  # "MFF", the Ministry of Fish and Forests
    return f"one body and several: {one.label}, {other.label}" if not short else ""


def _same_article(one: Known, other: Known) -> str:
    both = len(one.articles & other.articles)
    if both == 1 and any(one_name(a, b) for kind, a in one.keys for _, b in other.keys if kind == "person"):
        return ""  # one article that gives a name in full and in short has more probably lost track than two people
    return f"named side by side in {both} of the articles" if both else ""


def _genders(one: Known, other: Known) -> str:
    return "called he and she" if one.genders and other.genders and not one.genders & other.genders else ""


def _genders_without_role(one: Known, other: Known) -> str:
    """Tell whether a lone surname is called he and another she; a role in common says more than a pronoun."""
    return "" if one.roles & other.roles else _genders(one, other)


def _generations(one: Known, other: Known) -> str:
    """Tell whether only one of two names is a junior's: a father and his son share roles and company.

    Where the junior's name is in full and the other is not, "Joseph R. Lund Jr." and "Joe Lund", a style tells
    the difference better, unless somebody calls the junior "Joe Jr.".
    """
    found = [{generation(form) for _, form in known.keys} for known in (one, other)]
    if not found[0].isdisjoint(found[1]):
        return ""
    styles = {
        any(in_full(form) for _, form in known.keys) == bool(any(own))
        for known, own in zip((one, other), found, strict=True)
    }
    called = (plain(surface).split() for surface in one.surfaces | other.surfaces)
    junior = any(len(words) == len(("given", "jr")) and words[1] in GENERATIONS for words in called)
    return "" if styles == {True} and not junior else f"may be father and son: {one.label}, {other.label}"


def _place(one: Known, other: Known) -> str:
    return "a place and a person" if {one.kind, other.kind} == {"place", "person"} else ""


def _countries(one: Known, other: Known) -> str:
    if not one.countries or not other.countries or one.countries & other.countries:
        return ""
    return f"of {listed(one.countries)} and of {listed(other.countries)}"


def _of_an_outlet(one: Known, other: Known) -> str:
    """Tell whether initials are those of an outlet that everybody knows, and the name is of none."""
    short, long = sorted((one, other), key=lambda known: (len(known.key[1]), known.key))
    words = {word for _, form in long.keys for word in form.split()}
    called = _outlets().get(short.key[1])
    if called is None or not called.isdisjoint(form for _, form in long.keys) or words & _OF_OUTLETS:
        return ""
    return f"initials of an outlet: {short.label}, {long.label}"


@functools.cache
def _outlets() -> Mapping[str, frozenset[str]]:
    """Return the names of the outlets that everybody knows, each with all that the same outlet is called."""
    found: dict[str, frozenset[str]] = {}
    for row in read_records("gazetteer", "outlets.tsv"):
        names = filter(None, (row["name"], row["full_name"], *listed_names(row["other_names"])))
        forms = frozenset(map(body_form, names))
        found |= {form: found.get(form, frozenset()) | forms for form in forms}
    return found


def _branches(one: Known, other: Known) -> str:
    pairs = [(a, b) for a in units(one) for b in units(other)]
    fitting = [True for a, b in pairs if a.branch <= b.branch or b.branch <= a.branch]
    return "" if fitting else f"different units: {one.label}, {other.label}"


def listed(words: Iterable[str]) -> str:
    return ", ".join(words if isinstance(words, list) else sorted(words))


def units(one: Known) -> list[Unit]:
    return [found for _, form in sorted(one.keys) if (found := unit(form))]


_OF_SURNAMES: Final = (_place, _same_article, _genders_without_role, _countries)
_FULL_NAMES: Final = (_place, _same_article, _genders, _countries, _generations)
VETOES: Final[Mapping[str, tuple[Callable[[Known, Known], str], ...]]] = MappingProxyType(
    {
        "full names of people": _FULL_NAMES,
        "a surname of one": _OF_SURNAMES,
        "a given name of one": _OF_SURNAMES,
        "a surname of several": _OF_SURNAMES,
        "a body of a state": (),
        "the same words": (),
        "one word alone": _OF_SURNAMES,
        "a body's name": (_same_article,),
        "with its country": (_countries,),
        "a common noun": (_same_article, _countries),
        "a short name": (_countries, _common_noun_behind, _thing_of_it, _several),
        "initials": (_of_an_outlet,),
        "a web address": (),
        "a unit": (_same_article, _branches, _countries),
        "another kind": (_place,),
    }
)

"""What speaks for and against two names being one: tables of features with their weights.

A feature looks at two names and gives a value from 0 to 1 and the words that show it; its weight times its value is
its part of the score.  From ``MERGE`` on, names are joined; from ``PROPOSE`` on, a person is asked.  A veto holds two
names apart whatever the score.  Weights were set on the sample corpus and held by the tests.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeAlias

from whosays.graph.names import (
    GENERATIONS,
    Unit,
    family_name,
    generation,
    in_full,
    initials,
    name_likeness,
    one_name,
    person_form,
    plain,
    unit,
    wording,
)
from whosays.graph.resolution.profiles import Company, Known
from whosays.resources import read_rows, word_classes

MERGE: Final = 0.7
PROPOSE: Final = 0.6

_COMMON: Final = 0.75  # what a family name tells that a great many bear, of 1 for another
_WELL_KNOWN: Final = 5  # articles with somebody's full name, from which on the surname alone is known
_LEGAL: Final = word_classes("gazetteer")["legal_forms"]
_SAME_BODY: Final = word_classes("graph")["same_body"]  # words behind a body's name that make no other of it
_OF_BODIES: Final = _SAME_BODY | _LEGAL | word_classes("graph")["heads_of_bodies"]
_LEADER: Final = "leader"  # of a surname: may be any other office as well
_TO_THE_LETTER: Final = 0.4  # what other roles tell against one name with and without a middle name, of 1
_ONE_WORD_ONLY: Final = 0.8  # what one word in common tells ("Corvane", "Corvane Ltd"), of 1 for several

Seen: TypeAlias = tuple[float, str]
NOTHING: Final[Seen] = (0.0, "")


@dataclass(frozen=True, slots=True)
class Feature:
    """One sort of evidence: its weight, how a person reads it, and what looks for it."""

    name: str
    weight: float
    look: Callable[[Known, Known, Company], Seen]


@dataclass(frozen=True, slots=True)
class Judged:
    """The score of two names, its reasons, and why they must not be joined (empty: they may)."""

    score: float
    reasons: tuple[str, ...]
    against: tuple[str, ...]


def judge(sort: str, one: Known, other: Known, company: Company) -> Judged:
    """Weigh two names by the features of a sort of pair (a key of ``FEATURES``)."""
    seen = [(feature, *feature.look(one, other, company)) for feature in FEATURES[sort]]
    telling = [(feature, value, words) for feature, value, words in seen if value > 0]
    score = sum(feature.weight * value for feature, value, _ in telling)
    reasons = (f"{f.name}{': ' + words if words else ''} ({f.weight * value:+.2f})" for f, value, words in telling)
    against = (why for veto in VETOES[sort] if (why := veto(one, other)))
    return Judged(round(min(1.0, max(0.0, score)), 3), tuple(reasons), tuple(against))


def _spelling(one: Known, other: Known, _: Company) -> Seen:
    likeness = max(name_likeness(a, b) for _, a in one.keys for _, b in other.keys)
    words = {word for _, form in one.keys | other.keys for word in form.split()}
    return likeness * (_COMMON if words & _common_surnames() else 1), f"{one.label}, {other.label}"


def _role(one: Known, other: Known, _: Company) -> Seen:
    return _some(one.roles & other.roles)


def _other_role(one: Known, other: Known, _: Company) -> Seen:
    """Tell of different roles; where the names are one to the letter, they tell little."""
    if not one.roles or not other.roles or one.roles & other.roles:
        return NOTHING
    if _LEADER in one.roles | other.roles and "one article" in (one.key[0], other.key[0]):
        return NOTHING
    pairs = [(a, b) for _, a in one.keys for _, b in other.keys]
    same = any(a.split()[0] == b.split()[0] and family_name(a) == family_name(b) for a, b in pairs)
    return _TO_THE_LETTER if same else 1.0, f"{_list(one.roles)} and {_list(other.roles)}"


def _country(one: Known, other: Known, _: Company) -> Seen:
    return _some(one.countries & other.countries)


def _claims(one: Known, other: Known, _: Company) -> Seen:
    return (1.0, "") if one.claims & other.claims else NOTHING


def _company(one: Known, other: Known, company: Company) -> Seen:
    shared = company.shared(one, other)
    weight = sum(weight for weight, _ in shared)
    return min(1.0, weight), _list(key[1] for _, key in shared[:3])


def _surname(one: Known, other: Known, _: Company) -> Seen:
    short = min((one, other), key=lambda known: (known.key[0] != "one article", known.key))
    common = any(word in _common_surnames() for surface in short.surfaces for word in plain(surface).split())
    return (_COMMON if common else 1.0), short.label


def _same_words(one: Known, other: Known, _: Company) -> Seen:
    same = [wording(a) for _, a in one.keys for _, b in other.keys if wording(a) == wording(b)]
    words = max(map(len, same), default=0)
    return (min(1.0, _ONE_WORD_ONLY * words), f"{one.label}, {other.label}") if words else NOTHING


def _initials(one: Known, other: Known, _: Company) -> Seen:
    short, long = sorted((one, other), key=lambda known: len(known.key[1]))
    fits = any(initials(form) == short.key[1] for _, form in long.keys)
    return (1.0, f"{short.label}, {long.label}") if fits else NOTHING


def _branch(one: Known, other: Known, _: Company) -> Seen:
    pairs = [(a, b) for a in _units(one) for b in _units(other)]
    if any(a.branch == b.branch and a.branch for a, b in pairs):
        return 1.0, f"{one.label}, {other.label}"
    return (0.5, f"{one.label}, {other.label}") if pairs else NOTHING


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
    return f"one body and several: {one.label}, {other.label}" if both[0] != both[1] else ""


def _known_by(one: Known, other: Known, _: Company) -> Seen:
    """Tell how well known somebody is by the surname alone: articles that have the full name call them so, too."""
    short, long = sorted((one, other), key=lambda known: (known.key[0] != "one article", known.key))
    called = {plain(surface) for surface in long.surfaces}
    if not called & {person_form(surface) for surface in short.surfaces}:
        return NOTHING
    return min(1.0, len(long.articles) / _WELL_KNOWN), f"in {len(long.articles)} articles"


def _always(one: Known, other: Known, _: Company) -> Seen:
    return 1.0, f"{one.label}, {other.label}"


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
    return f"of {_list(one.countries)} and of {_list(other.countries)}"


def _branches(one: Known, other: Known) -> str:
    pairs = [(a, b) for a in _units(one) for b in _units(other)]
    fitting = [True for a, b in pairs if a.branch <= b.branch or b.branch <= a.branch]
    return "" if fitting else f"different units: {one.label}, {other.label}"


_CONTEXT: Final = (
    Feature("mentioned with the same", 0.2, _company),
    Feature("quoted with the same words", 0.25, _claims),
)
_PERSON: Final = (
    Feature("same role", 0.15, _role),
    Feature("different roles", -0.1, _other_role),
    Feature("same country", 0.05, _country),
    *_CONTEXT,
)
FEATURES: Final[Mapping[str, tuple[Feature, ...]]] = MappingProxyType(
    {
        "full names of people": (Feature("spelt alike", 0.6, _spelling), *_PERSON),
        "a surname of one": (
            Feature("the only one so called", 0.55, _surname),
            Feature("known by it", 0.2, _known_by),
            *_PERSON,
        ),
        "a given name of one": (Feature("the only one with the given name", 0.5, _surname), *_PERSON),
        "a surname of several": (Feature("one of several so called", 0.3, _surname), *_PERSON),
        "the same words": (Feature("same words", 0.75, _same_words), *_CONTEXT),
        "one word alone": (Feature("the same word alone", 0.5, _surname), *_PERSON),
        "a body's name": (Feature("the name of a body in other articles", 0.66, _always), *_CONTEXT),
        "with its country": (Feature("the same words but for the country", 0.5, _always), *_CONTEXT),
        "a common noun": (Feature("same words at the end", 0.5, _always), *_CONTEXT),
        "a short name": (Feature("called so in another article", 0.5, _always), *_CONTEXT),
        "initials": (Feature("initials", 0.5, _initials), *_CONTEXT),
        "a web address": (Feature("same letters", 0.8, _always),),
        "a unit": (
            Feature("same number and kind of unit", 0.4, _always),
            Feature("same branch", 0.35, _branch),
            Feature("same country", 0.05, _country),
            *_CONTEXT,
        ),
        "another kind": (Feature("same name", 0.5, _always), *_CONTEXT),
    }
)
_OF_SURNAMES: Final = (_place, _same_article, _genders_without_role, _countries)
_FULL_NAMES: Final = (_place, _same_article, _genders, _countries, _generations)
VETOES: Final[Mapping[str, tuple[Callable[[Known, Known], str], ...]]] = MappingProxyType(
    {
        "full names of people": _FULL_NAMES,
        "a surname of one": _OF_SURNAMES,
        "a given name of one": _OF_SURNAMES,
        "a surname of several": _OF_SURNAMES,
        "the same words": (),
        "one word alone": _OF_SURNAMES,
        "a body's name": (_same_article,),
        "with its country": (_countries,),
        "a common noun": (_same_article, _countries),
        "a short name": (_countries, _common_noun_behind, _thing_of_it, _several),
        "initials": (),
        "a web address": (),
        "a unit": (_same_article, _branches, _countries),
        "another kind": (_place,),
    }
)


def _some(shared: frozenset[str]) -> Seen:
    return (1.0, _list(shared)) if shared else NOTHING


def _list(words: Iterable[str]) -> str:
    return ", ".join(words if isinstance(words, list) else sorted(words))


def _units(one: Known) -> list[Unit]:
    return [found for _, form in sorted(one.keys) if (found := unit(form))]


@functools.cache
def _common_surnames() -> frozenset[str]:
    return frozenset(word for row in read_rows("graph", "common_surnames.txt", 1) for word in row[0].split())

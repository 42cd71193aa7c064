"""What speaks for and against two names being one: tables of features with their weights.

A feature looks at two names and gives a value from 0 to 1 and the words that show it; its weight times its value is
its part of the score.  From ``MERGE`` on, names are joined; from ``PROPOSE`` on, a person is asked.  A veto holds two
names apart whatever the score.  Weights were set on the sample corpus and held by the tests.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeAlias

from whosays.graph.names import (
    family_name,
    initials,
    name_likeness,
    person_form,
    plain,
    wording,
)
from whosays.graph.resolution.profiles import Company, Known, bodies_of_states
from whosays.graph.resolution.vetoes import VETOES, listed, units
from whosays.resources import read_rows

MERGE: Final = 0.7
PROPOSE: Final = 0.6

_COMMON: Final = 0.75  # what a family name tells that a great many bear, of 1 for another
_WELL_KNOWN: Final = 5  # articles with somebody's full name, from which on the surname alone is known
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
    return _TO_THE_LETTER if same else 1.0, f"{listed(one.roles)} and {listed(other.roles)}"


def _country(one: Known, other: Known, _: Company) -> Seen:
    return _some(one.countries & other.countries)


def _claims(one: Known, other: Known, _: Company) -> Seen:
    return (1.0, "") if one.claims & other.claims else NOTHING


def _company(one: Known, other: Known, company: Company) -> Seen:
    shared = company.shared(one, other)
    weight = sum(weight for weight, _ in shared)
    return min(1.0, weight), listed(key[1] for _, key in shared[:3])


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
    pairs = [(a, b) for a in units(one) for b in units(other)]
    if any(a.branch == b.branch and a.branch for a, b in pairs):
        return 1.0, f"{one.label}, {other.label}"
    return (0.5, f"{one.label}, {other.label}") if pairs else NOTHING


def _of_state(one: Known, other: Known, _: Company) -> Seen:
    """Tell which body of a state both names are of, and how they are written."""
    return _some(frozenset(f"{found.body} of {found.of}" for found in bodies_of_states(one) & bodies_of_states(other)))


def _known_by(one: Known, other: Known, _: Company) -> Seen:
    """Tell how well known somebody is by the surname alone: articles that have the full name call them so, too."""
    short, long = sorted((one, other), key=lambda known: (known.key[0] != "one article", known.key))
    called = {plain(surface) for surface in long.surfaces}
    if not called & {person_form(surface) for surface in short.surfaces}:
        return NOTHING
    return min(1.0, len(long.articles) / _WELL_KNOWN), f"in {len(long.articles)} articles"


def _always(one: Known, other: Known, _: Company) -> Seen:
    return 1.0, f"{one.label}, {other.label}"


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
        "a body of a state": (Feature("one body under two names", 0.9, _of_state),),
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


def _some(shared: frozenset[str]) -> Seen:
    return (1.0, listed(shared)) if shared else NOTHING


@functools.cache
def _common_surnames() -> frozenset[str]:
    return frozenset(word for row in read_rows("graph", "common_surnames.txt", 1) for word in row[0].split())

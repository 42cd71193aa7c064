"""Words and what they can mean: one sense for words that can mean the same.

``data/senses.tsv`` is the whole of the knowledge: words and expressions that news uses for each other, by the lemmas
that articles are read into.  A word may have several senses; two words are taken for the same where they share one.
What else the words around them say has to decide the rest.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from whosays.resources import listed, read_rows


@dataclass(frozen=True, slots=True)
class Expression:
    """Several words that mean something together: their lemmas in order, and whether a negation belongs to them."""

    lemmas: tuple[str, ...]
    negated: bool
    senses: frozenset[str]


def senses(lemma: str) -> frozenset[str]:
    """Return what a word of this lemma can mean."""
    return _lexicon().words.get(lemma, frozenset())


def denied_senses(lemma: str) -> frozenset[str]:
    """Return what a word of this lemma can mean with a negation: what did not move is stuck."""
    return _lexicon().denied.get(lemma, frozenset())


def expressions(first: str) -> tuple[Expression, ...]:
    """Return the expressions that begin with a lemma, the longest first."""
    return _lexicon().expressions.get(first, ())


def is_event(sense: str) -> bool:
    """Tell whether something happens or is done, and is not a thing or a state."""
    return sense in _lexicon().events


def is_thing(sense: str) -> bool:
    """Tell whether a sense is one of things or people."""
    return sense in _lexicon().things


@dataclass(frozen=True, slots=True)
class _Lexicon:
    words: Mapping[str, frozenset[str]]
    denied: Mapping[str, frozenset[str]]
    expressions: Mapping[str, tuple[Expression, ...]]
    events: frozenset[str]
    things: frozenset[str]


@functools.cache
def _lexicon() -> _Lexicon:
    meant: defaultdict[tuple[bool, tuple[str, ...]], set[str]] = defaultdict(set)
    rows = read_rows("graph", "senses.tsv", 3)
    for name, _, told in rows:
        for expression in (name, *listed(told)):
            negated = expression.startswith("not ")
            meant[negated, tuple(expression.removeprefix("not ").split())].add(name)
    several: defaultdict[str, list[Expression]] = defaultdict(list)
    for (negated, lemmas), found in meant.items():
        if len(lemmas) > 1:
            several[lemmas[0]].append(Expression(lemmas, negated, frozenset(found)))
    return _Lexicon(
        words={lemmas[0]: frozenset(found) for (no, lemmas), found in meant.items() if len(lemmas) == 1 and not no},
        denied={lemmas[0]: frozenset(found) for (no, lemmas), found in meant.items() if len(lemmas) == 1 and no},
        expressions={
            first: tuple(sorted(found, key=lambda each: (-len(each.lemmas), not each.negated, each.lemmas)))
            for first, found in several.items()
        },
        events=frozenset(name for name, kind, _ in rows if kind == "event"),
        things=frozenset(name for name, kind, _ in rows if kind == "thing"),
    )

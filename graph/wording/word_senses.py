"""Words and what they can mean: one stem for all endings of a word, one sense for words that can mean the same.

The tables are the whole of the knowledge: ``data/irregular_words.tsv`` for forms that no ending explains,
``data/senses.tsv`` for words and expressions that news uses for each other.  A word may have several senses; two
words are taken for the same where they share one.  What else the words around them say has to decide the rest.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from whosays.resources import listed, read_rows

SHORTEST: Final = 3  # letters that an ending leaves
_ENDINGS: Final = ("ating", "ated", "ates", "ate", "ings", "ing", "ied", "ies", "ed", "es", "s", "ly")
_NOUNS: Final = ("tion", "tions", "sion", "sions")
_SHORT: Final = 4  # "station" is not what states do
_LEAVING_MORE: Final = {"ating": 4, "ated": 4, "ates": 4, "ate": 4, "ly": 5}
_VOWELS: Final = re.compile("[aeiouy]+")


@dataclass(frozen=True, slots=True)
class Expression:
    """Several words that mean something together: their stems in order, and whether a negation belongs to them."""

    stems: tuple[str, ...]
    negated: bool
    senses: frozenset[str]


@functools.lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return a word without its ending: "flooded", "floods" and "flooding" are one."""
    word = irregular().get(word, word)
    if word.endswith(_NOUNS) and len(done := word.removesuffix("s").removesuffix("ion")) > _SHORT:
        return done.removesuffix("at") if len(done) > _SHORT + len("at") - 1 else done
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAVING_MORE.get(ending, SHORTEST):
            return _bare(word.removesuffix(ending), ending)
    return _bare(word, "")


def _bare(word: str, ending: str) -> str:
    if ending in ("ied", "ies"):
        return f"{word}y"
    word = word[:-1] if ending not in ("", "s") and _doubled(word) else word
    return word.removesuffix("e") if len(word) > SHORTEST else word


def _doubled(word: str) -> bool:
    """Tell whether a word's last letter is double because of its ending: "stopped", "quarrelled", but "killed"."""
    if len(word) <= SHORTEST or word[-1] != word[-2] or word[-1] == "s":
        return False
    return word[-1] != "l" or len(_VOWELS.findall(word)) > 1


def senses(of: str) -> frozenset[str]:
    """Return what a word of this stem can mean."""
    return _lexicon().words.get(of, frozenset())


def denied_senses(of: str) -> frozenset[str]:
    """Return what a word of this stem can mean with a negation: what did not move is stuck."""
    return _lexicon().denied.get(of, frozenset())


def expressions(first: str) -> tuple[Expression, ...]:
    """Return the expressions that begin with a stem, the longest first."""
    return _lexicon().expressions.get(first, ())


def is_event(sense: str) -> bool:
    """Tell whether something happens or is done, and is not a thing or a state."""
    return sense in _lexicon().events


def is_thing(sense: str) -> bool:
    """Tell whether a sense is one of things or people."""
    return sense in _lexicon().things


@functools.cache
def irregular() -> Mapping[str, str]:
    """Return form to word for the forms that no ending explains."""
    return {form: row[1] for row in read_rows("graph", "irregular_words.tsv", 3) for form in row[2].split()}


@functools.cache
def irregular_verbs() -> frozenset[str]:
    """Return the forms of verbs among them: "broke", "stuck"."""
    return frozenset(
        form for row in read_rows("graph", "irregular_words.tsv", 3) if row[0] == "verb" for form in row[2].split()
    )


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
            meant[negated, tuple(map(stem, expression.removeprefix("not ").split()))].add(name)
    several: defaultdict[str, list[Expression]] = defaultdict(list)
    for (negated, stems), found in meant.items():
        if len(stems) > 1:
            several[stems[0]].append(Expression(stems, negated, frozenset(found)))
    return _Lexicon(
        words={stems[0]: frozenset(found) for (no, stems), found in meant.items() if len(stems) == 1 and not no},
        denied={stems[0]: frozenset(found) for (no, stems), found in meant.items() if len(stems) == 1 and no},
        expressions={
            first: tuple(sorted(found, key=lambda each: (-len(each.stems), not each.negated, each.stems)))
            for first, found in several.items()
        },
        events=frozenset(name for name, kind, _ in rows if kind == "event"),
        things=frozenset(name for name, kind, _ in rows if kind == "thing"),
    )

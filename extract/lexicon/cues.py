"""The words that attribute and the words that weaken, as data: ``data/cues.tsv`` and ``data/hedges.tsv``.

A word is found by its inflected form first and by the pipeline's lemma second, so that a Doc without lemmas, or with
wrong ones, reads the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from spacy.tokens import Token

from whosays.extract.lexicon.word_classes import word_class
from whosays.extract.lexicon.word_forms import inflections
from whosays.extract.records import Certainty, Stance
from whosays.resources import listed, read_lines, read_records

_INFLECTED = {"verb": "verb", "check": "verb", "helper": "verb", "noun": "noun"}  # by kind of cue
_UNINFLECTED = word_class("uninflected")


@dataclass(frozen=True, slots=True)
class CueWord:
    """A word that attributes: what it says of its speaker, plain and negated.

    ``kind`` is verb, noun, adj, adverb, check (a verb of checking, which negated leaves a claim unverified) or
    helper (a word that only phrases use: "decline", "cast").
    """

    lemma: str
    kind: str
    stance: Stance
    certainty: Certainty
    negated: Stance
    negated_certainty: Certainty


@dataclass(frozen=True, slots=True)
class CuePhrase:
    """What several words say together: a pattern over base forms, and what it says of the speaker."""

    pattern: re.Pattern[str]
    stance: Stance
    certainty: Certainty
    lemma: str


@dataclass(frozen=True, slots=True)
class HedgeWord:
    """A word that weakens: an adverb, a modal, a verb ("appears"), a predicate or a participle after "be"."""

    word: str
    kind: str
    certainty: Certainty


def cue_word(token: Token) -> CueWord | None:
    """Return what a token means as a cue, read as a noun where the pipeline says that it is one."""
    words = _forms().get(token.lower_) or _forms().get(token.lemma_.lower()) or ()
    nouns = [word for word in words if word.kind == "noun"]
    others = [word for word in words if word.kind != "noun"]
    ranked = [*nouns, *others] if token.pos_ in ("NOUN", "PROPN") else [*others, *nouns]
    return ranked[0] if ranked else None


def hedge_words(token: Token) -> tuple[HedgeWord, ...]:
    """Return the ways in which a token can weaken what is said."""
    return _hedges().get(token.lower_, ())


def lemma_of(token: Token) -> str:
    """Return a token's lemma in lower case; contracted negation is "not"."""
    if token.lower_ in ("n't", "n’t", "not"):
        return "not"
    if token.lower_ in _UNINFLECTED:
        return token.lower_
    word = cue_word(token)
    return word.lemma if word else token.lemma_.lower() or token.lower_


@cache
def cue_phrases() -> tuple[CuePhrase, ...]:
    """Return the phrases of ``data/cue_patterns.tsv`` in the order in which they are to be tried."""
    parts: dict[str, str] = {}
    phrases: list[CuePhrase] = []
    for line in read_lines("extract", "cue_patterns.tsv"):
        pattern, *columns = line.split("\t")
        if len(columns) == 1:
            parts[pattern] = columns[0]
            continue
        for name, part in parts.items():
            pattern = pattern.replace(f"{{{name}}}", part)
        stance, certainty, lemma = columns
        read = re.compile(rf"\b(?:{pattern})\b")
        phrases.append(CuePhrase(read, cast(Stance, stance), cast(Certainty, certainty), lemma))
    return tuple(phrases)


def verb_class(name: str) -> frozenset[str]:
    """Return the lemmas of one class of verbs ("saying", "judging", ...): those that ``cues.tsv`` puts in it."""
    return _classes()[name]


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in _cues():
        for name in listed(row["classes"]):
            found.setdefault(name, set()).add(row["lemma"])
    return {name: frozenset(lemmas) for name, lemmas in found.items()}


@cache
def hearsay_adverbs() -> frozenset[str]:
    """Return the adverbs that attribute to nobody in particular ("allegedly", "reportedly")."""
    return frozenset(row["lemma"] for row in _cues() if row["kind"] == "adverb")


@cache
def _forms() -> dict[str, tuple[CueWord, ...]]:
    found: dict[str, tuple[CueWord, ...]] = {}
    for row in filter(_attributes, _cues()):
        word = CueWord(
            row["lemma"],
            row["kind"],
            cast(Stance, row["stance"]),
            cast(Certainty, row["certainty"]),
            cast(Stance, row["negated"]),
            cast(Certainty, row["negated_certainty"]),
        )
        for form in _forms_of(word):
            found[form] = (*found.get(form, ()), word)
    return found


@cache
def _cues() -> tuple[Mapping[str, str], ...]:
    return tuple(read_records("extract", "cues.tsv"))


def _attributes(row: Mapping[str, str]) -> bool:
    """Tell a cue from a verb that stands in the table for its classes alone."""
    return bool(row["stance"])


def _forms_of(word: CueWord) -> frozenset[str]:
    kind = _INFLECTED.get(word.kind)
    return inflections(word.lemma, kind) if kind else frozenset((word.lemma,))


@cache
def _hedges() -> dict[str, tuple[HedgeWord, ...]]:
    found: dict[str, tuple[HedgeWord, ...]] = {}
    for row in read_records("extract", "hedges.tsv"):
        word = HedgeWord(row["word"], row["kind"], cast(Certainty, row["certainty"]))
        for form in inflections(word.word) if word.kind == "verb" else (word.word,):
            found[form] = (*found.get(form, ()), word)
    return found

"""Lemmas as rules: how many letters to cut from the end of a word and what to put there, "3|y" for "said" and "say".

A rule that begins with "^" reads the word in lower case first.  A dictionary knows which lemmas a word can have; the
encoder, which reads the sentence, tells which of them it has ("left": leave, left).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from whosays.extract.lexicon import CACHED, dictionary_lemmas

LOWERED = "^"
IN_DICTIONARY = frozenset(["VERB", "AUX", "NOUN", "ADJ", "ADV"])


def rule_of(word: str, lemma: str) -> str:
    """Return the rule that makes a lemma of a word."""
    lowered = lemma == lemma.lower()
    base = word.lower() if lowered else word
    same = 0
    while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
        same += 1
    return f"{LOWERED if lowered else ''}{len(base) - same}|{lemma[same:]}"


def lemma_by(rule: str, word: str) -> str | None:
    """Return the lemma that a rule makes of a word, ``None`` where the word is too short for it."""
    cut, _, ending = rule.removeprefix(LOWERED).partition("|")
    base = word.lower() if rule.startswith(LOWERED) else word
    return base[: len(base) - int(cut)] + ending if int(cut) <= len(base) else None


def best_lemma(word: str, rules: Sequence[str], pos: str) -> str:
    """Return the first lemma by the rules, the likeliest first, that the dictionary allows for this part of speech.

    Where it allows none of them, its own; where it does not know the word, that of the first rule that fits.
    """
    by_rule = [lemma for rule in rules if (lemma := lemma_by(rule, word))]
    known = _in_dictionary(word.lower(), pos) if pos in IN_DICTIONARY and word.isalpha() else ()
    for lemma in by_rule:
        if lemma in known:
            return lemma
    return next(iter(known), None) or next(iter(by_rule), None) or word.lower() or word


@lru_cache(maxsize=CACHED)
def _in_dictionary(word: str, pos: str) -> tuple[str, ...]:
    return tuple(dictionary_lemmas(word, upos=pos))

"""Lemmas as rules: how many letters to cut from the end of a word and what to put there, "3|y" for "said" and "say".

A rule that begins with "^" reads the word in lower case first.
"""

from __future__ import annotations

LOWERED = "^"


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

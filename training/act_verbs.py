"""Verbs that tell what somebody did and hardly ever what somebody said: "abandoned plans", "faced criticism".

A tagger of spans learns no kinds of attributions, and takes a deed for a report now and then.  Counted on the training
part of PolNeAR: a verb is one of deeds where it is common there and next to never a cue.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Final

from lemminflect import getAllLemmas

from training.polnear import read_folder

COMMON: Final = 20  # places where a verb stands at least
SELDOM: Final = 0.05  # of them in which it is a cue, at most
WORD: Final = re.compile(r"[A-Za-z]+")
HEAD: Final = "# Verbs of deeds, by training/act_verbs.py: common in the texts learned from, next to never a cue there."


def act_verbs(corpora: Path) -> list[str]:
    """Return the lemmas in their order."""
    common: Counter[str] = Counter()
    cues: Counter[str] = Counter()
    for _, text, attributions in read_folder(corpora / "PolNeAR" / "train"):
        inside = {i for attribution in attributions for start, end in attribution.cue for i in range(start, end)}
        for match in WORD.finditer(text):
            lemma = _lemma(match[0].lower())
            common[lemma] += 1
            cues[lemma] += match.start() in inside
    return sorted(verb for verb, count in common.items() if verb and count >= COMMON and cues[verb] < SELDOM * count)


def write(verbs: list[str], path: Path) -> None:
    """Write one lemma a line."""
    path.write_text("\n".join((HEAD, *verbs)) + "\n", encoding="utf-8")


@cache
def _lemma(word: str) -> str:
    return next(iter(getAllLemmas(word, "VERB").get("VERB", ())), "")

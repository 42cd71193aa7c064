"""The word that another one is made from: "evacuation" and "evacuate", "stuck" and "stick", "quickly" and "quick"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from whosays.extract.lexicon.dictionary import dictionary_lemmas
from whosays.extract.lexicon.spelling import CACHED

SHORTEST: Final = 5  # letters before "-ion" or "-ly": a "station" is not what states do
UN: Final = "un"
_OWN: Final = frozenset(["left", "rapid"])  # "the left bank" was left by nobody


@lru_cache(maxsize=CACHED)
def origin(word: str, lemma: str, pos: str) -> str:
    """Return what a word in small letters is made from, the lemma of its part of speech where that is nothing else."""
    if pos == "ADJ" and word.startswith(UN) and (stem := _participle(word.removeprefix(UN))):
        return UN + stem
    made = _made_from(word, lemma, pos)
    return made or lemma


@lru_cache(maxsize=CACHED)
def form_of(word: str, *, verb: bool = False) -> tuple[str, str]:
    """Return the lemma and part of speech of a word in small letters that no parse tells; ``verb``: rather a verb's."""
    nouns = _known(word, "NOUN")
    done = _participle(word) if verb or not nouns else None
    return (done, "VERB") if done else (origin(word, next(iter(nouns), word), "NOUN"), "NOUN")


def _made_from(word: str, lemma: str, pos: str) -> str | None:
    if word in _OWN:
        return None
    if pos == "ADJ":
        return _participle(word)
    if pos == "ADV" and lemma.endswith("ly") and len(lemma) - len("ly") >= SHORTEST:
        return next(iter(_known(lemma.removesuffix("ly"), "ADJ")), None)
    if pos == "NOUN":
        return _participle(lemma) if lemma.endswith("ing") else next(_verbs(lemma), None)
    return None


def _participle(word: str) -> str | None:
    """Return the verb of which a word is a form other than its lemma."""
    found = _known(word, "VERB")
    return next((verb for verb in found if verb != word), None)


def _verbs(noun: str) -> Iterator[str]:
    """Yield the verbs that a noun in "-ion" names the doing of."""
    stem = noun.removesuffix("ion")
    if stem != noun and len(stem) >= SHORTEST and stem[-1] in "ts" and noun not in _known(noun, "VERB"):
        for verb in (f"{stem}e", stem, stem.removesuffix("at"), f"{stem.removesuffix('at')}e"):
            if verb in _known(verb, "VERB"):
                yield verb


def _known(word: str, pos: str) -> tuple[str, ...]:
    """Return the lemmas of a word that the dictionary has."""
    return tuple(dictionary_lemmas(word, upos=pos, lemmatize_oov=False))

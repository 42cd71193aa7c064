"""The forms of English words, as the dictionary of lemminflect spells them: doubled consonants, irregular verbs."""

from __future__ import annotations

from functools import cache

from whosays.extract.lexicon.dictionary import inflected

_TAGS = {"verb": ("VBZ", "VBD", "VBN", "VBG"), "noun": ("NNS",)}


def third_person(lemma: str) -> str:
    """Return what "he" does ("deny": "denies")."""
    return _inflected(lemma, "VBZ")[0]


def participle(lemma: str) -> str:
    """Return the past participle of a verb lemma ("capture": "captured", "withdraw": "withdrawn")."""
    return _inflected(lemma, "VBN")[0]


def progressive(lemma: str) -> str:
    """Return the present participle of a verb lemma ("begin": "beginning", "flee": "fleeing")."""
    return _inflected(lemma, "VBG")[0]


def inflections(lemma: str, kind: str = "verb") -> frozenset[str]:
    """Return the forms of a verb (deny, denies, denied, denying) or a noun (rumour, rumours)."""
    return frozenset((lemma, *(form for tag in _TAGS[kind] for form in _inflected(lemma, tag))))


@cache
def _inflected(lemma: str, tag: str) -> tuple[str, ...]:
    """Return the spellings of a form, the last part's where a hyphen joins two ("machine-gunned")."""
    first, hyphen, last = lemma.rpartition("-")
    return tuple(f"{first}{hyphen}{form}" for form in inflected(last, tag)) or (lemma,)

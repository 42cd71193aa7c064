"""How alike two spellings of one name are, whatever alphabet they were once written in.

A word is folded to the letters that transliterations agree on ("Qadhari", "Kadhari", "Qadari" to "kadari"), then
compared: the same folded letters are the same name, the same consonants with other vowels nearly so.  Words of one
consonant ("Un", "Il") must be the same in full: there is too little in them to misspell.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator
from typing import Final

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import ratio

from whosays.graph.names.normalization import plain
from whosays.resources import read_rows

# written one way or the other for the same sound; applied in this order
_FOLDS: Final = tuple(
    (re.compile(pattern), folded)
    for pattern, folded in (
        (r"x", "ks"),
        (r"dzh|dj|zh|dz", "j"),
        (r"sch|sh", "s"),
        (r"tch|ch", "x"),
        (r"c(?=[eiy])", "s"),
        (r"ck|kh|gh|q|c", "k"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"bh", "b"),
        (r"w", "v"),
        (r"(?:yj|ij|iy|ii|yy|yi|ey|ie)\b", "i"),
        (r"y", "i"),
        (r"i[aeo](?=u)|ou|oo|eu", "u"),
        (r"ee|ea", "i"),
        (r"eo", "o"),
        (r"ae", "e"),
        (r"(.)\1+", r"\1"),
        (r"(?<=\w\w)e\b", ""),
    )
)
_VOWELS: Final = re.compile(r"[aeiou]")
FEW_CONSONANTS: Final = 2
CLOSE: Final = 0.8
_SAME_CONSONANTS: Final = 0.7


@functools.lru_cache(maxsize=1 << 17)
def fold(word: str) -> str:
    """Return a word of a normal form with one letter for what transliterations write in several ways."""
    for pattern, folded in _FOLDS:
        word = pattern.sub(folded, word)
    return word


@functools.lru_cache(maxsize=1 << 17)
def skeleton(word: str) -> str:
    """Return the consonants of a folded word, after "a" where it begins with a vowel; a word's own letters if none."""
    folded = fold(_variants().get(word, word))
    consonants = _VOWELS.sub("", folded).replace("j", "z")
    return consonants if not _VOWELS.match(folded) else f"a{consonants}"


@functools.lru_cache(maxsize=1 << 17)
def word_likeness(one: str, other: str) -> float:
    """Return from 0 to 1 how probably two words are spellings of one name; 1 for a known variant."""
    if _variants().get(one, one) == _variants().get(other, other):
        return 1.0
    a, b = fold(one), fold(other)
    if a == b:
        return 1.0
    few = min(len(skeleton(one)), len(skeleton(other))) < FEW_CONSONANTS
    if few or _one_ends_in_a(one, other):
        return 0.0
    if skeleton(one) == skeleton(other):
        return _SAME_CONSONANTS + (1 - _SAME_CONSONANTS) * ratio(a, b) / 100
    alike = Levenshtein.normalized_similarity(a, b)
    return alike if alike >= CLOSE else 0.0


def name_likeness(one: str, other: str) -> float:
    """Return from 0 to 1 how alike two normal forms of people are: the mean over their words, 0 where one word differs.

    Words are taken in order, and in turned order where there are two; an initial stands for any word it begins.
    """
    a, b = one.split(), other.split()
    if len(a) != len(b):
        return _glued(a, b)
    turned = [_in_order(a, b[::-1])] if len(a) == len(("family", "given")) else []
    return max([_in_order(a, b), *turned])


def keys(form: str) -> Iterator[str]:
    """Yield the keys under which names as alike as ``name_likeness`` accepts meet: a few for each name."""
    words = [skeleton(word) for word in form.split()]
    whole = "".join(words)
    yield whole
    if len(words) == len(("given", "family")):
        yield "".join(reversed(words))
    if len(whole) > len("abcde"):
        yield from (whole[:i] + whole[i + 1 :] for i in range(len(whole)))


def initials_key(form: str) -> str:
    """Return the key under which a name with a mere initial meets the names that it may stand for."""
    return f"{form[0]} {skeleton(form.rsplit(maxsplit=1)[-1])}"


def initialled(form: str) -> bool:
    """Tell whether a name has a mere initial for its first word."""
    return len(form.split(maxsplit=1)[0]) == 1


def _in_order(a: list[str], b: list[str]) -> float:
    likes = [_word_or_initial(x, y) for x, y in zip(a, b, strict=True)]
    return sum(likes) / len(likes) if min(likes) > 0 else 0.0


def _word_or_initial(one: str, other: str) -> float:
    if min(len(one), len(other)) == 1 and len(one) != len(other):
        return 0.8 if one[0] == other[0] else 0.0
    return word_likeness(one, other)


def _glued(a: list[str], b: list[str]) -> float:
    """Compare names of which one writes as two words what the other writes as one ("Min Seo", "Minseo")."""
    longer, shorter = sorted((a, b), key=len, reverse=True)
    if len(longer) - len(shorter) != 1:
        return 0.0
    joined = ([*longer[:i], longer[i] + longer[i + 1], *longer[i + 2 :]] for i in range(len(longer) - 1))
    return max(_in_order(words, shorter) for words in joined)


def _one_ends_in_a(one: str, other: str) -> bool:
    """Tell whether two words differ as a woman's form from a man's ("Daniel", "Daniela"; "Petrov", "Petrova")."""
    short, long = sorted((fold(one), fold(other)), key=len)
    return one.endswith("a") != other.endswith("a") and (long == f"{short}a" or skeleton(one) == skeleton(other))


@functools.cache
def _variants() -> dict[str, str]:
    rows = read_rows("graph", "name_variants.tsv", 1)
    return dict(itertools.chain.from_iterable(((plain(word), row[0]) for word in row) for row in rows))

"""How alike two spellings of one name are, whatever alphabet they were once written in.

A word is folded to the letters that transliterations agree on ("Qadhari", "Kadhari", "Qadari" to "kadari"), then
compared: the same folded letters are the same name, the same consonants with other vowels nearly so.  Words of one
consonant ("Un", "Il") must be the same in full: there is too little in them to misspell.  A given name may stand in its
short form ("Bill"); of the words before the last one name may have more than the other ("Jo R. Lund", "A. Jo Lund").
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
SHORT: Final = 0.97  # a short form of a given name
MIDDLE_INITIAL: Final = 0.95  # a mere initial that only one of two names has
MIDDLE_NAME: Final = 0.85  # a whole name that only one of them has
ONE_GENERATION: Final = 0.9  # "Jr." that only one of them has: it may be a father and his son
MOST_WORDS: Final = 4  # of a name that is told shorter elsewhere
GENERATIONS: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})
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
    if one in _short_for().get(other, ()) or other in _short_for().get(one, ()):
        return SHORT
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
    (a, mine), (b, theirs) = _without_generation(one.split()), _without_generation(other.split())
    if mine and theirs and mine != theirs:
        return 0.0
    part = 1.0 if mine == theirs else ONE_GENERATION
    if len(a) != len(b):
        return part * max(_glued(a, b), _with_more_between(a, b), _with_one_before(a, b))
    turned = [_in_order(a, b[::-1])] if len(a) == len(("family", "given")) else []
    return part * max([_in_order(a, b), *turned])


def one_name(one: str, other: str) -> bool:
    """Tell whether two normal forms of people are one name in full and in short: "Jo R. Lund" is "Joseph Lund"."""
    (a, mine), (b, theirs) = _without_generation(one.split()), _without_generation(other.split())
    if mine != theirs or a[-1] != b[-1] or min(len(a), len(b)) < len(("given", "family")):
        return False
    given = a[0] == b[0] or a[0] in _short_for().get(b[0], ()) or b[0] in _short_for().get(a[0], ())
    return given and (len(a) != len(b) or a[1:-1] == b[1:-1])


def keys(form: str) -> Iterator[str]:
    """Yield the keys under which names as alike as ``name_likeness`` accepts meet: a few for each name."""
    plain_words, _ = _without_generation(form.split())
    words = [skeleton(word) for word in plain_words]
    whole = "".join(words)
    yield whole
    if len(words) > len(("given", "family")):
        yield words[0] + words[-1]
    if len(words) == len(("first", "given", "family")):
        yield words[1] + words[2]
    for word in plain_words[:2] if len(words) == len(("first", "given", "family")) else plain_words[:1]:
        yield from (skeleton(given) + words[-1] for given in _short_for().get(word, ()))
    if len(words) == len(("given", "family")):
        yield "".join(reversed(words))
    if len(whole) > len("abcde"):
        yield from (whole[:i] + whole[i + 1 :] for i in range(len(whole)))


def family_name(form: str) -> str:
    """Return the last word of a normal form that is no "jr"."""
    return _without_generation(form.split())[0][-1]


def generation(form: str) -> str:
    """Return the "jr" that a normal form ends in, or nothing."""
    return _without_generation(form.split())[1]


def in_full(form: str) -> bool:
    """Tell whether a normal form has more than a given and a family name: "joseph r lund jr"."""
    return len(_without_generation(form.split())[0]) > len(("given", "family"))


def initials_key(form: str) -> str:
    """Return the key under which a name with a mere initial meets the names that it may stand for."""
    return f"{form[0]} {skeleton(family_name(form))}"


def initialled(form: str) -> bool:
    """Tell whether a name has a mere initial for its first word."""
    return len(form.split(maxsplit=1)[0]) == 1


def _without_generation(words: list[str]) -> tuple[list[str], str]:
    """Return a name's words and its "jr"."""
    junior = len(words) > len(("given", "family")) and words[-1] in GENERATIONS
    return (words[:-1], words[-1]) if junior else (words, "")


def _with_more_between(a: list[str], b: list[str]) -> float:
    """Compare names of which one has more words between the first and the last ("Jo Ann R. Lund", "Jo Lund")."""
    longer, shorter = sorted((a, b), key=len, reverse=True)
    if len(shorter) != len(("given", "family")) or len(longer) > MOST_WORDS:
        return 0.0
    part = MIDDLE_INITIAL if all(len(word) == 1 for word in longer[1:-1]) else MIDDLE_NAME
    return part * _in_order([longer[0], longer[-1]], shorter)


def _with_one_before(a: list[str], b: list[str]) -> float:
    """Compare names of which one has a first name that nobody uses ("J. Christopher Lund", "Chris Lund")."""
    longer, shorter = sorted((a, b), key=len, reverse=True)
    if len(shorter) != len(("given", "family")) or len(longer) != len(("first", "given", "family")):
        return 0.0
    if len(longer[1]) == 1 or len(shorter[0]) == 1:
        return 0.0
    return (MIDDLE_INITIAL if len(longer[0]) == 1 else MIDDLE_NAME) * _in_order(longer[1:], shorter)


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
def _short_for() -> dict[str, frozenset[str]]:
    """Return short forms of given names by the names that they may stand for."""
    return {row[0]: frozenset(row[1:]) for row in read_rows("graph", "nicknames.tsv", 2)}


@functools.cache
def _variants() -> dict[str, str]:
    rows = read_rows("graph", "name_variants.tsv", 1)
    return dict(itertools.chain.from_iterable(((plain(word), row[0]) for word in row) for row in rows))

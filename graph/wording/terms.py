"""One claim's words made comparable: what each can mean, which of them say what happens, numbers, names, negation.

Every function here looks at one text only.  Whether two claims say the same must not depend on what else is in the
collection, or adding an article would change what is long decided: so there are no weights learnt from the collection,
but fixed lists of words that say little and of words that say the same (``propositions_lexicon``).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from whosays.graph.wording.grammar import (
    EMPTY,
    STOPS,
    Word,
    before,
    is_possible,
    join_expressions,
    join_negations,
    led_by,
    owns,
    read_words,
    says,
)
from whosays.graph.wording.word_senses import is_event, stem

_TIME: Final = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday tomorrow morning evening night afternoon week weekend month
    year day hour minute weeks months years days hours minutes last next early late earlier later since ago recent
    recently winter summer spring autumn time date start end overnight
    """.split()
)
_MONTHS: Final = frozenset(
    "january february march april may june july august september october november december".split()
)
_SUBORDINATE: Final = frozenset(
    "before after when while because since as although though until unless if which who whom whose where".split()
)
NUMBERS: Final = {
    word: str(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
    if value > 1
} | {
    word: str(10 * value)
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_POWERS: Final = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
OPENING: Final = 6  # words in which a flat denial denies
_FLATLY: Final = frozenset("no not never n't none nobody cannot".split())
SENTENCES: Final = re.compile(r"[.!?…][\"'”’]*\s+\S")
TIME_WEIGHT: Final = 0.3
SUBORDINATE_WEIGHT: Final = 0.6
_OF_A_PLACE: Final = re.compile(r"(?:ians?|ia|ans?|ese|ish|i|a|s|n|e)$")
_NAMED: Final = 4  # letters by which names are compared


@dataclass(frozen=True, slots=True)
class Token:
    """A word that says something: what it is compared by, and what it is in its claim.

    ``keys`` are its stem, its senses ("=kill") and, for a name, what its spellings share ("@zemr"); two words are
    taken for the same where they share a key.  ``event``: it tells what happens; ``says``: it is what the claim says
    of its subject, in the main clause or, ``aside``, in another one.  ``undone``: without its "un-".  ``led_by``: the
    preposition that it stands behind; ``owns``: the next word is somebody or something of its own ("Malk's deputy").
    """

    keys: frozenset[str]
    stem: str
    weight: float = 1.0
    name: bool = False
    time: bool = False
    event: bool = False
    says: bool = False
    aside: bool = False
    passive: bool = False
    possible: bool = False
    undone: str = ""
    led_by: str = ""
    owns: bool = False

    @property
    def known_by(self) -> frozenset[str]:
        """What another word may be found under: the keys, and the word that "un-" undoes."""
        return self.keys | {self.undone} if self.undone else self.keys


@dataclass(frozen=True, slots=True)
class Wording:
    """One text made comparable: its words in order, numbers as digits, whether it negates and has several sentences.

    ``weight`` is how much is said: 1 for a word, less for one that tells the time or stands in a clause beside;
    ``order`` puts what says less first; ``flat`` that it is said not to be so ("There was no ...", "X did not ...").
    """

    tokens: tuple[Token, ...]
    numbers: frozenset[str] = frozenset()
    negated: bool = False
    several: bool = False
    flat: bool = False
    keys: frozenset[str] = frozenset()
    weight: float = 0.0
    order: tuple[float, str] = (0.0, "")


def meanings(token: Token) -> frozenset[str]:
    """Return the senses of a word."""
    return frozenset(key.removeprefix("=") for key in token.keys if key.startswith("="))


@functools.lru_cache(maxsize=1 << 14)
def wording(text: str) -> Wording:
    """Read a text."""
    words = list(read_words(text))
    join_expressions(words)
    join_negations(words)
    tokens = tuple(_tokens(words))
    keys = frozenset(key for token in tokens for key in token.known_by)
    weight = round(sum(token.weight for token in tokens), 3)
    return Wording(
        tokens,
        numbers=frozenset(_numbers(words)),
        negated=any(word.denies for word in words),
        flat=_is_flat(words),
        several=SENTENCES.search(text) is not None,
        keys=keys,
        weight=weight,
        order=(weight, " ".join(sorted(keys))),
    )


def _is_flat(words: list[Word]) -> bool:
    """Tell whether the negation stands near the beginning and not in what is acted upon ("to have seen nothing")."""
    first = next((place for place, word in enumerate(words) if word.denies), None)
    return first is not None and first < OPENING and words[first].low in _FLATLY


def _numbers(words: list[Word]) -> Iterator[str]:
    for at, word in enumerate(words):
        value = NUMBERS.get(word.low, word.low.replace(",", "") if word.low[:1].isdigit() else "")
        around = {words[i].low for i in (at - 1, at + 1) if 0 <= i < len(words)}
        if value and not around & _MONTHS:
            power = _POWERS.get(words[at + 1].low, 1) if at + 1 < len(words) else 1
            yield str(int(float(value) * power)) if power > 1 and value.replace(".", "", 1).isdigit() else value


def _tokens(words: list[Word]) -> Iterator[Token]:
    aside, said = False, False
    for at, word in enumerate(words):
        if word.low in STOPS:
            aside = False
        elif word.low in _SUBORDINATE:
            aside = at + 1 < len(words) and words[at + 1].low not in _TIME and not words[at + 1].low[:1].isdigit()
        if _says_nothing(word):
            continue
        token = _token(words, at, aside or (said and before(words, at) == "to"))
        said = said or token.says
        yield token


def _says_nothing(word: Word) -> bool:
    low = word.low
    if word.gone or low[:1].isdigit() or low in NUMBERS or low in _POWERS or not low[:1].isalpha():
        return True
    if low == "may" and word.capital and not word.first:
        return False  # the month
    return not word.expression and (low in EMPTY or len(low) < len("us"))


def _token(words: list[Word], at: int, aside: bool) -> Token:
    word = words[at]
    time = word.low in _TIME and not word.expression
    name = word.capital and not time
    said, passive = (False, False) if time or (name and not word.first) else says(words, at)
    event = said or any(map(is_event, word.senses))
    keys = {word.stem, *(f"={sense}" for sense in word.senses)}
    if name:
        keys.add(f"@{_name_key(word.low)}")
    weight = TIME_WEIGHT if time else SUBORDINATE_WEIGHT if aside else 1.0
    return Token(
        keys=frozenset(keys),
        stem=word.stem,
        weight=weight,
        name=name and not word.first,
        time=time,
        event=event,
        says=said,
        aside=aside,
        passive=passive,
        possible=said and is_possible(words, at),
        led_by=led_by(words, at),
        owns=owns(words, at),
        undone=stem(word.low[2:]) if word.low.startswith("un") and len(word.low) > len("under") else "",
    )


def _name_key(word: str) -> str:
    """Return what spellings of a name and the names of its people begin with: "Zemrian" and "Zemria" are one."""
    bare = _OF_A_PLACE.sub("", word)
    return bare[: 2 * _NAMED] if len(bare) >= _NAMED else word

"""What two wordings are compared by: content words, numbers, names, negation.

Every function here looks at one text only.  Whether two claims say the same must not depend on what else is
in the collection, or adding an article would change what is long decided: so there are no weights learnt from
the collection, but one fixed list of words that say little.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from anyascii import anyascii

_EMPTY: Final = frozenset(
    """
    a about above after again against all also although am an and any are as at be because been before being both
    but by can could did do does doing down during each either for from further had has have having he her here
    hers him his how i if in into is it its itself just like many may me might more most much must my no nor not
    now of off on once one only or other our out over own per same she should so some such than that the their
    them then there these they this those through to too under until up upon us very was we were what when where
    which while who whom whose why will with within without would you your s t re ve ll d m yet still already
    say says said tell tells told according claim claims claimed report reports reported people person
    """.split()
)
_TIME: Final = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december today yesterday tomorrow morning evening night afternoon week weekend month
    year day hour minute weeks months years days hours minutes last next early late earlier later since ago recent
    recently winter summer spring autumn time date start end
    """.split()
)
_NEGATIONS: Final = frozenset("no not never none nobody nothing neither nor cannot n't".split())
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
_IRREGULAR: Final = dict(
    pair.split(":")
    for pair in """
    came:come gave:give given:give went:go gone:go left:leave broke:break broken:break shot:shoot fought:fight
    wrote:write written:write knew:know known:know sent:send took:take taken:take lost:lose struck:strike hid:hide
    hidden:hide fell:fall fallen:fall rose:rise risen:rise led:lead held:hold brought:bring built:build met:meet
    fled:flee began:begin begun:begin drove:drive driven:drive flew:fly grew:grow grown:grow threw:throw saw:see
    seen:see sought:seek won:win paid:pay bought:buy sold:sell swept:sweep dug:dig died:die dead:die deaths:die
    death:die men:man women:woman children:child bodies:body troops:troop forces:force
    """.split()
)
TIME_WEIGHT: Final = 0.3
_TOKEN: Final = re.compile(r"n't|\d[\d,.]*\d|[^\W_]+(?:-[^\W_]+)*", re.UNICODE)
_APOSTROPHE: Final = re.compile("[\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}`]")
_ENDINGS: Final = ("ations", "ation", "ings", "ing", "ers", "ied", "ies", "ed", "es", "s")


@dataclass(frozen=True, slots=True)
class Wording:
    """One text made comparable: stems of its content words, numbers as digits, names, and whether it negates."""

    words: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[str]
    negated: bool

    @property
    def solid(self) -> int:
        """How many content words there are that do not only tell the time."""
        return sum(word not in _TIME_STEMS for word in self.words)


def wording(text: str) -> Wording:
    """Read a text."""
    tokens = _TOKEN.findall(_APOSTROPHE.sub("'", text))
    words, numbers, names = set(), set(), set()
    for place, token in enumerate(tokens):
        low = anyascii(token).lower()
        if low[:1].isdigit() or low in NUMBERS:
            numbers.add(NUMBERS.get(low, low.replace(",", "")))
        elif low not in _EMPTY and len(low) > 1:
            words.add(stem(low))
            if place and token[:1].isupper() and low not in _TIME:
                names.add(stem(low))
    negated = any(token.lower() in _NEGATIONS for token in tokens)
    return Wording(frozenset(words), frozenset(numbers), frozenset(names), negated)


def weight(words: frozenset[str]) -> float:
    """Return how much is said by words: 1 for each, less for those that tell the time."""
    return sum(TIME_WEIGHT if word in _TIME_STEMS else 1.0 for word in words)


def stem(word: str) -> str:
    """Return a word without its ending: "flooded", "floods" and "flooding" are one."""
    word = _IRREGULAR.get(word, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return _undoubled(word.removesuffix(ending))
    return word.removesuffix("e") if len(word) > 3 else word


def _undoubled(word: str) -> str:
    bare = word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls" else word
    return bare.removesuffix("e") if len(bare) > 3 else bare


_TIME_STEMS: Final = frozenset(map(stem, _TIME))

"""How the words of one claim stand to each other, read without a parser.

What a claim says of its subject is told by what stands before a word: a form of "be" or "have", a modal, "to"; or by
its ending.  Expressions of several words and negations that belong to a word are joined with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from anyascii import anyascii

from whosays.graph.wording.word_senses import (
    Expression,
    denied_senses,
    expressions,
    irregular_verbs,
    is_event,
    senses,
    stem,
)

STOPS: Final = frozenset(",;:.!?…")
EMPTY: Final = frozenset(
    """
    a about above after again against all also although am an and any are as at be because been before being both
    but by can could did do does doing done down during each either for from further had has have having he her here
    hers him his how i if in into is it its itself just like many may me might more most much must my no nor not
    now no longer of off on once one only or other our out over own per same she should so some such than that the their
    them then there these they this those through to too under until up upon us very was we were what when where
    which while who whom whose why will with within without would you your s t re ve ll d m yet still already
    say says said tell tells told according claim claims claimed report reports reported reporting people person persons
    ever every longer never none nobody nothing nowhere neither cannot hardly barely scarcely rather quite around near
    nearly shortly soon really actually indeed even away back anyway behind among between toward towards ours theirs
    something someone somebody anything anyone anybody everything everyone everybody thing things
    become becomes became get gets got getting gotten make makes made making take takes took taken taking give gives
    gave given giving let lets remain remains remained seem seems seemed able
    probably possibly perhaps apparently reportedly allegedly purportedly likely due country
    least alongside amid despite including instead rumored rumoured alleged believed thought feared understood
    """.split()
)
_NEGATIONS: Final = frozenset(
    "no not never none nobody nothing nowhere neither nor cannot n't without hardly barely scarcely".split()
)
# "failed to stop" did not stop
_FALLING_SHORT: Final = frozenset("fail refuse decline unable neglect omit".split())
_HELPERS: Final = frozenset(
    """
    am is are was were be been being has have had will would shall should can could may might must do does did to
    get gets got getting
    """.split()
)
# says little of its own: what follows is said of the subject ("are going hungry")
_LIGHT: Final = frozenset("go come turn keep try want think expect believ seem look".split())
_BEFORE_ING: Final = frozenset("begin start continu keep stop".split())
# behind a verb rather than a noun: "the ministry sues the works", but "forces from the north"
_OPENING_AN_OBJECT: Final = frozenset(
    "a an the that this its his her their our no more most many at all any some each every both to up".split()
)
_BE: Final = frozenset("am is are was were be been being".split())
_HAVE: Final = frozenset({"have", "has", "had", "having"})
_PASSIVE: Final = _BE | {"got", "get"}
_OF_BARE_VERBS: Final = frozenset({"i", "we", "they"})  # "they want", where "he wants" has its ending
_SUBJECTS: Final = _OF_BARE_VERBS | {"he", "she", "it"}
_ARTICLES: Final = frozenset({"a", "an", "the"})
_POSSIBLE: Final = frozenset({"may", "might", "could"})
_BEFORE_NOUNS: Final = frozenset(
    "a an the this that these those his her its their our my your some any no every each of in on at by with from "
    "for".split()
)
_ADVERBS: Final = frozenset("not n't ever never also just since already even still last so too very".split())
_SHORT_STEMS: Final = frozenset(map(stem, _FALLING_SHORT))
# what an adjunct is tied to its clause by
_PREPOSITIONS: Final = frozenset(
    "by in on at of from to with for under over near against through across into before after during behind".split()
)
_ADJUNCT: Final = 4  # words from a preposition to the noun that it leads to: "by the retired sea captain"
SMALL: Final = 3  # letters of words that headlines write small
CAPITALS: Final = 0.9
GAP: Final = 4  # words between those of an expression: "brought the roof of the school down"
REACH: Final = 3  # words from a negation to what it denies
_TOKEN: Final = re.compile(r"n't|\d[\d,.]*\d|[^\W_]+(?:-[^\W_]+)*|[,;:.!?…]", re.UNICODE)
_APOSTROPHE: Final = re.compile("[\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}`]")


@dataclass(slots=True)
class Word:
    """A word while its claim is read."""

    low: str
    capital: bool
    first: bool
    stem: str
    senses: frozenset[str]
    denies: bool
    gone: bool = False
    expression: str = ""


def read_words(text: str) -> Iterator[Word]:
    tokens = _TOKEN.findall(_APOSTROPHE.sub("'", text))
    headline = _is_headline(tokens)
    for place, token in enumerate(tokens):
        low = anyascii(token).lower()
        of = stem(low)
        capital = token[:1].isupper() and not headline
        meant = frozenset() if capital and place else senses(of)
        yield Word(low, capital, place == 0, of, meant, low in _NEGATIONS)


def _is_headline(tokens: list[str]) -> bool:
    """Tell whether nearly all words have a capital, which then tells nothing of names."""
    long = [token for token in tokens if len(token) > SMALL and token.isalpha()]
    return len(long) > SMALL and sum(token[0].isupper() for token in long) >= CAPITALS * len(long)


def join_expressions(words: list[Word]) -> None:
    for at, word in enumerate(words):
        found = next(
            (
                (each, places)
                for each in expressions(word.stem)
                if not word.gone and (places := _places(each, words, at))
            ),
            None,
        )
        if found is None:
            continue
        expression, places = found
        denial = _denial(words, at) if expression.negated else None
        if expression.negated and denial is None:
            continue
        word.denies = False
        if denial is not None:
            denial.denies, denial.gone = False, True
        if any(map(is_event, expression.senses)):
            word.senses |= expression.senses
        else:
            word.senses, word.stem = expression.senses, " ".join(expression.stems)
        word.expression = " ".join(expression.stems)
        for place in places:
            words[place].gone = True


def _places(expression: Expression, words: list[Word], at: int) -> list[int]:
    """Return where the other words of an expression stand, none where it is not all there."""
    places, here = [], at
    for wanted in expression.stems[1:]:
        span = range(here + 1, min(len(words), here + 2 + GAP))
        stop = next((i for i in span if words[i].low in STOPS), span.stop)
        here = next((i for i in range(span.start, stop) if words[i].stem == wanted and not words[i].gone), -1)
        if here < 0:
            return []
        places.append(here)
    return places


def _denial(words: list[Word], at: int) -> Word | None:
    """Return the negation that stands before a word, near enough to deny it."""
    return next((words[i] for i in range(at - 1, max(-1, at - 1 - REACH), -1) if words[i].denies), None)


def join_negations(words: list[Word]) -> None:
    """Take a negation together with what it denies where both have a word of their own: "did not move" is stuck."""
    for at, word in enumerate(words):
        found = denied_senses(word.stem)
        if found and not word.gone and (denial := _denial(words, at)) is not None:
            denial.denies, denial.gone = False, True
            word.senses, word.expression = found, f"not {word.stem}"
    for at, word in enumerate(words[:-1]):
        if word.stem in _SHORT_STEMS and words[at + 1].low == "to":
            word.denies = word.gone = True


def says(words: list[Word], at: int) -> tuple[bool, bool]:
    """Tell whether a word is what its clause says of the subject, and whether that is done to the subject."""
    word = words[at]
    if _is_light(words, at):
        return False, False
    ahead = before(words, at)
    past = word.low.endswith(("ed", "en")) or word.low in irregular_verbs()
    if ahead in _HAVE:
        return past, False
    if ahead in _HELPERS:
        return True, ahead in _PASSIVE and past
    if (ahead in _ARTICLES and before(words, at - 1) in _BE) or _follows_a_pronoun(word, ahead):
        return True, False
    if ahead in _BEFORE_NOUNS or not ahead:
        return bool(word.expression) and not ahead, False
    finite = word.low.endswith("ed") or (word.low in irregular_verbs() and not word.first)
    object_follows = at + 1 < len(words) and (
        words[at + 1].low in _OPENING_AN_OBJECT or words[at + 1].low[:1].isdigit()
    )
    present = word.low.endswith("s") and any(map(is_event, word.senses)) and ahead not in EMPTY and object_follows
    return finite or present or bool(word.expression), False


def _follows_a_pronoun(word: Word, ahead: str) -> bool:
    """Tell whether a word is the verb of a pronoun: "he wants", "they want"."""
    return ahead in _OF_BARE_VERBS or (ahead in _SUBJECTS and word.low.endswith("s"))


def _is_light(words: list[Word], at: int) -> bool:
    """Tell whether a verb says little of its own or only leads to another one: "begun deploying", "voted to scrap"."""
    word = words[at]
    if word.expression:
        return False
    behind = [*words[at + 1 : at + 3], *[_NOTHING] * 2]
    infinitive = behind[0].low == "to" and behind[1].low[:1].isalpha() and behind[1].low not in _BEFORE_NOUNS
    leads = infinitive and not behind[1].capital
    return word.stem in _LIGHT or leads or (word.stem in _BEFORE_ING and behind[0].low.endswith("ing"))


def led_by(words: list[Word], at: int) -> str:
    """Return the preposition that a word stands behind, before any other clause or verb; ``""``: none."""
    for place in range(at - 1, max(-1, at - 1 - _ADJUNCT), -1):
        word = words[place]
        if word.low in _PREPOSITIONS:
            infinitive = word.low == "to" and place == at - 1 and not words[at].capital
            return "" if infinitive else word.low
        if word.low in STOPS or word.low in _HELPERS or (word.low in EMPTY and word.low not in _BEFORE_NOUNS):
            return ""
    return ""


def owns(words: list[Word], at: int) -> bool:
    """Tell whether a word is the owner of the next: "Malk's deputy"."""
    return at + 2 < len(words) and words[at + 1].low == "s" and words[at + 2].low not in STOPS


def is_possible(words: list[Word], at: int) -> bool:
    """Tell whether a word is only said to be possible: it may, might or could be."""
    return any(word.low in _POSSIBLE and not word.capital for word in words[max(0, at - REACH) : at])


def before(words: list[Word], at: int) -> str:
    """Return the word before, adverbs, negations and verbs that only lead to another one left out."""
    for place in range(at - 1, -1, -1):
        word = words[place]
        if word.low in STOPS:
            return ""
        skipped = word.denies or word.low.endswith("ly") or word.low in _ADVERBS
        if not skipped and not _is_light(words, place):
            return word.low
    return ""


_NOTHING: Final = Word("", capital=False, first=False, stem="", senses=frozenset(), denies=False)

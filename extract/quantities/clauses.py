"""What the clause around a figure says of it: the verb behind a list, "not" before a verb, how far away, a score.

A parse often joins the list to the clause before it: "two men were killed and 30, including three nurses, were hurt".
What players and teams scored, won and lost counts nothing that happened: a text reports a game if it has a result
("112-107") and tells of three sorts of scores, or of four sorts without one; "a rise of three points" and "two goals of
the plan" are told elsewhere.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from spacy.tokens import Token

from whosays.extract.lexicon import participle, phrases, progressive, surface_forms, word_class

_LISTING: Final = r"(?:including|among (?:them|whom)|mostly|\w+ of (?:them|whom))"
_SAID = phrases("quantities", "clauses")
_WERE: Final = _SAID["WERE"]
_WHOLE: Final = re.compile(
    rf"(?: (?!and\b|or\b|\d)[\w’'-]+){{0,4}}?(?:,| \(| [–—-]) ?{_LISTING}\b(?P<list>[^.;:]{{1,80}}?){_WERE}"
)
_SOME_OF: Final = re.compile(rf"(?P<list>[^.;:,()–—]{{0,60}}?){_WERE}")
_OPENED: Final = re.compile(rf"(?:,| \(| [–—-]) ?{_LISTING} [^.;:,()–—]{{0,60}}$")
_OF_THEM: Final = re.compile(r" of (?:them|whom)\b")
_WORD: Final = re.compile(r"[a-z]+")
_LENGTHS: Final = frozenset(("km", "miles", "m", "nautical miles", "feet", "yards"))
_AWAY: Final = re.compile(r"(?: \([^()]{1,20}\))? (?:away|from (?:the|its|their) (?:border|frontier|front|coast))\b")
_NOT: Final = frozenset(("not", "n't", "n’t", "never"))
_ONLY: Final = word_class("behind_a_not")
_SUBJECTS: Final = frozenset(("nsubj", "nsubj:pass"))
_LONGEST: Final = 160  # characters before a number in which its list is opened
_SCORES = "|".join(sorted(sorted(word_class("scores")), key=len, reverse=True))
_ROUNDS = "|".join(sorted(sorted(word_class("rounds")), key=len, reverse=True))
_COUNT = r"(?:\d[\d.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_RESULT = re.compile(r"(?<![\d$£€.-])\d{1,3}[-–]\d{1,3}(?![\d%-])(?! (?:years?|million|billion|percent|mph|km))")
_SCORED = re.compile(rf"\b{_COUNT} (?:[a-z-]+ )?({_SCORES})\b", re.IGNORECASE)
_AFTER = re.compile(rf"(?: of (?:his|her|its|their) [a-z-]+ \d+)? (?:[a-z-]+ ){{0,2}}?(?:{_SCORES}|{_ROUNDS})\b")
_OF = re.compile(rf" of (?:(?:the|its|his|her|their) )?(?:last )?{_COUNT}\b")
_WON = re.compile(r"\b(?:won|lost|dropped|taken) $|\b(?:won|lost|dropped|taken) \w+ of $", re.IGNORECASE)
# "the 100m and 200m titles": metres of a race
_RACE = re.compile(r"(?:50|60|100|110|200|400|800|1,?000|1,?500|3,?000|5,?000|10,?000)m")
_RACED = re.compile(_SAID["RACED"])
_RACED_BEFORE = re.compile(r"(?:\b(?:the|over|men[’']s|women[’']s|indoor|outdoor|a|with|and|or) |/)$")
_FEWEST, _FEWEST_ALONE = 3, 4  # sorts of scores, with a result and without


def state_behind_list(text: str, start: int, end: int, sentence_start: int) -> str | None:
    """Return what became of all and of some of them: "and 30, including three nurses, | were hurt" of both numbers."""
    before = text[max(sentence_start, start - _LONGEST) : start]
    listed = _OPENED.search(before) or (before.endswith(", ") and _OF_THEM.match(text, end))
    match = _SOME_OF.match(text, end) if listed else _WHOLE.match(text, end)
    if match is None or (listed and any(word in _told_apart() for word in _WORD.findall(match["list"]))):
        return None
    return surface_forms().get(match["state"])


def is_negated(top: Token) -> bool:
    """Tell whether a sentence says of a number that it did not happen: "40 lorries did not cross the border"."""
    verb = top.head
    if top.dep_ not in _SUBJECTS or verb is top:
        return False
    told = (child for child in verb.children if child.lower_ in _NOT and top.i < child.i < verb.i)
    return any(child.nbor(1).lower_ not in _ONLY for child in told)


def is_distance(text: str, end: int, unit: str | None, measure: str | None) -> bool:
    """Tell how far away something was ("heard 40 miles away") from how far somebody went ("moved 40 miles away")."""
    if unit not in _LENGTHS or measure is None or not _AWAY.match(text, end):
        return False
    return measure.split()[0] not in {form for verb in word_class("moving") for form in _forms(verb)}


def _told_apart() -> frozenset[str]:
    """Return the words that say of some of them what is not said of all: "three who died", "two of whom had left"."""
    return word_class("auxiliaries") | frozenset(surface_forms()) | {"who", "that"}


def _forms(verb: str) -> tuple[str, str]:
    return participle(verb), progressive(verb)


def is_score(text: str, start: int, end: int) -> bool:
    """Tell whether the number at some characters is a score of a game that the text reports, or names a race."""
    after, before = text[end : end + 50], text[max(0, start - 20) : start]
    if _RACE.fullmatch(text, start, end) and _RACED_BEFORE.search(before) and _RACED.match(after):
        return True
    scored = _AFTER.match(after) is not None or (_WON.search(before) is not None and bool(_OF.match(after)))
    return scored and _reports_game(text)


@lru_cache(maxsize=4)
def _reports_game(text: str) -> bool:
    sorts = {match[1].lower().rstrip("s") for match in _SCORED.finditer(text)}
    return len(sorts) >= (_FEWEST if _RESULT.search(text) else _FEWEST_ALONE)

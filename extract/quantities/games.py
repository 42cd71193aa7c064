"""Scores of games: what players and teams scored, won and lost in a report of one, which counts nothing that happened.

A text reports a game if it has a result ("112-107") and tells of three sorts of scores, or of four sorts without one:
"a rise of three points" and "two goals of the plan" are told elsewhere.  Characters only.
"""

from __future__ import annotations

import re
from functools import lru_cache

from whosays.extract.lexicon import word_class

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
_RACED = re.compile(
    r"(?:,| and| or|/) ?(?:the |an? )?\d[\d,]*m\b|[^\w\s]|$| (?:at|in|and|with|by|on|from|after)\b"
    r"| (?:[a-z’']+ ){0,2}?(?:runners?|races?|finals?|semi-?finals?|titles?|hurdles|sprint\w*|champion\w*|relay|gold"
    r"|freestyle|butterfly|backstroke|breaststroke|medley|silver|bronze|records?|events?|heats?|crown|individual)\b"
)
_RACED_BEFORE = re.compile(r"(?:\b(?:the|over|men[’']s|women[’']s|indoor|outdoor|a|with|and|or) |/)$")
_FEWEST, _FEWEST_ALONE = 3, 4  # sorts of scores, with a result and without


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

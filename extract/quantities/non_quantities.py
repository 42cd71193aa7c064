"""Numbers that count nothing: dates, years, times, ages, ordinals, designations, addresses, idioms, scores.

Decided from the characters around the number alone, so that it works on text without annotation.  What players and
teams scored, won and lost counts nothing that happened: a text reports a game if it has a result ("112-107") and tells
of three sorts of scores, or of four sorts without one; "a rise of three points" is told elsewhere.
"""

from __future__ import annotations

import re
from functools import lru_cache

from whosays.extract.lexicon import phrases, word_class
from whosays.extract.quantities.conventions import PEOPLE
from whosays.extract.quantities.ranges import NumberPhrase
from whosays.resources import read_lines

_SAID = phrases("quantities", "non_quantities", PEOPLE=PEOPLE)
_MONTH = _SAID["MONTH"]
_PERIOD = _SAID["PERIOD"]
_DESIGNATORS = f"(?:{'|'.join(read_lines('extract', 'designators.txt'))})"
_STREET = r"(?:Street|St|Avenue|Ave|Road|Rd|Lane|Boulevard|Blvd|Drive|Square|Way|Court|Place|Terrace|Crescent)"
_ORDINAL_ENDS = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
_OLDEST = 120  # years
_NAMED = re.compile(r"[A-Z][\w’'-]+”?, $")  # "Orlova, 45,"
_IN_FULL = re.compile(r"\b[A-Z][\w’'-]+ (?:[A-Z]\. |[a-z]{2,3} )?[A-Z][\w’'-]+, $")
_ENDED = re.compile(r"[.;]?(?:\s*\Z|\s+(?=[A-Z“\"])|\n)|;|,? and [A-Z]")  # "… and Mira Orlova, 45."
_BEFORE: tuple[tuple[str, re.Pattern[str]], ...] = (  # why, what stands directly before the number
    ("date", re.compile(rf"\b{_MONTH} (?:the )?$")),
    ("age", re.compile(r"\b(?:aged?|ages|the ages? of|aged from|turned|turns|turning) $", re.IGNORECASE)),
    ("designation", re.compile(rf"\b(?:{_DESIGNATORS}s?|(?:nos?|nr)\.) (?:No\.? ?)?$", re.IGNORECASE)),
    ("designation", re.compile(r"#$|№ ?$|\bNo\.$")),
    ("time", re.compile(r"\d[:.]$|\b(?:half past|quarter past|quarter to) $")),
    ("year", re.compile(r"\b\d{4}[-–/]$|\bAD $")),
    ("height", re.compile(r"\d['’′] ?$")),
    ("page furniture", re.compile(r"\bShow all $")),
    ("idiom", re.compile(r"\ban? [a-z]+ or $")),  # "a thing or two"
    ("name", re.compile(r"(?<=[a-z,] )Group of $|\bso-called [“\"‘']?$")),
    ("compound", re.compile(r"[a-z]-of-$")),  # "a father-of-three"
    ("designation", re.compile(r"\b[A-Z][a-z]+ (?:\d+\.\d+(?:, | and |, and ))+$")),
    ("score or code", re.compile(r"\d[-–]$|\+$")),
)
_AFTER: tuple[tuple[str, re.Pattern[str]], ...] = (  # why, what stands directly after it
    ("ordinal", re.compile(rf"-{_ORDINAL_ENDS}s?\b")),
    (
        "date",
        re.compile(rf"(?:st|nd|rd|th)?(?:(?:,|,? and|,? or| to|[-–]) ?\d{{1,2}}(?!\d))*(?: of)? {_MONTH}(?![a-z])"),
    ),
    ("time", re.compile(r"\s?(?:[ap]\.m\b|[ap]m\b|o['’]clock|GMT|UTC|CET|EST|EDT|hours GMT|:\d\d)")),
    ("age", re.compile(r"[- ](?:years?|months?|weeks?|days?)[- ]olds?\b|[- ]years? of age\b")),
    ("age", re.compile(r"(?: years)? (?:and|or) (?:older|over|under|younger)\b")),
    (
        "duration",
        re.compile(rf"[- ](?:of )?(?:(?:more|other|full|consecutive|long|whole|straight|calendar) )*{_PERIOD}\b"),
    ),
    ("address", re.compile(rf" (?:[A-Z][\w’'.-]+ ){{1,3}}{_STREET}\b")),
    ("score or code", re.compile(r"[-–]\d|/\d")),
    ("coordinate", re.compile(r"\s?[°º](?!\s?[CF]\b)|[′″]")),
    ("height", re.compile(r"['’′]\s?\d|[\"”″](?= tall)")),
    ("year", re.compile(r" ?(?:BCE?|CE|AD|B\.C\.|A\.D\.)(?!\w)")),
    ("idiom", re.compile(r" figures?\b| hell of\b| cents? worth\b")),
    ("page furniture", re.compile(r" (?:Comments?|Replies|Shares|Likes|Retweets|Views|Responses|Pins)\b(?! of\b)")),
    ("compound", re.compile(r" part (?:series|plan|question|article)\b")),
    ("compound", re.compile(r"-(?!strong\b|plus\b|odd\b|ish\b|or-|(?:members?|persons?|capacity)\b)[A-Za-z]")),
)
_LASTS_AFTER = re.compile(_SAID["LASTS_AFTER"])
_SUCH = re.compile(r"(?:ic|al|ous|ive|ful|less|ary|ent|ant|ed|ian|able|ish|-[a-z]+)$")  # "years of full-scale | war"
_OF_SUCH = re.compile(r" [a-z]+")
_LASTS_BEFORE = re.compile(_SAID["LASTS_BEFORE"], re.IGNORECASE)
_FOR = re.compile(r"\bfor $", re.IGNORECASE)
_HOURS = re.compile(r"[- ](?:more )?(?:hours?|minutes?)\b")
_LAPSE = re.compile(r"[- ](?:more )?(?:years?|months?|weeks?|days?|hours?|minutes?)\b")
_EMERGENCY = re.compile(r" (?:call(?:s|ers?)?|dispatch\w*|operators?)\b")
_ONE_BEFORE = re.compile(_SAID["ONE_BEFORE"], re.IGNORECASE)
_ONE_AFTER = re.compile(_SAID["ONE_AFTER"])
_HALF_BEFORE = re.compile(_SAID["HALF_BEFORE"], re.IGNORECASE)
_HALF_AFTER = re.compile(r" (?:of|the|its|their|his|her|our|those|these|were|are|have|had)\b(?! (?:the )?year| \d)")
_HALF_LESS = re.compile(r" as (?:much|many)\b")
_BY = re.compile(r"\bby (?:(?:about|around|nearly|almost|roughly|over|more than|less than) )?$", re.IGNORECASE)
_HALVES = re.compile(r"[- ](?:past|time|an?\b|hour|day|dozen|brother|sister|term|marathon)")
_TITLE = re.compile(  # “Fifty Shades of Grey”: a title in quotation marks
    r"[A-Z][a-z-]+(?: (?:[A-Z][\w’'-]*|of|the|and|in|on|to|a|an|for|with))* [A-Z][\w’'-]*?[,.!?]?[”’\"'](?!\w)"
)
_CAPITALISED = re.compile(r"(?:^|[\s(“‘\"'])([A-Z][\w.’'&-]*) $")
_COUNTED_OF_YEARS = re.compile(_SAID["COUNTED_OF_YEARS"])
_NO_PLURAL = r"(?:has|was|is|does|goes|says|this|its|his|as|us|vs|plus|across|versus|always|perhaps)\b"
_PLURAL_FOLLOWS = re.compile(
    rf" (?:(?!{_NO_PLURAL})[a-z][\w-]* ){{0,3}}?(?!{_NO_PLURAL})(?:[a-z-]+s|{PEOPLE}|dead|killed|wounded)\b"
)
_NOUN_FOLLOWS = re.compile(rf" (?!{_NO_PLURAL})[a-z]+ [a-z]")  # "in Maine one man was held"
# A clock time without a sign of one: "at 16.06", "from 0600 to 1400".
_CLOCK_TIME = r"(?:(?:[01]?\d|2[0-3])\.[0-5]\d|(?:[01]\d|2[0-3])[0-5]\d)"
_CLOCK = re.compile(rf"{_CLOCK_TIME}(?:(?: and | to |[-–]){_CLOCK_TIME})?")
_CLOCK_BEFORE = re.compile(_SAID["CLOCK_BEFORE"], re.IGNORECASE)
_AT_A_TIME = re.compile(r"(?:\b(?:at|until|till) |\d\.?\d\d(?: (?:to|and|or) |[-–]))$", re.IGNORECASE)
_VALUED = re.compile(_SAID["VALUED"])
_CLOCK_AFTER = re.compile(_SAID["CLOCK_AFTER"])
_COUNTED_AFTER = re.compile(_SAID["COUNTED_AFTER"])
_RATE_AFTER = re.compile(r" (?:[a-z]+ )?(?:per|points?)\b| [a-z]+ an? ")
_DATED = re.compile(_SAID["DATED"], re.IGNORECASE)
_EARLY_YEAR = re.compile(r"1[0-4]\d\d")
_NO_NOUN = re.compile(r"[^\w\s]|$| (?:and|when|to|the|by|it|he|she|they|in|as|after|before|with|until|but|or)\b")
_IS_AGED = re.compile(_SAID["IS_AGED"])
_AGED = re.compile(r"[.,;:!?)”\"]| (?:when|and|that|at the time|but|now)\b|$")
_PRODUCT = re.compile(
    r"(?<![\w’'-])(?!Mac?[A-Z]|Mc|De|Di|Du|La|Le|Van|Fitz)[A-Za-z]*[a-z][A-Z][a-z]\w* $"
)  # "iPhone 15 models"
# "Xbox 2 may be shown" tells of one thing, "Only 2 may be shown" of two
_ONE_THING = re.compile(r" (?:is|was|has|had|may|might|will|would|can|could|should)\b")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n“”\"‘’'(—–]|\s-)\s*$")
_SCORES = "|".join(sorted(sorted(word_class("scores")), key=len, reverse=True))
_ROUNDS = "|".join(sorted(sorted(word_class("rounds")), key=len, reverse=True))
_COUNT = r"(?:\d[\d.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_RESULT = re.compile(r"(?<![\d$£€.-])\d{1,3}[-–]\d{1,3}(?![\d%-])(?! (?:years?|million|billion|percent|mph|km))")
_SCORED = re.compile(rf"\b{_COUNT} (?:[a-z-]+ )?({_SCORES})\b", re.IGNORECASE)
_SCORE_AFTER = re.compile(rf"(?: of (?:his|her|its|their) [a-z-]+ \d+)? (?:[a-z-]+ ){{0,2}}?(?:{_SCORES}|{_ROUNDS})\b")
_OF_SCORES = re.compile(rf" of (?:(?:the|its|his|her|their) )?(?:last )?{_COUNT}\b")
_WON = re.compile(r"\b(?:won|lost|dropped|taken) $|\b(?:won|lost|dropped|taken) \w+ of $", re.IGNORECASE)
# "the 100m and 200m titles": metres of a race
_RACE = re.compile(r"(?:50|60|100|110|200|400|800|1,?000|1,?500|3,?000|5,?000|10,?000)m")
_RACED = re.compile(_SAID["RACED"])
_RACED_BEFORE = re.compile(r"(?:\b(?:the|over|men[’']s|women[’']s|indoor|outdoor|a|with|and|or) |/)$")
_FEWEST, _FEWEST_ALONE = 3, 4  # sorts of scores, with a result and without


def why_not_counted(text: str, phrase: NumberPhrase) -> str | None:
    """Return why a number counts nothing ("year", "age", "designation", ...), or ``None`` where it may count."""
    before = text[max(0, phrase.start - 40) : phrase.start]
    after = text[phrase.end : phrase.end + 60]
    if _inside_address(text, phrase):
        return "web address"
    if phrase.unit is None:
        beside = _one(text, phrase, before, after) or _surroundings(text, phrase, before, after)
        return beside or _shape(text, phrase, before, after)
    return _half(phrase, text, before, after)


def _one(text: str, phrase: NumberPhrase, before: str, after: str) -> str | None:
    alone = text[phrase.start : phrase.end].lower() == "one"
    return "idiom" if alone and (_ONE_BEFORE.search(before) or _ONE_AFTER.match(after)) else None


def _surroundings(text: str, phrase: NumberPhrase, before: str, after: str) -> str | None:
    if phrase.core[1] - phrase.core[0] == 3 and _EMERGENCY.match(after) and phrase.low in (911, 999):
        return "designation"
    reasons = [why for why, pattern in _AFTER if pattern.match(after)]
    if reasons[:1] == ["duration"] and _lasts(text, phrase, before, after):
        reasons = []
    reasons += [why for why, pattern in _BEFORE if pattern.search(before)]
    modified = phrase.start != phrase.core[0]  # "cases exceeded 20,000": no "case 20,000"
    return next((why for why in reasons if not (modified and why == "designation")), None)


def lasting(text: str, end: int) -> str | None:
    """Return what a number behind which it stands lasts: "years in prison", "hours", "times"."""
    match = _LASTS_AFTER.match(text, end) or _LAPSE.match(text, end)
    whole = _OF_SUCH.match(text, match.end()) if match else None
    further = whole[0] if match and whole and " of " in match[0] and _SUCH.search(match[0]) else ""
    return (match[0] + further).strip(" -") if match else None


def _lasts(text: str, phrase: NumberPhrase, before: str, after: str) -> bool:
    """Tell how long something lasts, which is a count, from how long ago it was, and from "led it for three years"."""
    bounded = phrase.start != phrase.core[0] or _HOURS.match(after)
    told = (
        _LASTS_BEFORE.search(before)
        or _LASTS_BEFORE.search(text[max(0, phrase.core[0] - 40) : phrase.core[0]])
        or (_FOR.search(before) and bounded)
    )
    return bool(_LASTS_AFTER.match(after) or (told and _LAPSE.match(after)))


def _shape(text: str, phrase: NumberPhrase, before: str, after: str) -> str | None:
    bare = text[slice(*phrase.core)]
    modified = phrase.start != phrase.core[0]
    aged = (phrase.high or 110) < 110 and _IS_AGED.search(before) and _AGED.match(after)
    if aged or _age_limit(text, phrase, before):
        return "age"
    if _EARLY_YEAR.fullmatch(bare) and _DATED.search(before) and _NO_NOUN.match(after):
        return "year"
    if _is_year(bare) and not (modified and "," in bare) and not _counts_plural(before, after):
        return "year"
    if _is_clock(bare, text[max(0, phrase.core[0] - 40) : phrase.core[0]], after):
        return "time"
    layout = _layout(bare, before, after, phrase.low)
    return layout if layout or modified else _name(text, phrase, before, after)


def _age_limit(text: str, phrase: NumberPhrase, before: str) -> bool:
    """ "people under 30", "voters over 65": an age, unless a noun follows."""
    modifier = text[phrase.start : phrase.core[0]].strip().lower()
    people = re.search(r"\b(?:people|those|anyone|everyone|voters|women|men|children|adults|girls|boys) $", before)
    return bool(people) and modifier in ("under", "over", "above", "below")


def _layout(bare: str, before: str, after: str, value: float | None) -> str | None:
    if re.fullmatch(r"\d{3}-\d{4}|0\d+", bare):
        return "score or code"
    if re.search(r"[\[(]$", before) and re.match(r"[\])]", after):
        return "reference"
    if (value or 200) < _OLDEST and (
        (_NAMED.search(before) and after.startswith(",")) or (_IN_FULL.search(before) and _ENDED.match(after))
    ):
        return "age"
    if re.search(r"(?:^|\n)\s*$", before) and re.match(r"[.)]\s", after):
        return "list number"
    return None


def _is_clock(bare: str, before: str, after: str) -> bool:
    """Tell "at 16.06 the tram stopped" from "put the toll at 1400" and "at 2.10 children a woman"."""
    if not _CLOCK.fullmatch(bare) or not _CLOCK_BEFORE.search(before) or _VALUED.search(before):
        return False
    certain = _AT_A_TIME.search(before) is not None
    if _CLOCK_AFTER.match(after) or not ("." in bare or certain):
        return _CLOCK_AFTER.match(after) is not None
    return not (_RATE_AFTER if certain and "." in bare else _COUNTED_AFTER).match(after)


def _is_year(bare: str) -> bool:
    return bool(re.fullmatch(r"(?:1[5-9]|20)\d\d(?:[-–](?:1[5-9]|20)\d\d)?(?: (?:to|and) (?:1[5-9]|20)\d\d)?", bare))


def _counts_plural(before: str, after: str) -> bool:
    return bool(_COUNTED_OF_YEARS.match(after)) and not _DATED.search(before)


def _name(text: str, phrase: NumberPhrase, before: str, after: str) -> str | None:
    """A number that belongs to a name: "Brigade 44", "Apollo 11", "Group of Seven"; headlines capitalise all."""
    if _headline(text, phrase):
        return None
    if _TITLE.match(text, phrase.start) and before.endswith(("“", "‘", '"', "'")):
        return "name"
    starts = bool(_SENTENCE_START.search(before))
    if text[phrase.start].isupper() and text[phrase.start].isalpha() and not starts:
        return "name"
    word = _CAPITALISED.search(before)
    if _PRODUCT.search(before) or (word and len(word[1]) > 1 and word[1].isupper()):
        return "designation"
    if word and _SENTENCE_START.search(before[: word.start(1)]):
        one = (
            (phrase.low or 0) < 100 and _ONE_THING.match(after) and word[1].lower() not in word_class("before_a_count")
        )
        return "designation" if one else None
    counts = _PLURAL_FOLLOWS.match(after) or (text[phrase.start].islower() and _NOUN_FOLLOWS.match(after))
    return "designation" if word and not counts else None


def _headline(text: str, phrase: NumberPhrase) -> bool:
    before, after = text[max(0, phrase.start - 150) : phrase.start], text[phrase.end : phrase.end + 150]
    line = before.rpartition("\n")[2] + after.partition("\n")[0]
    words = re.findall(r"[A-Za-z][a-z]{3,}", line)
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _half(phrase: NumberPhrase, text: str, before: str, after: str) -> str | None:
    if text[slice(*phrase.core)].lower() != "half":
        return None
    shared = _HALF_AFTER.match(after) and not _HALF_BEFORE.search(before)
    reduced = _HALF_LESS.match(after) or (_BY.search(before) and not _HALVES.match(after))
    return None if shared or reduced else "idiom"


def _inside_address(text: str, phrase: NumberPhrase) -> bool:
    before, after = text[max(0, phrase.start - 200) : phrase.start], text[phrase.end : phrase.end + 200]
    word = re.split(r"\s", before)[-1] + re.split(r"\s", after)[0]
    return bool(re.search(r"@|://|www\.|\.(?:com|org|net|co|html?)\b", word))


def is_score(text: str, start: int, end: int) -> bool:
    """Tell whether the number at some characters is a score of a game that the text reports, or names a race."""
    after, before = text[end : end + 50], text[max(0, start - 20) : start]
    if _RACE.fullmatch(text, start, end) and _RACED_BEFORE.search(before) and _RACED.match(after):
        return True
    scored = _SCORE_AFTER.match(after) is not None or (
        _WON.search(before) is not None and bool(_OF_SCORES.match(after))
    )
    return scored and _reports_game(text)


@lru_cache(maxsize=4)
def _reports_game(text: str) -> bool:
    sorts = {match[1].lower().rstrip("s") for match in _SCORED.finditer(text)}
    return len(sorts) >= (_FEWEST if _RESULT.search(text) else _FEWEST_ALONE)

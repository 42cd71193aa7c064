"""Number phrases of English news text as intervals: "at least 100" is 100 and up.

Pure functions on strings.  What a number counts, and whether it counts anything, is decided elsewhere; what
modifiers and vague words mean stands in ``whosays.extract.quantities.conventions``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from text_to_num import alpha2digit, text2num  # type: ignore[import-untyped]

from whosays.extract.lexicon import numerals
from whosays.extract.pipeline import lowered, matches, starts_of
from whosays.extract.quantities.conventions import (
    AFTER,
    BEFORE,
    CURRENCY_SIGNS,
    PEOPLE,
    PERCENT,
    SCALE,
    SCALE_SUFFIXES,
    SCALES,
    UNITS,
    VAGUE,
    Modifier,
    at_least,
    scaled,
)
from whosays.extract.quantities.digits import DIGITS, digits_value
from whosays.extract.quantities.ranges import NumberPhrase, bounded, ranged

_ONES, _TEENS, _TENS = (
    "|".join(word for word, value in numerals().items() if value in values)
    for values in (range(1, 10), range(10, 20), range(20, 100))
)
_GAP = r"(?: {1,2}|-)"
_AND = r"(?: {1,2}and)?"
_BELOW_100 = rf"(?:(?:{_TENS})(?:{_GAP}(?:{_ONES}))?|{_TEENS}|{_ONES})\b"
_BELOW_1000 = rf"(?:(?:an?|{_BELOW_100}){_GAP}hundred(?:{_AND}{_GAP}{_BELOW_100})?|{_BELOW_100})"
_POINT = rf"(?: point(?: (?:zero|{_BELOW_100}))+)?"
_IMPLIED_ONE = rf"an?(?=[ -](?:{SCALE}|dozen)\b)|(?<!\d[ -])(?={SCALE}\b)"
_SPELLED = rf"\b(?:(?:{_BELOW_1000}|zero){_POINT}|{_IMPLIED_ONE})(?:{_GAP}?{SCALE}\b(?:{_AND} {{1,2}}{_BELOW_1000})?)*"
_FIGURES = rf"(?:(?<![\w.@#/:\\])|(?<=\bRs\.))(?:(?<![A-Za-z]-)|(?<=\d[km]-))(?<!\d,)(?:{DIGITS})(?![.,/:]?\d)"
_BARE = rf"(?:(?P<digits>{_FIGURES})|(?P<words>{_SPELLED}))"
_SUFFIX = r"(?:(?P<suffix> ?(?:k|mn|mln|bn|bln|tn|tln|trn)|m|b)\b)?"
_DOZENS = r"(?P<dozen>(?:[ -]dozens?\b)?)"
_ATTACHED = r"(?-i:km(?:²|2|/h)?|kms|kph|kg|mph|cm|[MG]W)(?!\w|-(?!\d))"  # units right behind digits: "70km"
_ENDS = rf"(?!(?!(?<=\d){_ATTACHED})[A-Za-z])"
_NUMBER = re.compile(rf"{_BARE}(?P<scales>(?:[ -]{SCALE}\b)*){_DOZENS}{_SUFFIX}{_ENDS}", re.IGNORECASE)
_FRACTIONS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "eighth": 8,
    "tenth": 10,
}
_MIXED = re.compile(
    rf"\b(?:(?P<whole>{_BELOW_100}|\d+|an?(?= (?:{SCALE}|dozen)))(?: (?P<before>{SCALE}|dozen))?[ -]and[ -])?"
    rf"(?:(?:an?|one)[ -])?(?P<part>half|quarter)(?:[ -](?:an?[ -]|of an? )?(?P<scale>{SCALE}|dozen))?\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    rf"\b(?P<top>an?|one|two|three|four|five|six|seven|eight|nine)[ -](?P<part>{'|'.join(_FRACTIONS)})"
    rf"(?:s\b|\b(?= of\b| the\b| its\b| their\b| his\b| her\b| were\b| have\b| less\b| fewer\b))|\bhalf\b",
    re.IGNORECASE,
)
_LESS_BY_A_SHARE = re.compile(  # "fell by a third in May", but not "by a third party"
    rf"(?:(?<=\bby )|(?<=\bby about )|(?<=\bby nearly )|(?<=\bby almost )|(?<=\bby more than )|(?<=\bby over ))"
    rf"(?P<top>an?|one)[ -](?P<part>{'|'.join(_FRACTIONS)})\b"
    r"(?=[,.;:]|$| (?:in|since|over|from|to|this|last|on|and|after|compared|between|during)\b)"
)
_RATIO = re.compile(
    rf"\b(?P<a>{_BELOW_100}|\d{{1,3}})(?: (?:in|out of)(?: every)? |-in-|-out-of-)"
    rf"(?P<b>(?:{_BELOW_100}|an?|\d{{1,3}})(?: {SCALE})?)\b"
    rf"(?!,?\d| \d)",
    re.IGNORECASE,
)
_VAGUE = [(re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), low, high) for pattern, low, high in VAGUE]
_ANY_VAGUE = re.compile(rf"\b(?=(?:{'|'.join(pattern for pattern, _, _ in VAGUE)})\b)")  # of a lower-cased text
_SIGN = re.compile("(?:" + "|".join(re.escape(s) for s in sorted(CURRENCY_SIGNS, key=len, reverse=True)) + r") ?$")
_UNITS = [(re.compile(rf"(?: of |[ \u00a0-])?(?:{pattern})(?!\w|-(?!\d))"), unit) for pattern, unit in UNITS]
_MINUS = re.compile(r"(?:^|[\s(\[/])([-−–]|minus )$", re.IGNORECASE)
_FILLER = r"(?:\s(?:a total of|another|a further|an additional))?\s?[\"“‘']?$"
_BEFORE = [(re.compile(rf"(?<![\w-])(?:{pattern}){_FILLER}", re.IGNORECASE), apply) for pattern, apply in BEFORE]
_ANY_BEFORE = re.compile(rf"(?<![\w-])(?:{'|'.join(pattern for pattern, _ in BEFORE)}){_FILLER}", re.IGNORECASE)
_AFTER = [(re.compile(pattern, re.IGNORECASE), apply) for pattern, apply in AFTER]
_QUOTED_AFTER_PREPOSITION = re.compile(r"(?:about|over|under|above|below|some) [\"“‘']", re.IGNORECASE)
_PREPOSITION = re.compile(r"(?:over|under|above|below|beyond) ", re.IGNORECASE)
_SPAN_OF_TIME = re.compile(r"[- ](?:[a-z]+ )?(?:second|minute|hour|day|night|week|month|year|decade|time)s?\b")
# The words that may begin a number; one in digits begins with a digit, or a point before one.
_OPENERS = frozenset(f"a|an|half|quarter|zero|{SCALE[3:-1]}|{_ONES}|{_TEENS}|{_TENS}".split("|"))
_PASSED = re.compile(  # "the toll has passed 20,000", but not "the house passed 20 bills"
    r"\b(?:toll|number|count|figure|total|tally|cost|value|cases|deaths|losses|casualties|fatalities|arrests)\b"
    r"(?: [\w’'-]+){0,4}? (passed|passes|topped|tops|crossed) $"
)
_PAST = re.compile(
    r"\b(?:value|worth|toll|total|count|number|price|cost|sales|tally|capitalisation)(?: of \w+)? (past) $"
)
_NOUN = re.compile(rf" (?:[a-z]+s|{PEOPLE})\b")
_LARGEST = 1e16  # above it, a number is no quantity that news reports, and floats lose units
_ROUND = 10  # of so many, or so many times that, a share is told
_WINDOW = 48  # characters that the longest modifier can take


def find_numbers(text: str) -> list[NumberPhrase]:
    """Return the number phrases of a text in order, none overlapping; ranges and modifiers are part of them.

    Finds every number, also those that count nothing (years, ages, designations).
    """
    starts = starts_of(text, _OPENERS)
    cores = _distinct([*_shares(text, starts), *_vague(text), *_mixed(text, starts), *_plain(text, starts)])
    phrases = (_modified(text, phrase) for phrase in ranged(text, [_with_unit(text, core) for core in cores]))
    return list(bounded(text, phrases))


def _phrase(
    match: re.Match[str], low: float, high: float | None, approximate: bool, unit: str | None = None
) -> NumberPhrase:
    return NumberPhrase(match.start(), match.end(), low, high, approximate, unit, match.span())


def _distinct(phrases: list[NumberPhrase]) -> list[NumberPhrase]:
    """Keep the leftmost phrases, of those with one start the longest; earlier readings win a tie."""
    kept: list[NumberPhrase] = []
    for phrase in sorted(phrases, key=lambda p: (p.start, -p.end)):
        if not kept or phrase.start >= kept[-1].end:
            kept.append(phrase)
    return kept


def _plain(text: str, starts: Iterable[int]) -> Iterator[NumberPhrase]:
    for match in matches(_NUMBER, text, starts):
        value = _value(match)
        if value is not None and value < _LARGEST:
            yield _phrase(match, value, value, False)


def _value(match: re.Match[str]) -> float | None:
    scale = 1
    for word in re.findall(SCALE, match["scales"] or "", re.IGNORECASE):
        scale *= SCALES[word.lower()]
    scale *= SCALE_SUFFIXES[match["suffix"].strip().lower()] if match["suffix"] else 1
    scale *= SCALES["dozen"] if match["dozen"] else 1
    if match["digits"]:
        value = digits_value(match["digits"], match.string[match.end("digits") : match.end("digits") + _WINDOW])
        return scaled(value, scale)
    spelled = _spelled(match["words"])
    return None if spelled is None else scaled(spelled, scale)


def _spelled(words: str) -> float | None:
    """Value of spelled-out words; ``None`` where they are not one number ("twenty twenty")."""
    words = re.sub(r"^an?\b", "one", re.sub(r"[\s-]+", " ", words.lower()).strip())
    words = f"one {words}" if words.split(" ", 1)[0] in SCALES else words
    indian = re.fullmatch(r"(.+?)((?: (?:lakh|crore))+)", words)
    if indian:
        whole = _spelled(indian[1])
        return None if whole is None else scaled(whole, math.prod(SCALES[scale] for scale in indian[2].split()))
    mantissa, _, decimals = words.partition(" point ")
    digits, *scales = re.split(rf" (?={SCALE})", decimals)
    value = _trillions(mantissa)
    fraction = alpha2digit(f"zero point {digits}", "en") if digits else "0"
    if value is None or not re.fullmatch(r"[\d.]+", fraction):
        return None
    return scaled(value + float(fraction), math.prod(SCALES[scale.strip()] for scale in scales))


def _trillions(words: str) -> float | None:
    """Value of whole numbers; the library's English ends at billions."""
    high, trillion, low = words.partition(" trillion")
    low = re.sub("^and ", "", low.strip())
    try:
        value = float(text2num(high, "en"))
        return value * SCALES["trillion"] + (text2num(low, "en") if low else 0) if trillion else value
    except ValueError:
        return None


def _small(words: str) -> float:
    if words[:1].isdigit():
        number, _, scale = words.partition(" ")
        return float(number) * SCALES.get(scale.lower(), 1)
    return _spelled(words) or 0.0


def _mixed(text: str, starts: Iterable[int]) -> Iterator[NumberPhrase]:
    """ "two and a half million", "a million and a half", "half a million", "half a dozen"."""
    for match in matches(_MIXED, text, starts):
        part = 1 / _FRACTIONS[match["part"].lower()]
        before, after = (SCALES[match[name].lower()] if match[name] else 1 for name in ("before", "scale"))
        if match["whole"]:
            value = (_small(match["whole"]) + part) * max(before, after)
        elif match["scale"]:
            value = part * after
        else:
            continue
        yield _phrase(match, value, value, False)


def _shares(text: str, starts: Iterable[int]) -> Iterator[NumberPhrase]:
    """Shares as percentages, to a tenth where they are no whole ones."""
    for match in matches(_RATIO, text, starts):
        top, bottom = _small(match["a"]), _small(match["b"])
        if 0 < top < bottom and not _is_tallied(match[0], bottom):
            yield _share(match, 100 * top / bottom)
    for match in [*matches(_SHARE, text, starts), *_LESS_BY_A_SHARE.finditer(text)]:
        top = _small(match["top"] or "one")
        yield _share(match, 100 * top / _FRACTIONS[(match["part"] or "half").lower()])


def _is_tallied(words: str, bottom: float) -> bool:
    """Tell "eight out of 11 drones", which counts them, from "six out of ten" and "19 out of every 20" of a share."""
    return " out of " in words and " every" not in words and bottom > _ROUND and bottom % _ROUND != 0


def _share(match: re.Match[str], percent: float) -> NumberPhrase:
    rounded = round(percent, 1)
    return _phrase(match, rounded, rounded, not float(percent).is_integer(), PERCENT)


def _vague(text: str) -> Iterator[NumberPhrase]:
    starts = [match.start() for match in _ANY_VAGUE.finditer(lowered(text))]
    for pattern, low, high in _VAGUE:
        for match in matches(pattern, text, starts):
            yield _phrase(match, low, high, True)


def _with_unit(text: str, phrase: NumberPhrase) -> NumberPhrase:
    sign = _SIGN.search(text, max(0, phrase.start - 5), phrase.start)
    if sign and not re.fullmatch("[A-Za-z]", text[max(0, sign.start() - 1) : sign.start()]):
        return replace(phrase, start=sign.start(), unit=CURRENCY_SIGNS[sign[0].strip()])
    for pattern, unit in _UNITS:
        match = pattern.match(text, phrase.end)
        if match and phrase.unit is None:
            measured = replace(phrase, end=match.end(), unit=unit)
            return _below_zero(text, measured) if unit == "degrees" else measured
    return phrase


def _below_zero(text: str, phrase: NumberPhrase) -> NumberPhrase:
    """ "-30°C", "minus 30 degrees"."""
    minus = _MINUS.search(text, max(0, phrase.start - 7), phrase.start)
    if minus is None or phrase.low is None or phrase.high is None:
        return phrase
    return replace(phrase, start=minus.start(1), low=-phrase.high, high=-phrase.low)


def _modified(text: str, phrase: NumberPhrase) -> NumberPhrase:
    """Apply the modifiers from the innermost outwards: those before the number first, then one after it."""
    while True:
        outer = _before(text, phrase)
        if outer is None:
            break
        phrase = outer
    for pattern, modifier in _AFTER:
        match = pattern.match(text, phrase.end)
        if match:
            return _apply(modifier, phrase, phrase.start, match.end())
    return phrase


def _before(text: str, phrase: NumberPhrase) -> NumberPhrase | None:
    window = max(0, phrase.start - _WINDOW)
    passed = _PASSED.search(text, window, phrase.start) or _PAST.search(text, window, phrase.start)
    if passed and not _NOUN.match(text, phrase.end):
        return _apply(at_least, phrase, passed.start(1), phrase.end)
    if not _ANY_BEFORE.search(text, window, phrase.start):
        return None
    for pattern, modifier in _BEFORE:
        match = pattern.search(text, window, phrase.start)
        if match and not _QUOTED_AFTER_PREPOSITION.fullmatch(match[0]) and not _governs(text, match[0], phrase):
            return _apply(modifier, phrase, match.start(), phrase.end)
    return None


def _governs(text: str, word: str, phrase: NumberPhrase) -> bool:
    """Tell "control over several towns", "under two names" from "over 200 towns", "under two hours"."""
    small = (phrase.high or 0) < 10 and phrase.unit is None and text[phrase.core[0]].isalpha()
    return small and _PREPOSITION.fullmatch(word) is not None and not _SPAN_OF_TIME.match(text, phrase.end)


def _apply(modifier: Modifier, phrase: NumberPhrase, start: int, end: int) -> NumberPhrase:
    low, high, approximate = modifier((phrase.low, phrase.high, phrase.approximate))
    return replace(phrase, start=start, end=end, low=low, high=high, approximate=approximate)

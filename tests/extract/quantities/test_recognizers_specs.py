"""Numbers, ranges and dates on the specs of Recognizers-Text (MIT), read where they lie beside the checkout.

The specs are those of an assistant that keeps a calendar; what news does not say, or what whosays reads otherwise on
purpose, is left out by the rules below, each with its reason.  Run as a program, this file prints how
many of each remain, how many are right, and what is wrong.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from whosays.extract.quantities.number_phrases import find_numbers
from whosays.extract.quantities.ranges import NumberPhrase
from whosays.extract.time.timex import find_times

SPECS = Path(__file__).parents[4] / "shared" / "corpora" / "Recognizers-Text" / "Specs"
Rules = tuple[tuple[str, str], ...]
NUMBERS: Rules = (  # why an expected number is left out, and the words in its sentence that tell
    ("fractions: whosays reads shares as percentages", r"^fraction:"),
    ("powers", r"^power:"),
    ("negative numbers: nothing is counted below zero", r"(?:^|[^\w])- ?\d|\b(?:minus|negative)\b"),
    (
        "addresses, telephone numbers, codes, dates, lists",
        r"\d\.\d+\.|\d-\d+-|\d/\d+/|SCP|\d,\d\d,\d\d|\d,\d\d?\b(?!\d)",
    ),
    (
        "spellings of no newspaper",
        r"\d ?(?:[gG]|MM|mil|dzs?)\b|do[zs]+\b|  | - |nought|naught|\d thousand \d|\d hundred|crore and",
    ),
    ("dozens that are added, not multiplied", r"hundred and two dozens"),
)
RANGES: Rules = (
    ("signs of mathematics", r"[<>=]"),
    ("or equal: mathematics", r"\bequal\b"),
    ("places in a row", r"\btenth\b"),
    ("negative numbers", r"\bnegative\b"),
    ("from ... to: news tells a change by it", r"\bfrom \w+"),
    ("fractions", r"\d/\d|quarter|\d in \d"),
    ("about ... or more: whosays takes both in", r"five hundred (?:or|and) "),
)
PERCENTS: Rules = (("negative", r"\bminus\b"), ("no number", r"small percent|the %|calculate a percentage"))
DATES: Rules = (
    ("digits alone, without a year or with two of its digits", r"^[\d\s./,-]+$|^from \d+/"),
    ("run together", r"[a-z]{3}[-/.]?\d|\d[-/][a-z]"),
    ("years spelled out", r"nineteen|two thousand|hundred|twenty-tens|two thousands|noughties|^year \d"),
    ("a day without its month", r"^the (?:\d+(?:st|nd|rd|th)?|second|thirty|twenty second)$|\bthe fifteen$"),
    ("days and seasons of no known year",
     r"^(?:the )?(?:mid )?summer$|^(?:the|my) (?:day|week)$"
     r"|^(?:first|second|third|fifth) \w+day$|^that "),
    ("a calendar's weeks", r"week of |^week \d|from week|between week|w/c|week (?:commencing|starting|beginning)"),
    ("what hangs on another day",
     r"(?:from|after|before|to) (?:today|tomorrow|yesterday|now|two and)"
     r"|\b(?:and|between) now|later$|hence|in the future|^same "),
    ("how long something takes", r"starting|business|^for \d|upcoming|\bwithin\b.*(?:\d.*\d|next)"),
    ("three units in a row", r"\d \w+ \d \w+ \d"),
    ("spellings of no newspaper",
     r"tmrw|rest (?:of )?(?:my|current|week)|rest the|\brest this|\bmay twenty one"
     r"|jan twenty|november between|'s$"),
    ("a range until a month or year: whosays takes that in, the specs do not",
     r"(?:and|to|through|-) ?(?:feb|march|2018|2019)(?: ?(?:june|may|2018|2019))?$"),
    ("thirds of a year", r"(?:end|beginning|middle) of 2000"),
    ("a bare month without a word before it, and a day whose month comes later",
     r"^february$|from 0?\d to (?:january|april)|next week between|until wed"
     r"|last monday april"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Score:
    """How many expectations of a spec remain, how many are met, those that are not, and how many are left out."""

    kept: int
    right: int
    wrong: tuple[str, ...]
    left_out: dict[str, int]

    @property
    def share(self) -> float:
        return self.right / self.kept


def numbers() -> Score:
    return _scored(_expected("Number/English/NumberModel.json"), NUMBERS, _number_is_met, whole=True)


def ranges() -> Score:
    return _scored(_expected("Number/English/NumberRangeModel.json"), RANGES, _range_is_met, whole=False)


def percents() -> Score:
    return _scored(_expected("Number/English/PercentModel.json"), PERCENTS, _number_is_met, whole=True)


def days() -> Score:
    return _scored(_expected("DateTime/English/DateParser.json"), DATES, _date_is_met, whole=False)


def periods() -> Score:
    return _scored(_expected("DateTime/English/DatePeriodParser.json"), DATES, _date_is_met, whole=False)


def _expected(path: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for case in json.loads((SPECS / path).read_text(encoding="utf-8-sig")):
        yield from ((case, result) for result in case["Results"])


def _scored(
    expected: Iterator[tuple[dict[str, Any], dict[str, Any]]], rules: Rules, is_met: Any, *, whole: bool
) -> Score:
    left_out: dict[str, int] = {}
    met, wrong = 0, list[str]()
    for case, result in expected:
        words = (case["Input"] if whole else result["Text"]).strip()
        kind = result.get("Resolution", {}).get("subtype")
        told = f"{kind}: {words}" if kind in ("fraction", "power") else words
        why = next((why for why, pattern in rules if re.search(pattern, told, re.IGNORECASE)), None)
        if why is None and not _resolvable(case, result):
            why = "nothing to compare with: no such day, or a season"
        if why is not None:
            left_out[why] = left_out.get(why, 0) + 1
        elif is_met(case, result):
            met += 1
        else:
            wrong.append(f"{result['Text']!r} in {case['Input']!r}")
    return Score(met + len(wrong), met, tuple(wrong), left_out)


def _resolvable(case: dict[str, Any], result: dict[str, Any]) -> bool:
    return "Resolution" in result or ("Context" in case and bool(_days(result)))


def _number_is_met(case: dict[str, Any], result: dict[str, Any]) -> bool:
    value = float(result["Resolution"]["value"].rstrip("%"))
    return any(phrase.low == pytest.approx(value) for phrase in _found(case, result))


def _range_is_met(case: dict[str, Any], result: dict[str, Any]) -> bool:
    """An open bound is the next whole number: "more than 50" is 51 and up; shares are percentages."""
    opened, low, high, closed = re.fullmatch(r"([\[(])(.*),(.*)([\])])", result["Resolution"]["value"]).groups()  # type: ignore[union-attr]
    for phrase in _found(case, result):
        scale = 100 if phrase.unit == "%" else 1
        lows = {None} if not low else {float(low) * scale, float(low) * scale + (opened == "(")}
        highs = {None} if not high else {float(high) * scale, float(high) * scale - (closed == ")")}
        if phrase.low in lows and phrase.high in highs:
            return True
    return False


def _found(case: dict[str, Any], result: dict[str, Any]) -> Iterator[NumberPhrase]:
    phrases = find_numbers(case["Input"])
    return (phrase for phrase in phrases if phrase.start <= result["End"] and result["Start"] < phrase.end)


def _date_is_met(case: dict[str, Any], result: dict[str, Any]) -> bool:
    """One of the two resolutions, that of the past and that of the future; the end of a period is in it or not."""
    today = date.fromisoformat(case["Context"]["ReferenceDateTime"][:10])
    start, end = result["Start"], result["Start"] + result["Length"]
    found = [time for ahead in (False, True) for time in find_times(case["Input"], today, ahead=ahead)]
    return any(
        time.period.start == first and last in (time.period.end, (time.period.end or today) + timedelta(1))
        for time in found
        if time.span[0] < end and start < time.span[1]
        for first, last in _days(result)
    )


def _days(result: dict[str, Any]) -> list[tuple[date, date]]:
    resolutions = [(result.get("Value") or {}).get(name) or {} for name in ("PastResolution", "FutureResolution")]
    pairs = [[value[:10] for value in resolution.values()] for resolution in resolutions if resolution]
    return [(date.fromisoformat(pair[0]), date.fromisoformat(pair[-1])) for pair in pairs if pair[0] > "0002"]


SPECS_SCORED = {"numbers": numbers, "ranges": ranges, "percents": percents, "days": days, "periods": periods}
FLOORS = {"numbers": 0.95, "ranges": 0.95, "percents": 0.95, "days": 0.95, "periods": 0.95}


@pytest.mark.shared
@pytest.mark.skipif(not SPECS.is_dir(), reason="../shared/corpora/Recognizers-Text is absent")
@pytest.mark.parametrize("name", SPECS_SCORED)
def test_specs_are_met(name: str) -> None:
    """Of what news says, nearly all is read as the specs want it."""
    score = SPECS_SCORED[name]()
    assert score.share >= FLOORS[name], "\n".join(score.wrong)


if __name__ == "__main__":
    for spec, scored in SPECS_SCORED.items():
        result = scored()
        sys.stdout.write(f"{spec}: {result.right} of {result.kept} ({result.share:.3f})\n")
        for line in (*result.wrong, *(f"left out {n}: {why}" for why, n in result.left_out.items())):
            sys.stdout.write(f"    {line}\n")

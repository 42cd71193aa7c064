"""Number phrases as intervals, and numbers that count nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.extract.quantities.non_quantities import why_not_counted
from whosays.extract.quantities.number_phrases import find_numbers
from whosays.extract.quantities.ranges import NumberPhrase

SPECS = Path(__file__).parents[4] / "shared/corpora/Recognizers-Text/Specs/Number/English"
PLAIN_FLOOR = 0.70  # share of the plain numbers of Recognizers-Text (it counts those in addresses and dates, too)
RANGE_FLOOR = 0.50


def only(text: str) -> NumberPhrase:
    (phrase,) = find_numbers(text)
    return phrase


@pytest.mark.parametrize(
    ("text", "low", "high", "approximate"),
    [
        ("100", 100, 100, False),
        ("at least 100", 100, None, False),
        ("more than 50 but fewer than 100", 50, 100, False),
        ("at least 20 and no more than 30", 20, 30, False),
        ("500 and more", 500, None, False),
        ("no fewer than six", 6, None, False),
        ("upwards of a thousand", 1000, None, False),
        ("100 or more", 100, None, False),
        ("100-plus", 100, None, False),
        ("100+", 100, None, False),
        ("nearly 1,000", 1000, 1000, True),
        ("tens of billions", 2e10, None, True),
        ("hundreds of billions", 2e11, None, True),
        ("over several towns", 3, 9, True),
        ("two and possibly three ships", 2, 3, False),
        ("under two names", 2, 2, False),
        ("under 300 names", None, 300, False),
        ("almost a million", 1_000_000, 1_000_000, True),
        ("close to 300", 300, 300, True),
        ("several hundred", 200, 999, True),
        ("a few thousand", 2000, 9999, True),
        ("dozens", 24, None, True),
        ("scores of people", 40, None, True),
        ("hundreds", 200, None, True),
        ("thousands", 2000, None, True),
        ("tens of thousands", 20_000, None, True),
        ("hundreds of thousands", 200_000, None, True),
        ("several", 3, 9, True),
        ("a handful of", 2, 9, True),
        ("a couple of", 2, 3, True),
        ("up to 50", None, 50, False),
        ("as many as 12,000", None, 12_000, False),
        ("no more than 50", None, 50, False),
        ("50 at most", None, 50, False),
        ("more than 50", 50, None, False),
        ("well over 50", 50, None, False),
        ("more than a dozen", 12, None, False),
        ("fewer than 50", None, 50, False),
        ("under 50", None, 50, False),
        ("about 40", 40, 40, True),
        ("around 3,000", 3000, 3000, True),
        ("an estimated 40", 40, 40, True),
        ("some 40", 40, 40, True),
        ("40 or so", 40, 40, True),
        ("just over 100", 100, None, True),
        ("at least several hundred", 200, None, True),
        ("at least “several hundred", 200, None, True),
        ("an estimated 500 to 600", 500, 600, True),
        ("between 30 and 50", 30, 50, False),
        ("30-50", 30, 50, False),
        ("30–50", 30, 50, False),
        ("30 to 50", 30, 50, False),
        ("ranging from 30 to 50", 30, 50, False),
        ("30 or 40", 30, 40, False),
        ("as many as 500 to 600", None, 600, False),
        ("10 to 15 million", 10_000_000, 15_000_000, False),
        ("between two and three million", 2_000_000, 3_000_000, False),
        ("1.2-1.5m", 1_200_000, 1_500_000, False),
        ("1.2–1.5bn", 1.2e9, 1.5e9, False),
        ("10-15k", 10_000, 15_000, False),
        ("10k-15k", 10_000, 15_000, False),
        ("20-30,000", 20_000, 30_000, False),
        ("500-1,000", 500, 1000, False),
        ("100 or more boats", 100, None, False),
        ("100-or-more", 100, None, False),
        ("a hundred or fewer boats", None, 100, False),
        ("100 boats or more", 100, None, False),
        ("100 boats or fewer", None, 100, False),
        ("100 or so boats", 100, 100, True),
        ("100-or-so boats", 100, 100, True),
        ("a dozen or so", 12, 12, True),
        ("more than half-a-dozen", 6, None, False),
        ("2,5 million", 2_500_000, 2_500_000, False),
        ("1,5-2 million", 1_500_000, 2_000_000, False),
        ("between 1,5 and 2 million", 1_500_000, 2_000_000, False),
        ("1.500 workers", 1500, 1500, False),
        ("12.500 striking workers", 12_500, 12_500, False),
        ("1.234.567 people", 1_234_567, 1_234_567, False),
        ("1.250 times", 1.25, 1.25, False),
    ],
)
def test_phrases_are_intervals(text: str, low: float | None, high: float | None, approximate: bool) -> None:
    """Modifiers, vague words and ranges give the interval of the one table of conventions."""
    phrase = only(text)
    assert (phrase.low, phrase.high, phrase.approximate, phrase.unit) == (low, high, approximate, None)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("40 percent", 40, 40, "%"),
        ("40% of", 40, 40, "%"),
        ("between 30% and 40%", 30, 40, "%"),
        ("30 to 40 per cent", 30, 40, "%"),
        ("more than 40 percent", 40, None, "%"),
        ("half of those", 50, 50, "%"),
        ("about half of them", 50, 50, "%"),
        ("a third of the residents", 33.3, 33.3, "%"),
        ("three quarters of the force", 75, 75, "%"),
        ("one in five", 20, 20, "%"),
        ("2 out of 3", 66.7, 66.7, "%"),
        ("$1.5bn", 1.5e9, 1.5e9, "USD"),
        ("£30m", 3e7, 3e7, "GBP"),
        ("3.5 million euros", 3.5e6, 3.5e6, "EUR"),
        ("20 km", 20, 20, "km"),
        ("more than 50 km", 50, None, "km"),
        ("more than 70km (not far)", 70, None, "km"),
        ("within 15-20km of it", 15, 20, "km"),
        ("a 300kg bomb", 300, 300, "kg"),
        ("winds of 80mph", 80, 80, "mph"),
        ("more than 4,000 miles", 4000, None, "miles"),
        ("about 20 square miles", 20, 20, "square miles"),
        ("$3-4 million", 3e6, 4e6, "USD"),
        ("$3 to 4 million", 3e6, 4e6, "USD"),
        ("USD 3–4 million", 3e6, 4e6, "USD"),
        ("€1.2-1.5bn", 1.2e9, 1.5e9, "EUR"),
        ("$200-300k", 2e5, 3e5, "USD"),
        ("£3m-£4m", 3e6, 4e6, "GBP"),
        ("between $3 and $4 million", 3e6, 4e6, "USD"),
        ("£30-40", 30, 40, "GBP"),
        ("15-20%", 15, 20, "%"),
        ("15%-20%", 15, 20, "%"),
        ("1,5 per cent", 1.5, 1.5, "%"),
        ("10,5%", 10.5, 10.5, "%"),
        ("12,5 kilometres", 12.5, 12.5, "km"),
        ("2.500,50 euros", 2500.5, 2500.5, "EUR"),
        ("€1.599 a litre", 1.599, 1.599, "EUR"),
        ("1.500 kg", 1.5, 1.5, "kg"),
        ("Rs.1,600 crore", 1.6e10, 1.6e10, "INR"),
        ("AUD$100,000", 1e5, 1e5, "AUD"),
        ("a 25 basis point cut", 25, 25, "basis points"),
        ("three-in-ten parents", 30, 30, "%"),
        ("cut its fleet by about a third, as", 33.3, 33.3, "%"),
        ("shrank by a quarter in May", 25, 25, "%"),
        ("nearly eight-in-ten (not all)", 80, 80, "%"),
        ("fell to -53° C at dawn", -53, -53, "degrees"),
        ("it was minus 40 degrees", -40, -40, "degrees"),
        ("a 2- to 4-foot surge", 2, 4, "feet"),
        ("pushed its value past $2bn", 2e9, None, "USD"),
        ("with a near 20% share", 20, 20, "%"),
    ],
)
def test_units_and_shares(text: str, low: float, high: float | None, unit: str) -> None:
    """Shares are percentages; money has its currency code; "more than" adds no one to what is measured."""
    phrase = only(text)
    assert (phrase.low, phrase.high, phrase.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two hundred and fifty", 250),
        ("fifteen hundred", 1500),
        ("three lakh crore", 3_000_000_000_000),
        ("one hundred thousand", 100_000),
        ("twenty-five", 25),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("half-a-dozen", 6),
        ("half-dozen", 6),
        ("half-a-million", 500_000),
        ("a dozen and a half", 18),
        ("two and a half dozen", 30),
        ("500k", 500_000),
        ("half a million", 500_000),
        ("a million and a half", 1_500_000),
        ("two and a half million", 2_500_000),
        ("1.5 million", 1_500_000),
        ("one point five billion", 1_500_000_000),
        ("twenty-one trillion", 21_000_000_000_000),
        ("1,234,567", 1_234_567),
        ("40 000", 40_000),
        ("13 lakh", 1_300_000),
        ("twenty twenty", None),
        ("three soldiers", None),
        ("", None),
    ],
)
def test_plain_numbers_have_a_value(text: str, value: float | None) -> None:
    """Digits, words and both together are read; what is not one number is none."""
    values = [n.low for n in find_numbers(text) if (n.start, n.end) == (0, len(text)) and n.low == n.high]
    assert values == ([] if value is None else [value])


def test_a_change_is_two_numbers() -> None:
    """ "rose from 30 to 50" is no range."""
    assert [(p.low, p.high) for p in find_numbers("The toll rose from 30 to 50.")] == [(30, 30), (50, 50)]


@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("paid $3 to 40 people", [3, 40]),
        ("paid $3 to 4 million people", [3, 4_000_000]),
        ("chapters 2,5 and 7", [7]),
        ("killed 100 and more were hurt", [100]),
        ("1.2.3 million", []),
        ("192.168.100.200", []),
        ("The house has passed 20 bills.", [20]),
        ("The toll has passed 20,000.", [20_000]),
        ("The number of cases topped 20,000 on Monday.", [20_000]),
    ],
)
def test_neighbours_are_not_drawn_in(text: str, lows: list[float]) -> None:
    """A price and a head count are two numbers; half a number is none; what "passed" is a tally or a bill."""
    assert [phrase.low for phrase in find_numbers(text)] == lows


def test_offsets_are_those_of_the_words() -> None:
    """The span holds modifier and unit, the core the bare number."""
    text = "Après ça, at least 100 percent"
    phrase = only(text)
    assert text[phrase.start : phrase.end] == "at least 100 percent"
    assert text[slice(*phrase.core)] == "100"


@pytest.mark.parametrize("text", ["a Su-35 and a T-72", "MH17", "the 95th Brigade", "192.168.1.2", "COVID-19", "9/11"])
def test_names_with_digits_hold_no_number(text: str) -> None:
    """Models, ordinals, addresses and dates with slashes are not read as numbers at all."""
    assert find_numbers(text) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("It began in 2022.", "year"),
        ("the 2024 elections", "year"),
        ("from 2014 to 2022", "year"),
        ("2023 arrival numbers were down", "year"),
        ("on October 23", "date"),
        ("on 23 October", "date"),
        ("on Dec. 9, they left", "date"),
        ("at 5 p.m.", "time"),
        ("at 1400 GMT", "time"),
        ("The tram left at 16.06 and came back.", "time"),
        ("At 16.06 trains stopped.", "time"),
        ("by 9.15 on Monday", "time"),
        ("between 10.30 and 11.15, when", "time"),
        ("at 4.30 p.m. the gates shut", "time"),
        ("at 1400 the guards left", "time"),
        ("until 1400 local time", "time"),
        ("at 0600 the gates shut", "time"),
        ("on 11, 12 and 13 September", "date"),
        ("September 2001 attacks", "date"),
        ("a 45-year-old man", "age"),
        ("a 3-4-year-old boy", "age"),
        ("aged 45", "age"),
        ("Ms Orlova, 45, said", "age"),
        ("The dead are Tomas Ferrel and Mira Orlova, 45.", "age"),
        ("Mira J. Orlova, 45 and Tomas Ferrel were hurt", "age"),
        ("its so-called nine dash line", "name"),
        ("for three days", "duration"),
        ("70 years ago", "duration"),
        ("called four times", "duration"),
        ("a 17-month battle with the river", "duration"),
        ("the 18-year war", "duration"),
        ("a 60-day public review", "duration"),
        ("She read “Nine Boats to Oster” on the train", "name"),
        ("He plays in ‘Two Mayors’ tonight", "name"),
        ("Article 5", "designation"),
        ("No. 10", "designation"),
        ("911 callers waited", "designation"),
        ("on page 3", "designation"),
        ("on day one", "idiom"),
        ("a Boeing 737", "designation"),
        ("the Kometa 12 drone", "designation"),
        ("at 10 Downing Street", "address"),
        ("a 20-seater bus", "compound"),
        ("one of the men", "idiom"),
        ("no one knows", "idiom"),
        ("in the second half", "idiom"),
        ("the Group of Seven", "name"),
        ("call 555-0199", "score or code"),
        ("they won 3-1", "score or code"),
        ("as noted [4] there", "reference"),
        ("see www.example.org?id=12 now", "web address"),
        ("posted 58 min ago", "duration"),
        ("founded in 1139. It fell", "year"),
        ("from 300 BC on", "year"),
        ("a 6’5” striker", "height"),
        ("he lies in plot 1", "designation"),
        ("Xbox 2 may be shown in May", "designation"),
        ("The game Halo 2 has been sold", "designation"),
        ("known since he was 10 that it leaked", "age"),
        ("the upper half of the wall", "idiom"),
        ("prices of iPhone 15 models", "designation"),
        ("she knows a thing or two about boats", "idiom"),
        ("Show all 50", "page furniture"),
        ("In all • 23 Comments", "page furniture"),
    ],
)
def test_what_counts_nothing_is_named(text: str, why: str) -> None:
    """Dates, ages, designations and idioms are no figures, and the reason is given."""
    assert why_not_counted(text, find_numbers(text)[0]) == why


@pytest.mark.parametrize(
    "text",
    [
        "killed 30 soldiers",
        "That was last year. Six boats sank",
        "It was the second round. Half-a-dozen boats sank",
        "In Gaza 30 people died",
        "2000 soldiers were killed",
        "At Least 100 Soldiers Killed in Raid",
        "a 10,000-strong force",
        "lost half of its tanks",
        "Thirty people died",
        "at least one man",
        "$2000 was found",
        "the toll was put at 1400",
        "at 1400 people it was small",
        "shares closed at 16.06",
        "fell from 2.10 children a woman",
        "won by 9.15 points",
        "at 4.50 per share",
        "the number of cases exceeded 20,000",
        "in Lisk two men were held",
        "the port awaits 50m passengers",
        "a 35,000-capacity stadium",
    ],
)
def test_what_counts_is_kept(text: str) -> None:
    """Counts are not taken for years, names or idioms."""
    assert why_not_counted(text, find_numbers(text)[0]) is None


@pytest.mark.parametrize(
    "text",
    [
        "The September 11, 2001 attacks shocked them.",
        "The Sept. 11, 2001 terror attacks shocked them.",
        "The May 2001 floods came late.",
        "The summer 2001 floods came late.",
        "On 11 September 2001 planes fell.",
        "They met at 16:06 and at 4.30pm.",
    ],
)
def test_days_years_and_clock_times_count_nothing(text: str) -> None:
    """Whatever noun stands behind a date, none of its numbers counts that."""
    assert all(why_not_counted(text, phrase) for phrase in find_numbers(text))


@given(st.text(alphabet="0123456789,.- andonetwohuredb%$milonp", max_size=80))
def test_any_text_is_read_without_error(text: str) -> None:
    """Whatever the characters, phrases are ordered, disjoint and inside the text."""
    end = 0
    for phrase in find_numbers(text):
        assert end <= phrase.start < phrase.end <= len(text)
        assert phrase.low is None or phrase.high is None or phrase.low <= phrase.high
        end = phrase.end


def specification(name: str) -> list[tuple[str, str, str]]:
    if not SPECS.is_dir():
        pytest.skip("../shared/corpora/Recognizers-Text is not beside the checkout")
    cases: list[dict[str, Any]] = json.loads((SPECS / f"{name}.json").read_text(encoding="utf-8-sig"))
    return [(c["Input"], r["Text"], r["Resolution"]["value"]) for c in cases for r in c["Results"]]


@pytest.mark.shared
def test_plain_numbers_of_a_public_specification() -> None:
    """Most plain numbers of Recognizers-Text get their value; those with signs, powers or fractions are left out."""
    odd = r"[-/^⅔¾½⅙]|minus|negative|over|ought|aught|\de\d|x10|(?:th|third|fifth|half|quarter|st)s?\b| in | out of "
    cases = [(text, float(value)) for text, words, value in specification("NumberModel") if not re.search(odd, words)]
    right = [any(p.low == p.high == value for p in find_numbers(text)) for text, value in cases]
    assert sum(right) / len(cases) >= PLAIN_FLOOR


@pytest.mark.shared
def test_ranges_of_a_public_specification() -> None:
    """Half of the ranges of Recognizers-Text, most of them mathematical, get their bounds."""
    cases = [(text, value) for text, _, value in specification("NumberRangeModel")]
    right = [any((p.low, p.high) == bounds(value) for p in find_numbers(text)) for text, value in cases]
    assert sum(right) / len(cases) >= RANGE_FLOOR


def bounds(interval: str) -> tuple[float | None, float | None]:
    """The bounds of "(20,35]" as they are printed."""
    low, high = (float(part) if part else None for part in interval[1:-1].split(","))
    return low, high


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("8.2 million boats", (8_200_000, 8_200_000)),
        ("eight point two million boats", (8_200_000, 8_200_000)),
        ("8.2-9.7 million boats", (8_200_000, 9_700_000)),
        ("1.13 trillion crowns", (1_130_000_000_000, 1_130_000_000_000)),
    ],
)
def test_a_scale_leaves_no_fraction_behind(text: str, values: tuple[float, float]) -> None:
    """What is printed with a decimal is as much as it is in full."""
    (phrase,) = find_numbers(text)
    assert (phrase.low, phrase.high) == values

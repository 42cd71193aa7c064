"""When it was: expressions of time as days of the calendar, and the time that belongs to a figure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Span

from tests.doc_builder import BLANK
from whosays.extract import ArticleRecord
from whosays.extract.records import Attribution, Figure
from whosays.extract.time import calendar
from whosays.extract.time.figure_times import dated, day_of, sited
from whosays.extract.time.timex import find_times

TODAY = date(2024, 12, 19)  # a Thursday


def read(text: str, today: date | None = TODAY) -> list[tuple[str, str, str, str]]:
    return [
        (text[slice(*time.span)], time.period.value, str(time.period.start), str(time.period.end))
        for time in find_times(text, today)
    ]


@pytest.mark.parametrize(
    ("words", "value", "start", "end"),
    [
        ("on December 3, 2024", "2024-12-03", "2024-12-03", "2024-12-03"),
        ("on 3 Dec. 2024", "2024-12-03", "2024-12-03", "2024-12-03"),
        ("on the 3rd of December", "2024-12-03", "2024-12-03", "2024-12-03"),
        ("on 2024-12-03", "2024-12-03", "2024-12-03", "2024-12-03"),
        ("on 23/12/2023", "2023-12-23", "2023-12-23", "2023-12-23"),
        ("on Dec. 21", "2023-12-21", "2023-12-21", "2023-12-21"),
        ("on Monday", "2024-12-16", "2024-12-16", "2024-12-16"),
        ("on Thursday", "2024-12-19", "2024-12-19", "2024-12-19"),
        ("late on Friday night", "2024-12-13", "2024-12-13", "2024-12-13"),
        ("last Thursday", "2024-12-12", "2024-12-12", "2024-12-12"),
        ("next Tuesday", "2024-12-24", "2024-12-24", "2024-12-24"),
        ("on Tuesday of last week", "2024-12-10", "2024-12-10", "2024-12-10"),
        ("on Friday the 13th", "2024-12-13", "2024-12-13", "2024-12-13"),
        ("yesterday", "2024-12-18", "2024-12-18", "2024-12-18"),
        ("last night", "2024-12-18", "2024-12-18", "2024-12-18"),
        ("overnight", "2024-12-18/2024-12-19", "2024-12-18", "2024-12-19"),
        ("the day before yesterday", "2024-12-17", "2024-12-17", "2024-12-17"),
        ("three days ago", "2024-12-16", "2024-12-16", "2024-12-16"),
        ("a month ago", "2024-11-19", "2024-11-19", "2024-11-19"),
        ("this week", "2024-W51", "2024-12-16", "2024-12-22"),
        ("last week", "2024-W50", "2024-12-09", "2024-12-15"),
        ("over the weekend", "2024-W50-WE", "2024-12-14", "2024-12-15"),
        ("last month", "2024-11", "2024-11-01", "2024-11-30"),
        ("earlier this month", "2024-12", "2024-12-01", "2024-12-19"),
        ("in November", "2024-11", "2024-11-01", "2024-11-30"),
        ("in late November", "2024-11", "2024-11-16", "2024-11-30"),
        ("in mid-October 2023", "2023-10", "2023-10-08", "2023-10-24"),
        ("in November 2019", "2019-11", "2019-11-01", "2019-11-30"),
        ("last May", "2023-05", "2023-05-01", "2023-05-31"),
        ("in the first week of May", "2024-W18", "2024-04-29", "2024-05-05"),
        ("on the last Friday of May", "2024-05-31", "2024-05-31", "2024-05-31"),
        ("in the third quarter", "2024-Q3", "2024-07-01", "2024-09-30"),
        ("in the first half of 2023", "2023-H1", "2023-01-01", "2023-06-30"),
        ("in 2022", "2022", "2022-01-01", "2022-12-31"),
        ("late last year", "2023", "2023-07-01", "2023-12-31"),
        ("in summer 2023", "2023-SU", "None", "None"),
        ("in the 1990s", "199", "1990-01-01", "1999-12-31"),
        ("in the nineties", "199", "1990-01-01", "1999-12-31"),
        ("in the 19th century", "18", "1800-01-01", "1899-12-31"),
        ("in the past 24 hours", "2024-12-18/2024-12-19", "2024-12-18", "2024-12-19"),
        ("over the last two weeks", "2024-12-05/2024-12-19", "2024-12-05", "2024-12-19"),
        ("since Monday", "2024-12-16/2024-12-19", "2024-12-16", "2024-12-19"),
        ("since October", "2024-10-01/2024-12-19", "2024-10-01", "2024-12-19"),
        ("until January 2025", "../2025-01-31", "None", "2025-01-31"),
        ("between May and July", "2024-05-01/2024-07-31", "2024-05-01", "2024-07-31"),
        ("from Monday to Wednesday", "2024-12-16/2024-12-18", "2024-12-16", "2024-12-18"),
        ("from November 2023 to February", "2023-11-01/2024-02-29", "2023-11-01", "2024-02-29"),
        ("on Dec. 14-15", "2024-12-14/2024-12-15", "2024-12-14", "2024-12-15"),
        ("between 2019 and 2021", "2019-01-01/2021-12-31", "2019-01-01", "2021-12-31"),
    ],
)
def test_times_are_read_from_the_articles_day(words: str, value: str, start: str, end: str) -> None:
    """Of what returns, the last one up to the article's day is meant."""
    ((_, *read_as),) = read(f"Forty houses burned {words}, the mayor said.")
    assert read_as == [value, start, end]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The bridge will open on Monday.", "2024-12-23"),
        ("The talks are expected to resume in May.", "2025-05"),
        ("The ministry plans to close it by Dec. 21.", "2024-12-21"),
        ("He will return in three weeks.", "2025-01-09"),
        ("It is set to rain at the weekend.", "2024-W51-WE"),
    ],
)
def test_a_sentence_that_looks_ahead_means_the_next_one(text: str, value: str) -> None:
    """ "Will", "is expected to" and the like turn the direction."""
    assert [time[1] for time in read(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "They may march in the sun.",
        "April Sorn and June Falk said so.",
        "It took 2,024 men and 1999 horses.",
        "It was done in three weeks.",
        "He came on 03/04/2024.",
        "Two days later it rained.",
    ],
)
def test_what_tells_no_day_is_passed_over(text: str) -> None:
    """Names, counts, durations, and days that are ambiguous, impossible or hang on another event."""
    assert read(text) == []


def test_without_the_articles_day_only_what_tells_its_year_is_known() -> None:
    """Nothing is guessed."""
    assert [time[1] for time in read("On Monday, in May, in May 2020, last week, in 2019", None)] == ["2020-05", "2019"]


def test_parts_of_a_period_cover_it() -> None:
    """Early and late halves meet; a day has no parts."""
    for whole in (calendar.week(TODAY), calendar.month(2024, 2), calendar.quarter(2024, 1), calendar.year(2023)):
        early, late = calendar.part(whole, "early"), calendar.part(whole, "late")
        assert early.end is not None and late.start is not None  # noqa: PT018 - both for the type checker
        assert (late.start - early.end).days == 1
    assert calendar.part(calendar.day(TODAY), "late") == calendar.day(TODAY)


@given(st.text(max_size=80), st.dates() | st.none())
def test_any_text_on_any_day_is_read(text: str, today: date | None) -> None:
    """No text and no day, the first and the last of the calendar among them, stop the reading."""
    for time in find_times(f"On Monday {text} the past 30 years, in 9999 weeks, next century", today):
        assert time.span[0] < time.span[1]


TEXT = "Officials said on Monday that 34 men died in May and 12 women on Tuesday. Some 9 were hurt."


def figure(words: str) -> Figure:
    start = TEXT.index(words)
    sentence = (0, TEXT.index(".") + 1) if start < TEXT.index(".") else (TEXT.index("Some"), len(TEXT))
    return Figure((start, start + len(words)), 1, 1, False, None, None, None, sentence)


def test_a_figure_has_the_time_that_its_own_voice_tells() -> None:
    """Monday is when it was said; May and Tuesday belong to the nearest figure; no time told is none."""
    said = (Attribution(0, (0, 9), None, ((10, 14),), ((25, 72),), None, "indirect", "asserts", "certain", 1.0),)
    figures = [figure("34"), figure("12"), figure("9")]
    found = [one.when and TEXT[slice(*one.when.span)] for one in dated(TEXT, figures, said, TODAY)]
    assert found == ["May", "Tuesday", None]


def test_a_figure_has_the_place_that_its_own_voice_tells() -> None:
    """The place behind a preposition, nearest to the figure, inside the same content; a bare name is none."""
    text = "In Lisk officials said 34 men died in Orlenko and 12 near Sarvat. Brenn said 9 were hurt."
    doc = BLANK(text)
    doc.ents = [
        Span(doc, i, i + 1, "Place") for i, t in enumerate(doc) if t.text in ("Lisk", "Orlenko", "Sarvat", "Brenn")
    ]
    said = (Attribution(0, (8, 17), None, ((18, 22),), ((23, 64),), None, "indirect", "asserts", "certain", 1.0),)
    spans = [(text.index(words), text.index(words) + len(words)) for words in ("34", "12", "9")]
    sentences = [(0, 65), (0, 65), (66, len(text))]
    figures = [
        Figure(span, 1, 1, False, None, None, None, sentence) for span, sentence in zip(spans, sentences, strict=True)
    ]
    assert [one.where and text[slice(*one.where)] for one in sited(doc, figures, said)] == ["Orlenko", "Sarvat", None]


def test_when_and_where_survive_json() -> None:
    """What a record says of time and place is read back."""
    (one,) = dated(TEXT, [figure("34")], (), TODAY)
    record = ArticleRecord("a.txt", "0" * 64, TEXT, figures=(replace(one, where=(4, 9)), replace(one, when=None)))
    assert ArticleRecord.from_json(record.to_json()) == record


@pytest.mark.parametrize(
    ("published", "day"),
    [("2024-12-19", TODAY), ("2024-12-19T08:00:00+01:00", TODAY), (None, None), ("yesterday", None)],
)
def test_the_articles_day(published: str | None, day: date | None) -> None:
    """A date or a time stamp gives the day; anything else none."""
    assert day_of(published) == day

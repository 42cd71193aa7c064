"""Military units: names found exactly, namesakes left alone, one normal form."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from spacy.tokens import Doc, Span

from tests.doc_builder import BLANK
from whosays.extract.records import Entity
from whosays.extract.units.allegiance import affiliated, affiliations
from whosays.extract.units.extractor import find_units, ordinal, unit_name, units

SENTENCES = Path(__file__).parents[2] / "data" / "unit_sentences.txt"
UNSEEN = SENTENCES.with_name("unit_sentences_unseen.txt")
FLOORS = {SENTENCES: 0.98, UNSEEN: 0.95}  # exact-span F; at first sight the unseen parts scored .77, .71, .83


def lines_of(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def gold(*paths: Path) -> list[tuple[str, set[tuple[int, int]]]]:
    return [unmarked(line) for path in paths for line in lines_of(path)]


def told(line: str) -> dict[str, tuple[str | None, str | None]]:
    """Whose each marked unit is and what it is part of."""
    marks = [mark.split("|") for mark in re.findall(r"\[\[(.*?)\]\]", line)]
    found = {name: {more[0]: more[1:] for more in rest} for name, *rest in marks}
    return {name: (more.get("@"), more.get("<")) for name, more in found.items()}


def unmarked(line: str) -> tuple[str, set[tuple[int, int]]]:
    text, spans = "", set[tuple[int, int]]()
    bare = re.sub(r"\|[^\]]*(?=\]\])", "", line)
    for index, part in enumerate(re.split(r"\[\[|\]\]", bare)):
        if index % 2:
            spans.add((len(text), len(text) + len(part)))
        text += part
    return text, spans


def found(text: str) -> list[str]:
    return [text[slice(*mention.span)] for mention in find_units(text)]


def test_sentences_hold_enough_of_both_kinds() -> None:
    """The test sets have at least 350 sentences, and about half of them name no unit."""
    with_unit = [bool(spans) for _, spans in gold(SENTENCES, UNSEEN)]
    assert len(with_unit) >= 350
    assert 0.4 < sum(with_unit) / len(with_unit) < 0.6


@pytest.mark.parametrize("path", [SENTENCES, UNSEEN], ids=lambda path: path.stem)
def test_exact_spans_reach_the_floor(path: Path) -> None:
    """Units are found with their exact spans."""
    pairs = [({mention.span for mention in find_units(text)}, spans) for text, spans in gold(path)]
    hits = sum(len(got & spans) for got, spans in pairs)
    f_score = 2 * hits / (sum(len(got) for got, _ in pairs) + sum(len(spans) for _, spans in pairs))
    assert f_score >= FLOORS[path]


@pytest.mark.parametrize("text", [text for text, spans in gold(SENTENCES, UNSEEN) if not spans])
def test_namesakes_are_no_units(text: str) -> None:
    """Clubs, companies, offices and later short mentions are not taken for units."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("116th separate mechanised brigade", "116th Separate Mechanized Brigade"),
        ("the 95th  Air Assault\nBrigade", "95th Air Assault Brigade"),
        ("Fifth Fleet", "5th Fleet"),
        ("42d Infantry Division", "42nd Infantry Division"),
        ("No. 617 Squadron", "617 Squadron"),
        ("47th Brigade “Magura”", "47th Brigade Magura"),
        ("Territorial Defence Forces", "Territorial Defense Forces"),
        ("Kyiv’s Guard", "Kyiv’s Guard"),
        ("1st Battalion, 5th Marines", "1st Battalion, 5th Marines"),
    ],
)
def test_spellings_of_a_name_have_one_normal_form(words: str, name: str) -> None:
    """Case, spacing, British spelling, spelled-out numbers and quotation marks do not make another unit."""
    assert unit_name(words) == name


@pytest.mark.parametrize(("number", "text"), [(1, "1st"), (2, "2nd"), (11, "11th"), (23, "23rd"), (112, "112th")])
def test_ordinals_are_written_in_digits(number: int, text: str) -> None:
    """Ordinals get the ending that English gives them."""
    assert ordinal(number) == text


def test_units_in_a_list_get_their_shared_head() -> None:
    """In "the 4th and 7th brigades" both are brigades."""
    assert [mention.name for mention in find_units("The 4th and 7th mechanized brigades withdrew.")] == [
        "4th Mechanized Brigade",
        "7th Mechanized Brigade",
    ]


def test_a_shared_head_needs_a_military_neighbourhood() -> None:
    """The same name is a unit among trenches and a company among shareholders."""
    assert found("The Vortex Group shelled the trenches of the infantry.") == ["Vortex Group"]
    assert found("The Vortex Group raised its profit, its chief executive told investors.") == []


def test_names_inside_an_outlet_or_a_person_are_left_out() -> None:
    """A unit's name inside a longer outlet ("Black Sea Fleet Herald") is part of that name."""
    doc = BLANK("The Black Sea Fleet Herald reported it.")
    assert [mention.name for mention in units(doc)] == ["Black Sea Fleet"]
    doc.ents = [Span(doc, 1, 5, label="Outlet")]
    assert list(units(doc)) == []
    numbered = BLANK("Oster's 12th Mechanised Brigade fired.")
    numbered.ents = [Span(numbered, 0, 5, label="Person")]
    assert [mention.name for mention in units(numbered)] == ["12th Mechanized Brigade"]


def test_units_come_in_text_order_without_overlap() -> None:
    """Mentions are ordered and disjoint, and their offsets count characters of the Doc."""
    text = "Été: the 3rd Corps, the Black Sea Fleet and the 5th Special Forces Group, part of the 2nd Army Corps."
    doc: Doc = BLANK(text)
    spans = [mention.span for mention in units(doc)]
    assert spans == sorted(spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert [text[slice(*span)] for span in spans] == [
        "3rd Corps",
        "Black Sea Fleet",
        "5th Special Forces Group",
        "2nd Army Corps",
    ]


def test_whose_a_unit_is_and_what_it_is_part_of() -> None:
    """Adjectives, possessives and the gazetteer give the country; "of", "'s" and "part of" the whole."""
    got, expected = [], []
    for line in lines_of(UNSEEN):
        text, spans = unmarked(line)
        marks = told(line)
        for one in affiliations(text, find_units(text)):
            if one.unit in spans:
                got.append((one.country, text[slice(*one.part_of)] if one.part_of else None))
                expected.append(marks[text[slice(*one.unit)]])
    assert sum(expected[i] != (None, None) for i in range(len(expected))) >= 25
    assert sum(one == other for one, other in zip(got, expected, strict=True)) >= 0.95 * len(expected)


def test_what_an_article_tells_of_a_unit_reaches_its_entity() -> None:
    """The brigade of the corps is part of it, and the country of the corps is the brigade's."""
    text = "The 5th Rifle Brigade of the Ukrainian 9th Army Corps fell back. The 5th Rifle Brigade is tired."
    whole = Entity("e2", "MilitaryUnit", "9th Army Corps", named=True, mentions=((39, 53),))
    part = Entity("e1", "MilitaryUnit", "5th Rifle Brigade", named=True, mentions=((4, 21), (69, 86)))
    assert affiliated((part, whole), affiliations(text, find_units(text))) == (
        replace(part, country="Ukraine", part_of="e2"),
        replace(whole, country="Ukraine"),
    )


def test_a_long_line_takes_linear_time() -> None:
    """A line of a hundred thousand heads and capitals ends."""
    assert find_units("Brigade 5th Air " * 20_000) is not None

"""Whom or what a number counts: two things together, some of those told of before, all of them behind a list."""

from __future__ import annotations

import pytest
from spacy.language import Language

from whosays.extract.pipeline.loading import load_model
from whosays.extract.quantities.extractor import figures

Read = list[tuple[str, str | None, str | None]]


@pytest.fixture(scope="module")
def model() -> Language:
    return load_model()


def read(model: Language, text: str) -> Read:
    return [(text[slice(*q.span)], q.measure, q.of) for q in figures(model(text))]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Korrin fired roughly 300 drones and missiles at Lisk.", [("roughly 300", "fired", "drones and missiles")]),
        ("The storm sank 12 ferries and fishing boats.", [("12", "sunk", "ferries and fishing boats")]),
        ("Hundreds of nurses or teachers were hired.", [("Hundreds", "hired", "nurses or teachers")]),
        (
            "Korrin fired 170 drones, 30 rockets and at least 11 missiles.",
            [("170", "fired", "drones"), ("30", "fired", "rockets"), ("at least 11", "fired", "missiles")],
        ),
        (
            "The blast killed two commanders and other senior officers.",
            [("two", "killed", "commanders")],
        ),
        ("The storm killed 12 sailors and destroyed boats.", [("12", "killed", "sailors")]),
        ("The storm sank 12 ferries and the harbour was closed.", [("12", "sunk", "ferries")]),
    ],
)
def test_a_number_counts_joined_nouns_together(model: Language, text: str, expected: Read) -> None:
    """Two plurals behind one number are counted together, unless the second has a number or a word of its own."""
    assert read(model, text) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At least 31 people were killed, including three children and seven women, with dozens more wounded.",
            ("dozens", "wounded", "people"),
        ),
        (
            "The mayor said 12 sailors were killed – including two women – and 40 injured.",
            ("40", "wounded", "sailors"),
        ),
        (
            "Five sailors were killed and 40 injured.",
            ("40", "wounded", "sailors"),
        ),
    ],
)
def test_behind_a_list_of_some_all_are_counted_again(
    model: Language, text: str, expected: tuple[str, str | None, str | None]
) -> None:
    """A number behind a closed list of some goes on from what was counted before the list."""
    assert expected in read(model, text)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A camera team was at a burial for four of those killed in Lisk.", ("four", "killed", None)),
        ("Three of those wounded in the fire were pilots.", ("Three", "wounded", None)),
        ("The brigade lost 30 killed in Lisk.", ("30", "killed", "brigade")),
    ],
)
def test_some_of_those_are_nobody_the_clause_is_about(
    model: Language, text: str, expected: tuple[str, str | None, str | None]
) -> None:
    """Of "four of those killed" the subject tells nothing; of "the brigade lost 30 killed" it does."""
    assert expected in read(model, text)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Eight guards died in Orm. The halls were full of casualties, 200 of whom were in danger, the mayor said.",
            None,
        ),
        ("Orm has 90 guards, 20 of whom were hurt, the mayor said.", "guards"),
    ],
)
def test_of_whom_looks_back_in_its_sentence_alone(model: Language, text: str, expected: str | None) -> None:
    """ "Of whom" stands for what the same sentence has named."""
    assert read(model, text)[-1][2] == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "There are 111 guards still in Orm, including 39 believed to be ill.",
            ("111", None, "guards"),
        ),
        ("The 90 guards believed to be ill were sent home.", ("90", "sent", "guards")),
        ("Orm has 90 guards trained in Lisk.", ("90", "trained", "guards")),
        ("Four North Korran-made pumps were sold.", ("Four", "sold", "North Korran-made pumps")),
        ("Tens of thousands have been displaced.", ("Tens of thousands", "displaced", None)),
        ("The town lies 20 miles from Orm.", ("20 miles", "miles", None)),
        ("It killed 20 and wounded 450 by a second wave of fire.", ("450", "wounded", None)),
        ("The pump moves 450 litres a second.", ("450 litres", "litres moved per second", None)),
        (
            "It is the largest raid in two-and-a-half years of full-scale war.",
            ("two-and-a-half", None, "years of full-scale war"),
        ),
    ],
)
def test_words_around_a_number(model: Language, text: str, expected: tuple[str, str | None, str | None]) -> None:
    """What is believed of some is not said of all; "a second wave" is no rate; a compound is whole."""
    assert expected in read(model, text)

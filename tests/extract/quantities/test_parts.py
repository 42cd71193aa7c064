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
        ("In Lisk the choir sold roughly 45 tickets and badges.", [("roughly 45", "sold", "tickets and badges")]),
        ("The storm sank 12 ferries and fishing boats.", [("12", "sunk", "ferries and fishing boats")]),
        ("Hundreds of nurses or teachers were hired.", [("Hundreds", "hired", "nurses or teachers")]),
        (
            "The orchard sold 64 baskets, 9 ladders and at least 23 barrows.",
            [("64", "sold", "baskets"), ("9", "sold", "ladders"), ("at least 23", "sold", "barrows")],
        ),
        (
            "The ferry lost six deckhands and other experienced hands.",
            [("six", "lost", "deckhands")],
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
            "In the quarry 14 masons were killed, including two cooks and a guide, with dozens more wounded.",
            ("dozens", "wounded", "masons"),
        ),
        (
            "The mayor said 12 sailors were killed – including two women – and 40 injured.",
            ("40", "wounded", "sailors"),
        ),
        (
            "At the orchard 26 pickers were killed and 58 injured.",
            ("58", "wounded", "pickers"),
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
        ("The choir sang in Lisk for nine of those killed.", ("nine", "killed", None)),
        ("Three of those wounded in the fire were pilots.", ("Three", "wounded", None)),
        ("The quarry lost 13 killed in Lisk.", ("13", "killed", "quarry")),
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
            "Six singers fell ill in Orm. The barns were full of visitors, 70 of whom were stranded, the choir said.",
            None,
        ),
        ("The orchard has 66 pickers, 15 of whom were hurt, its owner said.", "pickers"),
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
            "Still in the choir there are 48 singers, including 17 believed to be hoarse.",
            ("48", None, "singers"),
        ),
        ("The 52 singers believed to be hoarse were sent home.", ("52", "sent", "singers")),
        ("Orm has 90 guards trained in Lisk.", ("90", "trained", "guards")),
        ("Seven South Orman-made ladders were sold.", ("Seven", "sold", "South Orman-made ladders")),
        ("Tens of thousands have been displaced.", ("Tens of thousands", "displaced", None)),
        ("The town lies 20 miles from Orm.", ("20 miles", "miles", None)),
        ("By a second wave of rockfalls it killed three and wounded 16.", ("16", "wounded", None)),
        ("The pump moves 450 litres a second.", ("450 litres", "litres moved per second", None)),
        (
            "In three-and-a-half years of full-time harvest it is the poorest crop.",
            ("three-and-a-half", None, "years of full-time harvest"),
        ),
    ],
)
def test_words_around_a_number(model: Language, text: str, expected: tuple[str, str | None, str | None]) -> None:
    """What is believed of some is not said of all; "a second wave" is no rate; a compound is whole."""
    assert expected in read(model, text)

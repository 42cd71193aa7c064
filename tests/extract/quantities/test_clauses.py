"""What the clause around a figure says of it: the verb behind a list, "not" before a verb, how far away."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.doc_builder import parsed
from whosays.extract.pipeline.loading import load_model
from whosays.extract.quantities.clauses import is_distance, is_negated, state_behind_list
from whosays.extract.quantities.extractor import figures


@pytest.fixture(scope="module")
def model() -> Language:
    return load_model()


def state(sentence: str, number: str) -> str | None:
    """Return what is said of a number behind the list that it opens or stands in."""
    start = sentence.index(number)
    return state_behind_list(sentence, start, start + len(number), 0)


@pytest.mark.parametrize(
    ("sentence", "number", "expected"),
    [
        ("In Orm two were killed and 31 millers, including four women, were injured.", "31", "wounded"),
        ("In Orm two were killed and 31 millers, including four women, were injured.", "four", "wounded"),
        ("In Orm two were killed and 31 millers, including four women, were injured.", "two", None),
        ("A wall fell on nine and 14 others – among them three nurses – were hurt.", "14", "wounded"),
        ("A wall fell on nine and 14 others – among them three nurses – were hurt.", "three", "wounded"),
        ("Of the crew 20 sailors, two of them cooks, had been killed.", "two", "killed"),
        ("At least 31 millers, including three who died, were injured.", "three", None),
        ("Some 40 guests, two of whom had left early, were injured.", "two", None),
        ("At least 31 millers, including three women, were killed or injured.", "31", None),
        ("At least 31 millers, including three women, were praised.", "31", None),
    ],
)
def test_behind_a_list_the_verb_is_said_of_all_and_of_some(sentence: str, number: str, expected: str | None) -> None:
    """Who is listed among the injured is not among the dead of the clause before; a verb of their own is theirs."""
    assert state(sentence, number) == expected


def test_what_did_not_happen_is_no_count_of_what_did() -> None:
    """ "Not only" takes nothing back."""
    crossed = (
        "40/CD/nummod/1 lorries|lorry/NNS/nsubj/3 did/VBD/aux/2 {}/RB/advmod/1 cross/VB/ROOT/0 the/DT/det/1"
        " river/NN/obj/-2"
    )
    assert is_negated(parsed(crossed.format("not"))[1])
    assert is_negated(parsed(crossed.format("never"))[1])
    assert not is_negated(parsed(crossed.format("then"))[1])
    only = "40/CD/nummod/1 lorries|lorry/NNS/nsubj/3 not/RB/advmod/2 only/RB/advmod/1 crossed|cross/VBD/ROOT/0"
    assert not is_negated(parsed(only)[1])


def test_how_far_away_is_no_measure_of_what_was_heard_there() -> None:
    """Who moves goes so far, and a mile of road is one."""
    behind = " away, in Lisk"
    assert is_distance("40 miles" + behind, 8, "miles", "heard")
    assert is_distance("3 miles (5km)" + behind, 7, "miles", "damaging")
    assert not is_distance("40 miles" + behind, 8, "miles", "moved")
    assert not is_distance("40 miles of road", 8, "miles", "paved")
    assert not is_distance("40 tonnes" + behind, 9, "tonnes", "taken")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gunners destroyed seven out of 13 balloons.",
            [("seven", "destroyed", "balloons"), ("13", None, "balloons")],
        ),
        ("Six out of ten voters backed the plan.", [("Six out of ten", "% backing", "voters")]),
        ("Lund spoke at the Group of 20 summit in Orm.", []),
        ("The valley covers about 1,400 km sq of land.", [("about 1,400 km sq", "km2 covered", "land")]),
        ("Doctors said 24 people were confirmed dead in Orm.", [("24", "killed", "people")]),
        ("The mayor said six children were among those wounded.", [("six", "wounded", "children")]),
        ("Some 40 guests were not hurt.", [("Some 40", "not wounded", "guests")]),
        (
            "A fire hurt 41 guests. Six children were among those hurt. Lund said four others were hurt in Orm.",
            [("41", "wounded", "guests"), ("Six", "wounded", "children"), ("four", "wounded", "guests")],
        ),
        (
            "Orlen holds 600 sq miles of the plain, including 120 villages.",
            [("600 sq miles", "square miles held", "plain"), ("120", None, "villages")],
        ),
    ],
)
def test_nouns_and_measures(model: Language, text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    """A number belongs to a name, counts some of another number, or has a unit of its own."""
    assert [(text[slice(*q.span)], q.measure, q.of) for q in figures(model(text))] == expected

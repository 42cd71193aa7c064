"""Voices of one state: which of them may be one source, and who holds an office that a text only names."""

from __future__ import annotations

import pytest

from benchmarks.deriving import propositions
from tests.graph.origins.test_counting import article
from tests.graph.origins.test_interval import Made, span
from whosays.graph.claims.matcher import said
from whosays.graph.origins.counting import Voices, origins
from whosays.graph.origins.states import holds_office, of_one_state, states_told

BODY, PERSON = False, True


@pytest.mark.parametrize(
    ("one", "other", "persons"),
    [
        (("Norway",), ("Norwegian defence ministry",), (BODY, BODY)),
        (("Oslo",), ("Norwegian defence ministry",), (BODY, BODY)),
        (("Norway",), ("Ana Lund", "Norwegian Health Minister"), (BODY, PERSON)),
        (("Norway’s health ministry",), ("Ana Lund", "Norwegian Health Minister"), (BODY, PERSON)),
        (("Norwegian Ministry of Health",), ("Ana Lund", "Minister of Health"), (BODY, PERSON)),
        (("IDF",), ("Bo Lund", "The IDF spokesman"), (BODY, PERSON)),
        (("Norway's military",), ("Norwegian Air Force",), (BODY, BODY)),
        (("Norwegian armed forces",), ("Norway's general staff",), (BODY, BODY)),
    ],
)
def test_who_speaks_for_a_state_may_be_that_state(
    one: tuple[str, ...], other: tuple[str, ...], persons: tuple[bool, bool]
) -> None:
    """Its bodies, its ministers, and a body's minister or spokesman."""
    assert of_one_state(one, other, persons=persons)
    assert of_one_state(other, one, persons=persons[::-1])


@pytest.mark.parametrize(
    ("one", "other", "persons"),
    [
        (("Sweden",), ("Norwegian defence ministry",), (BODY, BODY)),
        (("Norwegian defence ministry",), ("Norwegian health ministry",), (BODY, BODY)),
        (("Sweden's military",), ("Norwegian Air Force",), (BODY, BODY)),
        (("Norwegian Navy",), ("Norwegian Air Force",), (BODY, BODY)),
        (("Norway’s defence ministry",), ("Ana Lund", "Norwegian Health Minister"), (BODY, PERSON)),
        (("Norway",), ("Ana Lund", "former Norwegian Health Minister"), (BODY, PERSON)),
        (("Norway",), ("Ana Lund", "Norwegian fisherman"), (BODY, PERSON)),
        (("Ana Lund", "Norwegian Health Minister"), ("Bo Lund", "Norwegian Prime Minister"), (PERSON, PERSON)),
    ],
)
def test_others_are_others(one: tuple[str, ...], other: tuple[str, ...], persons: tuple[bool, bool]) -> None:
    """Of another state or field, out of office, of no office, and two people of one government."""
    assert not of_one_state(one, other, persons=persons)


@pytest.mark.parametrize(
    ("description", "lines", "holds"),
    [
        ("Norwegian health minister", ("Ana Lund", "Norway’s Health Minister"), True),
        ("the country's health minister", ("Ana Lund", "Norwegian health minister"), True),
        ("Norway's president", ("Bo Lund", "Norwegian President Lund"), True),
        ("Norwegian prime minister", ("Bo Lund", "Prime Minister"), True),
        ("a Norwegian health minister", ("Ana Lund", "Norway’s Health Minister"), False),
        ("Norwegian minister", ("Ana Lund", "Norway’s Health Minister"), False),
        ("the prime minister", ("Bo Lund", "Norwegian Prime Minister"), False),
        ("Norwegian health minister", ("Ana Lund", "former Norwegian Health Minister"), False),
        ("Norwegian deputy health minister", ("Ana Lund", "Norwegian health minister"), False),
        ("Swedish health minister", ("Ana Lund", "Norwegian health minister"), False),
        ("Norwegian health ministry official", ("Ana Lund", "Norwegian health minister"), False),
    ],
)
def test_an_office_that_one_holds_is_who_holds_it(description: str, lines: tuple[str, ...], holds: bool) -> None:
    """Where the state is told; not a former one, a deputy, or one of several."""
    assert holds_office(description, lines) is holds


def test_a_minister_and_the_ministry_are_one_origin_or_two() -> None:
    """So are a state and its minister; the minister who is only described is the one who is named."""
    kinds = {"lund": "Person", "ministry": "Organization", "norway": "Place", "defence": "Organization"}
    minister = article("a", ("Ana Lund\nNorwegian Health Minister", "lund", None))
    assert span(minister, article("b", ("Norway’s health ministry", "ministry", None)), kinds=kinds) == (1, 2)
    assert span(minister, article("b", ("Norway", "norway", None)), kinds=kinds) == (1, 2)
    assert span(minister, article("b", ("Norwegian defence ministry", "defence", None)), kinds=kinds) == (2, 2)
    assert span(minister, article("b", ("Norwegian health minister", None, None)), kinds=kinds) == (1, 1)


def test_the_countrys_ministry_is_the_one_that_is_named() -> None:
    """ "The country's health ministry" is Norway's where no other is told of, and another text's agency is not."""
    kinds = {"ministry": "Organization"}
    named = article("a", ("Norway’s health ministry", "ministry", None))
    assert span(named, article("b", ("the country’s health ministry", None, None)), kinds=kinds) == (1, 1)
    assert span(named, article("b", ("the country’s space agency", None, None)), kinds=kinds)[1] == 2


def test_an_outlet_describes_one_voice_in_the_same_words() -> None:
    """Its background is repeated from day to day; another outlet's "aid worker at the gate" may be another one."""
    made = [article(name, ("an aid worker at the gate", None, None)) for name in "ab"]
    told = {"a": "courier", "b": "courier"}
    assert _high(made, told) == 1
    assert _high(made, {"a": "courier", "b": "gazette"}) == 2
    assert _high([article(name, ("an official", None, None)) for name in "ab"], told) == 2


def test_whose_a_body_is_may_stand_first() -> None:
    """ "Lowmark's armed wing" is one in all texts, as "the armed wing of Lowmark" is; "Senior officials" is not."""
    assert span(*(article(name, ("Lowmark's armed wing", None, None)) for name in "ab")) == (1, 1)
    assert span(*(article(name, ("the armed wing of Lowmark", None, None)) for name in "ab")) == (1, 1)
    assert span(*(article(name, ("Senior navy officials", None, None)) for name in "ab")) == (1, 2)


def _high(made: list[Made], publishers: dict[str, str]) -> int:
    entities = {voice: entity for _, each, _ in made for voice, entity in each.items()}
    descriptions = {voice: words for *_, each in made for voice, words in each.items()}
    voices = Voices(entities, descriptions, {}, publishers, {})
    shared = propositions(told for told, *_ in made)
    (only,) = origins(shared, [said(told) for told, *_ in made], voices, lambda iri: iri.split("#")[0]).values()
    return only.interval.high


def test_what_somebody_deals_with_is_not_whose_he_is() -> None:
    """An expert on Norway may be of anywhere, a Norwegian expert is of Norway."""
    assert states_told(["an expert on Norway", "an envoy to Syria"]) == frozenset()
    assert states_told(["a Norwegian expert on Syria"]) == states_told(["Norway's army"]) == states_told(["Norway"])

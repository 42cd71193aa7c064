"""Whom a lead only describes and the story then names: by the words quoted, the office, or who speaks next."""

from __future__ import annotations

import pytest

from tests.extract.coreference.test_last_told_of import parsed
from whosays.extract.coreference import resolve
from whosays.extract.pipeline import load_model

QUOTED = '"a long road from the flood and fire"'
AGAIN = '"a long road from all the flood and the fire, so it is safe"'


def quoted(text: str, first: str, contents: list[tuple[str, str]]) -> str:
    """Return the name of whom a description stands for, where contents are attributed to sources as given."""
    doc, pairs, at = load_model()(text), [], 0
    for source, content in contents:
        begin = text.index(source, at)
        start = text.index(content, max(0, at - len(content)))
        pairs.append(((start, start + len(content)), (begin, begin + len(source))))
        at = max(begin + len(source), start + len(content))
    sources = [source for _, source in pairs]
    found = resolve(doc, sources, contents=pairs)
    place = (text.index(first), text.index(first) + len(first))
    return {entity.id: entity.name for entity in found.entities}.get(found.of(place) or "", "")


@pytest.mark.model
@pytest.mark.parametrize("described", ["One of the rowers", "A volunteer", "A club member"])
def test_the_same_quoted_words_are_of_one_speaker(described: str) -> None:
    """Whom the story names with the very words that the lead quotes is who has said them."""
    text = f"{described} said it was {QUOTED}. Snow fell.\n\nIda Brandt said the trip was {AGAIN}."
    contents = [(described, f"it was {QUOTED}"), ("Ida Brandt", f"the trip was {AGAIN}")]
    assert quoted(text, described, contents) == "Ida Brandt"


@pytest.mark.model
def test_a_few_words_alike_are_of_nobody() -> None:
    """Three words may be anybody's."""
    text = 'One of the rowers said it was "a long road". Snow fell.\n\nIda Brandt said the trip was "a long road".'
    contents = [("One of the rowers", 'it was "a long road"'), ("Ida Brandt", 'the trip was "a long road"')]
    assert quoted(text, "One of the rowers", contents) != "Ida Brandt"


@pytest.mark.model
def test_who_takes_up_words_of_somebody_named_before_is_another() -> None:
    """ "A critic" who quotes what Ida Brandt has said is not Ida Brandt."""
    text = f"Ida Brandt said the trip was {AGAIN}. Snow fell.\n\nOne of the rowers laughed at {QUOTED}."
    contents = [("Ida Brandt", f"the trip was {AGAIN}"), ("One of the rowers", QUOTED)]
    assert quoted(text, "One of the rowers", contents) != "Ida Brandt"


@pytest.mark.model
def test_one_quotation_in_another_s_words_is_no_second() -> None:
    """Who tells what a rower has said has not said it."""
    told = f"One of the rowers told them it was {QUOTED}"
    text = f"{told}, Ida Brandt said."
    contents = [("One of the rowers", f"it was {QUOTED}"), ("Ida Brandt", told)]
    assert quoted(text, "One of the rowers", contents) != "Ida Brandt"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Sales fell, a research firm said Tuesday.\n\nOrbex Inc. said buyers wait.", "a research firm", "Orbex Inc."),
        (
            "Rain came, a shipping company said.\n\nVelmark Ltd. said no boat left.",
            "a shipping company",
            "Velmark Ltd.",
        ),
    ],
)
def test_a_body_that_speaks_next_is_who_has_spoken(text: str, source: str, name: str) -> None:
    """A firm that a lead does not name is the one named first in the next sentence."""
    assert _name(text, source, name) == name


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "other"),
    [
        (
            "Sales fell, a French firm said.\n\nThe Japanese company Orbex Inc. said buyers wait.",
            "a French firm",
            "Orbex",
        ),
        ("Orbex Inc. fell. Sales fell, a research firm said.\n\nOrbex Inc. said no.", "a research firm", "Orbex Inc."),
        ("Sales fell, a mayor said.\n\nOrbex Inc. said buyers wait.", "a mayor", "Orbex Inc."),
    ],
)
def test_a_body_stays_unnamed_where_another_may_be_meant(text: str, source: str, other: str) -> None:
    """Nor is it who was named before, nor a body for a person."""
    assert other not in _name(text, source, "Orbex Inc.")


def _name(text: str, source: str, following: str) -> str:
    doc = load_model()(text)
    places = [(text.rindex(one), text.rindex(one) + len(one)) for one in (source, following)]
    found = resolve(doc, places)
    return {entity.id: entity.name for entity in found.entities}.get(found.of(places[0]) or "", "")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "Prime Minister Ida Brandt flew to Marl. Peter Hask met her. The PM said it was late.",
            "The PM",
            "Ida Brandt",
        ),
        ("Inspector General Ida Brandt left. The IG said it was late.", "The IG", "Ida Brandt"),
    ],
)
def test_initials_stand_for_an_office(text: str, source: str, name: str) -> None:
    """ "The PM" is the one whom the article calls prime minister."""
    entity = parsed(text, source)
    assert entity is not None
    assert entity.name == name


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("French Prime Minister Ida Brandt flew to Marl. The Japanese PM said it was late.", "The Japanese PM"),
        ("Prime Minister Ida Brandt flew to Marl. The deputy PM said it was late.", "The deputy PM"),
    ],
)
def test_initials_of_another_s_office(text: str, source: str) -> None:
    """Another country has another, and a deputy is not the prime minister."""
    entity = parsed(text, source)
    assert entity is None or entity.name != "Ida Brandt"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("A witness said the roof fell. They said it was dark.", "They", "A witness"),
        ("A source told the Gull that Ida Brandt lied.\n\nThey said she knew.", "They", "A source"),
    ],
)
def test_they_may_be_one_who_stays_unknown(text: str, source: str, name: str) -> None:
    """News says "they" of a witness whom it does not name."""
    assert _pronoun(text, name, source) == name


@pytest.mark.model
def test_they_are_rather_several() -> None:
    """Several who were told of last are "they"."""
    text = "The mayor said it fell. Dozens of farmers came to the square. They said it was dark."
    assert _pronoun(text, "The mayor", "They") == "Dozens of farmers"


def _pronoun(text: str, first: str, source: str) -> str:
    doc = load_model()(text)
    places = [(text.rindex(one), text.rindex(one) + len(one)) for one in (first, source)]
    found = resolve(doc, places)
    return {entity.id: entity.name for entity in found.entities}.get(found.of(places[1]) or "", "")


@pytest.mark.model
@pytest.mark.parametrize("described", ["A senior Velmark official", "A source"])
def test_who_is_to_stay_unknown_is_nobody_named(described: str) -> None:
    """An official of whom there are many is not the one who is named next."""
    text = f"{described} said the roof fell. Ida Brandt, a senior Velmark official, said it was old."
    doc = load_model()(text)
    places = [(0, len(described)), (text.index("Ida"), text.index("Ida") + len("Ida Brandt"))]
    found = resolve(doc, places)
    assert found.of(places[0]) != found.of(places[1])


@pytest.mark.model
def test_what_a_headline_calls_somebody_tells_no_more_of_what_that_is() -> None:
    """ "The Velm mayor" goes on telling of who is named below "Lund chair", though a chair is no mayor."""
    text = (
        "Lund chair promises to sing for Velm\n\nThe Lund choir’s organist Jo Brandt promised to sing for Velm. "
        "Naming two ferries that come late, the Velm mayor said nobody pays for them."
    )
    contents = [
        ("Lund chair", "to sing for Velm"),
        ("The Lund choir’s organist Jo Brandt", "to sing for Velm"),
        ("the Velm mayor", "nobody pays for them"),
    ]
    assert quoted(text, "Lund chair", contents) == "Jo Brandt"
    assert quoted(text, "the Velm mayor", contents) == "Jo Brandt"

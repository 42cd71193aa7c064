"""Whom the sentence before alone has told of, and who holds another office or the same one elsewhere."""

from __future__ import annotations

import pytest

from tests.extract.coreference.test_last_told_of import parsed

pytestmark = pytest.mark.model
LUND = "President Al Lund met Igor Marl on Monday. Al Lund was late.\n\n"


@pytest.mark.parametrize(
    ("text", "sources", "name"),
    [
        (
            LUND
            + "Many mayors have condemned the raid, including the new mayor of Velm, Jo Brandt. He said it was late.",
            [],
            "Jo Brandt",
        ),
        (
            LUND
            + "Mayors will gather in Velm. The painter Jo Brandt is also expected to come. He has urged them to stop.",
            [],
            "Jo Brandt",
        ),
        (
            'The mayors met Jo Brandt. "It is late," Al Lund said. He added that it was cold.',
            ["Al Lund"],
            "Al Lund",
        ),
    ],
)
def test_he_is_the_one_just_told_of(text: str, sources: list[str], name: str) -> None:
    """Who is the subject of the sentence before or included at its end, unless who spoke last goes on."""
    entity = parsed(text, *sources, "He")
    assert entity is not None
    assert entity.name == name


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("The governor of the Marl region said so. The governor of the Velm region said it was late.", False),
        ("A spokesman for the Marl region said so. The spokesman for the Velm region said it was late.", False),
        ("The governor of the Marl region said so. The governor said it was late.", True),
    ],
)
def test_who_governs_another_region_is_another(text: str, *, same: bool) -> None:
    """An office that two places have is held by two."""
    first, second = (sentence.split(" said")[0].strip() for sentence in text.split(". "))
    entity = parsed(text, first, second)
    assert entity is not None
    assert (entity.name == first.removeprefix("The ").removeprefix("A ")) is same


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "President Al Lund spoke on Friday. Al Lund left. Norland's army chief said it was late.",
            "Norland's army chief",
            "Norland's army chief",
        ),
        (
            "The mayor, Al Lund, spoke on Friday. Al Lund left. The police chief said it was late.",
            "The police chief",
            "police chief",
        ),
        (
            "Police Commissioner Al Lund spoke on Friday. Al Lund left. The police chief said it was late.",
            "The police chief",
            "Al Lund",
        ),
    ],
)
def test_who_governs_is_no_chief_of_a_force(text: str, source: str, name: str) -> None:
    """A president is nobody's army chief, a commissioner may be the police chief."""
    entity = parsed(text, "Al Lund", source)
    assert entity is not None
    assert entity.name == name


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("the Norland military Chief of Staff Lt Gen Jo Brandt", "Jo Brandt"),
        ("the outgoing Secretary of State Dr Jo Brandt", "Jo Brandt"),
        ("the Chief of Staff for Gen Jo Brandt", "Chief of Staff for Gen Jo Brandt"),
    ],
)
def test_a_rank_behind_an_office_is_of_the_same_person(source: str, name: str) -> None:
    """Whose chief of staff somebody is, "for" tells."""
    entity = parsed(f"On Sunday, {source} said it was late.", source)
    assert entity is not None
    assert entity.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "President Al Lund left early. Al Lund was late. Al Lund slept.\n\n"
            "Jo Brandt told a court the Lund administration is still weighing his request to lift the ban.",
            "Jo Brandt",
        ),
        (
            "President Al Lund left.\n\nJo Brandt told a court the Lund government had read his plea to lift the ban.",
            "Jo Brandt",
        ),
        ("Al Lund left. The Lund administration has read his plea to lift the ban.", "Al Lund"),
    ],
)
def test_his_is_not_of_whom_a_body_is_named_after(text: str, name: str) -> None:
    """Who speaks has the request that a body named after another weighs."""
    entity = parsed(text, "his")
    assert entity is not None
    assert entity.name == name

"""Whom a description means, and whom it cannot mean."""

from __future__ import annotations

import pytest

from tests.extract.coreference.test_last_told_of import parsed
from tests.extract.coreference.test_told_beside import told
from whosays.extract.coreference.noun_phrase import Phrase


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "sources", "name"),
    [
        ("Orbex Foods has lost its oven.\n\nThe Port Velm-based company said it was late.", [], "Orbex Foods"),
        ("Igor Lund, 42, was fishing when a bear came. The man said it was late.", [], "Igor Lund"),
        (
            'Marl has sued. The Marl bridge warden said so. "It fell," said Jo Brandt, Marl bridge warden closing it.',
            [],
            "Jo Brandt",
        ),
        (
            "The Upper Marl rivers committee met on Monday. The committee said it was late.",
            [],
            "Upper Marl rivers committee",
        ),
        (
            "French President Jo Brandt met the leader Al Lund. Al Lund left. The French leader said it was late.",
            [],
            "Jo Brandt",
        ),
    ],
)
def test_a_description_is_of_whom_it_fits(text: str, sources: list[str], name: str) -> None:
    """Whence somebody is says nothing against it, and a country speaks for the one who is known to be of it."""
    descriptions = [
        "The Port Velm-based company",
        "The man",
        "The Marl bridge warden",
        "The committee",
        "The French leader",
    ]
    source = next(one for one in descriptions if one in text)
    entity = parsed(text, *sources, source)
    assert entity is not None
    assert entity.name == name


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "Former Mayor Jo Brandt met Mayor Al Lund. Al Lund left. The former mayor said it was late.",
            "The former mayor",
            "Al Lund",
        ),
        ("The White House has said so. The French government denied it.", "The French government", "White House"),
        ("Jo Brandt said so. On Monday Jo Brandt met the nurse, who left.", "the nurse", "Jo Brandt"),
    ],
)
def test_a_description_is_not_of_others(text: str, source: str, name: str) -> None:
    """An office that is over, another country's government, and whom one has met."""
    first = {"Al Lund": "Al Lund", "Jo Brandt": "Jo Brandt"}.get(name, "The White House")
    entity = parsed(text, first, source)
    assert entity is None or entity.name != name


@pytest.mark.model
def test_nobody_tells_of_himself_by_name() -> None:
    """Who does something in somebody's words is not the one who says them."""
    text = "Ida Brandt said she knew. Ida Brandt has been ill for long, the senior aide said."
    assert told(text, "Ida Brandt has been")[0] != "Ida Brandt"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Ida Brandt works as an adviser for Orbex Foods, which denies that it leaked.",
            "that it leaked",
            "Orbex Foods",
        ),
        (
            "The town should mend the shortcomings of the Marl Review, which said that more homes were needed.",
            "that more homes",
            "Marl Review",
        ),
        (
            "Ida Brandt met the head of the council, who said that the town was safe.",
            "that the town",
            "head of the council",
        ),
        (
            "With half of the homes sold, the council, suggests Ida Brandt, could act as a judge.",
            "the council",
            "Ida Brandt",
        ),
    ],
)
def test_a_clause_is_said_by_who_has_it(text: str, words: str, name: str) -> None:
    """ "Which" is no person, "who" is one; and the subject around an aside is part of what is told."""
    assert told(text, words)[0] == name


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Michael Brandt has denied that his team was split.\n\nThe Rivers Party leader said it was late.",
            "it was late",
            "Michael Brandt",
        ),
        ("Mayor Jo Brandt left. The mayor's aides said it was late.", "it was late", "Jo Brandt’s aides"),
        ("It was late, Marl Bank analysts in a research note said.", "It was late", "Marl Bank analysts"),
        ("Regulators in Marl asked for more. The regulator said that it was late.", "that it was", "regulator"),
        (
            "Ida Brandt told the Marl Gazette that she had left. It said that the pier was shut.",
            "that the pier",
            None,
        ),
        (
            "The Velmark Council, which watches the price of bread and milk, said that it was late.",
            "that it was",
            "Velmark Council",
        ),
    ],
)
def test_who_is_told_by_name_or_in_full(text: str, words: str, name: str | None) -> None:
    """What is known of whom a description means is told; a newspaper that is told something has not said it."""
    assert told(text, words)[0] == name


@pytest.mark.parametrize(("head", "plural"), [("children", True), ("firemen", True), ("child", False)])
def test_children_are_several(head: str, plural: bool) -> None:
    """A plural need not end in "s"."""
    assert Phrase(0, 1, "noun", head=head).plural is plural

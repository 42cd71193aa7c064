"""Whom a description means, and whom it cannot mean."""

from __future__ import annotations

import pytest

from tests.extract.coreference.test_last_told_of import parsed
from tests.extract.coreference.test_told_beside import told
from whosays.extract.coreference import resolve
from whosays.extract.coreference.noun_phrase import Phrase
from whosays.extract.pipeline import load_model


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


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "other"),
    [
        ("UN Secretary-General Jo Brandt flew in. It was late, the French health minister said.",
         "the French health minister", "Jo Brandt"),
        ("Finance Minister Jo Brandt flew in. The health minister said it was late.", "The health minister", "Brandt"),
        ("UN health chief Jo Brandt flew in.\n\nThe UN chief said it was late.", "The UN chief", "Jo Brandt"),
        ("Mayor Jo Brandt flew in. The deputy mayor said it was late.", "The deputy mayor", "Jo Brandt"),
        ("Governor Jo Brandt flew in. Snow fell. In Paris it was late. Snow fell. London's governor said so.",
         "London's governor", "Jo Brandt"),
        ("The Israel Defense Forces left. Israeli police said it was late.", "Israeli police", "Defense"),
        ("The state media outlet Orbex said so. Japanese state media said it was late.", "Japanese state media",
         "Orbex"),
        ("The firm Orbex left. Korrin's mission to the UN said it was late.", "Korrin's mission to the UN", "Orbex"),
        ("In a post on Chirper, formerly Tweetle, Japan's mission to the UN said so.", "Japan's mission to the UN",
         "Tweetle"),
        ("Sailors were glad of the Korpay and Orbex websites. The company said it was late.", "The company",
         "Orbex"),
    ],
)  # fmt: skip
def test_another_office_country_or_body_is_not_meant(text: str, source: str, other: str) -> None:
    """Who holds another portfolio, is of another place, below, or a body of another sort, is not who is described."""
    entity = parsed(text, source)
    assert entity is None or other not in entity.name


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("UN Secretary-General Jo Brandt flew in. The UN chief said it was late.", "The UN chief", "Jo Brandt"),
        ("Health Minister Jo Brandt flew in. The minister said it was late.", "The minister", "Jo Brandt"),
        ("French minister Jo Brandt flew in. The health minister said it was late.", "The health minister",
         "Jo Brandt"),
        ("In Marl, Mayor Jo Brandt flew in. Marl's mayor said it was late.", "Marl's mayor", "Jo Brandt"),
        ("Orbex fell. Although the company said it was late, shares rose.", "the company", "Orbex"),
        ("Lund attorney Jo Brandt left. Eve Lund wept. Lund’s attorney said it was late.", "Lund’s attorney",
         "Jo Brandt"),
        ("Works Leader Jo Brandt left.\n\nThe leader said it was late.", "The leader", "Jo Brandt"),
    ],
)  # fmt: skip
def test_the_same_office_is_meant(text: str, source: str, name: str) -> None:
    """The head of the body, a minister without a word on which, the officer of the place, who is called so in short."""
    entity = parsed(text, source)
    assert entity is not None
    assert entity.name == name


@pytest.mark.model
def test_a_leader_whom_a_headline_has_by_surname_is_named_next() -> None:
    """A surname in the headline does not make somebody known to the story."""
    text = (
        "Brandt: port 'to stay shut'\n\nThe Marl River leader has said it was late.\n\nJo Brandt said the port was old."
    )
    doc = load_model()(text)
    places = [(text.index(one), text.index(one) + len(one)) for one in ("The Marl River leader", "Jo Brandt")]
    found = resolve(doc, places)
    assert found.of(places[0]) == found.of(places[1])


@pytest.mark.model
@pytest.mark.parametrize("described", ["A senior Japanese official", "A Japanese harbour official"])
def test_an_official_of_a_country_is_the_one_of_before(described: str) -> None:
    """A mayor of whom no country is told is not "the Japanese official" whom the article has already had."""
    text = f"{described} said so. Mayor Jo Brandt left. The Japanese official told the Gull it was late."
    entity = parsed(text, described, "The Japanese official")
    assert entity is None or not entity.named

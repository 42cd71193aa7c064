"""Whom "the two", "both nations" and "the companies" mean, and whom "it" and "he" mean beside a country or a clause."""

from __future__ import annotations

import pytest

from tests.extract.coreference.test_last_told_of import parsed


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Jo Brandt and Al Lund met in Marl on Monday. The two said it was late.", "The two", "Jo Brandt and Al Lund"),
        ("Jo Brandt met Al Lund in Marl on Monday. The pair said it was late.", "The pair", "Jo Brandt and Al Lund"),
        (
            "Jo Brandt and Al Lund's talks in Marl ended on Monday. The two leaders said it was late.",
            "The two leaders",
            "Jo Brandt and Al Lund",
        ),
        (
            "France and Japan signed the treaty on Monday. Both countries said it was late.",
            "Both countries",
            "France and Japan",
        ),
        (
            "Orbex Foods will bake bread with Velm Mills. The companies said so in a joint statement.",
            "The companies",
            "Orbex Foods and Velm Mills",
        ),
    ],
)
def test_two_who_are_joined_speak_together(text: str, source: str, name: str) -> None:
    """Each of them is a member of the source."""
    entity = parsed(text, source)
    assert entity is not None
    assert entity.name == name
    assert len(entity.members) == 2


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Jo Brandt, Al Lund and Eve Marr met. The two leaders said it was late.", "The two leaders"),
        ("Jo Brandt and Al Lund met. Two guards were hurt. The two said it was late.", "The two"),
        ("Jo Brandt and Al Lund met. The leaders of the unions were late. The leaders said so.", "The leaders"),
    ],
)
def test_of_more_than_two_nobody_knows_which(text: str, source: str) -> None:
    """Others whom the article has told of may be the two, and "the leaders" alone says of how many it is."""
    entity = parsed(text, source)
    assert entity is None or not entity.members


@pytest.mark.model
def test_it_is_the_country_over_it() -> None:
    """A country that speaks nowhere else in the article does so as "it"."""
    entity = parsed("Japan gave the towns money as it vowed to repair the dams.", "it")
    assert entity is not None
    assert (entity.name, entity.type) == ("Japan", "Organization")


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Jo Brandt wrote of the dissident Al Lund, who has said he fears snow.",
        "Jo Brandt said the town must thank the painter Al Lund, who believes he was robbed.",
    ],
)
def test_he_inside_a_relative_clause_is_who_has_the_clause(text: str) -> None:
    """Not the subject of the sentence around it, though that one spoke last."""
    entity = parsed(text, "Jo Brandt", "he")
    assert entity is not None
    assert entity.name == "Al Lund"


@pytest.mark.model
@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Jo Brandt, Labour MP for Leeming and Wansby", "Jo Brandt"),
        ("Jo Brandt, a baker in Leeming and Wansby", "Jo Brandt"),
        ("Jo Brandt, a baker in Leeming, and Al Lund", "Jo Brandt and Al Lund"),
    ],
)
def test_a_place_beside_another_speaks_with_nobody(source: str, name: str) -> None:
    """Whom "and" joins to a person speaks, too."""
    entity = parsed(f"{source}, said on Monday that it was late.", source)
    assert entity is not None
    assert entity.name == name

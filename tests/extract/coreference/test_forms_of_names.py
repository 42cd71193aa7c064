"""A name has all of its words: the seat of an embassy, whose ministry it is, what is spelled out elsewhere."""

from __future__ import annotations

import pytest

from tests.extract.coreference.test_fullest_names import found, name_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Korrin Embassy in Port Orlune said it rained.", "Korrin Embassy in Port Orlune"),
        ("The Korrin Embassy in Marl Monday said it rained.", "Korrin Embassy in Marl"),
        ("The Korrin Embassy in the town said it rained.", "Korrin Embassy"),
        ("The Korrin Embassy said it rained in Marl.", "Korrin Embassy"),
        ("The Korrin Chamber of Commerce in Marl said it rained.", "Korrin Chamber of Commerce in Marl"),
        ("The High Court in Marl said it rained.", "High Court"),
    ],
)
def test_an_embassy_is_named_with_its_seat(text: str, name: str) -> None:
    """A state has many embassies; the day on which one speaks is no part of the name."""
    assert found(text, Organization="Korrin Embassy; Korrin Chamber of Commerce; High Court")[0] == name


def test_an_embassy_is_the_same_without_its_seat() -> None:
    """The state in which it is does not make another of it."""
    text = "The Korrin Embassy in Kenya said it rained. The Korrin Embassy said it stopped."
    assert name_of(text, "The Korrin Embassy", Organization="Korrin Embassy", Place="Kenya") == (
        "Korrin Embassy in Kenya"
    )


@pytest.mark.parametrize(
    ("text", "seen", "name"),
    [
        ("Kenya's Space Agency said it rained.", "Space Agency", "Kenya’s Space Agency"),
        ("Kenya's Anti-Doping Agency said it rained.", "Anti-Doping Agency", "Kenya’s Anti-Doping Agency"),
        ("Kenya's Orlune Agency said it rained.", "Orlune Agency", "Orlune Agency"),
    ],
)
def test_what_every_state_has_is_named_with_the_state(text: str, seen: str, name: str) -> None:
    """A body whose name tells only its task is that of the state before it."""
    assert name_of(text, f"Kenya's {seen}", Place="Kenya", Organization=seen) == name


def test_a_name_spelled_out_once_is_whole_elsewhere() -> None:
    """Where its initials stand in brackets the name is known to its end, and its last part speaks for nobody."""
    text = (
        "The Fishing Board for Orlune and the Lakes said it rained. "
        "They met the Fishing Board for Orlune and the Lakes (FBOL)."
    )
    seen = "Fishing Board for Orlune; Lakes"
    assert name_of(text, "The Fishing Board for Orlune and the Lakes", Organization=seen) == (
        "Fishing Board for Orlune and the Lakes"
    )


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("president of retail and online stores Eve Marr", "Eve Marr"),
        ("head of roads Eve Marr", "Eve Marr"),
        ("sister of author Eve Marr", "sister of author Eve Marr"),
    ],
)
def test_who_heads_departments_is_named_behind_them(source: str, name: str) -> None:
    """What somebody is president of may be several things; "of the author Eve Marr" tells whose sister speaks."""
    assert name_of(f"On Monday {source} said it rained.", source, Person="Eve Marr") == name


@pytest.mark.parametrize("source", ["as many as five officials", "as few as three officials", "at least ten officials"])
def test_an_amount_has_its_first_word(source: str) -> None:
    """Without "as" the words "many as five officials" are nobody's."""
    assert name_of(f"On Monday {source} said it rained.", source) == source


def test_a_conjunction_before_many_is_no_part_of_them() -> None:
    """It opens a clause in "as many officials said"."""
    assert name_of("It rained, as many officials said.", "as many officials") == "many officials"


@pytest.mark.parametrize(
    ("by", "name"),
    [
        ("Kenya and allied officials", "Kenya and allied officials"),
        ("Kenya and Norway officials", "Kenya and Norway officials"),
        ("Kenya and aid groups", "Kenya"),
        ("Kenya and allied officials obtained by Orbex", "Kenya and allied officials"),
    ],
)
def test_two_states_before_their_officials_issue_nothing(by: str, name: str) -> None:
    """Officials of both issued the report, whoever has obtained it."""
    text = f"A report by {by} said it rained."
    assert name_of(text, f"A report by {by}", Place="Kenya; Norway", Organization="Orbex") == name

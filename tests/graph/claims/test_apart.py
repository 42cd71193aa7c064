"""What keeps claims apart that are alike in most words: another region, another site, another means."""

from __future__ import annotations

import pytest

from tests.graph.claims.test_claim_matcher import wording
from whosays.graph.claims.apart import at_other_sites, by_other_means, denies_more, in_other_regions, of_other_states
from whosays.graph.wording import wording as of_terms


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ({"region sarn"}, {"region marn"}, True),
        ({"region sarn"}, {"region lower sarn"}, False),
        ({"region sarn"}, {"region sarn", "region marn"}, False),
        ({"region sarn"}, {"district quill"}, False),
        ({"region sarn"}, set(), False),
        ({"region new sarn"}, {"region old marn"}, True),
    ],
)
def test_regions_of_one_kind_are_two_places(one: set[str], other: set[str], apart: bool) -> None:
    """A district may lie in a region, and where nothing is told anything may be."""
    assert in_other_regions(one, other) is in_other_regions(other, one) is apart


@pytest.mark.model
@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("a fire broke out at the power plant on Sunday", "a fire had broken out at a military airfield", True),
        ("three people died when a wall fell in a school", "that three people died when a wall fell in a hotel", True),
        ("the school shooter Tarn has been sentenced", "that Tarn was sentenced in a prison", False),
        ("a fire broke out at the hospital", "a fire had broken out at the clinic in Sarn", False),
        ("a fire broke out at the power plant", "a fire broke out at the plant's cooling towers", False),
        ("the hospital was moved to a school", "that the school took the patients in", False),
        ("a fire broke out in Sarn", "a fire broke out at the hospital", False),
        ("a bomb was planted in the hotel", "bombs were planted in a room of the hotel", False),
    ],
)
def test_two_sorts_of_site_are_two_places(one: str, other: str, apart: bool) -> None:
    """A clinic may be the hospital, and one that both tell of is one."""
    assert at_other_sites(wording(one), wording(other)) is at_other_sites(wording(other), wording(one)) is apart


@pytest.mark.model
@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (
            "Castellan was killed by a rocket fired from outside the house",
            "Castellan was assassinated with an explosive device that had been hidden in the house",
            True,
        ),
        ("Castellan was killed from close range", "Castellan was killed by a bomb planted months before", True),
        ("a sniper shot Castellan dead, killing him at once", "Castellan was killed with a knife", True),
        ("Castellan was killed by a missile", "Castellan was killed in an air strike", False),
        ("Castellan was killed by bombs planted in his room", "agents had planted the bombs that killed him", False),
        ("Castellan was killed by a rocket", "Castellan, an engineer, has been killed", False),
        ("the flood killed the rocket engineer", "Castellan was shot and killed", False),
        ("they hid the device in the house", "they fired a rocket from the house", False),
    ],
)
def test_two_means_are_two_accounts(one: str, other: str, apart: bool) -> None:
    """Where both tell how somebody was killed; whom it is done to tells nothing of that."""
    assert by_other_means(wording(one), wording(other)) is by_other_means(wording(other), wording(one)) is apart


@pytest.mark.model
@pytest.mark.parametrize(
    ("denied", "told", "apart"),
    [
        ("the dismissal was connected to the death of the pilot", "one of the best pilots had died", True),
        ("the gate was opened after the death of the keeper", "the keeper has died", True),
        ("the gate was opened by the keeper", "the keeper had opened the gate", False),
        ("any part in the opening of the gate", "the keeper had opened the gate", False),
        ("the pilot died in the crash", "one of the best pilots had died", False),
    ],
)
def test_what_is_denied_is_what_is_told(denied: str, told: str, apart: bool) -> None:
    """Who denies something about an event does not deny the event."""
    assert denies_more(wording(denied), wording(told)) is apart


@pytest.mark.model
@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("a Danish ferry rammed a Swedish trawler", "a Swedish trawler had rammed its ferry", True),
        ("the Danish coast guard fired at Swedish boats", "Swedish boats were hit by the Danish coast guard", False),
        ("Danish troops shelled the mill", "the mill was shelled by Swedish troops", True),
        ("Danish troops shelled the mill", "the troops shelled the mill on Monday", False),
        ("Denmark closed the border with Sweden", "Danish officials had shut the Swedish border", False),
        ("Danish ministers met Swedish ministers", "Swedish ministers met Danish ones in Sarn", False),
        ("Danish and Swedish boats collided", "a Danish boat collided with another one", False),
    ],
)
def test_two_states_that_do_it_are_two_accounts(one: str, other: str, apart: bool) -> None:
    """Who accuse each other do not agree; what two do together, and who is told of without a state, parts nothing."""
    assert of_other_states(wording(one), wording(other)) is of_other_states(wording(other), wording(one)) is apart


def test_who_is_accused_is_the_doer() -> None:
    """ "(Accused) Denmark of crashing into a Swedish boat" tells who did it without a subject."""
    danes = of_terms("denmark/M/o deliberate/R crash/V/p into/P swedish/A/into boat/N/into")
    swedes = of_terms("swedish/A/s boat/N/s ram/V/p danish/A/o ferry/N/o")
    assert of_other_states(danes, swedes)
    assert not of_other_states(danes, of_terms("danish/A/s boat/N/s ram/V/p swedish/A/o ferry/N/o"))
    assert not of_other_states(danes, of_terms("sweden/M/o/g1 fear/N/o boat/N/o crash/V/p danish/A/into boat/N/into"))
    assert not of_other_states(danes, of_terms("boat/N/s ram/V/p danish/A/o ferry/N/o"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("denmark/M/s hand/V/p prisoner/N/o sweden/M/to", "sweden/M/s receive/V/p prisoner/N/o denmark/M/from"),
        ("denmark/M/s lose/V/p match/N/o sweden/M/to", "sweden/M/s win/V/p match/N/o denmark/M/against"),
    ],
)
def test_what_one_state_gives_and_another_gets_is_one(one: str, other: str) -> None:
    """Only where somebody is harmed does the other state as the doer tell of another thing."""
    assert not of_other_states(of_terms(one), of_terms(other))


def test_a_state_called_by_its_initials_is_a_state() -> None:
    """ "Turkish troops shelled the mill" and "US troops shelled the mill" are two accounts."""
    turks = of_terms("turkish/A/s troop/N/s shell/V/p mill/N/o")
    assert of_other_states(turks, of_terms("us/M/s troop/N/s shell/V/p mill/N/o"))

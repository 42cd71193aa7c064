"""Names and descriptions of bodies of states, unions and territories are read as whose they are and what they do."""

from __future__ import annotations

import pytest

from whosays.graph.names import body_of_state


@pytest.mark.parametrize(
    ("name", "body", "of"),
    [
        ("Norway's Ministry of Defence", "ministry of defence", "Norway"),
        ("the Norwegian defense ministry", "ministry of defence", "Norway"),
        ("Oslo’s defence ministry", "ministry of defence", "Norway"),
        ("Ministry of Defence of the Republic of Korea", "ministry of defence", "South Korea"),
        ("Chilean military", "armed forces", "Chile"),
        ("Armed Forces of Chile", "armed forces", "Chile"),
        ("Israel Defense Forces", "armed forces", "Israel"),
        ("IDF", "armed forces", "Israel"),
        ("Peru's coastguard", "coast guard", "Peru"),
        ("UN's nuclear watchdog", "International Atomic Energy Agency", "United Nations"),
        ("United Nations atomic agency", "International Atomic Energy Agency", "United Nations"),
        ("the EU's executive arm", "European Commission", "European Union"),
        ("territory's Hamas-run health ministry", "ministry of health", "Gaza"),
        ("Pentagon", "ministry of defence", "United States"),
    ],
)
def test_one_body_has_many_names(name: str, body: str, of: str) -> None:
    """Its country by name, adjective or capital, its words in any order and spelling."""
    found = body_of_state(name)
    assert found is not None
    assert (found.body, found.of) == (body, of)


@pytest.mark.parametrize(
    "name",
    [
        "Norwegian defence ministry spokesman",
        "Norwegian Defence Ministry and Interior Ministry",
        "the defence ministry",
        "Oslo police",
        "US Army",
        "Northern Ireland parliament",
        "Hamas military",
        "Peruvian and Chilean military",
        "Norwegian military bloggers",
        "USS Peru",
    ],
)
def test_parts_members_and_others_are_none(name: str) -> None:
    """Whoever speaks for a body, a part of it, a city's or region's, and the bodies of two states."""
    assert body_of_state(name) is None


def test_a_territory_is_not_the_state_around_it() -> None:
    """Two ministries of health, and the one in Gaza is Gaza's by whatever name."""
    ramallah, gaza = body_of_state("Palestinian health ministry"), body_of_state("Palestinian health ministry in Gaza")
    assert ramallah
    assert gaza
    assert ramallah != gaza == body_of_state("Hamas-run ministry of health")

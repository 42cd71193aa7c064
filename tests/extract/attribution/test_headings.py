"""Headings that end with a dash and who says them."""

from __future__ import annotations

import pytest

from tests.extract.attribution.test_not_their_words import told
from whosays.extract import Extractor

pytestmark = pytest.mark.model
BODY = "\n\nForeign minister Jo Roe says that Norland has accepted it."


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """Return the extractor with the shipped model."""
    return Extractor()


@pytest.mark.parametrize(
    ("heading", "source"),
    [
        ("Norland accepts 'bridging offer' for truce - Roe", "Roe"),
        ("Two killed as tram hits bus in Velm – police", "police"),
        ("Hospitals may close by Friday - health ministry", "health ministry"),
    ],
)
def test_who_stands_behind_a_dash_says_the_heading(extractor: Extractor, heading: str, source: str) -> None:
    """So does a surname that the page has in full, and a noun for a body."""
    said = heading.rpartition(" ")[0] if source != "health ministry" else heading.removesuffix(" health ministry")
    assert (source, "", said[:-2]) in [
        (found, cue or "", content) for found, cue, content in told(extractor, heading + BODY)
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Norland accepts 'bridging offer' for truce - Jo Roe",
        "Norland accepts 'bridging offer' for truce - The Gull",
        "Norland accepts 'bridging offer' for truce – and soon",
        "The long road from Velm to Mora - Roe",
    ],
)
def test_who_wrote_or_printed_a_page_does_not(extractor: Extractor, heading: str) -> None:
    """Nor does anybody say a heading that is no clause."""
    assert not [
        content
        for source, _, content in told(extractor, heading + BODY)
        if heading.startswith(content[:12]) and source in ("Jo Roe", "The Gull", "and soon", "Roe")
    ]

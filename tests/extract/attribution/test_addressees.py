"""To which outlet somebody said it."""

from __future__ import annotations

import pytest

from whosays.extract import Article, Extractor

LEAD = "The bridge at Sarn was closed on Monday.\n\n"
TOLD = {
    "who is told": [
        ("Jo Roe told the Reuters news agency that the bridge had cracked.", "Reuters"),
        ("“It is gone,” farmer Tim Lund told AFP on Tuesday.", "AFP"),
        ("Jo Roe told CNN's Ana Marr that it was safe.", "CNN"),
    ],
    "who is told as well": [("Jo Roe told Sky News and the Guardian that it was safe.", "Sky News, Guardian")],
    "behind a preposition": [
        ("The mayor confirmed to CBS News that the bridge was closed.", "CBS News"),
        ("Jo Roe said in an interview with CNN that she would resign.", "CNN"),
        ("Jo Roe said in a statement to NBC News that it was over.", "NBC News"),
    ],
    "in a clause beside": [
        ("Speaking to Sky News, Jo Roe said the bridge would reopen.", "Sky News"),
        ("One resident who spoke to AFP said the water rose.", "AFP"),
    ],
    "nobody of the press": [
        ("Jo Roe told reporters that it was safe.", ""),
        ("Jo Roe told the council that it was safe.", ""),
        ("Jo Roe said CNN had been wrong about the bridge.", ""),
        ("Jo Roe told residents that the BBC had shown an old bridge.", ""),
        ("Jo Roe agreed with the BBC that the bridge was old.", ""),
        ("Jo Roe attributed the figure of 40 boats to Reuters.", ""),
        ("Jo Roe told a former CNN editor that it was safe.", ""),
    ],
    "who speaks, and who says nothing": [
        ("CNN told its viewers that the bridge was safe.", ""),
        ("The mayor declined to tell CNN why the bridge was closed.", ""),
    ],
}


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """Return the shipped extractor."""
    return Extractor()


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "outlets"), [pair for pairs in TOLD.values() for pair in pairs])
def test_the_outlet_that_was_told(sentence: str, outlets: str, extractor: Extractor) -> None:
    """By the object of telling, behind "to" and "with", or in a clause that tells with whom somebody spoke."""
    text = LEAD + sentence
    record = extractor.record(Article("a.txt", text, "", ((0, len(text)),)))
    names = {e.id: e.name for e in record.entities}
    told = dict.fromkeys(names[outlet] for a in record.attributions if a.kind != "act" for outlet in a.told)
    assert ", ".join(told) == outlets

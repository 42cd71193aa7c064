"""Rarer ways of saying: read out, praised, branded, hailed as, described by, announced by a colon."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from whosays.extract import Article, Attribution, Extractor
from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.propose.passed_over import take_in

CASES = [
    ("The firm sent a note. It read: “Dr Tarrock is admired by her peers.”", "It", "read", "admired"),
    ("“The old mayor would take hours,” read one reader’s comment.", "one reader’s comment", "read", "take hours"),
    ("But the plea was dismissed as “absurd” by Justice Ivo Renn.", "Justice Ivo Renn", "dismissed", "plea"),
    ("Norvane is widely seen as hesitating on the deal.", None, "seen", "Norvane"),
    ("Some readers were quick to hail the diver as “lucky”.", "Some readers", "hail", "lucky"),
    ("The union leader brands such criticism as “absolutely rubbish”.", "The union leader", "brands", "rubbish"),
    ("Editorials in the local press framed the flood as a symptom of neglect.", "Editorials", "framed", "symptom"),
    ("The mayor of Tarn has criticised the plans for a second pier.", "The mayor of Tarn", "criticised", "plans"),
    ("The dragon, described by the museum as the “oldest of all”, was burned.", "the museum", "described", "oldest"),
    ("Officials said that the allies now see the ports as a liability.", "the allies", "see", "liability"),
    ("Tarn set new tariffs over what it sees as unfair help for its mills.", "it", "sees as", "unfair help"),
    ("Few shops buy them. Mr Quill is confident, though: “They will pay in May.”", "Mr Quill", "", "pay in May"),
]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """Return the extractor with the shipped model."""
    return Extractor()


def read(extractor: Extractor, text: str) -> list[Attribution]:
    record = extractor.record(Article("a.txt", text, "0" * 64, ((0, len(text)),), language="en"))
    return [hop for hop in record.attributions if hop.kind != "act"]


@pytest.mark.model
@pytest.mark.parametrize(("text", "source", "cue", "said"), CASES)
def test_it_is_said_by_whom(extractor: Extractor, text: str, source: str | None, cue: str, said: str) -> None:
    """Each is an attribution to that source, with that word in its cue and those words in its content."""
    found = [
        (
            text[slice(*hop.source)] if hop.source else None,
            " ".join(text[slice(*span)] for span in hop.cue),
            " ".join(text[slice(*span)] for span in hop.content),
        )
        for hop in read(extractor, text)
    ]
    assert any(
        (who or "").startswith(source or "") and (who is None) == (source is None) and cue in words and said in content
        for who, words, content in found
    ), found


@pytest.mark.model
def test_a_paragraph_that_a_paper_is_quoted_with_is_all_of_it(extractor: Extractor) -> None:
    """ "From the Gull Courier:" gives the next paragraph to the paper, with what others say inside it."""
    text = (
        "It is no surprise that the valley is angry. From the Gull Courier:\n\n"
        "A column in the Miners’ Weekly claimed that the strike was paid for from abroad.\n\nNobody has answered it."
    )
    paper, column = read(extractor, text)
    assert paper.source is not None
    assert text[slice(*paper.source)] == "the Gull Courier"
    assert text[slice(*paper.content[0])].startswith("A column")
    assert (paper.stance, column.inside, text[slice(*column.cue[0])]) == ("reports", paper.id, "claimed")


@pytest.mark.model
def test_who_tells_what_he_had_said_speaks_twice(extractor: Extractor) -> None:
    """ "We had argued that ..." in a quotation is one more statement, and passes on nobody else's."""
    text = "Their lawyer, Majda Orrin, said: “We had argued that the film cannot tell the truth.”"
    outer, inner = read(extractor, text)
    assert (inner.inside, text[slice(*inner.cue[0])], outer.stance) == (outer.id, "had argued", "asserts")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "inner", "outer"),
    [
        ("Jo Quill has reportedly been held by the guards, Ada Moll reported on Tuesday.", "reportedly", "reported"),
        ("The crew is reportedly trying to sell the hull, sources near the port told the Gull.", "reportedly", "told"),
    ],
)
def test_hearsay_is_inside_what_is_reported_of_it(extractor: Extractor, text: str, inner: str, outer: str) -> None:
    """Whoever is named behind a clause of hearsay reports all of it."""
    cues = {" ".join(text[slice(*span)] for span in hop.cue): hop for hop in read(extractor, text)}
    assert cues[inner].inside == cues[outer].id


def test_what_is_said_in_a_claim_is_inside_the_claim() -> None:
    """A claim found late goes between who denies it and what is told in it."""
    doc = Doc(Vocab(), words="Roe denied claims that he told the board it fell".split())
    found = AttributionSet([Hop(doc[0:1], (doc[1:2],), (doc[2:10],), None, 1.0)])
    told = found.add(Hop(doc[4:5], (doc[5:6],), (doc[8:10],), 0, 1.0))
    take_in(Hop(None, (doc[2:3],), (doc[3:10],), 0, 1.0), found)
    assert told == 1
    assert [found[i].inside for i in found] == [None, 2, 0]

"""The last touches: where contents begin and end, who a relative pronoun is, and silence without a content."""

from __future__ import annotations

import pytest

from tests.doc_builder import parsed, span
from whosays.extract.attribution import AttributionSet, Hop, Reading, load_linker
from whosays.extract.attribution.filter.non_statements import drop_empty
from whosays.extract.attribution.revise.edges import draw_edges
from whosays.extract.attribution.revise.relatives import name_relatives

RELATIVE = (
    "The/DT/det/2 harbour/NN/compound/1 master/NN/nsubj/8 of/IN/case/1 Lissa/NNP/nmod/-2 ,/,/punct/3"
    " who/WP/nsubj/1 said|say/VBD/acl:relcl/-5 it/PRP/nsubj/1 leaked|leak/VBD/ccomp/-2 ,/,/punct/-3"
    " left|leave/VBD/ROOT/0"
)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "drawn"),
    [
        ("Ada said that it leaked .", "Ada", "said", "it leaked", "that it leaked"),
        ("Ada asked whether it leaked .", "Ada", "asked", "it leaked", "whether it leaked"),
        ("“ It leaked , ” Ada said .", "Ada", "said", "It leaked", "“It leaked,”"),
        ("Ada said they were “ not afraid . ”", "Ada", "said", "they were “not afraid", "they were “not afraid.”"),
        ("Ada said it leaked .", "Ada", "said", "it leaked", "it leaked"),
        ("Ada called it “ a lie ” and left .", "Ada", "called", "it “a lie”", "it “a lie”"),
    ],
)
def test_contents_have_their_conjunction_and_the_marks_that_they_fill(
    text: str, source: str, cue: str, content: str, drawn: str
) -> None:
    """What opens or closes a content belongs to it, the stop of the sentence does not."""
    doc = parsed(text)
    found = AttributionSet([Hop(span(doc, source), (span(doc, cue),), (span(doc, content),), None, 0.9)])
    draw_edges(doc, found)
    assert [piece.text for piece in found[0].content] == [drawn]


def test_who_is_the_one_that_the_clause_tells_of() -> None:
    """The words before the clause name the speaker; an act keeps its pronoun."""
    doc = parsed(RELATIVE)
    plain = Hop(span(doc, "who"), (span(doc, "said"),), (span(doc, "it leaked"),), None, 0.9)
    act = Hop(span(doc, "who"), (span(doc, "left"),), (span(doc, "it leaked"),), None, 0.9, kind="act")
    found = AttributionSet([plain, act])
    name_relatives(doc, found)
    assert [hop.source.text for hop in found.hops() if hop.source] == ["The harbour master of Lissa", "who"]


@pytest.mark.parametrize(
    ("text", "cue", "kept"),
    [
        ("Roe declined|decline/VBD/ROOT/0 to comment .", "declined to comment", ("declined", "to comment")),
        ("Roe did not respond .", "did not respond", ("did not", "respond")),
        ("Roe had no comment .", "had no comment", ("had", "no comment")),
        ("Roe nodded .", "nodded", None),
    ],
)
def test_silence_is_kept_with_what_was_not_said(text: str, cue: str, kept: tuple[str, str] | None) -> None:
    """A cue that is a whole refusal is parted; a cue without any content is dropped."""
    doc = parsed(text)
    found = AttributionSet([Hop(span(doc, "Roe"), (span(doc, cue),), (), None, 0.9)])
    drop_empty(Reading.of(doc, (), lambda _: [], load_linker()), found)
    parts = [(hop.cue[0].text, hop.content[0].text) for hop in found.hops()]
    assert parts == ([kept] if kept else [])

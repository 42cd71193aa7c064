"""What sort of attribution a hop is: told by its words, by the encoder, and judged as a whole."""

from __future__ import annotations

import json

import pytest
from spacy.tokens import Doc

from tests.doc_builder import encoded, parsed, span
from whosays.extract.attribution import ACT, AttributionSet, Hop, Judge, Reading, load_linker, read_judge
from whosays.extract.attribution.kinds import judge_kinds
from whosays.extract.pipeline import ENCODED
from whosays.extract.pipeline.component import Located
from whosays.learned import Forest

SENTENCE = (
    "The/DT/det/1 firm/NN/nsubj/2 said|say/VBD/ROOT/0 the/DT/det/1 union/NN/nsubj/2 had/VBD/aux/1"
    " abandoned|abandon/VBN/ccomp/-4 the/DT/det/1 plan/NN/obj/-2 ././punct/-7"
)


def hops(doc: Doc) -> AttributionSet:
    said = span(doc, "the union had abandoned the plan")
    outer = Hop(span(doc, "The firm"), (span(doc, "said"),), (said,), None, 0.8)
    inner = Hop(span(doc, "the union"), (span(doc, "had abandoned"),), (span(doc, "the plan"),), 0, 0.8)
    innermost = Hop(None, (span(doc, "plan"),), (span(doc, "the"),), 1, 0.8)
    return AttributionSet([outer, inner, innermost])


def reading(doc: Doc, judge: Judge | None = None) -> Reading:
    return Reading.of(doc, (), lambda _: [], load_linker(), judge)


def test_what_an_act_holds_belongs_to_the_voice_around_it() -> None:
    """An act is kept as one, without a voice of its own."""
    doc = parsed(SENTENCE)
    found = hops(doc)
    judge_kinds(reading(doc), found)
    assert [hop.kind for hop in found.hops()] == ["speech", ACT, "speech"]
    assert [hop.inside for hop in found.hops()] == [None, 0, 0]


def test_the_encoder_tells_the_kind_and_the_judge_what_is_none() -> None:
    """A hop is what the encoder takes its cue for; one that the judge does not believe in is an act."""
    doc = parsed(SENTENCE.replace("abandoned|abandon", "doubted|doubt"))
    doc.user_data[ENCODED] = Located(encoded(len(doc), {2: "showing", 6: "thought"}), 0)
    judge = Judge(
        Forest(-1.0, [[("encoder: attributes", 0.0, 1, 2), -2.0, 3.0]]),
        Forest(0.0, [[("inside", 0.5, 1, 2), 0.0, -2.0]]),
        0.5,
    )
    found = AttributionSet(
        [
            Hop(span(doc, "The firm"), (span(doc, "said"),), (span(doc, "the union had doubted the plan"),), None, 0.8),
            Hop(span(doc, "the union"), (span(doc, "had doubted"),), (span(doc, "the plan"),), 0, 0.8),
            Hop(None, (span(doc, "plan"),), (span(doc, "the"),), None, 0.8),
        ]
    )
    judge_kinds(reading(doc, judge), found)
    assert [hop.kind for hop in found.hops()] == ["showing", "thought", ACT]
    assert judge.confidence([hop.features for hop in found.hops()]) == pytest.approx([0.5, 0.119, 0.5], abs=0.001)


def test_a_judge_reads_its_confidence_between_the_points_of_its_table() -> None:
    """A belief of a half stands halfway between two points; a feature that is not named is nothing."""
    told = {"bias": 0.0, "features": ["inside"], "trees": [[[0, 0.5, 1, 2], 0.0, 2.0]]}
    text = json.dumps({"attributes": told, "right": told, "least": 0.3, "points": [[0.0, 0.2], [1.0, 0.8]]})
    judge = read_judge(text)
    assert (judge.least, judge.confidence([{}])) == (0.3, [0.5])
    assert judge.attributing([{"anything": 1.0}, {"inside": 1.0}]) == pytest.approx([0.5, 0.881], abs=0.001)

"""The outer steps as components of the pipeline: each finds on the Doc what it needs."""

from __future__ import annotations

import pytest
import spacy

from whosays.extract.attribution.linker import Linker
from whosays.extract.components import ATTRIBUTION, STEPS, complete
from whosays.extract.pipeline.component import COMPONENT


def test_every_step_finds_what_it_needs() -> None:
    """Behind the encoder, in their order, no step asks for what no step before it assigns."""
    nlp = spacy.blank("en")
    nlp.add_pipe(COMPONENT)
    analysis = complete(nlp).analyze_pipes(keys=["requires", "assigns"]) or {}
    assert list(analysis["problems"]) == [COMPONENT, *STEPS]
    assert not any(analysis["problems"].values())
    assert analysis["attrs"]["doc._.attributions"]["assigns"] == [ATTRIBUTION, "whosays_coreference"]


def test_a_step_without_the_encoder_is_a_problem() -> None:
    """The declarations say what is missing, so that a pipeline in another order is noticed."""
    analysis = complete(spacy.blank("en")).analyze_pipes(keys=["requires"]) or {}
    assert "doc.spans" in analysis["problems"][ATTRIBUTION]


@pytest.mark.parametrize("times", [1, 2])
def test_a_complete_pipeline_stays_as_it_is(times: int) -> None:
    """Steps are added once; a linker that is given is used."""
    nlp = spacy.blank("en")
    linker = Linker({}, {})
    for _ in range(times):
        complete(nlp, linker)
    assert nlp.pipe_names == list(STEPS)
    assert nlp.get_pipe(ATTRIBUTION).linker is linker  # type: ignore[attr-defined]

"""Events whose claims are compared: what the labels of collected pages become."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the network of claims needs the extra 'train'")
pytest.importorskip("onnxruntime.quantization", reason="the network of claims needs the extra 'train'")

from training import press, same_claim

ONE = "Mayor Tomas Ferrel said the lock would open in May. He said the bridge was safe.\n"
TWO = "The lock opens in May, the mayor of Larne said.\n"


def _span(text: str, words: str) -> list[int]:
    return [text.index(words), text.index(words) + len(words)]


@pytest.mark.model
def test_collected_events_have_the_claims_that_were_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are found by their hash; a pair is same or not, and of one nobody judged nothing is known where told so."""
    claims = [
        [0, _span(ONE, "Mayor Tomas Ferrel"), [_span(ONE, "the lock would open in May")]],
        [0, _span(ONE, "He"), [_span(ONE, "the bridge was safe")]],
        [1, _span(TWO, "the mayor of Larne"), [_span(TWO, "The lock opens in May")]],
    ]
    pages = [hashlib.sha256(text.encode()).hexdigest() for text in (ONE, TWO)]
    row = {"event": "e", "part": "train", "pages": pages, "claims": claims, "judged": [[0, 2, "same"]]}
    rows = [row, {**row, "event": "f", "partly": True, "judged": [[0, 2, "less"]]}, {**row, "pages": ["0" * 64]}]
    monkeypatch.setattr(press, "read_labels", lambda name, *_: rows if name == "claim_pairs" else [])
    for number, text in enumerate((ONE, TWO)):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    whole, partly = same_claim.events(tmp_path, tmp_path)
    assert [item.text for item in whole.items.values()] == [
        "Tomas Ferrel: the lock would open in May",
        "Tomas Ferrel: the bridge was safe",
        "mayor of Larne: The lock opens in May",
    ]
    assert whole.same == {frozenset((0, 2))}
    assert (partly.same, partly.more) == (set(), {(2, 0)})
    assert (whole.open(1, 2), partly.open(1, 2)) == (False, True)

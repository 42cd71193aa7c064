"""Findings judged by eye say something of the same findings alone."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from training import press, verdicts
from whosays.extract.records import Attribution, Entity

TEXT = "Mara Vask said it leaked.\n"
VOICES = {"e1": Entity("e1", "Person", "Mara Vask", named=True, mentions=((0, 9),))}
HOP = Attribution(0, (0, 9), "e1", ((10, 14),), ((15, 24),), None, "indirect", "asserts", "certain", 0.7, kind="speech")


def row(verdict: str, **changed: Any) -> dict[str, Any]:
    finding = {
        "source": [0, 9],
        "cue": [[10, 14]],
        "content": [[15, 24]],
        "kind": "speech",
        "stance": "asserts",
        "name": hashlib.sha256(b"Mara Vask").hexdigest()[:12],
        "verdict": verdict,
    }
    return {"file": "a", "sha256": hashlib.sha256(TEXT.encode()).hexdigest(), "findings": [{**finding, **changed}]}


@pytest.mark.parametrize(
    ("verdict", "changed", "said"),
    [
        ("right", {}, "right"),
        ("right", {"name": None}, None),
        ("right", {"stance": "denies"}, None),
        ("right", {"kind": "thought"}, None),
        ("wrong speaker", {"name": None}, None),
        ("wrong speaker", {"stance": "denies"}, "wrong speaker"),
        ("content cut", {"name": None, "stance": "denies"}, "content cut"),
        ("content cut", {"content": [[15, 20]]}, None),
        ("no attribution", {"source": None}, None),
    ],
)
def test_a_verdict_holds_for_what_it_hangs_on(verdict: str, changed: dict[str, Any], said: str | None) -> None:
    """A content that was too long is too long whoever speaks; who spoke wrongly may be right today."""
    assert verdicts.verdict_on(HOP, VOICES, row(verdict, **changed)) == said


def test_a_judged_page_is_known_by_its_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page is left out whose text is not at hand, that the encoder has learned from, or that is held back."""
    labels = {"verdicts": [{**row("right"), "sha256": "0"}, row("right")]}
    monkeypatch.setattr(verdicts, "read_labels", lambda name, _part=None: labels.get(name, []))
    (tmp_path / "any.txt").write_bytes(TEXT.encode())
    assert list(verdicts.judged(tmp_path)) == [(row("right"), TEXT)]
    labels["pages"] = [row("right")]
    assert list(verdicts.judged(tmp_path)) == []
    held = {"verdicts": [{**row("right"), "part": verdicts.HELD}]}
    monkeypatch.setattr(verdicts, "read_labels", lambda name, _part=None: held.get(name, []))
    assert list(verdicts.judged(tmp_path)) == []


def test_the_labels_hold_no_text() -> None:
    """Offsets, kinds, verdicts and hashes, and each verdict is one that the training knows."""
    for told in press.read_labels("verdicts"):
        assert {"file", "sha256", "findings"} <= set(told) <= {"file", "sha256", "part", "findings"}
        assert told.get("part", verdicts.HELD) == verdicts.HELD
        for finding in told["findings"]:
            assert set(finding) == {"source", "cue", "content", "kind", "stance", "name", "verdict"}
            assert finding["verdict"] in verdicts.VERDICTS

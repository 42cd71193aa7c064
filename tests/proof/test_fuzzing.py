"""Mutated inputs, a few of the many that ``make fuzz`` tries, and those that once were read wrongly."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from tests.proof import fuzzing, mutation
from tests.proof.invariants import faults
from tests.proof.seeds import TEXTS, made
from tests.record_builder import article_record, figure, hop
from whosays.extract.records import ArticleRecord


@pytest.mark.model
def test_mutated_inputs_give_sound_records_or_reasons(tmp_path: Path) -> None:
    """Every fourth in a container, every fourth a container itself: no defect, no wrong offset, all stored."""
    counts = fuzzing.tried(range(120), tmp_path)
    assert counts.failed == []
    assert counts.inputs == 120
    assert counts.articles > 60
    assert counts.analysed >= 20
    assert counts.attributions > 30


def test_a_number_is_an_input() -> None:
    """What failed is found again by its number; different numbers are different inputs."""
    names = {made(number)[0] for number in range(400)}
    assert len(names) > 15
    assert made(2) == made(2)
    assert len({made(number)[1] for number in range(2, 400, 4)}) > 95
    assert mutation.of_text(TEXTS[0], TEXTS[1], Random(1)) != TEXTS[0]


TEXT = "Ada Moreno said that 40 people fled the dam."
SOUND = article_record(
    "a.txt", TEXT, attributions=(hop(TEXT, 0, "Ada Moreno", "said", "that 40 people fled the dam"),),
    figures=(figure(TEXT, "40", 40, 40, 0, approximate=False, measure="fled", of="people"),),
)  # fmt: skip


def changed(record: ArticleRecord, what: str, number: int, name: str, value: object) -> ArticleRecord:
    data = record.to_json()
    data[what][number][name] = value
    return ArticleRecord.from_json(data)


@pytest.mark.parametrize(
    ("what", "name", "value", "told"),
    [
        ("attributions", "content", [(16, 99)], "leaves the text"),
        ("attributions", "content", [(15, 43)], "white space"),
        ("attributions", "content", [(16, 30), (20, 43)], "overlap"),
        ("attributions", "content", [], "no content"),
        ("attributions", "cue", [(43, 44)], "no letter"),
        ("attributions", "inside", 0, "inside itself"),
        ("attributions", "inside", 7, "unknown"),
        ("attributions", "entity", "e9", "unknown entity"),
        ("figures", "sentence", (0, 22), "sticks out"),
        ("figures", "low", 41, "from 41 to 40"),
        ("figures", "attribution", 3, "unknown attribution"),
    ],
)
def test_what_must_not_be_is_seen(what: str, name: str, value: object, told: str) -> None:
    """The eye that looks for faults sees each sort of them."""
    assert list(faults(SOUND)) == []
    assert told in "; ".join(faults(changed(SOUND, what, 0, name, value)))


DYING = """
import os, sys
from pathlib import Path
from tests.proof import fuzzing

def check(name, data, folder, counts, **how):
    number = int((folder / "at").read_text())
    while number == 3:
        pass
    if number == 7:
        os.abort()
    return ()

fuzzing.check, fuzzing.load, fuzzing.HUNG = check, lambda: None, 0.2
counts = fuzzing.run(0, 20, Path(sys.argv[1]))
print(counts.inputs, *[failed["number"] for failed in counts.failed], *[failed["why"] for failed in counts.failed])
"""


def test_an_input_that_ends_its_process_or_hangs_is_named(tmp_path: Path) -> None:
    """Neither is an input that was done, and those before and behind it are."""
    asked = [sys.executable, "-c", DYING, str(tmp_path / "state")]
    done = subprocess.run(asked, capture_output=True, text=True, check=True)  # noqa: S603 - this Python
    assert done.stdout.startswith("18 3 7 the process ended with -27: ")
    assert "in check" in done.stdout
    assert "the process ended with -6" in done.stdout


def test_a_run_goes_on_where_it_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The counts of a stretch are kept, also of one that was not done to its end."""
    asked: list[tuple[int, int]] = []

    def child(begin: int, end: int, folder: Path) -> tuple[dict[str, object], int]:  # noqa: ARG001
        asked.append((begin, end))
        after = min(end, begin + 30)
        return {**fuzzing.Counts().as_json(), "inputs": after - begin}, after

    monkeypatch.setattr(fuzzing, "_child", child)
    assert fuzzing.run(0, 50, tmp_path / "state").inputs == 50
    assert fuzzing.run(0, 80, tmp_path / "state").inputs == 80
    assert asked == [(0, 50), (30, 50), (50, 80)]

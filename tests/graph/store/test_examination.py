"""What ails a graph's folder: each thing is told with what to do, and nothing is changed by looking."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.record_builder import article_record
from whosays.graph import KnowledgeGraph, Run, examined, note_run

RUN = Run("1.2.3", "feedbeef")


@pytest.fixture
def kg(tmp_path: Path) -> Path:
    folder = tmp_path / "kg"
    with KnowledgeGraph.open(folder, create=True) as graph:
        graph.add(article_record("a.txt", "Nobody says anything.\n"), RUN)
        graph.relate()
    note_run(folder, {"end": "done", "ended": "2031-05-04T12:00:00+00:00"})
    return folder


def states(kg: Path, model: str = RUN.model) -> dict[str, tuple[str, str]]:
    return {one.about: (one.state, f"{one.found} | {one.do}") for one in examined(kg, model)}


def test_a_sound_folder_has_nothing_to_do(kg: Path) -> None:
    """All is ok; looking changes no file."""
    before = {path: path.read_bytes() for path in kg.rglob("*") if path.is_file()}
    found = list(examined(kg, RUN.model))
    assert [one for one in found if one.do and one.about != "disk"] == []
    assert {one.state for one in found if one.about != "disk"} == {"ok"}
    assert {path: path.read_bytes() for path in kg.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("name", "data", "about", "told"),
    [
        ("judgements.tsv", b"accepted\tperson:a\n", "judgements", "problem: line 1"),
        ("judgements.tsv", b"accepted\t\xff\n", "judgements", "problem: not UTF-8"),
        ("judgements.tsv.part", b"acc", "files", "note: half written"),
        ("letter.docx", b"Dear", "files", "note: letter.docx"),
        ("derived.sqlite", b"no database" * 99, "derived", "note: cannot be read"),
        ("derived.unfinished", b"", "derived", "note: stopped half way"),
        ("runs.jsonl", b'{"end": "broken", "ended": "2031"}\n', "runs", "note: run the same command again"),
        ("runs.jsonl", b'{"end": "do', "runs", "note: 1 of 1 lines"),
        ("whosays.json", b"{}", "graph", "problem: another version"),
    ],
)
def test_what_is_wrong_is_told(kg: Path, name: str, data: bytes, about: str, told: str) -> None:
    """A damaged or foreign file is named, with what it costs."""
    (kg / name).write_bytes(data)
    found, words = states(kg)[about]
    state, _, part = told.partition(": ")
    assert found == state
    assert part in words


def test_articles_that_are_not_related_are_told(kg: Path) -> None:
    """A build that was stopped before relating left them so."""
    with KnowledgeGraph.open(kg) as graph:
        graph.add(article_record("b.txt", "Nobody says more.\n"), RUN)
    assert states(kg)["derived"] == (
        "note",
        "1 of 2 articles are related to each other | run whosays build once more, with any article: it is made anew",
    )


def test_another_model_is_told(kg: Path) -> None:
    """Findings of two models are not to be compared unawares."""
    state, words = states(kg, "c0ffee")["readings"]
    assert (state, words.partition(" |")[0]) == ("note", "1 of 1 articles were read by another model")


def test_a_damaged_store_is_told(kg: Path) -> None:
    """What cannot be opened has to be built again."""
    for file in (kg / "store").iterdir():
        if file.name.startswith(("MANIFEST", "CURRENT")):
            file.write_bytes(b"\0" * 64)
    state, words = states(kg)["store"]
    assert state == "problem"
    assert "build it again" in words


@pytest.mark.skipif(sys.platform != "linux", reason="the system tells of locks in its own way")
def test_who_writes_to_it_is_told(kg: Path) -> None:
    """Another process holds the lock; it is named, and not disturbed."""
    code = (
        "import sys; from whosays.graph import KnowledgeGraph; from pathlib import Path\n"
        "with KnowledgeGraph.open(Path(sys.argv[1])): print('open', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(kg)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writer:  # noqa: S603
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"open\n"
        assert states(kg)["lock"][1].startswith(f"process {writer.pid} is writing to it")
        assert writer.stdin is not None
        writer.stdin.close()
    assert states(kg)["lock"][0] == "ok"

"""What ails a graph's folder: each thing is told with what to do, and nothing is changed by looking."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.record_builder import article_record
from whosays.graph import GraphError, KnowledgeGraph, Run, examined, note_run

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
        ("snapshot-4194305-ab", b"", "files", "note: copies of a service that was killed: snapshot-4194305-ab"),
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


def test_what_a_service_reads_is_no_stranger(kg: Path) -> None:
    """Its copy lies beside the store as long as it runs."""
    (kg / f"snapshot-{os.getpid()}-ab").mkdir()
    assert states(kg)["files"] == ("ok", f"all are whosays's own; process {os.getpid()} serves the graph | ")


WRITING = {
    "adding": "with KnowledgeGraph.open(kg): wait()",
    "compacting": "compaction.folder.exchange = lambda *given: (wait(), exchange(*given)); compact(kg)",
    "exchanging": "compaction.folder.exchange = lambda *given: (exchange(*given), wait()); compact(kg)",
}


@contextmanager
def writing(kg: Path, work: str) -> Iterator[int]:
    """Have another process write to a graph, and wait in the middle of it."""
    code = (
        "import sys; from pathlib import Path; from whosays.graph import KnowledgeGraph, compact\n"
        "from whosays.graph.store import compaction\n"
        "def wait(): print('there', flush=True); sys.stdin.read()\n"
        f"kg, exchange = Path(sys.argv[1]), compaction.folder.exchange\n{WRITING[work]}"
    )
    command = [sys.executable, "-c", code, str(kg)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writer:  # noqa: S603
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"there\n"
        yield writer.pid
        assert writer.stdin is not None
        writer.stdin.close()
    assert writer.returncode == 0


on_linux = pytest.mark.skipif(sys.platform != "linux", reason="the system tells of locks in its own way")


@on_linux
@pytest.mark.parametrize("work", WRITING)
def test_who_writes_to_it_is_told(kg: Path, work: str) -> None:
    """Another process holds the lock of the store, or of the one that takes its place; it is named, not disturbed."""
    with writing(kg, work) as writer:
        assert states(kg)["lock"][1].startswith(f"process {writer} is writing to it")
    assert states(kg)["lock"][0] == "ok"


@on_linux
@pytest.mark.parametrize(("work", "store"), [("compacting", "store.1"), ("exchanging", "store")])
def test_a_store_that_is_being_written_is_not_called_left(kg: Path, work: str, store: str) -> None:
    """The second store of a graph is the work of who has the lock; once nobody has, it was left."""
    with writing(kg, work) as writer:
        told = states(kg)
        assert told["files"] == (
            "note",
            f"being written by process {writer}: {store} | "
            f"nothing has to be done; look again when process {writer} has ended",
        )
        assert told["store"][0] == "ok"
    assert states(kg)["files"][0] == "ok"
    (kg / "store").mkdir()
    assert states(kg)["files"][1].startswith("left where a store was written anew: store")


@on_linux
@pytest.mark.parametrize(
    ("name", "data", "about", "state"),
    [
        ("judgements.tsv.part", b"acc", "files", "note"),
        ("derived.unfinished", b"", "derived", "note"),
        ("runs.jsonl", b'{"end": "broken", "ended": "2031"}\n', "runs", "ok"),
    ],
)
def test_what_is_being_done_is_not_to_be_done_again(kg: Path, name: str, data: bytes, about: str, state: str) -> None:
    """What a writer has not finished yet is told as its work, not as what a stopped run left."""
    with writing(kg, "adding") as writer:
        (kg / name).write_bytes(data)
        found, words = states(kg)[about]
        assert found == state
        assert f"process {writer}" in words or state == "ok"
        assert not re.search("again: it|half|delete", words)


@on_linux
def test_a_store_that_cannot_be_read_while_it_is_written_is_no_ruin(kg: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two stores change places in a moment; nobody is told to build it again."""

    def changing(*_: object, **__: object) -> None:
        raise GraphError(f"{kg}: was written anew meanwhile; open it again")

    monkeypatch.setattr(KnowledgeGraph, "open", changing)
    assert states(kg)["store"][0] == "problem"
    with writing(kg, "adding") as writer:
        assert states(kg)["store"] == (
            "note",
            f"cannot be read while it is being written: {kg}: was written anew meanwhile; open it again | "
            f"look again when process {writer} has ended",
        )

"""A build on Ray gives the graph that a build on this machine gives, with one worker, two, and one that was killed."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from corpus import sample_articles
from whosays.extract import Reading
from whosays.graph import KnowledgeGraph, Run
from whosays.scaling.journal import Journal
from whosays.scaling.shard import Setup, work
from whosays.scaling.shards import BYTES, Shard, shards

ROOT = Path(__file__).parents[2]
RUN = Run("0", "none")
needs_ray = pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="needs the extra whosays[scale]")


def made(folder: Path) -> Path:
    """Write articles of the sample: a few files, and two that hold several, one of them a second time."""
    articles = [(path.name, path.read_text(encoding="utf-8")) for path in sample_articles() if path.suffix == ".txt"]
    folder.mkdir()
    for name, text in articles[:3]:
        (folder / name).write_text(text, encoding="utf-8")
    for name, some in (("first.jsonl", articles[3:6]), ("second.jsonl", articles[5:8])):
        lines = [json.dumps({"url": f"https://outlet.example/{name}", "text": text}) for name, text in some]
        (folder / name).write_text("\n".join(lines), encoding="utf-8")
    (folder / "empty.txt").touch()
    return folder


def whosays(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "whosays", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603


def exported(kg: Path) -> bytes:
    file = kg.with_suffix(".nq")
    with KnowledgeGraph.open(kg, read_only=True) as graph:
        graph.export("nquads", file)
    return file.read_bytes()


def lines(manifest: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in manifest.read_text(encoding="utf-8").splitlines()]


def test_shards_are_cut_by_size_and_keep_the_order(tmp_path: Path) -> None:
    """A file that holds many articles is one by itself; an input that changed is another shard."""
    small = [tmp_path / f"{name}.txt" for name in "abd"]
    for file in small:
        file.write_bytes(b"x" * (BYTES // 2 - 1))
    many = tmp_path / "c.jsonl"
    many.write_bytes(b"{}")
    inputs = [small[0], many, small[1], small[2], tmp_path / "gone.txt"]
    cut = list(shards(inputs, Reading(), RUN))
    assert [shard.inputs for shard in cut] == [
        (str(small[0]),),
        (str(many),),
        (str(small[1]), str(small[2]), str(tmp_path / "gone.txt")),
    ]
    assert list(shards(inputs, Reading(), RUN)) == cut
    small[0].write_bytes(b"y")
    changed = list(shards(inputs, Reading(), RUN))
    assert [new.key == old.key for new, old in zip(changed, cut, strict=True)] == [False, True, True]
    assert all(a.key != b.key for a, b in zip(shards(inputs, Reading(fetch=True), RUN), changed, strict=True))


def test_what_two_died_of_is_passed_over(tmp_path: Path) -> None:
    """The article that was in hand at one death is tried again, at two it is not; when all is done nothing is left."""
    file = tmp_path / "shard.begun"
    for _ in range(2):
        journal = Journal(file)  # it dies, so nobody closes it in order
        assert not journal.is_fatal("article 1")
        assert not journal.is_fatal("article 2")
        journal.__exit__(SystemExit, None, None)
    with Journal(file) as journal:
        assert not journal.is_fatal("article 1")
        assert journal.is_fatal("article 2")
        assert not journal.is_fatal("article 3")
    assert not file.exists()


@pytest.mark.model
def test_a_shard_gives_quads_a_table_and_a_line(tmp_path: Path) -> None:
    """The same bytes each time; the line tells where each article stands in the quads, and what was passed over."""
    pq = pytest.importorskip("pyarrow.parquet")
    inputs = made(tmp_path / "in")
    shard = Shard("key", (str(inputs / "first.jsonl"), str(inputs / "second.jsonl"), str(inputs / "empty.txt")))
    told, held = [], []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        told.append(work(shard, Setup(str(folder), Reading(), RUN, frozenset())))
        held.append([(folder / f"key.{kind}").read_bytes() for kind in ("nq", "parquet")])
        assert {file.name for file in folder.iterdir()} == {"key.nq", "key.parquet"}
    assert told[0] == told[1]
    assert held[0] == held[1]
    quads, done = held[0][0], told[0]
    assert done["nquads"]["sha256"] == hashlib.sha256(quads).hexdigest()
    assert [len(done[what]) for what in ("articles", "known", "failed")] == [5, 1, 1]
    for article in done["articles"]:
        own = quads[article["at"] : article["at"] + article["bytes"]].decode().splitlines()
        assert all(line.endswith(f"<{article['iri']}#graph> .") for line in own)
    table = pq.read_table(tmp_path / "one" / "key.parquet").to_pylist()
    assert {row["article"] for row in table} <= {article["iri"] for article in done["articles"]}
    assert sum(
        "#attr=" in line.split()[0] and "ns#Attribution>" in line for line in quads.decode().splitlines()
    ) >= len(table)
    known = frozenset(article["iri"] for article in done["articles"])
    again = work(shard, Setup(str(tmp_path / "two"), Reading(), RUN, known))
    assert (again["articles"], len(again["known"])) == ([], 6)


@pytest.mark.model
@needs_ray
def test_a_build_on_ray_gives_the_same_bytes(tmp_path: Path) -> None:
    """One worker, two workers, and two of which one is killed at work: what this machine's processes give."""
    inputs = made(tmp_path / "in")
    plain = whosays("build", inputs, "--kg", tmp_path / "plain")
    expected = exported(tmp_path / "plain")
    for workers in ("1", "2"):
        kg = tmp_path / f"ray{workers}"
        done = whosays("build", inputs, "--kg", kg, "--engine", "ray", "--workers", workers)
        assert done.returncode == plain.returncode == 1, done.stderr  # the empty file
        assert done.stderr == plain.stderr
        assert exported(kg) == expected
    manifest = lines(tmp_path / "ray2.shards" / "manifest.jsonl")
    assert [Path(line["inputs"][-1]).name for line in manifest][-1] == "second.jsonl"
    assert sum(len(line["articles"]) for line in manifest) == 9
    again = whosays("build", inputs, "--kg", tmp_path / "ray2", "--engine", "ray")
    assert "0 new" in again.stdout
    assert lines(tmp_path / "ray2.shards" / "manifest.jsonl") == manifest
    kg = tmp_path / "killed"
    assert killed_once(inputs, kg) == plain.returncode
    assert {file.suffix for file in Path(f"{kg}.shards").iterdir()} == {".nq", ".parquet", ".jsonl"}
    assert exported(kg) == expected


def killed_once(inputs: Path, kg: Path) -> int:
    """Build on two workers, and kill the first that is seen at work; return the status of the build."""
    command = [sys.executable, "-m", "whosays", "build", inputs, "--kg", kg, "--engine", "ray", "--workers", "2"]
    victim = None
    with subprocess.Popen(  # noqa: S603
        list(map(str, command)), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as build:
        while build.poll() is None:
            for part in Path(f"{kg}.shards").glob("*.part"):
                if victim is None:
                    victim = int(part.name.split(".")[1])
                    with suppress(ProcessLookupError):
                        os.kill(victim, signal.SIGKILL)
            time.sleep(0.02)
    assert victim is not None
    return build.returncode

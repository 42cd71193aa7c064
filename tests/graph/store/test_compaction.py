"""A graph written anew in the least space: it says the same, and is whole whenever that is stopped."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock, Mock

import pyoxigraph
import pytest

from tests.record_builder import article_record, built, entity, hop
from whosays.extract.records import ArticleRecord
from whosays.graph import GraphError, KnowledgeGraph, compact, compact_after, copied, examined, state_of
from whosays.graph.rdf import DiskEngine
from whosays.graph.store import compaction, folder

LITTLE = 5_000  # bytes: Oxigraph's own notes on a store are never compressed
STEPS = ("written in part", "written", "marked in part", "marked", "about to clear away")


def told_by(number: int) -> ArticleRecord:
    """Write an article in which one of a few people speaks."""
    name = ("Ida Marrow", "Pell Anders", "Noor Stavik")[number % 3]
    text = f'"The lock at mile {number} is shut," {name} said. The barges wait.'
    return article_record(
        f"lock-{number}.txt",
        text,
        outlet="Canal Gazette",
        language="en",
        entities=(entity(text, "e1", "Person", name),),
        attributions=(
            hop(text, 0, name, "said", f'"The lock at mile {number} is shut,"', entity="e1", quote="direct"),
        ),
    )


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole") / "kg"
    with KnowledgeGraph.open(folder, create=True) as graph:
        built(graph, map(told_by, range(24)))
    return folder


@pytest.fixture
def kg(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "kg"))


def archive(kg: Path) -> bytes:
    out = kg.with_suffix(".nq")
    with KnowledgeGraph.open(kg, read_only=True) as graph:
        graph.export("nquads", out)
    return out.read_bytes()


def stores(kg: Path) -> list[str]:
    return sorted(path.name for path in kg.glob("store*"))


def test_it_says_the_same_in_less_space(kg: Path) -> None:
    """Nothing is uncompressed afterwards, one store is left, and each time it is another one."""
    before = archive(kg)
    assert folder.prepare(kg, create=False).name == "store"
    assert compaction.loose(kg) > LITTLE
    done = compact(kg)
    assert done.after < done.before
    assert done.after == sum(path.stat().st_size for path in kg.rglob("*") if path.is_file())
    assert compaction.loose(kg) < LITTLE
    assert stores(kg) == ["store.1"]
    compact(kg)
    assert stores(kg) == ["store.2"]
    assert archive(kg) == before


def test_what_is_derived_is_kept(kg: Path) -> None:
    """The next article is added to what was there, and the bytes are those of a graph that was built in one go."""
    compact(kg)
    with KnowledgeGraph.open(kg) as graph:
        graph.add(told_by(24))
        assert [iri.rpartition("/")[2] for iri in graph.relate().articles] != []
        assert len(graph.articles()) == 25
        assert graph.relate().articles == ()
    with KnowledgeGraph.open(kg.with_name("anew"), create=True) as graph:
        built(graph, map(told_by, range(25)))
    assert archive(kg) == archive(kg.with_name("anew"))


def test_a_build_compacts_what_it_made_most_of(kg: Path) -> None:
    """Not where it added few articles, few for this graph, or where nothing is to be gained."""
    assert compact_after(kg, compaction.FEW - 1) is None
    assert compact_after(kg, 24) is not None
    assert compact_after(kg, 24) is None
    with KnowledgeGraph.open(kg) as graph:
        built(graph, map(told_by, range(24, 124)))
    assert compact_after(kg, 30) is None
    assert stores(kg) == ["store.1"]
    assert compact_after(kg, 100) is not None


@pytest.mark.parametrize("step", STEPS)
def test_killed_at_any_step_nothing_is_lost(kg: Path, step: str) -> None:
    """The graph can be read at once and says what it said; the next writer clears away what was left."""
    before = archive(kg)
    code = f"from tests.graph.store.test_compaction import killed; killed({str(kg)!r}, {step!r})"
    done = subprocess.run([sys.executable, "-c", code], check=False)  # noqa: S603 - this Python, our module
    assert done.returncode == -signal.SIGKILL
    assert len(stores(kg)) == 2
    assert archive(kg) == before
    told = {one.about: one for one in examined(kg, "")}
    assert told["files"].found.startswith("left where a store was written anew: store")
    assert told["store"].state == "ok"
    KnowledgeGraph.open(kg).close()
    assert len(stores(kg)) == 1
    assert not list(kg.glob("*.part"))
    assert archive(kg) == before


def killed(kg: str, step: str) -> None:
    """Compact a graph in this process, which ends itself at a step."""

    def end(*_: Any, **__: Any) -> Any:
        os.kill(os.getpid(), signal.SIGKILL)

    def after(module: Any, name: str) -> None:
        work = getattr(module, name)
        setattr(module, name, lambda *given, **more: (work(*given, **more), end()))

    match step:
        case "written in part":
            vars(compaction)["_fill"] = lambda store, quads: (store.bulk_extend(list(quads)[:99]), store.flush(), end())
        case "written":
            after(compaction, "_fill")
        case "marked in part":
            vars(folder)["os"] = Mock(wraps=os, fsync=end)
        case "marked":
            after(folder, "exchange")
        case _:
            vars(compaction)["shutil"] = Mock(wraps=shutil, rmtree=end)
    compact(kg)


def test_without_space_the_graph_stays_as_it_was(kg: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason is told, and what had been written is gone."""
    before = archive(kg)

    def full(*_: object) -> None:
        raise OSError("IO error: No space left on device: While appending to file")

    with monkeypatch.context() as patch:
        patch.setattr(compaction, "_fill", full)
        with pytest.raises(GraphError, match="the disk is full"):
            compact(kg)
    assert stores(kg) == ["store"]
    assert archive(kg) == before
    done = compact(kg)
    assert done.after < done.before


def test_a_marker_that_cannot_be_replaced_leaves_no_second_store(kg: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The space of the new store is given back."""
    before = archive(kg)
    with monkeypatch.context() as patch:
        patch.setattr(folder, "exchange", Mock(side_effect=OSError("No space left on device")))
        with pytest.raises(GraphError):
            compact(kg)
    assert stores(kg) == ["store"]
    assert archive(kg) == before


def test_what_is_derived_may_stay_as_large_as_it_is(kg: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is no part of the graph, and its lack of space no reason to call the rest undone."""
    before = archive(kg)
    monkeypatch.setattr(compaction, "shrink", Mock(side_effect=sqlite3.OperationalError("database or disk is full")))
    done = compact(kg)
    assert done.after < done.before
    assert stores(kg) == ["store.1"]
    assert archive(kg) == before


def test_a_copy_whose_marker_names_no_store_of_it_loses_none(kg: Path) -> None:
    """A copy taken while two stores changed places: a writer begins no empty one and deletes no whole one."""
    (kg / folder.MARKER).write_text('{"whosays graph": 2, "store": "store.3"}', encoding="utf-8")
    with pytest.raises(GraphError, match=r"store\.3, which whosays\.json names, is not there"):
        KnowledgeGraph.open(kg)
    assert stores(kg) == ["store"]


def test_a_copy_that_lacks_something_takes_nobodys_place(kg: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old store is given up for one that holds as much."""
    before, fill = archive(kg), compaction._fill

    def lacking(store: pyoxigraph.Store, quads: pyoxigraph.Store) -> None:
        fill(store, MagicMock(__iter__=lambda _: iter(list(quads)[1:]), __len__=lambda _: len(quads)))

    monkeypatch.setattr(compaction, "_fill", lacking)
    with pytest.raises(GraphError, match="could not be copied whole"):
        compact(kg)
    assert stores(kg) == ["store"]
    assert archive(kg) == before


def test_who_writes_is_not_disturbed(kg: Path) -> None:
    """While a build goes on there is no compacting."""
    with KnowledgeGraph.open(kg), pytest.raises(GraphError, match="open in this program"):
        compact(kg)
    assert stores(kg) == ["store"]


@pytest.mark.parametrize("read_only", [True, False])
def test_a_store_that_is_exchanged_while_it_is_opened_is_opened_again(
    kg: Path, monkeypatch: pytest.MonkeyPatch, *, read_only: bool
) -> None:
    """Who read the marker just before does not write into a store that nobody will read."""
    calls: list[Path] = []

    def slow(store: Path, *how: bool) -> Any:
        if not calls:
            calls.append(store)
            monkeypatch.setattr(folder, "DiskEngine", DiskEngine)
            compact(kg)
        return DiskEngine(store, *how)

    monkeypatch.setattr(folder, "DiskEngine", slow)
    with KnowledgeGraph.open(kg, read_only=read_only) as graph:
        assert len(graph.articles()) == 24
        if not read_only:
            graph.add(told_by(24))
    with KnowledgeGraph.open(kg) as graph:
        assert len(graph.articles()) == (24 if read_only else 25)
    assert calls == [kg / "store"]
    assert stores(kg) == ["store.1"]


def test_a_service_sees_it_and_copies_it(kg: Path) -> None:
    """It is another state, and the copy is a graph of its own."""
    before = state_of(kg)
    compact(kg)
    assert state_of(kg) != before
    copy = copied(kg, kg.with_name("copy"))
    assert archive(copy) == archive(kg)
    assert stores(copy) == ["store"]


@pytest.mark.parametrize("marker", [{"whosays graph": 2, "store": "../kg/store"}, {"whosays graph": 2, "store": 7}])
def test_a_marker_names_a_store_beside_it(kg: Path, marker: object) -> None:
    """Nothing else is opened, however the marker came to say so."""
    (kg / "whosays.json").write_text(json.dumps(marker), encoding="utf-8")
    with pytest.raises(GraphError, match="another version"):
        KnowledgeGraph.open(kg, read_only=True)


def test_a_graph_that_takes_more_room_than_it_need_is_told(kg: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The doctor says what to do about much, and nothing about little."""
    assert {one.about: one.state for one in examined(kg, "")}["space"] == "ok"
    monkeypatch.setattr("whosays.graph.store.examination.SPACIOUS", LITTLE)
    space = {one.about: one for one in examined(kg, "")}["space"]
    assert (space.state, space.do) == ("note", f"whosays compact --kg {kg} writes it in less")
    compact(kg)
    assert {one.about: one.state for one in examined(kg, "")}["space"] == "ok"

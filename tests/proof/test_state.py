"""A graph that lives, by a machine that tries: added, edited, removed, judged, damaged; always as if built anew."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from tests.graph.incremental.test_corpus import JUDGED, hostile
from whosays.extract.records import ArticleRecord
from whosays.graph import KnowledgeGraph
from whosays.graph.incremental.cache import FILE
from whosays.graph.rdf import article_iri
from whosays.graph.resolution.judgements import Judgements, load, pair, read_key, save

RECORDS = tuple(hostile(2_031, 12))
FEW = 6  # lives; `make chaos` asks for many
STEPS = 12
NUMBERS = st.integers(0, len(RECORDS) - 1)


class Living(RuleBasedStateMachine):
    """What happens to a graph in a folder, and what is in it by now."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.graph = KnowledgeGraph.open(self.folder / "kg", create=True)
        self.there: dict[str, ArticleRecord] = {}
        self.is_related = False

    @rule(number=NUMBERS)
    def add(self, number: int) -> None:
        self._put(RECORDS[number])

    @rule(number=NUMBERS, other=NUMBERS)
    def edit(self, number: int, other: int) -> None:
        """Put a new version of an article beside the old one."""
        self._put(replace(RECORDS[other], path=RECORDS[number].path, url=RECORDS[number].url))

    def _put(self, record: ArticleRecord) -> None:
        iri = str(article_iri(record))
        assert self.graph.add(record) is (iri not in self.there)
        self.there.setdefault(iri, record)
        self.is_related = False

    @precondition(lambda self: self.there)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        iri = data.draw(st.sampled_from(sorted(self.there)))
        assert self.graph.remove(iri) == 1
        del self.there[iri]
        self.is_related = False

    @rule(which=st.sampled_from(JUDGED), verdict=st.sampled_from(("accepted", "rejected", None)))
    def judge(self, which: tuple[str, str], verdict: str | None) -> None:
        names = pair(read_key(which[0]), read_key(which[1]))
        save(load(self.folder / "kg").with_verdict(names, verdict), self.folder / "kg")  # type: ignore[arg-type]
        self.is_related = False

    @rule()
    def relate(self) -> None:
        self.graph.relate()
        self.is_related = True

    @rule(damage=st.sampled_from((None, b"", b"no database", b"SQLite format 3\x00 and nonsense")))
    def reopen(self, damage: bytes | None) -> None:
        """Close the graph and open it again, with what was derived damaged meanwhile, or not."""
        self.graph.close()
        if damage is not None and (self.folder / "kg" / FILE).exists():
            (self.folder / "kg" / FILE).write_bytes(damage)
        self.graph = KnowledgeGraph.open(self.folder / "kg")

    @invariant()
    def as_if_built_anew(self) -> None:
        if not self.is_related:
            return
        anew = self.folder / "anew"
        shutil.rmtree(anew, ignore_errors=True)
        with KnowledgeGraph.open(anew, create=True) as graph:
            judged = load(self.folder / "kg")
            if judged != Judgements():
                save(judged, anew)
            for _, record in sorted(self.there.items()):
                graph.add(record)
            graph.relate()
            assert self._exported(graph, "anew") == self._exported(self.graph, "now")

    def _exported(self, graph: KnowledgeGraph, name: str) -> bytes:
        graph.export("nquads", self.folder / f"{name}.nq")
        return (self.folder / f"{name}.nq").read_bytes()

    def teardown(self) -> None:
        self.relate()
        self.as_if_built_anew()
        self.graph.close()
        shutil.rmtree(self.folder)


def lived(count: int) -> int:
    """Let so many graphs live, raise where one is not as if built anew, and return how many lived."""
    run_state_machine_as_test(
        Living,
        settings=settings(
            max_examples=count,
            stateful_step_count=STEPS,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
    return count


def test_whatever_happened_the_graph_is_as_if_built_anew() -> None:
    """Add, edit, remove, judge, relate, reopen and damage in any order."""
    assert lived(FEW) == FEW

"""Whole-graph questions read from the tables of articles have the rows that their queries have."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import Dataset, Graph, URIRef

from benchmarks.press import Press
from tests.record_builder import article_record, entity, hop
from whosays.extract.records import ArticleRecord
from whosays.graph import KnowledgeGraph, pairs_of
from whosays.ontology import WS
from whosays.queries import QueryError, Table, run
from whosays.queries.execution.ordering import unordered
from whosays.queries.execution.running import prepared
from whosays.queries.whole_graph import from_tables

QUESTIONS = (
    *("attributions", "chain", "figures-compared", "same-claim", "timeline", "what-outlet-says", "who-says-what"),
)
running = importlib.import_module("whosays.queries.execution.running")


def nested() -> ArticleRecord:
    """An article with voices in voices, one that is not named, one that says nothing, and the outlet's own words."""
    text = 'Ivo Tarn said the clerk had said "the ferry" was, he held, "late again". Tarn would not comment. He nodded.'
    return article_record(
        "late/ferry.txt",
        text,
        outlet="Mill Lane Post",
        entities=(entity(text, "e1", "Person", "Ivo Tarn"),),
        attributions=(
            hop(text, 0, "Ivo Tarn", "said", 'the clerk had said "the ferry" was, he held, "late again"', entity="e1"),
            hop(text, 1, "the clerk", "had said", '"the ferry"', '"late again"', inside=0, quote="direct"),
            hop(text, 2, "Tarn|1", "would not comment", entity="e1", stance="noComment", kind="refusal"),
            hop(text, 3, None, "nodded", "He nodded"),
        ),
    )


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph.open(tmp_path_factory.mktemp("whole") / "kg", create=True) as graph:
        for record in (*Press().articles(8), nested()):
            graph.add(record)
        graph.relate()
        yield graph


def by_query(dataset: Dataset, question: str, monkeypatch: pytest.MonkeyPatch) -> Table:
    """Ask the engine, whatever tables there are."""
    with monkeypatch.context() as patch:
        patch.setattr(running, "from_tables", lambda *_: None)
        return run(dataset, question)


@pytest.mark.parametrize("question", QUESTIONS)
def test_tables_give_the_rows_of_the_query(
    disk: KnowledgeGraph, question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Equal columns, rows, order and types; and it is the tables that were read."""
    rows = from_tables(question, pairs_of(disk.dataset))
    apart = unordered(prepared(disk.dataset, question)[1][-1])
    assert rows
    assert apart is not None
    assert {len(row) for row in rows} == {len(apart.columns)}
    found, asked = run(disk.dataset, question), by_query(disk.dataset, question, monkeypatch)
    assert found == asked
    assert [list(map(type, row)) for row in found.rows] == [list(map(type, row)) for row in asked.rows]


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_was_not_related_yet_is_told_as_far_as_it_is_known(
    tmp_path: Path, question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between reading an article and relating it nobody knows its speakers; nor does the query."""
    with KnowledgeGraph.open(tmp_path / "kg", create=True) as graph:
        graph.add(nested())
        assert run(graph.dataset, question) == by_query(graph.dataset, question, monkeypatch)
        graph.relate()
        graph.add(next(Press().articles(1)))
        assert run(graph.dataset, question) == by_query(graph.dataset, question, monkeypatch)


def test_a_graph_of_an_older_version_is_asked_by_query(tmp_path: Path) -> None:
    """One article without a table, and the whole graph is asked as before."""
    with KnowledgeGraph.open(tmp_path / "kg", create=True) as graph:
        graph.add(nested())
        graph.relate()
        before = run(graph.dataset, "attributions")
        article = URIRef(graph.articles()[0].iri)
        Graph(graph.dataset.store, URIRef(f"{article}#graph")).remove((article, WS.attributionTable, None))
        assert from_tables("attributions", pairs_of(graph.dataset)) is None
        assert run(graph.dataset, "attributions") == before
        assert before.rows


def test_what_narrows_a_question_is_left_to_its_query(disk: KnowledgeGraph) -> None:
    """A parameter asks for less, and a wrong one is told as ever."""
    whole = run(disk.dataset, "attributions")
    some = run(disk.dataset, "attributions", {"outlet": "Mill Lane Post", "stance": None})
    assert 0 < len(some.rows) < len(whole.rows)
    assert set(some.rows) <= set(whole.rows)
    with pytest.raises(QueryError, match="no parameter"):
        run(disk.dataset, "attributions", {"outlett": None})


def test_other_questions_have_no_table(disk: KnowledgeGraph) -> None:
    """They are about more than attributions."""
    assert from_tables("articles", pairs_of(disk.dataset)) is None

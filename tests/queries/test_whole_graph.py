"""Whole-graph questions read from the tables of articles have the rows that their queries have."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rdflib import Dataset, Graph, Literal, URIRef

from benchmarks.press import Press
from tests.record_builder import article_record, entity, figure, hop
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
    """An article with voices in voices, one unnamed, one that says nothing, one that condemns, and the outlet."""
    text = 'Ivo Tarn said the clerk had said "the ferry" was, he held, "late again". Tarn would not comment. He nodded.'
    text += " Oda Vell condemned the queue."
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
            hop(text, 4, "Oda Vell", "condemned", "the queue", in_full="condemned the queue"),
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


@pytest.mark.parametrize("question", ["what-outlet-says", "who-says-what"])
def test_what_says_nothing_by_itself_is_told_with_its_verb(disk: KnowledgeGraph, question: str) -> None:
    """Its place is still that of the words attributed; what says something stands alone."""
    table = run(disk.dataset, question)
    found: list[dict[str, Any]] = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    queue = next(row for row in found if row["content"] == "condemned the queue")
    assert queue["end"] - queue["start"] == len("the queue")
    assert any(row["content"] == "He nodded" for row in found)


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


def counted(number: int, sheep: str, low: int) -> ArticleRecord:
    """An article in which a shepherd counts."""
    text = f"{sheep} sheep were lost in the Orlo valley flood, Ida Marrow said. The Orlo valley was under water."
    return article_record(
        f"flood/{number}.txt",
        text,
        outlet=f"Valley Paper {number}",
        published="2031-05-04",
        language="en",
        entities=(entity(text, "e1", "Person", "Ida Marrow"),),
        attributions=(
            hop(text, 0, "Ida Marrow", "said", f"{sheep} sheep were lost in the Orlo valley flood", entity="e1"),
        ),
        figures=(
            figure(
                text,
                sheep,
                low,
                low,
                0,
                approximate=False,
                measure="lost",
                of="sheep",
                sentence=(0, text.index(".") + 1),
            ),
        ),
    )


def test_of_a_count_that_many_tell_the_first_stands_for_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nine tell one count, and one another: the query and what is read once give the same rows."""
    with KnowledgeGraph.open(tmp_path / "kg", create=True) as graph:
        for record in (*(counted(number, "Twelve", 12) for number in range(9)), counted(9, "Thirty", 30)):
            graph.add(record)
        graph.relate()
        found = run(graph.dataset, "figures-compared")
        assert found == by_query(graph.dataset, "figures-compared", monkeypatch)
        told = {row[found.columns.index("told1")] for row in found.rows}
        assert 9 in told
        assert len(found.rows) == 9  # the first beside eight others of its count, and beside the other count
        figure_ = next(iri for _, iri in graph.pairs(WS.hasFigure))
        article = URIRef(f"{figure_.partition('#')[0]}#graph")
        Graph(graph.dataset.store, article).add((URIRef(figure_), WS.measure, Literal("missing")))
        assert from_tables("figures-compared", pairs_of(graph.dataset)) is None
        assert run(graph.dataset, "figures-compared") == by_query(graph.dataset, "figures-compared", monkeypatch)


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

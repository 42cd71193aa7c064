"""Rows put in order here are in the order that the engine gives them, and answers are kept of what stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.record_builder import article_record
from whosays.graph import KnowledgeGraph
from whosays.queries import LimitError, Table, catalogue, run
from whosays.queries.execution.kept_answers import KeptAnswers, kept_answers
from whosays.queries.execution.ordering import in_order, unordered

QUERY = """SELECT ?a ?n
WHERE {
  ?x <urn:a> ?a ; <urn:b> ?b OPTIONAL { ?x <urn:n> ?n }
}
ORDER BY DESC(?n) COALESCE(STR(?a), "z") STR(?b)
"""


def test_a_query_is_asked_for_what_it_orders_by() -> None:
    """What is not a column of its own is asked for behind the columns."""
    apart = unordered(QUERY)
    assert apart is not None
    assert "SELECT ?a ?n ?b\n" in apart.text
    assert "ORDER BY" not in apart.text


@pytest.mark.parametrize(
    "text",
    [
        QUERY.replace("SELECT", "SELECT DISTINCT"),
        QUERY.replace("STR(?b)", "STRLEN(?b)"),
        QUERY + "LIMIT 3",
        QUERY.replace("SELECT ?a ?n", "SELECT (MAX(?a) AS ?n)"),
    ],
)
def test_any_other_order_is_left_to_the_engine(text: str) -> None:
    """Neither what cannot be asked for beside distinct rows, nor other comparisons, limits and columns are touched."""
    assert unordered(text) is None


def test_rows_are_in_the_order_of_sparql() -> None:
    """Unbound comes first, and last where the order goes down; what stands for it stands where it would."""
    apart = unordered(QUERY)
    assert apart is not None
    rows = [("b", None, "1"), (None, 2, "1"), ("b", 2.5, "2"), ("b", 2.5, "1"), ("y", 2, None)]
    found = in_order(apart, ["a", "n", "b"], rows)
    assert found == (["a", "n"], [("b", 2.5), ("b", 2.5), ("y", 2), (None, 2), ("b", None)])


@pytest.mark.parametrize("row", [(1, 1, "b"), ("a", "1", "b"), ("a", True, "b"), ("a", float("nan"), "b")])
def test_what_is_no_text_or_number_is_left_to_the_engine(row: tuple[str | int | float | bool, ...]) -> None:
    """Engines tell numbers, texts and truth values apart as no comparison here does."""
    apart = unordered(QUERY)
    assert apart is not None
    assert in_order(apart, ["a", "n", "b"], [row, ("a", 1, "b")]) is None


def test_nearly_all_of_the_catalogue_is_put_in_order_here() -> None:
    """Only orders by what is worked out, and distinct rows by what is no column, are the engine's."""
    left = {name for name, query in catalogue().items() if unordered(query.text) is None}
    assert left == {"exact-copies", "versions"}


def test_answers_are_kept_of_a_graph_that_was_opened_for_reading(tmp_path: Path) -> None:
    """The second answer is the first one; what was written since is in the answer of whoever opens the graph anew."""
    with KnowledgeGraph.open(tmp_path / "kg", create=True) as graph:
        graph.add(article_record("one.txt", "Nobody said anything."))
    with KnowledgeGraph.open(tmp_path / "kg", read_only=True) as graph:
        first = run(graph.dataset, "articles")
        assert run(graph.dataset, "articles") is first
        with pytest.raises(LimitError):
            run(graph.dataset, "articles", most=0)
    with KnowledgeGraph.open(tmp_path / "kg") as graph:
        assert kept_answers(graph.dataset) is None
        assert len(run(graph.dataset, "articles").rows) == 1
        graph.add(article_record("two.txt", "Nobody said anything else."))
        assert len(run(graph.dataset, "articles").rows) == 2
    with KnowledgeGraph.open(tmp_path / "kg", read_only=True) as graph:
        assert len(run(graph.dataset, "articles").rows) == 2


def test_no_more_is_kept_than_may_be() -> None:
    """What was not asked for the longest time goes first, and what is too large never comes."""
    kept = KeptAnswers(most=6)
    tables = {name: Table(("a",), tuple((name,) for _ in range(rows))) for name, rows in (("x", 1), ("y", 2), ("z", 2))}
    for name in ("x", "y"):
        kept.keep(name, tables[name])
    assert kept.get("x") is tables["x"]
    kept.keep("z", tables["z"])
    kept.keep("large", Table(("a", "b"), (("1", "2"),) * 3))
    assert [kept.get(name) for name in ("x", "y", "z", "large")] == [tables["x"], None, tables["z"], None]
    kept.forget()
    assert kept.get("x") is None

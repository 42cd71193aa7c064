"""Questions from Python within limits."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

import whosays
from whosays.extract.records import ArticleRecord
from whosays.graph import GraphError, KnowledgeGraph
from whosays.queries import LimitError, QueryError

RECORDS = Path(__file__).parents[1] / "data" / "front_door.jsonl"
BOMB = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"


@pytest.fixture
def kg(tmp_path: Path) -> Path:
    with KnowledgeGraph.open(tmp_path / "kg", create=True) as graph:
        for line in RECORDS.read_text("utf-8").splitlines():
            graph.add(ArticleRecord.from_json(json.loads(line)))
        graph.relate()
    return tmp_path / "kg"


def test_within_limits_the_answers_are_the_same(kg: Path) -> None:
    """A bomb is stopped, the next question is answered, and frames are those of without limits."""
    with whosays.open(kg) as free, whosays.open(kg, limits=whosays.Limits(seconds=5)) as held:
        for question, params in (
            ("figures", {}),
            ("attributions", {"since": dt.date(2024, 12, 20)}),
            ("attributions", {"outlet": "Sarn Herald"}),
            ("SELECT ?x { ?x a <urn:nothing> }", {}),
        ):
            assert held.query(question, **params).equals(free.query(question, **params))
        with pytest.raises(LimitError) as raised:
            held.query(BOMB)
        assert raised.value.limit == "time"
        with pytest.raises(QueryError, match="Sarn Herald"):
            held.query("figures", outlet="Sarn Heralt")
        assert len(held.figures()) == 2


def test_from_memory_the_answers_are_the_same(kg: Path) -> None:
    """In this process or in another one; what is loaded stays as it was, and can be read alone."""
    with (
        whosays.open(kg) as disk,
        whosays.open(kg, in_memory=True) as here,
        whosays.open(kg, in_memory=True, limits=whosays.Limits()) as there,
    ):
        with KnowledgeGraph.open(kg) as graph:
            assert graph.remove([article.iri for article in graph.articles()])
        for question in ("attributions", "chain", "figures", "sources"):
            assert len(here.query(question))
            assert here.query(question).equals(disk.query(question))
        assert not len(there.query("figures"))  # loaded when it was first asked
    for path, read_only in ((kg, False), ("http://127.0.0.1:9/sparql", True)):
        with pytest.raises(GraphError, match="opened for reading alone can be put into memory"):
            KnowledgeGraph.open(path, read_only=read_only, in_memory=True)


def test_rows_are_counted(kg: Path) -> None:
    """One row more than allowed is refused."""
    with whosays.open(kg, limits=whosays.Limits(rows=1)) as held, pytest.raises(LimitError, match="more than 1 rows"):
        held.figures()

"""Questions from Python within limits."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

import whosays
from whosays.extract.records import ArticleRecord
from whosays.graph import KnowledgeGraph
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
    with whosays.open(kg) as free, whosays.open(kg, limits=whosays.Limits(seconds=2)) as held:
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


def test_rows_are_counted(kg: Path) -> None:
    """One row more than allowed is refused."""
    with whosays.open(kg, limits=whosays.Limits(rows=1)) as held, pytest.raises(LimitError, match="more than 1 rows"):
        held.figures()

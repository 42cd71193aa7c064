"""Long flat queries, which engines recurse on: a line, and never a signal."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import whosays
from whosays.extract.records import ArticleRecord
from whosays.graph import KnowledgeGraph
from whosays.queries import QueryError

RECORDS = Path(__file__).parents[1] / "data" / "front_door.jsonl"
MANY = 10_000
FLAT = {
    "UNION": "SELECT * { {}" + "UNION{}" * (MANY - 1_000) + " }",
    "MINUS": "SELECT * { ?s ?p ?o " + "MINUS{}" * (MANY - 1_000) + " }",
    "BIND": "SELECT * { " + "".join(f"BIND(1 AS ?v{number})" for number in range(MANY // 3)) + " }",
    "LATERAL": "SELECT * { ?s ?p ?o " + "LATERAL{}" * (MANY - 3_000) + " }",
    "GRAPH": "SELECT * { " + "GRAPH?g{}" * (MANY - 3_000) + " }",
    "OPTIONAL": "SELECT * { ?s ?p ?o " + "OPTIONAL{}" * (MANY - 4_000) + " }",
    "list of objects": "SELECT * { ?s ?p " + ",".join(["?o"] * 20_000) + " }",
    "list of values": "SELECT * { ?s ?p ?o FILTER(?o IN (" + ",".join(["1"] * 30_000) + ")) }",
}


@pytest.fixture(scope="module")
def kg(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("flat") / "kg"
    with KnowledgeGraph.open(folder, create=True) as graph:
        for line in RECORDS.read_text("utf-8").splitlines():
            graph.add(ArticleRecord.from_json(json.loads(line)))
        graph.relate()
    return folder


@pytest.mark.parametrize("shape", FLAT)
def test_a_long_flat_query_ends_in_a_line(kg: Path, shape: str, tmp_path: Path) -> None:
    """Too long, too slow or answered: the command ends by itself, and says in a line what was wrong."""
    (tmp_path / "flat.rq").write_text(FLAT[shape], "utf-8")
    command = [sys.executable, "-m", "whosays", "query", str(tmp_path / "flat.rq"), "--kg", str(kg), "--seconds", "5"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - this Python
    assert done.returncode in (0, 2)
    assert done.returncode == 0 or done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("shape", FLAT)
def test_python_lives_on(kg: Path, shape: str) -> None:
    """A program that asks without limits is not ended by a query either."""
    code = (
        "import sys, whosays; from pathlib import Path; from whosays.queries import QueryError\n"
        "with whosays.open(sys.argv[1]) as findings:\n"
        "    try: findings.query(sys.stdin.read())\n"
        "    except QueryError as error: print(error)"
    )
    done = subprocess.run(  # noqa: S603 - this Python
        [sys.executable, "-c", code, str(kg)], input=FLAT[shape], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-500:]


def test_a_query_of_a_usual_size_is_asked(kg: Path) -> None:
    """What people and programs write is far below the limits."""
    with whosays.open(kg) as findings:
        assert len(findings.query("SELECT * { {BIND(1 AS ?x)} " + "UNION {BIND(1 AS ?x)} " * 200 + "}")) == 201
        assert len(findings.query("SELECT ?x { VALUES ?x { " + " ".join(map(str, range(5_000))) + " } }")) == 5_000
        with pytest.raises(QueryError, match="more than"):
            findings.query(FLAT["UNION"])

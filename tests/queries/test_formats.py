"""Answers in every format: read back, they say the same."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import Dataset
from rdflib.query import Result

from whosays.extract.records import ArticleRecord
from whosays.graph import KnowledgeGraph
from whosays.queries import FormatError, LimitError, QueryError, Shape, answer, run

RECORDS = Path(__file__).parents[1] / "data" / "front_door.jsonl"
CONSTRUCT = "CONSTRUCT { ?s ?p ?o } WHERE { ?s a <https://w3id.org/whosays/ns#Article> ; ?p ?o }"
DESCRIBE = "DESCRIBE ?s WHERE { ?s a <https://w3id.org/whosays/ns#Article> }"
RDF = {
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "nquads": pyoxigraph.RdfFormat.N_QUADS,
}


def plain(cell: object) -> str:
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


@pytest.fixture
def dataset(new_graph: Callable[[], KnowledgeGraph]) -> Dataset:
    graph = new_graph()
    for line in RECORDS.read_text("utf-8").splitlines():
        graph.add(ArticleRecord.from_json(json.loads(line)))
    graph.relate()
    return graph.dataset


@pytest.mark.parametrize("form", RDF)
def test_triples_come_as_rdf_and_are_read_back(dataset: Dataset, form: str) -> None:
    """CONSTRUCT gives the same triples in every format, and the same bytes each time."""
    data = answer(dataset, CONSTRUCT, {}, Shape(form))
    assert data == answer(dataset, CONSTRUCT, {}, Shape(form))
    found = {(s.value, p.value, o.value) for s, p, o, *_ in pyoxigraph.parse(data, RDF[form])}
    assert found == {tuple(plain(cell) for cell in row) for row in run(dataset, CONSTRUCT).rows}


def test_triples_are_turtle_unless_told_otherwise(dataset: Dataset) -> None:
    """CONSTRUCT and DESCRIBE give RDF, everything else a table."""
    for query in (CONSTRUCT, DESCRIBE):
        assert answer(dataset, query, {}, Shape()) == answer(dataset, query, {}, Shape("turtle"))
    assert answer(dataset, "figures", {}, Shape()) == answer(dataset, "figures", {}, Shape("table"))


def test_json_ld_has_a_context_and_names_nothing_elsewhere(dataset: Dataset) -> None:
    """Names are short, the context stands in the document."""
    told = json.loads(answer(dataset, CONSTRUCT, {}, Shape("jsonld")))
    assert told["@context"]["ws"] == "https://w3id.org/whosays/ns#"
    assert {node["@type"] for node in told["@graph"]} == {"ws:Article"}


@pytest.mark.parametrize("form", ["sparql-json", "sparql-xml", "sparql-csv"])
def test_rows_come_as_the_w3c_has_them(dataset: Dataset, form: str) -> None:
    """Read by another program, they are the rows."""
    data = answer(dataset, "figures", {}, Shape(form))
    names = {"sparql-json": "json", "sparql-xml": "xml", "sparql-csv": "csv"}
    found = Result.parse(io.BytesIO(data), format=names[form])
    table = run(dataset, "figures")
    assert tuple(map(str, found.vars or ())) == table.columns
    article, text = (found.vars[table.columns.index(name)] for name in ("article", "text"))  # type: ignore[index]
    texts = [[str(row[article]), str(row[text])] for row in found.bindings]
    assert texts == [[row[table.columns.index(name)] for name in ("article", "text")] for row in table.rows]


def test_tsv_has_a_line_a_row(dataset: Dataset) -> None:
    """Tabs and line breaks in texts do not break rows."""
    query = r'SELECT ("a\tb\nc\\d" AS ?text) (1 AS ?n) {}'
    assert answer(dataset, query, {}, Shape("tsv")) == b"text\tn\na\\tb\\nc\\\\d\t1\n"


def test_parquet_is_read_back(dataset: Dataset) -> None:
    """The columns and values are those of the table."""
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    table = run(dataset, "figures")
    found = parquet.read_table(io.BytesIO(answer(dataset, "figures", {}, Shape("parquet"))))
    assert tuple(found.column_names) == table.columns
    assert found.column("text").to_pylist() == [row[table.columns.index("text")] for row in table.rows]


def test_a_format_of_the_other_kind_is_refused(dataset: Dataset) -> None:
    """Rows are no RDF, triples no rows."""
    with pytest.raises(FormatError, match="CONSTRUCT"):
        answer(dataset, "figures", {}, Shape("turtle"))
    with pytest.raises(FormatError, match="turtle"):
        answer(dataset, CONSTRUCT, {}, Shape("sparql-json"))
    with pytest.raises(QueryError, match="no format"):
        answer(dataset, "figures", {}, Shape("docx"))


@pytest.mark.parametrize("form", ["csv", "sparql-json", "sparql-xml", "sparql-csv", "sparql-tsv"])
def test_more_rows_than_allowed_are_refused(dataset: Dataset, form: str) -> None:
    """So many are answered, one more is not."""
    query = "SELECT ?n { VALUES ?n { 1 2 3 4 5 } }"
    assert answer(dataset, query, {}, Shape(form, rows=5))
    with pytest.raises(LimitError):
        answer(dataset, query, {}, Shape(form, rows=4))
    with pytest.raises(LimitError):
        answer(dataset, CONSTRUCT, {}, Shape("turtle", rows=2))

"""Lineage in the graph: triples of its own shared graph, valid, and the question ``wire-copies`` about them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from rdflib import Graph

from tests.graph_checks import validate_graph
from tests.record_builder import article_record, at, built, entity, hop
from whosays.extract.records import ArticleRecord
from whosays.graph import KnowledgeGraph
from whosays.graph.articles.statements import Hop
from whosays.graph.rdf.namespaces import LINEAGE
from whosays.graph.reuse.reader import lineage_article
from whosays.graph.reuse.relaying import Relay, relays
from whosays.queries import run

BODY = """The ferry Aurora ran onto a reef off Pell Island before dawn on Friday with 212 people on board, they said.

Harbour master Ruta Sehnal said the lighthouse had been dark since the storm of last week and that nobody had been told.
"""
WIRE = f"Ferry Runs Aground\n\nBy Norlan\n\n{BODY}"
COPY = f"“Dark for a week” ❦ the reef off Pell\n\n{BODY}\nA second ferry “will sail”, said mayor Osk Lindal.\n"


def made(path: str, outlet: str, text: str, published: str, wire: str | None, *said: tuple[str, str]) -> ArticleRecord:
    """Return a record; ``said`` are sources and contents."""
    return article_record(
        path,
        text,
        outlet=outlet,
        published=published,
        wire=wire,
        entities=tuple(entity(text, f"e{number}", "Person", source) for number, (source, _) in enumerate(said)),
        attributions=tuple(
            hop(text, number, source, "", content, entity=f"e{number}") for number, (source, content) in enumerate(said)
        ),
    )


RELAY = (
    "The Pell Gazette reports a reef was hit. All is well, so all is well, state radio said, and Osk Lindal sleeps. "
    "The reef is marked, he told Radio Pell."
)
RECORDS = (
    made(
        "w.txt", "Pell Gazette", WIRE, "2031-05-02T08:00:00Z", "Norlan",
        ("Ruta Sehnal", "the lighthouse had been dark"),
    ),
    made(
        "c.txt", "Inland Post", COPY, "2031-05-03", None,
        ("Ruta Sehnal", "the lighthouse had been dark"), ("Osk Lindal", "A second ferry “will sail”"),
    ),
    article_record(
        "r.txt", RELAY, outlet="Upland Echo",
        entities=(
            entity(RELAY, "e0", "Outlet", "Pell Gazette"),
            entity(RELAY, "e1", "Organization", "state radio", named=False),
            entity(RELAY, "e2", "Person", "Osk Lindal"),
            entity(RELAY, "e3", "Outlet", "Radio Pell"),
        ),
        attributions=(
            hop(RELAY, 0, "Pell Gazette", "", "a reef was hit", entity="e0"),
            hop(RELAY, 1, "state radio", "", "all is well", entity="e1"),
            hop(RELAY, 2, "Osk Lindal", "", "sleeps", entity="e2"),
            hop(RELAY, 3, "Pell Gazette", "", "All is well", entity="e0", stance="unverified"),
            hop(RELAY, 4, "Osk Lindal", "", "The reef is marked", entity="e2", told=("e3",)),
        ),
    ),
)  # fmt: skip


@pytest.fixture
def graph(new_graph: Callable[[], KnowledgeGraph]) -> KnowledgeGraph:
    """Return a graph with the articles and their lineage, in either engine."""
    return built(new_graph(), RECORDS)


def test_what_is_read_back_is_what_the_records_say(graph: KnowledgeGraph) -> None:
    """Who published it when, whom it credits, and what its sources are told to say, wherever that stands."""
    stored = {article.path: lineage_article(graph.read(article.iri)) for article in graph.articles()}
    wire, copy = stored["w.txt"], stored["c.txt"]
    assert (wire.site, wire.published, wire.agency, wire.text) == ("pell gazette", "2031-05-02", "Norlan", WIRE)
    assert (copy.site, copy.published, copy.agency) == ("inland post", "2031-05-03", None)
    said = ("the lighthouse had been dark", "A second ferry “will sail”")
    assert copy.contents == tuple(sorted((at(COPY, words),) for words in said))


def test_the_question_shows_copy_original_and_passage(graph: KnowledgeGraph) -> None:
    """One row a passage; the agency by its name, as no article of its own is there."""
    table = run(graph.dataset, "wire-copies")
    assert table.columns[:6] == ("copy", "original", "kind", "start", "end", "text")
    rows: list[dict[str, Any]] = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert [(row["copy"], row["original"], row["kind"], row["because"]) for row in rows] == [
        ("c.txt", "w.txt", "mostly", "wire credit"),
        ("w.txt", "Norlan", "wholly", "wire credit"),
    ]
    assert (rows[0]["original_outlet"], rows[1]["credit"]) == ("Pell Gazette", "By Norlan")
    assert rows[0]["text"] == COPY[rows[0]["start"] : rows[0]["end"]] == BODY.rstrip(".\n")
    assert WIRE[rows[0]["original_start"] : rows[0]["original_end"]] == rows[0]["text"]
    assert rows[1]["text"] == WIRE[rows[1]["start"] : rows[1]["end"]]


@pytest.mark.parametrize(
    ("parameter", "value", "copies"),
    [
        ("outlet", "inland", ["c.txt"]),
        ("kind", "wholly", ["w.txt"]),
        ("article", "c.txt", ["c.txt"]),
        ("since", "2031-05-03", ["c.txt"]),
        ("until", "2031-05-02", ["w.txt"]),
    ],
)
def test_the_question_can_be_narrowed(graph: KnowledgeGraph, parameter: str, value: str, copies: list[str]) -> None:
    """By outlet, kind, article and day of the copy."""
    assert [row[0] for row in run(graph.dataset, "wire-copies", {parameter: value}).rows] == copies


def test_the_graph_of_lineage_is_valid_and_shares_no_triple(graph: KnowledgeGraph) -> None:
    """It conforms to the shapes, and none of its triples is in another graph."""
    own = Graph()
    for triple in Graph(graph.dataset.store, LINEAGE):
        own.add(triple)
    assert len(own) > 20
    assert validate_graph(own) == ()
    apart = (LINEAGE, graph.dataset.default_graph.identifier)
    others = {triple for other in graph.dataset.graphs() if other.identifier not in apart for triple in other}
    assert not others & set(own)


def test_the_question_of_relayed_reports_shows_what_is_relayed(graph: KnowledgeGraph) -> None:
    """What the named and the unnamed outlet report or were told, and nothing that they could not check."""
    rows = [row[:3] + row[5:] for row in run(graph.dataset, "relayed").rows]
    assert rows == [
        ("r.txt", "Pell Gazette", "a reef was hit", True, "Upland Echo", "Pell Gazette"),
        ("r.txt", "state radio", "all is well", False, "Upland Echo", "state radio"),
        ("r.txt", "Radio Pell", "The reef is marked", True, "Upland Echo", "Osk Lindal"),
    ]


def test_reports_of_reports_lead_to_the_outlet() -> None:
    """A named outlet by its entity, "state media" by the referent; not the outlet's own voice nor itself."""
    entity_iri = "https://w3id.org/whosays/id/entity/radio-pell"
    outlets = dict.fromkeys(("x#ref=1,2", "y#voice"), entity_iri) | dict.fromkeys(("x#voice", "x#ref=5,6"), "gazette")
    said = {"a": "x#ref=1,2", "b": "x#ref=3,4", "c": "x#ref=5,6", "d": "x#voice", "e": "x#ref=7,8"}
    hops = [Hop(f"x#attr={n}", who, None if n == "d" else "x#attr=d", "asserts", None) for n, who in said.items()]
    descriptions = {"x#ref=3,4": "Lowmark state media", "x#ref=7,8": "a radio operator"}
    descriptions["x#ref=9,9"] = "videos posted on social media"
    hops.append(Hop("x#attr=s", "x#ref=9,9", "x#attr=d", "asserts", None))
    assert relays("x", hops, outlets, descriptions) == (Relay("x", entity_iri), Relay("x", "x#ref=3,4"))
    told = Hop("y#attr=g", "y#ref=9,9", "y#attr=d", "asserts", None, told=("x#ref=1,2",))
    assert relays("z", [told], outlets, descriptions) == (Relay("z", entity_iri),)
    silent = Hop("y#attr=f", "x#ref=3,4", "y#attr=d", "unverified", None)
    assert relays("y", [silent], outlets, descriptions) == ()

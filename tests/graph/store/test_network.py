"""The network: outlets, sources and claims, and the attributions between them as edges."""

from __future__ import annotations

import io
import itertools
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from tests.record_builder import article_record, built, entity, hop
from whosays.extract.records import ArticleRecord
from whosays.graph import KnowledgeGraph

TEXT = "The dam in Sarn broke, Mira Castellan told Tomas Ferrel, he said. Rain fell, a\x0bguard said."


def record(path: str, outlet: str | None, published: str | None) -> ArticleRecord:
    return article_record(
        path,
        TEXT,
        outlet=outlet,
        published=published,
        entities=(
            entity(TEXT, "m", "Person", "Mira Castellan", aliases=("Castellan",)),
            entity(TEXT, "t", "Person", "Tomas Ferrel", "Tomas Ferrel", "he|1"),
            entity(TEXT, "s", "Place", "Sarn"),
            entity(TEXT, "g", "Person", "a\x0bguard", named=False),
        ),
        attributions=(
            hop(TEXT, 0, "he|1", "said", (0, 55), entity="t", stance="reports", cue_lemma="say"),
            hop(
                TEXT, 1, "Mira Castellan", "told", (0, 21), entity="m", inside=0, certainty="probable", cue_lemma="tell"
            ),
            hop(TEXT, 2, "a\x0bguard", "said.", "Rain fell", entity="g", cue_lemma="say"),
        ),
    )


@pytest.fixture(name="graph", scope="module")
def _graph() -> KnowledgeGraph:
    records = (
        record("a.txt", "Harbour Courier", "2024-12-19"),
        record("b.txt", "Sarn Herald", "2024-12-21"),
        record("c.txt", None, None),
    )
    return built(KnowledgeGraph.in_memory(), records)


def names(network: nx.MultiDiGraph[str], kind: str) -> set[str]:
    return {data["label"] for _, data in network.nodes(data=True) if data["kind"] == kind}


def test_nodes_are_outlets_sources_and_claims(graph: KnowledgeGraph) -> None:
    """A source of two articles is one node, an outlet that is not named is one too, and claims show their words."""
    network = graph.network()
    assert names(network, "outlet") == {"Harbour Courier", "Sarn Herald", "(outlet not named)"}
    assert names(network, "source") == {"Mira Castellan", "Tomas Ferrel", "a guard"}
    assert "The dam in Sarn broke" in names(network, "claim")
    assert sum(data["label"] == "Mira Castellan" for _, data in network.nodes(data=True)) == 1


def test_a_path_from_outlet_to_claim_is_the_chain(graph: KnowledgeGraph) -> None:
    """Each edge of the path carries the stance and the cue of the voice that it leaves from."""
    network = graph.network(outlet="Harbour Courier")
    by_name = {data["label"]: node for node, data in network.nodes(data=True)}
    path = [by_name[n] for n in ("Harbour Courier", "Tomas Ferrel", "Mira Castellan", "The dam in Sarn broke")]
    edges = [next(iter(network[one][other].values())) for one, other in itertools.pairwise(path)]
    assert [edge["stance"] for edge in edges] == ["reports", "reports", "asserts"]
    assert [edge["cue"] for edge in edges] == ["", "say", "tell"]
    assert edges[2]["certainty"] == "probable"
    assert len({edge["article"] for edge in edges}) == 1


@pytest.mark.parametrize(
    ("filters", "outlets"),
    [
        ({"outlet": "the sarn herald"}, {"Sarn Herald"}),
        ({"since": "2024-12-20"}, {"Sarn Herald"}),
        ({"until": "2024-12-19"}, {"Harbour Courier"}),
        ({"outlet": "nobody"}, set()),
        ({"source": "Mira Castellan", "until": "2024-12-31"}, {"Harbour Courier", "Sarn Herald"}),
    ],
)
def test_filters_of_articles(graph: KnowledgeGraph, filters: dict[str, str], outlets: set[str]) -> None:
    """By outlet in any spelling, by day; undated articles are left out where a day is asked for."""
    assert names(graph.network(**filters), "outlet") == outlets


def test_a_source_comes_with_its_chains_only(graph: KnowledgeGraph) -> None:
    """Who reports it and what it says stay; another source of the article goes."""
    network = graph.network(source="castellan", outlet="Sarn Herald")
    assert names(network, "source") == {"Mira Castellan", "Tomas Ferrel"}
    assert names(network, "claim") >= {"The dam in Sarn broke"}
    assert "Rain fell" not in names(network, "claim")


def test_an_entity_comes_with_what_is_said_about_it(graph: KnowledgeGraph) -> None:
    """A place that nobody quotes is found in the words of claims."""
    network = graph.network(entity="SARN")
    assert names(network, "source") == {"Mira Castellan", "Tomas Ferrel"}
    assert "Rain fell" not in names(network, "claim")


@pytest.mark.parametrize("format_", ["graphml", "gexf"])
def test_network_files_can_be_read_and_repeat(format_: str, graph: KnowledgeGraph, tmp_path: Path) -> None:
    """Characters that XML forbids are replaced, no time stamp is written, and networkx reads every edge back."""
    for name in ("one", "two"):
        graph.export(format_, tmp_path / name)
    data = (tmp_path / "one").read_bytes()
    assert data == (tmp_path / "two").read_bytes()
    assert b"lastmodified" not in data
    assert b"NetworkX 3" not in data
    again = (nx.read_graphml if format_ == "graphml" else nx.read_gexf)(io.BytesIO(data))
    assert again.number_of_edges() == graph.network().number_of_edges()


def test_gephi_finds_weights_days_and_a_drawing(graph: KnowledgeGraph, tmp_path: Path) -> None:
    """Both formats say the same: what a node weighs, when it was there, and where it is drawn in which colour."""
    told = {}
    for form, read in (("gexf", nx.read_gexf), ("graphml", nx.read_graphml)):
        graph.export(form, tmp_path / form)
        nodes = read(tmp_path / form).nodes(data=True)
        told[form] = {data["label"]: (data["weight"], data.get("start"), data.get("end")) for _, data in nodes}
        assert all(data["weight"] == 1.0 for *_, data in read(tmp_path / form).edges(data=True))
    assert told["gexf"] == told["graphml"]
    assert told["gexf"]["Mira Castellan"] == (6, "2024-12-19", "2024-12-21")
    assert told["gexf"]["(outlet not named)"][1:] == (None, None)
    spaces = {"g": "http://www.gexf.net/1.2draft", "viz": "http://www.gexf.net/1.2draft/viz"}
    drawn = ET.parse(tmp_path / "gexf").getroot().findall(".//g:node", spaces)  # noqa: S314 - our own file
    places = {(place.get("x"), place.get("y")) for node in drawn for place in node.findall("viz:position", spaces)}
    assert len(places) == len(drawn)
    assert all(
        node.find("viz:color", spaces) is not None and node.find("viz:size", spaces) is not None for node in drawn
    )
    assert {"x", "y", "size", "r", "g", "b"} <= set(nx.read_graphml(tmp_path / "graphml").nodes[drawn[0].get("id")])

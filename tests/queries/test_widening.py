"""Super-classes and super-properties are answered without a reasoner, in both engines."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rdflib import PROV, RDF, RDFS

from tests.record_builder import article_record, built, entity, hop
from whosays.graph import KnowledgeGraph
from whosays.queries import run, widened

TEXT = "The gates failed, Mira Castellan said.\n"
PREFIXES = """PREFIX ws: <https://w3id.org/whosays/ns#> PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX schema: <https://schema.org/> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
"""
RECORD = article_record(
    "gates.txt",
    TEXT,
    outlet="Harbour Courier",
    entities=(entity(TEXT, "e1", "Person", "Mira Castellan"),),
    attributions=(hop(TEXT, 0, "Mira Castellan", "said", "The gates failed", entity="e1"),),
)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("SELECT ?x { ?x a schema:NewsMediaOrganization }", 2),  # the voice, and who it is across articles
        ("SELECT ?x { ?x a schema:NewsArticle }", 1),
        ("SELECT ?x { ?x rdf:type ws:Organization . }", 2),
        ("SELECT DISTINCT ?x { ?x a prov:Entity ; ws:claim ?c }", 1),
        ("SELECT DISTINCT ?x { ?x a prov:Entity . ?x a ws:Claim }", 1),
        ("SELECT ?x ?y { ?x ws:evidence ?y }", 2),
        ("SELECT ?x ?y { ?x schema:isPartOf ?y }", 2),
        ("SELECT ?x { ?x a ws:Person . }", 2),
        (f"SELECT ?x {{ ?x <{RDF.type}> <{PROV.Agent}> ; ws:named true }}", 2),
        ("CONSTRUCT { ?y schema:isPartOf ?x } WHERE { ?x schema:isPartOf ?y }", 2),
        ("ASK { ?x a prov:Entity }", 1),
    ],
)
def test_what_lies_below_is_found(new_graph: Callable[[], KnowledgeGraph], question: str, found: int) -> None:
    """Who asks for a class or a property of another vocabulary finds what is below it in this one."""
    graph = built(new_graph(), [RECORD])
    table = run(graph.dataset, PREFIXES + question)
    assert len(table.rows) == found
    assert table.rows[0][0] is not False


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?x { ?x a ws:Attribution }",  # nothing is below it
        "SELECT ?x { ?x ws:claim ?a }",
        "SELECT ?x { ?x ?a 'a prov:Entity' } # a prov:Entity",
        "SELECT ?x { ?x a [] }",
    ],
)
def test_all_else_is_left_as_it_is(text: str) -> None:
    """A text, a comment, a variable and a term with nothing below it stay."""
    assert widened(PREFIXES + text) == PREFIXES + text


def test_a_property_that_is_spoken_of_is_no_choice(new_graph: Callable[[], KnowledgeGraph]) -> None:
    """Where a property stands as subject or object, the question is asked as it was given."""
    graph = built(new_graph(), [RECORD])
    text = f"{PREFIXES} SELECT ?x {{ ?x <{RDFS.subPropertyOf}> ws:evidence }}"
    assert len(run(graph.dataset, text).rows) > 5

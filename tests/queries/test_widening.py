"""Super-classes and super-properties are answered without a reasoner, in both engines."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rdflib import PROV, RDF, RDFS

from tests.record_builder import article_record, built, entity, hop
from whosays.extract.records import Skipped
from whosays.graph import KnowledgeGraph
from whosays.queries import run, widened, with_prefixes

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
    skipped=(Skipped((4, 9), "no verb"),),
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
        ("SELECT ?x { ?x a ws:Skipped }", 1),  # which no triple says
        ("SELECT ?x { ?x ws:reason 'no verb' ; a ws:Skipped ; ws:reason ?why }", 1),
        ("SELECT ?x { ?x a # any, or this\n ws:Skipped , ws:Finding }", 1),
        ("SELECT ?x { ?x a ws:Finding }", 3),  # and two attributions
        ("SELECT ?x { ?x a ws:Skipped, ws:Attribution }", 0),
        ("SELECT ?x { ?y ws:reason ?z FILTER NOT EXISTS { ?y a prov:Entity } }", 0),
    ],
)
def test_what_lies_below_is_found(new_graph: Callable[[], KnowledgeGraph], question: str, found: int) -> None:
    """Who asks for a class or a property of another vocabulary finds what is below it in this one."""
    graph = built(new_graph(), [RECORD])
    table = run(graph.dataset, PREFIXES + question)
    assert len(table.rows) == found
    assert not table.rows or table.rows[0][0] is not False


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


NS = "https://w3id.org/whosays/ns"


@pytest.mark.parametrize(
    "asked",
    [
        "SELECT ?x { ?x rdf:type ws:Organization }",  # no prefix is declared
        f"SELECT ?x {{ ?x a <{NS}#Organization> }}",
        f"PREFIX a: <{NS}#> SELECT ?x {{ ?x rdf:type a:Organization }}",
        f"PREFIX my-ws: <{NS}#>\nSELECT ?x {{ ?x a my-ws:Organization }}",
        f"prefix : # mine\n<{NS}#> SELECT ?x {{ ?x a :Organization }}",
        "BASE <https://w3id.org/whosays/> SELECT ?x { ?x a <ns#Organization> }",
        f"BASE <{NS}> PREFIX own: <#> SELECT ?x {{ ?x a own:Organization }}",
        "SELECT ?x { ?x a # whatever publishes\n ws:Organization }",
        "SELECT ?x { ?x a schema:Thing, ws:Organization }",  # both, the first of which is nobody
        "SELECT ?x { GRAPH ?g { ?x a ws:Organization } }",
    ],
)
def test_what_is_found_hangs_on_no_spelling(new_graph: Callable[[], KnowledgeGraph], asked: str) -> None:
    """The same is found whichever way a name is written; the vocabulary's prefixes need not be declared."""
    graph = built(new_graph(), [RECORD])
    assert len(run(graph.dataset, asked).rows) == (0 if "Thing" in asked else 2)


@pytest.mark.parametrize(
    ("asked", "columns", "found"),
    [
        ("SELECT ?x { GRAPH ?g { ?x a schema:NewsMediaOrganization } }", "x", 2),
        ("SELECT * { GRAPH ?g { ?x a ws:Organization ; ws:named ?is } }", "g x is", 1),
        ("SELECT DISTINCT * { GRAPH ?g { ?x a prov:Entity, ws:Claim } }", "g x", 1),
        ("SELECT ?x { GRAPH ?g { ?x ws:named true FILTER EXISTS { ?x a schema:Organization } } }", "x", 1),
        ("SELECT ?x { GRAPH ?g { ?x ws:named true MINUS { ?x a schema:Organization } } }", "x", 1),
        ("SELECT ?x ?c { GRAPH ?g { ?x a ws:Attribution OPTIONAL { ?x ws:claim ?c . ?c a prov:Entity } } }", "x c", 2),
        ("SELECT ?x { ?x a schema:Organization . GRAPH ?g { ?x ws:named true } }", "x", 1),  # outside as before
        ("SELECT ?x { GRAPH ?g { ?x a ws:Attribution } }", "x", 2),  # nothing is below it
        ("SELECT * { GRAPH ?g { ?x a ws:Skipped } }", "g x", 1),
        ("SELECT * { GRAPH ?g { ?x a ws:Finding . OPTIONAL { ?x ws:reason ?why } } }", "g x why", 3),
        ("SELECT ?x { GRAPH ?g { ?x schema:isPartOf ?of } }", "x", 2),
    ],
)
def test_what_lies_below_is_found_in_each_graph(
    new_graph: Callable[[], KnowledgeGraph], asked: str, columns: str, found: int
) -> None:
    """Inside GRAPH the same is found, although the vocabulary is in another graph; SELECT * has no other columns."""
    graph = built(new_graph(), [RECORD])
    table = run(graph.dataset, asked)
    assert (list(table.columns), len(table.rows)) == (columns.split(), found)


def test_a_class_of_which_no_triple_tells_is_found_without_what_lies_below(
    new_graph: Callable[[], KnowledgeGraph],
) -> None:
    """Who wants no more than is named is asked for what the property tells, as that is the class."""
    graph = built(new_graph(), [RECORD])
    for asked, found in (("?x a ws:Skipped", 1), ("?x a ws:Finding", 0), ("?x a schema:Organization, ws:Skipped", 0)):
        text = widened(PREFIXES + f"SELECT ?x {{ {asked} }}", only_implied=True)
        assert len(graph.dataset.query(text)) == found


def test_a_class_that_is_spoken_of_behind_a_type_is_not_widened() -> None:
    """Only what stands right behind the a, or in its list, is its object."""
    text = "SELECT ?x { ?x a ?t . prov:Entity rdfs:label ?l }"
    assert widened(with_prefixes(text)) == with_prefixes(text)
    assert with_prefixes("SELECT ?x { ?x ?p 'ws:cue' } # ws:cue") == "SELECT ?x { ?x ?p 'ws:cue' } # ws:cue"

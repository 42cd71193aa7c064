"""Why an answer is empty: no question of the catalogue leaves anybody alone with no rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import pytest
from rdflib import Dataset

from tests.record_builder import article_record, built, entity, hop
from whosays.extract.records import ArticleRecord
from whosays.graph import KnowledgeGraph
from whosays.queries import QueryError, catalogue, run, why_nothing, why_poor
from whosays.queries.catalogue import needing
from whosays.resources import resource

BRIDGE = "The old bridge will close in May, engineer Ada Quill said. The mayor denied that rust was found.\n"
SHEEP = "Twelve sheep drowned in the rain, farmer Jan Holt said.\n"
NOWHERE = {"attribution": "https://example.org/none"}


def bridge(path: str = "bridge.txt", **more: Any) -> ArticleRecord:
    """One article that asserts something, and denies something else."""
    who = (
        entity(BRIDGE, "e1", "Person", "Ada Quill", "engineer Ada Quill"),
        entity(BRIDGE, "e2", "Person", "mayor", "The mayor", named=False),
    )
    hops = (
        hop(BRIDGE, 0, "engineer Ada Quill", "said", "The old bridge will close in May", entity="e1"),
        hop(BRIDGE, 1, "The mayor", "denied", "rust was found", entity="e2", stance="denies"),
    )
    return article_record(path, BRIDGE, entities=who, attributions=hops, **more)


def sheep() -> ArticleRecord:
    """An article of another event."""
    who = (entity(SHEEP, "e1", "Person", "Jan Holt", "farmer Jan Holt"),)
    hops = (hop(SHEEP, 0, "farmer Jan Holt", "said", "Twelve sheep drowned in the rain", entity="e1"),)
    return article_record("sheep.txt", SHEEP, entities=who, attributions=hops)


GRAPHS: dict[str, tuple[ArticleRecord, ...]] = {
    "none": (),
    "silent": (article_record("silent.txt", "The rain has not stopped since Monday.\n"),),
    "one": (bridge(),),
    "of other events": (bridge(), sheep()),
    "undated": (bridge("a.txt"), bridge("b.txt")),
    "dated": (bridge("a.txt", published="2031-05-04"), bridge("b.txt", published="2031-05-05")),
}


@cache
def graph_of(name: str) -> KnowledgeGraph:
    return built(KnowledgeGraph.in_memory(), GRAPHS[name])


@pytest.fixture(params=GRAPHS)
def dataset(request: pytest.FixtureRequest) -> Dataset:
    """Yield each of the graphs, from nothing to two articles that share all."""
    return graph_of(request.param).dataset


@pytest.mark.parametrize("name", catalogue())
def test_whoever_gets_no_rows_is_told_why(dataset: Dataset, name: str) -> None:
    """In one line, which names questions that there are."""
    params = NOWHERE if name == "evidence" else {}
    if not run(dataset, name, params).rows:
        why = why_nothing(dataset, name, params)
        assert why
        assert "\n" not in why
        assert set(re.findall(r"whosays query ([\w-]+)", why)) <= set(catalogue()) - {name}


@pytest.mark.parametrize(
    ("graph", "name", "told"),
    [
        ("none", "changes", "the graph holds no article"),
        ("silent", "who-says-what", "nobody is told to say anything"),
        ("silent", "figures", "no figure is given"),
        ("one", "changes", "the graph holds one article"),
        ("one", "versions", "the graph holds one article"),
        ("one", "wire-copies", "the graph holds one article"),
        ("one", "origins", "no claim is told twice"),
        ("one", "conflicts", "what is denied or doubted is asserted by nobody else"),
        ("one", "unverified", "nobody was found to say that something could not be verified"),
        ("one", "outlets-compared", "--outlet NAME"),
        ("of other events", "changes", "no two articles have a claim or a passage in common"),
        ("of other events", "reversals", "nobody speaks in two articles"),
        ("of other events", "figures-conflict", "no figure is given"),
        ("undated", "changes", "no article has a day of publication; whosays build --published DAY"),
        ("undated", "reversals", "no article has a day of publication; whosays build --published DAY"),
        ("undated", "versions", "they are known by their address"),
        ("dated", "changes", "no article was found to tell otherwise what an earlier one told"),
        ("dated", "reversals", "nobody was found to say the opposite"),
    ],
)
def test_the_nearest_reason_is_told(graph: str, name: str, told: str) -> None:
    """What the graph lacks, from having no article on; then what it means that there is nothing."""
    dataset = graph_of(graph).dataset
    assert not run(dataset, name).rows
    assert told in why_nothing(dataset, name, {})


def test_a_parameter_that_leaves_nothing_goes_before_what_the_graph_lacks() -> None:
    """Where the question has rows without it; where it has none either, it is not the parameter."""
    dataset = graph_of("undated").dataset
    assert why_nothing(dataset, "sources", {"since": "2031"}).startswith("without since=2031 there are 1")
    assert why_nothing(dataset, "changes", {"kind": "hedgeLost"}).startswith("no article has a day")
    assert why_nothing(dataset, "changes", {"kind": "hedgeLost", "since": "2031"}).startswith("no article has a day")


def test_rows_without_what_was_asked_for_say_so() -> None:
    """Who was first is nobody, where no article has a day; where one has, nothing is said."""
    for name in ("first-published", "timeline"):
        assert why_poor(graph_of("undated").dataset, name).startswith("no article has a day")
        assert why_poor(graph_of("dated").dataset, name) == ""
    assert why_poor(graph_of("undated").dataset, "sources") == ""


def test_a_question_of_ones_own_is_left_alone() -> None:
    """Nobody here knows what it needs."""
    question = "SELECT ?a WHERE { ?a <https://example.org/none> ?b }"
    assert why_nothing(graph_of("one").dataset, question, {}) == ""


def test_what_a_question_needs_is_a_query_with_its_words() -> None:
    """Each is asked for by some question, answers with yes or no, and says what is lacking."""
    files = sorted(file.name.removesuffix(".rq") for file in resource("queries", "needing").iterdir())
    assert {need for query in catalogue().values() for need in (*query.needs, *query.wants)} == set(files)
    for name in files:
        query = needing(name)
        assert query.question.endswith("?")
        assert query.empty
        assert run(graph_of("dated").dataset, query.text).columns == ("answer",)


def test_both_engines_lack_the_same(new_graph: Callable[[], KnowledgeGraph]) -> None:
    """The reasons are those of the graph, whatever holds it."""
    records: Iterable[ArticleRecord] = GRAPHS["of other events"]
    dataset = built(new_graph(), records).dataset
    for name in ("changes", "reversals", "figures", "outlets-compared", "conflicts"):
        assert why_nothing(dataset, name, {}) == why_nothing(graph_of("of other events").dataset, name, {})


NS = "https://w3id.org/whosays/ns#"


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("SELECT ?x { ?x a prov:Entty }", "no graph has prov:Entty; did you mean prov:Entity?"),
        ("SELECT ?x { ?x schema:headlin ?h }", "no graph has schema:headlin; did you mean schema:headline?"),
        ("SELECT ?x { ?x schema:duration ?h }", "no graph has schema:duration"),  # which schema.org has
        (
            "PREFIX schema: <http://schema.org/> SELECT ?x { ?x schema:headline ?h }",
            "schema:headline is of http://schema.org/, the graph has https://schema.org/",
        ),
        (
            f"SELECT ?x {{ ?x <{NS.replace('https', 'http')}cue> ?c }}",
            f"<http://w3id.org/whosays/ns#cue> is of http://w3id.org/whosays/ns#, the graph has {NS}",
        ),
        ("PREFIX ws: <urn:my#> SELECT ?x { ?x ws:cue ?c }", f"ws: is <urn:my#> here, in the graph <{NS}>"),
        ("CONSTRUCT { ?x schema:name ?n } WHERE { ?x ws:named 7 ; skos:prefLabel ?n }", ""),  # what is made may be any
        ("PREFIX my: <urn:my#> SELECT ?x { ?x my:cue ?c FILTER(xsd:double(?c) > 1) }", ""),
        (
            "SELECT ?n { ?a ws:speaker ?who . OPTIONAL { ?a ws:kind ?k } ?who skos:prefLabel ?n }",
            "ws:speaker is a text or number, and ?who has no properties",
        ),
        (
            'SELECT ?a { GRAPH ?g { ?a ws:stance "denies" ; ws:content ?c } }',
            'ws:stance leads to a thing and not to the text "denies", as ws:denies',
        ),
        ('SELECT ?a { ?a ws:source "Ada Quill" }', 'ws:source leads to a thing and not to the text "Ada Quill"'),
        ('SELECT ?a { ?a ws:kind "of no kind" }', 'ws:kind leads to a thing and not to the text "of no kind"'),
        ('SELECT ?a { ?a ws:speaker "Nobody" ; ws:stance ws:denies }', ""),
    ],
)
def test_a_term_that_no_graph_has_is_why(question: str, why: str) -> None:
    """A question of one's own with a slip of the pen finds nothing, and is told which word it is."""
    graph = graph_of("one")
    assert run(graph.dataset, question).rows == ()
    told = why_nothing(graph.dataset, question, {})
    assert told.startswith(why) if why else told == ""


def test_a_term_that_no_graph_has_is_told_beside_rows() -> None:
    """A sum of nothing is a row, and so is what an OPTIONAL leaves."""
    counted = "SELECT (COUNT(*) AS ?n) { ?x schema:headlin ?h }"
    assert why_poor(graph_of("one").dataset, counted).endswith("did you mean schema:headline?")
    assert why_poor(graph_of("one").dataset, counted.replace("headlin ", "headline ")) == ""


@pytest.mark.parametrize("written", [f"<{NS}contnt>", "ws:contnt"])
def test_a_misspelt_term_of_our_own_is_refused_however_it_is_written(written: str) -> None:
    """As with its prefix, so in full."""
    with pytest.raises(QueryError, match=f"no term {written} in the vocabulary; did you mean content"):
        run(graph_of("one").dataset, f"SELECT ?x {{ ?x {written} ?c }}")

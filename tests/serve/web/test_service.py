"""The service as its clients meet it: programs that speak SPARQL, curl, a browser, and pages of strangers."""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from starlette.types import Message

from whosays.graph import KnowledgeGraph
from whosays.queries import catalogue, run
from whosays.serve.limits import Limits, Pool
from whosays.serve.web import Access, application

CURL = shutil.which("curl")
ARTICLES = "SELECT ?a WHERE { ?a a <https://w3id.org/whosays/ns#Article> } ORDER BY ?a"
Service = Any


@pytest.fixture(scope="module")
def articles(kg: Path) -> list[str]:
    with KnowledgeGraph.open(kg, read_only=True) as graph:
        return sorted(article.iri for article in graph.articles())


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_sparqlwrapper_reads_rows(service: Service, articles: list[str], method: str, form: str) -> None:
    """The client that most scripts use, by both methods and in every format of rows."""
    wrapper = pytest.importorskip("SPARQLWrapper", reason="SPARQLWrapper is not installed")
    client = wrapper.SPARQLWrapper(f"{service.address}/sparql", returnFormat=form)
    client.setMethod(method)
    client.setQuery(ARTICLES)
    found = client.queryAndConvert()
    text = found.toxml() if form == "xml" else json.dumps(found) if form == "json" else found.decode()
    assert all(article in text for article in articles)


def test_sparqlwrapper_reads_triples(service: Service, articles: list[str]) -> None:
    """CONSTRUCT is RDF."""
    wrapper = pytest.importorskip("SPARQLWrapper", reason="SPARQLWrapper is not installed")
    client = wrapper.SPARQLWrapper(f"{service.address}/sparql", returnFormat="turtle")
    client.setQuery(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ BIND(<{articles[0]}> AS ?s) ?s ?p ?o }}")
    graph = Graph().parse(data=client.queryAndConvert(), format="turtle")
    assert set(graph.subjects()) == {URIRef(articles[0])}


def test_rdflib_asks_the_service_like_a_graph(service: Service, articles: list[str]) -> None:
    """rdflib's SPARQLStore gives the rows that the graph itself gives."""
    graph = Graph(SPARQLStore(f"{service.address}/sparql", method="POST_FORM"))
    assert [str(row[0]) for row in graph.query(ARTICLES)] == articles  # type: ignore[index]


@pytest.mark.skipif(CURL is None, reason="no curl on the PATH")
def test_curl_needs_no_more_than_the_address(service: Service, articles: list[str]) -> None:
    """One line of a shell gives a table."""
    command = [
        str(CURL),
        "-sS",
        "-H",
        "Accept: text/csv",
        "--data-urlencode",
        f"query={ARTICLES}",
        f"{service.address}/sparql",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.split() == ["a", *articles]


def test_the_service_describes_itself(service: Service) -> None:
    """Without a query the endpoint tells what it can, and VoID how much there is."""
    told = Graph().parse(data=service.ask("/sparql", accept="text/turtle").body, format="turtle")
    endpoint = URIRef(f"{service.address}/sparql")
    assert (endpoint, URIRef("http://www.w3.org/ns/sparql-service-description#endpoint"), endpoint) in told
    data = Graph().parse(data=service.ask("/.well-known/void").body, format="turtle")
    about = URIRef(f"{service.address}/.well-known/void#data")
    count = data.value(about, URIRef("http://rdfs.org/ns/void#triples"))
    found = service.ask("/sparql?" + urlencode({"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}), accept="text/csv")
    assert int(found.body.split()[1]) == int(str(count))


def test_every_question_is_an_address(service: Service, kg: Path) -> None:
    """The API has the rows that Python has, and describes each address and no other."""
    told = service.ask("/api/openapi.json").json
    whole = {f"/api/{name}.json" for name in (*catalogue(), "queries")}
    assert set(told["paths"]) == {*whole, "/api/{name}/why.json"}
    assert [each["name"] for each in service.ask("/api/queries.json").json] == list(catalogue())
    with KnowledgeGraph.open(kg, read_only=True) as graph:
        for name in ("figures", "attributions", "articles"):
            table = run(graph.dataset, name)
            rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
            assert service.ask(f"/api/{name}.json").json == rows
            parameters = {each["name"] for each in told["paths"][f"/api/{name}.json"]["get"]["parameters"]}
            assert parameters == {parameter.name for parameter in catalogue()[name].parameters}


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:1", 200), ("localhost", 200), ("[::1]:80", 200), ("graph.example", 200),
        ("evil.example", 421), ("localhost.evil.example", 421), ("", 421), ("127.0.0.1.evil.example", 421),
    ],
)  # fmt: skip
def test_only_this_machine_is_answered_for(service: Service, host: str, status: int) -> None:
    """A stranger's page cannot have its own name lead here."""
    assert service.ask("/sparql?query=ASK%7B%7D", host=host).status == status


def test_pages_of_the_origin_that_was_named_may_read(service: Service) -> None:
    """CORS is for whom it was asked for, and for nobody else."""
    for origin, allowed in (("https://pages.example", "https://pages.example"), ("https://evil.example", None)):
        found = service.ask("/sparql?query=ASK%7B%7D", origin=origin)
        assert found.headers.get("access-control-allow-origin") == allowed
    asked = {"origin": "https://pages.example", "access_control_request_method": "POST"}
    assert service.ask("/sparql", "OPTIONS", **asked).status == 200


@pytest.mark.parametrize(
    ("query", "found", "note"),
    [
        ("SELECT ?x { ?x ws:cue ?c ; oa:nothing ?y }", 0, "no graph has oa:nothing"),
        ("SELECT ?x { ?x ws:cu ?c }", 0, "no graph has ws:cu; did you mean ws:cue?"),
        (
            "PREFIX schema: <http://schema.org/> SELECT ?x { ?x schema:headline ?c }",
            0,
            "schema:headline is of http://schema.org/, the graph has https://schema.org/",
        ),
        ("SELECT ?x { ?x <https://schema.org/\u00e9> ?c }", 0, "no graph has <https://schema.org/?>"),
        ("SELECT ?x { ?x ws:cue ?c } LIMIT 2", 2, None),
        ("PREFIX my: <urn:my> SELECT ?x { ?x my:cue ?c }", 0, None),
    ],
)
def test_a_term_that_no_graph_has_is_noted(service: Service, query: str, found: int, note: str | None) -> None:
    """The vocabulary's prefixes need no declaration; what nothing can be found of is told in a header."""
    answer = service.ask(f"/sparql?{urlencode({'query': query})}", origin="https://pages.example")
    assert (answer.status, len(answer.json["results"]["bindings"])) == (200, found)
    told = answer.headers.get("x-whosays-note")
    assert told is None if note is None else str(told).startswith(note)
    assert answer.headers["access-control-expose-headers"] == "x-whosays-note"


def test_an_answer_is_kept_until_the_graph_changes(service: Service) -> None:
    """Whoever has the answer is told that it still holds."""
    first = service.ask("/api/figures.json")
    again = service.ask("/api/figures.json", if_none_match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")


def test_a_service_from_memory_answers_the_same(service: Service, service_from_memory: Service) -> None:
    """Answers have the bytes that they have from disk."""
    paths = [f"/api/{name}.json" for name in ("articles", "attributions", "chain", "figures", "sources")]
    for path in paths:
        answer = service.ask(path)
        assert answer.status == 200
        assert answer.json
        assert service_from_memory.ask(path).body == answer.body


def test_who_goes_away_frees_the_process_that_looked_for_the_answer(kg: Path) -> None:
    """The only process would be busy for ten minutes; the client leaves, and the next question is answered."""
    bomb = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
    with Pool(kg, "whosays.serve.web.jobs", Limits(seconds=600), 1) as pool:
        app = application(pool, Access())
        status: list[int] = []

        async def leave() -> Message:
            while not pool.is_busy:
                await asyncio.sleep(0.01)
            return {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            status.append(message.get("status", 0))

        query = urlencode({"query": bomb}).encode()
        asked = {"type": "http", "method": "GET", "path": "/sparql", "query_string": query, "root_path": ""}
        messages = iter([{"type": "http.request", "body": b"", "more_body": False}])

        async def receive() -> Message:
            return next(messages, None) or await leave()

        asyncio.run(app({**asked, "headers": [(b"host", b"localhost")]}, receive, send))
        assert status[0] == 503
        reply = pool.ask("sparql", query="ASK { ?s ?p ?o }", graphs=(None, None), forms=("sparql-json", "turtle"))
        assert json.loads(reply.body)["boolean"]


def test_why_there_is_nothing_can_be_asked(service: Service) -> None:
    """For who asks the API and finds an empty list, and for the page; null where there is something."""
    assert service.ask("/api/versions/why.json").json["why"].startswith("no article is there in two texts")
    assert service.ask("/api/figures/why.json").json == {"why": None}
    assert "without measure=kiled" in service.ask("/api/figures/why.json?measure=kiled").json["why"]
    assert service.ask("/api/figurs/why.json").json["title"] == "no-question"

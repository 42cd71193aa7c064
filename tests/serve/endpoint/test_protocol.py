"""The 34 tests of the W3C for the SPARQL 1.1 Protocol, put again about our own graphs.

https://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/manifest names them.  The service only reads: where the
W3C expects an update to be done, ours says no and nothing is done.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, urlencode

import pytest

from whosays.graph import KnowledgeGraph

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
CHAINS = "https://w3id.org/whosays/id/graph/chains"
DONE, WRONG = "2xx", "4xx"


class _Answer(Protocol):
    status: int
    type: str
    json: object
    body: bytes


class _Service(Protocol):
    def ask(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> _Answer: ...


@dataclass(frozen=True)
class Case:
    """One request and what is expected; ``{one}`` and ``{two}`` are articles, their graphs end in ``#graph``."""

    name: str
    method: str
    fields: tuple[tuple[str, str], ...] = ()
    media_type: str | None = None
    body: str | bytes = ""
    status: str = DONE
    answer: bool | None = None
    kind: str | None = None
    accept: str | None = None


ONE, TWO, THREE = "{one}#graph", "{two}#graph", CHAINS
BOTH = "ASK {{ <{one}> a ?t . <{two}> a ?t }}"
EACH = "ASK {{ GRAPH ?g1 {{ <{one}> a ?t }} GRAPH ?g2 {{ <{two}> a ?t }} }}"
FULL = "ASK {{ ?x <https://w3id.org/whosays/ns#chain> ?c GRAPH ?g1 {{ <{one}> a ?t }} GRAPH ?g2 {{ <{two}> a ?t }} }}"
NOWHERE = "http://example.org/none"
ROWS = "application/sparql-results+json application/sparql-results+xml text/csv text/tab-separated-values"
RDF = "text/turtle application/rdf+xml application/n-triples application/ld+json"
INSERT = "INSERT DATA {{ GRAPH <http://example.org/new> {{ <http://example.org/s> <http://example.org/p> 1 }} }}"
CASES = (
    Case("query_post_form", "POST", (("default-graph-uri", NOWHERE),), FORM, "query=ASK%20%7B%7D", answer=True),
    Case("query_dataset_default_graphs_get", "GET",
         (("query", BOTH), ("default-graph-uri", ONE), ("default-graph-uri", TWO)), answer=True),
    Case("query_dataset_default_graphs_post", "POST",
         (("default-graph-uri", ONE), ("default-graph-uri", TWO)), QUERY, BOTH, answer=True),
    Case("query_dataset_named_graphs_post", "POST",
         (("named-graph-uri", ONE), ("named-graph-uri", TWO)), QUERY, EACH, answer=True),
    Case("query_dataset_named_graphs_get", "GET",
         (("query", EACH), ("named-graph-uri", ONE), ("named-graph-uri", TWO)), answer=True),
    Case("query_dataset_full", "POST",
         (("default-graph-uri", THREE), ("named-graph-uri", ONE), ("named-graph-uri", TWO)), QUERY, FULL, answer=True),
    Case("query_multiple_dataset", "POST", (("named-graph-uri", ONE), ("named-graph-uri", TWO)), QUERY,
         EACH.replace("ASK", f"ASK FROM <{NOWHERE}>"), answer=True),
    Case("query_get", "GET", (("query", "ASK {{}}"),), answer=True),
    Case("query_content_type_select", "GET", (("query", "SELECT (1 AS ?value) {{}}"),), kind=ROWS),
    Case("query_content_type_ask", "GET", (("query", "ASK {{}}"),), kind=ROWS),
    Case("query_content_type_describe", "GET", (("query", "DESCRIBE <{one}>"),), kind=RDF),
    Case("query_content_type_construct", "GET",
         (("query", "CONSTRUCT {{ <s> <p> 1 }} WHERE {{}}".replace("<", "<http://example.org/")),), kind=RDF),
    Case("update_dataset_default_graph", "POST", (("using-graph-uri", ONE),), UPDATE, INSERT, WRONG),
    Case("update_dataset_default_graphs", "POST",
         (("using-graph-uri", ONE), ("using-graph-uri", TWO)), UPDATE, INSERT, WRONG),
    Case("update_dataset_named_graphs", "POST", (("using-named-graph-uri", ONE),), UPDATE, INSERT, WRONG),
    Case("update_dataset_full", "POST",
         (("using-graph-uri", ONE), ("using-named-graph-uri", TWO)), UPDATE, INSERT, WRONG),
    Case("update_post_form", "POST", (), FORM, "update=CLEAR%20ALL", WRONG),
    Case("update_post_direct", "POST", (), UPDATE, "CLEAR ALL", WRONG),
    Case("update_base_uri", "POST", (), UPDATE, INSERT.replace(" 1 ", " <test> "), WRONG),
    Case("query_post_direct", "POST", (), QUERY, "ASK {{}}", answer=True),
    Case("bad_query_method", "PUT", (("query", "ASK {{}}"), ("default-graph-uri", ONE)), FORM, status=WRONG),
    Case("bad_multiple_queries", "GET", (("query", "ASK {{}}"), ("query", "SELECT * {{}}")), status=WRONG),
    Case("bad_query_wrong_media_type", "POST", (), "text/plain", "ASK {{}}", WRONG),
    Case("bad_query_missing_form_type", "POST", (), None, "query=ASK%20%7B%7D", WRONG),
    Case("bad_query_missing_direct_type", "POST", (), None, "ASK {{}}", WRONG),
    Case("bad_query_non_utf8", "POST", (), f"{QUERY}; charset=UTF-16", "ASK {}".encode("utf-16"), WRONG),
    Case("bad_query_syntax", "GET", (("query", "ASK {{"),), status="400"),
    Case("bad_update_get", "GET", (("update", "CLEAR ALL"),), status=WRONG),
    Case("bad_multiple_updates", "POST", (), FORM, "update=CLEAR%20NAMED&update=CLEAR%20DEFAULT", WRONG),
    Case("bad_update_wrong_media_type", "POST", (), "text/plain", "CLEAR NAMED", WRONG),
    Case("bad_update_missing_form_type", "POST", (), None, "update=CLEAR%20NAMED", WRONG),
    Case("bad_update_non_utf8", "POST", (), f"{UPDATE}; charset=UTF-16", "CLEAR NAMED".encode("utf-16"), WRONG),
    Case("bad_update_syntax", "POST", (), FORM, "update=CLEAR%20XYZ", WRONG),
    Case("bad_update_dataset_conflict", "POST", (("using-named-graph-uri", ONE),), FORM,
         "update=" + quote("DELETE {} USING <http://example.org/x> WHERE {}"), WRONG),
)  # fmt: skip


@pytest.fixture(scope="module")
def articles(kg: Path) -> dict[str, str]:
    with KnowledgeGraph.open(kg, read_only=True) as graph:
        one, two = (article.iri for article in graph.articles())
    return {"one": one, "two": two}


def test_there_are_all_34() -> None:
    """No test of the W3C is left out."""
    assert len({case.name for case in CASES}) == len(CASES) == 34


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_protocol_is_kept(service: _Service, articles: dict[str, str], case: Case) -> None:
    """Status, truth and kind of every answer are those of the W3C, but that no update is done."""
    fields = [(name, value.format(**articles)) for name, value in case.fields]
    path = "/sparql/" + (f"?{urlencode(fields)}" if fields else "")
    verbatim = isinstance(case.body, bytes) or case.media_type != QUERY
    body = case.body if isinstance(case.body, bytes) else (case.body if verbatim else case.body.format(**articles))
    data = body.encode() if isinstance(body, str) else body
    headers = {} if case.media_type is None else {"content_type": case.media_type}
    sent = data if case.method in {"POST", "PUT"} else None
    found = service.ask(path, case.method, sent, **headers)
    assert str(found.status) == case.status or f"{found.status // 100}xx" == case.status, found.body
    if case.answer is not None:
        assert isinstance(found.json, dict)
        assert found.json["boolean"] is case.answer
    if case.kind is not None:
        assert found.type in case.kind.split()
    if case.status == WRONG:
        assert found.type == "application/problem+json"
        assert isinstance(found.json, dict)
        assert found.json["status"] == found.status


def test_nothing_was_changed(service: _Service, articles: dict[str, str]) -> None:
    """After every update that was asked for, all is there and nothing is new."""
    test = BOTH.format(**articles).removesuffix("}") + "FILTER NOT EXISTS { <http://example.org/s> ?p ?o } }"
    found = service.ask("/sparql?" + urlencode({"query": test}))
    assert isinstance(found.json, dict)
    assert found.json["boolean"] is True


def test_graphs_that_are_not_named_are_not_seen(service: _Service, articles: dict[str, str]) -> None:
    """The same questions are answered with no where the graphs are others."""
    for fields in (
        {"query": BOTH, "default-graph-uri": ONE},
        {"query": EACH, "named-graph-uri": ONE},
        {"query": EACH, "default-graph-uri": ONE},
        {"query": BOTH.replace("ASK", "ASK FROM <{one}#graph>")},
    ):
        given = {name: value.format(**articles) for name, value in fields.items()}
        found = service.ask("/sparql?" + urlencode(given))
        assert isinstance(found.json, dict)
        assert found.json["boolean"] is False


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("text/html,application/xml;q=0.9,*/*;q=0.8", "application/xml"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv;q=0.5, text/tab-separated-values;q=0.7", "text/tab-separated-values"),
        ("text/*;q=0.2, application/json;q=0.1", "text/csv"),
        ("application/sparql-results+json;q=0, */*;q=0.1", "application/sparql-results+xml"),
    ],
)
def test_rows_come_as_they_are_wanted(service: _Service, accept: str | None, expected: str) -> None:
    """The heaviest wish wins, the most exact one tells the weight."""
    headers = {} if accept is None else {"accept": accept}
    found = service.ask("/sparql?" + urlencode({"query": "SELECT (1 AS ?one) {}"}), "GET", None, **headers)
    assert (found.status, found.type) == (200, expected)


@pytest.mark.parametrize("accept", ["image/png", "text/turtle", "application/sparql-results+json;q=0"])
def test_what_cannot_be_had_is_said(service: _Service, accept: str) -> None:
    """Rows are no picture and no RDF."""
    found = service.ask("/sparql?" + urlencode({"query": "SELECT (1 AS ?one) {}"}), accept=accept)
    assert found.status == 406


@pytest.mark.parametrize(
    "text", ["SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "LOAD <http://x.example/>"]
)
def test_nothing_is_fetched(service: _Service, text: str) -> None:
    """Neither another service nor a file is asked for."""
    found = service.ask("/sparql", "POST", text.encode(), content_type=QUERY)
    assert (found.status, found.type) == (400, "application/problem+json")


def test_a_literal_with_a_percent_sign_is_found_however_it_is_sent(service: _Service) -> None:
    """Percents are decoded once."""
    query = 'ASK { FILTER("100%25" = CONCAT("100%", "25")) }'
    sent = (
        service.ask("/sparql?" + urlencode({"query": query})),
        service.ask("/sparql", "POST", urlencode({"query": query}).encode(), content_type=FORM),
        service.ask("/sparql", "POST", query.encode(), content_type=QUERY),
    )
    assert [found.json for found in sent] == [{"head": {}, "boolean": True}] * 3


def test_too_many_rows_are_refused_not_cut(service: _Service) -> None:
    """An answer is whole or not there."""
    found = service.ask("/sparql?" + urlencode({"query": "SELECT * { ?a ?b ?c . ?d ?e ?f }"}))
    assert found.status == 413
    assert isinstance(found.json, dict)
    assert found.json["title"] == "limit-rows"


ENTITIES = "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x a prov:Entity }"
ABOUT = "SELECT ?x { ?x rdfs:subPropertyOf ws:evidence }"


def counted(service: _Service, query: str, address: str, *, posted: bool) -> list[str]:
    """Return the first cells of an answer in CSV."""
    if posted:
        answer = service.ask(address, "POST", query.encode(), **{"content-type": QUERY, "accept": "text/csv"})
    else:
        answer = service.ask(f"{address}{'&' if '?' in address else '?'}query={quote(query)}", accept="text/csv")
    assert answer.status == 200
    return answer.body.decode().split()[1:]


@pytest.mark.parametrize("posted", [True, False])
def test_what_lies_below_a_class_is_found_where_that_is_asked_for(service: _Service, posted: bool) -> None:
    """Without infer=true a term stands for itself; a property that is spoken of stays what it is."""
    (nothing,) = counted(service, ENTITIES, "/sparql", posted=posted)
    (stated,) = counted(service, ENTITIES, "/sparql?infer=false", posted=posted)
    (inferred,) = counted(service, ENTITIES, "/sparql?infer=true", posted=posted)
    assert (nothing, stated) == ("0", "0")
    assert int(inferred) > 10
    spoken_of = [counted(service, ABOUT, address, posted=posted) for address in ("/sparql", "/sparql?infer=true")]
    assert spoken_of[0] == spoken_of[1] != []


@pytest.mark.parametrize("given", ["infer=yes", "infer=", "infer=true&infer=true"])
def test_another_wish_to_infer_is_refused(service: _Service, given: str) -> None:
    """True or false, once."""
    answer = service.ask(f"/sparql?query=ASK%7B%7D&{given}")
    assert (answer.status, answer.type) == (400, "application/problem+json")


def test_a_widened_query_that_is_wrong_is_refused(service: _Service) -> None:
    """What is no query as it was given is told as it always is."""
    query = quote("SELECT ?x { ?x a prov:Entity")
    assert service.ask(f"/sparql?infer=true&query={query}").status == 400

"""The service as its clients meet it: programs that speak SPARQL, curl, a browser, and pages of strangers."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from starlette.types import Message

from whosays.graph import KnowledgeGraph
from whosays.queries import catalogue, run
from whosays.serve.limits import Limits, Pool
from whosays.serve.web import Access, application

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
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
    ("path", "status", "code"),
    [
        ("/api/figurs.json", 404, "no-question"),
        ("/api/figures.json?colour=red", 400, "query"),
        ("/api/figures.json?outlet=Sarn&outlet=Harbour", 400, "two-values"),
        ("/api/figures.json?outlet=Nobody", 400, "query"),
        ("/api/%2e%2e%2fwhosays.json", 404, "no-address"),
        ("/static/..%2fapp.py", 404, "no-address"),
        ("/article/none", 404, "query"),
        ("/article/%3Cscript%3E", 404, "no-article"),
        ("/explore?colour=red", 400, "no-filter"),
        ("/explore?since=yesterday", 400, "query"),
        ("/nowhere", 404, "no-address"),
    ],
)
def test_what_is_wrong_is_told_in_one_form(service: Service, path: str, status: int, code: str) -> None:
    """Problems are JSON with a status, a word for programs and a sentence."""
    found = service.ask(path)
    assert (found.status, found.type) == (status, "application/problem+json")
    assert (found.json["status"], found.json["title"]) == (status, code)
    assert found.json["detail"]


BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"
MANY = "/sparql?" + urlencode({"query": "SELECT * { ?a ?b ?c . ?d ?e ?f }"})
BOMB = "/sparql?" + urlencode({"query": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"})


@pytest.mark.parametrize(
    ("path", "status", "told", "link"),
    [
        ("/nowhere", 404, "There is no such page", "/"),
        ("/article/none", 404, "There is no such article", "/articles"),
        ("/article/%3Cscript%3E", 404, "There is no such article", "/articles"),
        ("/api/figurs.json", 404, "no question &#39;figurs&#39;", "/api/queries.json"),
        ("/api/figures.json?outlet=Nobody", 400, "no outlet &#39;Nobody&#39;", "/api/queries.json"),
        ("/api/figures.json?outlet=Sarn&outlet=Harbour", 400, "One thing is asked for twice", "/"),
        ("/explore?proposition=xyz", 400, "no proposition &#39;xyz&#39;", "/explore"),
        ("/explore?proposition=", 400, "proposition is empty", "/explore"),
        ("/explore?colour=red", 400, "no filter &#39;colour&#39;", "/explore"),
        ("/articles?since=yesterday", 400, "&#39;yesterday&#39; is not a date", "/articles"),
        ("/sparql?query=SELEC%20%22%3Cb%3E", 400, "no question in it", "/#query=SELEC%20%22%3Cb%3E"),
        (MANY, 413, "too many rows", "/#query="),
        (BOMB, 503, "That takes too long", "/#query="),
        ("/sparql?update=x", 405, "Nothing can be changed here", "/"),
        ("/static/none", 404, "There is no such file", "/"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_a_person_as_a_page(brisk: Service, path: str, status: int, told: str, link: str) -> None:
    """A browser gets what is wrong, what to do and a way on; nothing of the address is markup; programs get JSON."""
    page = brisk.ask(path, accept=BROWSER)
    assert (page.status, page.type) == (status, "text/html")
    html = page.body.decode()
    assert told in html
    assert f'<a href="{link}' in html
    assert "<script" not in html
    assert "<b>" not in html
    assert "--accent" in html
    for accept in ("*/*", "application/json", "application/sparql-results+json,*/*;q=0.9"):
        found = brisk.ask(path, accept=accept)
        assert (found.status, found.type) == (status, "application/problem+json")
        assert found.headers["vary"] == "Accept"


def test_a_stranger_is_shown_the_way(service: Service) -> None:
    """Who comes by a name that is not this machine's gets a page that needs nothing more from here, and its address."""
    page = service.ask("/articles?since=2031", host="evil.example", accept=BROWSER)
    assert (page.status, page.type) == (421, "text/html")
    assert f'<a href="{service.address}/articles?since=2031">' in page.body.decode()
    assert 'rel="stylesheet"' not in page.body.decode()
    assert "default-src" in page.headers["content-security-policy"]
    assert service.ask("/", host="evil.example").type == "application/problem+json"


def test_a_method_that_is_not_answered_names_those_that_are(service: Service) -> None:
    """As HTTP wants it of a 405."""
    found = service.ask("/articles", "DELETE")
    assert (found.status, set(found.headers["allow"].split(", "))) == (405, {"GET", "HEAD"})
    assert "That cannot be done here" in service.ask("/articles", "DELETE", accept=BROWSER).body.decode()


def test_a_defect_is_told_as_everything_else(kg: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody thought of is no bare line either; the server's log gets it all the same."""
    sent: list[Message] = []
    asked = {"type": "http", "method": "GET", "path": "/articles", "query_string": b"", "root_path": ""}

    async def receive() -> Message:
        await asyncio.sleep(60)  # nobody leaves
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    with Pool(kg, "whosays.serve.web.jobs", Limits(), 1) as pool:
        monkeypatch.setattr(pool, "ask", lambda *_, **__: 1 / 0)
        headers = [(b"host", b"localhost"), (b"accept", BROWSER.encode())]
        with pytest.raises(ZeroDivisionError):
            asyncio.run(application(pool, Access())({**asked, "headers": headers}, receive, send))
    page = sent[1]["body"].decode()
    assert sent[0]["status"] == 500
    assert "Something went wrong here" in page
    assert '<a href="/articles">Try again</a>' in page


def test_a_list_without_articles_says_what_was_asked(service: Service) -> None:
    """And leads to all of them."""
    html = service.ask("/articles?since=2090").body.decode()
    assert "since 2090" in html
    assert '<a href="/articles">All articles</a>' in html


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


def test_an_article_is_read_with_its_words_marked(service: Service, articles: list[str]) -> None:
    """The page holds the whole text in order, and every attribution can be linked to."""
    for article in articles:
        page = service.ask(f"/article/{article.rpartition('/')[2]}")
        assert (page.status, page.type) == (200, "text/html")
        html = page.body.decode()
        text = re.search(r'<div class="text">(.*?)</div>', html, re.DOTALL)
        assert text
        ids = re.findall(r'<a id="(attr=[^"]+)"></a>', text[1])
        assert ids
        assert len(ids) == len(set(ids))
        links = re.findall(r'<a href="#(attr=[^"]+)">', html)
        assert set(links) == set(ids)


def _opened(address: str, profile: Path) -> tuple[str, str]:
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000", "--enable-logging=stderr")
    command = [str(CHROMIUM), *flags, f"--user-data-dir={profile}", "--dump-dom", address]
    done = subprocess.run(command, capture_output=True, check=True, timeout=300)  # noqa: S603
    return done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


def test_why_there_is_nothing_can_be_asked(service: Service) -> None:
    """For who asks the API and finds an empty list, and for the page; null where there is something."""
    assert service.ask("/api/versions/why.json").json["why"].startswith("no article is there in two texts")
    assert service.ask("/api/figures/why.json").json == {"why": None}
    assert "without measure=kiled" in service.ask("/api/figures/why.json?measure=kiled").json["why"]
    assert service.ask("/api/figurs/why.json").json["title"] == "no-question"


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the PATH")
def test_all_words_of_the_attribution_in_the_address_are_lit(
    service: Service, articles: list[str], tmp_path: Path
) -> None:
    """Source, cue and content, wherever they stand, and its line in the list; of other attributions none."""
    path = f"/article/{articles[0].rpartition('/')[2]}"
    attribution = re.findall(r'<a href="#(attr=[^"]+)">', service.ask(path).body.decode())[-1]
    dom, log = _opened(f"{service.address}{path}#{attribution}", tmp_path / "profile")
    assert "Uncaught" not in log
    marks = re.findall(r'<mark class="([^"]*)" data-ids="([^"]*)"', dom)
    assert marks
    for kinds, ids in marks:
        assert ("lit" in kinds.split()) is (attribution in ids.split())
    assert len(re.findall(r'<li class="lit">', dom)) == 1


def test_the_list_of_articles_tells_where_each_one_is(service: Service, articles: list[str]) -> None:
    """Two articles of one title, or of unknown outlet, are told apart by their paths."""
    html = service.ask("/articles").body.decode()
    assert html.count('href="/article/') == len(articles)
    for each in service.ask("/api/articles.json").json:
        told = each["article"] if each["title"] is None else f'</a><br><span class="small">{each["article"]}</span>'
        assert told in html


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the PATH")
def test_the_browser_shows_the_explorer(service: Service, tmp_path: Path) -> None:
    """The page of `whosays view` draws at its own address, narrowed by it."""
    dom, log = _opened(f"{service.address}/explore?outlet={quote('Sarn Herald')}", tmp_path / "profile")
    assert re.search(r'<html[^>]* data-ready="true"', dom), log
    assert "CONSOLE" not in log

"""What is wrong with a request: JSON for programs, a page for a person in a browser."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from starlette.types import Message

from whosays.serve.limits import Limits, Pool
from whosays.serve.web import Access, application

Service = Any
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"
MANY = "/sparql?" + urlencode({"query": "SELECT * { ?a ?b ?c . ?d ?e ?f }"})
BOMB = "/sparql?" + urlencode({"query": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"})


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
    assert {b"content-security-policy", b"x-content-type-options"} <= {name for name, _ in sent[0]["headers"]}
    assert "Something went wrong here" in page
    assert '<a href="/articles">Try again</a>' in page

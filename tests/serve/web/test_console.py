"""The page to ask on: a menu of the catalogue, of which each question opens as a tab."""

from __future__ import annotations

import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from whosays.queries import grouped

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
READY = "document.documentElement.dataset.ready = 'true';"
HANDS = """
const told = (name, value) => { document.documentElement.dataset[name] = String(value); };
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const question = (name) => menu.querySelector(`[data-name="${name}"]`);
const tabs = () => [...document.querySelectorAll('[role="tab"] span')].map((tab) => tab.textContent).join(' ');
const press = (key) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
const type = (words) => { find.value = words; find.dispatchEvent(new Event('input')); };
"""
Service = Any


def test_the_catalogue_is_a_menu(service: Service) -> None:
    """Each question stands once, in its group, with the words that it is found by."""
    html = service.ask("/").body.decode()
    assert re.findall(r'data-name="([\w-]+)"', html) == [query.name for those in grouped().values() for query in those]
    assert re.findall(r"<h2>([\w, ]+)</h2>", html) == list(grouped())
    (words,) = re.findall(r'data-name="conflicts" data-words="([^"]*)"', html)
    assert {"conflicts", "denied,", "stance", "asserting"} <= set(words.split())
    assert {each["group"] for each in service.ask("/api/queries.json").json} == set(grouped())


@contextmanager
def _with_hands(service: Service, script: str) -> Iterator[str]:
    """Yield the address of the same service, whose page to ask on has a script more: it sees what the page's sees."""

    class Between(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            size = int(self.headers.get("content-length") or 0)
            headers = {name: self.headers[name] for name in ("accept", "content-type") if name in self.headers}
            found = service.ask(self.path, self.command, self.rfile.read(size) if size else None, **headers)
            body = found.body
            if self.path == "/static/console.js":
                text = body.decode()
                assert READY in text
                body = text.replace(READY, f"{READY}{HANDS}{script}").encode()
            self.send_response(found.status)
            for name in ("content-type", "content-security-policy"):
                self.send_header(name, found.headers.get(name, ""))
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET  # noqa: N815 - as http.server calls it

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Between)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def _opened(address: str, profile: Path) -> tuple[dict[str, str], str]:
    """Open a page; return what was noted on it, and all of it.  Nothing may be refused, missing or thrown."""
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000", "--enable-logging=stderr")
    command = [str(CHROMIUM), *flags, "--window-size=1200,800", f"--user-data-dir={profile}", "--dump-dom", address]
    done = subprocess.run(command, capture_output=True, check=True, timeout=300)  # noqa: S603
    dom, log = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    assert not re.findall(r"Refused to|violates the following|Uncaught", log), log
    head = re.search(r"<html[^>]*>", dom)
    assert head
    noted = {name: unescape(value) for name, value in re.findall(r'data-(\w+)="([^"]*)"', head[0])}
    assert noted["ready"] == "true"
    return noted, dom


browser = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the PATH")]


class TestInABrowser:
    """What a reader's hands do on it."""

    pytestmark = browser

    def test_one_tab_is_open(self, service: Service, tmp_path: Path) -> None:
        """YASGUI starts without anything from elsewhere, with a question that can be asked as it stands."""
        with _with_hands(service, "told('tabs', tabs()); told('asks', yasgui.getTab().yasqe.getValue());") as address:
            noted, _ = _opened(f"{address}/", tmp_path / "profile")
        assert noted["tabs"] == "Query"
        found = service.ask("/sparql", "POST", noted["asks"].encode(), content_type="application/sparql-query")
        assert found.json["results"]["bindings"]

    def test_a_question_opens_as_a_tab(self, service: Service, tmp_path: Path) -> None:
        """It is asked at once and marked in the menu; chosen again its tab is shown, and no second one opens."""
        script = """
        question('figures').click();
        await pause(1500);
        told('rows', document.querySelectorAll('.yasr table tbody tr').length > 0);
        question('sources').click();
        await pause(1500);
        question('figures').click();
        told('tabs', tabs());
        told('marked', [...menu.querySelectorAll('[aria-current]')].map((button) => button.dataset.name).join());
        told('why', why.hidden);
        """
        with _with_hands(service, script) as address:
            noted, _ = _opened(f"{address}/", tmp_path / "profile")
        assert noted == {**noted, "rows": "true", "tabs": "Query figures sources", "marked": "figures", "why": "true"}

    def test_a_question_without_rows_says_why(self, service: Service, tmp_path: Path) -> None:
        """On its own tab and on no other; the address may name the question."""
        script = """
        await pause(1500);
        told('why', why.textContent);
        yasgui.selectTabId(yasgui.addTab(false).getId());
        await pause(300);
        told('elsewhere', why.hidden);
        """
        with _with_hands(service, script) as address:
            noted, _ = _opened(f"{address}/#question=versions", tmp_path / "profile")
        assert noted["why"].startswith("No rows: no article is there in two texts")
        assert noted["elsewhere"] == "true"

    def test_the_menu_is_searched(self, service: Service, tmp_path: Path) -> None:
        """By the beginnings of words of names, questions, groups, parameters and columns; keys walk through it."""
        script = """
        const names = () => shown().map((button) => button.dataset.name).join(' ');
        type('ORIG claim'); told('found', names());
        told('groups', menu.querySelectorAll('section:not([hidden])').length);
        type('qwxyz'); told('none', `${names()}|${menu.querySelector('#none').hidden}`);
        type('figures'); find.focus(); press('ArrowDown'); press('ArrowDown'); press('ArrowUp');
        told('walked', document.activeElement.dataset.name);
        find.focus(); press('Enter'); told('tabs', tabs());
        type(''); told('all', shown().length);
        """
        with _with_hands(service, script) as address:
            noted, _ = _opened(f"{address}/", tmp_path / "profile")
        assert {"origins", "single-origin"} <= set(noted["found"].split())
        assert "units" not in noted["found"].split()
        assert noted["groups"] != "6"
        assert noted["none"] == "|false"
        assert noted["walked"] == noted["tabs"].removeprefix("Query ") != ""
        assert noted["all"] == str(sum(map(len, grouped().values())))

    def test_what_is_wrong_is_a_sentence(self, service: Service, tmp_path: Path) -> None:
        """A query that the engine does not read is told as to a person, from whichever address it came."""
        with _with_hands(service, "await pause(2500);") as address:
            _, dom = _opened(f"{address}/#query=SELECT%20%3Fa%20%7B", tmp_path / "profile")
        told = re.search(r'<p class="detail">([^<]*)</p>', dom)
        assert told
        assert told[1].startswith("the query: line 1")
        assert "&quot;status&quot;" not in dom.partition('id="yasgui"')[2]

    def test_what_an_answer_names_can_be_read_here(self, service: Service, tmp_path: Path) -> None:
        """IRIs of articles, claims and entities lead to pages of the service, all others where they say."""
        script = """
        const places = {};
        for (const iri of ['article/a-b#attr=c', 'article/a-b#claim=1,2', 'proposition/p', 'entity/e', 'story/s'])
          told(iri.split('/')[0] + iri.length, placeOf(`https://w3id.org/whosays/id/${iri}`));
        question('same-claim').click();
        await pause(1500);
        const link = document.querySelector('.yasr table a[href*="/proposition/"]');
        link?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
        told('link', link?.getAttribute('href').split('=')[0]);
        """
        with _with_hands(service, script) as address:
            noted, _ = _opened(f"{address}/", tmp_path / "profile")
        assert noted["article18"] == "/article/a-b#attr=c"
        assert noted["article21"] == "/article/a-b"
        assert noted["proposition13"] == "/explore?proposition=https%3A%2F%2Fw3id.org%2Fwhosays%2Fid%2Fproposition%2Fp"
        assert noted["entity8"].startswith("/explore?entity=")
        assert noted["story7"] == "null"
        assert noted["link"] in {"/explore?proposition", "undefined"}

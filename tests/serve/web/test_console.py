"""The page to ask on: a menu of the catalogue, of which each question opens as a tab."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.serve.hands import CHROMIUM, hands_on, noted_at
from whosays.queries import catalogue, grouped

HANDS = """
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


browser = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the PATH")]


@contextmanager
def _hands_on(service: Service, script: str) -> Iterator[str]:
    with hands_on(service, "console.js", HANDS + script) as address:
        yield address


class TestInABrowser:
    """What a reader's hands do on it."""

    pytestmark = browser

    def test_one_tab_is_open(self, service: Service, tmp_path: Path) -> None:
        """YASGUI starts without anything from elsewhere, with a question that can be asked as it stands."""
        with _hands_on(service, "told('tabs', tabs()); told('asks', yasgui.getTab().yasqe.getValue());") as address:
            noted, _ = noted_at(f"{address}/", tmp_path / "profile")
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
        told('marked', [...menu.querySelectorAll('[aria-current="true"]')].map((button) => button.dataset.name).join());
        told('why', why.hidden);
        """
        with _hands_on(service, script) as address:
            noted, _ = noted_at(f"{address}/", tmp_path / "profile")
        assert noted == {**noted, "rows": "true", "tabs": "Query figures sources", "marked": "figures", "why": "true"}

    def test_a_question_without_rows_says_why(self, service: Service, tmp_path: Path) -> None:
        """On its own tab and on no other; the address may name the question."""
        script = """
        await pause(1500);
        told('why', why.textContent);
        yasgui.selectTabId(yasgui.addTab(false).getId());
        await pause(300);
        told('elsewhere', why.hidden);
        yasgui.selectTabId(named('versions').getId());
        await pause(300);
        told('back', why.hidden);
        const editor = yasgui.getTab().getYasqe();
        const before = editor.getValue();
        editor.setValue(`${before} # another`);
        told('edited', why.hidden);
        editor.setValue(before);
        await yasgui.getTab().query();
        await pause(1000);
        told('again', why.hidden);
        const running = yasgui.getTab().query();
        told('running', why.hidden);
        await running;
        """
        with _hands_on(service, script) as address:
            noted, _ = noted_at(f"{address}/#question=versions", tmp_path / "profile")
        assert noted["why"].startswith("No rows: no article is there in two texts")
        hidden = [noted[when] for when in ("elsewhere", "back", "edited", "again", "running")]
        assert hidden == ["true", "false", "true", "false", "true"]

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
        with _hands_on(service, script) as address:
            noted, _ = noted_at(f"{address}/", tmp_path / "profile")
        assert {"origins", "single-origin"} <= set(noted["found"].split())
        assert "units" not in noted["found"].split()
        assert noted["groups"] != "6"
        assert noted["none"] == "|false"
        assert noted["walked"] == noted["tabs"].removeprefix("Query ") != ""
        assert noted["all"] == str(sum(map(len, grouped().values())))

    def test_a_question_is_shown_as_it_is_asked(self, service: Service, tmp_path: Path) -> None:
        """What it asks and its SPARQL; what stands above that for programs is left out, and the rows are the same."""
        script = """
        question('figures').click();
        await pause(1500);
        told('asks', yasgui.getTab().getYasqe().getValue());
        const cells = () => [...document.querySelectorAll('.yasr table tbody td')].map((cell) => cell.textContent);
        told('cells', JSON.stringify(cells()));
        const value = 'SELECT ("<b>1 & 2</b>" AS ?a) (41+1 AS ?b) ("ja"@de AS ?c) {}';
        yasgui.addTab(true, { name: 'mine', yasqe: { value } });
        await yasgui.getTab().query();
        await pause(500);
        told('own', cells().join('|'));
        """
        with _hands_on(service, script) as address:
            noted, _ = noted_at(f"{address}/", tmp_path / "profile")
        first, second, *_ = noted["asks"].splitlines()
        assert first == f"# {catalogue()['figures'].question}"
        assert second.startswith("PREFIX ")
        assert "40" in json.loads(noted["cells"])
        assert not [cell for cell in json.loads(noted["cells"]) if '"' in cell and "^^" in cell]
        assert noted["own"].endswith("<b>1 & 2</b>|42|ja")

    def test_a_term_that_no_graph_has_is_told(self, service: Service, tmp_path: Path) -> None:
        """Above the empty answer, until the query is another."""
        script = """
        const tab = yasgui.addTab(true, { name: 'mine', yasqe: { value: 'SELECT ?x { ?x ws:cu ?c }' } });
        await tab.query();
        await pause(500);
        told('why', why.textContent);
        tab.getYasqe().setValue('SELECT ?x { ?x ws:cue ?c }');
        told('edited', why.hidden);
        await tab.query();
        await pause(500);
        told('mended', why.hidden);
        """
        with _hands_on(service, script) as address:
            noted, _ = noted_at(f"{address}/", tmp_path / "profile")
        assert (noted["why"], noted["edited"], noted["mended"]) == (
            *("No graph has ws:cu; did you mean ws:cue?", "true", "true"),
        )

    def test_what_is_wrong_is_a_sentence(self, service: Service, tmp_path: Path) -> None:
        """A query that the engine does not read is told as to a person, from whichever address it came."""
        with _hands_on(service, "await pause(2500);") as address:
            _, dom = noted_at(f"{address}/#query=SELECT%20%3Fa%20%7B", tmp_path / "profile")
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
        with _hands_on(service, script) as address:
            noted, _ = noted_at(f"{address}/", tmp_path / "profile")
        assert noted["article18"] == "/article/a-b#attr=c"
        assert noted["article21"] == "/article/a-b"
        assert noted["proposition13"] == "/explore?proposition=https%3A%2F%2Fw3id.org%2Fwhosays%2Fid%2Fproposition%2Fp"
        assert noted["entity8"].startswith("/explore?entity=")
        assert noted["story7"] == "null"
        assert noted["link"] in {"/explore?proposition", "undefined"}

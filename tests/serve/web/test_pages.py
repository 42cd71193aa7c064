"""The pages to be read: the list of articles, each with its words marked, and the explorer."""

from __future__ import annotations

import json
import re
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest

from tests.serve.hands import CHROMIUM, hands_on, noted_at
from whosays.graph import KnowledgeGraph
from whosays.queries import catalogue, whole
from whosays.serve.web.article_list import list_page

Service = Any


@pytest.fixture(scope="module")
def articles(kg: Path) -> list[str]:
    with KnowledgeGraph.open(kg, read_only=True) as graph:
        return sorted(article.iri for article in graph.articles())


def test_an_article_is_read_with_its_words_marked(service: Service, articles: list[str]) -> None:
    """The page holds the whole text in order, and every attribution can be linked to."""
    for article in articles:
        page = service.ask(f"/article/{article.rpartition('/')[2]}")
        assert (page.status, page.type) == (200, "text/html")
        html = page.body.decode()
        text = re.search(r'<div class="text">(.*?)</div>', html, re.DOTALL)
        assert text
        ids = re.findall(r'<a id="(attr=[^"]+)" class="no"', text[1])
        assert ids
        assert len(ids) == len(set(ids))
        links = re.findall(r'<a href="#(attr=[^"]+)">', html)
        assert links == ids
        numbers = re.findall(r'<a id="attr=[^"]+" class="no"[^>]* data-n="(\d+)"', text[1])
        assert numbers == [str(number) for number in range(1, len(ids) + 1)] == re.findall(r'<li value="(\d+)"', html)


def test_the_reader_counts_as_the_list_does(service: Service) -> None:
    """Figures that an outlet gives in its own words are told beside the attributions, not as some."""
    listed = service.ask("/api/articles.json").json
    own = [row["article"] for row in service.ask("/api/unattributed-figures.json").json]
    for article in listed:
        html = service.ask(f"/article/{article['id'].rpartition('/')[2]}").body.decode()
        head = re.search(r"<h2>(\d+) attributions?(?: and (\d+) figures? in the outlet’s own words)?</h2>", html)
        assert head
        assert (int(head[1]), int(head[2] or 0)) == (article["attributions"], own.count(article["article"]))


def test_pages_lead_to_each_other(service: Service, articles: list[str]) -> None:
    """From an article to what the explorer has of it, and from there back to its words and to the other pages."""
    html = service.ask(f"/article/{articles[0].rpartition('/')[2]}").body.decode()
    link = re.search(r'href="(/explore\?article=[^"]+)"', html)
    assert link
    assert unquote(link[1].partition("=")[2]) == articles[0]
    page = service.ask(link[1]).body.decode()
    assert '<a href="/articles">Articles</a>' in page
    block = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert block
    data = json.loads(block[1])
    assert len(data["articles"]) == 1
    assert f"article {articles[0]}" not in page
    assert data["articles"][0]["read"] == f"/article/{articles[0].rpartition('/')[2]}"
    for place in data["places"]:
        assert f'<a id="{place}" class="no"' in html


def test_the_list_of_articles_tells_where_each_one_is(service: Service, articles: list[str]) -> None:
    """Two articles of one title, or of unknown outlet, are told apart by their paths."""
    html = service.ask("/articles").body.decode()
    assert html.count('href="/article/') == len(articles)
    for each in service.ask("/api/articles.json").json:
        told = each["article"] if each["title"] is None else f'</a><br><span class="small">{each["article"]}</span>'
        assert told in html


def test_the_api_is_told_to_people(service: Service) -> None:
    """Each question with its parameters, and an address that answers; where one is needed, the page to ask on."""
    html = service.ask("/api").body.decode()
    assert set(re.findall(r'href="/api/([\w-]+)\.json"', html)) == {*whole(), "queries", "openapi"}
    assert 'href="/#question=evidence"' in html
    for query in catalogue().values():
        assert escape(query.question).replace("&quot;", "&#34;") in html
        assert all(f"{parameter.name} (" in html for parameter in query.parameters)


def test_dark_colours_are_only_where_all_can_be_read(service: Service) -> None:
    """YASGUI has none, so the page to ask on stays light; the others follow the reader's."""
    for path, themed in (("/", False), ("/articles", True), ("/api", True)):
        html = service.ask(path).body.decode()
        assert ('content="light dark"' in html, bool(re.search(r'<body class="[^"]*\bpages\b', html))) == (
            themed,
            themed,
        )


ROW = {"published": None, "outlet": None, "title": None, "attributions": 1}


def test_a_long_list_comes_a_page_at_a_time() -> None:
    """What is asked for goes along from page to page; behind the last one the way leads back."""
    rows = [{**ROW, "id": f"https://w3id.org/whosays/id/article/{n}", "article": f"{n}.txt"} for n in range(450)]
    asked = {"outlet": "A & B", "article": ".txt"}
    pages = [list_page(rows, asked, page).decode() for page in (1, 2, 3, 4)]
    assert [html.count('href="/article/') for html in pages] == [200, 200, 50, 0]
    assert all("<h1>450 articles" in html for html in pages)
    assert re.findall(r'href="([^"]+)" rel="(\w+)"', pages[1]) == [
        ("/articles?outlet=A+%26+B&amp;article=.txt", "prev"),
        ("/articles?outlet=A+%26+B&amp;article=.txt&amp;page=3", "next"),
    ]
    assert "201 to 400" in pages[1]
    assert 'rel="next"' not in pages[2]
    assert re.findall(r'href="([^"]+)" rel="prev"', pages[3]) == [
        "/articles?outlet=A+%26+B&amp;article=.txt&amp;page=3"
    ]
    assert '<input type="hidden" name="outlet" value="A &amp; B">' in pages[0]
    assert 'class="turn"' not in list_page(rows[:200], {}, 1).decode()


def test_the_newest_article_is_listed_first() -> None:
    """One without a day comes last; what is looked for stands in title, outlet, day or path, in any order and case."""
    days = ["2031-05-02", None, "2031-05-09", "2031-05-02"]
    rows = [
        {**ROW, "id": f"https://w3id.org/whosays/id/article/{n}", "article": f"{n}.txt", "published": day}
        for n, day in enumerate(days)
    ]
    assert re.findall(r'href="/article/(\d)"', list_page(rows, {}, 1).decode()) == ["2", "0", "3", "1"]
    rows[1] |= {"title": "Quay reopens", "outlet": "Sarn Post"}
    html = list_page(rows, {"since": "2031"}, 1, "post QUAY").decode()
    assert re.findall(r'href="/article/(\d)"', html) == ["1"]
    assert 'name="words" value="post QUAY"' in html
    assert "narrowed to since 2031, words post QUAY" in html
    assert "None is what the address asks for: words ferry" in list_page(rows, {}, 1, "ferry").decode()


def test_articles_are_found_by_their_titles(service: Service) -> None:
    """The words come with the address."""
    titled = [row for row in service.ask("/api/articles.json").json if row["title"]]
    html = service.ask(f"/articles?words={quote(titled[0]['title'].upper())}").body.decode()
    assert titled[0]["id"].rpartition("/")[2] in html
    assert 'href="/article/' not in service.ask("/articles?words=zzqx").body.decode()


def test_the_headline_stands_once_and_the_checksum_out_of_the_way(service: Service) -> None:
    """As what the text begins with, marked where something is said in it; who wants the checksum unfolds it."""
    for about in service.ask("/api/articles.json").json:
        html = service.ask(f"/article/{about['id'].rpartition('/')[2]}").body.decode()
        body = html.partition("</nav>")[2]
        assert body.count("<h1>") == 1
        assert about["sha256"] not in re.sub(r"<details>.*?</details>", "", html, flags=re.DOTALL)
        assert about["sha256"] in html


def test_a_page_of_the_list_is_a_number(service: Service) -> None:
    """From one on; nothing else is one."""
    assert 'href="/article/' in service.ask("/articles?page=1").body.decode()
    assert "There are not so many" in service.ask("/articles?page=9").body.decode()
    for page in ("0", "-1", "x", "٣", ""):
        found = service.ask(f"/articles?page={quote(page)}")
        assert (found.status, found.json["title"]) == (400, "no-page")


def test_a_list_without_articles_says_what_was_asked(service: Service) -> None:
    """And leads to all of them."""
    html = service.ask("/articles?since=2090").body.decode()
    assert "since 2090" in html
    assert '<a href="/articles">All articles</a>' in html


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the PATH")
def test_all_words_of_the_attribution_in_the_address_are_lit(
    service: Service, articles: list[str], tmp_path: Path
) -> None:
    """Source, cue and content, wherever they stand, and its line in the list; of other attributions none."""
    path = f"/article/{articles[0].rpartition('/')[2]}"
    attribution = re.findall(r'<a href="#(attr=[^"]+)">', service.ask(path).body.decode())[-1]
    _, dom = noted_at(f"{service.address}{path}#{attribution}", tmp_path / "profile")
    marks = re.findall(r'<mark class="([^"]*)" data-ids="([^"]*)"', dom)
    assert marks
    for kinds, ids in marks:
        assert ("lit" in kinds.split()) is (attribution in ids.split())
    assert len(re.findall(r'<li value="\d+" class="[^"]*\blit\b', dom)) == 1


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the PATH")
def test_the_browser_shows_the_explorer(service: Service, tmp_path: Path) -> None:
    """The page of `whosays view` draws at its own address, narrowed by it."""
    _, dom = noted_at(f"{service.address}/explore?outlet={quote('Sarn Herald')}", tmp_path / "profile")
    assert "Only outlet Sarn Herald" in dom


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the PATH")
def test_who_clicks_words_stays_where_they_are(service: Service, articles: list[str], tmp_path: Path) -> None:
    """The attribution is lit and the address names it; the text does not jump under the hand."""
    script = """
    document.querySelector('.text').style.paddingTop = '300px';
    const before = marks[0].getBoundingClientRect().top;
    marks[0].click();
    told('jump', Math.round(marks[0].getBoundingClientRect().top - before));
    told('lit', `${marks[0].className.includes('lit')} ${location.hash.slice(0, 6)}`);
    history.back();
    setTimeout(() => told('back', marks[0].className.includes('lit')), 300);
    """
    with hands_on(service, "reader.js", script) as address:
        noted, _ = noted_at(f"{address}/article/{articles[0].rpartition('/')[2]}", tmp_path / "profile")
    assert (noted["jump"], noted["lit"], noted["back"]) == ("0", "true #attr=", "false")


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the PATH")
def test_marks_and_notes_are_linked_both_ways(service: Service, articles: list[str], tmp_path: Path) -> None:
    """What is pointed at shows what belongs to it, a press on a note lights its words; notes lie on nothing."""
    script = """
    const over = (target, type) => target.dispatchEvent(new PointerEvent(type));
    const shown = (kind) => notes.filter((note) => note.classList.contains(kind)).map(idOf).join();
    over(marks[0], 'pointerenter');
    told('near', shown('near') === marks[0].dataset.ids.split(' ').pop());
    over(marks[0], 'pointerleave');
    told('far', shown('near') === '' && !document.querySelector('.text .near'));
    const last = notes[notes.length - 1];
    over(last, 'pointerenter');
    told('words', [...document.querySelectorAll('.text .near')].every((mark) => mark.dataset.ids.includes(idOf(last))));
    last.querySelector('.words').click();
    told('lit', shown('lit') === idOf(last) && marksOf(idOf(last)).every((mark) => mark.classList.contains('lit')));
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    told('dark', shown('lit') === '' && !document.querySelector('.text .lit'));
    const boxes = notes.map((note) => [parseFloat(note.style.top), note.offsetHeight]);
    told('apart', boxes.every(([top], n) => !n || top >= boxes[n - 1][0] + boxes[n - 1][1]));
    const parts = [...document.querySelectorAll('main, aside, .notes, .text')];
    told('bars', parts.every((one) => getComputedStyle(one).overflowY === 'visible'));
    """
    with hands_on(service, "reader.js", script) as address:
        path = f"{address}/article/{articles[0].rpartition('/')[2]}"
        noted, _ = noted_at(path, tmp_path / "profile")
    assert {noted[name] for name in ("near", "far", "words", "lit", "dark", "apart", "bars")} == {"true"}

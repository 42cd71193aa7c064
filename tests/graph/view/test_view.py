"""The page: what it gathers, how it is laid out, and that no text of an article ever gets out of hand."""

from __future__ import annotations

import dataclasses
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from pyvis.network import Network  # type: ignore[import-untyped]
from rdflib import Dataset

from tests.page_builder import network, page, write_page
from tests.record_builder import article_record, at, built, entity, hop
from whosays.extract.records import ArticleRecord, Attribution, Entity, Figure, Span
from whosays.graph import KnowledgeGraph
from whosays.graph.view import Filters, PageData, draw, gather
from whosays.graph.view.drawing.labels import figure, fitted
from whosays.graph.view.drawing.layout import GAP_BELOW, WIDTHS, height, label, positions, shape_of
from whosays.graph.view.drawing.picture import chosen, composed, edges_of
from whosays.graph.view.model.copies import by_copy, copied
from whosays.graph.view.model.data import Attribution as Hop
from whosays.graph.view.model.data import Chain, Proposition, Reuse
from whosays.graph.view.model.data import Figure as Quantity
from whosays.graph.view.model.passages import passage
from whosays.graph.view.page.payload import as_json, linked
from whosays.graph.wording import worded

FERRY = (
    "🚢 At least 40 people drowned, coast guard commander Ilse Marrow said, citing the harbour registry.\n\n"
    "“We found no sign of an explosion,” Marrow told reporters, “and we looked for hours.” "
    "Brightwater Lines denied that the ferry had been overloaded. Reportedly, the captain left the bridge. "
    "The Harbour Post could not verify the claim."
)
MAYOR = (
    "Mayor Teo Lindqvist said Marrow had told him that the harbour registry counted forty bodies. "
    "A senior official said it may be more."
)
HOSTILE = (
    '</script><script>document.documentElement.dataset.pwned="1"</script>',
    "<img src=x onerror=\"document.documentElement.dataset.pwned='2'\">",
    '"><svg onload="document.documentElement.dataset.pwned=3"> href',
    "javascript:document.documentElement.dataset.pwned=4",
    "' onmouseover='document.documentElement.dataset.pwned=5' {{ 7*7 }} {% raw %} <!-- <b>bold</b> &lt; \u2028",
    "\u202eegassem desrever\u202c zero\u200bwidth \ufeff",
    "Ö" * 10_000,
)


def ferry() -> ArticleRecord:
    """A chain of three voices, a denial, a quotation split by its cue, nobody named, the outlet's own doubt."""
    entities = (
        entity(FERRY, "e1", "Person", "Ilse Marrow", "coast guard commander Ilse Marrow", "Marrow told"[:6]),
        entity(FERRY, "e2", "Organization", "Port Ansel Harbour Registry", "the harbour registry"),
        entity(FERRY, "e3", "Organization", "Brightwater Lines", "Brightwater Lines"),
        entity(FERRY, "e4", "Outlet", "The Harbour Post", "The Harbour Post"),
    )
    told = "At least 40 people drowned"
    attributions = (
        hop(FERRY, 0, "coast guard commander Ilse Marrow", "said", told + ",", entity="e1", stance="reports"),
        hop(FERRY, 1, "the harbour registry", "citing", told, entity="e2", inside=0),
        hop(
            FERRY,
            2,
            "Marrow",
            "told reporters",
            "“We found no sign of an explosion,”",
            "“and we looked for hours.”",
            entity="e1",
        ),
        hop(FERRY, 3, "Brightwater Lines", "denied", "the ferry had been overloaded", entity="e3", stance="denies"),
        hop(FERRY, 4, None, "Reportedly", "the captain left the bridge"),
        hop(FERRY, 5, "The Harbour Post", "could not verify", "the claim", entity="e4", stance="unverified"),
    )
    figures = (Figure(at(FERRY, "At least 40"), 40, None, False, "drowned", "people", 1, at(FERRY, told)),)
    return article_record(
        "post.txt",
        FERRY,
        title="Ferry sinks",
        url="https://post.example/ferry?a=1&b=<2>",
        outlet="The Harbour Post",
        published="2026-03-04",
        wire="Meridian",
        entities=entities,
        attributions=attributions,
        figures=figures,
    )


def mayor(path: str = "unknown.txt", outlet: str | None = None) -> ArticleRecord:
    """Another article that cites the same registry through two voices; nothing tells its outlet."""
    entities = (
        entity(MAYOR, "e1", "Person", "Teo Lindqvist", "Mayor Teo Lindqvist"),
        entity(MAYOR, "e2", "Person", "Ilse Marrow", "Marrow"),
        entity(MAYOR, "e3", "Organization", "Port Ansel Harbour Registry", "the harbour registry"),
        entity(MAYOR, "e4", "Person", "a senior official", "A senior official", named=False),
    )
    attributions = (
        hop(
            MAYOR,
            0,
            "Mayor Teo Lindqvist",
            "said",
            "Marrow had told him that the harbour registry counted forty bodies",
            entity="e1",
            stance="reports",
        ),
        hop(
            MAYOR,
            1,
            "Marrow",
            "had told",
            "the harbour registry counted forty bodies",
            entity="e2",
            inside=0,
            stance="reports",
        ),
        hop(MAYOR, 2, "the harbour registry", "counted", "forty bodies", entity="e3", inside=1),
        hop(MAYOR, 3, "A senior official", "said it"[:4], "it may be more", entity="e4"),
    )
    return article_record(
        path,
        MAYOR,
        outlet=outlet,
        entities=entities,
        attributions=attributions,
    )


def hostile() -> ArticleRecord:
    """Every place that takes a text of the article takes one that wants to be something else."""
    text = "\n".join(f"{words} said {words} is so." for words in HOSTILE)
    entities, attributions, start = [], [], 0
    for number, words in enumerate(HOSTILE):
        source, cue = (start, start + len(words)), (start + len(words) + 1, start + len(words) + 5)
        content = (cue[1] + 1, cue[1] + 1 + len(words))
        entities.append(Entity(f"e{number}", "Person", words, True, (source,), role=words))
        attributions.append(
            Attribution(number, source, f"e{number}", (cue,), (content,), None, "direct", "denies", "certain", 1)
        )
        start = text.find("\n", content[1]) + 1
    return article_record(
        HOSTILE[0],
        text,
        title=HOSTILE[1],
        url=HOSTILE[3],
        outlet=HOSTILE[2],
        author=HOSTILE[0],
        published="2026-03-04",
        wire=HOSTILE[4],
        entities=tuple(entities),
        attributions=tuple(attributions),
    )


def _claim(which: int, line: int) -> str:
    """Words that no other claim has: claims that differ in a number alone are the business of whoever compares them."""
    return " is ".join(
        f"{syllable}{chr(97 + which)}{chr(97 + line % 26)}{chr(97 + line // 26)}o" for syllable in ("ba", "ke")
    )


def many(articles: int, statements: int) -> list[ArticleRecord]:
    """Articles in which a few voices say a lot."""
    records = []
    for which in range(articles):
        lines = [f"Voice {(which + line) % 11} said {_claim(which, line)}." for line in range(statements)]
        text = " ".join(lines)
        names = sorted({line.partition(" said")[0] for line in lines})
        entities = tuple(entity(text, name, "Person", name, f"{name} ") for name in names)
        hops, start = [], 0
        for number, line in enumerate(lines):
            name = line.partition(" said")[0]
            cue = start + len(name) + 1
            source, content = (start, start + len(name)), (cue + 5, start + len(line) - 1)
            hops.append(
                Attribution(
                    number, source, name, ((cue, cue + 4),), (content,), None, "indirect", "asserts", "certain", 1
                )
            )
            start += len(line) + 1
        records.append(
            article_record(
                f"{which:03}.txt",
                text,
                outlet=f"Outlet {which % 4}",
                entities=entities,
                attributions=tuple(hops),
            )
        )
    return records


def dataset_of(*records: ArticleRecord) -> Dataset:
    """A graph of these records, in memory."""
    return built(KnowledgeGraph.in_memory(), records).dataset


def block_of(text: str) -> Any:
    """The data block of a page, as the browser parses it."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert found
    return json.loads(found[1])


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    """Two articles that share two sources."""
    return dataset_of(ferry(), mayor())


@pytest.fixture(scope="module")
def data(dataset: Dataset) -> PageData:
    """What a page gathers of them."""
    return gather(dataset)


def _names(data: PageData, index: int) -> list[str]:
    voices = {voice.key: voice.name for voice in data.voices}
    return [voices[hop.voice] for hop in data.chains[index].hops if hop.voice]


def _chain_to(data: PageData, words: str) -> int:
    claims = {claim.key: claim.text for claim in data.claims}
    return next(n for n, c in enumerate(data.chains) if claims.get(c.last.claim or "") == words)


def test_both_engines_give_the_same_page_data(dataset: Dataset) -> None:
    """rdflib's own engine and Oxigraph answer the page's questions alike."""
    other = Dataset(store="Oxigraph", default_union=True)
    other.addN((s, p, o, other.graph(g)) for s, p, o, g in dataset.quads() if g is not None)
    memory = Dataset(default_union=True)
    memory.addN((s, p, o, memory.graph(g)) for s, p, o, g in dataset.quads() if g is not None)
    assert gather(other) == gather(memory)
    assert gather(memory).attributions


def test_a_chain_runs_from_the_outlet_to_the_innermost_source(data: PageData) -> None:
    """The voices stand in the order in which they report each other."""
    assert _names(data, _chain_to(data, "At least 40 people drowned")) == [
        "Ilse Marrow",
        "Port Ansel Harbour Registry",
    ]
    assert _names(data, _chain_to(data, "forty bodies")) == [
        "Teo Lindqvist",
        "Ilse Marrow",
        "Port Ansel Harbour Registry",
    ]


def test_one_source_of_two_articles_is_one_voice(data: PageData) -> None:
    """That is how one sees that two articles rest on one source."""
    assert [voice.name for voice in data.voices].count("Port Ansel Harbour Registry") == 1
    registry = next(voice for voice in data.voices if voice.name == "Port Ansel Harbour Registry")
    assert len({c.last.article for c in data.chains if c.last.voice == registry.key}) == 2


def test_kinds_tell_the_unnamed_from_nobody(data: PageData) -> None:
    """A described source is not the same as a text that names none."""
    kinds = {voice.name: voice.kind for voice in data.voices}
    assert kinds["a senior official"] == "unnamed"
    assert kinds["no source named"] == "nobody"
    assert kinds["Ilse Marrow"] == "person"
    assert kinds["Brightwater Lines"] == "organization"


def test_an_attribution_that_only_wraps_another_is_no_claim_of_its_own(data: PageData) -> None:
    """'He said she had told him that ...' is a hop of the picture, not a second claim."""
    wrapped = [_names(data, n) for n, chain in enumerate(data.chains) if chain.wrapped]
    assert ["Teo Lindqvist"] in wrapped
    assert ["Teo Lindqvist", "Ilse Marrow"] in wrapped
    assert not data.chains[_chain_to(data, "forty bodies")].wrapped


def test_article_metadata_and_figures_are_gathered(data: PageData) -> None:
    """Title, wire, date and the quantity of a claim reach the page."""
    article = next(article for article in data.articles if article.path == "post.txt")
    assert (article.title, article.wire, article.published) == ("Ferry sinks", "Meridian", "2026-03-04")
    assert [figure(value) for claim in data.claims for value in claim.figures] == ["40 or more · drowned · people"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(outlet="harbour post"), 6),
        (Filters(source="ILSE MARROW"), 5),
        (Filters(source="marrow", outlet="The Harbour Post"), 3),
        (Filters(source="row"), 0),
        (Filters(entity="harbour registry"), 4),
        (Filters(since="2026-03-04", until="2026-03-04"), 6),
        (Filters(since="2026-03-05"), 0),
        (Filters(proposition="none-such"), 0),
        (Filters(article="no-such-path"), 0),
        (Filters(content="no such words"), 0),
        (Filters(), 10),
    ],
)
def test_filters_keep_the_chains_that_pass(dataset: Dataset, filters: Filters, expected: int) -> None:
    """A name is found by whole words in any case; articles without a date pass no date filter."""
    narrowed = gather(dataset, filters)
    assert len(narrowed.chains) == expected
    assert narrowed.total == 10
    assert {chain.last.article for chain in narrowed.chains} <= {a.key for a in narrowed.articles}


def test_an_article_is_asked_for_by_its_iri_or_the_end_of_it(dataset: Dataset) -> None:
    """Not by a part of that; a part of a path may be that of another article, too."""
    iri = next(article.key for article in gather(dataset).articles if article.path == "post.txt")
    for wanted in (iri, iri.rpartition("/")[2]):
        assert [article.key for article in gather(dataset, Filters(article=wanted)).articles] == [iri]
    assert not gather(dataset, Filters(article=iri[:-1])).chains


def test_a_filtered_page_says_what_it_was_narrowed_to(dataset: Dataset) -> None:
    """Nobody mistakes a part for the whole."""
    block = block_of(page(dataset, Filters(outlet="harbour post")))
    assert block["asked"] == "outlet harbour post"
    assert (block["counts"]["chains"], block["counts"]["total"]) == (6, 10)


def test_a_passage_marks_every_span_and_keeps_every_word(data: PageData) -> None:
    """Both parts of a split quotation are marked, offsets count code points, the sentence is whole."""
    chain = data.chains[_chain_to(data, "“We found no sign of an explosion,” … “and we looked for hours.”")]
    pieces = passage(chain, FERRY)
    assert [piece.text for piece in pieces if piece.role == "content"] == [
        "“We found no sign of an explosion,”",
        "“and we looked for hours.”",
    ]
    assert [piece.text for piece in pieces if piece.role == "cue"] == ["told reporters"]
    assert "".join(piece.text for piece in pieces) in FERRY
    first = passage(data.chains[_chain_to(data, "At least 40 people drowned")], FERRY)
    assert [piece.text for piece in first if piece.role == "content"] == ["At least 40 people drowned"]
    assert first[0].text == "🚢 "


def test_a_passage_of_a_very_long_content_is_shortened(data: PageData) -> None:
    """The panel stays readable where a source says ten thousand words."""
    chain = data.chains[_chain_to(data, "At least 40 people drowned")]
    last = dataclasses.replace(chain.last, contents=((0, 50_000),), cues=(), sources=())
    pieces = passage(dataclasses.replace(chain, hops=(last,)), "word " * 20_000)
    assert sum(len(piece.text) for piece in pieces) < 1_500
    assert "gap" in {piece.role for piece in pieces}


def test_a_passage_without_text_is_empty(data: PageData) -> None:
    """A graph without article texts still gives a page."""
    assert passage(data.chains[0], None) == ()


@pytest.mark.parametrize("text", [*HOSTILE, "", "a b", "国" * 300, "word " * 500])
def test_a_label_fits_its_box(text: str) -> None:
    """Whatever the text, the lines are few and short, and steering characters are gone."""
    lines = fitted(text, 10, 2).split("\n")
    assert len(lines) <= 2
    assert all(len(line) <= 34 for line in lines)
    assert not set("\u202e\u202c\u200b\ufeff\u2028") & set("".join(lines))


def test_boxes_never_overlap_and_chains_run_left_to_right() -> None:
    """A picture of hundreds of boxes can be read: nothing lies on anything."""
    drawing = composed(gather(dataset_of(ferry(), mayor(), *many(8, 30))))
    chains = frozenset(chosen(drawing, 200))
    shown = frozenset(node for chain in chains for node in drawing.paths[chain])
    assert len(shown) > 200
    places = positions(drawing, shown, edges_of(drawing, chains))
    boxes = [
        (i, x, y, height(label(drawing.nodes[i])), WIDTHS[shape_of(drawing.nodes[i].kind)])
        for i, (x, y) in places.items()
    ]
    for (_, x1, y1, h1, w1), (_, x2, y2, h2, w2) in combinations(boxes, 2):
        assert abs(x1 - x2) >= (w1 + w2) / 2 or abs(y1 - y2) >= (h1 + h2) / 2 + GAP_BELOW - 1
    for edge in edges_of(drawing, chains):
        assert places[edge.start][0] < places[edge.end][0]


def test_an_edge_has_the_stance_of_the_voice_it_leaves(data: PageData) -> None:
    """The outlet reports, the company denies."""
    drawing = composed(data)
    said = {(drawing.nodes[e.start].name, drawing.nodes[e.end].name): e.stance for e in drawing.edges}
    assert said["The Harbour Post", "Brightwater Lines"] == "reports"
    assert said["Brightwater Lines", "The ferry had been overloaded"] == "denies"
    assert said["Ilse Marrow", "Port Ansel Harbour Registry"] == "reports"
    assert said["Port Ansel Harbour Registry", "At least 40 people drowned"] == "asserts"


def test_an_outlet_that_nothing_tells_is_never_merged() -> None:
    """Two articles of unknown outlet are two unknowns."""
    drawing = composed(gather(dataset_of(mayor("a.txt"), mayor("b.txt"))))
    assert sorted(n.note or "" for n in drawing.nodes if n.name == "Unknown outlet") == ["a.txt", "b.txt"]


def test_the_picture_is_capped_and_gives_every_article_a_turn() -> None:
    """So many boxes in a column, the rest is in the data, and a long article does not crowd out a short one."""
    view = network(dataset_of(*many(5, 60), mayor()))
    assert 24 <= view.num_nodes() <= 36
    block = block_of(view.generate_html())
    assert len(block["chains"]) == 304
    assert (block["first"], block["limit"]) == (12, 200)
    columns = [block["nodes"][node]["column"] for node, _, _ in block["placed"]]
    assert max(columns.count(column) for column in set(columns)) == 12
    assert len(chosen(composed(gather(dataset_of(*many(5, 60), mayor()))), 200)) < 420
    first = {block["chains"][chain]["article"] for chain in block["order"][:6]}
    assert len(first) == 6


def test_what_is_only_spoken_of_comes_after_what_is_said() -> None:
    """A bare number or noun phrase that somebody declined to discuss is no claim that a reader comes for."""
    text = "The mayor denied the suit. The mayor said the dam broke. The clerk put it at 800."
    who = (entity(text, "e1", "Person", "mayor", "The mayor"), entity(text, "e2", "Person", "clerk", "The clerk"))
    hops = (
        hop(text, 0, "The mayor", "denied", "the suit", entity="e1", stance="denies"),
        hop(text, 1, "The mayor", "said", "the dam broke", entity="e1"),
        hop(text, 2, "The clerk", "put", "800", entity="e2"),
    )
    drawing = composed(gather(dataset_of(article_record("a.txt", text, entities=who, attributions=hops))))
    names = [drawing.nodes[drawing.paths[number][-1]].name for number in drawing.order]
    assert names[0] == "The dam broke"
    assert sorted(names[1:]) == ["800", "The suit"]


def test_what_is_disputed_and_widely_carried_is_shown_first() -> None:
    """A claim that one outlet has and another source denies, then what two outlets carry, before what stands once."""
    drawing = composed(gather(dataset_of(*many(3, 20), *sirens())))
    first = [drawing.nodes[drawing.paths[number][-1]].name for number in drawing.order[:5]]
    assert first[:4] == ["At least 44 boats were torn from their moorings in Aldmouth"] * 4
    assert first[4] != first[0]


def test_what_only_wraps_another_one_brings_no_box_of_its_own(data: PageData) -> None:
    """A voice that leads to no claim would hang in the picture without a line that leaves it."""
    drawing = composed(data)
    assert drawing.wrapping
    shown = {node for chain in chosen(drawing, 200) if chain not in drawing.wrapping for node in drawing.paths[chain]}
    assert {node for chain in chosen(drawing, 200) for node in drawing.paths[chain]} == shown


def test_the_network_is_a_pyvis_network_with_positions(dataset: Dataset) -> None:
    """Who knows pyvis finds its nodes and edges; what it writes is the safe page, in a frame in a notebook."""
    view = network(dataset)
    assert isinstance(view, Network)
    assert all("x" in node and "y" in node for node in view.nodes)
    assert {edge["stance"] for edge in view.edges} >= {"reports", "asserts", "denies", "unverified"}
    assert view.generate_html() == page(dataset)
    assert 'sandbox="allow-scripts' in view._repr_html_()
    assert "<script" not in view._repr_html_()


def test_the_page_is_the_same_in_every_process(tmp_path: Path) -> None:
    """Same graph, same bytes, whatever the hash seed."""
    code = (
        "import sys, importlib.util as u; s = u.spec_from_file_location('t', sys.argv[1]); m = u.module_from_spec(s);"
        "s.loader.exec_module(m); from pathlib import Path;"
        "m.write_page(m.dataset_of(m.mayor(), m.ferry(), *m.many(3, 9)), Path(sys.argv[2]))"
    )
    for seed in ("1", "2"):
        command = [sys.executable, "-c", code, __file__, str(tmp_path / seed)]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})  # noqa: S603
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


class _Elements(HTMLParser):
    """The tags of a page with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def _elements(text: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = _Elements()
    parser.feed(text)
    return parser.found


def test_the_page_fetches_nothing(dataset: Dataset) -> None:
    """No element, style or policy of the page lets anything be loaded from anywhere."""
    text = page(dataset)
    for tag, attributes in _elements(text):
        assert not {"src", "srcset", "data", "poster", "background"} & set(attributes), tag
        assert tag not in ("link", "iframe", "object", "embed", "base", "form")
        assert (attributes.get("href") or "#").startswith("#")
    policy = next(a["content"] for t, a in _elements(text) if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy
    style = text[text.index("<style") : text.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style


def test_a_page_of_a_site_leads_to_its_others(data: PageData) -> None:
    """A page by itself has no link but into itself; one that is served leads back, and to the articles."""
    site = {"All <articles>": "/articles?a=1&b", "article": "/article/"}
    text = draw(data, site=site).generate_html()
    assert '<a href="/articles?a=1&amp;b">All &lt;articles&gt;</a>' in text
    block = block_of(text)
    assert all(article["read"].startswith("/article/") for article in block["articles"])
    assert len(block["places"]) == len(block["chains"])
    alone = draw(data).generate_html()
    assert 'class="site"' not in alone
    assert "read" not in block_of(alone)["articles"][0]


def test_every_script_carries_the_nonce_of_the_policy(dataset: Dataset) -> None:
    """The nonce is made of the content: another content, another nonce."""
    text, other = page(dataset), page(dataset, title="another")
    nonces = [a.get("nonce") for t, a in _elements(text) if t in ("script", "style") and "id" not in a]
    assert len(set(nonces)) == 1
    assert f"'nonce-{nonces[0]}'" in text
    assert f"'nonce-{nonces[0]}'" not in other


def test_hostile_text_adds_no_element_and_comes_back_as_it_was() -> None:
    """The page of hostile articles has the elements of any page; the texts are data, word for word."""
    title = HOSTILE[0]
    text = page(dataset_of(hostile()), title=title)
    tame = page(dataset_of(ferry()))
    assert [tag for tag, _ in _elements(text)] == [tag for tag, _ in _elements(tame)]
    assert text.count("</script") == tame.count("</script")
    names = {node["name"] for node in block_of(text)["nodes"]}
    assert HOSTILE[1] in names
    assert all(len(name) <= 1200 for name in names)
    assert all(article["link"] is None for article in block_of(text)["articles"])


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://post.example/a?b=1", True),
        ("http://post.example/", True),
        ("javascript:alert(1)", False),
        ("JAVASCRIPT:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,<script>", False),
        ("https:evil", False),
        ("https://[broken", False),
        ("ht\ttps://post.example/", False),
        ("file:///etc/passwd", False),
        ("//post.example/", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, safe: bool) -> None:
    """Everything that is not plainly http or https stays text."""
    assert linked(url) == (url if safe else None)


def test_json_in_a_page_can_neither_end_nor_open_markup() -> None:
    """Also what HTML and older scripts treat specially, and halves of characters."""
    text = as_json({"a": "</script><!--\u2028&\ud800"})
    assert not set("<>&\u2028\ud800") & set(text)
    assert json.loads(text) == {"a": "</script><!--\u2028&\ufffd"}


def test_a_page_is_written_as_utf8(dataset: Dataset, tmp_path: Path) -> None:
    """Whatever the locale, and the path comes back."""
    path = tmp_path / "page.html"
    assert write_page(dataset, path) == path
    assert path.read_bytes().decode("utf-8") == page(dataset)


def test_an_empty_graph_gives_a_page() -> None:
    """Nothing to show is not an error."""
    assert block_of(page(dataset_of()))["chains"] == []


SIREN = (
    "In Aldmouth, where the Orrel meets the Grand Canal below Mount Fell, rain fell on Tuesday.\n\n"
    "At least 44 boats were torn from their moorings in Aldmouth, lock keeper Hanne Duvall said."
)


def siren(number: int, outlet: str, *, denied: bool = False) -> ArticleRecord:
    """An article of three that carry one claim of one lock keeper, the last with a company's denial."""
    text = (
        f"{SIREN} Locks Ltd denied that at least 44 boats were torn from their moorings in Aldmouth."
        if denied
        else SIREN
    )
    entities = [entity(text, "e1", "Person", "Hanne Duvall", "lock keeper Hanne Duvall")]
    hops = [
        hop(
            text,
            0,
            "lock keeper Hanne Duvall",
            "said",
            "At least 44 boats were torn from their moorings in Aldmouth",
            entity="e1",
        )
    ]
    if denied:
        entities.append(entity(text, "e2", "Organization", "Locks Ltd", "Locks Ltd"))
        told = "at least 44 boats were torn from their moorings in Aldmouth"
        hops.append(hop(text, 1, "Locks Ltd", "denied that", told, entity="e2", stance="denies"))
    return article_record(
        f"siren-{number}.txt",
        text,
        outlet=outlet,
        published=f"2026-03-0{number}",
        entities=tuple(entities),
        attributions=tuple(hops),
    )


def sirens() -> tuple[ArticleRecord, ...]:
    """Three outlets, one lock keeper."""
    return siren(1, "Lock Gazette"), siren(2, "Canal Times"), siren(3, "Towpath News", denied=True)


def test_a_claim_of_several_articles_is_one_node_with_its_origins() -> None:
    """Three outlets, three articles, and all of it from one lock keeper."""
    block = block_of(page(dataset_of(*sirens())))
    (claim,) = [node for node in block["nodes"] if node["kind"] == "claim"]
    told = {
        "outlets": 3,
        "articles": 3,
        "origins": ["Hanne Duvall"],
        "span": [1, 1],
        "because": "told apart: Hanne Duvall",
    }
    assert claim["shared"] == told
    assert len({chain["article"] for chain in block["chains"]}) == 3


def test_what_says_nothing_by_itself_is_shown_with_its_verb() -> None:
    """ "The delay" is what nobody says; two who judge it otherwise leave it as it is."""
    text = "Ilse Marrow condemned the delay. Jo Lund regretted the fog, which Ada Roe welcomed."
    hops = (
        hop(text, 0, "Ilse Marrow", "condemned", "the delay", in_full="condemned the delay"),
        hop(text, 1, "Jo Lund", "regretted", "the fog", in_full="regretted the fog"),
        hop(text, 2, "Ada Roe", "welcomed", "the fog", in_full="welcomed the fog"),
    )
    block = block_of(page(dataset_of(article_record("fog.txt", text, attributions=hops))))
    shown = {" ".join(node["label"].split()) for node in block["nodes"] if node["kind"] == "claim"}
    assert shown == {"Condemned the delay", "The fog"}
    told = {chain["content"] for chain in block["chains"]}
    assert told == {"condemned the delay", "regretted the fog", "welcomed the fog"}


def test_the_counts_of_a_claim_are_the_graphs_own_on_a_narrowed_page() -> None:
    """A page of one outlet still tells that three carry the claim."""
    block = block_of(page(dataset_of(*sirens()), Filters(outlet="Canal Times")))
    assert [node["shared"]["outlets"] for node in block["nodes"] if node["kind"] == "claim"] == [3]
    assert block["counts"]["chains"] == 1


def test_a_copy_is_marked_with_whose_words_it_repeats() -> None:
    """The later article has the earlier one's words; the earlier one has its own."""
    block = block_of(page(dataset_of(*sirens())))
    marks = {block["articles"][c["article"]]["outlet"]: [words for words, _ in c["copied"]] for c in block["chains"]}
    assert marks["Lock Gazette"] == []
    assert marks["Canal Times"] == ["Wholly copied from Lock Gazette: these words too"]


def _quoting(start: int, end: int) -> Chain:
    spans = ((start, end),)
    return Chain((Hop("h", "a", None, None, None, "asserts", "certain", None, None, None, (), (), spans, ()),), False)


@pytest.mark.parametrize(
    ("span", "kind", "basis", "words"),
    [
        ((10, 30), "partly", "date", "Partly copied from The Wire: these words too"),
        ((10, 30), "wholly", "date", "Wholly copied from The Wire: these words too"),
        ((200, 230), "partly", "date", "Partly copied from The Wire, elsewhere in the text"),
        ((200, 230), "wholly", "date", "Wholly copied from The Wire"),
        ((95, 115), "partly", "date", "Partly copied from The Wire, elsewhere in the text"),
        ((10, 30), "partly", "order", "These words stand in The Wire too; who had them first is not told"),
    ],
)
def test_copied_words_are_told_from_a_copied_article(span: Span, kind: str, basis: str, words: str) -> None:
    """Half of what is said must lie in the copied passage; nobody is called first without a reason."""
    reuses = by_copy([Reuse("a", "The Wire", kind, basis, ((0, 100),)), Reuse("b", "Other", kind, basis, ((0, 999),))])
    assert [text for text, _ in copied(_quoting(*span), reuses)] == [words]


def test_a_figure_of_about_so_many_is_said_as_the_article_says_it() -> None:
    """Its bounds are a reader's business as little as a rounding error."""
    assert figure(Quantity("nearly 60", 54, 59, True, "killed", "people")) == "nearly 60 · killed · people"
    assert figure(Quantity("between 40 and 52", 40, 52, False, "killed", None)) == "40 to 52 · killed"
    assert figure(Quantity("a few hundred dollars", 200, 900, True, "USD paid", None)) == "a few hundred dollars · paid"
    assert figure(Quantity("$3 million", 3e6, 3e6, False, "USD", None)) == "3,000,000 US dollars"
    assert figure(Quantity("74%", 74, 74, False, "% paid", "pensions")) == "74 per cent · paid · pensions"


def test_a_shared_claim_is_worded_as_one_of_its_articles_words_it(data: PageData) -> None:
    """A proposition's text has lost its quotation marks, the picture shows them."""
    claim = next(claim for claim in data.claims if "explosion" in claim.text)
    bare = worded(claim.text)
    shared = dataclasses.replace(
        data,
        claims=tuple(dataclasses.replace(c, proposition="p") if c is claim else c for c in data.claims),
        propositions=(Proposition("p", bare, 1, 1, ()),),
    )
    assert f"“{bare}”" in {node.name for node in composed(shared).nodes}
    assert bare not in {node.name for node in composed(shared).nodes}

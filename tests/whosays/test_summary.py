"""What is told at the end of a build: all of a new graph, of an addition what it brought, and nothing read twice."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, Dataset, URIRef

from benchmarks.press import Press
from whosays import BuildReport
from whosays.building import add_all
from whosays.extract import ArticleRecord
from whosays.graph import KnowledgeGraph, News, is_clause
from whosays.graph.view import gather
from whosays.graph.view.drawing.picture import composed
from whosays.graph.view.page.payload import contents
from whosays.ontology import WS
from whosays.queries import run
from whosays.summary import summarise
from whosays.summary.across import carried
from whosays.summary.counts import answers
from whosays.summary.doubts import conflicts, denied, doubted, hedged, speaking, unverified, with_counted
from whosays.summary.ground import Part, Whole
from whosays.summary.samples import Row

RECORDS = Path(__file__).parents[1] / "data" / "front_door.jsonl"
SOMEBODY = ("article", "outlet", "source", "entity", "chain", "content")
TOLD = {
    "articles": ("outlet", "wire", "language"),
    "attributions": ("stance", "quote"),
    "denials": (*SOMEBODY, "stance"),
    "exact-copies": ("article_1", "outlet_1", "article_2", "outlet_2"),
    "figures": ("article", "outlet", "chain", "measure", "of", "text", "low", "high"),
    "hedges": (*SOMEBODY, "hedge"),
    "merges": ("status", "name", "other_name", "entity"),
    "origins": ("text", "outlets", "articles", "origins", "which"),
    "skipped": ("why",),
    "sources": ("entity", "attributions", "articles", "outlets", "outlet_names"),
    "unnamed-sources": SOMEBODY,
    "unverified": (*SOMEBODY, "cue"),
    "what-outlet-says": SOMEBODY,
    "wire-copies": ("copy", "original", "kind", "start", "end", "outlet", "original_outlet"),
}
WIRE = "000003-10.txt"  # of the made-up press: one of five articles with an agency's copy of one story
UNORDERED = frozenset({"articles", "attributions", "skipped"})  # of which only how many there are is told


def records() -> list[ArticleRecord]:
    """Return two articles that have something for most questions, one of them once more, word for word."""
    told = [ArticleRecord.from_json(json.loads(line)) for line in RECORDS.read_text("utf-8").splitlines()]
    return [*told, replace(told[0], path="again.txt", url=None)]


@pytest.fixture(scope="module")
def graph() -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph.in_memory() as graph:
        add_all([*Press().articles(30), *records()], graph)
        graph.relate()
        yield graph


@pytest.mark.parametrize("name", sorted(TOLD))
def test_rows_are_those_of_the_question(name: str, graph: KnowledgeGraph) -> None:
    """Counted in one pass over each property, the summary tells what the catalogue would answer, in its order.

    It tells of two names that were joined, and not of one name in several articles.
    """
    table = run(graph.dataset, name)
    asked = [tuple(dict(zip(table.columns, row, strict=True))[key] for key in TOLD[name]) for row in table.rows]
    found = [tuple(row[key] or None for key in TOLD[name]) for row in answers(Whole(graph.pairs))[name]]
    asked = [tuple(value or None for value in row) for row in asked if name != "merges" or row[0] != "equal"]
    assert asked
    assert sorted(found, key=repr) == sorted(asked, key=repr) if name in UNORDERED else found == asked


def test_both_engines_tell_the_same(graph: KnowledgeGraph, tmp_path: Path) -> None:
    """A graph on disk is summed up in the same words as one in memory, whatever reads it."""
    with KnowledgeGraph.open(tmp_path / "kg", create=True) as stored:
        add_all([*Press().articles(30), *records()], stored)
        stored.relate()
        assert summarise(stored.dataset) == summarise(graph.dataset)


@pytest.mark.parametrize(
    ("told", "row", "line"),
    [
        (
            denied,
            {"entity": "Roe", "cue": "denied", "content": "that it leaked"},
            "Gull: Roe denied that it leaked",
        ),
        (denied, {"entity": "Roe", "cue": "told", "content": "“It did not.”"}, "Gull: Roe: “It did not.”"),
        (denied, {"source": "Roe", "cue": ":", "content": "No leak"}, "Gull: Roe: No leak"),
        (unverified, {"cue": "could not be verified", "content": "The clip"}, "Gull: The clip could not be verified"),
        (
            unverified,
            {"cue": "It is not clear", "content": "when it fell", "cue_start": 0, "start": 20},
            "Gull: It is not clear when it fell",
        ),
        (denied, {"cue": "was denied", "content": "The claim"}, "Gull: The claim was denied"),
        (
            unverified,
            {"entity": "NWP", "cue": "could not be verified", "content": "The clip"},
            "Gull: The clip could not be verified by NWP",
        ),
        (
            unverified,
            {"entity": "Gull", "cue": "was unable to verify", "content": "the clip"},
            "Gull was unable to verify the clip",
        ),
        (
            hedged,
            {"chain": "Gull > Roe", "hedge": "may", "content": "that “it may leak"},
            "Gull > Roe, “may”: It may leak",
        ),
    ],
)
def test_doubts_are_told_in_the_words_of_the_article(told: Callable[[Row], str], row: Row, line: str) -> None:
    """Who says so in which paper, then the words as they stand there; quotation marks are closed or gone."""
    whole = {"outlet": "Gull", "article": "a.txt", "entity": None, "source": None, **row}
    assert told(whole) == line


@pytest.mark.parametrize(
    ("text", "of", "measure", "told"),
    [
        ("at least 40", "barns", "burned", "at least 40 barns burned"),
        ("Dozens", "barns", "burned", "Dozens of barns burned"),
        ("a third", "barns", "%", "a third of barns"),
        ("more than 15 percent", "increase", "%", "more than 15 percent increase"),
        ("$3 million", None, "USD paid", "$3 million paid"),
        ("five inches", None, "inches grown", "five inches grown"),
        ("12 metres", "walls", "m", "12 metres walls"),
        ("40", "dead sailors", "killed", "40 dead sailors"),
        ("40", "dead and missing", "killed or missing", "40 dead and missing"),
        ("40", None, "killed", "40 killed"),
    ],
)
def test_a_figure_with_what_it_counts(text: str, of: str | None, measure: str, told: str) -> None:
    """As one would say it: "dozens of" them, and of the dead not that they were killed."""
    assert with_counted(text, of, measure) == told


def test_who_gives_a_figure() -> None:
    """A voice that is told by whose it is stands behind that one; nobody is nobody."""
    chains = ("Gull > Roe > his own list", "Gull > Roe > Office", "Gull > (source not named)", "Gull")
    assert [speaking(chain) for chain in chains] == [
        "Roe > his own list",
        "Office",
        "no source named",
        "the outlet itself",
    ]


def test_figures_on_two_issues_of_one_name_stay_apart() -> None:
    """Two storms have "people: killed" each; only what those that are told of measure is named."""
    row = {
        "of": "people: killed, missing",
        "measure": "killed",
        "chain": "Gull > Roe",
        "outlet": "Gull",
        "article": "a",
    }
    rows = [{**row, "issue": str(n // 2), "number": n, "text": f"{n} people"} for n in range(4)]
    assert list(conflicts("Contradictions", rows)) == [
        "Contradictions: 2",
        "  people: killed", "    0 people  Roe (Gull)", "    1 people  Roe (Gull)",
        "  people: killed", "    2 people  Roe (Gull)", "    3 people  Roe (Gull)",
    ]  # fmt: skip


def test_figures_of_one_outlet_s_own_voice_are_told_by_their_articles() -> None:
    """Two articles of the Gull contradict each other: both are "the outlet itself (Gull)"; two outlets need no more."""
    row = {"of": "gates: shut", "measure": "shut", "issue": "1", "chain": "Gull", "outlet": "Gull"}
    rows = [{**row, "article": f"in/{name}.txt", "number": n, "text": f"{n} gates"} for n, name in ((3, "a"), (9, "b"))]
    assert list(conflicts("Contradictions", rows))[2:] == [
        "    3 gates  the outlet itself (Gull, a.txt)",
        "    9 gates  the outlet itself (Gull, b.txt)",
    ]
    rows[1] |= {"outlet": "Tern", "chain": "Tern"}
    assert list(conflicts("Contradictions", rows))[2:] == [
        "    3 gates  the outlet itself (Gull)",
        "    9 gates  the outlet itself (Tern)",
    ]


def test_what_is_not_shown_is_counted_and_found_elsewhere() -> None:
    """Of five denials three are shown; of two, both, and no more is to be asked."""
    row = {"source": "Roe", "cue": "denied", "outlet": "Gull", "article": "a.txt", "says": True}
    rows = [{**row, "entity": f"Roe {n}", "content": f"that gate number {n} had leaked"} for n in range(5)]
    assert list(doubted("Denied", rows, denied, "denials"))[-1] == "  … and 2 more (whosays query denials)"
    assert len(list(doubted("Denied", rows, denied, "denials"))) == 5
    assert not any("more" in line for line in doubted("Denied", rows[:2], denied, "denials"))


def test_what_a_content_stands_for(graph: KnowledgeGraph) -> None:
    """ "His account" is told with the one claim that it means."""
    found = answers(Whole(graph.pairs))
    meant = [row for row in (*found["denials"], *found["unverified"]) if row.get("means")]
    assert all(is_clause(row["means"]) and not is_clause(row["content"] or "") for row in meant)


def test_carried_claims_are_asserted_by_somebody() -> None:
    """What outlets carry only as denied is no claim that they carry."""
    row = {
        "outlets": 2,
        "articles": 2,
        "text": "the old tank had leaked",
        "which": "Roe",
        "clause": True,
        "untold": False,
    }
    assert list(carried([{**row, "low": 0, "origins": 0}])) == []
    assert list(carried([{**row, "low": 1, "origins": 1}]))[1] == "  2 outlets, 1 origin  The old tank had leaked (Roe)"


def added(records: list[ArticleRecord], more: list[ArticleRecord]) -> tuple[KnowledgeGraph, BuildReport]:
    """Return a graph of records to which more were added, and the report of that addition."""
    graph = KnowledgeGraph.in_memory()
    add_all(records, graph)
    graph.relate()
    report = add_all(more, graph)
    return graph, replace(report, news=graph.relate())


def test_an_addition_is_told_by_what_it_brought() -> None:
    """Only the new article's attributions, sources, figures and doubts are counted; of what it lacks nothing stands."""
    courier, herald, _ = records()
    graph, report = added([*Press().articles(20), courier], [herald])
    told = summarise(graph.dataset, report)
    alone = answers(Part(graph.dataset, report.news.articles if report.news else ()))
    assert told.startswith("22 articles: 1 new, 0 known already, 0 failed; below, what the new one brings\n  Sarn")
    assert f"\n{len(herald.attributions)} attributions\n" in told
    assert {row["article"] for row in alone["attributions"]} == {herald.path}
    assert "of them in other articles too, those in most articles first\n  Mira Castellan  once: Sarn Herald\n" in told
    assert "1 article repeats another one or an agency" in told
    assert "figures contradict each other" not in told.partition("None found")[0]  # one stands alone among the new
    assert "Word for word" not in told
    assert "Denied or doubted" not in told


@pytest.mark.parametrize(
    ("which", "passage"),
    [
        ("again", "Word for word the same text: 1 pair\n"),
        ("again", "2 sources with a name, 2 of them in other articles too"),
        ("story", "claims that several outlets carry"),
        ("story", "repeats another one or an agency"),
    ],
)
def test_an_addition_tells_what_it_joins_with(which: str, passage: str) -> None:
    """Copies, claims that other outlets carry and names that others know: in articles that were there before."""
    courier, _, again = records()
    press = list(Press().articles(60))
    last = next(record for record in press if record.path == WIRE)
    before, more = ([courier], again) if which == "again" else ([one for one in press if one is not last], last)
    graph, report = added(before, [more])
    assert passage in summarise(graph.dataset, report)


def test_only_what_the_new_articles_touch_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """No property of the whole graph is gone through: subject or object of everything asked for is known."""
    press = list(Press().articles(60))
    graph, report = added(press[:-1], press[-1:])
    asked: list[tuple[Any, Any, Any]] = []
    triples = Dataset.triples

    def heard(self: Dataset, pattern: tuple[Any, Any, Any], *rest: Any) -> Any:
        asked.append(pattern)
        return triples(self, pattern, *rest)

    monkeypatch.setattr(Dataset, "triples", heard)
    summarise(graph.dataset, report)
    assert asked
    assert all(isinstance(subject or value, URIRef) or value is not None for subject, _, value in asked)


def test_where_nothing_is_new_that_is_all_unless_everything_was_asked_for(graph: KnowledgeGraph) -> None:
    """One known article changes nothing and costs nothing; all articles once more tell of the whole graph."""
    size = len(graph.articles())
    one = summarise(graph.dataset, BuildReport(0, 1, (), News()))
    assert one == f"{size} articles: 0 new, 1 known already, 0 failed\n"
    every = summarise(graph.dataset, BuildReport(0, size, (), News()))
    assert every.partition("\n")[2] == summarise(graph.dataset).partition("\n")[2]


def test_relating_tells_what_was_new() -> None:
    """Articles that came and merges that they brought, once; nothing where nothing changed or an article went."""
    courier, herald, _ = records()
    with KnowledgeGraph.in_memory() as graph:
        add_all([courier], graph)
        first = graph.relate()
        add_all([herald], graph)
        second, again = graph.relate(), graph.relate()
        graph.remove(herald.path)
        gone = graph.relate()
        assert [len(news.articles) for news in (first, second, again, gone)] == [1, 1, 0, 0]
        assert again == News()


def test_a_merge_that_an_article_brings_is_told_once() -> None:
    """Names that are joined because of the new article are told of; those that were joined before are not."""
    press = list(Press().articles(80))
    graph, report = added(press[:79], press[79:])
    before = {row["name"] for row in answers(Whole(graph.pairs))["merges"]}
    assert before
    assert report.news is not None
    fresh = answers(Part(graph.dataset, report.news.articles, report.news.merges))["merges"]
    assert len(fresh) == len(report.news.merges) < len(before)


def test_the_page_counts_what_the_summary_counts(graph: KnowledgeGraph) -> None:
    """Articles, outlets, sources, attributions, figures and claims are the same numbers under the same words."""
    found = answers(Whole(graph.pairs))
    data = gather(graph.dataset)
    told = contents(data, composed(data))["counts"]
    assert {name: told[name] for name in ("articles", "outlets", "attributions", "sources", "figures")} == {
        "articles": len(found["articles"]),
        "outlets": len({row["outlet"] for row in found["articles"] if row["outlet"]}),
        "attributions": len(found["attributions"]),
        "sources": len(found["sources"]),
        "figures": len(found["figures"]),
    }
    assert told["nameless"] == len(found["unnamed-sources"]) > 0
    assert told["deep"] == sum(row["chain"].count(" > ") > 1 for row in found["what-outlet-says"]) > 0
    shared = dict(sorted(graph.pairs(WS.expresses), reverse=True))  # of several, the first
    claims = {iri for iri, kind in graph.pairs(RDF.type) if kind == str(WS.Claim)}
    assert told["claims"] == len({shared.get(claim, claim) for claim in claims}) > len(found["origins"])
    several = re.match(r"(\d+) claims? that several outlets carry", next(iter(carried(found["origins"]))))
    assert several
    assert told["shared"] == int(several[1]) > 0

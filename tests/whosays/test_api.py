"""The front door in Python: a graph opened, asked, tabulated and drawn."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import whosays
from benchmarks.rough import as_read
from tests.record_builder import article_record, built
from whosays.building import add_all
from whosays.errors import FrontDoorError, in_one_line, printable
from whosays.extract import Article, ArticleRecord, Failure, Known
from whosays.extract.records import Attribution, Entity, Figure
from whosays.graph import GraphError, KnowledgeGraph
from whosays.lines import in_columns, shortened, wrapped
from whosays.operating import Done, Step
from whosays.queries import QueryError
from whosays.summary import summarise
from whosays.summary.across import carried, contradictory, copied, joined
from whosays.summary.doubts import conflicts
from whosays.summary.ground import Whole

RECORDS = Path(__file__).parents[1] / "data" / "front_door.jsonl"


def records() -> list[ArticleRecord]:
    return [ArticleRecord.from_json(json.loads(line)) for line in RECORDS.read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[whosays.Findings]:
    folder = tmp_path_factory.mktemp("api") / "kg"
    with KnowledgeGraph.open(folder, create=True) as graph:
        add_all(records(), graph)
        graph.relate()
    with whosays.open(folder) as opened:
        yield opened


def test_tables_are_data_frames(findings: whosays.Findings) -> None:
    """Attributions are every hop, claims the innermost one of each, figures what they count."""
    attributions, claims, figures = findings.attributions(), findings.claims(), findings.figures()
    assert len(attributions) == 6
    assert "Harbour Courier > Tomas Ferrel > Mira Castellan" in set(claims["chain"])
    assert "Harbour Courier > Tomas Ferrel" not in set(claims["chain"])
    assert figures[["low", "high"]].astype(object).fillna("open").to_numpy().tolist() == [[40, "open"], ["open", 12]]


def test_parameters_narrow(findings: whosays.Findings) -> None:
    """Keywords are the question's parameters."""
    assert set(findings.attributions(outlet="Sarn Herald")["outlet"]) == {"Sarn Herald"}
    assert findings.query("unverified")["entity"].tolist() == ["Sarn Herald"]
    of_one, of_all = findings.claims(source="Castellan"), findings.claims()
    assert 0 < len(of_one) < len(of_all)
    assert set(of_one["id"]) <= set(of_all["id"])


def test_no_rows_still_have_columns(findings: whosays.Findings) -> None:
    """A question without an answer gives an empty frame with its columns."""
    nothing = findings.figures(since="2050")
    assert nothing.empty
    assert {"measure", "low", "high"} <= set(nothing.columns)


def test_wrong_questions_raise(findings: whosays.Findings) -> None:
    """An unknown question or parameter is an error that says so."""
    with pytest.raises(QueryError, match="atributions"):
        findings.query("atributions")
    with pytest.raises(QueryError, match="colour"):
        findings.figures(colour="red")


@pytest.mark.parametrize(
    ("filters", "why"),
    [
        ({"outlet": "Harbor Couriers"}, "no outlet 'Harbor Couriers'; did you mean 'Harbour Courier'"),
        ({"outlet": "Nobody's Gazette"}, "there are: Harbour Courier, Sarn Herald"),
        ({"source": "Castelan"}, "no source 'Castelan'; did you mean 'Ms Castellan' or 'Mira Castellan'"),
        ({"entity": "Tomás Ferel"}, "no entity 'Tomás Ferel'; did you mean 'Tomas Ferrel'"),
        ({"outlet": ["Harbour Courier", "Sarn Herald"]}, "outlet takes one value, not a list"),
        ({"source": {"Castellan"}}, "source takes one value, not a set"),
        ({"outlet": pd.Series(["Harbour Courier"])}, "outlet takes one value, not a Series"),
        ({"since": "yesterday"}, "yesterday"),
        ({"since": pd.NaT}, "NaT"),
        ({"until": "2031-13"}, "2031-13"),
        ({"outlet": " "}, "outlet is empty"),
        ({"outlett": "Harbour Courier"}, "outlett"),
    ],
)
@pytest.mark.parametrize("way", ["attributions", "network", "view"])
def test_a_filter_that_says_nothing_is_told(
    findings: whosays.Findings, way: str, filters: dict[str, object], why: str
) -> None:
    """A name that nobody has, several values, no day: a line, not an empty answer; everywhere the same."""
    with pytest.raises((QueryError, FrontDoorError), match=re.escape(why)) as caught:
        getattr(findings, way)(**filters)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "day",
    [
        dt.date(2024, 12, 20),
        dt.datetime(2024, 12, 20, 14, 30),
        dt.datetime(2024, 12, 20, 23, 30, tzinfo=dt.UTC),
        pd.Timestamp("2024-12-20"),
        pd.Timestamp("2024-12-20 09:00", tz="Europe/Oslo"),
        pd.Period("2024-12-20", "D"),
        np.datetime64("2024-12-20T10"),
        "2024-12-20",
        "2024-12-20T10:15:00Z",
        "2024-12-20 10:15",
    ],
    ids=repr,
)
def test_days_may_come_from_any_library(findings: whosays.Findings, day: object) -> None:
    """A date, a time stamp, an array's day and a text are the same day."""
    assert set(findings.attributions(since=day)["outlet"]) == {"Sarn Herald"}
    assert set(findings.attributions(until=day)["outlet"]) == {"Sarn Herald", "Harbour Courier"}
    assert outlets(findings.network(since=day)) == {"Sarn Herald"}
    assert outlets(findings.network(until=day)) == {"Sarn Herald", "Harbour Courier"}
    assert "2024-12-20" in findings.view(since=day).generate_html()


@pytest.mark.parametrize(("period", "expected"), [("2024", 2), ("2024-12", 2), (2024, 2), ("2024-11", 0), ("2025", 2)])
def test_a_month_or_year_ends_with_its_last_day(findings: whosays.Findings, period: object, expected: int) -> None:
    """until 2024 means the whole year, for a network as for a question."""
    assert len(outlets(findings.network(until=period))) == expected
    assert findings.attributions(until=period)["outlet"].nunique() == expected


def test_a_name_may_be_its_beginning(findings: whosays.Findings) -> None:
    """Where nobody has the whole name, words of it do, for a network as for a question; a whole name is only that."""
    assert outlets(findings.network(outlet="courier")) == {"Harbour Courier"}
    assert outlets(findings.network(source="Castell")) == {"Harbour Courier", "Sarn Herald"}
    iri = next(node for node, told in findings.network().nodes(data=True) if told["label"] == "Sarn Herald")
    assert outlets(findings.network(outlet=iri)) == {"Sarn Herald"}


def test_a_known_name_may_have_nothing(findings: whosays.Findings) -> None:
    """Somebody of the graph who does not fit the rest gives an empty answer, not an error."""
    assert findings.attributions(outlet="Sarn Herald", source="Tomas Ferrel").empty
    assert not findings.network(outlet="Sarn Herald", source="Tomas Ferrel")
    assert findings.query("outlets-compared", outlet="Sarn Herald", content="no such words").empty


def test_what_others_lack_is_not_everything(findings: whosays.Findings) -> None:
    """The other outlet of a comparison must be one, or all that the first has would be missing in it."""
    with pytest.raises(QueryError, match="no outlet 'Harbur Courier'; did you mean 'Harbour Courier'"):
        findings.query("outlets-compared", outlet="Sarn Herald", other="Harbur Courier")


def test_a_text_of_sparql_is_a_question(findings: whosays.Findings) -> None:
    """query takes SPARQL as it is, with its parameters."""
    text = "PREFIX ws: <https://w3id.org/whosays/ns#>\nSELECT (COUNT(?a) AS ?n) WHERE { ?a a ws:Article }"
    assert findings.query(text)["n"].tolist() == [2]


def outlets(network: nx.MultiDiGraph[str]) -> set[str]:
    return {told["label"] for _, told in network.nodes(data=True) if told["kind"] == "outlet"}


def test_a_graph_that_is_not_there_raises(tmp_path: Path) -> None:
    """Opening never makes a folder."""
    with pytest.raises(GraphError, match="whosays build"):
        whosays.open(tmp_path / "kg")
    assert not (tmp_path / "kg").exists()


def test_the_graph_answers_sparql(findings: whosays.Findings) -> None:
    """graph is an rdflib Dataset over all articles."""
    assert findings.graph.query("ASK { ?a <https://w3id.org/whosays/ns#chain> ?c }").askAnswer is True


def test_the_network_joins_voices_to_claims(findings: whosays.Findings) -> None:
    """network is a networkx graph; a filter leaves the rest out."""
    labels = {told["label"] for _, told in findings.network().nodes(data=True)}
    assert {"Harbour Courier", "Mira Castellan", "Tomas Ferrel"} <= labels
    narrow = {told["label"] for _, told in findings.network(outlet="Sarn Herald").nodes(data=True)}
    assert "Mira Castellan" in narrow
    assert "Tomas Ferrel" not in narrow


def test_view_shows_itself_in_a_notebook(findings: whosays.Findings) -> None:
    """The page comes in a shut frame, so that neither can reach into the other; its text cannot break out."""
    shown = findings.view()._repr_html_()
    assert shown.startswith("<iframe")
    assert "srcdoc=" in shown
    assert "allow-same-origin" not in shown
    assert "<script" not in shown


def test_what_one_article_does_never_stops_the_others() -> None:
    """A failure and a record that contradicts itself are reported; the record after them is added, once."""
    first, second = records()
    broken = ArticleRecord.from_json({**first.to_json(), "path": "broken.txt", "text": "too short"})
    heard: list[Step] = []
    with KnowledgeGraph.in_memory() as graph:
        outcomes = (Failure("missing.txt", "no such file"), broken, second, second, Known("first.txt"))
        report = add_all(outcomes, graph, heard.append)
    assert (report.added, report.known) == (1, 2)
    assert [failed.path for failed in report.failed] == ["missing.txt", "broken.txt"]
    assert report.failed[0].why == "no such file"
    assert "broken.txt" not in report.failed[1].why
    assert [(step.path, step.how) for step in heard if isinstance(step, Done)] == [
        ("missing.txt", "failed"),
        ("broken.txt", "failed"),
        (second.path, "new"),
        (second.path, "known"),
        ("first.txt", "known"),
    ]


def test_an_article_that_is_in_the_graph_is_not_analysed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The text, the file's name and the outlet tell; an edited text is a new article."""
    analysed: list[str] = []

    class Recorder:
        def record(self, article: Article) -> ArticleRecord:
            analysed.append(Path(article.path).name)
            return as_read(ArticleRecord(article.path, article.sha256, article.text, outlet=article.outlet))

    monkeypatch.setattr("whosays.extract.batch._extractor", Recorder)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"The gates of lake {name} failed in the night.\n")
    first = whosays.build(str(tmp_path), str(tmp_path / "kg"))
    (tmp_path / "b.txt").write_text("The gates held, says the mayor of the town below the lake.\n")
    second = whosays.build([tmp_path], tmp_path / "kg")
    assert (first.added, first.known, second.added, second.known) == (2, 0, 1, 1)
    assert analysed == ["a.txt", "b.txt", "b.txt"]


def test_a_graph_that_would_be_empty_is_not_made(tmp_path: Path) -> None:
    """Where no article can be read, no folder appears, and each failure is told."""
    heard: list[str] = []
    report = whosays.build([tmp_path / "missing.txt"], tmp_path / "kg", on_article=heard.append)
    assert [Path(failed.path).name for failed in report.failed] == ["missing.txt"]
    assert heard == [str(tmp_path / "missing.txt")]
    assert not (tmp_path / "kg").exists()


@pytest.mark.parametrize("kg", ["article.txt", "article.txt/kg", "article.txt/deep/kg", "other", f"{'k' * 300}", ""])
def test_a_place_for_no_graph_is_refused_before_anything_is_read(
    tmp_path: Path, kg: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file, a folder in a file, other files, a name that no system has: told at once, and nothing is left."""
    (tmp_path / "article.txt").write_text("The gates failed.\n")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "file").touch()
    monkeypatch.setattr("whosays.extract.batch.read_articles", lambda *_: pytest.fail("something was read"))
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(GraphError) as caught:
        whosays.build(tmp_path, str(tmp_path / kg) if kg else kg)
    assert "\n" not in str(caught.value)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that even root may not write to")
def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    """Whatever the permissions say, it is tried."""
    with pytest.raises(GraphError, match="/proc/kg"):
        whosays.build(tmp_path, "/proc/kg")


def test_the_graph_may_be_in_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """~ is no name of a folder."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    KnowledgeGraph.open("~/kg", create=True).close()
    assert (tmp_path / "kg" / "whosays.json").is_file()


def test_the_summary_tells_what_deserves_a_second_look(findings: whosays.Findings) -> None:
    """Counts, who is heard where, chains with their words, what is unverified, denied, hedged, apart, skipped."""
    told = summarise(findings.graph, whosays.BuildReport(2, 0, ()))
    for passage in (
        "2 articles: 2 new, 0 known already, 0 failed\n  Harbour Courier 1, Sarn Herald 1\n  wire copy: Northline 1\n",
        "6 attributions\n",
        "  Mira Castellan  2 times in 2 articles: Harbour Courier, Sarn Herald\n",
        "1 through two voices\n  Harbour Courier > Tomas Ferrel > Mira Castellan\n    ",
        "1 article repeats another one or an agency (whosays query wire-copies)\n"
        "  Sarn Herald (herald.txt) repeats Northline in nearly all that it quotes or says\n",
        "2 figures\n  flooded 2  At least 40 houses; No more than 12 houses\n",
        "Denied or doubted: 1\n  Harbour Courier: the ministry denied the gates had failed\n",
        "Not verified: 1\n  The figure could not be independently verif",
        "Hedged: 1\n  Sarn Herald > Mira Castellan, “reportedly”: No more than 12 houses were flooded\n",
        "None found: accounts that contradict each other, figures that contradict each other, forecasts\n",
        "1 passage skipped that had a reporting word or a number (whosays query skipped)\n  cue without a source 1\n",
    ):
        assert passage in told
    assert max(map(len, told.splitlines())) <= 100
    assert "Word for word" not in told


def test_the_summary_tells_what_is_seen_across_articles() -> None:
    """Claims of several outlets that say something, fewest origins first; originals that are there first; names."""
    claims = [
        {
            "text": text,
            "outlets": outlets,
            "low": origins,
            "origins": origins,
            "which": which,
            "clause": " " in text and text != "the suit",
            "untold": False,
        }
        for text, outlets, origins, which in (
            ("the pier will be shut", 1, 1, "Ilka Sorn"),
            ("no barn burned", 2, 0, None),
            ("the old mill is sold", 2, 3, "a | b | c"),
            ("all forty barns burned", 2, 1, "Food Office"),
            ("40", 4, 1, "Food Office"),
            ("the suit", 3, 1, "Ilka Sorn"),
        )
    ]
    assert list(carried(claims)) == [
        "2 claims that several outlets carry, 1 from one origin (whosays query origins)",
        "  2 outlets, 1 origin   All forty barns burned (Food Office)",
        "  2 outlets, 3 origins  The old mill is sold (a; b; c)",
    ]
    agency = {"copy": "n/a.txt", "original": "Northline", "kind": "wholly", "start": 0, "end": 900, "outlet": None}
    page = {**agency, "copy": "n/b.txt", "original": "n/a.txt", "kind": "partly", "outlet": "Sarn Herald"}
    passages = [{**agency, "original_start": None}, {**page, "original_start": 4, "original_outlet": "Quay Post"}]
    assert list(copied(passages)) == [
        "2 articles repeat another one or an agency (whosays query wire-copies)",
        "  Sarn Herald (b.txt) repeats Quay Post (a.txt) in part",
        "  a.txt repeats Northline in nearly all that it quotes or says",
    ]
    pair = {"status": "merged", "entity": "Ilka Sorn", "name": "Ilka Sorn", "other_name": "Ylka Sorne"}
    same = {**pair, "other_name": "Ilka Sorn"}  # read as a person here, as a place there
    assert list(joined([pair, same, {**pair, "status": "proposed"}, {**pair, "status": "rejected"}])) == [
        "1 pair of names joined, 1 more proposed (whosays review tells why and takes your decision)",
        "  Ilka Sorn  Ylka Sorne",
    ]
    assert [*carried(claims[:1]), *copied([]), *joined([])] == []


def test_figures_that_contradict_are_told_once_with_their_voices() -> None:
    """Whoever gives a contradicted count is told, the count's other places too; what contradicts nothing is not."""
    with KnowledgeGraph.in_memory() as graph:
        for number, (voice, count) in enumerate((("Ilka Sorn", 40), ("Odo Brand", 90), ("Ilka Sorn", 40))):
            graph.add(flooded(f"{number}.txt", voice, count))
        graph.relate()
        told = list(conflicts("Issues", contradictory(Whole(graph.pairs))))
    assert told == [
        "Issues: 1",
        "  houses: flooded",
        "    40 houses flooded  Ilka Sorn (0.txt, 2.txt)",
        "    90 houses flooded  Odo Brand (1.txt)",
    ]


def flooded(path: str, voice: str, count: int) -> ArticleRecord:
    """Return an article about three places in which a voice tells how many houses were flooded."""
    words = f"{count} houses were flooded"
    text = f"In Upper Marle, Lower Marle and Quayside {words}, {voice} said.\n"
    said, who, cue = (text.index(part) for part in (words, voice, "said"))
    places = [
        Entity(f"e{number}", "Place", name, True, ((text.index(name), text.index(name) + len(name)),))
        for number, name in enumerate(("Upper Marle", "Lower Marle", "Quayside"), 2)
    ]
    source = (who, who + len(voice))
    content = (said, said + len(words))
    hop = Attribution(0, source, "e1", ((cue, cue + 4),), (content,), None, "indirect", "asserts", "certain", 0.9)
    figure = Figure((said, said + 2), count, count, False, "flooded", "houses", 0, (0, len(text) - 1))
    return as_read(
        ArticleRecord(
            path,
            hashlib.sha256(path.encode()).hexdigest(),
            text,
            entities=(Entity("e1", "Person", voice, True, (source,)), *places),
            attributions=(hop,),
            figures=(figure,),
        )
    )


def test_the_summary_of_nothing(tmp_path: Path) -> None:
    """An empty graph is summed up without fuss."""
    with KnowledgeGraph.open(tmp_path / "kg", create=True) as graph:
        graph.relate()
        assert summarise(graph.dataset).startswith("0 articles\n\n0 attributions\n")


def test_lines_of_a_summary_break_and_end_at_words() -> None:
    """Nothing is cut in mid-word without an ellipsis, a count stays with its name, columns hang."""
    assert shortened("the gates had failed, he said", 22) == "the gates had failed…"
    assert shortened("they would face a 23 per cent cut", 22) == "they would face…"
    assert shortened("Gatekeepersassociation", 10) == "Gatekeepe…"
    names = ", ".join(f"Harbour Courier {number}" for number in range(10, 20))
    assert [line.strip().split(", ")[0][-2:].isdigit() for line in wrapped(names)] == [True] * 3
    assert in_columns([("12", "houses " * 20), ("at least 40", "houses")]) == [
        "  12           houses houses houses houses houses houses houses houses houses houses houses houses",
        "               houses houses houses houses houses houses houses houses",
        "  at least 40  houses",
    ]


def test_text_of_articles_cannot_steer_the_terminal() -> None:
    """Control characters, line breaks and direction overrides become spaces."""
    assert printable("a\x1b[31m b\n\u202ec") == "a [31m b c"


def test_an_error_is_told_in_one_line(tmp_path: Path) -> None:
    """Own errors speak for themselves, the system's name the file, defects ask for --debug."""
    with pytest.raises(OSError, match="No such file") as missing:
        (tmp_path / "none").read_bytes()
    assert in_one_line(missing.value) == f"{tmp_path / 'none'}: No such file or directory"
    assert in_one_line(FrontDoorError("a\nb")) == "a b"
    assert "--debug" in in_one_line(KeyError("x"))


@pytest.fixture(scope="module")
def two_stories(tmp_path_factory: pytest.TempPathFactory) -> Iterator[whosays.Findings]:
    """Two articles of one event, and two of another."""
    folder = tmp_path_factory.mktemp("stories") / "kg"
    told = [
        "The night ferry lost forty crates of salt off Brannock pier, harbour master Ilse Roe said.",
        "Forty crates of salt fell off the night ferry at Brannock pier, harbour master Ilse Roe said.",
    ]
    with KnowledgeGraph.open(folder, create=True) as graph:
        others = [
            article_record(f"ferry-{number}.txt", text, outlet=f"Post {number}", published="2031-05-01")
            for number, text in enumerate(told)
        ]
        built(graph, [*records(), *others])
    with whosays.open(folder) as opened:
        yield opened


@pytest.mark.parametrize("end", [None, 16])
def test_the_ontology_is_narrowed_to_an_event(two_stories: whosays.Findings, end: int | None) -> None:
    """By the IRI of a story or the end of it, as tables show it; with what else narrows articles."""
    stories = two_stories.query("stories")
    assert len(stories) == 2
    dam = stories[stories["label"] == "Dam breach"]["story"].item()
    asked = dam[-end:] if end else dam
    ontology = two_stories.ontology(story=asked)
    assert len(ontology.Article.instances()) == 2
    assert [story.iri for story in ontology.Story.instances()] == [dam]
    assert len(two_stories.ontology(story=asked, outlet="Sarn Herald").Article.instances()) == 1
    assert len(two_stories.ontology().Article.instances()) == 4


@pytest.mark.parametrize(
    ("story", "why"),
    [
        ("https://w3id.org/whosays/id/story/aaaaaaaaaaaaaaaa", "no story .*; the question stories lists them"),
        ("the ferry", "parameter story: 'the ferry' is not an IRI"),
    ],
)
def test_an_event_that_there_is_not_is_told(two_stories: whosays.Findings, story: str, why: str) -> None:
    """An ontology without individuals would say nothing."""
    with pytest.raises(QueryError, match=why):
        two_stories.ontology(story=story)

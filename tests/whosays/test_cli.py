"""The command line: what each command prints, where, and with which status it leaves."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pytest
from rdflib import Dataset

from whosays.cli import commands, run
from whosays.commands.commanding import GROUPS
from whosays.extract import Article, ArticleRecord, extract_new
from whosays.graph import KnowledgeGraph

RECORDS = Path(__file__).parents[1] / "data" / "front_door.jsonl"
COMMANDS = {
    *("build", "bundle", "check", "compact", "demo", "doctor", "export", "extract", "mcp", "queries", "query"),
    *("remove", "review", "serve", "view"),
}
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "kg"
    with KnowledgeGraph.open(folder, create=True) as graph:
        for line in RECORDS.read_text("utf-8").splitlines():
            assert graph.add(ArticleRecord.from_json(json.loads(line)))
        graph.relate()
    return folder


@pytest.fixture
def kg(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "kg"))


def test_every_command_explains_itself(whosays: Run) -> None:
    """--help names every command, and each has a first line of help of its own."""
    status, out, _ = whosays("--help")
    assert status == 0
    assert set(commands.commands) == COMMANDS
    for name in COMMANDS:
        assert f"  {name} " in out
        status, page, _ = whosays(name, "--help")
        assert status == 0
        assert commands.commands[name].get_short_help_str(200) in out
        assert f"Usage: whosays {name}" in page


def test_the_bare_command_is_a_way_in(whosays: Run) -> None:
    """Without a command there is the help: first steps, each command in one group, lines that fit."""
    status, out, err = whosays()
    assert (status, err) == (0, "")
    assert out == whosays("--help")[1]
    assert [name for names in GROUPS.values() for name in names] == [
        line.split()[0]
        for line in out.partition("First steps")[2].splitlines()
        if line.split()[:1] and line.split()[0] in COMMANDS
    ]
    assert {name for names in GROUPS.values() for name in names} == COMMANDS
    assert max(map(len, out.splitlines())) <= 80


def test_help_is_quick_because_it_loads_nothing_heavy() -> None:
    """--help loads no library of language, graphs or tables."""
    code = (
        "import sys; from whosays.cli import run; run(['--help']); run(['build', '--help']);"
        "print(sorted(m for m in sys.modules if '.' not in m), file=sys.stderr)"
    )
    heavy = {
        "spacy",
        "numpy",
        "pandas",
        "rdflib",
        "pyoxigraph",
        "owlready2",
        "pyshacl",
        "networkx",
        "trafilatura",
    }
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    loaded = set(done.stderr.strip("[]\n").replace("'", "").split(", "))
    assert "click" in loaded
    assert not loaded & (heavy | {"pyvis", "jinja2", "lxml", "rapidfuzz", "wcwidth"})


def test_the_module_runs_like_the_command() -> None:
    """python -m whosays is whosays."""
    done = subprocess.run([sys.executable, "-m", "whosays", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("whosays, version ")


def test_query_answers_as_json(whosays: Run, kg: Path) -> None:
    """--format json is a list of objects with the fixed columns, and --param narrows it."""
    status, out, err = whosays("query", "attributions", "--kg", kg, "--param", "outlet=Courier", "--format", "json")
    rows = json.loads(out)
    assert (status, err) == (0, "")
    assert [row["chain"] for row in rows] == [
        "Harbour Courier > Tomas Ferrel > Mira Castellan",
        "Harbour Courier > Tomas Ferrel",
        "Harbour Courier > the ministry",
    ]
    assert {"article", "outlet", "wire", "source", "entity", "cue", "content", "start", "end"} <= set(rows[0])
    assert rows[0]["article"] == "clippings/courier.txt"


@pytest.mark.parametrize("form", ["table", "csv", "jsonl", "markdown"])
def test_query_answers_in_every_format(whosays: Run, kg: Path, form: str) -> None:
    """Each format shows both figures."""
    status, out, _ = whosays("query", "figures", "--kg", kg, "--format", form)
    assert status == 0
    assert len(out.splitlines()) >= 2
    assert "40" in out
    assert "12" in out


def test_query_takes_a_file(whosays: Run, kg: Path, tmp_path: Path) -> None:
    """A question of one's own is a .rq file."""
    own = tmp_path / "own.rq"
    own.write_text("SELECT (COUNT(?a) AS ?n) { ?a a <https://w3id.org/whosays/ns#Article> }")
    status, out, _ = whosays("query", own, "--kg", kg, "--format", "jsonl")
    assert (status, json.loads(out)) == (0, {"n": 2})


def test_query_takes_sparql(whosays: Run, kg: Path) -> None:
    """A question may be typed as it is."""
    text = "SELECT (COUNT(?a) AS ?n) { ?a a <https://w3id.org/whosays/ns#Article> }"
    status, out, _ = whosays("query", text, "--kg", kg, "--format", "jsonl")
    assert (status, json.loads(out)) == (0, {"n": 2})


WRONG = {
    "no such command": (("biuld",), "build"),
    "no graph named": (("query", "attributions"), "--kg"),
    "no graph there": (("query", "attributions", "--kg", "{tmp}/nowhere"), "whosays build"),
    "a file for a graph": (("query", "attributions", "--kg", "{tmp}/file"), "is a file"),
    "no such question": (("query", "atributions", "--kg", "{kg}"), "attributions"),
    "no such parameter": (("query", "figures", "--kg", "{kg}", "--param", "colour=red"), "colour"),
    "a misspelt parameter": (("query", "figures", "--kg", "{kg}", "--param", "mesure=killed"), "mean measure?"),
    "a misspelt value": (("query", "figures", "--kg", "{kg}", "--param", "stance=deny"), "mean denies?"),
    "no day": (("view", "--kg", "{kg}", "--out", "{tmp}/p.html", "--since", "yesterday"), "YYYY-MM-DD"),
    "no outlet of that name": (
        ("query", "figures", "--kg", "{kg}", "--param", "outlet=Sarn Heralt"),
        "no outlet 'Sarn Heralt'; did you mean 'Sarn Herald'?",
    ),
    "no page of that name": (
        ("view", "--kg", "{kg}", "--out", "{tmp}/p.html", "--source", "Mira Castelan"),
        "did you mean 'Mira Castellan'?",
    ),
    "two values": (
        ("query", "figures", "--kg", "{kg}", "--param", "outlet=Courier", "--param", "outlet=Herald"),
        "takes one value",
    ),
    "an update as a text": (("query", "DELETE WHERE {{ ?s ?p ?o }}", "--kg", "{kg}"), "DELETE would change"),
    "half a query": (("query", "SELECT ?a WHERE", "--kg", "{kg}"), "your question"),
    "a question in words": (("query", "who says what", "--kg", "{kg}"), "did you mean who-says-what?"),
    "a graph in a file": (("build", "{tmp}/update.rq", "--kg", "{tmp}/file/kg"), "is inside a file"),
    "no folder for a graph": (("build", "{tmp}", "--kg", ""), "an empty path"),
    "no articles named": (("build", "", "--kg", "{kg}"), "an empty path"),
    "no such web page": (("remove", "https://none.example/a", "--kg", "{kg}"), "no article https://none.example/a;"),
    "one of two articles": (("remove", "clippings/courier.txt", "x.txt", "--kg", "{kg}"), "no article x.txt"),
    "a merge's unknown status": (("review", "--kg", "{kg}", "--status", "joined"), "held apart"),
    "half a parameter": (("query", "figures", "--kg", "{kg}", "--param", "outlet"), "KEY=VALUE"),
    "no such file": (("query", "{tmp}/none.rq", "--kg", "{kg}"), "none.rq"),
    "an update": (("query", "{tmp}/update.rq", "--kg", "{kg}"), "DELETE"),
    "no such format": (("export", "--kg", "{kg}", "--format", "docx"), "docx"),
    "no such article": (("remove", "clippings/none.txt", "--kg", "{kg}"), "clippings/none.txt"),
    "a folder for a page": (("view", "--kg", "{kg}", "--out", "{tmp}"), "directory"),
    "a page into nowhere": (("view", "--kg", "{kg}", "--out", "{tmp}/none/p.html"), "none/p.html"),
    "a binary export to the terminal": (("export", "--kg", "{kg}", "--format", "parquet"), "--out"),
    "a server's graph to serve": (("serve", "--store", "http://h.example/sparql"), "the server itself answers SPARQL"),
    "a server's graph for a model": (("mcp", "--store", "http://h.example/sparql"), "build the same articles into"),
    "a server's graph to decide on": (("review", "--store", "http://h.example/sparql"), "(--kg DIR), not --store"),
    "a server's graph for a bundle": (
        ("bundle", "urn:claim", "--store", "http://h.example/sparql", "--out", "{tmp}/bundle"),
        "`whosays query origins` takes --store",
    ),
    "a demo over other files": (("demo", "--out", "{tmp}"), "other files"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_usage_is_one_line_that_helps(whosays: Run, kg: Path, tmp_path: Path, name: str) -> None:
    """What is wrong, where, what to do: one line on standard error, status 2, nothing on standard output."""
    (tmp_path / "file").write_text("no graph")
    (tmp_path / "update.rq").write_text("DELETE WHERE { ?s ?p ?o }")
    arguments, hint = WRONG[name]
    status, out, err = whosays(*(text.format(kg=kg, tmp=tmp_path) for text in arguments))
    assert (status, out) == (2, "")
    assert err.startswith("whosays: ")
    assert err.count("\n") == 1
    assert hint in err


def test_debug_shows_where_it_arose(kg: Path) -> None:
    """With --debug, anywhere on the line, the error itself comes out."""
    with pytest.raises(ValueError, match="atributions"):
        run(["query", "atributions", "--kg", str(kg), "--debug"])


def test_a_graph_that_another_build_holds_is_named(whosays: Run, kg: Path) -> None:
    """Two writers at once: the second is told so."""
    with KnowledgeGraph.open(kg):
        status, _, err = whosays("remove", "clippings/courier.txt", "--kg", kg)
    assert status == 2
    assert str(kg) in err


def test_queries_lists_question_and_parameters(whosays: Run) -> None:
    """The catalogue says what each question is and what narrows it."""
    status, out, _ = whosays("queries")
    assert status == 0
    assert "attributions\n    Who says what" in out
    assert "--param stance=reports|asserts|confirms" in out


def test_view_writes_the_page(whosays: Run, kg: Path, tmp_path: Path) -> None:
    """The page is written where it was asked for, its path printed, and filters narrow it."""
    status, out, _ = whosays("view", "--kg", kg, "--out", tmp_path / "all.html")
    assert (status, out) == (0, f"{tmp_path / 'all.html'}\n")
    whosays("view", "--kg", kg, "--out", tmp_path / "one.html", "--outlet", "Sarn Herald")
    everything, one = ((tmp_path / name).read_text("utf-8") for name in ("all.html", "one.html"))
    assert "Tomas Ferrel" in everything
    assert "Tomas Ferrel" not in one
    assert "<script>alert" not in everything


def test_view_and_query_take_the_same_filters(whosays: Run, kg: Path, tmp_path: Path) -> None:
    """An option and --param of the same name say the same, to both."""
    asked = (("--outlet", "Courier", "--content", "gates"), ("--param", "outlet=Courier", "--param", "content=gates"))
    for command in (("query", "what-outlet-says", "--format", "json"), ("view", "--out", tmp_path / "page.html")):
        one, other = (whosays(*command, "--kg", kg, *filters) for filters in asked)
        assert one == other
        assert one[0] == 0
    article = whosays("query", "attributions", "--kg", kg, "--format", "json", "--article", "herald")
    assert {row["outlet"] for row in json.loads(article[1])} == {"Sarn Herald"}
    whosays("view", "--kg", kg, "--out", tmp_path / "one.html", "--article", "herald")
    assert "Tomas Ferrel" not in (tmp_path / "one.html").read_text("utf-8")


def test_no_rows_come_with_the_reason(whosays: Run, kg: Path) -> None:
    """What leaves nothing is named, with what is near it; the answer itself stays as it is."""
    status, out, err = whosays("query", "figures", "--kg", kg, "--format", "json", "--param", "measure=kiled")
    assert (status, json.loads(out)) == (0, [])
    assert err.startswith("whosays: no rows; without measure=kiled there are 2")
    _, _, err = whosays("query", "figures", "--kg", kg, "--format", "json", "--since", "2050", "--outlet", "Courier")
    assert "without since=2050 there are 1 (from 20" in err
    assert whosays("query", "figures", "--kg", kg, "--since", "2050", "--quiet")[2] == ""
    status, out, err = whosays("query", "versions", "--kg", kg)
    assert (status, out) == (0, "(0 rows)\n")
    assert err.startswith("whosays: no rows; no article is there in two texts")
    assert len(err.splitlines()) == 1
    assert whosays("query", "SELECT ?a { ?a <https://example.org/none> ?b }", "--kg", kg)[2] == ""


def test_a_page_without_anything_says_so(whosays: Run, kg: Path, tmp_path: Path) -> None:
    """Filters that nothing passes are named on standard error; the page is written all the same."""
    status, out, err = whosays("view", "--kg", kg, "--out", tmp_path / "none.html", "--since", "2050-01-01")
    assert (status, out) == (0, f"{tmp_path / 'none.html'}\n")
    assert err == "whosays: nothing in the graph fits since 2050-01-01; the page is empty\n"


def test_a_reader_who_has_seen_enough_is_left_in_peace(kg: Path) -> None:
    """Where standard output is closed early, as by head, nothing is said."""
    command = [sys.executable, "-m", "whosays", "export", "--kg", str(kg)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.parametrize("form", ["nquads", "trig", "jsonld", "graphml", "gexf", "csv"])
def test_export_to_the_terminal_is_the_file(whosays: Run, kg: Path, tmp_path: Path, form: str) -> None:
    """Each format gives the same bytes on standard output and in a file, every time."""
    _, shown, err = whosays("export", "--kg", kg, "--format", form)
    status, _, _ = whosays("export", "--kg", kg, "--format", form, "--out", tmp_path / "file")
    assert (status, err) == (0, "")
    assert (tmp_path / "file").read_bytes().decode("utf-8") == shown
    assert "Castellan" in shown


def test_exported_quads_are_the_graph(whosays: Run, kg: Path) -> None:
    """The N-Quads hold every quad, so that they can stand for the graph."""
    _, out, _ = whosays("export", "--kg", kg)
    copy = Dataset()
    copy.parse(data=out, format="nquads")
    with KnowledgeGraph.open(kg, read_only=True) as graph:
        assert len(out.splitlines()) == len(copy) == len(set(graph.dataset.quads()))


def test_exported_table_is_any_question(whosays: Run, kg: Path) -> None:
    """csv holds the answer to the question named by --table."""
    _, out, _ = whosays("export", "--kg", kg, "--format", "csv", "--table", "figures")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [(row["text"], row["low"], row["high"]) for row in rows] == [
        ("At least 40", "40", ""),
        ("No more than 12", "", "12"),
    ]


def test_parquet_says_what_it_needs(whosays: Run, kg: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pyarrow the message names it and how to get it."""
    monkeypatch.setattr("whosays.exporting.find_spec", lambda _: None)
    status, _, err = whosays("export", "--kg", kg, "--format", "parquet", "--out", tmp_path / "a.parquet")
    assert (status, err.count("\n")) == (2, 1)
    assert "pip install pyarrow" in err


def test_remove_takes_out_what_one_article_supported(whosays: Run, kg: Path) -> None:
    """After a removal by path its attributions are gone, the other article's stay, and chains are rebuilt."""
    status, out, _ = whosays("remove", "clippings/courier.txt", "--kg", kg)
    assert (status, out) == (0, "removed 1 article\n")
    _, left, _ = whosays("query", "attributions", "--kg", kg, "--format", "json")
    assert {row["outlet"] for row in json.loads(left)} == {"Sarn Herald"}
    _, quads, _ = whosays("export", "--kg", kg)
    told = [line for line in quads.splitlines() if not line.endswith("/graph/vocabulary> .")]  # it has an example
    assert "Ferrel" not in "".join(told)


def test_a_removal_that_was_stopped_half_way_is_brought_to_its_end(whosays: Run, kg: Path, tmp_path: Path) -> None:
    """The article is gone already; asked for again, what looks across articles follows; once more is refused."""
    other = Path(shutil.copytree(kg, tmp_path / "other"))
    assert whosays("remove", "clippings/courier.txt", "--kg", other)[0] == 0
    with KnowledgeGraph.open(kg) as graph:
        graph.remove("clippings/courier.txt")
    assert whosays("remove", "clippings/nobody.txt", "--kg", kg)[0] == 2
    assert whosays("remove", "./clippings/courier.txt", "--kg", kg)[:2] == (0, "removed 1 article\n")
    assert whosays("remove", "clippings/courier.txt", "--kg", kg)[0] == 2
    one, two = (whosays("export", "--kg", folder, "--format", "nquads")[1] for folder in (kg, other))
    assert one == two


def test_the_path_of_a_file_removes_all_that_it_held(whosays: Run, tmp_path: Path) -> None:
    """Records of one file have its path before their own mark."""
    folder = tmp_path / "kg"
    with KnowledgeGraph.open(folder, create=True) as graph:
        for path in ("a.jsonl#1", "a.jsonl#2", "b.jsonl#1"):
            graph.add(ArticleRecord(path, "0" * 64, f"The mill of {path} burned, he said.", language="en"))
        graph.relate()
    assert whosays("remove", "./a.jsonl", "--kg", folder)[1] == "removed 2 articles\n"
    assert whosays("remove", "b.jsonl#1", "--kg", folder)[1] == "removed 1 article\n"


def test_remove_takes_several(whosays: Run, kg: Path) -> None:
    """All that are named go at once."""
    asked = ("remove", "clippings/courier.txt", "https://courier.example/dam", "./clippings/herald.txt", "--kg", kg)
    assert whosays(*asked)[:2] == (0, "removed 2 articles\n")


def test_the_graph_gives_up_articles_named_in_any_way(kg: Path) -> None:
    """In Python too: a path, a URL, or several of them."""
    with KnowledgeGraph.open(kg) as graph:
        assert graph.remove(Path("clippings/courier.txt")) == 1
        assert graph.remove(iter(["https://courier.example/dam", "clippings/herald.txt"])) == 1


def test_a_web_address_is_named_as_given(whosays: Run, tmp_path: Path) -> None:
    """build and extract read files; an address keeps its slashes in what they say."""
    for command in (
        ("build", "https://press.example/a", "--kg", tmp_path / "kg"),
        ("extract", "https://press.example/a"),
    ):
        status, out, err = whosays(*command)
        assert (status, out) == (1, "")
        assert err.startswith("whosays: https://press.example/a: a web address")


def test_remove_by_url(whosays: Run, kg: Path) -> None:
    """An article goes by its URL too."""
    assert whosays("remove", "https://courier.example/dam", "--kg", kg)[:2] == (0, "removed 1 article\n")


def test_check_of_a_sound_graph(whosays: Run, kg: Path) -> None:
    """A graph that was built conforms, and what was checked is said."""
    status, out, _ = whosays("check", "--kg", kg)
    assert status == 0
    assert "2 articles checked, 0 findings" in out
    assert "HermiT" in out


def test_check_finds_what_is_broken(whosays: Run, kg: Path) -> None:
    """A triple that does not belong is named, and the status is 1."""
    broken = "INSERT DATA { GRAPH <urn:g> { <urn:x> a <https://w3id.org/whosays/ns#Quantity> } }"
    with KnowledgeGraph.open(kg) as graph:
        graph.dataset.update(broken)
    with KnowledgeGraph.open(kg, read_only=True) as graph:
        first = graph.articles()[0]
    no_date = f"INSERT DATA {{ GRAPH <{first.iri}#graph> {{ <{first.iri}> <https://schema.org/sha256> 'x' }} }}"
    with KnowledgeGraph.open(kg) as graph:
        graph.dataset.update(no_date)
    status, out, _ = whosays("check", "--kg", kg)
    assert status == 1
    assert "urn:x" in out
    assert f"whosays build {first.path} --kg {kg}" in out
    assert "move the graph away" in out
    status, out, _ = whosays("check", "--kg", kg, "--json")
    told = json.loads(out)
    assert (status, told["ok"], told["articles"]) == (1, False, 2)
    assert {"focus", "path", "message", "do"} == set(told["findings"][0])


def test_paths_that_cannot_be_read_are_named(whosays: Run, tmp_path: Path) -> None:
    """Missing, empty and binary files each get a line with the reason; status 1, and no empty graph is made."""
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    inputs = [tmp_path / name for name in ("missing.txt", "empty.txt", "binary.txt")]
    status, out, err = whosays("build", *inputs, "--kg", tmp_path / "kg")
    assert status == 1
    assert [path.name in line for path, line in zip(inputs, sorted_by(inputs, err), strict=True)] == [True] * 3
    assert out == ""
    assert err.endswith("whosays: no article could be read, so nothing was built\n")
    assert not (tmp_path / "kg").exists()
    assert whosays("extract", *inputs)[:2] == (1, "")


def test_a_defect_in_relating_is_told_and_hides_in_no_rebuilding(
    whosays: Run, kg: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What goes wrong while the shared graphs follow the articles is one line, with --debug the error itself."""
    monkeypatch.setattr("whosays.graph.incremental.claims.copies.Copies.change", Mock(side_effect=KeyError("who")))
    with KnowledgeGraph.open(kg, read_only=True) as graph:
        one, other, *_ = (stored.path for stored in graph.articles())
    status, _, err = whosays("remove", one, "--kg", kg)
    assert (status, len(err.splitlines())) == (2, 1)
    assert "unexpected KeyError" in err
    with pytest.raises(KeyError, match="who"):
        run(["remove", other, "--kg", str(kg), "--debug"])


def test_a_defect_costs_one_article(whosays: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article that cannot be analysed gets one line, with --debug the place; the others are built; status 1."""

    class Fragile:
        def record(self, article: Article) -> ArticleRecord:
            if "b.txt" in article.path:
                raise LookupError("no head\nfor token 7")
            return ArticleRecord(article.path, article.sha256, article.text)

    monkeypatch.setattr("whosays.extract.batch._extractor", Fragile)
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(f"The gates of lake {name} failed in the night.\n")
    status, out, err = whosays("build", tmp_path, "--kg", tmp_path / "kg")
    assert status == 1
    assert err == f"whosays: {tmp_path / 'b.txt'}: could not be analysed: LookupError: no head for token 7\n"
    assert "2 new" in out
    status, out, err = whosays("extract", tmp_path, "--debug")
    assert (status, len(out.splitlines())) == (1, 2)
    assert "Traceback" in err
    assert "in record" in err


def sorted_by(paths: list[Path], lines: str) -> list[str]:
    """Return the one line about each path, in the order of the paths."""
    return [next(line for line in lines.splitlines() if f"{path}: " in line) for path in paths]


@pytest.mark.model
def test_demo_end_to_end(whosays: Run, tmp_path: Path) -> None:
    """The demo builds a graph of the sample, tells its findings, writes the page; again changes nothing."""
    folder = tmp_path / "whosays-demo"
    status, out, err = whosays("demo", "--out", folder)
    assert (status, err) == (0, "")
    assert "0 known already, 0 failed" in out
    assert (folder / "page.html").stat().st_size > 10_000
    assert str(folder / "page.html") in out
    before = whosays("export", "--kg", folder)
    assert "0 new" in whosays("demo", "--out", folder)[1]
    assert whosays("export", "--kg", folder) == before
    assert whosays("check", "--kg", folder)[0] == 0


@pytest.mark.model
def test_extract_prints_one_record_a_line(whosays: Run, tmp_path: Path) -> None:
    """Each line is a record that reads back, in the order of the files; a bad file stops no other."""
    (tmp_path / "a.txt").write_text("“The gates had failed,” engineer Mira Castellan said on Monday.\n")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text("“We saw nothing,” mayor Tomas Ferrel said. He blamed the ministry.\n")
    status, out, err = whosays("extract", tmp_path)
    records = [ArticleRecord.from_json(json.loads(line)) for line in out.splitlines()]
    assert status == 1
    assert "b.txt: " in err
    assert [Path(record.path).name for record in records] == ["a.txt", "c.txt"]
    assert any(record.attributions for record in records)


@pytest.mark.model
def test_several_processes_give_what_one_gives(tmp_path: Path) -> None:
    """Records, failures and what is known come in the order of the files, however many processes work."""
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(f"“Gate {number} had failed,” engineer Mira Castellan said.\n")
    (tmp_path / "3.txt").write_bytes(b"")
    one, two = (
        list(extract_new([tmp_path], lambda article: "4.txt" in article.path, workers=workers)) for workers in (1, 2)
    )
    assert one == two
    assert [type(outcome).__name__ for outcome in one] == [
        *["ArticleRecord"] * 3,
        "Failure",
        "Known",
        "ArticleRecord",
    ]

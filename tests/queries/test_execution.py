"""Running a question of one's own, what is refused, and how answers are shown."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from rdflib import Dataset, Literal, URIRef

from whosays.queries import QueryError, Table, catalogue, render, run
from whosays.queries.execution.terms import names

P = URIRef("urn:p")


@pytest.fixture(params=["default", "Oxigraph"])
def dataset(request: pytest.FixtureRequest) -> Dataset:
    """Return two named graphs with three triples, in either engine, without the union switched on."""
    dataset = Dataset(store=request.param)
    dataset.graph(URIRef("urn:g1")).add((URIRef("urn:a"), P, Literal(1)))
    dataset.graph(URIRef("urn:g1")).add((URIRef("urn:a"), P, Literal("0.5", datatype=URIRef(XSD + "decimal"))))
    dataset.graph(URIRef("urn:g2")).add((URIRef("urn:b"), P, Literal("x\ny")))
    return dataset


XSD = "http://www.w3.org/2001/XMLSchema#"
TABLE = Table(
    ("name", "number", "known"),
    (("=cmd|' /C calc'!A1", 12, True), ('a "b", c\nd', None, False), ("\x1b[31m<b>|\\ \u202e漢字", 0.5, None)),
)


def ask(dataset: Dataset, folder: Path, text: str, **params: object) -> Table:
    file = folder / "mine.rq"
    file.write_text(text, encoding="utf-8")
    return run(dataset, file, params)


def test_a_file_sees_all_graphs_and_gives_built_ins(dataset: Dataset, tmp_path: Path) -> None:
    """SELECT over the union of graphs; cells are Python's own values, unbound is None."""
    table = ask(dataset, tmp_path, "SELECT ?s ?o ?none { ?s <urn:p> ?o } ORDER BY STR(?o)")
    assert table.columns == ("s", "o", "none")
    assert table.rows == (("urn:a", 0.5, None), ("urn:a", 1, None), ("urn:b", "x\ny", None))
    assert [type(row[1]) for row in table.rows] == [float, int, str]


def test_star_keeps_the_order_of_the_text(dataset: Dataset, tmp_path: Path) -> None:
    """SELECT * has its columns as the query mentions them, in any engine."""
    table = ask(dataset, tmp_path, "SELECT DISTINCT * { ?zebra ?link ?apple } ORDER BY STR(?apple)")
    assert table.columns == ("zebra", "link", "apple")


def test_ask_construct_and_describe(dataset: Dataset, tmp_path: Path) -> None:
    """A yes or no is one cell; triples are rows, sorted."""
    assert ask(dataset, tmp_path, "ASK { ?s ?p 1 }") == Table(("answer",), ((True,),))
    built = ask(dataset, tmp_path, "CONSTRUCT { ?s <urn:q> ?o } WHERE { ?s <urn:p> ?o }")
    assert built.columns == ("subject", "predicate", "object")
    assert {row[2] for row in built.rows} == {1, 0.5, "x\ny"}
    assert ask(dataset, tmp_path, "DESCRIBE <urn:b>").rows == (("urn:b", "urn:p", "x\ny"),)


def test_a_parameter_of_ones_own_is_bound(dataset: Dataset, tmp_path: Path) -> None:
    """A variable in a VALUES block takes a value as exactly that text, whatever is in it."""
    text = "SELECT ?s { ?s <urn:p> ?o FILTER(IF(BOUND($p_v), STR(?o) = $p_v, true)) VALUES ($p_v) { (UNDEF) } }"
    assert len(ask(dataset, tmp_path, text).rows) == 3
    assert ask(dataset, tmp_path, text, v="x\ny").rows == (("urn:b",),)
    assert ask(dataset, tmp_path, text, v='" } #').rows == ()
    assert len(ask(dataset, tmp_path, text, v=None).rows) == 3


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("SELECT * { SERVICE <http://x.example/> { ?s ?p ?o } }", "SERVICE would ask another server"),
        ("SELECT * { S\\u0045RVICE <http://x.example/> { ?s ?p ?o } }", "SERVICE"),
        ("PREFIX a: <urn:> SELECT * { a:it\\'s ?p ?o SERVICE <urn:x> { ?s ?p ?o } } #'", "SERVICE"),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "FROM would read"),
        ("SELECT * from named <urn:g1> { ?s ?p ?o }", "FROM would read"),
        ("LOAD <file:///etc/passwd>", "LOAD would change the graph"),
        ("DELETE WHERE { ?s ?p ?o }", "DELETE would change the graph"),
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "INSERT would change the graph"),
        ("", "no question in it"),
        ("SELECT * {" + "{" * 20_000, "nested"),
        ("SELECT * { FILTER(" + "!" * 30_000 + "true) }", "operators"),
        ("#" * 70_000, "longer than"),
        ("SELECT ?s { ?s ?p }", "mine.rq"),
        ("SELECT * { ?s ?p '\\uD800' }", "is no character"),
        ("SELECT * { ?s ?p (" + "1 " * 10_000 + ") }", "members of collections"),
        ("PREFIX a: <urn:> SELECT * { ?s a:p (" + "-1 " * 200 + ") }", "members of collections"),
        ("SELECT * { ?s ?p (1)" + ",(1)" * 200 + " }", "members of collections"),
        ("PREFIX a: <urn:> SELECT * { ?s ?p ((a:b a:c) " + "[] " * 200 + ") }", "members of collections"),
        ("SELECT * { ?s ?p ?o FILTER(?o IN (" + "1," * 10_000 + "1)) }", "items in lists"),
        ("SELECT * { ?s ?p ?o } ORDER BY " + "?s " * 10_000, "keys to order"),
        ("SELECT * { ?s ?p ?o } ORDER BY " + "DESC(?s) " * 100 + "LIMIT 1", "keys to order"),
    ],
    ids=range(21),
)
def test_what_may_not_or_cannot_run_is_refused_in_one_line(
    dataset: Dataset, tmp_path: Path, text: str, why: str
) -> None:
    """Nothing is fetched or changed, and a person reads one line."""
    with pytest.raises(QueryError, match=why) as caught:
        ask(dataset, tmp_path, text)
    assert "\n" not in str(caught.value)
    assert len(list(dataset.quads())) == 3


def test_an_address_that_is_none_is_the_engine_s_to_tell() -> None:
    """What stands behind a BASE is joined to it where it can be, and else left as it is written."""
    text = "BASE <http://a.example/> SELECT ?s { ?s <http://[> <b> }"
    assert [name.iri for name in names(text)] == ["http://[", "http://a.example/b"]


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?from ?service 'SERVICE FROM' } # FROM <x> SERVICE",
        'PREFIX a: <urn:FROM#> SELECT * { ?s a:from """ SERVICE " """ }',
        "SELECT * { ?s ?p ?o FILTER(?o<5&&?o>0) }",
    ],
)
def test_words_in_texts_names_and_comments_are_no_keywords(dataset: Dataset, tmp_path: Path, text: str) -> None:
    """Only what the engine would read as a keyword is refused."""
    assert isinstance(ask(dataset, tmp_path, text), Table)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { VALUES (?s ?o) {" + "(1 2) " * 1_000 + "} }",
        "SELECT * { VALUES ?s {" + "1 " * 2_000 + "} }",
        "SELECT * { ?s ?p ?o FILTER(" + "?s=1 || " * 500 + "?s=2) }",
        "SELECT * { ?s ?p ?o FILTER(?o IN (" + "1," * 100 + "1)) }",
        "SELECT ?s (COUNT(?o) AS ?n) { ?s ?p ?o FILTER(REGEX(STR(?s), 'a') && (?o) > (1)) } GROUP BY ?s ORDER BY ?n",
        "SELECT * { ?s ?p (1 2 3) }",
    ],
)
def test_long_lists_that_an_engine_bears_are_asked(dataset: Dataset, tmp_path: Path, text: str) -> None:
    """Rows of VALUES, choices and a short collection are no members or items too many."""
    assert isinstance(ask(dataset, tmp_path, text), Table)


@pytest.mark.parametrize(
    ("name", "params", "why"),
    [
        ("atributions", {}, "did you mean attributions"),
        ("zzz", {}, "there are: articles"),
        ("no/such.rq", {}, "No such file"),
        ("attributions", {"outlt": "x"}, "no parameter 'outlt'"),
        ("attributions", {"stance": "likes"}, "is not one of reports"),
        ("attributions", {"since": "May"}, "is not a date"),
        ("attributions", {"since": "2031-13"}, "is not a date"),
        ("attributions", {"outlet": "?!"}, "no letter or digit"),
        ("attributions", {"outlet": ["a", "b"]}, "outlet takes one value, not a list"),
        ("attributions", {"outlet": "Kestrel"}, "no outlet 'Kestrel'; there are none in the graph"),
        ("evidence", {}, "needs the parameter attribution"),
        ("evidence", {"attribution": "a> } #"}, "is not an IRI"),
    ],
)
def test_a_wrong_name_or_value_is_told(dataset: Dataset, name: str, params: dict[str, object], why: str) -> None:
    """The line says what is wrong and what there is."""
    with pytest.raises(QueryError, match=why.replace("?", r"\?")) as caught:
        run(dataset, name, params)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("SELECT ?s { ?s <urn:p> ?o }", 3),
        ("select ?s where{?s <urn:p> ?o}", 3),
        ("  # mine\nPREFIX u: <urn:>\nSELECT ?s\nWHERE { ?s u:p ?o }", 3),
        ("ASK { ?s ?p 1 }", 1),
        ("DESCRIBE <urn:b>", 1),
        ("CONSTRUCT { ?s <urn:q> ?o } WHERE { ?s <urn:p> ?o }", 3),
    ],
)
def test_a_text_of_sparql_is_asked(dataset: Dataset, text: str, rows: int) -> None:
    """What has the words and braces of a query is one; nobody has to save it first."""
    assert len(run(dataset, text).rows) == rows


@pytest.mark.parametrize("name", ["my select { list }/own.rq", "select all.rq", "describe.rq"])
def test_a_file_may_be_called_like_a_query(
    dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A file is found by its path, whatever is in its name."""
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("SELECT ?s { ?s <urn:p> ?o }")
    monkeypatch.chdir(tmp_path)
    assert len(run(dataset, name).rows) == len(run(dataset, Path(name)).rows) == 3


@pytest.mark.parametrize("name", [name for name in catalogue() if name != "evidence"])
def test_an_empty_graph_gives_no_rows(dataset: Dataset, name: str) -> None:
    """Where there is no article, no question fails and none invents a row."""
    assert run(dataset, name).rows == ()


def test_a_table_fits_its_width_and_steers_no_terminal() -> None:
    """Lines are cut to the width, wide characters counted as two; control characters are written out."""
    lines = render(TABLE, width=60).splitlines()
    assert max(map(len, lines)) <= 60
    assert "\x1b" not in "".join(lines)
    assert "\u202e" not in "".join(lines)
    assert "\\x1b[31m<b>|\\ \\u202e漢字" in render(TABLE, width=200)
    assert lines[-1] == "(3 rows)"
    assert render(Table(("answer",), ((True,),)), width=80) == "answer\n------\ntrue\n(1 row)\n"
    assert render(Table((), ((), ())), width=80).endswith("(2 rows)\n")
    assert render(Table(("a",), ())) == "(0 rows)\n"


def test_propositions_are_told_apart_by_the_end_of_their_iris() -> None:
    """All of them begin alike: what is cut off is that."""
    iris = [f"https://w3id.org/whosays/id/proposition/{name * 16}" for name in "ab"]
    rows = tuple((iri, "the gates had failed in the night and nobody was told") for iri in iris)
    text = render(Table(("proposition", "text"), rows), width=60)
    assert [line[:18] for line in text.splitlines() if line.startswith("…")] == ["…/" + "a" * 16, "…/" + "b" * 16]


def test_names_of_several_outlets_are_no_path() -> None:
    """One of them may have a stroke in it; what is cut off is the end."""
    text = render(
        Table(("first", "text"), (("Yle/Gull | Kestrel Post", "the gates had failed in the night"),)), width=60
    )
    assert "Yle/Gull" in text


@pytest.mark.parametrize("name", ["article", "copy", "original", "earlier", "first"])
def test_paths_are_told_apart_by_their_last_part(name: str) -> None:
    """Articles of one folder begin alike, whatever the column is called; a name beside them stays whole."""
    paths = [f"/home/ana/archive/2031/harbour/{file}.txt" for file in ("ferry", "mayor")]
    rows = tuple((path, "the gates had failed in the night and nobody was told") for path in (*paths, "Norpress"))
    text = render(Table((name, "text"), rows), width=60)
    assert [line.split()[0] for line in text.splitlines()[2:] if line[:1] not in {" ", "", "("}] == [
        "…/ferry.txt",
        "…/mayor.txt",
        "Norpress",
    ]


def test_the_iri_of_a_claim_takes_no_more_room_than_that_of_a_proposition() -> None:
    """Where no proposition is, its place is shown, and the other columns keep theirs."""
    claim = f"https://w3id.org/whosays/id/article/{'a' * 16}-{'b' * 16}#claim=2330,2470"
    text = render(Table(("proposition", "text", "article"), ((claim, "the gates had failed " * 4, "a.txt"),)), width=80)
    assert "bbb#claim=2330,2470 " in text
    assert "a.txt" in text


def test_large_numbers_are_told_with_commas_where_they_are_read() -> None:
    """Programs get them bare; so do those who look for an offset."""
    table = Table(("low", "year", "start"), ((9000000000, 2031, 12345),))
    assert render(table, width=80).splitlines()[2].split() == ["9,000,000,000", "2031", "12345"]
    assert render(table, "csv").splitlines()[1] == "9000000000,2031,12345"


def test_a_long_text_takes_up_to_three_lines_of_a_table() -> None:
    """Words go on in the next line, the third ends in an ellipsis where more follows; rows are set apart."""
    long = "she said that the gates had failed in the night and that nobody had been told of it before noon on Monday"
    text = render(Table(("who", "words"), (("Ana Brodo", long), ("Mira", "nothing"))), width=60)
    assert text == (
        "who        words\n"
        "---------  -------------------------------------------------\n"
        "Ana Brodo  she said that the gates had failed in the night\n"
        "           and that nobody had been told of it before noon\n"
        "           on Monday\n"
        "\n"
        "Mira       nothing\n"
        "\n"
        "(2 rows)\n"
    )
    shorter = render(Table(("words", "n"), ((long * 3, 1), (long, 2))), width=60)
    assert [line.endswith("…   1") or "…" in line for line in shorter.splitlines()[2:5]] == [False, False, True]


def test_a_table_shows_what_fits_and_names_the_rest() -> None:
    """What programs need goes first, then what adds little; columns without any value are never shown."""
    columns = ("article", "outlet", "source", "entity", "content", "start", "named", "published", "id")
    row = ("clippings/2031/spring/courier.txt", None, "the mayor", "Ana Brodo", "nobody was told " * 9, 12, True)
    table = Table(columns, ((*row, "2031-05-04", "https://w3id.example/article/7#attr=1"),) * 2)
    narrow = render(table, width=66).splitlines()
    assert narrow[0].split() == ["article", "source", "entity", "content"]
    assert narrow[2].startswith("…/courier.txt  the mayor  Ana Brodo  nobody was told")
    assert " ".join(narrow[-2:]) == (
        "(2 rows) not shown: start, named, published, id (all with --format record, csv or json) "
        "without a value: outlet"
    )
    wide = render(table, width=200).splitlines()
    assert wide[0].split() == [name for name in columns if name != "outlet"]


def test_records_show_everything_one_value_a_line() -> None:
    """One row under the other, long texts wrapped beside their label, nothing where there is no value."""
    table = Table(("who", "number", "words"), (("Ana", None, "told " * 11 + "told"), ("Mira\x1b", 2, None)))
    assert render(table, "record", width=40) == (
        "- 1 of 2 -------------------------------\n"
        "who     Ana\n"
        "words   told told told told told told\n"
        "        told told told told told told\n"
        "- 2 of 2 -------------------------------\n"
        "who     Mira\\x1b\n"
        "number  2\n"
        "(2 rows)\n"
    )
    many = Table(tuple("abcdefgh"), (("a text of some length",) * 8,))
    assert render(many, "table", width=40) == render(many, "record", width=40)


def test_csv_is_read_back_and_runs_no_formula() -> None:
    """RFC 4180: quoted where needed, CRLF; a text that a spreadsheet would run gets an apostrophe."""
    text = render(TABLE, "csv")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[0] == ["name", "number", "known"]
    assert rows[1] == ["'=cmd|' /C calc'!A1", "12", "true"]
    assert rows[2] == ['a "b", c\nd', "", "false"]
    assert text.count("\r\n") == 4
    assert render(Table(("n",), ((-1,),)), "csv") == "n\r\n-1\r\n"
    assert render(Table(("n",), (("'=1",), ("'tis",))), "csv") == "n\r\n''=1\r\n'tis\r\n"


def test_json_is_a_list_of_objects_and_jsonl_one_a_line() -> None:
    """Both keep every value as it is; unknown is null."""
    wanted = [dict(zip(TABLE.columns, row, strict=True)) for row in TABLE.rows]
    assert json.loads(render(TABLE, "json")) == wanted
    assert [json.loads(line) for line in render(TABLE, "jsonl").split("\n")[:-1]] == wanted
    assert json.loads(render(Table(("n",), ((float("inf"),),)), "json")) == [{"n": "inf"}]
    assert json.loads(render(Table(("n",), ()), "json")) == []


def test_markdown_keeps_its_columns() -> None:
    """A pipe in a text opens no column, and HTML no tag."""
    lines = render(TABLE, "markdown").splitlines()
    assert lines[:2] == ["| name | number | known |", "| --- | --- | --- |"]
    assert all(line.replace("\\\\", "").replace("\\|", "").count("|") == 4 for line in lines)
    assert "&lt;b>" in lines[4]


def test_an_unknown_format_is_told() -> None:
    """The line lists the formats."""
    with pytest.raises(QueryError, match="table, record, csv, tsv, json, jsonl, markdown"):
        render(TABLE, "xml")


WS, SCHEMA, COUNT = "https://w3id.org/whosays/ns#", "https://schema.org/", 'ws:measure "killed"'


@pytest.mark.parametrize("store", ["default", "Oxigraph"])
@pytest.mark.parametrize(
    ("of", "stance", "found"),
    [
        ("Hill soldiers", "asserts", 1),
        ("hill Soldier", "reports", 1),
        ("hill sailors", "asserts", 0),
        ("Hill soldiers", "denies", 0),
        ("Hill soldiers", "unverified", 0),
    ],
)
def test_figures_conflict_whatever_their_capitals_if_somebody_gives_them(
    store: str, of: str, stance: str, found: int
) -> None:
    """Capitals and a plural's s make no other thing; who denies a figure or could not verify it does not give it."""
    dataset = Dataset(store=store)
    dataset.parse(
        data=f"""
        @prefix ws: <{WS}> . @prefix schema: <{SCHEMA}> .
        <urn:a1> ws:hasFigure <urn:q1> ; ws:stance ws:asserts .
        <urn:q1> {COUNT} ; ws:of "Hill soldiers" ; schema:minValue 12 ; schema:maxValue 12 .
        <urn:a2> ws:hasFigure <urn:q2> ; ws:stance ws:{stance} .
        <urn:q2> {COUNT} ; ws:of "{of}" ; schema:minValue 40 .
        """,
        format="turtle",
    )
    rows = run(dataset, "figures-conflict").rows
    assert [row[8:10] for row in rows] == [(12, 40)] * found


@pytest.mark.parametrize("store", ["default", "Oxigraph"])
@pytest.mark.parametrize(("story", "found"), [("<urn:s1>", 1), ("<urn:s2>", 0)])
def test_figures_conflict_inside_a_story(store: str, story: str, found: int) -> None:
    """The dead of one event and the dead of another are no two counts of the same."""
    dataset = Dataset(store=store)
    dataset.parse(
        data=f"""
        @prefix ws: <{WS}> . @prefix schema: <{SCHEMA}> .
        <urn:a1> ws:hasFigure <urn:q1> ; ws:stance ws:asserts ; ws:inArticle <urn:p1> . <urn:p1> ws:inStory <urn:s1> .
        <urn:q1> {COUNT} ; ws:of "sailors" ; schema:minValue 12 ; schema:maxValue 12 .
        <urn:a2> ws:hasFigure <urn:q2> ; ws:stance ws:asserts ; ws:inArticle <urn:p2> . <urn:p2> ws:inStory {story} .
        <urn:q2> {COUNT} ; ws:of "sailors" ; schema:minValue 40 .
        """,
        format="turtle",
    )
    assert [row[8:10] for row in run(dataset, "figures-conflict").rows] == [(12, 40)] * found


@pytest.mark.parametrize("text", ["\t\n\r\b\f", 'a "b" \\n \\', "", "é 🚢", "12", "true", "<urn:a>"])
def test_texts_come_through_as_they_are(dataset: Dataset, text: str) -> None:
    """Whatever a literal holds is the cell, in any engine; what looks like a number or an IRI stays a text."""
    dataset.graph(URIRef("urn:g3")).add((URIRef("urn:c"), P, Literal(text)))
    assert run(dataset, "SELECT ?o ?none WHERE { <urn:c> <urn:p> ?o }").rows == ((text, None),)


@pytest.mark.parametrize(
    ("lexical", "kind", "value"),
    [
        ("7", "integer", 7), ("-0.50", "decimal", -0.5), ("3.0", "decimal", 3), ("1e3", "double", 1000.0),
        ("true", "boolean", True), ("2031-05-04", "date", "2031-05-04"),
    ],
)  # fmt: skip
def test_numbers_and_truth_values_are_pythons(dataset: Dataset, lexical: str, kind: str, value: object) -> None:
    """A typed literal is the value of its type, or the text that it has."""
    dataset.graph(URIRef("urn:g3")).add((URIRef("urn:c"), P, Literal(lexical, datatype=URIRef(XSD + kind))))
    ((found,),) = run(dataset, "SELECT ?o WHERE { <urn:c> <urn:p> ?o }").rows
    assert (found, type(found)) == (value, type(value))

"""The questions of the catalogue, asked of one small corpus in both engines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rdflib import Dataset

from tests.record_builder import article_record, at, built, entity, figure, hop
from whosays.extract.records import ArticleRecord, Figure, Outlet, Skipped, When
from whosays.graph import KnowledgeGraph
from whosays.queries import Query, QueryError, Table, catalogue, run
from whosays.queries.catalogue.headers import narrowing
from whosays.queries.execution.binding import bind, narrow
from whosays.queries.execution.scanning import scanned
from whosays.resources import resource
from whosays.summary.left_out import REASONS

HOOK = 'Jan "the } Hook # \\" O’Dee'  # a name with all that SPARQL gives a meaning to
OFFICIAL = "A senior port official"
UNVERIFIED: Mapping[str, Any] = {"stance": "unverified", "certainty": "unspecified"}
HEDGES = ("reportedly",)

DAM = """By Coastline Press

At least 40 fishermen drowned in the flood, the mayor Ana Brodo said on Monday, citing the River Institute.
“The gates,” Brodo said, “were open.” The dam's operator Veltra denied that the gates were open.
Brodo said 60 boats are missing. Some 20 houses stand empty. She had no comment on the
cause. The 3rd Bridge Company is expected to help, she added.
"""
PORT = f"""A senior port official said about 25 fishermen drowned. The Inland Post could not verify the claim.
The gates were reportedly open. {HOOK} doubts that fishermen drowned.
It could not be verified that boats sank. Thirty fishermen drowned. Prices rose 4 percent, no doubt.
"""
NAMELESS = "Exactly 21 fishermen drowned, A. Brodo told a reporter. The river institute agrees.\n"


def drowned(text: str, words: str, low: float | None, high: float | None, by: int | None, **more: Any) -> Figure:
    """Return a figure of drowned fishermen, unless it is of something else."""
    told = {"approximate": False, "measure": "drowned", "of": "fishermen", **more}
    return figure(text, words, low, high, by, **told)


def monday(text: str) -> When:
    return When(at(text, "Monday"), "2031-04-28", "2031-04-28", "2031-04-28", "day")


def dam(path: str, outlet: str, published: str) -> ArticleRecord:
    text = DAM
    return article_record(
        path,
        text,
        title="Dam | breach",
        outlet=outlet,
        published=published,
        wire="Coastline Press",
        language="en",
        entities=(
            entity(
                text,
                "e1",
                "Person",
                "Ana Brodo",
                "Ana Brodo",
                "Brodo|1",
                "Brodo|2",
                "She",
                "she",
                aliases=("Brodo",),
                role="mayor",
            ),
            entity(text, "e2", "Organization", "River Institute", "the River Institute"),
            entity(text, "e3", "Organization", "Veltra", "Veltra"),
            entity(text, "e4", "MilitaryUnit", "3rd Bridge Company", "The 3rd Bridge Company"),
        ),
        attributions=(
            hop(
                text,
                0,
                "the mayor Ana Brodo",
                "said",
                "At least 40 fishermen drowned in the flood",
                entity="e1",
                stance="reports",
            ),
            hop(
                text,
                1,
                "the River Institute",
                "citing",
                "At least 40 fishermen drowned in the flood",
                entity="e2",
                inside=0,
            ),
            hop(text, 2, "Brodo|1", "said|1", "“The gates,”", "“were open.”", entity="e1", quote="direct"),
            hop(text, 3, "The dam's operator Veltra", "denied", "the gates were open", entity="e3", stance="denies"),
            hop(text, 4, "Brodo|2", "said|2", "60 boats are missing", entity="e1"),
            hop(text, 5, "She", "had no comment", entity="e1", stance="noComment", certainty="unspecified"),
            hop(
                text,
                6,
                "she",
                "added",
                "The 3rd Bridge Company is expected to help",
                entity="e1",
                certainty="expected",
                hedges=("is expected to",),
            ),
        ),
        figures=(
            drowned(text, "At least 40", 40, None, 1, when=monday(text), where=at(text, "the flood")),
            drowned(text, "60", 60, 60, 4, measure="missing", of="boats"),
            drowned(text, "Some 20", 20, 20, None, measure="empty", of="houses", approximate=True),
        ),
    )


def port() -> ArticleRecord:
    text = PORT
    return article_record(
        "news/port {2}.txt",
        text,
        url="https://inland.example/port?x=<1>",
        outlet=Outlet("The Inland Post", at(text, "The Inland Post")),
        published="2031-05-04",
        entities=(
            entity(text, "e1", "Person", OFFICIAL, OFFICIAL, named=False, role="port official"),
            entity(text, "e2", "Person", HOOK, HOOK),
            entity(text, "e3", "Outlet", "The Inland Post", "The Inland Post"),
        ),
        attributions=(
            hop(text, 0, OFFICIAL, "said", "about 25 fishermen drowned", entity="e1"),
            hop(text, 1, "The Inland Post", "could not verify", "the claim", entity="e3", **UNVERIFIED),
            hop(text, 2, None, "reportedly", "The gates were reportedly open", certainty="alleged", hedges=HEDGES),
            hop(text, 3, HOOK, "doubts", "fishermen drowned|1", entity="e2", stance="doubts"),
            hop(text, 4, None, "could not be verified", "boats sank", **UNVERIFIED),
        ),
        figures=(
            drowned(text, "about 25", 22.5, 27.5, 0, approximate=True),
            drowned(text, "Thirty", 30, 30, None),
        ),
        skipped=(Skipped(at(text, "no doubt"), "cue without content"),),
    )


def nameless() -> ArticleRecord:
    text = NAMELESS
    return article_record(
        "news/nameless.txt",
        text,
        entities=(
            entity(text, "e1", "Person", "Ana Brodo", "A. Brodo", aliases=("A. Brodo",)),
            entity(text, "e2", "Organization", "River Institute", "The river institute", aliases=("river institute",)),
        ),
        attributions=(hop(text, 0, "A. Brodo", "told", "Exactly 21 fishermen drowned", entity="e1"),),
        figures=(drowned(text, "Exactly 21", 21, 21, 0),),
    )


CORPUS = (
    dam("news/dam.txt", "Harbour Courier", "2031-05-03"),
    dam("news/dam-copy.txt", "Hill Gazette", "2031-05-04"),
    port(),
    nameless(),
)


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Dataset]]:
    """Yield the corpus in rdflib's memory, on an Oxigraph disk, and read from there into Oxigraph's memory."""
    folder = tmp_path_factory.mktemp("kg") / "kg"
    with KnowledgeGraph.in_memory() as memory, KnowledgeGraph.open(folder, create=True) as disk:
        engines = {"memory": built(memory, CORPUS).dataset, "disk": built(disk, CORPUS).dataset}
        with KnowledgeGraph.open(folder, read_only=True, in_memory=True) as loaded:
            yield {**engines, "loaded": loaded.dataset}


@pytest.fixture(scope="module")
def ask(engines: Mapping[str, Dataset]) -> Any:
    """Return a function that asks all engines and gives the one answer that they agree on."""

    def asked(name: str, **params: object) -> Table:
        answers = [run(dataset, name, params) for dataset in engines.values()]
        assert answers[1:] == answers[:-1]
        return answers[0]

    return asked


def cells(table: Table, *columns: str) -> list[tuple[object, ...]]:
    places = [table.columns.index(column) for column in columns]
    return [tuple(row[place] for place in places) for row in table.rows]


FIXED = {
    "attributions": "article outlet wire source entity cue content start end stance certainty quote chain",
    "figures": "article outlet source measure low high approximate of text start end",
    "units": "unit text article start end",
    "spellings": "entity type text article start end",
    "same-claim": "proposition article outlet source start end text",
    "origins": "proposition text outlets articles origins",
    "figures-compared": "issue article1 text1 article2 text2 relation reason",
    "conflicts": "proposition asserting denying articles",
}
SOME = {"name": "the", "part": "o", "date": "2031", "iri": "urn:nothing", "number": "2"}
MOST_LINES = 40
# this corpus holds no answer; their own tests ask both engines
ELSEWHERE = {"changes", "outlets-compared", "relayed", "reversals", "versions"}


@pytest.mark.parametrize("name", catalogue())
def test_both_engines_give_the_same_rows(ask: Any, name: str) -> None:
    """Every question has the same answer on rdflib's memory and on Oxigraph, with the columns it promises."""
    query = catalogue()[name]
    needed = {p.name: ask("attributions").rows[0][-1] for p in query.parameters if p.required}
    table = ask(name, **needed)
    assert table.rows or name in ELSEWHERE
    assert table.columns == tuple(column.name for column in query.columns)
    assert len(set(table.rows)) == len(table.rows)


def test_both_engines_tell_what_one_outlet_has_alone(tmp_path: Path) -> None:
    """Without the copy of its article, what the Courier has others say is its own."""
    alone = [record for record in CORPUS if "copy" not in record.path]
    with KnowledgeGraph.in_memory() as memory, KnowledgeGraph.open(tmp_path / "kg", create=True) as disk:
        tables = [run(built(kg, alone).dataset, "outlets-compared", {}) for kg in (memory, disk)]
    assert tables[0] == tables[1]
    assert {"Harbour Courier"} == {row[0] for row in tables[0].rows if row[2] == "60 boats are missing"}


def test_who_was_first_is_told_by_the_day() -> None:
    """The outlets of the earliest day, and how many articles tell no day."""
    undated = [replace(record, published=None) if "copy" in record.path else record for record in CORPUS]
    with KnowledgeGraph.in_memory() as kg:
        table = run(built(kg, undated).dataset, "first-published", {"content": "fishermen drowned in"})
    rows = cells(table, "first_day", "first", "first_articles", "undated")
    assert rows == [("2031-05-03", "Harbour Courier", "news/dam.txt", 1)]


@pytest.mark.parametrize("name", ["origins", "same-claim", "first-published"])
def test_a_proposition_is_asked_for_by_the_end_of_its_iri(ask: Any, name: str) -> None:
    """As a narrow table shows it, with or without what stands for the rest."""
    iri = next(row[0] for row in ask("origins").rows)
    end = iri.rpartition("/")[2]
    tables = [ask(name, proposition=given) for given in (iri, end, f"…/{end}", f" {end} ")]
    assert tables[0].rows
    assert all(table.rows == tables[0].rows for table in tables)


UNTOUCHED = frozenset({"Ana Brodo", "Some 20 houses stand empty.", "the gates were open"})


def test_versions_of_an_article_count_once(tmp_path: Path) -> None:
    """An update is listed with what it changed; sources and claims count it with what it updates, in both engines."""
    first = CORPUS[0]
    text = first.text.replace("60 boats", "61 boats")
    update = replace(first, text=text, sha256="1" * 64, published="2031-05-05", updated="2031-05-06")
    counts, listed = [], []
    for records in (CORPUS, (*CORPUS, update)):
        with (
            KnowledgeGraph.in_memory() as memory,
            KnowledgeGraph.open(tmp_path / str(len(records)), create=True) as disk,
        ):
            graphs = [built(kg, records).dataset for kg in (memory, disk)]
            for question, columns in (
                ("sources", ("entity", "articles")),
                ("origins", ("text", "outlets", "articles", "origins")),
            ):
                one, other = (run(dataset, question, {}) for dataset in graphs)
                assert one == other
                counts.append(sorted(row for row in cells(one, *columns) if row[0] in UNTOUCHED))
            one, other = (run(dataset, "versions", {}) for dataset in graphs)
            assert one == other
            listed.append(cells(one, "article", "version", "published", "updated", "gained", "dropped"))
    assert [len(rows) for rows in counts] == [1, 2, 1, 2]
    assert counts[0] == counts[2]
    assert counts[1] == counts[3]
    assert listed == [
        [],
        [
            ("news/dam.txt", 1, "2031-05-03", None, 0, 0),
            ("news/dam.txt", 2, "2031-05-05", "2031-05-06", 1, 1),
        ],
    ]


@pytest.mark.parametrize("name", catalogue())
def test_both_engines_agree_under_every_parameter(ask: Any, name: str) -> None:
    """All the parameters of a question together mean the same in both engines."""
    query = catalogue()[name]
    values = {p.name: p.choices[0].upper() if p.choices else SOME[p.type] for p in query.parameters}
    assert ask(name, **values).columns == tuple(column.name for column in query.columns)


@pytest.mark.parametrize(("name", "columns"), FIXED.items())
def test_the_first_columns_are_fixed(name: str, columns: str) -> None:
    """Scripts may rely on these columns, in this order, in front of all others."""
    wanted = columns.split()
    assert [column.name for column in catalogue()[name].columns][: len(wanted)] == wanted


@pytest.mark.parametrize("query", catalogue().values(), ids=lambda query: query.name)
def test_a_header_tells_everything(query: Query) -> None:
    """A file names its question, explains what it takes and gives, takes what it uses and orders its rows."""
    assert query.question
    assert query.columns
    meanings = [p.meaning for p in query.parameters] + [column.meaning for column in query.columns]
    assert not {"", "None"} & set(meanings)
    left = {narrowing(way.by).parameters[0].name for way in query.narrowed} | {named.parameter for named in query.named}
    left |= query.given_as_iris
    used = set(re.findall(r"\$p_(\w+)", query.text))
    assert used | left == {parameter.name for parameter in query.parameters}
    assert query.text.rpartition("}")[2].strip().startswith("ORDER BY")
    assert len([line for line in query.text.splitlines() if not line.startswith("#")]) <= MOST_LINES


def test_an_attribution_has_its_words_and_its_chain(ask: Any) -> None:
    """A quotation split by its cue is one row: its words joined, from first to last."""
    split = ask("attributions", article="dam.txt", content="gates,")
    start, end = at(DAM, "“The gates,”")[0], at(DAM, "“were open.”")[1]
    assert cells(split, "source", "entity", "cue", "content", "start", "end", "quote", "wire", "chain") == [
        ("Brodo", "Ana Brodo", "said", "“The gates,” … “were open.”", start, end, "direct", "Coastline Press",
         "Harbour Courier > Ana Brodo"),
    ]  # fmt: skip


def test_only_what_the_text_says_is_an_attribution(ask: Any) -> None:
    """The outlet's own voice around everything is no row; unknown things are nothing, not words."""
    table = ask("attributions")
    assert len(table.rows) == sum(len(record.attributions) for record in CORPUS)
    reportedly = cells(ask("attributions", content="reportedly"), "source", "entity", "named", "certainty")
    assert reportedly == [(None, None, False, "alleged")]
    assert cells(ask("attributions", article="nameless"), "outlet", "wire") == [(None, None)]


def test_a_chain_lists_its_hops_from_the_outlet_in(ask: Any) -> None:
    """A chain of three is three rows, each with its own words and stance."""
    rows = cells(ask("chain", outlet="harbour", source="river inst"), "depth", "voice", "cue", "stance")
    assert rows == [
        (0, "Harbour Courier", None, "reports"),
        (1, "Ana Brodo", "said", "reports"),
        (2, "River Institute", "citing", "asserts"),
    ]


def test_figures_are_held_by_the_innermost_voice(ask: Any) -> None:
    """A figure stands once, with its bounds as numbers; the outlet's own have no source."""
    rows = cells(ask("figures", article="dam.txt"), "source", "measure", "low", "high", "approximate", "of", "text")
    assert rows == [
        ("the River Institute", "drowned", 40, None, False, "fishermen", "At least 40"),
        ("Brodo", "missing", 60, 60, False, "boats", "60"),
        (None, "empty", 20, 20, True, "houses", "Some 20"),
    ]
    assert cells(ask("figures", measure="drowned", outlet="inland"), "low", "high") == [(22.5, 27.5), (30, 30)]
    own = cells(ask("unattributed-figures", outlet="inland"), "text", "sentence")
    assert own == [("Thirty", "Thirty fishermen drowned.")]


def test_figures_tell_when_and_where(ask: Any) -> None:
    """The time told with a figure, its first and last day and its place stand in its row, and places narrow."""
    told = ("text", "time", "first_day", "last_day", "place")
    rows = cells(ask("figures", article="dam.txt"), *told)
    assert rows[0] == ("At least 40", "2031-04-28", "2031-04-28", "2031-04-28", "the flood")
    assert rows[1] == ("60", None, None, None, None)
    assert cells(ask("figures", place="FLOOD"), "text", "article") == [
        ("At least 40", "news/dam-copy.txt"),
        ("At least 40", "news/dam.txt"),
    ]
    assert ask("figures", place="ebb").rows == ask("unattributed-figures", place="flood").rows == ()
    assert cells(ask("unattributed-figures", outlet="inland"), *told) == [("Thirty", None, None, None, None)]


def test_unverified_names_who_could_not_verify_or_nobody(ask: Any) -> None:
    """Whoever could not verify is named; where the text names nobody, nobody is."""
    rows = cells(ask("unverified"), "source", "entity", "named", "cue", "cue_start", "content", "start")
    post = "The Inland Post"
    assert rows == [
        (post, post, True, "could not verify", at(PORT, "could not")[0], "the claim", at(PORT, "the claim")[0]),
        (None, None, False, "could not be verified", at(PORT, "could not be")[0], "boats sank", at(PORT, "boats")[0]),
    ]  # fmt: skip


def test_denials_hedges_and_unnamed_sources(ask: Any) -> None:
    """Each finds its own kind, with the words for it."""
    assert cells(ask("denials", article="dam.txt"), "entity", "content") == [("Veltra", "the gates were open")]
    assert cells(ask("denials", entity="jan the hook"), "stance") == [("doubts",)]
    assert cells(ask("hedges", article="port"), "hedge", "source") == [("reportedly", None)]
    unnamed = cells(ask("unnamed-sources"), "source", "entity", "role")
    assert (OFFICIAL, OFFICIAL, "port official") in unnamed
    assert all(entity != "Ana Brodo" for _, entity, _ in unnamed)


def test_spellings_are_names_and_not_pronouns(ask: Any) -> None:
    """Every way of writing a name is found; "she" is none."""
    rows = cells(ask("spellings", entity="Brodo"), "text", "type")
    assert {text for text, _ in rows} == {"Ana Brodo", "Brodo", "A. Brodo"}
    assert {kind for _, kind in rows} == {"Person"}
    units = cells(ask("units", outlet="hill"), "unit", "text")
    assert units == [("3rd Bridge Company", "The 3rd Bridge Company")]


def test_sources_are_counted_over_articles_and_outlets(ask: Any) -> None:
    """An article without an outlet counts as an article and not as an outlet."""
    assert ask("sources", entity="brodo").rows == (("Ana Brodo", 11, 3, 2, "Harbour Courier; Hill Gazette"),)


def test_what_was_skipped_is_found_in_the_words_of_a_summary(new_graph: Any) -> None:
    """The summary counts "nobody found who says what"; the ledger has it in other words."""
    text = "It was said that rain fell."
    why = "reporting word 'said': no source and content found for it"
    graph = built(new_graph(), [article_record("rain.txt", text, skipped=(Skipped(at(text, "said"), why),))])
    for part, rows in (("nobody found who says what", 1), ("no source and content", 1), ("tells what somebody did", 0)):
        assert len(run(graph.dataset, "skipped", {"why": part}).rows) == rows


def test_every_reason_of_a_summary_is_one_of_the_question() -> None:
    """Both have the same words for each reason."""
    query = resource("queries", "skipped.rq").read_text(encoding="utf-8")
    assert dict(re.findall(r'\("([^"]+)" "([^"]+)"\)', query)) == REASONS


def test_copies_conflicts_ledger_and_articles(ask: Any) -> None:
    """The questions about articles as wholes."""
    assert cells(ask("exact-copies"), "outlet_1", "outlet_2") == [("Harbour Courier", "Hill Gazette")]
    pairs = set(cells(ask("figures-conflict"), "text_1", "text_2"))
    assert ("Exactly 21", "Thirty") in pairs
    assert ("Thirty", "Exactly 21") not in pairs
    assert ("Exactly 21", "At least 40") not in pairs  # nothing tells that it is of the same
    assert not any("60" in pair for pair in pairs)
    assert cells(ask("skipped"), "why", "text") == [("cue without content", "no doubt")]
    assert cells(ask("articles", article="PORT {2}"), "attributions", "figures", "skipped") == [(5, 2, 1)]


def test_evidence_shows_the_words_in_their_surroundings(ask: Any) -> None:
    """The spans of one attribution, in text order, each with the words around it."""
    chosen = cells(ask("attributions", content="gates,", outlet="harbour"), "id")[0][0]
    table = ask("evidence", attribution=chosen)
    assert cells(table, "part", "text") == [
        ("content", "“The gates,”"), ("source", "Brodo"), ("cue", "said"), ("content", "“were open.”"),
    ]  # fmt: skip
    assert all(str(text) in str(context) for text, context in cells(table, "text", "context"))


@pytest.mark.parametrize(
    ("value", "found"),
    [("brodo", 11), ("ANA BRODO", 11), ("bro", 11), ("ana  brodo", 11)],
)
def test_a_name_is_found_from_the_beginning_of_a_word(ask: Any, value: str, found: int) -> None:
    """In any case, whole or in part, but "NIS" does not find a ministry."""
    assert sum(int(str(count)) for (count,) in cells(ask("sources", entity=value), "attributions")) == found


@pytest.mark.parametrize("value", ["rodo", "Brodo (Ana)"])
def test_a_name_that_nobody_has_finds_the_nearest(ask: Any, value: str) -> None:
    """The inside of a word and other orders of words are no names, and who may have been meant is told."""
    with pytest.raises(QueryError, match=r"did you mean '(Ana )?Brodo'\?"):
        ask("sources", entity=value)


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [("2031", None, 3), ("2031-05-04", None, 2), (None, "2031-05-03", 1), (None, "2031-05", 3), ("2032", None, 0)],
)  # fmt: skip
def test_days_months_and_years_limit_the_time(ask: Any, since: str | None, until: str | None, found: int) -> None:
    """Both ends count, a month as a whole; an article without a date is in no span of time."""
    assert len(ask("articles", since=since, until=until).rows) == found


@pytest.mark.parametrize(
    "value",
    ['") } } #', "'''o", '"o"', "} UNION { ?s ?p ?o", "o\\", '\\") (UNDEF', "o\no", "$p_outlet", "FILTER(1=1)",
     "SERVICE <http://x.example/>", "🙂 UNDEF", "\\x22 . ?s ?p ?o"],
)  # fmt: skip
def test_a_value_stays_data(ask: Any, value: str) -> None:
    """What looks like SPARQL finds nothing, where everything would follow if it were run."""
    assert ask("articles", article=value).rows == ()


def test_special_characters_are_found_and_shown_whole(ask: Any) -> None:
    """Quotes, braces, a hash and a backslash survive the way in and the way out."""
    assert cells(ask("attributions", entity=HOOK), "entity", "source") == [(HOOK, HOOK)]
    assert len(ask("articles", article="{2}").rows) == 1
    assert len(ask("articles", article="?x=<1>").rows) == 1


@pytest.mark.parametrize("value", ["\\u0022", "", " ", "\ud800"])
def test_a_value_that_cannot_be_bound_is_refused(ask: Any, value: str) -> None:
    """Escapes that engines read differently, and nothing at all, are refused in one line."""
    with pytest.raises(QueryError, match="parameter article"):
        ask("attributions", article=value)


def ways() -> list[str]:
    """Return the queries that narrow others, as their files are called."""
    files = resource("queries", "narrowing").iterdir()
    return sorted(file.name.removesuffix(".rq") for file in files if file.name.endswith(".rq"))


@pytest.mark.parametrize("name", ways())
def test_what_narrows_a_query_is_a_query_of_its_own(name: str) -> None:
    """It takes one parameter, gives one column, orders it, and some question is narrowed by it."""
    query = narrowing(name)
    (parameter,) = query.parameters
    assert len(query.columns) == 1
    assert query.text.rpartition("}")[2].strip() == f"ORDER BY STR(?{query.columns[0].name})"
    assert set(re.findall(r"\$p_(\w+)", query.text)) | {named.parameter for named in query.named} == {parameter.name}
    assert name in {way.by for query in catalogue().values() for way in query.narrowed}


@pytest.mark.parametrize("query", [*catalogue().values(), *map(narrowing, ways())], ids=lambda query: query.name)
def test_what_others_find_has_a_place(query: Query) -> None:
    """Each variable that is left to others stands in a VALUES block of its own."""
    for variable in query.left_to_others:
        assert f"VALUES ?{variable} {{ UNDEF }}" in query.text


def test_a_filter_is_written_once() -> None:
    """What outlet, article, since and until mean of an article stands in one file each."""
    for query in catalogue().values():
        assert not {"since", "until"} & set(re.findall(r"\$p_(\w+)", query.text))


def test_accents_and_capitals_do_not_count(ask: Any) -> None:
    """Names are compared folded, whatever the letters of the question or of the text."""
    assert ask("sources", entity="BRODÓ").rows == ask("sources", entity="brodo").rows


@pytest.mark.parametrize(
    ("term", "meant"), [("ws:sorce", "source"), ("ws:Atribution", "Attribution"), ("ws:zzzzzzzz", "")]
)
def test_a_term_that_there_is_not_is_told(engines: Mapping[str, Dataset], term: str, meant: str) -> None:
    """A question of one's own that speaks of a term of the vocabulary that there is not gets the nearest one."""
    text = f"PREFIX ws: <https://w3id.org/whosays/ns#> SELECT ?x WHERE {{ ?x a {term} }}"
    hint = f"no term {term} in the vocabulary" + (f"; did you mean {meant}\\?" if meant else "$")
    with pytest.raises(QueryError, match=hint):
        run(engines["disk"], text)


def test_foreign_terms_and_good_ones_are_left_alone(engines: Mapping[str, Dataset]) -> None:
    """Only the own namespace is looked at, by whatever prefix, and a dot behind a term is none of it."""
    text = (
        "PREFIX w: <https://w3id.org/whosays/ns#> PREFIX ws: <urn:other#> "
        "SELECT ?x { ?x a w:Attribution. OPTIONAL { ?x ws:nothing ?y } }"
    )
    assert run(engines["disk"], text).rows


def test_what_only_one_outlet_has_is_told(new_graph: Callable[[], KnowledgeGraph]) -> None:
    """A claim that others make too is nobody's own, unless they are left out; one that nobody else makes is."""
    both, own = "The old mill burned down, Ana Brodo said. ", "Seven barges sank in the canal, Ana Brodo said."
    records = [
        article_record(
            f"{outlet}.txt",
            text,
            outlet=outlet,
            entities=(entity(text, "e1", "Person", "Ana Brodo"),),
            attributions=tuple(
                hop(text, number, f"Ana Brodo|{number}", f"said|{number}", words, entity="e1")
                for number, words in enumerate(("The old mill burned down", "Seven barges sank in the canal"))
                if words in text
            ),
        )
        for outlet, text in (("Harbour Courier", both + own), ("Hill Gazette", both))
    ]
    graph = built(new_graph(), records)
    rows = cells(run(graph.dataset, "outlets-compared"), "outlet", "text", "elsewhere")
    assert rows == [("Harbour Courier", "Seven barges sank in the canal", 0)]
    assert run(graph.dataset, "outlets-compared", {"outlet": "hill"}).rows == ()
    assert cells(run(graph.dataset, "outlets-compared", {"other": "hill"}), "text") == [(rows[0][1],)]


@pytest.mark.parametrize("name", [name for name, query in catalogue().items() if query.is_scanned])
def test_a_question_read_as_a_whole_is_the_same_question(ask: Any, name: str) -> None:
    """Each pattern is one of a SELECT of its own, and none is lost."""
    query = catalogue()[name]
    plain = narrow(query, bind(query, {}), {})
    whole = scanned(plain)
    assert whole != plain
    assert set(re.findall(r"ws:\w+|schema:\w+", whole)) == set(re.findall(r"ws:\w+|schema:\w+", plain))
    assert ask(plain) == ask(whole) == ask(name)

"""What is exported is read back: the graph in the terms of others, tables in SQLite, evidence that checks itself."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from rdflib import SKOS

from tests.record_builder import article_record, built, entity, hop
from whosays.bundle import bundle
from whosays.exporting import FORMATS
from whosays.extract.records import ArticleRecord
from whosays.graph import KnowledgeGraph
from whosays.queries import catalogue, constructed, run
from whosays.tables import KEYS, TABLES, tabulated

Run = Callable[..., tuple[int, str, str]]
SCHEMA = "https://schema.org/"
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"


def article(number: int, outlet: str, stance: str = "asserts") -> ArticleRecord:
    text = (
        f"Quay, day {number}. Harbour master Ilse Brannock said that the night ferry had lost forty crates of salt "
        f"off the pier. 🚢 Report {number} of {outlet}."
    )
    who = entity(text, "e1", "Person", "Ilse Brannock", role="harbour master")
    content = "the night ferry had lost forty crates of salt off the pier"
    said = hop(text, 0, "Harbour master Ilse Brannock", "said", content, entity="e1", stance=stance)
    return article_record(
        f"quay-{number}.txt", text, outlet=outlet, published=f"2031-05-0{number}", url=f"https://quay.example/{number}",
        entities=(who,), attributions=(said,),
    )  # fmt: skip


@pytest.fixture(scope="module")
def kg(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported") / "kg"
    with KnowledgeGraph.open(folder, create=True) as graph:
        built(graph, [article(1, "Tern Times"), article(2, "Quay Post"), article(3, "Gull Gazette", "denies")])
    return folder


@pytest.fixture
def graph(kg: Path) -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph.open(kg, read_only=True) as graph:
        yield graph


def exported(whosays: Run, kg: Path, form: str, out: Path) -> bytes:
    status, _, err = whosays("export", "--kg", kg, "--format", form, "--out", out)
    assert (status, err) == (0, "")
    return out.read_bytes()


def read(data: bytes, form: pyoxigraph.RdfFormat) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.extend(pyoxigraph.parse(data, form))
    return store


def rows(store: pyoxigraph.Store, query: str) -> list[tuple[str, ...]]:
    found = store.query(query)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    return [tuple(term.value for term in row) for row in found]


def test_annotations_quote_the_words_at_their_offsets(
    whosays: Run, kg: Path, graph: KnowledgeGraph, tmp_path: Path
) -> None:
    """Every annotation's exact words stand in its article where its position says, and each part has one."""
    store = read(exported(whosays, kg, "web-annotation", tmp_path / "a.jsonld"), pyoxigraph.RdfFormat.JSON_LD)
    found = rows(
        store,
        f"""PREFIX oa: <{OA}> SELECT ?source ?start ?end ?exact ?part {{
        ?annotation a oa:Annotation ; oa:hasTarget ?target ;
            oa:hasBody/<http://www.w3.org/1999/02/22-rdf-syntax-ns#value> ?part .
        ?target oa:hasSource ?source ; oa:hasSelector ?position , ?quote .
        ?position a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end . ?quote oa:exact ?exact }}""",
    )
    texts = {each.url: graph.read(each.iri).text for each in graph.articles()}
    assert {part for *_, part in found} == {"source", "cue", "content"}
    assert len(found) == 9
    for source, start, end, exact, _ in found:
        assert texts[source][int(start) : int(end)] == exact


def test_claims_and_reviews_are_those_of_schema_org(
    whosays: Run, kg: Path, graph: KnowledgeGraph, tmp_path: Path
) -> None:
    """The shared claim appears in each article; who denies it reviews it, and no verdict is added."""
    store = read(exported(whosays, kg, "schema-org", tmp_path / "s.jsonld"), pyoxigraph.RdfFormat.JSON_LD)
    (claim,) = run(graph.dataset, "origins").rows
    found = rows(
        store,
        f"SELECT ?text ?url {{ ?claim a <{SCHEMA}Claim> ; <{SCHEMA}text> ?text ; "
        f"<{SCHEMA}appearance>/<{SCHEMA}url> ?url }} ORDER BY ?url",
    )
    assert found == [(str(claim[1]), f"https://quay.example/{number}") for number in (1, 2, 3)]
    reviews = rows(
        store,
        f"SELECT ?word ?url {{ ?review a <{SCHEMA}ClaimReview> ; <{SCHEMA}isPartOf>/<{SCHEMA}url> ?url ; "
        f"<{SCHEMA}reviewRating>/<{SCHEMA}alternateName> ?word }}",
    )
    assert reviews == [("denies", "https://quay.example/3")]


def test_annotations_are_the_json_that_its_readers_know(whosays: Run, kg: Path, tmp_path: Path) -> None:
    """An annotation has its body and its target with both selectors within it, in the words of the W3C's model."""
    data = exported(whosays, kg, "web-annotation", tmp_path / "a.jsonld")
    found = [each for each in json.loads(data)["@graph"] if each["target"]["source"] == "https://quay.example/1"]
    assert {each["type"] for each in found} == {"Annotation"}
    assert {each["motivation"] for each in found} == {"identifying"}
    (cue,) = (each for each in found if each["body"]["value"] == "cue")
    assert (cue["body"]["type"], cue["body"]["purpose"]) == ("TextualBody", "tagging")
    assert {each.pop("type"): each for each in cue["target"]["selector"] if each.pop("id")} == {
        "TextPositionSelector": {"start": 42, "end": 46},
        "TextQuoteSelector": {"exact": "said"},
    }
    store = read(data, pyoxigraph.RdfFormat.JSON_LD)
    assert len(rows(store, f"SELECT ?a {{ ?a a <{OA}Annotation> ; <{OA}motivatedBy> <{OA}identifying> }}")) == 9


def test_claims_are_the_json_that_readers_of_schema_org_know(whosays: Run, kg: Path, tmp_path: Path) -> None:
    """Names stand without a prefix, days as texts; publishers, ratings and authors within what has them."""
    data = exported(whosays, kg, "schema-org", tmp_path / "s.jsonld")
    found = json.loads(data)
    assert found["@context"]["@vocab"] == SCHEMA
    by_type: dict[str, list[Any]] = {}
    for each in found["@graph"]:
        by_type.setdefault(each["@type"], []).append(each)
    first = min(by_type["NewsArticle"], key=lambda each: each["datePublished"])
    assert first["datePublished"] == "2031-05-01"
    assert (first["publisher"]["@type"], first["publisher"]["name"]) == ("NewsMediaOrganization", "Tern Times")
    (review,) = by_type["ClaimReview"]
    assert (review["reviewRating"]["alternateName"], review["author"]["name"]) == ("denies", "Ilse Brannock")
    (claim,) = by_type["Claim"]
    assert review["itemReviewed"] == {"@id": claim["@id"]}
    assert len(claim["appearance"]) == 3


@pytest.mark.parametrize("name", ["web-annotation", "schema-org"])
def test_short_names_stand_for_the_same_triples(graph: KnowledgeGraph, name: str) -> None:
    """Read back, the JSON is what the query makes, but for whole numbers that may not be negative."""
    shaped, plain = (
        pyoxigraph.parse(constructed(graph.dataset, name, form), syntax)
        for form, syntax in (("jsonld", pyoxigraph.RdfFormat.JSON_LD), ("ntriples", pyoxigraph.RdfFormat.N_TRIPLES))
    )
    told = {str(quad.triple).replace("nonNegativeInteger", "integer") for quad in shaped}
    assert told == {str(quad.triple) for quad in plain}


def test_factuality_is_that_of_grasp(whosays: Run, kg: Path, tmp_path: Path) -> None:
    """Two voices hold the mention for true, one for false."""
    store = read(exported(whosays, kg, "grasp", tmp_path / "g.ttl"), pyoxigraph.RdfFormat.TURTLE)
    grasp = "http://groundedannotationframework.org/grasp"
    found = rows(
        store,
        f"SELECT ?value (COUNT(*) AS ?n) {{ ?a a <{grasp}#Attribution> ; "
        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#value> ?value } GROUP BY ?value ORDER BY ?value",
    )
    assert found == [
        (f"{grasp}/factuality#{name}", count)
        for name, count in (("certain", "3"), ("negative", "1"), ("positive", "2"))
    ]


def test_provenance_leads_to_articles_and_outlets(whosays: Run, kg: Path, tmp_path: Path) -> None:
    """Every attribution comes from an article, every article from its outlet."""
    store = read(exported(whosays, kg, "prov", tmp_path / "p.ttl"), pyoxigraph.RdfFormat.TURTLE)
    found = rows(
        store,
        f"""PREFIX prov: <{PROV}> SELECT ?name (COUNT(?finding) AS ?n) {{
        ?finding prov:wasDerivedFrom/prov:wasAttributedTo/<http://www.w3.org/2000/01/rdf-schema#label> ?name }}
        GROUP BY ?name ORDER BY ?name""",
    )
    assert found == [("Gull Gazette", "1"), ("Quay Post", "1"), ("Tern Times", "1")]


@pytest.mark.parametrize("form", ["web-annotation", "schema-org", "grasp", "prov", "jsonld", "trig"])
def test_the_same_graph_gives_the_same_bytes(whosays: Run, kg: Path, tmp_path: Path, form: str) -> None:
    """No order of a hash table shows."""
    assert exported(whosays, kg, form, tmp_path / "one") == exported(whosays, kg, form, tmp_path / "two")


def test_the_graph_as_json_ld_has_a_context_and_every_quad(whosays: Run, kg: Path, tmp_path: Path) -> None:
    """Read back, it is the archive."""
    data = exported(whosays, kg, "jsonld", tmp_path / "all.jsonld")
    archive = exported(whosays, kg, "nquads", tmp_path / "all.nq")
    assert json.loads(data)["@context"]["ws"] == "https://w3id.org/whosays/ns#"
    quads = set(pyoxigraph.parse(archive, pyoxigraph.RdfFormat.N_QUADS))
    assert set(pyoxigraph.parse(data, pyoxigraph.RdfFormat.JSON_LD)) == quads


@pytest.fixture
def database(whosays: Run, kg: Path, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    exported(whosays, kg, "sqlite", tmp_path / "graph.db")
    connection = sqlite3.connect(tmp_path / "graph.db")
    yield connection
    connection.close()


def test_sqlite_holds_every_table_and_explains_its_columns(
    database: sqlite3.Connection, graph: KnowledgeGraph, tmp_path: Path
) -> None:
    """Rows are those of the questions, with keys behind them; the file beside it has a sentence for each column."""
    told = json.loads((tmp_path / "graph.db.metadata.json").read_text("utf-8"))["databases"]["graph"]["tables"]
    for name, question in TABLES.items():
        table, width = run(graph.dataset, question), len(catalogue()[question].columns)
        found = database.execute(f'SELECT * FROM "{name}" ORDER BY rowid')  # noqa: S608 - our own names
        columns = tuple(column[0] for column in found.description)
        assert columns == tuple(told[name]["columns"])
        assert columns[:width] == table.columns
        assert [row[:width] for row in found.fetchall()] == [tuple(row) for row in table.rows]
    assert set(told) == {*TABLES, "shared_by"}


def test_keys_of_sqlite_join_its_tables(database: sqlite3.Connection) -> None:
    """Who says what in which article goes by IRI, what several claims say by a table between, and no key is loose."""
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    said = database.execute(
        "SELECT e.entity, s.articles, a.stance FROM attributions a JOIN entities e ON e.id = a.entity_id "
        "JOIN articles r ON r.id = a.article_id JOIN stories s ON s.story = r.story ORDER BY r.article"
    ).fetchall()
    assert said == [("Ilse Brannock", 3, stance) for stance in ("asserts", "asserts", "denies")]
    shared = database.execute(
        "SELECT s.articles, count(*) FROM shared_claims s JOIN shared_by b USING (proposition) "
        "JOIN claims c ON c.id = b.claim_id GROUP BY s.proposition"
    ).fetchall()
    assert shared == [(2, 3)]  # two carry it, and a third denies it


def test_columns_of_sqlite_have_types_and_rows_keys(database: sqlite3.Connection) -> None:
    """A column of numbers holds numbers, one of texts texts; who has an IRI is found by it."""
    kinds = {"INTEGER": {"integer", "null"}, "NUMERIC": {"integer", "real", "null"}, "TEXT": {"text", "null"}}
    keys = {}
    for name in (*TABLES, "shared_by"):
        for _, column, kind, is_needed, _, key in database.execute(f'PRAGMA table_info("{name}")').fetchall():
            held = database.execute(f'SELECT DISTINCT typeof("{column}") FROM "{name}"').fetchall()  # noqa: S608
            assert {each for (each,) in held} <= kinds[kind], (name, column)
            if key:
                keys[name] = column
                assert is_needed
    assert keys == KEYS


def test_who_speaks_has_an_iri(tmp_path: Path) -> None:
    """Each row of sources gets the IRI of the entity of that name, which the graph has, with as many attributions."""
    text = "Quay. Ilse Brannock said that the ferry was late. Odo Fenn said that the pier was shut. He said it was wet."
    who = (entity(text, "e1", "Person", "Ilse Brannock"), entity(text, "e2", "Person", "Odo Fenn"))
    said = (
        hop(text, 0, "Ilse Brannock", "said", "the ferry was late", entity="e1"),
        hop(text, 1, "Odo Fenn", "said", "the pier was shut", entity="e2"),
        hop(text, 2, "He", "said", "it was wet", entity="e2"),
    )
    record = article_record("quay.txt", text, outlet="Tern Times", entities=who, attributions=said)
    with KnowledgeGraph.open(tmp_path / "kg", create=True) as two:
        built(two, [record])
        rows = tabulated(two.dataset)["entities"].rows
        assert [row[:-1] for row in rows] == list(run(two.dataset, "sources").rows)
        names = dict(two.pairs(SKOS.prefLabel))
        assert [(row[0], row[1], names[str(row[-1])]) for row in rows] == [
            ("Odo Fenn", 2, "Odo Fenn"),
            ("Ilse Brannock", 1, "Ilse Brannock"),
        ]


def test_tables_are_a_parquet_file_each(whosays: Run, kg: Path, graph: KnowledgeGraph, tmp_path: Path) -> None:
    """Read back, each holds the rows of its question, and the keys of others."""
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    status, _, err = whosays("export", "--kg", kg, "--format", "tables", "--out", tmp_path / "tables")
    assert (status, err) == (0, "")
    assert {path.stem for path in (tmp_path / "tables").iterdir()} == {*TABLES, "shared_by"}
    for name, question in TABLES.items():
        table = run(graph.dataset, question)
        found = pandas.read_parquet(tmp_path / "tables" / f"{name}.parquet").astype(object)
        width = len(table.columns)
        assert tuple(found.columns)[:width] == table.columns
        assert [tuple(row)[:width] for row in found.where(found.notna(), None).values.tolist()] == list(table.rows)


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "tables"])
def test_a_folder_that_is_not_there_is_told(whosays: Run, kg: Path, tmp_path: Path, form: str) -> None:
    """Every format says the same in one line, and makes nothing."""
    status, out, err = whosays("export", "--kg", kg, "--format", form, "--out", tmp_path / "none" / "file")
    assert (status, out) == (2, "")
    assert err == f"whosays: no folder {tmp_path / 'none'}; make it, or write elsewhere\n"
    assert list(tmp_path.iterdir()) == []


def test_the_tables_make_their_folder(whosays: Run, kg: Path, tmp_path: Path) -> None:
    """They are a folder themselves, which need not be there, nor what it lies in."""
    pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    assert whosays("export", "--kg", kg, "--format", "tables", "--out", tmp_path / "some" / "where")[0] == 0
    assert len(list((tmp_path / "some" / "where").iterdir())) == len(TABLES) + 1


def test_a_disk_that_takes_no_table_is_told(
    whosays: Run, kg: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What SQLite says of it stands behind the file; half a file does not stay."""

    def full(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute("CREATE TABLE begun (a)")
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("whosays.tables.writing._fill", full)
    status, _, err = whosays("export", "--kg", kg, "--format", "sqlite", "--out", tmp_path / "graph.db")
    assert (status, err) == (2, f"whosays: {tmp_path / 'graph.db'}: database or disk is full\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["nquads", "graphml", "sqlite", "prov"])
def test_what_holds_no_question_takes_none(whosays: Run, kg: Path, tmp_path: Path, form: str) -> None:
    """A --table that would be ignored is refused; csv takes it."""
    asked = ("export", "--kg", kg, "--table", "figures", "--out", tmp_path / "file", "--format")
    status, _, err = whosays(*asked, form)
    assert status == 2
    assert f"--table is for csv and parquet; {form}" in err
    assert whosays(*asked, "csv")[0] == 0
    assert (tmp_path / "file").read_text("utf-8").startswith("article,")


@pytest.fixture
def evidence(whosays: Run, kg: Path, graph: KnowledgeGraph, tmp_path: Path) -> Path:
    (claim,) = run(graph.dataset, "origins").rows
    status, _, err = whosays("bundle", claim[0], "--kg", kg, "--out", tmp_path / "evidence")
    assert (status, err) == (0, "")
    return tmp_path / "evidence"


def verified(folder: Path) -> tuple[int, str]:
    """Check a bundle with Python alone: no package is found but its own."""
    command = [sys.executable, "-I", "-S", "-B", str(folder / "verify.py")]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603
    return done.returncode, done.stdout + done.stderr


def test_a_bundle_proves_itself(evidence: Path) -> None:
    """It holds every article's text and words, and its check needs Python alone and fifty lines."""
    told = json.loads((evidence / "evidence.json").read_text("utf-8"))
    assert told["counts"] == {"articles": 3, "said": 3}
    assert {said["stance"] for said in told["said"]} == {"asserts", "denies"}
    assert {span["part"] for said in told["said"] for span in said["spans"]} == {"source", "cue", "content"}
    assert len((evidence / "verify.py").read_text("utf-8").splitlines()) <= 50
    assert verified(evidence) == (0, "all as it says\n")


def edited(folder: Path, edit: Callable[[dict[str, Any]], object]) -> None:
    path = folder / "evidence.json"
    told = json.loads(path.read_text("utf-8"))
    edit(told)
    path.write_text(json.dumps(told), "utf-8")


def summed(folder: Path) -> None:
    """Write the hashes anew, as whoever changes more than one file would."""
    names = sorted(line.split("  ", 1)[1] for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines())
    sums = (f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    (folder / "SHA256SUMS").write_text("".join(sums), "utf-8")


EDITS: dict[str, Callable[[dict[str, Any]], object]] = {
    "offset": lambda told: told["said"][0]["spans"][0].update(start=1),
    "words": lambda told: told["said"][0]["spans"][0].update(exact="nobody"),
    "content": lambda told: told["said"][0].update(content="the ferry had lost nothing"),
    "cue": lambda told: told["said"][0].update(cue="denied"),
    "source": lambda told: told["said"][0].update(source=None),
    "outlet": lambda told: told["said"][0].update(outlet="Heron Herald"),
    "entity": lambda told: told["said"][0].update(entity="Somebody Else"),
    "chain": lambda told: told["said"][0].update(chain="Tern Times > Somebody Else"),
    "voice": lambda told: told["said"][0]["voices"].append("nobody"),
    "row": lambda told: told["said"].pop(),
    "article": lambda told: told["articles"].pop(),
}
HASHED: dict[str, Callable[[dict[str, Any]], object]] = {
    "stance": lambda told: told["said"][0].update(stance="denies"),
    "claim": lambda told: told["claim"].update(text="the ferry had lost nothing"),
    "origins": lambda told: told["claim"].update(origins=9),
    "title": lambda told: told["articles"][0].update(title="Nothing lost"),
}


@pytest.mark.parametrize("name", [*EDITS, *HASHED])
def test_evidence_that_was_changed_is_told(evidence: Path, name: str) -> None:
    """By its hash; and where that was written anew, by what is told twice: in the text, in the chain, in the counts."""
    edited(evidence, (EDITS | HASHED)[name])
    assert verified(evidence)[1].startswith("evidence.json: gone, or not as it was")
    summed(evidence)
    assert verified(evidence)[0] == (name in EDITS)


@pytest.mark.parametrize(
    ("touched", "told"),
    [
        (
            lambda folder: min(folder.glob("texts/*")).write_text("fifty crates", "utf-8"),
            ".txt: gone, or not as it was",
        ),
        (lambda folder: min(folder.glob("texts/*")).unlink(), ".txt: gone, or not as it was"),
        (lambda folder: (folder / "evidence.json").write_text("{}", "utf-8"), "no bundle: KeyError: 'articles'"),
        (lambda folder: (folder / "evidence.json").write_text("[]", "utf-8"), "no bundle: TypeError"),
        (lambda folder: (folder / "evidence.json").unlink(), "no bundle: FileNotFoundError"),
        (lambda folder: (folder / "SHA256SUMS").unlink(), "no bundle: FileNotFoundError"),
        (lambda folder: (folder / "SHA256SUMS").write_text("nothing", "utf-8"), "no bundle: ValueError"),
        (lambda folder: (folder / "texts" / "more.txt").write_text("more", "utf-8"), "more.txt: nobody knows of it"),
    ],
)
def test_a_bundle_that_was_touched_is_told(evidence: Path, touched: Callable[[Path], object], told: str) -> None:
    """One letter of a text, a file less or more, a file of something else: a line each, and never a traceback."""
    touched(evidence)
    status, said = verified(evidence)
    assert status == 1
    assert told in said
    assert "Traceback" not in said


def test_what_systems_leave_in_folders_is_nobodys_change(evidence: Path) -> None:
    """A folder that was looked at is still the bundle."""
    for name in (".DS_Store", "texts/._quay.txt", "Thumbs.db"):
        (evidence / name).write_text("seen", "utf-8")
    assert verified(evidence) == (0, "all as it says\n")


@pytest.mark.parametrize("outlet", ["Home > World", "Quay Post", ""])
def test_a_name_may_hold_what_chains_are_joined_by(tmp_path: Path, outlet: str) -> None:
    """Voices are those of the hops: an outlet with that sign in its name is one voice."""
    records = [article(1, "Tern Times"), article(2, outlet or "Gull Gazette")]
    if not outlet:
        records[1] = replace(records[1], outlet=None)
    with built(KnowledgeGraph.open(tmp_path / "kg", create=True), records) as graph:
        (claim,) = run(graph.dataset, "origins").rows
        folder = bundle(graph, str(claim[0]), tmp_path / "evidence")
    told = json.loads((folder / "evidence.json").read_text("utf-8"))
    voices = [["Tern Times", "Ilse Brannock"], [outlet or "(outlet not named)", "Ilse Brannock"]]
    assert sorted(said["voices"] for said in told["said"]) == sorted(voices)
    assert verified(folder)[0] == 0


def test_no_such_claim_is_said(whosays: Run, kg: Path, tmp_path: Path) -> None:
    """One line, and nothing is written."""
    status, _, err = whosays("bundle", "https://w3id.org/whosays/id/none", "--kg", kg, "--out", tmp_path / "none")
    assert status == 2
    assert "origins lists" in err
    assert not (tmp_path / "none").exists()

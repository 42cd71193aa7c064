"""The knowledge graph: built twice the same, in any order the same, in memory and on disk the same."""

from __future__ import annotations

import dataclasses
import itertools
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from rdflib import SKOS, Literal, URIRef

from tests.record_builder import article_record, built, entity, hop
from whosays.extract.records import ArticleRecord, Figure, Skipped
from whosays.graph import GraphError, KnowledgeGraph, RecordError, article_iri
from whosays.graph.rdf import DiskEngine
from whosays.graph.rdf.namespaces import CHAINS, ENTITIES, VOCABULARY
from whosays.graph.store import folder
from whosays.graph.store.folder import explained
from whosays.ontology import SCHEMA, WS, validate_dataset

HOSTILE = (
    'Ana "the <Fox>" O\'Brien | née {x} `y` \\ ^z',
    "<script>alert(1)</script>",
    "  spaced\n\tout  ",
    "\u202eمريم العلي\u202c",
    "nul\x00and\ud800surrogate",
    "a#b?c=d&e%zz",
)


def article(
    path: str,
    source: str,
    *,
    outlet: str | None = "Harbour Courier",
    through: str | None = None,
    type_: str = "Person",
    aliases: tuple[str, ...] = (),
    wire: str | None = None,
    text: str = "",
) -> ArticleRecord:
    """Write an article in which ``source`` speaks, reported by ``through`` where that is given."""
    said = f"The dam held for 12 days, {source} told {through}, who said so. {text}"
    span, cue = (said.index(source), said.index(source) + len(source)), (24, 25)
    around = (said.index(f"{through}, who"), said.index(", who"))
    entities = [entity(said, "e1", type_, source, span, aliases=aliases)]
    hops = [hop(said, 1, span, cue, (0, 24), entity="e1", inside=0 if through else None)]
    if through:
        entities.append(entity(said, "e0", "Person", through, around))
        hops.append(hop(said, 0, around, cue, (0, around[1]), entity="e0"))
    return article_record(
        path,
        said,
        title=path,
        outlet=outlet,
        published="2024-12-19",
        wire=wire,
        language="en",
        entities=tuple(entities),
        attributions=tuple(hops),
        figures=(Figure((17, 19), 12, 12, False, "held", "days", 1, (0, 25)),),
        skipped=(Skipped((0, 3), "no verb"),),
    )


ARTICLES = (
    article("a.txt", "Mira Castellan", through="Tomas Ferrel"),
    article("b.txt", "Mira Castellan", outlet="The Harbour Courier", wire="Northline"),
    article("c.txt", "Lowmark Ministry", outlet=None, type_="Organization", aliases=("LM",)),
    article("d.txt", "LM", outlet="Sarn Herald", type_="Organization"),
)


New = Callable[[], KnowledgeGraph]


def archive(graph: KnowledgeGraph, tmp_path: Path, format_: str = "nquads") -> bytes:
    graph.export(format_, tmp_path / "out")
    return (tmp_path / "out").read_bytes()


def chain_texts(graph: KnowledgeGraph) -> set[str]:
    return {str(chain) for chain in graph.dataset.objects(None, WS.chain)}


def labels(graph: KnowledgeGraph) -> set[str]:
    return {str(label) for label in graph.dataset.get_context(ENTITIES).objects(None, SKOS.prefLabel)}


def test_building_twice_changes_nothing(new_graph: New, tmp_path: Path) -> None:
    """The second build adds no article and not a byte."""
    graph = built(new_graph(), ARTICLES)
    before = archive(graph, tmp_path)
    assert [graph.add(record) for record in ARTICLES] == [False] * 4
    graph.relate()
    assert archive(graph, tmp_path) == before


def test_any_order_gives_the_same_bytes(tmp_path: Path) -> None:
    """The archive does not tell in which order the articles came."""
    archives = {
        archive(built(KnowledgeGraph.in_memory(), order), tmp_path) for order in itertools.permutations(ARTICLES)
    }
    assert len(archives) == 1


@pytest.mark.parametrize("format_", ["nquads", "trig", "jsonld", "graphml", "gexf"])
def test_memory_and_disk_give_the_same_bytes(format_: str, tmp_path: Path) -> None:
    """Every export is the same from either engine."""
    memory = archive(built(KnowledgeGraph.in_memory(), ARTICLES), tmp_path, format_)
    with KnowledgeGraph.open(tmp_path / "kg", create=True) as disk:
        assert archive(built(disk, ARTICLES), tmp_path, format_) == memory


@pytest.mark.parametrize("format_", ["nquads", "trig", "jsonld"])
def test_an_export_holds_every_quad(format_: str, tmp_path: Path) -> None:
    """What was exported can be read back, quad for quad."""
    kinds = {
        "nquads": pyoxigraph.RdfFormat.N_QUADS,
        "trig": pyoxigraph.RdfFormat.TRIG,
        "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    }
    graph = built(KnowledgeGraph.in_memory(), ARTICLES)
    again = pyoxigraph.Store()
    again.load(archive(graph, tmp_path, format_), format=kinds[format_])
    assert len(again) == len(list(graph.dataset.quads((None, None, None, None))))


def test_removing_restores_the_bytes(new_graph: New, tmp_path: Path) -> None:
    """What an article alone supported goes with it, and nothing else."""
    graph = built(new_graph(), ARTICLES[:3])
    before = archive(graph, tmp_path)
    graph.add(ARTICLES[3])
    graph.relate()
    assert archive(graph, tmp_path) != before
    assert graph.remove("d.txt") == 1
    graph.relate()
    assert archive(graph, tmp_path) == before


def test_an_article_is_removed_by_iri_path_or_url(new_graph: New) -> None:
    """All versions under that path or URL go; what is not there is not removed."""
    with_url = dataclasses.replace(ARTICLES[0], url="https://courier.example/a b<c>")
    edited = dataclasses.replace(with_url, text=with_url.text + " (corrected)")
    graph = built(new_graph(), (*ARTICLES, with_url, edited))
    assert graph.remove("https://courier.example/a b<c>") == 2
    assert graph.remove("./b.txt") == 1
    assert graph.remove(graph.articles()[-1].iri) == 1
    assert graph.remove('x"> } ; DROP ALL') == 0
    assert [stored.path for stored in graph.articles()] == ["a.txt", "c.txt"]


def test_an_edited_article_is_kept_beside_the_old_one(new_graph: New) -> None:
    """Nothing overwrites anything."""
    edited = dataclasses.replace(ARTICLES[0], text=ARTICLES[0].text + " (corrected)")
    graph = built(new_graph(), (ARTICLES[0], edited))
    assert [stored.path for stored in graph.articles()] == ["a.txt", "a.txt"]
    assert len({stored.iri for stored in graph.articles()}) == 2


def test_articles_tell_what_was_read(new_graph: New) -> None:
    """Path as given, outlet, wire and day; unknown is None."""
    _, second, third, _ = built(new_graph(), ARTICLES).articles()
    assert (second.path, second.outlet, second.wire) == ("b.txt", "The Harbour Courier", "Northline")
    assert (second.published, second.language, second.title) == ("2024-12-19", "en", "b.txt")
    assert (third.outlet, third.url, third.wire) == (None, None, None)


def test_chains_of_three_voices_are_named(new_graph: New) -> None:
    """Outlet, go-between, source; and an outlet that nothing names."""
    assert chain_texts(built(new_graph(), ARTICLES)) >= {
        "Harbour Courier > Tomas Ferrel > Mira Castellan",
        "Harbour Courier > Mira Castellan",
        "(outlet not named) > Lowmark Ministry",
    }


def test_publisher_and_wire_lead_to_labelled_entities(new_graph: New) -> None:
    """Both spellings of an outlet are one publisher; an unknown outlet is none."""
    graph = built(new_graph(), ARTICLES)
    publishers = Counter(
        str(graph.dataset.value(p, SKOS.prefLabel)) for p in graph.dataset.objects(None, SCHEMA.publisher)
    )
    assert publishers == {"Harbour Courier": 2, "Sarn Herald": 1}
    (wire,) = graph.dataset.objects(None, WS.wireService)
    assert graph.dataset.value(wire, SKOS.prefLabel) == Literal("Northline", lang="en")


def test_unnamed_sources_are_never_resolved(new_graph: New) -> None:
    """The same description in two articles is two people."""
    records = []
    for record in ARTICLES[:2]:
        entity = dataclasses.replace(record.entities[0], named=False, name="a senior official", aliases=())
        records.append(dataclasses.replace(record, entities=(entity, *record.entities[1:])))
    graph = built(new_graph(), tuple(records))
    assert "a senior official" not in labels(graph)
    assert "Harbour Courier > a senior official" in chain_texts(graph)


def test_no_triple_is_in_two_graphs_and_all_conform(new_graph: New) -> None:
    """Oxigraph would count it twice; and every graph conforms to the shapes."""
    graph = built(new_graph(), ARTICLES)
    triples = Counter((s, p, o) for s, p, o, _ in graph.dataset.quads((None, None, None, None)))
    assert max(triples.values()) == 1
    assert list(validate_dataset(graph.dataset)) == []


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_only_names(name: str, new_graph: New, tmp_path: Path) -> None:
    """Quotation marks, angle brackets, controls and surrogates in names and paths break nothing."""
    record = article(f"in/{name}.txt", name, outlet=name, through=name, aliases=(name,), wire=name)
    graph = built(new_graph(), (record, *ARTICLES))
    assert len(graph.articles()) == 5
    pyoxigraph.Store().load(archive(graph, tmp_path), format=pyoxigraph.RdfFormat.N_QUADS)
    archive(graph, tmp_path, "graphml")
    assert list(validate_dataset(graph.dataset)) == []
    assert graph.remove(f"in/{name}.txt") == 1


def test_a_refused_record_leaves_no_trace(new_graph: New, tmp_path: Path) -> None:
    """A record that contradicts itself is named, and nothing of it is written."""
    graph = built(new_graph(), ARTICLES)
    before = archive(graph, tmp_path)
    broken = dataclasses.replace(ARTICLES[0], path="broken.txt", skipped=(Skipped((0, 9999), "?"),))
    with pytest.raises(RecordError, match=r"broken\.txt"):
        graph.add(broken)
    graph.relate()
    assert archive(graph, tmp_path) == before


def test_concept_labels_are_there_once(new_graph: New) -> None:
    """Stance and certainty lead to labels even before anything is related."""
    graph = new_graph()
    assert list(graph.dataset.quads((WS.unverified, SKOS.prefLabel, None, None))) == [
        (WS.unverified, SKOS.prefLabel, Literal("could not verify", lang="en"), VOCABULARY)
    ]


def test_relating_what_is_related_writes_nothing(tmp_path: Path) -> None:
    """The shared graphs are compared before they are written."""
    with KnowledgeGraph.open(tmp_path / "kg", create=True) as graph:
        built(graph, ARTICLES)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("whosays.graph.rdf.engines.DiskEngine.change", pytest.fail)
            graph.relate()


def test_what_was_built_is_found_again(tmp_path: Path) -> None:
    """A graph on disk outlives the program that built it."""
    with KnowledgeGraph.open(tmp_path / "kg", create=True) as graph:
        before = archive(built(graph, ARTICLES), tmp_path)
    with KnowledgeGraph.open(tmp_path / "kg", read_only=True) as again:
        assert archive(again, tmp_path) == before


def test_the_same_folder_from_elsewhere_is_no_news(new_graph: New) -> None:
    """An article reached by another path is in already, and keeps the path it came by first."""
    graph = built(new_graph(), ARTICLES)
    moved = [dataclasses.replace(record, path=f"../here/{record.path}") for record in ARTICLES]
    assert [graph.add(record) for record in moved] == [False] * 4
    assert graph.articles()[0].path == "a.txt"


def test_opening_what_is_no_graph(tmp_path: Path) -> None:
    """A missing folder, a folder of other files and a file are each named, with what to do."""
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "dam.jpg").write_bytes(b"x")
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(GraphError, match=r"no such folder.*whosays build"):
        KnowledgeGraph.open(tmp_path / "missing")
    with pytest.raises(GraphError, match="not the folder of a graph"):
        KnowledgeGraph.open(tmp_path / "photos", read_only=True)
    with pytest.raises(GraphError, match="holds other files"):
        KnowledgeGraph.open(tmp_path / "photos", create=True)
    with pytest.raises(GraphError, match="is a file"):
        KnowledgeGraph.open(tmp_path / "file", create=True)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "photos"]


def test_a_folder_that_was_just_begun_is_a_place_for_a_graph(tmp_path: Path) -> None:
    """Whoever was killed, or ran out of disk, before the marker stood there left nothing that is in the way."""
    (tmp_path / "kg").mkdir()
    (tmp_path / "kg" / "whosays.json.part").write_bytes(b"")
    with KnowledgeGraph.open(tmp_path / "kg", create=True) as graph:
        assert built(graph, ARTICLES).articles()


def test_a_graph_of_another_layout_is_refused(tmp_path: Path) -> None:
    """A folder that a later version made is not touched."""
    KnowledgeGraph.open(tmp_path / "kg", create=True).close()
    (tmp_path / "kg" / "whosays.json").write_text('{"whosays graph": 99}', encoding="utf-8")
    with pytest.raises(GraphError, match="another version"):
        KnowledgeGraph.open(tmp_path / "kg")


def test_reading_only_never_writes(tmp_path: Path) -> None:
    """A graph opened for reading refuses to change."""
    KnowledgeGraph.open(tmp_path / "kg", create=True).close()
    with KnowledgeGraph.open(tmp_path / "kg", read_only=True) as graph:
        for change in (lambda: graph.add(ARTICLES[0]), graph.relate, lambda: graph.remove("a.txt")):
            with pytest.raises(GraphError, match="reading only"):
                change()


def test_a_closed_graph_says_so(new_graph: New) -> None:
    """Closing twice is nothing; using it afterwards is an error with a name."""
    graph = new_graph()
    graph.close()
    graph.close()
    with pytest.raises(GraphError, match="closed"):
        graph.articles()


def test_an_unknown_format_and_an_unwritable_file(tmp_path: Path) -> None:
    """Formats that exist are listed; a file that cannot be written is named."""
    graph = KnowledgeGraph.in_memory()
    with pytest.raises(GraphError, match="use one of gexf, graphml, jsonld, nquads, trig"):
        graph.export("xlsx", tmp_path / "x")
    with pytest.raises(GraphError, match="cannot be written"):
        graph.export("nquads", tmp_path / "missing" / "x.nq")


def test_a_full_disk_is_explained(tmp_path: Path) -> None:
    """What the engine says about space becomes a sentence for a person."""
    with pytest.raises(GraphError, match="disk is full"), explained(tmp_path):
        raise OSError("IO error: No space left on device: While appending to file: 000008.log")


_CHILD = """
import sys, time
sys.path.insert(0, {tests!r})
from test_knowledge_graph import bulky
from whosays.graph import KnowledgeGraph
with KnowledgeGraph.open({folder!r}, create=True) as graph:
    for number in range({articles}):
        graph.add(bulky(number))
        print(number, flush=True)
    {end}
"""


def child(folder: Path, articles: int, end: str) -> subprocess.Popen[str]:
    script = _CHILD.format(tests=str(Path(__file__).parent), folder=str(folder), articles=articles, end=end)
    return subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)  # noqa: S603


def told(process: subprocess.Popen[str], number: int) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        if int(line) == number:
            return
    pytest.fail("the build ended too early")


def kill(process: subprocess.Popen[str]) -> None:
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()


def article_sizes(graph: KnowledgeGraph) -> set[int]:
    """Return how many quads the article graphs have."""
    names = (str(name) for *_, name in graph.dataset.quads((None, None, None, None)))
    return set(Counter(name for name in names if name.endswith("#graph")).values())


def bulky(number: int) -> ArticleRecord:
    """Write an article of so many quads that a build is mostly busy writing one."""
    record = article(f"{number}.txt", f"Mira Castellan{number}", through="Tomas Ferrel", text="x " * 200)
    return dataclasses.replace(record, skipped=tuple(Skipped((n, n + 2), "no verb") for n in range(100)))


def many(count: int) -> tuple[ArticleRecord, ...]:
    return tuple(map(bulky, range(count)))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
@pytest.mark.parametrize("moment", [0.4, 0.8])
def test_a_killed_build_leaves_whole_articles_only(moment: float, tmp_path: Path) -> None:
    """After kill -9 every acknowledged article is there, none is half written, and a rerun completes the graph."""
    process = child(tmp_path / "kg", 10_000, "pass")
    told(process, 1)
    start = time.monotonic()
    told(process, 4)
    time.sleep((time.monotonic() - start) / 3 * moment)  # into the writing of the next article
    kill(process)
    (size,) = article_sizes(built(KnowledgeGraph.in_memory(), many(1)))
    with KnowledgeGraph.open(tmp_path / "kg") as graph:
        kept = len(graph.articles())
        assert kept >= 5
        assert article_sizes(graph) == {size}
        resumed = archive(built(graph, many(kept + 3)), tmp_path)
    assert resumed == archive(built(KnowledgeGraph.in_memory(), many(kept + 3)), tmp_path)


def test_a_second_build_is_turned_away_and_a_reader_is_not(tmp_path: Path) -> None:
    """While one build writes, another is told so at once, and a reader sees the state at its opening."""
    process = child(tmp_path / "kg", 3, "time.sleep(60)")
    try:
        told(process, 2)
        with pytest.raises(GraphError, match="another build"):
            KnowledgeGraph.open(tmp_path / "kg", create=True)
        with KnowledgeGraph.open(tmp_path / "kg", read_only=True) as reader:
            assert len(reader.articles()) == 3
    finally:
        kill(process)


def test_opening_twice_in_one_program(tmp_path: Path) -> None:
    """The second one is told that the program itself has it open."""
    folder = tmp_path / "kg"
    with KnowledgeGraph.open(folder, create=True), pytest.raises(GraphError, match="in this program"):
        KnowledgeGraph.open(folder)
    KnowledgeGraph.open(tmp_path / "kg").close()


def test_the_shared_graphs_hold_what_is_shared(new_graph: New) -> None:
    """Chains and entities live in graphs of their own; an article's graph holds neither."""
    graph = built(new_graph(), ARTICLES)
    for link, home in ((WS.chain, CHAINS), (WS.resolvesTo, ENTITIES), (SCHEMA.publisher, ENTITIES)):
        assert {name for *_, name in graph.dataset.quads((None, link, None, None))} == {URIRef(home)}


def test_a_page_for_phones_is_its_twin() -> None:
    """The host with and without www. is one address, so one text under both is one article."""
    one, other = (
        article_record("a.html", "The quay is shut.\n", url=f"https://{host}lisk.example/1") for host in ("www.", "")
    )
    assert article_iri(one) == article_iri(other)
    assert article_iri(one) != article_iri(
        article_record("a.html", "The quay is shut.\n", url="https://lisk.example/2")
    )


def test_a_reader_tries_again_where_a_writer_tidied_up_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine takes files away while it works; what is opened for reading just then is opened once more."""
    KnowledgeGraph.open(tmp_path / "kg", create=True).close()
    opening, failures = DiskEngine, [RuntimeError(f"IO error: {folder.GONE}: 000018.sst")]

    def engine(*arguments: Any) -> DiskEngine:
        if failures:
            raise failures.pop()
        return opening(*arguments)

    monkeypatch.setattr(folder, "DiskEngine", engine)
    KnowledgeGraph.open(tmp_path / "kg", read_only=True).close()
    assert not failures
    failures += [RuntimeError(f"IO error: {folder.GONE}: 000018.sst")] * folder.TRIES
    with pytest.raises(GraphError, match="was written anew meanwhile"):
        KnowledgeGraph.open(tmp_path / "kg", read_only=True)

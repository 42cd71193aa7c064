"""The shared graphs of a corpus that lives: whatever came and went, they are those of the articles that are there."""

from __future__ import annotations

import hashlib
import json
import random
import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from unittest.mock import Mock

import pytest

from benchmarks.press import Draft, Press, Voice, hop
from benchmarks.rough import as_read
from benchmarks.shuffling import as_they_are, at_once, shuffled
from corpus import sample_articles
from whosays.extract import extract
from whosays.extract.records import ArticleRecord, Entity, Figure, Outlet
from whosays.graph import GraphError, KnowledgeGraph
from whosays.graph.incremental.cache import FILE, Cache, DamageError, is_damage, opening
from whosays.graph.incremental.claims import copies
from whosays.graph.incremental.claims.copies import Copies
from whosays.graph.incremental.entities import links, lone_names
from whosays.graph.incremental.program import deciding
from whosays.graph.incremental.registry import PARTS, Parts
from whosays.graph.rdf.iris import article_iri
from whosays.graph.resolution import blocking, partial_names, profiles
from whosays.graph.resolution.judgements import Judgements, pair, read_key, save
from whosays.graph.reuse import fingerprint_index
from whosays.ontology import WS

PEOPLE = (
    "Ilka Sorn", "Ilka Zorn", "I. Sorn", "Sorn", "Tomas Kadhari", "Tomas Qadari", "Thomas Qadhari", "Qadari",
    "Jonas Lee", "Jona Lee", "Min Lee", "Lee", "Daniel Petrov", "Daniela Petrov",
)  # fmt: skip
BODIES = (
    "National Grain Office", "NGO", "Grain Office", "Office for Grain", "the water authority",
    "Lowmark Water Authority", "Corvane", "Corvane Ltd", "Corvane Chemical", "Oslo", "Norwegian government",
    "government of Norway", "Norway", "Kestrel Post", "kestrelpost.example", "Jonas Lee", "CVC",
)  # fmt: skip
UNITS = ("95th Air Assault Brigade", "95th Separate Airborne Assault Brigade", "95th Brigade")
CLAIMS = (
    "the grain silo near the old harbour had burned", "the grain silo near the harbour burned down on Monday",
    "no grain was left in the harbour silo", "the bridge over the river would stay closed until spring",
    "the bridge over the river was closed", "boats had carried the flour north at night",
)  # fmt: skip
OUTLETS = ("Kestrel Post", "Harbour Courier", "Norlan", "Lowmark Gazette")
JUDGED = (
    ("person:ilka sorn", "person:ilka zorn"), ("person:tomas kadhari", "person:thomas qadhari"),
    ("body:corvane", "body:corvane chemical"), ("body:national grain office", "body:office for grain"),
    ("person:jonas lee", "body:jonas lee"), ("body:ngo", "body:national grain office"),
)  # fmt: skip


def hostile(seed: int, count: int) -> list[ArticleRecord]:
    """Return articles full of names that are nearly the same, some of them versions of others."""
    random_ = random.Random(f"hostile {seed}")
    return [_hostile(random_, number) for number in range(count)]


def _hostile(random_: random.Random, number: int) -> ArticleRecord:
    draft = Draft()
    outlet = random_.choice(OUTLETS)
    draft.write(f"{outlet}\n\nWord came from Marn and Okhar and Tesk of the {random_.choice(CLAIMS)}. ")
    entities: list[Entity] = []
    for order in range(random_.randint(2, 5)):
        kind, names = random_.choice(
            (("Person", PEOPLE), ("Organization", BODIES), ("Place", BODIES[6:13]), ("MilitaryUnit", UNITS))
        )
        called = random_.sample(names, k=random_.choice((1, 1, 2)))
        role = random_.choice((None, "mayor", "minister", "Norwegian lawmaker"))
        spans = [draft.write(called[0])]
        cue = draft.write(" denied" if random_.random() < 0.2 else " said")
        draft.write(" that ")
        begin = len(draft.text)
        low = random_.choice((None, 3, 40, 41))
        figure = draft.write(f"at least {low}") if low else None
        draft.write(" people were killed near Marn of Okhar and Tesk " if low else random_.choice(CLAIMS))
        content = (begin, len(draft.text))
        draft.write(". ")
        spans += [draft.write(name) for name in called[1:]]
        draft.write(random_.choice((" He was there. ", " She was there. ", " ")))
        entities.append(Entity(f"e{order}", kind, called[0], True, tuple(spans), tuple(called), role))  # type: ignore[arg-type]
        denied = draft.text[slice(*cue)].endswith("denied")
        inside = order - 1 if order and random_.random() < 0.2 and draft.hops[-1].inside is None else None
        voice = Voice(f"e{order}", "Person")
        draft.hops.append(hop(order, voice, spans[0], cue, content, inside, "denies" if denied else "asserts"))
        if figure and low:
            draft.figures.append(Figure(figure, low, None, False, "killed", "people", order, content))
    return as_read(
        ArticleRecord(
            path=f"{number}.txt",
            sha256=hashlib.sha256(draft.text.encode()).hexdigest(),
            text=draft.text,
            url=f"https://kestrelpost.example/{number // 2}" if random_.random() < 0.4 else None,
            outlet=Outlet(outlet, (0, len(outlet))),
            published=random_.choice((None, "2031-03-01", "2031-03-02", "2031-03-09")),
            wire=random_.choice((None, None, None, "Norlan", "CVC")),
            language="en",
            entities=tuple(entities),
            attributions=tuple(draft.hops),
            figures=tuple(draft.figures),
        )
    )


def judged_at_random(random_: random.Random, articles: list[ArticleRecord]) -> Judgements:
    """Return verdicts on some pairs of names, and one referent taken out of its entity."""
    judged = Judgements()
    for one, other in random_.sample(JUDGED, k=random_.randint(0, 4)):
        judged = judged.with_verdict(pair(read_key(one), read_key(other)), random_.choice(("accepted", "rejected")))
    if articles and random_.random() < 0.5:
        article = random_.choice(articles)
        span = article.entities[0].mentions[0]
        referent = f"{article_iri(article)}#ref={span[0]},{span[1]}"
        judged = judged.with_verdict(pair(("person", "ilka sorn"), ("one article", referent)), "rejected")
    return judged


def live(graph: KnowledgeGraph, records: list[ArticleRecord], seed: int, steps: int) -> Iterator[Judgements]:
    """Add, remove and judge at random; yield what is judged after each time that the articles were related."""
    random_ = random.Random(seed)
    for there in shuffled(graph, records, random_, steps):
        judged = judged_at_random(random_, there)
        assert graph.path is not None
        save(judged, graph.path)
        graph._corpus._relate(judged)
        yield judged


@pytest.fixture
def crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make few names a crowd, so that limits are passed in both directions."""
    monkeypatch.setattr(blocking, "CROWD", 3)
    for module in (profiles, links, lone_names):
        monkeypatch.setattr(module, "EVERYWHERE", 3)
    for module in (partial_names, lone_names):
        monkeypatch.setattr(module, "CROWD", 3)
    for module in (fingerprint_index, copies):
        monkeypatch.setattr(module, "CROWD", 3)
        monkeypatch.setattr(module, "CROWD_SAMPLE", 3)
    monkeypatch.setattr(fingerprint_index, "STRANGERS", 2)
    monkeypatch.setattr(copies, "KEPT", 4)


@pytest.mark.parametrize("seed", range(4))
def test_what_came_and_went_leaves_no_trace(seed: int, tmp_path: Path) -> None:
    """After any additions, removals and judgements the shared graphs are those worked out in one go."""
    with KnowledgeGraph.open(tmp_path / "kg", create=True) as graph:
        for judged in live(graph, hostile(seed, 30), seed, 10):
            assert as_they_are(graph) == at_once(graph, judged)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.usefixtures("crowded")
def test_limits_that_are_passed_and_passed_again_leave_no_trace(seed: int, tmp_path: Path) -> None:
    """The same where a handful of names is a crowd already."""
    with KnowledgeGraph.open(tmp_path / "kg", create=True) as graph:
        for judged in live(graph, hostile(seed, 40), seed, 10):
            assert as_they_are(graph) == at_once(graph, judged)


def test_copies_and_stories_of_a_press_leave_no_trace(tmp_path: Path) -> None:
    """The same with wire copies, spellings and figures of a made-up press."""
    with KnowledgeGraph.open(tmp_path / "kg", create=True) as graph:
        for judged in live(graph, list(Press(5, public=12).articles(40)), 5, 6):
            assert as_they_are(graph) == at_once(graph, judged)


@pytest.mark.usefixtures("crowded")
def test_phrases_of_a_crowd_leave_no_trace(tmp_path: Path) -> None:
    """The same where what four articles of a made-up press hold is how everybody writes, or a report told again."""
    with KnowledgeGraph.open(tmp_path / "kg", create=True) as graph:
        for judged in live(graph, list(Press(6, public=12).articles(40)), 6, 8):
            assert as_they_are(graph) == at_once(graph, judged)


def test_the_same_bytes_in_any_order_and_from_nothing(tmp_path: Path) -> None:
    """Grown one by one, built in another order, or derived anew without the file beside the store."""
    records = hostile(11, 12)
    grown, turned = tmp_path / "grown", tmp_path / "turned"
    with KnowledgeGraph.open(grown, create=True) as graph:
        for record in records:
            graph.add(record)
            graph.relate()
        graph.export("nquads", tmp_path / "grown.nq")
    with KnowledgeGraph.open(turned, create=True) as graph:
        for record in reversed(records):
            graph.add(record)
        graph.relate()
        graph.export("nquads", tmp_path / "turned.nq")
    (grown / FILE).unlink()
    with KnowledgeGraph.open(grown) as graph:
        graph.relate()
        graph.export("nquads", tmp_path / "anew.nq")
    assert (tmp_path / "grown.nq").read_bytes() == (tmp_path / "turned.nq").read_bytes()
    assert (tmp_path / "grown.nq").read_bytes() == (tmp_path / "anew.nq").read_bytes()


@pytest.mark.parametrize("damage", ["cut", "overwritten", "spoilt", "of another program", "left unfinished"])
def test_a_damaged_file_of_derived_facts_is_made_anew(
    damage: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """What is derived is never the truth: whatever happens to it, the articles tell it again."""
    records, kg = hostile(12, 8), tmp_path / "kg"
    with KnowledgeGraph.open(kg, create=True) as graph:
        for record in records[:-1]:
            graph.add(record)
        graph.relate()
    derived = kg / FILE
    if damage == "cut":
        derived.write_bytes(derived.read_bytes()[:5000])
    elif damage == "overwritten":
        derived.write_bytes(b"not a database at all" * 100)
    elif damage == "spoilt":
        with sqlite3.connect(derived) as connection:
            connection.execute("UPDATE casts SET value = x'00'")
    elif damage == "of another program":
        derived.write_bytes(derived.read_bytes().replace(_program().encode(), b"0" * 64))
    else:
        (kg / "derived.unfinished").touch()
    with KnowledgeGraph.open(kg) as graph, caplog.at_level("WARNING"):
        graph.add(records[-1])
        graph.relate()
        assert as_they_are(graph) == at_once(graph, Judgements())
    assert not (kg / "derived.unfinished").exists()
    assert all(entry.exc_info is None for entry in caplog.records), "a traceback for a person to read"


def test_a_file_of_derived_facts_that_may_not_be_written_is_made_anew(tmp_path: Path) -> None:
    """Where its folder may be written, as that of somebody else's copy, it is no reason to stop."""
    Cache(tmp_path / FILE).close()
    connection = sqlite3.connect(f"file:{tmp_path / FILE}?mode=ro", uri=True)
    with pytest.raises(sqlite3.OperationalError) as raised:
        connection.execute("CREATE TABLE casts (key)")
    connection.close()
    assert is_damage(raised.value)


def test_tables_of_another_form_are_damage_and_a_wrong_question_is_a_defect(tmp_path: Path) -> None:
    """What an earlier program kept in other columns is made anew; an update that asks for what is not there stops."""
    kg, (first, second) = tmp_path / "kg", hostile(13, 2)
    with KnowledgeGraph.open(kg, create=True) as graph:
        graph.add(first)
        graph.relate()
    with closing(sqlite3.connect(kg / FILE)) as connection:
        with pytest.raises(sqlite3.OperationalError) as raised:
            connection.execute("SELECT key FROM no_such_table")
        with pytest.raises(DamageError), opening():
            connection.execute("SELECT key FROM no_such_table")
        connection.executescript("DROP TABLE casts; CREATE TABLE casts (name)")
    assert not is_damage(raised.value)
    with KnowledgeGraph.open(kg) as graph:
        graph.add(second)
        graph.relate()
        assert as_they_are(graph) == at_once(graph, Judgements())


def test_a_defect_of_an_update_is_told_and_what_was_derived_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error that the file has no part in is not hidden by working all out again."""
    records, kg = hostile(14, 4), tmp_path / "kg"
    with KnowledgeGraph.open(kg, create=True) as graph:
        for record in records[:-1]:
            graph.add(record)
        graph.relate()
    before = (kg / FILE).read_bytes()

    def fail(*_: object) -> None:
        sqlite3.connect(":memory:").execute("SELECT key FROM no_such_table")

    monkeypatch.setattr(Parts, "follow", fail)
    with KnowledgeGraph.open(kg) as graph:
        graph.add(records[-1])
        with pytest.raises((GraphError, sqlite3.OperationalError), match="no_such_table"):
            graph.relate()
    assert (kg / FILE).read_bytes() == before


@pytest.mark.parametrize(
    "file",
    [
        "same_claim.onnx",
        "figure_trees.json",
        "records.py",
        "learned.py",
        "resources.py",
        "cache.py",
        "countries.tsv",
        "tokenizer.json",
    ],
)
def test_what_decides_is_part_of_the_digest(file: str) -> None:
    """A changed network, record or list may decide otherwise, so what an earlier one derived is of no use."""
    assert file in {path.rsplit("/", 1)[-1] for path, _ in deciding()}


def test_an_article_that_comes_back_otherwise_is_read_again(tmp_path: Path) -> None:
    """Removed and added with other findings before anybody related: what it told before is gone."""
    first = hostile(13, 3)
    with KnowledgeGraph.open(tmp_path / "kg", create=True) as graph:
        for record in first:
            graph.add(record)
        graph.relate()
        graph.remove(first[0].path)
        graph.add(
            ArticleRecord(first[0].path, first[0].sha256, first[0].text, url=first[0].url, outlet=first[0].outlet)
        )
        graph.relate()
        assert as_they_are(graph) == at_once(graph, Judgements())


def test_an_edited_article_revises_the_old_one_and_goes_with_it(tmp_path: Path) -> None:
    """A version that comes later is linked to the one before; without it, nothing is said of versions."""
    old, new = (
        ArticleRecord(
            "a.txt", "0", text, url="https://kestrelpost.example/a", outlet=Outlet("Kestrel Post"), published=day
        )
        for text, day in (("The harbour is open.", "2031-03-01"), ("The harbour is closed.", "2031-03-02"))
    )
    with KnowledgeGraph.open(tmp_path / "kg", create=True) as graph:
        for record in (old, new):
            graph.add(record)
            graph.relate()
        assert list(graph.dataset.subject_objects(WS.revises)) == [(article_iri(new), article_iri(old))]
        graph.remove(str(article_iri(new)))
        graph.relate()
        assert not list(graph.dataset.subject_objects(WS.revises))


def test_a_process_that_is_killed_before_it_relates_loses_nothing(tmp_path: Path) -> None:
    """Articles that were written and removed without being related are made up for the next time."""
    records, kg = hostile(16, 8), tmp_path / "kg"
    with KnowledgeGraph.open(kg, create=True) as graph:
        for record in records[:6]:
            graph.add(record)
        graph.relate()
    child = (
        "import os, sys, json; from whosays.graph import KnowledgeGraph; "
        "from whosays.extract.records import ArticleRecord; graph = KnowledgeGraph.open(sys.argv[1]); "
        "[graph.add(ArticleRecord.from_json(each)) for each in json.loads(sys.argv[2])]; "
        "graph.remove('0.txt'); os.kill(os.getpid(), 9)"
    )
    new = json.dumps([record.to_json() for record in records[6:]])
    assert subprocess.run([sys.executable, "-c", child, str(kg), new], check=False).returncode == -9  # noqa: S603
    with KnowledgeGraph.open(kg) as graph:
        assert {stored.path for stored in graph.articles()} == {f"{number}.txt" for number in range(1, 8)}
        graph.relate()
        assert as_they_are(graph) == at_once(graph, Judgements())


def test_a_process_that_is_killed_while_it_writes_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store was written and what is derived was not: an article less the next time leaves no trace either."""
    records, kg = hostile(17, 8), tmp_path / "kg"
    with KnowledgeGraph.open(kg, create=True) as graph:
        for record in records[:6]:
            graph.add(record)
        graph.relate()
        graph.add(records[6])
        with monkeypatch.context() as patch:
            patch.setattr(Parts, "finish", _killed)
            with pytest.raises(KeyboardInterrupt):
                graph.relate()
    with KnowledgeGraph.open(kg) as graph:
        graph.remove("6.txt")
        graph.add(records[7])
        graph.relate()
        assert as_they_are(graph) == at_once(graph, Judgements())


def _killed(_: Parts) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("defect", [KeyError("who"), ValueError("not a day"), TypeError("None")])
def test_a_defect_is_an_error_and_no_reason_to_begin_anew(
    defect: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What goes wrong inside a part reaches whoever called, and leaves all as it was before."""
    records, kg = hostile(18, 4), tmp_path / "kg"
    with KnowledgeGraph.open(kg, create=True) as graph:
        for record in records[:3]:
            graph.add(record)
        graph.relate()
        before = as_they_are(graph)
        graph.add(records[3])
        with monkeypatch.context() as patch:
            patch.setattr(Copies, "change", Mock(side_effect=defect))
            with pytest.raises(type(defect)) as raised:
                graph.relate()
            assert raised.value is defect
            assert as_they_are(graph) == before
        graph.relate()
        assert as_they_are(graph) == at_once(graph, Judgements())


def test_every_part_comes_after_those_that_it_needs() -> None:
    """The order of the registry is that of its arrows, and nobody needs what is not there."""
    before: set[str] = set()
    for part in PARTS:
        assert before.issuperset(part.needs), part.name
        before.add(part.name)


def test_nothing_that_could_run_is_read_back() -> None:
    """A file that somebody else made can name no function; it is thrown away."""
    with pytest.raises(Exception, match="not to be read back"):
        Cache(None).table("casts")._decoded(zlib.compress(b"cos\nsystem\n(S'true'\ntR."))


def _program() -> str:
    from whosays.graph.incremental.program import program  # noqa: PLC0415 - beside its only use

    return program()


def test_removing_what_is_not_there_changes_nothing(tmp_path: Path) -> None:
    """No article of that name: nothing is removed, and a graph opened for reading cannot be changed."""
    kg = tmp_path / "kg"
    with KnowledgeGraph.open(kg, create=True) as graph:
        graph.add(hostile(15, 1)[0])
        graph.relate()
        assert graph.remove("nowhere.txt") == 0
    with KnowledgeGraph.open(kg, read_only=True) as graph, pytest.raises(GraphError):
        graph.remove("0.txt")


@pytest.mark.model
def test_what_was_kept_of_whole_records_is_read_back(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Where a part keeps what may not be read back, every update would begin from nothing, and nobody see it."""
    records = [record for record in extract(sample_articles()[:6], workers=1) if isinstance(record, ArticleRecord)]
    with KnowledgeGraph.open(tmp_path / "kg", create=True) as graph:
        for record in records:
            graph.add(record)
        graph.relate()
    with KnowledgeGraph.open(tmp_path / "kg") as graph:
        graph.remove(records[0].path)
        graph.relate()
    assert not caplog.records, caplog.text
    for name, table in Parts(tmp_path / "kg").cache._tables.items():
        assert all(table.get(key) is not None for key in table.keys()), name  # noqa: SIM118 - a table is no dict

"""Every seam between rooms, with whatever text there is: what goes in comes out, offsets hold, errors are ours."""

# ruff: noqa: E501 - a strategy a line

from __future__ import annotations

import contextlib
import csv
import datetime as dt
import io
import json
import re
from collections.abc import Iterator

import pyoxigraph
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from rdflib import Dataset

from tests.proof.hostile import WANTS, _of_tsv
from tests.proof.invariants import faults, faults_of_article
from tests.proof.mutation import PIECES
from tests.proof.seeds import TEXTS
from tests.record_builder import article_record, built
from whosays.extract import ArticleSkipped, Extractor
from whosays.extract.articles import prose_of
from whosays.extract.articles.article import Article
from whosays.extract.articles.dates import iso_date, machine_date, url_date
from whosays.extract.articles.language import language_of
from whosays.extract.articles.reader import read_article
from whosays.extract.records import (
    ArticleRecord,
    Attribution,
    Claim,
    Entity,
    Figure,
    Outlet,
    Skipped,
    When,
)
from whosays.graph import KnowledgeGraph, RecordError
from whosays.graph.articles import article_graph
from whosays.graph.rdf import line
from whosays.queries import QueryError, Table, render, run
from whosays.queries.execution.guarding import guard

OFTEN = settings(max_examples=60, deadline=None, derandomize=True)
SELDOM = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
ANY = st.text(st.characters(exclude_categories=()), max_size=80)  # any characters, surrogates among them
ODD = st.one_of(
    ANY,
    st.lists(st.sampled_from((*PIECES, *WANTS, *" ".join(TEXTS).split())), max_size=60).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
)


def written(factory: pytest.TempPathFactory, data: bytes) -> Article | None:
    """Return the article of a file with these bytes, ``None`` where it is refused with a reason."""
    path = factory.mktemp("seam") / "a.txt"
    path.write_bytes(data)
    try:
        return read_article(path)
    except ArticleSkipped:
        return None


@OFTEN
@given(text=ODD)
def test_a_file_is_the_text_that_was_written(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What is UTF-8 keeps each character, or is refused with a reason; the body lies in it."""
    assume("\x00" not in text and not any("\ud800" <= char <= "\udfff" for char in text))
    article = written(tmp_path_factory, text.encode())
    if article is None:
        return
    assert article.text == text
    assert list(faults_of_article(article)) == []


@OFTEN
@given(text=ODD, ends=st.tuples(st.integers(0, 400), st.integers(0, 400)))
def test_the_prose_leads_back_to_the_article(
    text: str, ends: tuple[int, int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Any span of the prose is a span of the article that begins and ends with the same characters, or their mend."""
    article = written(tmp_path_factory, text.encode("utf-8", "replace"))
    if article is None:
        return
    prose = prose_of(article)
    assume(prose.text)
    start, end = sorted(end % len(prose.text) for end in ends)
    first, last = prose.span(start, end + 1)
    assert 0 <= first < last <= len(article.text)
    for there, here in ((prose.text[start], article.text[first]), (prose.text[end], article.text[last - 1])):
        assert there == here or there in " ’\ufffd-\n"


@pytest.fixture(scope="module")
def real() -> Extractor:
    return Extractor()


@pytest.mark.model
@SELDOM
@given(text=ODD)
def test_a_record_is_sound_whatever_is_read(
    real: Extractor, text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Offsets in range and trimmed, figures in their sentences, chains without circles, the same after JSON."""
    article = written(tmp_path_factory, text.encode("utf-8", "surrogatepass"))
    if article is None:
        return
    assert list(faults(real.record(article))) == []


SPANS = st.tuples(st.integers(0, 40), st.integers(1, 40)).map(lambda pair: (pair[0], pair[0] + pair[1]))
PARTS = st.lists(SPANS, max_size=3).map(tuple)
NUMBERS = st.none() | st.integers(0, 5)
FLOATS = st.none() | st.floats(allow_nan=False)
RECORDS = st.builds(
    ArticleRecord,
    path=ANY, sha256=st.just("0" * 64), text=st.text(st.characters(exclude_categories=()), min_size=80, max_size=120), title=st.none() | ANY,
    url=st.none() | ANY, outlet=st.none() | st.builds(Outlet, ANY, st.none() | SPANS), author=st.none() | ANY,
    published=st.none() | st.dates().map(dt.date.isoformat), wire=st.none() | ANY, language=st.none() | st.just("en"),
    entities=st.lists(
        st.builds(
            Entity, id=st.sampled_from(("e0", "e1", "e2")), type=st.sampled_from(("Person", "Organization", "Place")),
            name=ANY, named=st.booleans(), mentions=PARTS, aliases=st.lists(ANY, max_size=2).map(tuple),
            role=st.none() | ANY, part_of=st.none() | st.just("e1"),
        ), max_size=3, unique_by=lambda entity: entity.id).map(tuple),
    attributions=st.lists(
        st.builds(
            Attribution, id=st.integers(0, 5), source=st.none() | SPANS, entity=st.none() | st.just("e0"), cue=PARTS,
            content=PARTS, inside=NUMBERS, quote=st.sampled_from(("direct", "indirect", "mixed")),
            stance=st.sampled_from(("asserts", "denies", "reports")), certainty=st.just("certain"),
            confidence=st.floats(0, 1), cue_lemma=st.none() | ANY, hedges=PARTS,
        ), max_size=4, unique_by=lambda hop: hop.id).map(tuple),
    figures=st.lists(
        st.builds(
            Figure, span=SPANS, low=FLOATS, high=FLOATS, approximate=st.booleans(), measure=st.none() | ANY,
            of=st.none() | ANY, attribution=NUMBERS, sentence=SPANS,
            when=st.none() | st.builds(When, SPANS, st.just("2031"), st.none(), st.none(), st.just("year")),
            where=st.none() | SPANS, setting=st.lists(ANY, max_size=2).map(tuple), terms=ANY,
        ), max_size=3).map(tuple),
    claims=st.lists(st.builds(Claim, PARTS, ANY), max_size=2).map(tuple),
    skipped=st.lists(st.builds(Skipped, SPANS, ANY), max_size=2).map(tuple),
    context=st.lists(ANY, max_size=2).map(tuple),
)  # fmt: skip


@OFTEN
@given(record=RECORDS)
def test_a_record_is_the_same_after_json(record: ArticleRecord) -> None:
    """Of whatever texts and spans: as UTF-8 with escapes, nothing is lost."""
    assert ArticleRecord.from_json(json.loads(json.dumps(record.to_json()).encode("ascii"))) == record


@OFTEN
@given(record=RECORDS)
def test_a_record_is_refused_or_becomes_quads_that_others_read(record: ArticleRecord) -> None:
    """What contradicts itself is a RecordError; of all else there are the same quads each time, and no blank node."""
    try:
        made = article_graph(record)
    except RecordError:
        return
    assert made == article_graph(record)
    lines = "".join(f"{line(triple)}\n" for triple in made.triples)
    read = list(pyoxigraph.parse(lines.encode(), pyoxigraph.RdfFormat.N_TRIPLES))
    assert len(set(read)) == len(set(made.triples))
    assert not any(isinstance(triple.subject, pyoxigraph.BlankNode) for triple in read)


CELLS = st.none() | st.booleans() | st.integers() | ODD
ROWS = st.lists(st.tuples(CELLS, CELLS), max_size=5).map(tuple)


@OFTEN
@given(rows=ROWS)
def test_tables_are_read_back(rows: tuple[tuple[str | int | None, ...], ...]) -> None:
    """CSV but for the mark before a formula, TSV and JSON wholly."""
    table = Table(("a", "b"), rows)
    plain = [
        ["" if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell) for cell in row]
        for row in rows
    ]
    marked = [
        [
            f"'{text}" if isinstance(cell, str) and re.match("'*[=+@\t\r-]", text) else text
            for cell, text in zip(*pair, strict=True)
        ]
        for pair in zip(rows, plain, strict=True)
    ]
    assert list(csv.reader(io.StringIO(render(table, "csv"), newline="")))[1:] == marked
    lines = render(table, "tsv").removesuffix("\n").split("\n")[1:]
    assert [[_of_tsv(cell) for cell in line.split("\t")] for line in lines] == plain
    assert [(row["a"], row["b"]) for row in json.loads(render(table, "json"))] == list(rows)


@pytest.fixture(scope="module")
def asked() -> Iterator[Dataset]:
    with built(KnowledgeGraph.in_memory(), [article_record("a.txt", TEXTS[0], outlet="Halden Gull")]) as graph:
        yield graph.dataset


@OFTEN
@given(text=ODD)
def test_a_question_is_answered_or_refused(asked: Dataset, text: str) -> None:
    """Any text as a name, and as a query: rows, or a QueryError of one line."""
    for question, params in (("articles", {"article": text}), ("attributions", {"content": text})):
        with contextlib.suppress(QueryError):  # of nothing, or of what no query can hold
            assert len(run(asked, question, params).rows) <= 1
    with contextlib.suppress(QueryError):
        assert guard("yours", text)


@OFTEN
@given(text=ODD)
def test_any_text_may_be_asked_for_its_date_and_language(text: str) -> None:
    """A date is a day of the calendar; a language has two letters."""
    for found in (iso_date(text), machine_date(text), url_date(text)):
        assert found is None or dt.date.fromisoformat(found[:10])
    language = language_of(text)
    assert language is None or len(language) == 2

"""From an article to its record: offsets, chunks, hostile text; and that a record never contradicts itself."""

from __future__ import annotations

import dataclasses
import json
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.attrs import DEP, HEAD
from spacy.language import Language
from spacy.tokens import Doc, Span

from tests.doc_builder import BLANK
from whosays.extract import ArticleRecord, Failure, chunks, extract, extractor
from whosays.extract.articles.article import Article
from whosays.extract.articles.reader import read_article
from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.linker import Linker
from whosays.extract.coreference.resolver import Referents
from whosays.extract.extractor import Extractor
from whosays.extract.records import Span as Offsets

NAMES = ("Ada", "Bo")
NEAR = {"bias": -1.0, "threshold": 0.0}
TOUCHING = Linker(
    {**NEAR, "Content after, up to 0 tokens apart": 3.0}, {**NEAR, "Source before, up to 0 tokens apart": 3.0}
)


class Tagger:
    """Finds "NAME said WORDS" and nothing else: a sentence of one, name and all."""

    def __call__(self, doc: Doc) -> Doc:
        """Tag every sentence that has the shape, and its name as a person's; all its words hang on the first one.

        Without any tree spaCy's tokens lead out of the Doc where its tokeniser had exceptions, as of "’’".
        """
        heads = [sentence.start - token.i for sentence in doc.sents for token in sentence]
        tree = np.full((len(doc), 2), doc.vocab.strings.add("dep"), dtype=np.uint64)
        tree[:, 0] = np.array(heads, dtype=np.int64).view(np.uint64)
        doc.from_array([HEAD, DEP], tree)  # type: ignore[arg-type]
        doc.spans["attribution"] = self.found(doc)
        doc.set_ents([Span(doc, t.i, t.i + 1, "Person") for t in doc if t.text in NAMES])
        return doc

    def tag(self, docs: list[Doc]) -> list[list[Span]]:
        """Tag texts without sentences as if each were one."""
        return [self.found(doc) for doc in docs]

    def found(self, doc: Doc) -> list[Span]:
        """Return the tagged spans of a Doc."""
        spans = []
        for at in (token.i for token in doc[1:-1] if token.text == "said" and doc[token.i - 1].text in NAMES):
            end = next((t.i for t in doc[at + 1 :] if t.text in ".," or t.is_space), len(doc))
            spans += [Span(doc, at - 1, at, "Source"), Span(doc, at, at + 1, "Cue")]
            spans += [Span(doc, at + 1, end, "Content")] if end > at + 1 else []
        return spans


@Language.factory("test_recording_tagger")
def make_tagger(nlp: Language, name: str) -> Tagger:  # noqa: ARG001 - spaCy's signature
    """Return the tagger as a pipe."""
    return Tagger()


@pytest.fixture(scope="module")
def fake() -> Extractor:
    """An extractor without a model: sentences end at full stops, one shape of attribution is known."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("test_recording_tagger", name="attribution")
    return Extractor(nlp, TOUCHING)


@pytest.fixture(scope="module")
def real() -> Extractor:
    """The extractor with the shipped model."""
    return Extractor()


@pytest.mark.model
def test_an_extractor_with_a_linker_of_its_own_changes_no_other() -> None:
    """Neither those that are there nor those that come later."""
    text = article("Ada Moll said the dam was safe. “It held,” she added.")
    before = Extractor()
    told = before.record(text)
    Extractor(linker=TOUCHING)
    assert before.record(text) == told == Extractor().record(text)


def article(text: str, language: str | None = "en") -> Article:
    """Return an article all of whose text is news."""
    return Article("a.txt", text, "0" * 64, ((0, len(text)),), language=language)


def words(record: ArticleRecord, span: Offsets | None) -> str | None:
    """Return a span's words, without what the prose leaves out."""
    return None if span is None else " ".join(record.text[slice(*span)].replace("\u200b", "").split())


def said(record: ArticleRecord) -> list[tuple[str | None, list[str | None], list[str | None]]]:
    """Return the words of every attribution."""
    return [
        (words(record, a.source), [words(record, s) for s in a.cue], [words(record, s) for s in a.content])
        for a in record.attributions
    ]


def spans_of(record: ArticleRecord) -> Iterator[Offsets]:
    """Return every span that a record has."""
    for a in record.attributions:
        yield from (*a.cue, *a.content, *a.hedges, *([a.source] if a.source is not None else []))
    for f in record.figures:
        yield from (f.span, f.sentence)
    yield from (s.span for s in record.skipped)
    yield from (m for e in record.entities for m in e.mentions)


def check(record: ArticleRecord) -> None:
    """Assert what holds for any record of any text."""
    assert all(0 <= start < end <= len(record.text) for start, end in spans_of(record))
    assert [a.id for a in record.attributions] == list(range(len(record.attributions)))
    entities = {e.id for e in record.entities}
    assert len(entities) == len(record.entities)
    for a in record.attributions:
        assert a.content, "an attribution of nothing"
        assert a.entity is None or a.entity in entities
        assert a.cue or a.source, "neither cue nor source"
        assert 0 <= a.confidence <= 1
        outer, seen = a.inside, {a.id}
        while outer is not None:
            assert outer not in seen, "an attribution inside itself"
            seen.add(outer)
            outer = record.attributions[outer].inside
    ids = {a.id for a in record.attributions}
    assert all(f.attribution is None or f.attribution in ids for f in record.figures)
    for entry in record.skipped:
        if entry.why.startswith("reporting word"):
            cues = [cue for a in record.attributions if a.kind != "act" for cue in a.cue]
            assert not any(cue[0] < entry.span[1] and entry.span[0] < cue[1] for cue in cues), "listed and attributed"
    assert ArticleRecord.from_json(json.loads(json.dumps(record.to_json()))) == record


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell. Ada said the dam broke. It was late.",
        "Rain fell.\r\n\r\nAda said\r\nthe dam\r\nbroke. It was late.\r\n",
        "\ufeffRain fell.\n\nAda said the dam broke.",
        "Rain \u202efell\u202c in שלום. Ada said the dam broke.",
        "R\u200bain fell. A\u200bda sa\u200bid the \u200bdam bro\u200bke.",
        "Rain\x00 fell \ud83d. Ada said the dam broke.",
        "Rain 🌧 fell 𝕙𝕖𝕣𝕖. Ada said the dam broke.",
        "Ra\u0301in fell. Ada  said \t the <b>dam</b> broke.",
    ],
    ids=["plain", "crlf", "bom", "rtl", "zero width", "surrogate and null", "astral", "mark-up"],
)
def test_offsets_hit_the_words(fake: Extractor, text: str) -> None:
    """Whatever the prose repairs, spans are those of the text as it was."""
    record = fake.record(article(text))
    check(record)
    [(source, cue, content)] = said(record)
    assert (source, cue) == ("Ada", ["said"])
    assert [c and c.replace("<b>", "").replace("</b>", "") for c in content] == ["the dam broke"]
    assert [e.name for e in record.entities] == ["Ada"]


@pytest.mark.parametrize("text", ["", "\n \n", ".", "“", "\ud800", "\x00", "\u200b", "Rain."])
def test_next_to_nothing_is_an_empty_record(fake: Extractor, text: str) -> None:
    """A text without prose, or hardly any, has no findings and raises nothing."""
    record = fake.record(article(text))
    check(record)
    assert (record.attributions, record.figures) == ((), ())


def test_no_body_no_findings(fake: Extractor) -> None:
    """Text outside the body is not read."""
    unread = dataclasses.replace(article("Ada said the dam broke."), body=())
    assert fake.record(unread).attributions == ()


def test_another_language_is_named_and_not_read(fake: Extractor) -> None:
    """An article that is not English keeps its language and has a note instead of findings."""
    record = fake.record(article("Ada said der Damm brach.", language="de"))
    assert (record.language, record.attributions, record.entities) == ("de", (), ())
    assert any("de" in note for note in record.notes)
    assert fake.record(article("Ada said the dam broke.", language=None)).attributions


PARAGRAPHS = [f"Rain fell {n} times. {NAMES[n % 2]} said the dam number {n} broke early." for n in range(60)]


@pytest.mark.parametrize("joint", ["\n\n", " "], ids=["between paragraphs", "between words"])
def test_a_long_article_is_read_in_chunks(fake: Extractor, monkeypatch: pytest.MonkeyPatch, joint: str) -> None:
    """Chunks give the findings of the whole: ids run on, names are one entity, offsets are the article's."""
    text = joint.join(PARAGRAPHS)
    whole = fake.record(article(text))
    monkeypatch.setattr(chunks, "CHUNK", 500)
    cut = fake.record(article(text))
    check(cut)
    assert len(whole.attributions) == 60
    assert {e.name: e.mentions for e in cut.entities} == {e.name: e.mentions for e in whole.entities}
    if joint == "\n\n":
        assert said(cut) == said(whole)
        assert [a.entity for a in cut.attributions] == [a.entity for a in whole.attributions]
    else:
        assert len(cut.attributions) >= 50


def test_a_paragraph_without_end_is_cut_between_sentences(fake: Extractor) -> None:
    """What has no paragraphs is read in pieces, so that its time does not grow with its square; nothing is lost."""
    sentences = [f"Rain fell {n} times. {NAMES[n % 2]} said the dam number {n} broke early." for n in range(900)]
    record = fake.record(article("Ada said the road closed.\n\n" + " ".join(sentences)))
    check(record)
    assert len(record.text) > 2 * chunks.PARAGRAPH
    assert len(record.attributions) == 901


def test_a_word_longer_than_a_chunk_is_cut(fake: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a space in reach a chunk ends where it must, and the rest is read all the same."""
    monkeypatch.setattr(chunks, "CHUNK", 100)
    text = "Ada said the dam broke. " + "x" * 1_000 + " . Bo said the road closed."
    record = fake.record(article(text))
    check(record)
    assert [entry[0] for entry in said(record)] == ["Ada", "Bo"]


@pytest.mark.parametrize("mark", ['"', "“", "’", "(", "x", "1,", "«»"])
def test_a_flood_of_marks_takes_linear_time(fake: Extractor, mark: str) -> None:
    """Very many marks without a space, which tokenisers peel off one by one, cost seconds and hide nobody."""
    began = time.process_time()
    record = fake.record(article(f"Ada said the dam broke. {mark * 200_000} . Bo said the road closed."))
    assert time.process_time() - began < 10
    check(record)
    assert [entry[0] for entry in said(record)] == ["Ada", "Bo"]


def test_the_same_article_gives_the_same_record(fake: Extractor) -> None:
    """Nothing is kept from one article to the next."""
    first = fake.record(article("Ada said the dam broke."))
    fake.record(article("Bo said the road closed."))
    assert fake.record(article("Ada said the dam broke.")) == first


MESSY = (
    "‘We had no warning,’ Mara Quill told the Halden Gull on Tuesday. ‘The soldiers’ boots were wet.’\r\n\r\n"
    "According to state radio, a clerk said that at least 40 villagers were missing. The ministry declined to comment"
    " on the figure, which could not be independently verified.\r\n\r\n"
    "Citing a briefing by the harbour office, the mayor, Oren Vask, said the pier was closed.\r\n\r\n"
    "“The water came at night.\r\n\r\n“Then it stopped,” he added. The guards reportedly fled."
)


@pytest.mark.model
class TestWithTheModel:
    """The whole way with the shipped pipeline."""

    @pytest.mark.parametrize(
        "text",
        [
            MESSY,
            "\ufeff" + MESSY,
            MESSY.replace(" ", "\u00a0\u200b"),
            MESSY.replace("the", "the\x00"),
            MESSY.replace("said", "\u202esaid\u202c"),
            MESSY.replace("a", "a\ud83d"),
            MESSY.replace("\r\n\r\n", " "),
            MESSY.replace("’", "").replace("”", ""),
            MESSY.upper(),
            MESSY.replace(".", ""),
        ],
    )
    def test_a_record_never_contradicts_itself(self, real: Extractor, text: str) -> None:
        """However a text is spoilt, spans lie in it, ids hold and nothing is inside itself."""
        check(real.record(article(text)))

    def test_all_voices_are_heard(self, real: Extractor) -> None:
        """Quotation, state radio around the clerk, withheld comment and hearsay are all there."""
        record = real.record(article(MESSY))
        sources = {words(record, a.source) for a in record.attributions}
        assert {"Mara Quill", "a clerk", "The ministry", "the harbour office", None} <= sources
        clerk = next(a for a in record.attributions if words(record, a.source) == "a clerk")
        assert clerk.inside is not None
        assert words(record, record.attributions[clerk.inside].source) == "state radio"

    def test_how_many_speak_is_no_figure(self, real: Extractor) -> None:
        """Two residents speak; the three hundred who were hurt are counted."""
        record = real.record(article("Two residents said that 300 people were hurt when the dam burst on Tuesday."))
        assert [words(record, figure.span) for figure in record.figures] == ["300"]
        assert [(words(record, entry.span), entry.why) for entry in record.skipped] == []

    def test_one_line_of_300_000_characters(self, real: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
        """A line of any length is cut between words; most of it says nothing, so that the test is fast."""
        monkeypatch.setattr(chunks, "CHUNK", 100_000)
        text = "Mara Quill said the pier was closed. " + "x" * 300_000 + ".\n\nOren Vask said the dam broke."
        record = real.record(article(text))
        check(record)
        assert [entry[0] for entry in said(record)] == ["Mara Quill", "Oren Vask"]

    def test_the_number_of_processes_changes_nothing(self, tmp_path: Path) -> None:
        """One process or two: the same records in the same order, failures too."""
        for number in range(6):
            (tmp_path / f"{number}.txt").write_text(MESSY.replace("40", str(40 + number)), "utf-8")
        (tmp_path / "2b.txt").write_bytes(b"")
        paths = [*sorted(tmp_path.iterdir()), tmp_path / "missing.txt"]
        alone, together = (list(extract(paths, workers=count)) for count in (1, 2))
        assert alone == together
        assert [type(outcome) for outcome in alone] == [ArticleRecord] * 3 + [Failure] + [ArticleRecord] * 3 + [Failure]

    def test_a_file_s_offsets_are_those_of_its_text(self, real: Extractor, tmp_path: Path) -> None:
        """A .txt with a byte order mark and Windows line ends is counted as decoded, newlines untouched."""
        path = tmp_path / "story.txt"
        path.write_bytes(("\ufeff" + MESSY).encode())
        record = real.record(read_article(path))
        check(record)
        assert record.text == "\ufeff" + MESSY
        assert "Mara Quill" in {words(record, a.source) for a in record.attributions}

    @settings(max_examples=40, deadline=None, derandomize=True)
    @given(
        pieces=st.lists(
            st.sampled_from(
                (
                    *"\"“”‘’'«»„.,:;()—-\n\t",
                    *("\n\n", "\r\n", "\u200b", "\x00", "\ud800", "’s", "5", "1,000", "at least 40", "%"),
                    *("said", "told", "according to", "citing", "cited by", "reportedly", "declined to comment"),
                    *("could not verify", "neither", "nor", "is said to", "that", "who", "he", "Mara", "the army"),
                    *("killed", "a report by", "rain", "fell", "and", "added", "it", "denied"),
                )
            ),
            max_size=60,
        ),
        glue=st.sampled_from(["", " "]),
    )
    def test_random_text_never_fails(self, real: Extractor, pieces: list[str], glue: str) -> None:
        """Whatever marks, words of reporting and numbers stand in whatever order, there is a sound record."""
        check(real.record(article(glue.join(pieces))))


@pytest.mark.parametrize(("inner", "stance"), [((2, 10), "reports"), ((8, 10), "asserts")])
def test_an_aside_of_another_voice_makes_no_report(inner: tuple[int, int], stance: str) -> None:
    """A voice reports where another one fills what it says; who quotes a word in passing says the rest itself."""
    doc = BLANK("Ada said the wall had been weak since the spring rain came down")
    hop = Hop(doc[0:1], (doc[1:2],), (doc[2 : len(doc)],), None, 1.0)
    aside = Hop(None, (), (doc[slice(*inner)],), 0, 1.0)
    doc._.attributions, doc._.referents, doc._.quotations = AttributionSet([hop, aside]), Referents((), {}), ()
    attributions = extractor._attributions(doc)
    assert next(iter(attributions)).stance == stance

"""Stance, certainty and hedges of single hops, on sentences written for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span

from tests.doc_builder import BLANK
from whosays.extract.factuality.stance import Reading, read_stance
from whosays.extract.lexicon import cue_phrases, cue_word, inflections
from whosays.extract.pipeline.loading import load_model

GOLD = Path(__file__).parents[2] / "data" / "stance_hops.tsv"
UNSEEN = GOLD.with_name(
    "stance_hops_unseen.tsv"
)  # first run, 164 hops: stance .896, certainty .945; 60 more: .850, .883
FLOOR_WITHOUT_PARSE = 0.97
FLOOR_WITH_MODEL = 0.95
_MARK = re.compile(r"<(/?)([sck])>")


@dataclass(frozen=True, slots=True)
class Hop:
    """A marked sentence: its plain words and, by role, the character spans."""

    text: str
    spans: dict[str, list[tuple[int, int]]]


def unmarked(marked: str) -> Hop:
    pieces: list[str] = []
    spans: dict[str, list[tuple[int, int]]] = {"s": [], "c": [], "k": []}
    length = at = opened = 0
    for mark in _MARK.finditer(marked):
        pieces.append(marked[at : mark.start()])
        length, at = length + mark.start() - at, mark.end()
        if mark[1]:
            spans[mark[2]].append((opened, length))
        opened = length
    return Hop("".join([*pieces, marked[at:]]), spans)


def read(marked: str, *, relays: bool = False, nlp: Language | None = None) -> tuple[Reading, Doc]:
    hop = unmarked(marked)
    doc = (nlp or BLANK)(hop.text)

    def found(role: str) -> list[Span]:
        spans = [doc.char_span(*span, alignment_mode="expand") for span in hop.spans[role]]
        return [span for span in spans if span is not None]

    source = found("s")
    return read_stance(doc, found("c"), source[0] if source else None, found("k"), relays=relays), doc


def gold() -> list[tuple[str, str, str, bool]]:
    lines = [line for path in (GOLD, UNSEEN) for line in path.read_text("utf-8").splitlines()]
    rows = [line.split("\t") for line in lines if not line.startswith(("#", "sentence\t"))]
    return [(row[0], row[1], row[2], row[3] == "relays") for row in rows]


def wrong(nlp: Language | None = None) -> list[str]:
    """Return a line for every gold hop that is read otherwise."""
    lines = []
    for marked, stance, certainty, relays in gold():
        reading, _ = read(marked, relays=relays, nlp=nlp)
        if (reading.stance, reading.certainty) != (stance, certainty):
            lines.append(f"{marked}: {reading.stance}/{reading.certainty}, gold {stance}/{certainty}")
    return lines


class TestGold:
    def test_there_is_enough_of_it(self) -> None:
        """At least 300 hops, every stance and every certainty among them."""
        assert len(gold()) >= 300
        assert len({stance for _, stance, _, _ in gold()}) == 8
        assert len({certainty for _, _, certainty, _ in gold()}) == 6

    def test_without_tags_lemmas_and_parse(self) -> None:
        """Words alone carry most of it."""
        mistakes = wrong()
        assert 1 - len(mistakes) / len(gold()) >= FLOOR_WITHOUT_PARSE, "\n".join(mistakes)

    @pytest.mark.model
    def test_with_the_shipped_pipeline(self) -> None:
        """Tags, lemmas and parse do not make it worse."""
        folder = Path(__file__).parents[3] / "extract" / "model"
        if not (folder / "meta.json").exists():
            pytest.skip("extract/model is not there")
        mistakes = wrong(load_model())
        assert 1 - len(mistakes) / len(gold()) >= FLOOR_WITH_MODEL, "\n".join(mistakes)


def hedges(marked: str, *, relays: bool = False) -> list[str]:
    reading, doc = read(marked, relays=relays)
    return [doc.text[start:end] for start, end in reading.hedges]


class TestHedges:
    @pytest.mark.parametrize(
        ("marked", "words"),
        [
            ("<s>The agency</s> <c>said</c> <k>the toll is expected to rise</k> .", ["is expected"]),
            ("<s>The rebels</s> <c>reportedly said</c> <k>the port might fall</k> .", ["reportedly", "might"]),
            ("<k>The guards</k> <c>allegedly</c> <k>beat him</k> .", ["allegedly"]),
            ("<s>Unconfirmed reports</s> <c>said</c> <k>it had sunk</k> .", ["Unconfirmed"]),
            ("<s>The army</s> <c>appeared to confirm</c> <k>the retreat</k> .", ["appeared"]),
            ("<s>The ministry</s> <c>said</c> <k>nobody was hurt</k> .", []),
            ("<s>Lisk</s> <c>denied</c> <k>it might attack</k> .", []),
            ("<s>Lisk</s> <c>said</c> <k>the water will keep rising</k> .", ["will"]),
            ("<s>Lisk</s> <c>said</c> <k>we will rise early</k> .", []),
            ("<s>Lisk</s> <c>said</c> <k>the toll will be higher</k> .", ["will"]),
            ("<s>Lisk</s> <c>said</c> <k>the guests will be able to return</k> .", []),
            ("<k>“I also think it sank,”</k> <c>said</c> <s>Lisk</s> .", ["I also think"]),
            ("<s>Lisk</s> <c>said</c> <k>it could not rule out a leak</k> .", ["not rule"]),
            ("<s>Lisk</s> <c>said</c> <k>she could hear the bells</k> .", []),
            ("<s>He</s> <c>said</c> <k>the town of May is set on a hill</k> .", []),
        ],
    )
    def test_the_words_that_weaken_are_given(self, marked: str, words: list[str]) -> None:
        """Hedges of the hop and of what it says, in text order; a denial is not weakened by what it denies."""
        assert hedges(marked) == words

    def test_a_go_between_is_not_weakened_by_the_inner_voice(self) -> None:
        """Who passes on a guess of another has said for certain that the other guessed."""
        marked = "<s>The mayor</s> <c>said</c> <k>the service thinks the toll could rise</k> ."
        assert hedges(marked, relays=True) == []
        assert read(marked, relays=True)[0] == Reading("reports", "certain", (), "say")


class TestReading:
    def test_a_floating_quotation_has_no_cue(self) -> None:
        """A quotation that inherits its speaker is asserted plainly."""
        assert read("<k>“ They stayed . ”</k>")[0] == Reading("asserts", "certain", (), None)
        assert read("<k>“ They stayed . ”</k>", relays=True)[0].stance == "reports"

    @pytest.mark.parametrize(
        ("marked", "lemma"),
        [
            ("<s>He</s> <c>told</c> them <k>it was late</k> .", "tell"),
            ("<k>It was late</k> , <c>according to</c> <s>him</s> .", "according to"),
            ("<s>He</s> <c>denied saying</c> <k>it was late</k> .", "deny"),
            ("<s>He</s> <c>gave a promise</c> <k>to come</k> .", "promise"),
        ],
    )
    def test_the_word_that_decides_is_named(self, marked: str, lemma: str) -> None:
        """The cue's lemma is that of the word or phrase that was understood."""
        assert read(marked)[0].cue_lemma == lemma

    def test_an_unknown_cue_is_plain_reporting(self) -> None:
        """A verb outside the lexicon asserts; negated it leaves open what its speaker holds."""
        assert read("<s>He</s> <c>blurted out</c> <k>the name</k> .")[0].stance == "asserts"
        negated = read("<s>He</s> <c>did not blurt out</c> <k>the name</k> .")[0]
        assert (negated.stance, negated.certainty) == ("noComment", "unspecified")

    def test_negation_does_not_reach_over_a_clause(self) -> None:
        """What was barely done before a comma leaves the saying alone."""
        marked = "<s>He</s> <c>barely looked at the map , saying</c> <k>the road was open</k> ."
        assert read(marked)[0].stance == "asserts"

    def test_stances_do_not_depend_on_the_order_of_runs(self) -> None:
        """The same hop is read the same, however often."""
        marked = "<s>The firm</s> <c>could not independently confirm</c> <k>the loss</k> ."
        assert len({read(marked)[0] for _ in range(3)}) == 1

    def test_a_million_characters_of_cue_take_linear_time(self) -> None:
        """A tagger gone mad costs time in proportion, no more."""
        words = "not " * 20_000
        reading, _ = read(f"<s>He</s> <c>did {words}say</c> <k>it</k> .")
        assert reading.stance == "noComment"


class TestFlatContradiction:
    @pytest.mark.parametrize(
        "said",
        [
            "<k>“That is a complete lie,”</k> <c>said</c> <s>Oster</s> .",
            "<k>“It never happened,”</k> <c>said</c> <s>Oster</s> .",
            "<s>Oster</s> <c>said</c> <k>reports of a leak were untrue</k> .",
            "<s>Oster</s> <c>called</c> <k>the tape “pure fiction”</k> .",
            "Lisk says they shelled the chapel . <k>“No, we did not,”</k> <c>said</c> <s>Oster</s> .",
        ],
    )
    def test_it_denies_without_a_cue_of_denial(self, said: str) -> None:
        """A verdict on what was said, or nothing but its negation."""
        assert read(said)[0].stance == "denies"

    @pytest.mark.parametrize(
        "said",
        [
            "<k>“There was no warning,”</k> <c>said</c> <s>Oster</s> .",
            "No town had running water . <k>“There was no running water,”</k> <c>said</c> <s>Oster</s> .",
            "<s>Oster</s> <c>said</c> <k>the alarm was false</k> .",
            "The minister feared a stuck gate . <k>“There was no stuck gate,”</k> <c>said</c> <s>Oster</s> .",
            "Lisk says they shelled the chapel . <k>“We did not shell any chapel,”</k> <c>said</c> <s>Oster</s> .",
            "<s>Oster</s> <c>said</c> <k>the town was not warned</k> .",
            "<s>Oster</s> <c>called</c> <k>the fake passport a work of art</k> .",
        ],
    )
    def test_telling_that_something_is_lacking_denies_nothing(self, said: str) -> None:
        """A negated sentence is asserted like any other, even against what others say."""
        assert read(said)[0].stance == "asserts"

    @pytest.mark.parametrize(
        ("said", "by_content"),
        [
            ("<s>Oster</s> <c>said</c> <k>there was no sign of a leak</k> .", True),
            ("<k>“There is no evidence for it,”</k> <c>wrote</c> <s>Oster</s> .", True),
            ("<s>Oster</s> <c>said</c> <k>there were two signs of a leak</k> .", False),
        ],
    )
    def test_that_there_is_no_sign_is_said(self, said: str, by_content: bool) -> None:
        """Who says so keeps silent about nothing, whatever else is made of the cue."""
        assert read(said)[0].by_content is by_content


class TestLexicon:
    def test_verbs_and_nouns_have_the_forms_of_the_dictionary(self) -> None:
        """Final e, consonant and y, sibilants, doubled consonants, irregular verbs; nouns have two forms."""
        assert inflections("deny") == {"deny", "denies", "denied", "denying"}
        assert inflections("slam") == {"slam", "slams", "slammed", "slamming"}
        assert inflections("write") == {"write", "writes", "wrote", "written", "writing"}
        assert inflections("rumour", "noun") == {"rumour", "rumours"}

    def test_nouns_and_verbs_of_one_form_are_told_apart_by_tag(self) -> None:
        """ "Claim" is a verb unless the pipeline says that it is a noun."""
        doc = Doc(BLANK.vocab, words=["the", "doubts"], pos=["DET", "NOUN"])
        word = cue_word(doc[1])
        assert word is not None
        assert (word.lemma, word.kind) == ("doubt", "noun")

    def test_every_phrase_says_something_of_the_ontology(self) -> None:
        """Only listed stances and certainties are in the data."""
        stances = {"reports", "asserts", "confirms", "denies", "doubts", "unverified", "noComment", "retracts"}
        assert {phrase.stance for phrase in cue_phrases()} <= stances
        assert all("{" not in re.sub(r"\{\d", "", phrase.pattern.pattern) for phrase in cue_phrases())

"""The honest ledger: sentences that look like reporting, or count something, and gave nothing, with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from whosays.extract.clauses import HEARSAY
from whosays.extract.figures import Quantity, uncounted
from whosays.extract.hops import Hop, overlap
from whosays.extract.records import Skipped

REPORTING = frozenset(
    """accuse acknowledge add admit allege announce argue assert believe blame call caution cite claim comment confirm
    deny describe disclose dispute estimate explain indicate insist maintain mention note predict quote recall reject
    remark reply report reveal say speculate state stress suggest tell testify urge verify warn write""".split()
)


def ledger(doc: Doc, hops: Sequence[Hop], quantities: Sequence[Quantity]) -> Iterator[Skipped]:
    """Yield in text order the reporting words without an attribution and the numbers without a figure."""
    entries = [*_cues(doc, hops), *_numbers(doc, quantities)]
    yield from sorted(entries, key=lambda entry: (entry.span, entry.why))


def _cues(doc: Doc, hops: Sequence[Hop]) -> Iterator[Skipped]:
    cues = [cue for hop in hops for cue in hop.cue]
    for sentence in doc.sents:
        if overlap(sentence, cues):
            continue
        word = next((t for t in sentence if _is_reporting(t.lemma_.lower(), t.pos_)), None)
        if word is not None:
            where = (sentence.start_char, sentence.end_char)
            yield Skipped(where, f"reporting word {word.text!r}: {_reason(sentence, word.i, hops)}")


def _is_reporting(lemma: str, pos: str) -> bool:
    return lemma in HEARSAY or (lemma in REPORTING and pos == "VERB")


def _reason(sentence: Span, at: int, hops: Sequence[Hop]) -> str:
    if overlap(sentence.doc[at : at + 1], [content for hop in hops for content in hop.content]):
        return "inside what somebody else says, with no voice of its own found"
    return "no source and content found for it"


def _numbers(doc: Doc, quantities: Sequence[Quantity]) -> Iterator[Skipped]:
    counted = {quantity.sentence for quantity in quantities}
    starts = [(sentence.start_char, sentence.end_char) for sentence in doc.sents]
    for entry in uncounted(doc):
        sentence = next((s for s in starts if s[0] <= entry.span[0] < s[1]), entry.span)
        if sentence not in counted:
            yield Skipped(entry.span, f"number without a figure: {entry.why}")

"""The honest ledger: sentences that look like reporting, or count something, and gave nothing, with the reason."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from whosays.extract.attribution import Hop
from whosays.extract.lexicon import verb_class
from whosays.extract.pipeline import columns
from whosays.extract.quantities import Quantity
from whosays.extract.records import Skipped
from whosays.extract.syntax import HEARSAY, positions

REPORTING = verb_class("reporting")

INSIDE = "inside what somebody else says, with no voice of its own found"
NOT_FOUND = "no source and content found for it"


def ledger(doc: Doc, hops: Sequence[Hop], numbers: Sequence[Quantity | Skipped]) -> Iterator[Skipped]:
    """Yield in text order the reporting words without an attribution and the numbers without a figure."""
    entries = [*_cues(doc, hops), *_numbers(doc, numbers)]
    yield from sorted(entries, key=lambda entry: (entry.span, entry.why))


def _cues(doc: Doc, hops: Sequence[Hop]) -> Iterator[Skipped]:
    attributing = positions(cue for hop in hops for cue in hop.cue)
    said = positions(content for hop in hops for content in hop.content)
    read = columns(doc)
    for sentence in doc.sents:
        words = range(sentence.start, sentence.end)
        at = next((i for i in words if _is_reporting(read.lemma[i].lower(), read.pos[i])), None)
        if at is not None and attributing.isdisjoint(words):
            why = INSIDE if at in said else NOT_FOUND
            yield Skipped((sentence.start_char, sentence.end_char), f"reporting word {read.text[at]!r}: {why}")


def _is_reporting(lemma: str, pos: str) -> bool:
    return lemma in HEARSAY or (lemma in REPORTING and pos == "VERB")


def _numbers(doc: Doc, numbers: Sequence[Quantity | Skipped]) -> Iterator[Skipped]:
    counted = {number.sentence for number in numbers if isinstance(number, Quantity)}
    sentences = [(sentence.start_char, sentence.end_char) for sentence in doc.sents]
    ends = [end for _, end in sentences]
    for entry in (number for number in numbers if isinstance(number, Skipped)):
        at = bisect_right(ends, entry.span[0])
        sentence = sentences[at] if at < len(ends) and sentences[at][0] <= entry.span[0] else entry.span
        if sentence not in counted:
            yield Skipped(entry.span, f"number without a figure: {entry.why}")

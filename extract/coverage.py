"""The honest ledger: words that look like reporting, or count something, and gave nothing, with the reason."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set

from spacy.tokens import Doc, Token

from whosays.extract.attribution import ACT, AttributionSet
from whosays.extract.lexicon import verb_class
from whosays.extract.pipeline import columns
from whosays.extract.quantities import Quantity
from whosays.extract.records import Skipped
from whosays.extract.syntax import HEARSAY, chars, positions, subtree

REPORTING = verb_class("reporting")

INSIDE = "inside what somebody else says, with no voice of its own found"
NOT_FOUND = "no source and content found for it"
DROPPED = "found but dropped"


def ledger(doc: Doc, found: AttributionSet, numbers: Sequence[Quantity | Skipped]) -> Iterator[Skipped]:
    """Yield in text order the reporting words without an attribution and the numbers without a figure.

    A reporting word is listed with its clause, as far as no attribution has its cue there.
    """
    entries = [*_cues(doc, found), *_numbers(doc, numbers)]
    yield from sorted(entries, key=lambda entry: (entry.span, entry.why))


def _cues(doc: Doc, found: AttributionSet) -> Iterator[Skipped]:
    attributing = positions(cue for hop in found.hops() if hop.kind != ACT for cue in hop.cue)
    for at, why in sorted(_lost(doc, found, attributing).items()):
        near = (cue for number in found.touching([doc[at].sent]) for cue in found[number].cue)
        clause = subtree(doc[at], without=near) or doc[at : at + 1]
        yield Skipped(chars(clause), f"reporting word {doc[at].text!r}: {why}")


def _lost(doc: Doc, found: AttributionSet, attributing: Set[int]) -> dict[int, str]:
    """Return the reporting words outside every cue, and the cues of what was dropped, each with the reason."""
    said = positions(content for hop in found.hops() if hop.kind != ACT for content in hop.content)
    read, lost = columns(doc), {}
    for at, (lemma, pos) in enumerate(zip(read.lemma, read.pos, strict=True)):
        if at not in attributing and _is_reporting(lemma.lower(), pos) and not _is_governed(doc[at], attributing):
            lost[at] = INSIDE if at in said else NOT_FOUND
    acts = {number: hop for number, hop in found.items() if hop.kind == ACT}
    for number, hop in (acts | dict(found.dropped)).items():
        for cue in hop.cue:
            words = range(cue.start, cue.end)
            if attributing.isdisjoint(words):
                at = next((i for i in words if i in lost), cue.root.i)
                lost[at] = f"{DROPPED} ({ACT if number in acts else found.stages(number)[-1]})"
    return lost


def _is_governed(word: Token, attributing: Set[int]) -> bool:
    """Tell whether a word is what a cue does: "declined [to comment]"."""
    return word.dep_ == "xcomp" and word.head.i in attributing


def _is_reporting(lemma: str, pos: str) -> bool:
    return lemma in HEARSAY or (lemma in REPORTING and pos == "VERB")


def _numbers(doc: Doc, numbers: Sequence[Quantity | Skipped]) -> Iterator[Skipped]:
    counted = {number.sentence for number in numbers if isinstance(number, Quantity)}
    sentences = [chars(sentence) for sentence in doc.sents]
    ends = [end for _, end in sentences]
    for entry in (number for number in numbers if isinstance(number, Skipped)):
        at = bisect_right(ends, entry.span[0])
        sentence = sentences[at] if at < len(ends) and sentences[at][0] <= entry.span[0] else entry.span
        if sentence not in counted:
            yield Skipped(entry.span, f"number without a figure: {entry.why}")

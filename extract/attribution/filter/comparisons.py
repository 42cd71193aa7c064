"""What somebody has said only to be contradicted: "the flood is not as low as the ministry has said".

The clause that is compared is said by whoever compares; what the ministry said of it is the opposite, or not told.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.lexicon import word_class
from whosays.extract.syntax import sentence_of

REACH, NEAR = 8, 3  # tokens from one "as" to the other, and from that to what negates it
CLAUSE_MARKS = frozenset((",", ";", ":", "-", "–", "—"))
FAR_FROM = frozenset(("far", "hardly", "nowhere"))


def drop_compared(found: AttributionSet) -> None:
    """Drop who is compared with, and give that clause to whoever compares: "[not as low as the ministry has said]"."""
    for number, hop in list(found.items()):
        last = _compared(hop)
        if last is None:
            continue
        end = max(span.end for span in hop.cue)
        found.drop([number])
        for other, beside in list(found.items()):
            content = tuple(
                span.doc[span.start : end] if last.i <= span.end <= last.i + 1 else span for span in beside.content
            )
            found.put(other, replace(beside, content=content))


def _compared(hop: Hop) -> Token | None:
    """Return the second "as" of "not as low as", where the cue and its source come right behind it."""
    if not hop.cue or hop.source is None or not hop.content:
        return None
    doc, start = hop.cue[0].doc, min(hop.cue[0].start, hop.source.start)
    last = doc[start - 1] if start else None
    if last is None or last.lower_ != "as" or any(span.start >= start for span in hop.content):
        return None
    first = max(sentence_of(last).start, last.i - REACH)
    so = next((t for t in reversed(doc[first : last.i]) if t.lower_ in ("as", "so")), None)
    if so is None or so.i == last.i - 1 or not _grades(so, last):  # "as the ministry has said"
        return None
    before = doc[max(first - NEAR, so.i - NEAR, sentence_of(last).start) : so.i]
    return last if any(t.lower_ in word_class("not_words") | FAR_FROM for t in before) else None


def _grades(so: Token, last: Token) -> bool:
    """Tell "as low as" from "so far, as the ministry has said" and from "as of Monday"."""
    doc = so.doc
    degree = doc[so.i + 1]
    return degree.pos_ in ("ADJ", "ADV") and not any(t.text in CLAUSE_MARKS for t in doc[so.i : last.i])

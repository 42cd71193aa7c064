"""Where contents begin and end: with the "that" that opens them and the quotation marks that they stand in.

The encoder has learned from guidelines that draw these edges differently; here they are drawn one way.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Span

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.syntax import positions

CONJUNCTIONS = frozenset(("that", "whether"))
PAIRS = {"“": "”", "‘": "’"}
ENDS = frozenset((".", ",", "!", "?", "…"))


def draw_edges(doc: Doc, found: AttributionSet) -> None:
    """Widen contents over the conjunction before them and over the marks of the quotation that they fill."""
    for number, hop in list(found.items()):
        if hop.content:
            taken = positions([*hop.cue, *([hop.source] if hop.source is not None else [])])
            found.put(number, replace(hop, content=tuple(_widened(doc, hop, span, taken) for span in hop.content)))


def _widened(doc: Doc, hop: Hop, span: Span, taken: set[int]) -> Span:
    start, end = span.start, span.end
    if start and doc[start - 1].text in PAIRS and _closes(doc, start, end):
        start -= 1
    if _is_open(doc, start, end):
        end = _behind_mark(doc, end)
    end += _leaves_bracket_open(doc, start, end)
    if hop.cue and start and start - 1 not in taken and doc[start - 1].lower_ in CONJUNCTIONS:
        start -= 1
    return doc[start:end]


def _closes(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the mark before a span is closed in it or right behind it, and by nothing before that."""
    closing = PAIRS[doc[start - 1].text]
    inside = [t.text for t in doc[start:end]]
    return (inside.count(closing) > inside.count(doc[start - 1].text)) or _behind_mark(doc, end) > end


def _is_open(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a span has a mark of opening that nothing in it closes."""
    words = [t.text for t in doc[start:end]]
    return any(words.count(opening) > words.count(closing) for opening, closing in PAIRS.items())


def _leaves_bracket_open(doc: Doc, start: int, end: int) -> bool:
    """Tell "a wind of 90 km/h (56 mph" before its bracket."""
    words = [token.text for token in doc[start:end]]
    return end < len(doc) and doc[end].text == ")" and words.count("(") > words.count(")")


def _behind_mark(doc: Doc, end: int) -> int:
    """Return the end of a span over a stop and the closing mark behind it, its own end where there is none."""
    at = end
    while at < len(doc) and at - end < 2 and doc[at].text in ENDS:
        at += 1
    return at + 1 if at < len(doc) and doc[at].text in PAIRS.values() else end

"""Voices behind and around a hop, in the words of the same sentence.

Behind it: "Citing a report by the agency, the lawmaker said ...", "Following a briefing by the agency, he said ...",
"..., she said, based on information provided by the ministry".  The speaker passes on what the other voice holds: an
inner hop with the same content.

Around it: "The strike failed, the governor said, according to state radio", "... according to officials cited by the
institute".  Here the other voice carries the whole of the hop; a quotation behind it is of whoever spoke within.

Not handled: a voice named in another sentence ("The report contradicts this").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.propose.citing import citations
from whosays.extract.attribution.reading import Reading
from whosays.extract.lexicon import verb_class
from whosays.extract.pipeline import SENTENCE_END
from whosays.extract.records import Span as Offsets
from whosays.extract.syntax import case_of, is_quoted, overlap, sentence_of, subtree, trimmed

CITING = verb_class("citing")
CONFIDENCE = 0.75


def propose_secondary(reading: Reading, found: AttributionSet) -> None:
    """Add the voices behind and around the hops."""
    for number, hop in list(found.items()):
        if not hop.content and hop.source is not None and _parenthetic(hop):
            _place_around(found, number, hop.source)
    for source, cue in citations(reading.doc):
        index = _nearest(found, source, cue)
        if index is not None and not any(overlap(cue, found[i].cue) for i in found.touching([cue])):
            found.add(Hop(source, (cue,), found[index].content, index, CONFIDENCE))
    _wrap(found, reading.quoted)
    for index, hop in list(found.items()):
        for source, cue, own in _cited_by(hop):
            outer = found.add(Hop(source, (cue,), hop.content, hop.inside, CONFIDENCE))
            found.put(index, replace(hop, inside=outer, source=own))


def _place_around(found: AttributionSet, number: int, source: Span) -> None:
    """Give a hop without a content the whole of the hop beside it."""
    cue = found[number].cue[0]
    index = _nearest(found, source, cue)
    whole = _whole(found[index]) if index is not None else None
    if index is not None and whole is not None and not overlap(cue, [whole]) and not overlap(source, [whole]):
        found.put(number, Hop(source, (cue,), (whole,), found[index].inside, CONFIDENCE))
        found.put(index, replace(found[index], inside=number))


def _nearest(found: AttributionSet, source: Span, cue: Span) -> int | None:
    """Return the hop that a voice belongs to: the nearest of its sentence that it does not overlap."""
    sentence = sentence_of(cue[0])
    near = [i for i in found.touching([sentence]) if _beside(found[i], cue, source, sentence)]
    return min(near, key=lambda i: (abs(found[i].cue[0].start - cue.start), i), default=None)


def _beside(hop: Hop, cue: Span, source: Span, sentence: Span) -> bool:
    if hop.inside is not None or not hop.cue or not hop.content:
        return False
    anchors = [*hop.cue, *([hop.source] if hop.source is not None else [])]
    in_sentence = any(sentence.start <= a.start < sentence.end for a in anchors)
    return in_sentence and not overlap(source, anchors) and not overlap(cue, hop.content)


def _whole(hop: Hop) -> Span:
    """Return all that a hop says as one span, its own quotation marks included."""
    doc = hop.content[0].doc
    return doc[hop.start : max(span.end for span in hop.spans())]


def _wrap(found: AttributionSet, parts: Sequence[Offsets]) -> None:
    """Order "The agency predicted gains, she said, including ...": the parenthesis speaks the clause before it.

    One that stands in a quotation speaks what is told there.
    """
    for index in found:
        outer = found[index]
        if outer.inside is None and outer.cue and _parenthetic(outer):
            anchors = (*outer.cue, *([outer.source] if outer.source is not None else []))
            start = min(span.start for span in anchors)
            at = outer.cue[0].start_char
            if any(first <= at < last for first, last in parts):
                continue
            position = next((i for i, hop in found.items() if i != index and _ends_before(hop, start)), None)
            own = _quotation_before(outer.cue[0].doc, start, parts)
            if position is not None and own is not None and found[position].cue[-1].end <= own.start:
                cut = (trimmed(own.doc, span.start, min(span.end, own.start)) for span in found[position].content)
                kept = tuple(span for span in cut if span is not None)
                found.put(position, replace(found[position], content=kept))
                found.put(index, replace(outer, content=(own, *outer.content)))
            elif position is not None:
                inner = found[position]
                said = tuple(span for span in inner.content if span.end <= start)
                later = tuple(span for span in inner.content if span.start > start)
                first = _whole(replace(inner, content=said))
                found.put(index, replace(outer, content=tuple(sorted({first, *outer.content, *later}, key=_start))))
                behind = sorted({*later, *(span for span in outer.content if span.start > start)}, key=_start)
                quoted = tuple(span for span in behind if is_quoted(span))
                found.put(position, replace(inner, inside=index, content=(*said, *quoted)))


def _quotation_before(doc: Doc, start: int, parts: Sequence[Offsets]) -> Span | None:
    """Return the quotation that ends right before a token and begins with a sentence: it is of who speaks there."""
    end = next((part for part in reversed(parts) if part[1] <= doc[start].idx), None)
    span = doc.char_span(*end, alignment_mode="expand") if end is not None else None
    if span is None or any(token.is_alpha for token in doc[span.end : start]):
        return None
    before = doc[span.start - 1] if span.start else None
    return span if before is None or before.is_space or before.text in SENTENCE_END else None


def _ends_before(hop: Hop, start: int) -> bool:
    """Tell whether a hop of its own ends, but for a comma and quotation marks, where a parenthesis starts."""
    said = [span for span in hop.content if span.end <= start]
    if hop.inside is not None or not hop.cue or hop.source is None or not said:
        return False
    end = max(span.end for span in (*hop.cue, hop.source, *said))
    doc = hop.cue[0].doc
    parted = any(token.is_space or token.text in SENTENCE_END for token in doc[end:start])  # "it fell. But, she said"
    comma = any(token.text == "," for token in doc[max(0, end - 2) : start])
    return comma and not parted and end <= start <= end + BETWEEN


def _start(span: Span) -> int:
    return span.start


BETWEEN = 3  # tokens: a comma and quotation marks


def _parenthetic(hop: Hop) -> bool:
    """Tell whether a cue with its source stands between commas, with no content before it."""
    doc, after = (
        hop.cue[0].doc,
        max(s.end for s in (*hop.cue, *([hop.source] if hop.source is not None else []))),
    )
    first = min(s.start for s in hop.cue)
    ends = after >= len(doc) or doc[after].text in {",", ".", ";"}
    return ends and all(span.start > first for span in hop.content)


def _cited_by(hop: Hop) -> Iterator[tuple[Span, Span, Span | None]]:
    """Find "[officials] [cited by] [the institute]" in a hop's source: who cites, the cue, who is cited."""
    if hop.source is None:
        return
    for token in hop.source:
        if token.lemma_ in CITING and token.tag_ == "VBN" and token.i > hop.source.start:
            agent = next((c for c in token.children if c.dep_.startswith("obl") and case_of(c) == "by"), None)
            span = subtree(agent) if agent is not None else None
            source = trimmed(token.doc, span.start + 1, span.end) if span is not None else None
            if source is not None and source.start > token.i:
                cue = token.doc[token.i : source.start]
                yield source, cue, trimmed(token.doc, hop.source.start, cue.start)
                return

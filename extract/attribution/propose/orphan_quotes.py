"""Quotations that the cues left over: later parts of one already given, and free-standing ones.

A quotation that runs on over paragraphs belongs whole to whoever has its first words.  A free-standing one ("'We had
no warning.'" as its own sentence after a quotation) goes on with what the last speaker said; where nobody was quoted
just before, the words beside it tell (``structures.beside``), and if they are somebody's hop it goes on with that.
Scare quotes are no statements: what stands inside somebody else's sentence, without a verb or a sentence's shape, is
left alone.  What hearsay or another voice says inside the quotation stays inside: "'The guards reportedly fled.'" is
the speaker's word first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.reading import Reading
from whosays.extract.attribution.structures.beside import speaker_beside
from whosays.extract.pipeline import SENTENCE_END
from whosays.extract.syntax import holds, is_heading, overlap

FEWEST_WORDS = 4
FARTHEST_PARAGRAPHS = 2
CONFIDENCE = 0.6


def propose_orphans(reading: Reading, found: AttributionSet) -> None:
    """Give every quotation that is speech to an outermost hop, or add one for it."""
    doc = reading.doc
    for parts, touching, inner in _quotations(reading, found):
        outer = set(touching) - set(inner)
        holder, closing = _holder(found, parts, outer), _closing(found, parts, outer)
        if closing is not None and holder is not None and _says_before(found[holder], parts):
            _hand_over(found, holder, closing, parts)
        elif holder is not None:
            theirs = () if closing in (None, holder) else found[closing].content
            found.put(holder, _extend(found[holder], [part for part in parts if not overlap(part, theirs)]))
        elif parts and (behind := _named_behind(found, parts[-1])) is not None:
            found.put(behind, replace(found[behind], content=(*parts, *found[behind].content)))
        elif parts and _is_speech(doc, parts):
            last = _last_speaker(doc, found, _outside(found, inner), parts[0])
            if last is not None:
                _go_on(found, last, parts, inner)


def propose_bare(reading: Reading, found: AttributionSet) -> None:
    """Give every quotation that still is nobody's to whom the words beside it tell of."""
    doc = reading.doc
    for parts, touching, inner in _quotations(reading, found):
        if len(inner) == len(touching) and parts and _is_speech(doc, parts):
            outside = _outside(found, inner)
            source = speaker_beside(doc, [found[i] for i in outside], parts)
            own = [i for i in outside if found[i].source == source and _leads_to(found[i], parts[0])]
            if source is None or overlap(source, parts):
                continue
            if own:
                _go_on(found, max(own, key=lambda i: _end(found[i])), parts, inner)
            else:
                _give(found, source, parts, inner)


def _leads_to(hop: Hop, part: Span) -> bool:
    """Tell whether a hop ends before a quotation with no sentence of the writer's between them."""
    end = _end(hop)
    return end <= part.start and not any(token.is_sent_start and token.is_alpha for token in part.doc[end : part.start])


def _quotations(reading: Reading, found: AttributionSet) -> Iterator[tuple[list[Span], list[int], list[int]]]:
    """Yield the parts of each quotation, the outermost hops that touch it, and those of them that lie in it."""
    for quotation in reading.quotations:
        spans = (reading.doc.char_span(start, end, alignment_mode="expand") for start, end in quotation.parts)
        parts = [span for span in spans if span]
        touching = [i for i in found.touching(parts) if found[i].inside is None and found[i].content]
        yield parts, touching, [i for i in touching if _lies_in(found[i], parts)]


def _outside(found: AttributionSet, inner: Collection[int]) -> list[int]:
    """Return the outermost hops but those that lie in a quotation."""
    return [i for i, hop in found.items() if i not in inner and hop.inside is None]


def _end(hop: Hop) -> int:
    return max(span.end for span in hop.spans())


def _go_on(found: AttributionSet, number: int, parts: Sequence[Span], inner: Iterable[int]) -> None:
    """Add a quotation to what a hop says, and what is in it: "‘It fell,’ Ada said, per the Gull. ‘It did.’"."""
    opened = opening(found[number])
    within = [i for i, h in found.items() if h.inside == number and h.content and opening(h) == opened]
    for i in (number, *(i for i in within if is_quoting(found[i]))):
        found.put(i, replace(found[i], content=(*found[i].content, *parts)))
    for i in inner:
        found.put(i, replace(found[i], inside=number))


def opening(hop: Hop) -> int:
    """Return the first word of what a hop says, its opening mark aside; -1 where it says nothing."""
    return next((token.i for span in hop.content for token in span if not token.is_quote), -1)


def _give(found: AttributionSet, source: Span | None, parts: Sequence[Span], inner: Iterable[int]) -> None:
    number = found.add(Hop(source, (), tuple(parts), None, CONFIDENCE))
    for i in inner:
        found.put(i, replace(found[i], inside=number))


def _lies_in(hop: Hop, parts: Sequence[Span]) -> bool:
    """Tell whether all of a hop, its cue too, stands inside a quotation."""
    return bool(hop.cue) and all(holds(parts, span) for span in hop.spans())


def _holder(found: AttributionSet, parts: Iterable[Span], candidates: set[int]) -> int | None:
    """Return the candidate that has words of the quotation, the first part's first."""
    held = (candidates.intersection(found.touching([part])) for part in parts)
    return next((min(numbers) for numbers in held if numbers), None)


def _closing(found: AttributionSet, parts: Sequence[Span], candidates: Iterable[int]) -> int | None:
    """Return who is named behind a quotation of several paragraphs: "“Rain came. [¶] “Then it went,” Ada said"."""
    if len(parts) < 2 or not _goes_on(parts[-1]):
        return None
    behind = [i for i in candidates if found[i].cue and parts[-1].end <= found[i].cue[0].start]
    near = (i for i in behind if not _breaks(parts[-1].doc, parts[-1].end, found[i].cue[0].start))
    return min(near, key=lambda i: found[i].cue[0].start, default=None)


def _says_before(hop: Hop, parts: Sequence[Span]) -> bool:
    """Tell whether a hop has said its own before a quotation that opens a paragraph, and leads to none with a colon."""
    doc, first = parts[0].doc, parts[0]
    own = [span for span in (*hop.cue, *hop.content) if not overlap(span, parts)]
    opens = first.start > 0 and doc[first.start - 1].is_space
    return (
        opens and len(own) > len(hop.cue) and max(s.end for s in own) < first.start and doc[first.start - 2].text != ":"
    )


def _hand_over(found: AttributionSet, holder: int, closing: int, parts: Sequence[Span]) -> None:
    """Give a quotation to who is named behind it: "Ada said so. [¶] “[It rained.] [¶] [Then it went],” she added"."""
    kept = tuple(span for span in found[holder].content if not overlap(span, parts))
    rest = tuple(span for span in found[closing].content if not overlap(span, parts))
    found.put(holder, replace(found[holder], content=kept))
    found.put(closing, replace(found[closing], content=tuple(sorted((*parts, *rest), key=lambda span: span.start))))


def _named_behind(found: AttributionSet, part: Span) -> int | None:
    """Return who says more and is named right behind a quotation: "“[Rain came],” Ada said. “Then it went.”"."""
    if not _goes_on(part) or sum(token.is_alpha for token in part) < FEWEST_WORDS:
        return None
    near = found.touching([part.doc[part.end : part.end + 1]])
    hops = ((i, found[i]) for i in near if found[i].cue and found[i].inside is None)
    return next((i for i, hop in hops if hop.start == part.end and hop.content), None)


def _extend(hop: Hop, parts: Sequence[Span]) -> Hop:
    missing = [part for part in parts if not overlap(part, hop.spans())]
    if not missing or not any(overlap(part, hop.content) for part in parts):
        return hop
    return replace(hop, content=tuple(sorted((*hop.content, *missing), key=lambda span: span.start)))


def _is_speech(doc: Doc, parts: Sequence[Span]) -> bool:
    """Tell a statement from scare quotes: some words, a verb, and the shape of a sentence of its own.

    One that ends with a comma is of whom its sentence names behind it.
    """
    first, words = parts[0], [t for part in parts for t in part if t.is_alpha]
    if _goes_on(parts[-1]) or (len(parts) == 1 and is_heading(first)) or len(words) < FEWEST_WORDS:
        return False
    if not any(t.pos_ in ("VERB", "AUX") for t in words):
        return False
    starts = first.start == 0 or doc[first.start - 1].is_space or doc[first.start - 1].text[-1] in SENTENCE_END | {":"}
    starts = starts or doc[first.start - 1].is_quote
    return starts and words[0].text[:1].isupper()


def _goes_on(part: Span) -> bool:
    """Tell whether a quotation ends with a comma."""
    return [t.text for t in part[-2:] if not t.is_quote][-1:] == [","]


def _last_speaker(doc: Doc, found: AttributionSet, hops: Iterable[int], part: Span) -> int | None:
    """Return the outermost hop that ends last before the quotation, if no more than a paragraph lies between."""
    before = [i for i in hops if found[i].source is not None and found[i].start < part.start]
    if not before:
        return None
    number = max(before, key=lambda i: _end(found[i]))
    last = _end(found[number])
    if _breaks(doc, min(last, part.start), part.start) >= FARTHEST_PARAGRAPHS:
        return None
    # "'It broke,' Ada told them, calling for help": of what the same words say, the quotation is gone on with.
    quoting = [i for i in before if found[i].source == found[number].source and is_quoting(found[i])]
    return max(quoting, key=lambda i: _end(found[i]), default=None)


def _breaks(doc: Doc, start: int, end: int) -> int:
    """Return how many paragraphs end between two tokens."""
    return sum(1 for token in doc[start:end] if token.is_space and "\n\n" in token.text)


def is_quoting(hop: Hop) -> bool:
    """Only who has just been quoted is likely to be quoted on."""
    return any(token.is_quote for span in hop.content for token in span) or any(
        span.end < len(span.doc) and span.doc[span.end].is_quote for span in hop.content
    )

"""Boundaries that the tagger gets wrong where typography knows better.

* A content that opens a quotation says all of it, unless another span follows inside it.
* A content that begins inside a quotation ends there at the latest, and one that ends inside has all of it: "the plan
  was “[a gift. It is theft]”".  So has one that begins in its second sentence.
* A content that is not quoted ends with the sentence of its cue.
* What somebody "confirmed" ends before what they "but would not say".
* A content does not begin with a bullet.
* The subject of "is said to ..." says nothing: it is part of what is said.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.reading import Reading
from whosays.extract.attribution.revise.source_boundaries import whole_source
from whosays.extract.lexicon import verb_class
from whosays.extract.pipeline import SENTENCE_END
from whosays.extract.syntax import FINITE, HEARSAY, is_finite, is_finite_verb, sentence_of, trimmed

OPENING_REACH = 2  # characters between a content's start and the mark before it


def fit_boundaries(reading: Reading, found: AttributionSet) -> None:
    """Fit contents to quotations and trim sources."""
    doc, parts = reading.doc, reading.quoted
    starts = [start for start, _ in parts]
    taken = sorted(span.start_char for hop in found.hops() for span in hop.spans())
    for number, hop in list(found.items()):
        content = tuple(_whole_quotation(doc, span, parts, starts, taken) for span in hop.content)
        content = tuple(_fit(doc, span, parts, starts, taken) for span in content)
        content = tuple(_up_to_joined(_behind_colon(_unlisted(span)), hop.cue) for span in content)
        content = tuple(_behind_saying(_up_to_deed(span, hop.cue)) for span in content)
        content = tuple(span for span in content if span[-1].lower_ not in JOINTS) or content
        kept = _of_the_sentence(hop, content, parts, starts)
        source = whole_source(hop.source, hop.cue) if hop.source is not None else None
        fitted = replace(hop, content=kept, source=source)
        found.put(number, _impersonal(_with_subject(fitted)))


def _unlisted(span: Span) -> Span:
    """Return a span without the bullet or dash that makes it an entry of a list."""
    first = next((token.i for token in span if token.text not in BULLETS and not token.is_space), span.start)
    return span.doc[first : span.end]


def _behind_colon(span: Span) -> Span:
    """Cut "on Monday: “We saw it" to the quotation."""
    for token in span[1:COLON_REACH]:
        if token.is_quote and token.nbor(-1).text == ":":
            return span.doc[token.i : span.end]
    return span


def _behind_saying(span: Span) -> Span:
    """Cut "wrote a letter that [said it fell]" and "an aide, [who said, “It fell”]" to what is said."""
    who = span[0] if span[0].tag_ in PRONOUNS or span.start == 0 else span[0].nbor(-1)
    at = who.i + 1
    if span.end - at < FEWEST or who.tag_ not in PRONOUNS or who.dep_ != "nsubj":
        return span
    verb, behind = who.nbor(), who.nbor(2)
    plain = verb.lemma_ in SAYING and verb.tag_ in FINITE and who.head == verb
    opened = who.lower_ in ("that", "which") or behind.is_punct
    return span.doc[at + 1 + (behind.text in (",", ":")) : span.end] if plain and opened else span


def _up_to_deed(span: Span, cue: Sequence[Span]) -> Span:
    """Cut "announced [a cut] and closed the mint" before a finite verb that is joined to none in the content."""
    if not cue or span.start < cue[-1].end or cue[-1].root.pos_ != "VERB" or span.doc[span.start - 1].is_quote:
        return span
    for joint in span[:-1]:
        verb = joint.nbor()
        if joint.tag_ in FINITE or joint.is_quote:
            return span
        if joint.lower_ in JOINTS and joint.i > span.start and is_finite_verb(verb):
            own = any(child.dep_.startswith("nsubj") for child in verb.children)
            return span if own else trimmed(span.doc, span.start, joint.i) or span
    return span


def _up_to_joined(span: Span, cue: Sequence[Span]) -> Span:
    """Cut "a deal had been reached but would not give details" before what the speaker does besides speaking."""
    verb = cue[0].root if cue else None
    for joined in verb.children if verb is not None else ():
        if joined.dep_ != "conj" or not span.start < joined.i < span.end or not is_finite(joined):
            continue
        joint = next((child for child in joined.children if child.lower_ == "but"), None)
        own = any(child.dep_.startswith("nsubj") for child in joined.children)
        if joint is not None and not own and span.start < joint.i:
            return trimmed(span.doc, span.start, joint.i) or span
    return span


def _with_subject(hop: Hop) -> Hop:
    """Give a cue without a source the noun phrase right before it that the tagger took for content."""
    if hop.source is not None or not hop.cue or len(hop.content) < 2:
        return hop
    first, verb = hop.content[0], hop.cue[0].root
    near = 0 <= hop.cue[0].start - first.end <= 1 and first.root.head == verb and first.root.dep_ == "nsubj"
    if not near or verb.lower_ in HEARSAY or hop.cue[0][0].tag_ == "VBN":
        return hop
    source = first.doc[first.start + first[0].is_quote : first.end]
    return replace(hop, source=source, content=hop.content[1:]) if len(source) else hop


COLON_REACH = 8  # tokens
FEWEST = 5  # tokens of a content that begins with "that said"
SAYING = verb_class("saying")
PRONOUNS = frozenset(("WDT", "WP"))
JOINTS = frozenset(["and", "but", "while"])  # a part that ends with one is the writer's
BULLETS = frozenset("•▪●◦‣*–—-")


def _of_the_sentence(
    hop: Hop, content: tuple[Span, ...], parts: Sequence[tuple[int, int]], starts: Sequence[int]
) -> tuple[Span, ...]:
    """Cut what no quotation holds at the ends of the cue's sentence; a content that is all elsewhere stays whole."""
    if not hop.cue:
        return content
    sentence = sentence_of(hop.cue[0][0])
    cut: list[Span | None] = []
    for span in content:
        if _quoted(span, hop.cue[0], parts, starts):
            cut.append(span)
        else:
            within = trimmed(span.doc, max(span.start, sentence.start), min(span.end, sentence.end))
            whole = within is not None and (within.start, within.end) == (span.start, span.end)
            cut.append(span if whole else within)
    kept = tuple(span for span in cut if span is not None)
    return kept or content


def _quoted(span: Span, cue: Span, parts: Sequence[tuple[int, int]], starts: Sequence[int]) -> bool:
    """Tell whether a span begins or ends inside a quotation, or with a mark that opens one and is never closed.

    One that its cue stands in as well is not its own: "“Roe said it fell. We left,” Ada said", or never closed.
    """
    mark = span[0] if span[0].is_quote else span.doc[span.start - 1] if span.start else span[0]
    if mark.is_quote and mark.i and (mark.nbor(-1).whitespace_ or mark.nbor(-1).is_space):
        return True
    around = _part_at(cue.start_char, parts, starts)
    held = (_part_at(offset, parts, starts) for offset in (span.start_char, span.end_char - 1))
    return any(part is not None and part != around for part in held)


def _part_at(offset: int, parts: Sequence[tuple[int, int]], starts: Sequence[int]) -> tuple[int, int] | None:
    """Return the part of a quotation that holds a character."""
    at = bisect_right(starts, offset) - 1
    return parts[at] if at >= 0 and offset < parts[at][1] else None


def _impersonal(hop: Hop) -> Hop:
    """Turn "[the dam] is said [to have leaked]" into a hop without a source whose content has the subject."""
    if hop.source is None or not hop.cue or hop.cue[0].end >= len(hop.cue[0].doc):
        return hop
    verb, following = hop.cue[0].root, hop.cue[0].doc[hop.cue[0].end]
    to = following.lower_ == "to" or hop.cue[0][-1].lower_ == "to"
    passive = verb.tag_ == "VBN" and any(t.lemma_ == "be" for t in hop.cue[0]) and verb.lemma_ in IMPERSONAL
    if not (passive and to and hop.source.end <= hop.cue[0].start):
        return hop
    return replace(hop, source=None, content=(hop.source, *hop.content))


IMPERSONAL = verb_class("impersonal")


def _whole_quotation(
    doc: Doc, span: Span, parts: Sequence[tuple[int, int]], starts: Sequence[int], taken: Sequence[int]
) -> Span:
    """Return a span that ends inside a quotation up to its end, and one that begins inside from its beginning on.

    Not where another span begins in what it would take.
    """
    first, last = span.start_char, span.end_char
    at = bisect_right(starts, last - 1) - 1
    if at >= 0 and first + OPENING_REACH < parts[at][0] < last < parts[at][1] and _is_free(taken, last, parts[at][1]):
        last = parts[at][1]
    at = bisect_right(starts, first) - 1
    if at >= 0 and parts[at][0] + OPENING_REACH < first < parts[at][1] and _is_free(taken, parts[at][0], first):
        first = parts[at][0]
    whole = doc.char_span(first, last, label=span.label_, alignment_mode="contract")
    return whole if whole is not None else span


def _is_free(taken: Sequence[int], start: int, end: int) -> bool:
    """Tell whether no span begins in a stretch of characters, its end excluded."""
    return bisect_right(taken, end - 1) == bisect_right(taken, start - 1)


def _fit(doc: Doc, span: Span, parts: Sequence[tuple[int, int]], starts: Sequence[int], taken: Sequence[int]) -> Span:
    at = bisect_right(starts, span.start_char + OPENING_REACH) - 1
    if at < 0:
        return span
    start, end = parts[at]
    if not start - OPENING_REACH <= span.start_char < end:
        return span
    opens = abs(span.start_char - start) <= OPENING_REACH
    free = bisect_right(taken, end) == bisect_right(taken, span.start_char)
    crosses = span.end_char > end and (not opens or _new_sentence(end, span))
    if crosses or (opens and span.end_char < end and free):
        fitted = doc.char_span(span.start_char, end, label=span.label_, alignment_mode="contract")
        return fitted if fitted is not None else span
    return span


def _new_sentence(end: int, span: Span) -> bool:
    """Tell whether within a span, behind a quotation's end (a character offset), a new sentence or paragraph begins."""
    inside = [token for token in span if token.idx < end]
    behind = next((token for token in span if token.idx >= end and not token.is_space), None)
    ended = any(token.text[-1:] in SENTENCE_END for token in inside[-2:])
    return ended and behind is not None and behind.text[:1].isupper()

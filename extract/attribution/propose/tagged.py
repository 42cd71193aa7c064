"""Tagged spans linked into hops, with missing sources and contents filled from syntax."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.filter.false_attributions import outside_asides
from whosays.extract.attribution.linker import Link
from whosays.extract.attribution.linker_features import SOURCE, Pointers
from whosays.extract.attribution.propose.citing import TIMES, cleared
from whosays.extract.attribution.propose.verb_frames import TELLING_FRAMES, framed
from whosays.extract.attribution.reading import Reading
from whosays.extract.lexicon import word_class
from whosays.extract.pipeline import ATTRIBUTION_SPANS
from whosays.extract.syntax import (
    around_aside,
    behind_colon,
    holds,
    is_aside,
    overlap,
    quotation_behind,
    reported_clause,
    sentence_of,
    speaker,
    trimmed,
)

PAPERS = word_class("telling_papers") | word_class("papers") | {"email", "message", "statement"}


def propose_tagged(reading: Reading, found: AttributionSet) -> None:
    """Add what the tagger found in the Doc."""
    for hop in linked(reading, list(reading.doc.spans.get(ATTRIBUTION_SPANS, ())), Pointers.of(reading.doc)):
        found.add(hop)


def linked(reading: Reading, spans: Sequence[Span], pointers: Pointers | None = None) -> Iterator[Hop]:
    """Yield the hops among tagged spans; one whose content nobody found has an empty content."""
    spans = [_whole(span) for span in spans if not _is_half_a_noun(span)]
    spans = outside_asides(cleared(spans, reading.citing), reading.asides)
    for link in reading.linker.links(reading.layout, spans, pointers):
        content = tuple(span for span in link.content if not _only_time(span)) or _clause(link, spans)
        source = _paper(link.cue) or (link.source if _is_near(link) else _subject(link, spans) or link.source)
        yield Hop(source, (link.cue,), content, None, round(link.confidence, 3))


def _is_half_a_noun(span: Span) -> bool:
    """Tell "think" and "tank did not believe it" of "the Lund Institute think tank did not believe it"."""
    first = span[0]
    return _halves(first) or (first.i > 0 and _halves(first.nbor(-1)))


def _halves(word: Token) -> bool:
    """Tell the first word of a noun that the tagger takes for a cue."""
    return word.lower_ == "think" and word.dep_ == "compound" and word.head.i == word.i + 1


def _whole(span: Span) -> Span:
    """Return "[the Lund Institute] think tank" with the rest of its noun."""
    doc, end = span.doc, span.end
    whole = span.label_ == SOURCE and end < len(doc) and _halves(doc[end])
    return Span(doc, span.start, end + 2, label=span.label_) if whole else span


def _is_near(link: Link) -> bool:
    """Tell whether the source of a link stands in its cue's sentence; one before it gives way to a subject there."""
    sentence = sentence_of(link.cue[0])
    return link.source is not None and sentence.start <= link.source.start < sentence.end


def _paper(cue: Span) -> Span | None:
    """Return the paper that a participle right behind it is about: "the club released [a letter] calling for calm"."""
    verb, doc = cue.root, cue.doc
    noun = doc[cue.start - 1] if cue.start else verb
    if verb.i != cue.start or verb.tag_ != "VBG" or noun.pos_ != "NOUN" or noun.lemma_.lower() not in PAPERS:
        return None
    start = next((t.i for t in doc[noun.left_edge.i : noun.i + 1] if t.dep_ not in ("case", "cc")), noun.i)
    return trimmed(doc, start, cue.start)


def _only_time(span: Span) -> bool:
    """Tell whether a span is nothing but a time ("this morning:"), which belongs to the cue's sentence."""
    words = [token for token in span if token.is_alpha]
    return any(t.lower_ in TIMES for t in words) and all(
        t.lower_ in TIMES or t.is_stop or t.pos_ == "NUM" for t in words
    )


def _clause(link: Link, spans: Sequence[Span]) -> tuple[Span, ...]:
    taken = [link.cue, *([link.source] if link.source is not None else [])]
    others = [span for span in spans if span not in link.content]
    behind = behind_colon(link.cue) or quotation_behind(link.cue)
    clauses = reported_clause(link.cue.root, taken) or ([behind] if behind is not None else [])
    if not clauses and is_aside(link.cue.root):
        clauses = around_aside(link.cue.root)
    if not clauses and (held := framed(link.cue.root, TELLING_FRAMES)) is not None and not overlap(held, taken):
        clauses = [held]
    return tuple(c for c in clauses if all(not overlap(c, [span]) or holds([c], span) for span in others))


def _subject(link: Link, spans: Sequence[Span]) -> Span | None:
    span = speaker(link.cue.root, without=[*link.content, link.cue])
    taken = [s for s in spans if s.label_ != "Source"]
    return None if span is None or overlap(span, taken) else span

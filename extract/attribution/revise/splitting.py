"""Contents that hold what somebody else says, parted from it.

* "'We lost two.' The agency also said that ...": a closed quotation before the sentence of a cue that has a content of
  its own there belongs to whoever spoke before.
* "A voice says 'stop' before the driver shouts: 'Go on!'": a quotation that another one follows, behind words of the
  writer's own, ends the content.
* "confirmed that a fire broke out but said nobody died", "wrote that it was over, adding that nobody died": who says
  more is heard twice.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.reading import Reading
from whosays.extract.lexicon import verb_class, word_class
from whosays.extract.pipeline import SENTENCE_END
from whosays.extract.syntax import sentence_of, trimmed

_REPORTING = verb_class("reporting")
_ASKING = verb_class("urging")  # "and demanded more time"
_TELLING = _REPORTING | _ASKING
_FORMS = frozenset(("VBD", "VBZ", "VBP", "VBG"))
OPENING_WORDS = word_class("opening_a_clause")


def split_contents(reading: Reading, found: AttributionSet) -> None:
    """Take out of contents what is another voice's, and give what the same voice says more a hop of its own."""
    parts = reading.quoted
    for number, hop in list(found.items()):
        content = tuple(_up_to_next(reading.doc, span, parts) for span in hop.content)
        first, *more = _said_twice(_own(replace(hop, content=content)), parts)
        found.put(number, first)
        for part in more:
            found.add(part)


def _said_twice(hop: Hop, parts: Sequence[tuple[int, int]]) -> Iterator[Hop]:
    """Yield a hop, in two where its speaker says more: "confirmed [that a fire broke out] but said [nobody died]"."""
    for number, span in enumerate(hop.content if hop.source is not None else ()):
        verb = next((token for token in span[2:-1] if _says_more(token, span, parts, hop.cue)), None)
        first = trimmed(span.doc, span.start, _cut(verb)) if verb is not None else None
        rest = trimmed(span.doc, verb.i + 1, span.end) if verb is not None else None
        if verb is not None and first is not None and rest is not None:
            yield replace(hop, content=(*hop.content[:number], first))
            yield replace(hop, cue=(span.doc[verb.i : verb.i + 1],), content=(rest, *hop.content[number + 1 :]))
            return
    yield hop


def _cut(verb: Token) -> int:
    """Return where what is said before a second verb ends: before the conjunction, at a mark."""
    return verb.i - (not verb.nbor(-1).is_punct)


def _adds(verb: Token, parts: Sequence[tuple[int, int]]) -> bool:
    """Tell "..., adding that" and "..., adding “": the same speaker goes on."""
    adds = verb.lemma_.lower() == "add" and verb.tag_ == "VBG" and verb.nbor(-1).is_punct
    return adds and (verb.nbor(1).lower_ == "that" or verb.nbor(1).is_quote) and not _stands_in(verb, parts)


def _stands_in(token: Token, parts: Sequence[tuple[int, int]]) -> bool:
    return any(start <= token.idx < end for start, end in parts)


def _says_more(verb: Token, content: Span, parts: Sequence[tuple[int, int]], cue: Sequence[Span]) -> bool:
    """Tell a second verb of saying: any plain one, any other that is joined to the cue and has a content of its own."""
    if _adds(verb, parts):
        return True
    if verb.nbor(-1).lower_ not in ("but", "and") or _stands_in(verb, parts):
        return False
    plain = verb.lemma_ in verb_class("plain_saying") and verb.tag_ == "VBD"
    joined = bool(cue) and verb.lemma_.lower() in _TELLING and verb.tag_ == cue[-1].root.tag_ and verb.tag_ in _FORMS
    own = verb.nbor(1).lower_ == "that" or verb.nbor(1).is_quote or verb.lemma_.lower() in _ASKING
    if not plain and not (joined and own and _is_second(verb, cue)):
        return False
    return any(token.pos_ in ("VERB", "AUX") for token in content.doc[content.start : verb.i])


def _is_second(verb: Token, cue: Sequence[Span]) -> bool:
    """Tell whether a verb is joined to the cue's own and shares its subject."""
    own = any(child.dep_.startswith("nsubj") for child in verb.children)
    return verb.dep_ == "conj" and verb.head == cue[-1].root and not own


def _own(hop: Hop) -> Hop:
    """Leave out closed quotations before the cue's sentence, if the sentence has a content, which is not quoted."""
    if not hop.cue or len(hop.content) < 2:
        return hop
    sentence = sentence_of(hop.cue[0][0])
    here = [span for span in hop.content if sentence.start <= span.start < sentence.end]
    if not here or any(span[0].is_quote for span in here):
        return hop
    return replace(hop, content=tuple(s for s in hop.content if s.end > sentence.start or not _is_closed(s)))


def _is_closed(span: Span) -> bool:
    """Tell whether a span is a whole quotation that ends as a sentence does."""
    doc, end = span.doc, span.end
    marked = span[0].is_quote or (span.start > 0 and doc[span.start - 1].is_quote)
    last = [token for token in doc[max(span.start, end - 2) : end + 2] if token.is_quote or token.text in SENTENCE_END]
    return marked and any(t.is_quote for t in last) and any(t.text in SENTENCE_END for t in last)


def _up_to_next(doc: Doc, span: Span, parts: Sequence[tuple[int, int]]) -> Span:
    """Cut a content that opens a quotation where that closes, if a clause with a quotation of its own follows."""
    quoted = list(_quoted_in(span, parts))
    start, end = quoted[0] if quoted else (span.end_char, span.end_char)
    if start - span.start_char > 1 or end >= span.end_char or all(other <= end for _, other in quoted):
        return span
    rest = doc.char_span(end, span.end_char, alignment_mode="contract")
    if rest is None or rest[0].lower_ not in OPENING_WORDS or all(token.text != ":" for token in rest):
        return span
    return Span(doc, span.start, rest.start, label=span.label_)


def _quoted_in(span: Span, parts: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    first = bisect_right(parts, span.start_char, key=lambda part: part[1])
    for start, end in parts[first:]:
        if start >= span.end_char:
            return
        yield start, end

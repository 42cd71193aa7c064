"""Contents that hold what somebody else says, parted from it.

* "'We lost two.' The agency also said that ...": a closed quotation before the sentence of a cue that has a content of
  its own there belongs to whoever spoke before.
* "A voice says 'stop' before the driver shouts: 'Go on!'": a quotation that another one follows, behind words of the
  writer's own, ends the content.
* "..., alluding to the old war": what a phrase without a verb is about, nobody says.
* "The owner was told that ...": who is told does not say it.
* "the losses could be attributed to drones": a cause, no voice; where somebody is named, the words are theirs.
* "The bodies have been found", "nine are known to be missing": what is found or known, nobody is heard to say.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from whosays.extract.attribution.attribution import Hop, without
from whosays.extract.attribution.revise.acts import is_act
from whosays.extract.lexicon import kinds, verb_class, word_class
from whosays.extract.pipeline import SENTENCE_END, Quotation
from whosays.extract.syntax import INFORMING, sentence_of, trimmed

ALLUDING = verb_class("alluding")
SACKING = verb_class("sacking")
LABELS = word_class("labels")
SHOWING = verb_class("showing")
ASKING = verb_class("asking")
COMING_TO_LIGHT = frozenset(["find", "know"])
OPENING_WORDS = frozenset("before after while as when until whereupon".split())


def parted(doc: Doc, hops: Sequence[Hop], quotations: Sequence[Quotation]) -> list[Hop]:
    """Return the hops without contents and words that are another voice's."""
    parts = sorted(part for quotation in quotations for part in quotation.parts)
    own = (_own(replace(hop, content=tuple(_up_to_next(doc, s, parts) for s in hop.content))) for hop in hops)
    return [part for hop in own for part in _said_twice(hop, parts)]


def _said_twice(hop: Hop, parts: Sequence[tuple[int, int]]) -> Iterator[Hop]:
    """Yield a hop, in two where its speaker says more: "confirmed [that a fire broke out] but said [nobody died]"."""
    for number, span in enumerate(hop.content if hop.source is not None else ()):
        verb = next((token for token in span[2:-1] if _says_more(token, span, parts)), None)
        first = trimmed(span.doc, span.start, verb.i - 1) if verb is not None else None
        rest = trimmed(span.doc, verb.i + 1, span.end) if verb is not None else None
        if verb is not None and first is not None and rest is not None:
            yield replace(hop, content=(*hop.content[:number], first))
            yield replace(hop, cue=(span.doc[verb.i : verb.i + 1],), content=(rest, *hop.content[number + 1 :]))
            return
    yield hop


def _says_more(verb: Token, content: Span, parts: Sequence[tuple[int, int]]) -> bool:
    if verb.lemma_ not in ("say", "add") or verb.tag_ != "VBD" or verb.nbor(-1).lower_ not in ("but", "and"):
        return False
    told = any(token.pos_ in ("VERB", "AUX") for token in content.doc[content.start : verb.i])
    return told and not any(start <= verb.idx < end for start, end in parts)


def spoken(hops: Sequence[Hop]) -> list[Hop]:
    """Return the hops without those that nobody speaks, and without sources that are only told or asked."""
    hops = [_without_hearer(replace(hop, source=None) if _is_told(hop) else hop) for hop in hops]
    tests = (_alludes, _explains, _is_asked, _is_seen, _is_found, _is_sacked, _is_label, is_act)
    return without(hops, {i for i, hop in enumerate(hops) if any(test(hop) for test in tests)})


def _is_told(hop: Hop) -> bool:
    if hop.source is None or not hop.cue:
        return False
    verb, who = hop.cue[0].root, hop.source.root
    return verb.lemma_ in INFORMING and verb.tag_ == "VBN" and who.dep_ == "nsubj:pass" and who.head == verb


def _without_hearer(hop: Hop) -> Hop:
    """Return "[the jury] [was told] [that ...]" without who was told."""
    if hop.source is not None or not hop.cue or len(hop.content) < 2 or hop.cue[0].root.lemma_ not in INFORMING:
        return hop
    who, verb = hop.content[0].root, hop.cue[0].root
    heard = who.dep_ == "nsubj:pass" and who.head == verb and hop.content[0].end <= hop.cue[0].start
    return replace(hop, content=hop.content[1:]) if heard else hop


def _alludes(hop: Hop) -> bool:
    mere = not any(token.pos_ in ("VERB", "AUX") or token.is_quote for span in hop.content for token in span)
    return bool(hop.cue) and hop.cue[0].root.lemma_ in ALLUDING and hop.cue[0].root.tag_ == "VBG" and mere


def _is_asked(hop: Hop) -> bool:
    """Tell "[asked about] [the incident], he ...": the question of a reporter who is not named."""
    if hop.source is not None or not hop.cue or hop.cue[0].root.lemma_ not in ASKING:
        return False
    return hop.cue[0].root.tag_ == "VBN" or hop.cue[0].text[:1].isupper()


def _is_seen(hop: Hop) -> bool:
    """Tell "[a soldier] [is shown] [taking cover]": a caption describes its picture."""
    if hop.source is not None or not hop.cue or hop.cue[0].root.lemma_ not in SHOWING:
        return False
    return hop.cue[0].root.tag_ == "VBN" and any(
        span[0].tag_ == "VBG" or span[0].lower_ == "to" for span in hop.content
    )


def _is_found(hop: Hop) -> bool:
    """Tell "[the bodies] [have been found]", "[nine] [are known] [to have died]"; "was found that ..." is a finding."""
    if hop.source is not None or not hop.cue or hop.cue[0].root.lemma_ not in COMING_TO_LIGHT:
        return False
    verb, behind = hop.cue[0].root, [span for span in hop.content if span.start >= hop.cue[0].end]
    passive = verb.tag_ == "VBN" and any(token.lemma_ == "be" for token in hop.cue[0])
    return passive and (verb.lemma_ == "know" or not behind)


def _is_sacked(hop: Hop) -> bool:
    """Tell "[the president] [dismissed] [the army chief]": a post is lost, no claim rejected."""
    if not hop.cue or hop.cue[0].root.lemma_ not in SACKING or len(hop.content) != 1:
        return False
    who = hop.content[0].root
    person = kinds(who.lower_) == {"person"} or who.ent_type_ == "Person"
    return person and all(token.lower_ != "as" for token in hop.content[0])  # "dismissed Roe as a liar"


def _is_label(hop: Hop) -> bool:
    """Tell "[INTERVIEW] [:] [we were lied to]": what sort of piece a headline announces says nothing."""
    return hop.source is not None and hop.source.text.lower() in LABELS


def _explains(hop: Hop) -> bool:
    return bool(hop.cue) and hop.source is None and hop.cue[0].root.lemma_ == "attribute"


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

"""Adverbs of hearsay: "The guards reportedly fled": what the adverb hedges is the whole clause, on both sides of it.

Who reportedly says something is heard by nobody in particular to say it: "Roe reportedly told the crew that it leaked".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.reading import Reading
from whosays.extract.lexicon import cue_word
from whosays.extract.pipeline import columns
from whosays.extract.syntax import HEARSAY, overlap, speaker, subtree, trimmed

CONFIDENCE = 0.75
REPORTED = frozenset(["reportedly"])
PARTICIPLES = frozenset(["VBG", "VBN"])


def propose_hearsay(reading: Reading, found: AttributionSet) -> None:
    """Add a hop for each adverb of hearsay, its clause as content, be it inside what somebody says."""
    doc = reading.doc
    for adverb in (doc[i] for i, word in enumerate(columns(doc).lower) if word in HEARSAY):
        cue = doc[adverb.i : adverb.i + 1]
        index = next((i for i in found.touching([cue]) if overlap(cue, found[i].cue)), None)
        told = _told(found[index], adverb) if index is not None else None
        if index is not None and told is not None:
            outer, inner = told
            found.put(index, replace(inner, inside=found.add(replace(outer, inside=found[index].inside))))
            continue
        parts = _around(adverb, found[index].content if index is not None else ())
        if index is not None and (mixed := _unmixed(found[index], adverb)) is not None:
            found.put(index, mixed)
        elif index is not None and found[index].source is None and parts:
            found.put(index, replace(found[index], content=parts))
        elif index is None and parts:
            index = found.add(Hop(None, (cue,), parts, None, CONFIDENCE))
        if index is not None:
            _put_inside(found, index)


def _put_inside(found: AttributionSet, number: int) -> None:
    """Put hearsay inside the report of its clause, and give that all of it."""
    hop = found[number]
    outer = _reporting(found, hop.content) if hop.source is None and hop.inside is None and hop.content else None
    if outer is not None:
        last = max(hop.content[-1].end, found[outer].content[-1].end)
        whole = hop.cue[0].doc[min(hop.content[0].start, found[outer].content[0].start) : last]
        found.put(outer, replace(found[outer], content=(whole,)))
        found.put(number, replace(hop, inside=outer))


def _reporting(found: AttributionSet, parts: Sequence[Span]) -> int | None:
    """Return who is named behind a clause of hearsay, and reports all of it: "It reportedly [sank], divers told us"."""
    for number in found.touching(parts[-1:]):
        hop = found[number]
        voice = (*hop.cue, *([hop.source] if hop.source is not None else []))
        begins = len(hop.content) == 1 and parts[-1].start <= hop.content[0].start < parts[-1].end
        if hop.source is not None and begins and all(span.start >= parts[-1].end for span in voice):
            return number
    return None


def _told(hop: Hop, adverb: Token) -> tuple[Hop, Hop] | None:
    """Take "[Roe] [reportedly told] [the crew that it leaked]" apart: the hearsay, and what Roe says inside it."""
    if adverb.lower_ not in REPORTED:  # "allegedly told" hedges what is told
        return None
    cue = next(span for span in hop.cue if adverb in span)
    deed = cue.doc[adverb.i + 1 : cue.end]
    content = tuple(span for span in hop.content if span.start >= cue.end)
    if len(hop.cue) > 1 or not content or not any(cue_word(token) is not None for token in deed):
        return None
    source = hop.source or speaker(deed.root)
    if source is None or source.end > adverb.i or source.sent != cue.sent:
        return None
    before = trimmed(cue.doc, source.start, adverb.i)
    told = cue.doc[deed.start : content[0].end]
    if before is None or any(span.end > deed.start for span in (source, before)):
        return None
    outer = Hop(None, (cue.doc[adverb.i : adverb.i + 1],), (before, told, *content[1:]), hop.inside, CONFIDENCE)
    return outer, replace(hop, source=source, cue=(deed,), content=content)


def _unmixed(hop: Hop, adverb: Token) -> Hop | None:
    """Take "[He] [allegedly put] [his name to it]" apart: whom hearsay is about says nothing himself."""
    source, cue = hop.source, hop.cue[0]
    deed = cue.doc[adverb.i + 1 : cue.end]
    if source is None or len(hop.cue) > 1 or cue[0] != adverb or not deed or source.end != cue.start:
        return None
    if any(cue_word(token) is not None for token in deed) or not hop.content or hop.content[0].start != cue.end:
        return None
    rest = cue.doc[deed.start : hop.content[0].end]
    return replace(hop, source=None, cue=(cue[:1],), content=(source, rest, *hop.content[1:]))


def _around(adverb: Token, content: Sequence[Span]) -> tuple[Span, ...]:
    verb = adverb.head
    word = adverb.nbor() if adverb.i + 1 < len(adverb.doc) else adverb
    if word.tag_ == "VBG" and not any(c.dep_ == "aux" for c in word.children):
        return _of_participle(adverb, word)  # whatever the parser hangs the adverb on
    subject = next((c for c in verb.children if c.dep_.startswith("nsubj") and c.i < adverb.i), None)
    if subject is None:
        return _of_participle(adverb, verb)
    if subject.lower_ == "what" or verb.pos_ not in ("VERB", "AUX", "ADJ", "NOUN"):
        return ()
    before = trimmed(adverb.doc, subject.left_edge.i, adverb.i)
    after = subtree(verb, without=[adverb.doc[subject.left_edge.i : adverb.i + 1]])
    behind = [span for span in content if span.start > adverb.i] or ([after] if after is not None else [])
    return (before, *behind) if before is not None and behind else ()


def _of_participle(adverb: Token, verb: Token) -> tuple[Span, ...]:
    """Return what is hedged in "tried for allegedly [setting the fire]" and "[a boat] allegedly [sold by the firm]"."""
    loose = verb.dep_ in ("acl", "advcl") or verb.i == adverb.i + 1
    if verb.tag_ not in PARTICIPLES or not loose or adverb.i > verb.i:
        return ()
    noun = verb.head if verb.dep_ == "acl" and verb.tag_ == "VBN" else None
    done = subtree(verb, without=[adverb.doc[verb.left_edge.i : adverb.i + 1]])
    start = next((t.i for t in noun.subtree if t.dep_ != "case"), noun.i) if noun is not None else adverb.i
    about = trimmed(adverb.doc, start, adverb.i) if start < adverb.i else None
    return tuple(span for span in (about, done) if span is not None) if done is not None else ()

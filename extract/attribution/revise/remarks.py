"""What is remarked of somebody's words behind them: ", a claim that the union disputes", " - which the union denies".

The remark is the writer's and no part of the words; who disputes or takes back in it speaks of those words.  So does
an outlet in a correction: what "this article originally said" is taken back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Span, Token

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.reading import Reading
from whosays.extract.lexicon import verb_class, word_class
from whosays.extract.records import Stance
from whosays.extract.syntax import overlap, subtree, trimmed

CONFIDENCE = 0.5
TAKEN_UP = word_class("told") | {"figure", "number", "toll"}
DISPUTING = verb_class("disputing")
TAKING_BACK = verb_class("taking_back") | verb_class("amending")
ARTICLES = frozenset(("a", "an"))
DASHES = frozenset(("–", "—", "-", "--"))
MARKS = DASHES | {","}
RELATIVES = frozenset(("that", "which"))
POINTING = frozenset(("that", "this"))
CONCEDING = frozenset(("although", "but", "though"))
REACH = 12  # words of a relative clause up to its verb
AUXILIARIES = frozenset(("aux", "aux:pass", "advmod"))


@dataclass(frozen=True, slots=True)
class _Remark:
    """From the token of its mark, with who does what to the words before."""

    start: int
    end: int
    source: Span
    cue: Span
    stance: Stance | None
    of_all: bool = False  # of all that the outermost voice says


def take_out_remarks(reading: Reading, found: AttributionSet) -> None:
    """Cut remarks out of contents and add a hop for who disputes or takes back in them."""
    _take_back(found)
    for remark in (*_remarks(reading), *_countered(reading), *_denied(reading)):
        doc, here = reading.doc, reading.doc[remark.start : remark.end]
        found.drop([n for n, hop in found.items() if any(overlap(cue, [here]) for cue in hop.cue)])
        said = _said(found, remark)
        content = tuple(cut for span in said.content if (cut := _before(span, remark)) is not None) if said else ()
        for number, hop in list(found.items()):
            if hop is said:
                found.put(number, replace(hop, content=content or hop.content))
        if not content:
            clause = trimmed(doc, doc[remark.start].sent.start, remark.start)
            content = (clause,) if clause is not None else ()
        if content:
            found.add(Hop(remark.source, (remark.cue,), content, None, CONFIDENCE, stance=remark.stance))


def _remarks(reading: Reading) -> Iterator[_Remark]:
    doc = reading.doc
    for noun in doc[2:]:
        if noun.pos_ != "NOUN" or noun.lemma_.lower() not in TAKEN_UP or noun.nbor(-1).lower_ not in ARTICLES:
            continue
        start = noun.i - 2
        told = _told(noun) if doc[start].text in MARKS else None
        stance = _stance(told[1]) if told is not None else None
        if told is None or stance is None:
            continue
        source, verb = told
        taken_back: Stance | None = "retracts" if stance == "retracts" else None
        yield _Remark(start, verb.right_edge.i + 1, source, _cue(verb, source), taken_back)


def _countered(reading: Reading) -> Iterator[_Remark]:
    """Yield the remark of "..., though the union disputes this": the clause before is what it disputes."""
    doc = reading.doc
    for word in doc[2:]:
        verb = word.head
        if word.lower_ not in POINTING or word.dep_ != "obj" or verb.lemma_.lower() not in DISPUTING or verb.i > word.i:
            continue
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
        source = subtree(subject) if subject is not None else None
        if source is None or source.start < 2 or doc[source.start - 1].lower_ not in CONCEDING:
            continue
        start = source.start - 1
        ends = word.i + 1 == len(doc) or doc[word.i + 1].is_punct or doc[word.i + 1].is_space
        if ends and start > doc[start].sent.start + 1 and doc[source.start].sent == doc[start].sent:
            start -= doc[start - 1].text in MARKS
            yield _Remark(start, word.i + 1, source, _cue(verb, source), None)


def _denied(reading: Reading) -> Iterator[_Remark]:
    """Yield the remark of "... - which the union denies": behind a dash the clause before is what it denies."""
    doc = reading.doc
    for word in doc[2:]:
        verb, mark = word.head, word.nbor(-1)
        if word.lower_ != "which" or word.dep_ != "obj" or verb.lemma_.lower() not in DISPUTING or verb.i < word.i:
            continue
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and word.i < c.i < verb.i), None)
        ends = verb.i + 1 == len(doc) or doc[verb.i + 1].is_punct or doc[verb.i + 1].is_space
        if mark.text not in DASHES or subject is None or not ends:
            continue
        source = doc[word.i + 1 : min(subject.right_edge.i + 1, verb.i)]
        yield _Remark(mark.i, verb.i + 1, source, _cue(verb, source), None, of_all=True)


def _cue(verb: Token, source: Span) -> Span:
    """Return a verb with those that help it behind the source: "has denied"."""
    helping = [c.i for c in verb.children if c.dep_ in AUXILIARIES and source.end <= c.i < verb.i]
    return verb.doc[min([verb.i, *helping]) : verb.i + 1]


def _take_back(found: AttributionSet) -> None:
    """Let "this article originally said [that it fell]" retract what it said, and nobody say anything in it."""
    for number, hop in list(found.items()):
        if number in found and _is_corrected(hop):  # and not within one that was taken back
            found.drop([n for n in found if _is_inside(n, number, found)])
            found.put(number, replace(hop, stance="retracts"))


def _is_inside(number: int, outer: int, found: AttributionSet) -> bool:
    inside = found[number].inside
    while inside is not None and inside != outer:
        inside = found[inside].inside
    return inside == outer


def _is_corrected(hop: Hop) -> bool:
    """Tell "this article originally said" and "an earlier version of this story said"."""
    if hop.source is None or not hop.cue or not hop.content:
        return False
    verb, words = hop.cue[0].root, [token.lower_ for token in hop.source]
    own = any(pair[0] == "this" and pair[1] in word_class("own_papers") for pair in pairwise(words))
    version = "version" in words and any(word in words for word in ("earlier", "original", "previous"))
    mended = any(c.lower_ in word_class("corrected") for c in verb.children if c.dep_ == "advmod")
    return own and (mended or version) and verb.lemma_.lower() in verb_class("saying") | verb_class("indicating")


def _told(noun: Token) -> tuple[Span, Token] | None:
    """Return who does what in the relative clause of a noun, whatever the parser makes of the clause."""
    for verb in noun.doc[noun.i + 1 : noun.i + REACH]:
        if verb.is_punct or verb.is_sent_start:
            break
        subject = next((c for c in verb.children if c.dep_.startswith("nsubj") and noun.i < c.i < verb.i), None)
        if verb.pos_ == "VERB" and subject is not None and subject.lower_ not in RELATIVES:
            source = subtree(subject)
            return (source, verb) if source is not None and source.start > noun.i else None
    return None


def _stance(verb: Token) -> Stance | None:
    lemma = verb.lemma_.lower()
    return "denies" if lemma in DISPUTING else "retracts" if lemma in TAKING_BACK else None


def _said(found: AttributionSet, remark: _Remark) -> Hop | None:
    """Return the hop whose words a remark takes up: the last before it in its sentence."""
    doc = remark.cue.doc
    first = doc[remark.start].sent.start
    told = [hop for hop in found.hops() if any(first <= cue.start and cue.end <= remark.start for cue in hop.cue)]
    own = [hop for hop in told if hop.content and not (remark.of_all and hop.inside is not None)]
    return max(own, key=lambda hop: hop.cue[0].start, default=None)


def _before(span: Span, remark: _Remark) -> Span | None:
    return (
        trimmed(span.doc, span.start, remark.start)
        if span.start < remark.start < span.end
        else (span if span.end <= remark.start else None)
    )

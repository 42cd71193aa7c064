"""Nouns of telling that were passed over: "its promise to pay", "claims that it leaked", "calls from Roe to resign".

The head for kinds reads a text as a whole and believes little of what is told inside a content.  Such a noun, with
whose it is and what it holds, says enough by its form: a clause behind "that", one without it that lacks nothing
("allegations he had an affair", not "allegations he made"), what is promised or asked for ("to pay", "of tax cuts").
Whose it is need not be told of what is commonly claimed or feared.

Nor of doubts: "There was some scepticism about the mayor's claim that the dam held" tells that it is doubted, and who
claims it inside.  "There is no doubt that" doubts nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.propose.passed_over import take_in
from whosays.extract.attribution.reading import Reading
from whosays.extract.lexicon import cue_word, word_class
from whosays.extract.pipeline import columns
from whosays.extract.syntax import FINITE, case_of, giver_of, holds, overlap, positions, sentence_of, trimmed

CONFIDENCE = 0.5
CLAUSES = frozenset(("acl", "acl:relcl", "advcl", "ccomp", "xcomp"))
COMPLETE = frozenset(("ccomp", "cop", "obj", "xcomp"))
RUMOURED = word_class("told") | word_class("feared")
ERRANDS = word_class("errands")
TOPICAL = word_class("topical_nouns")
OVER = word_class("behind_a_topic")
OPENING = frozenset(("that", "whether"))
NO = word_class("none_of_it")
NEAR = 5  # tokens from "there" to its noun


def propose_nouns(reading: Reading, found: AttributionSet) -> None:
    """Add a hop for each noun of telling outside all cues and sources, inside the innermost content that has it."""
    doc = reading.doc
    taken = positions(span for hop in found.hops() for span in (*hop.cue, *filter(None, [hop.source])))
    for hop in nominal(doc):
        if hop.cue[0].start not in taken:
            around = [i for i in found.touching(hop.cue) if holds(found[i].content, hop.cue[0])]
            inside = min(around, key=lambda i: sum(map(len, found[i].content)), default=None)
            take_in(replace(hop, inside=inside), found)


def nominal(doc: Doc) -> Iterator[Hop]:
    """Yield a hop for each noun of telling that holds something."""
    for noun in doc:
        word = cue_word(noun) if noun.pos_ == "NOUN" else None
        if word is None or word.kind != "noun" or (noun.i and noun.nbor(-1).lower_ == "in"):  # "in order to"
            continue
        owner = _owner(noun)
        content = _held(noun, owned=owner is not None)
        cue = doc[noun.i : noun.i + 1]
        if content is not None and not overlap(cue, [content]) and (owner is None or not overlap(owner, [content])):
            yield Hop(owner, (cue,), (content,), None, CONFIDENCE)


def _owner(noun: Token) -> Span | None:
    """Return whose a noun is: "[the union's] claim", "[its] promise", "a call from [the union]"."""
    owner = next((c for c in noun.children if c.dep_ == "nmod:poss" and c.i < noun.i), None)
    if owner is not None:
        return noun.doc[owner.left_edge.i : owner.right_edge.i + 1]
    giver = giver_of(noun)
    if giver is None:
        return None
    clauses = [c.left_edge.i for t in (noun, giver) for c in t.children if c.dep_ in CLAUSES and c.i > giver.i]
    return trimmed(noun.doc, giver.left_edge.i + 1, min([giver.right_edge.i + 1, *clauses]))


def _held(noun: Token, *, owned: bool) -> Span | None:
    """Return what a noun holds; what only its owner can hold needs one."""
    lemma = noun.lemma_.lower()
    for clause in _clauses(noun):
        first, mark = clause.left_edge, _mark(clause)
        near = first.i == noun.i + 1 or owned
        whole = trimmed(noun.doc, first.i, clause.right_edge.i + 1)
        if mark == "that" and near and (owned or noun.lower_ in RUMOURED):
            return whole
        if mark == "to" and owned and lemma in ERRANDS:
            return whole
        if not mark and first.i == noun.i + 1 and noun.lower_ in RUMOURED and _lacks_nothing(clause):
            return whole
    topic = next((c for c in noun.children if c.i > noun.i and c.dep_ == "nmod" and case_of(c) == "of"), None)
    if topic is None or not owned or lemma not in TOPICAL:
        return None
    return trimmed(noun.doc, topic.left_edge.i + 1, topic.right_edge.i + 1)


def _clauses(noun: Token) -> Iterator[Token]:
    """Yield the clauses behind a noun, those that the parser hangs on its giver among them."""
    giver = giver_of(noun)
    for child in noun.children:
        if child.i > noun.i and child.dep_ in CLAUSES:
            yield child
    if giver is not None:
        yield from (c for c in giver.children if c.i > giver.i and c.dep_ in CLAUSES)


def _mark(clause: Token) -> str:
    return next((c.lower_ for c in clause.children if c.dep_ == "mark"), "")


def _lacks_nothing(clause: Token) -> bool:
    """Tell a clause of its own from one that the noun is the object of ("the claims he made")."""
    subject = next((c for c in clause.children if c.dep_ == "nsubj"), None)
    finite = clause.tag_ in FINITE or any(c.tag_ in FINITE for c in clause.children)
    open_word = clause.left_edge.tag_ in ("WDT", "WP", "WRB")
    return subject is not None and finite and not open_word and any(c.dep_ in COMPLETE for c in clause.children)


def propose_doubts(reading: Reading, found: AttributionSet) -> None:
    """Add a hop for each such doubt, inside the innermost content that has it, in place of what else its words made."""
    for hop in doubts(reading.doc):
        beside = [i for i in found.touching(hop.cue) if found[i].cue and overlap(found[i].cue[0], hop.cue)]
        if any(found[i].source is not None for i in beside):
            continue
        found.drop(beside)
        around = [i for i in found.touching(hop.cue) if holds(found[i].content, hop.cue[0])]
        inside = min(around, key=lambda i: sum(map(len, found[i].content)), default=None)
        take_in(replace(hop, inside=inside), found)


def doubts(doc: Doc) -> Iterator[Hop]:
    """Yield a hop for each "there is scepticism about ..." with what is doubted as its content."""
    nouns = word_class("doubts")
    for noun in (doc[i] for i, lemma in enumerate(columns(doc).lemma) if lemma.lower() in nouns and i + 2 < len(doc)):
        there = next((t for t in reversed(doc[max(0, noun.i - NEAR) : noun.i]) if t.lower_ == "there"), None)
        link = noun.nbor()
        if there is None or noun.pos_ != "NOUN" or link.lower_ not in OVER or there.nbor().pos_ not in ("AUX", "VERB"):
            continue
        if any(token.lower_ in NO for token in doc[there.i : noun.i]):
            continue
        start = link.i if link.lower_ in OPENING else link.i + 1 + (link.nbor().lower_ == "to")
        content = trimmed(doc, start, min(_end(link, there), sentence_of(noun).end))
        if content is not None and content.start == start:
            yield Hop(None, (doc[there.i : start],), (content,), None, CONFIDENCE)


def _end(link: Token, there: Token) -> int:
    """Return where the phrase ends that a preposition or conjunction opens, whatever the parser hangs it on."""
    top = link
    while top.head != top and top.head.i > link.i:
        top = top.head
    own = top.i > there.i and not top.is_ancestor(there)
    return top.right_edge.i + 1 if own else link.i + 1

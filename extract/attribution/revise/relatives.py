"""Who "who" is: the source of "the mayor, who said that it leaked" are the words that name the speaker, the mayor.

The phrase before the relative clause, from its first word to the comma.  What is only an act keeps its pronoun.  And
what is said in "the dam, which Roe says leaked" is said of the dam.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.revise.subjects import NOUNS, PRONOUN, described_by, phrase_up_to, undergoing
from whosays.extract.syntax import FINITE, overlap

RELATIVES = frozenset(("who", "which", "that"))


def name_relatives(doc: Doc, found: AttributionSet) -> None:
    """Put the noun phrase that a relative pronoun stands for in its place as a source."""
    for number, hop in list(found.items()):
        meant = _antecedent(hop) if hop.kind != "act" else None
        if meant is not None and not overlap(meant, [*hop.cue, *hop.content]):
            found.put(number, replace(hop, source=meant))
        told = _told_of(doc, found[number]) if hop.kind != "act" and hop.content else None
        if told is not None and not overlap(told, found[number].spans()):
            kept = hop.content[1:] if _alone(hop) else hop.content
            found.put(number, replace(found[number], content=(told, *kept)))


def _told_of(doc: Doc, hop: Hop) -> Span | None:
    """Return "the dam" of "the dam, which Roe says leaked": what is said of it has no subject without it."""
    pronoun = _alone(hop) or _before(doc, hop)
    if pronoun is None or pronoun.i < 2:
        return undergoing(hop) or described_by(hop)
    at = pronoun.i
    noun = (_modified(pronoun) if _alone(hop) else None) or _head_of(doc[at - 1 - (doc[at - 1].text == ",")])
    return phrase_up_to(noun, at) if noun is not None and noun.i < at else None


def _alone(hop: Hop) -> Token | None:
    """Return the relative pronoun that is all of the first part of a content."""
    first = hop.content[0][0] if len(hop.content) > 1 and len(hop.content[0]) == 1 else None
    return first if first is not None and first.tag_ in PRONOUN and first.lower_ in (*RELATIVES, "whom") else None


def _before(doc: Doc, hop: Hop) -> Token | None:
    """Return the relative pronoun before a source whose content is a predicate alone."""
    if hop.source is None or not hop.cue or len(hop.content) != 1 or hop.content[0].start < hop.cue[-1].end:
        return None
    at = hop.source.start - 1
    at -= at > 0 and doc[at].text == ","
    plain = at > 1 and doc[at].lower_ in RELATIVES and doc[at].tag_ in PRONOUN
    return doc[at] if plain and hop.content[0][0].tag_ in FINITE else None


def _antecedent(hop: Hop) -> Span | None:
    if hop.source is None or len(hop.source) != 1 or hop.source[0].lower_ not in RELATIVES:
        return None
    pronoun = hop.source[0]
    noun = _modified(pronoun)
    if noun is None or noun.i >= pronoun.i:
        return None
    return phrase_up_to(noun, pronoun.i)


def _modified(pronoun: Token) -> Token | None:
    """Return the noun that the relative clause of a pronoun says something of."""
    verb = pronoun.head
    while verb.dep_ in ("conj", "xcomp", "ccomp") and verb.head != verb:
        verb = verb.head
    if verb.dep_.startswith("acl"):
        return verb.head if verb.head.pos_ in ("NOUN", "PROPN", "PRON") else None
    # Behind a comma the parser may hang the clause on the verb before it.
    last = pronoun.nbor(-1) if pronoun.i else pronoun
    return _head_of(last.nbor(-1)) if last.text == "," and last.i and pronoun.lower_ == "who" else None


def _head_of(last: Token) -> Token | None:
    """Return the person's name or the noun that ends before a comma, by its first word."""
    while last.dep_ == "flat" and last.head.i < last.i:
        last = last.head
    return last if last.pos_ in NOUNS else None

"""Who "who" is: the source of "the mayor, who said that it leaked" are the words that name the speaker, the mayor.

The phrase before the relative clause, from its first word to the comma.  What is only an act keeps its pronoun.  And
what is said in "the dam, which Roe says leaked" is said of the dam.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.lexicon import kinds, word_class
from whosays.extract.syntax import FINITE, overlap, trimmed

RELATIVES = frozenset(("who", "which", "that"))
PRONOUN = frozenset(("WDT", "WP"))
LEADING = frozenset(("case", "cc", "punct", "mark", "advmod"))
LONGEST = 25  # words
WHERE = frozenset(("at", "from", "in", "near", "outside"))
REACH = 9  # words before "who" in which its noun stands
MANY = word_class("nouns_of_many")
PREPOSITIONS = frozenset(("by", "for", "from", "in", "of", "on", "to", "with"))


def name_relatives(doc: Doc, found: AttributionSet) -> None:
    """Put the noun phrase that a relative pronoun stands for in its place as a source."""
    for number, hop in list(found.items()):
        meant = _antecedent(hop) if hop.kind != "act" else None
        if meant is not None and not overlap(meant, [*hop.cue, *hop.content]):
            found.put(number, replace(hop, source=meant))
        told = _told_of(doc, found[number]) if hop.kind != "act" else None
        if told is not None and not overlap(told, found[number].spans()):
            kept = hop.content[1:] if _alone(hop) else hop.content
            found.put(number, replace(found[number], content=(told, *kept)))


def _told_of(doc: Doc, hop: Hop) -> Span | None:
    """Return "the dam" of "the dam, which Roe says leaked": what is said of it has no subject without it."""
    pronoun = _alone(hop) or _before(doc, hop)
    if pronoun is None or pronoun.i < 2:
        return None
    at = pronoun.i
    noun = (_modified(pronoun) if _alone(hop) else None) or _head_of(doc[at - 1 - (doc[at - 1].text == ",")])
    return _phrase(noun, at, noun.left_edge.i) if noun is not None and noun.i < at else None


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
    """Return the words of whom the relative pronoun of a source stands for, or of its cue, whatever stands there."""
    alone = hop.source is not None and len(hop.source) == 1 and hop.source[0].lower_ in RELATIVES
    pronoun = hop.source[0] if hop.source is not None and alone else _subject(hop)
    noun = _counted(next(_speaking(pronoun), _modified(pronoun) if alone else None)) if pronoun is not None else None
    if noun is None or pronoun is None or noun.i >= pronoun.i:
        return None
    cut = (t.i for t in noun.doc[noun.left_edge.i : noun.i] if t.lower_ in PREPOSITIONS and t.head == noun)
    return _phrase(noun, pronoun.i, max(cut, default=noun.left_edge.i))


def _subject(hop: Hop) -> Token | None:
    """Return the "who" or "which" that is the subject of a cue, where the source stands before it."""
    if hop.source is None or not hop.cue:
        return None
    verb = hop.cue[0].root
    while verb.dep_ in ("conj", "xcomp") and not any(c.dep_.startswith("nsubj") for c in verb.children):
        verb = verb.head
    who = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if who is None or who.lower_ not in ("who", "which") or who.tag_ not in PRONOUN or hop.source.end > who.i:
        return None
    return None if _is_voice(hop.source.root, person=who.lower_ == "who") else who


def _speaking(pronoun: Token) -> Iterator[Token]:
    """Yield the nouns of a relative clause that can speak: the one it says something of, or the last one before it.

    "Who" is a person's or people's, "which" no person's: "an adviser for Labour, which denies", "shortcomings of the
    Marl Review, which said".
    """
    noun, person = _modified(pronoun), pronoun.lower_ == "who"
    if pronoun.lower_ == "that":
        return
    holder = noun
    while holder is not None and holder.dep_ == "nmod" and not _is_voice(holder, person=person):
        holder = holder.head  # "the head of the council, who", "the council in Korra, which"
    comma = pronoun.i > 0 and pronoun.nbor(-1).text == ","
    near = pronoun.doc[max(0, pronoun.i - REACH) : pronoun.i - comma]
    stop = max((t.i for t in near if t.pos_ in ("VERB", "AUX", "PUNCT")), default=near.start - 1)
    behind = (
        [t for t in reversed(near) if t.i > stop and t.dep_ != "compound"]
        if person
        else [_head_of(near[-1])]
        if len(near)
        else []
    )
    yield from (t for t in (noun, holder, *behind) if t is not None and _is_voice(t, person=person))


def _counted(noun: Token | None) -> Token | None:
    """Return "%" of "the 73% of voters": how many of them say so belongs to who does."""
    while noun is not None and noun.dep_ == "nmod" and (noun.head.pos_ in ("NUM", "SYM") or noun.head.lower_ in MANY):
        if any(child.dep_ == "cop" for child in noun.head.children):
            break  # "he was one of several members, who"
        noun = noun.head
    return noun


def _is_voice(noun: Token, *, person: bool) -> bool:
    """Tell whether a noun or a name is one of a person, or else of a body, a country or a document."""
    named = noun.ent_type_ == "Person" and any(child.dep_ == "flat" for child in noun.children)
    people = named or bool(kinds(noun.lower_) & {"person", "people"})
    where = noun.ent_type_ == "Place" and any(c.dep_ == "case" and c.lower_ in WHERE for c in noun.children)
    return people if person else not people and not where and bool(noun.ent_type_ or kinds(noun.lower_))


def _phrase(noun: Token, end: int, first: int) -> Span | None:
    """Return a noun phrase from its first word, or a later one, to where a relative clause begins."""
    doc = noun.doc
    start = next((t.i for t in doc[first : noun.i + 1] if t == noun or _opens(t, noun)), noun.i)
    span = trimmed(doc, start, end)
    return span if span is not None and len(span) <= LONGEST else None


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
    return last if last.pos_ in ("NOUN", "PROPN") else None


def _opens(token: Token, noun: Token) -> bool:
    """Tell a word that a noun phrase can begin with from the preposition or "and" before it."""
    leads = token.lower_ in PREPOSITIONS or (token.dep_ in LEADING and token.head == noun)
    return not leads and not token.is_space

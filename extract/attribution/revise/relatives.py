"""Who "who" is, and whom or what a content without a subject is said of.

* The source of "the mayor, who said that it leaked" are the words that name the speaker, the mayor: the phrase before
  the relative clause, from its first word to the comma.  What is only an act keeps its pronoun.
* What is said in "[the dam], which Roe says [leaked]", "[boats] that Roe vowed [to sell]" and "letters Roe said could
  matter" is said of the noun.
* "[The raid], which Roe described [as unfair]": so is what somebody is called.
* "[The dam] was thought [to leak]", "[a house] believed [to be empty]", "[Roe], who is seen as [a reformer]",
  "[Two clerks] were held for allegedly [forging it]": who undergoes hearsay is part of what is said.
* "Roe said the boat, [which is old,] [would sink]", "[The dam], built in 1990, [will go], Roe said": a content that
  begins with a finite verb has its subject.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.lexicon import kinds, verb_class, word_class
from whosays.extract.syntax import FINITE, HEARSAY, is_finite_verb, is_passive, overlap, sentence_of, trimmed

RELATIVES = frozenset(("who", "which", "that"))
SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj", "nsubj:outer"))
NOUNS = frozenset(("NOUN", "PROPN"))
PRONOUN = frozenset(("WDT", "WP"))
LEADING = frozenset(("case", "cc", "punct", "mark", "advmod"))
OPENING = frozenset(("as", "to"))  # behind the participle that is said of somebody
ADDRESSING = verb_class("informing") | verb_class("ordering") | verb_class("urging") | {"ask"}
CLAUSAL = SUBJECTS | {"aux", "cop", "expl"}  # of a noun that is a predicate
CAUSES = frozenset(("for", "of", "over", "with"))
LONGEST = 25  # words
WHERE = frozenset(("at", "from", "in", "near", "outside"))
REACH = 9  # words before "who" in which its noun stands
MANY = word_class("nouns_of_many")
PREPOSITIONS = word_class("before_relatives")


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
    last, person = _head_of(doc[at - 1 - (doc[at - 1].text == ",")]), pronoun.lower_ in ("who", "whom")
    meant = _modified(pronoun)
    near = meant is not None and not any(token.pos_ == "VERB" for token in doc[meant.i : at])  # "a raid on the mill,"
    noun = (meant or last) if _alone(hop) or (near and _is_called(pronoun, hop)) else (last or meant)
    while noun is not None and noun.dep_ == "nmod" and pronoun.lower_ != "that":
        if _is_voice(noun, person=True) == person or _is_voice(noun.head, person=True) != person:
            break
        noun = noun.head  # "girls between the ages of 5 and 9 who", "the conduct of a clerk, which"
    return phrase_up_to(noun, at) if noun is not None and noun.i < at else None


def _alone(hop: Hop) -> Token | None:
    """Return the relative pronoun that is all of the first part of a content."""
    first = hop.content[0][0] if len(hop.content) > 1 and len(hop.content[0]) == 1 else None
    return first if first is not None and first.tag_ in PRONOUN and first.lower_ in (*RELATIVES, "whom") else None


def _before(doc: Doc, hop: Hop) -> Token | None:
    """Return the relative pronoun before a source whose content is a predicate alone, or has it as an object."""
    if hop.source is None or not hop.cue or len(hop.content) != 1 or hop.content[0].start < hop.cue[-1].end:
        return None
    at = hop.source.start - 1
    at -= at > 0 and doc[at].text == ","
    pronoun = doc[at]
    plain = at > 1 and pronoun.lower_ in (*RELATIVES, "whom") and pronoun.tag_ in PRONOUN
    lacking = hop.content[0][0].tag_ in FINITE or pronoun.head in hop.content[0] or _is_called(pronoun, hop)
    return pronoun if plain and lacking else None


def _is_called(pronoun: Token, hop: Hop) -> bool:
    """Tell "[the raid], which Roe described [as unfair]" and "whom Roe described as [a thief]"."""
    as_such = "as" in (hop.cue[-1][-1].lower_, hop.content[0][0].lower_)
    return as_such and pronoun.dep_ == "obj" and pronoun.head == hop.cue[0].root


def _antecedent(hop: Hop) -> Span | None:
    """Return the words of whom the relative pronoun of a source stands for, or of its cue, whatever stands there."""
    alone = hop.source is not None and len(hop.source) == 1 and hop.source[0].lower_ in RELATIVES
    pronoun = hop.source[0] if hop.source is not None and alone else _subject(hop)
    noun = _counted(next(_speaking(pronoun), _modified(pronoun) if alone else None)) if pronoun is not None else None
    if noun is None or pronoun is None or noun.i >= pronoun.i:
        return None
    cut = (t.i for t in noun.doc[noun.left_edge.i : noun.i] if t.lower_ in PREPOSITIONS and t.head == noun)
    return phrase_up_to(noun, pronoun.i, max(cut, default=0))


def _subject(hop: Hop) -> Token | None:
    """Return the "who" or "which" that is the subject of a cue, where the source stands before it."""
    if hop.source is None or not hop.cue:
        return None
    verb = hop.cue[0].root
    verb = verb.head if verb.dep_.startswith("aux") else verb  # "[has not] [commented]"
    while verb.dep_ in ("conj", "xcomp") and not any(c.dep_.startswith("nsubj") for c in verb.children):
        verb = verb.head
    who = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if who is None or who.lower_ not in ("who", "which") or who.tag_ not in PRONOUN or hop.source.end > who.i:
        return None
    return None if _is_voice(hop.source.root, person=who.lower_ == "who") and not _is_beyond(hop.source, who) else who


def _is_beyond(source: Span, who: Token) -> bool:
    """Tell whether "who" stands behind a voice that its source's verb is over: "[Roe] blames the Lund board, which".

    So with "[The board] has held Lund, an envoy of Korrin, which confirmed"; but "[Roe] issued a report, which said".
    """
    verb, last = source.root.head, who.doc[who.i - 2]
    clause = source.root.dep_ == "nsubj" and source.end <= verb.i < who.i - 2 and verb.pos_ == "VERB"
    if not clause or who.nbor(-1).text != ",":
        return False
    direct = last.dep_ == "obj" and last.head == verb
    noun = _head_of(last)
    voice = noun is not None and _is_voice(noun, person=who.lower_ == "who") and kinds(noun.lower_) != {"document"}
    return direct or (voice and verb in last.ancestors)


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


def undergoing(hop: Hop) -> Span | None:
    """Return whom or what hearsay is about, where nobody says it and they are no part of the content."""
    if not hop.cue or hop.content[0].start < hop.cue[-1].end or not (hop.source is None or _is_by(hop, hop.source)):
        return None
    if hop.cue[-1].text.lower() in HEARSAY:
        return _held(hop)
    verb = next((token for token in reversed(hop.cue[0]) if token.tag_ == "VBN"), None)
    opening = (token.lower_ for token in (*hop.cue[-1], hop.content[0][0]))
    if verb is None or verb.lemma_.lower() in ADDRESSING or (verb.lemma_ != "suspect" and OPENING.isdisjoint(opening)):
        return None
    while verb.dep_ == "conj" and verb.head.i < verb.i and subject_before(verb) is None:
        verb = verb.head
    subject = subject_before(verb)
    if subject is None:
        end = min(hop.cue[0].start, verb.i)
        return phrase_up_to(verb.head, end) if verb.dep_ == "acl" and verb.head.i < end else None
    if subject.tag_ in PRONOUN:
        noun = described_noun(verb, subject)
        return phrase_up_to(noun, subject.i) if noun is not None else None
    return _bare(subject, hop.cue[0].start)


def _is_by(hop: Hop, source: Span) -> bool:
    """Tell "[was considered by] [the guild] [to be unfair]"."""
    cue = hop.cue[-1]
    held = cue[-1].lower_ == "by" and source.start == cue.end and hop.content[0][0].lower_ in OPENING
    return held and cue.root.lemma_.lower() not in verb_class("citing")


def _held(hop: Hop) -> Span | None:
    """Return who is held, wanted or fined "for allegedly [forging it]"."""
    cue, deed = hop.cue[0], hop.content[0].root
    before = cue.doc[cue.start - 1] if cue.start else deed
    verb = deed.head
    if before.lower_ not in CAUSES or hop.content[0][0].tag_ != "VBG" or verb.pos_ != "VERB" or verb.i > cue.start:
        return None
    objects = (child for child in verb.children if child.dep_ == "obj" and verb.i < child.i < cue.start)
    who = subject_before(verb) if is_passive(verb) else next((noun for noun in objects if kinds(noun.lemma_)), None)
    return _bare(who, cue.start - 1) if who is not None and who.pos_ != "PRON" else None


def _bare(noun: Token, end: int) -> Span | None:
    """Return the phrase of a noun up to a clause on it."""
    doc, last = noun.doc, noun.right_edge.i + 1
    clauses = [child.left_edge.i for child in noun.subtree if child.dep_.startswith("acl") and child.i > noun.i]
    while last < end and doc[last].ent_type_ == "Person":  # the parser may part a title from its name
        last += 1
    return trimmed(doc, noun.left_edge.i, min([last, end, *clauses]))


def from_subject(span: Span, hop: Hop) -> Span | None:
    """Return a content that begins with a finite verb from its subject on, or from where its sentence begins."""
    root, doc, before = span.root, span.doc, span.end <= hop.cue[0].start
    if span.start == 0 or span[0].tag_ not in FINITE or span[0] not in (root, *root.children):
        return None
    first = sentence_of(span[0]).start if before else hop.cue[-1].end
    subject = subject_before(root)
    if subject is None:
        return trimmed(doc, first, span.end) if before else None
    start = subject.left_edge.i
    start -= doc[start - 1].pos_ == "DET"  # the parser may hang it elsewhere
    return trimmed(doc, start, span.end) if first <= start < span.start and subject.tag_ not in PRONOUN else None


def subject_before(verb: Token) -> Token | None:
    """Return the subject that stands before a verb."""
    return next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)


def described_noun(verb: Token, pronoun: Token) -> Token | None:
    """Return what a relative clause describes: the noun right before it where the parser has none that reaches to it.

    "Who" behind the name of a person is that person.
    """
    doc, at = pronoun.doc, pronoun.i - 1
    at -= at > 0 and doc[at].text == ","
    last, noun = doc[max(at, 0)], verb.head
    while last.dep_ in ("compound", "flat") and last.head.i < last.i:
        last = last.head
    between = doc[noun.i : pronoun.i]
    reaches = verb.dep_.startswith("acl") and noun.i < pronoun.i and not any(map(is_finite_verb, between))
    if pronoun.lower_ == "what":
        return None
    if reaches and not (pronoun.lower_ == "who" and last.ent_type_ == "Person"):
        return noun
    return last if last.pos_ in NOUNS else None


def described_by(hop: Hop) -> Span | None:
    """Return "emails" of "emails [Roe] said [could matter]"."""
    source, cue = hop.source, hop.cue[0] if hop.cue else None
    if source is None or cue is None or source.end != cue.start or source.start == 0 or len(hop.content) != 1:
        return None
    content, last = hop.content[0], source.doc[source.start - 1]
    if content.start != hop.cue[-1].end or content[0].tag_ not in FINITE or last.pos_ not in NOUNS:
        return None
    verbs = (verb for verb in (cue.root, content.root) if verb.dep_.startswith("acl") and verb.head.i < source.start)
    verb = next(verbs, None)
    return phrase_up_to(verb.head, source.start) if verb is not None and verb.head.pos_ in NOUNS else None


def phrase_up_to(noun: Token, end: int, begin: int = 0) -> Span | None:
    """Return a noun phrase from its first word, or one that it begins at, to where a clause on it begins."""
    doc = noun.doc
    own = max((child.right_edge.i + 1 for child in noun.lefts if child.dep_ in CLAUSAL), default=noun.left_edge.i)
    first = max(own, begin)
    start = next((t.i for t in doc[first : noun.i + 1] if t == noun or _opens(t, noun)), noun.i)
    span = trimmed(doc, start, end)
    return span if span is not None and len(span) <= LONGEST else None


def _opens(token: Token, noun: Token) -> bool:
    """Tell a word that a noun phrase can begin with from the preposition or "and" before it."""
    leads = token.lower_ in PREPOSITIONS or (token.dep_ in LEADING and token.head == noun)
    return not leads and not token.is_space

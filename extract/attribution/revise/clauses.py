"""Hops whose parts the clause tells otherwise than their nearness.

* "beating the 7% [that] [analysts] [had forecast]": what a relative clause attributes is the noun that it describes,
  not the sentence up to there; of "[a boat, which] the mayor said [had sunk]" it has said both.
* "Lund said it stood, but [the mayor], citing two engineers, [said] ...": who stands between two verbs of saying, as
  the subject of the second, speaks there.
* "Roe denied [allegations that it leaked]": what somebody denies or rejects is the claim with its noun, be that a
  cue of its own.
* "[The firm], which is to close, [confirmed] it", "the mayor, [who] [said] it": a verb of saying without a speaker has
  its subject as one, however far off.
* "What [Roe] [has said] is [that it leaked]": what is equated with what somebody said.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span, Token

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.reading import Reading
from whosays.extract.lexicon import verb_class, word_class
from whosays.extract.syntax import FINITE, case_of, is_passive, overlap, sentence_of, speaker, subtree, trimmed

REPORTING = verb_class("reporting")
TELLING = REPORTING | verb_class("saying")
NEAR = 6  # words from a verb to the "is" that equates what it tells
ACCUSING = verb_class("accusing")
DISPUTING = verb_class("disputing")
CLAIMS = word_class("told")
VOICING = verb_class("voicing")
WRONGS = word_class("wrongs")
LEADING = frozenset(("case", "cc"))  # before a noun phrase
IMPERSONAL = frozenset(("it", "that", "there", "this", "what"))
DESCRIBING = frozenset(("that", "which", "who", "whom"))
NOUNS = frozenset(("NOUN", "PROPN"))
VERBAL = FINITE | {"VBN"}  # "which he said crashed": the parser may take it for a participle


def fit_clauses(_: Reading, found: AttributionSet) -> None:
    """Give each hop the parts that its clause has."""
    for number, hop in list(found.items()):
        if hop.cue and hop.inside is None:
            told = _of_relative(_with_subject(_with_claim(_announced(_of_doubt(_equated(hop))))), found, number)
            found.put(number, _with_accused(_with_described(_with_own_subject(told, found, number))))


def _equated(hop: Hop) -> Hop:
    """Return "What [Roe] [has said] so far is [that it leaked]" with the clause behind "is" as its content."""
    verb, doc = hop.cue[-1].root, hop.cue[0].doc
    at = hop.source.start - 1 if hop.source is not None else -1
    if at < 0 or doc[at].lower_ != "what" or verb.i < at or verb.lemma_.lower() not in TELLING:
        return hop
    behind = doc[verb.i + 1 : min(verb.i + NEAR, verb.sent.end - 2)]
    link = next((t for t in behind if t.lower_ in ("is", "was") and t.nbor().lower_ == "that"), None)
    content = trimmed(doc, link.i + 1, verb.sent.end) if link is not None else None
    return replace(hop, content=(content,)) if content is not None else hop


def _announced(hop: Hop) -> Hop:
    """Return "the merger, [a step] [announced by] [Roe]" with what the step is as content and Roe as source."""
    verb, doc = hop.cue[0].root, hop.cue[0].doc
    noun = verb.head
    if hop.content or verb.tag_ != "VBN" or verb.dep_ != "acl" or noun.dep_ != "appos":
        return hop
    agent = next((c for c in verb.children if c.i > verb.i and case_of(c) == "by"), None)
    content = trimmed(doc, noun.head.left_edge.i, noun.left_edge.i)
    if agent is None or content is None or noun.head.i >= noun.i:
        return hop
    source = subtree(agent)
    by = next(c for c in agent.children if c.dep_ == "case")
    source = trimmed(doc, by.i + 1, source.end) if source is not None else None
    return replace(hop, source=source or hop.source, content=(content,))


def _of_doubt(hop: Hop) -> Hop:
    """Return "[Roe] [voiced] [scepticism over the dam]" with the doubt in its cue: what is doubted is the dam."""
    cue = hop.cue[-1]
    if cue.root.lemma_.lower() not in VOICING or len(hop.content) != 1 or hop.content[0].start != cue.end:
        return hop
    said = hop.content[0]
    noun = next((token for token in said[:2] if token.lemma_.lower() in word_class("doubts")), None)
    if noun is None or noun.i + 2 >= said.end:
        return hop
    link = noun.nbor()
    start = link.i + 1 if link.pos_ == "ADP" else link.i
    doubted = trimmed(cue.doc, start, said.end)
    if doubted is None or not (link.pos_ == "ADP" or link.lower_ in ("that", "whether")):
        return hop
    return replace(hop, cue=(*hop.cue[:-1], cue.doc[cue.start : start]), content=(doubted,))


def _with_claim(hop: Hop) -> Hop:
    """Return "[Roe] [denied] [allegations that it leaked]" with its noun, where no more than the clause is told."""
    verb = hop.cue[0].root
    noun = next((c for c in verb.children if c.dep_ == "obj" and c.lower_ in CLAIMS and c.i >= hop.cue[-1].end), None)
    if noun is None or verb.lemma_.lower() not in DISPUTING or hop.source is None:
        return hop
    whole = subtree(noun, without=[*hop.cue, hop.source])
    parts = whole is not None and all(whole.start < span.start and span.end <= whole.end for span in hop.content)
    return replace(hop, content=(whole,)) if whole is not None and parts else hop


def _with_subject(hop: Hop) -> Hop:
    """Return a hop that nobody speaks with the subject of its verb, or of the predicate that it is joined to."""
    verb = hop.cue[0].root
    finite = any(token.tag_ in FINITE for token in hop.cue[0])
    if not hop.content or verb.pos_ != "VERB" or not finite or is_passive(verb):
        return hop
    who = verb.doc[hop.cue[0].start - 1] if hop.cue[0].start else verb
    if hop.source is not None:
        far = who.lower_ == "who" and who.head == verb and hop.source.end < who.i - 1
        return replace(hop, source=verb.doc[who.i : who.i + 1]) if far else hop
    if verb.lemma_.lower() not in REPORTING:
        return hop
    taken = [*hop.cue, *hop.content]
    joined = verb.head if verb.dep_ == "conj" else verb
    subjects = [c for t in (verb, joined) for c in t.children if c.dep_ == "nsubj" and c.i < verb.i]
    subject = next((s for s in subjects if s.lower_ not in IMPERSONAL), None)
    span = _up_to_relative(subtree(subject, without=taken)) if subject is not None else None
    return hop if span is None or overlap(span, taken) else replace(hop, source=span)


def _up_to_relative(span: Span | None) -> Span | None:
    """Return a noun phrase up to the relative clause behind a comma."""
    comma = next((t.i for t in (span or ())[:-1] if t.text == "," and t.nbor().lower_ in DESCRIBING), None)
    return trimmed(span.doc, span.start, comma) if span is not None and comma is not None else span


def _of_relative(hop: Hop, found: AttributionSet, number: int) -> Hop:
    """Return "the 7% that analysts had forecast" with the noun as content where another's words ran up to it."""
    verb, source = hop.cue[0].root, hop.source
    noun = verb.head
    if source is None or not verb.dep_.startswith("acl") or noun.i >= source.start or source.start > verb.i:
        return hop
    if not hop.content:
        start = next((t.i for t in noun.doc[noun.left_edge.i : noun.i] if t.dep_ != "case"), noun.i)
        described = _up_to_that(trimmed(noun.doc, start, source.start))
        return replace(hop, content=(described,)) if described is not None else hop
    if len(hop.content) != 1:
        return hop
    content = hop.content[0]
    others = any(found[n].cue and overlap(found[n].cue[0], [content]) for n in found.touching([content]) if n != number)
    inside = content.start < noun.left_edge.i <= noun.i < content.end <= source.start
    if not (others and inside):
        return hop
    cut = _up_to_that(trimmed(content.doc, noun.left_edge.i, min(content.end, source.start)))
    return replace(hop, content=(cut,)) if cut is not None else hop


def _with_described(hop: Hop) -> Hop:
    """Return "[a boat, which] the mayor said [had sunk]" with the noun that the relative pronoun stands for."""
    doc, source, cue = hop.cue[0].doc, hop.source, hop.cue[0]
    pronoun = doc[source.start - 1] if source is not None and source.start else None
    if source is None or pronoun is None or pronoun.lower_ not in DESCRIBING or source.end != cue.start:
        return hop
    predicate = len(hop.content) == 1 and hop.content[0].start == hop.cue[-1].end and hop.content[0][0].tag_ in VERBAL
    before = doc[pronoun.i - 1 - (doc[pronoun.i - 1].text == ",")] if pronoun.i > 1 else None
    if not predicate or before is None or before.pos_ not in NOUNS or before.i < sentence_of(pronoun).start:
        return hop
    noun = cue.root.head if cue.root.dep_.startswith("acl") and cue.root.head.i < pronoun.i else _head_of(before)
    clause = before.pos_ == "PROPN" and any(t.tag_ in FINITE for t in doc[noun.left_edge.i : pronoun.i])
    noun = _named_before(before) if clause else noun
    deed = _done_to(noun) if hop.content[0].root.lemma_.lower() in WRONGS else None
    tensed = (t.i + 1 for t in doc[noun.left_edge.i : noun.i] if clause and t.tag_ in FINITE)
    told = max(tensed, default=noun.left_edge.i)
    leading = (t.i for t in doc[told : noun.i] if t.dep_ not in LEADING and not t.is_punct)
    described = trimmed(doc, next(leading, noun.i) if deed is None else deed.i, pronoun.i + 1)
    return hop if described is None else replace(hop, content=(described, *hop.content))


def _named_before(last: Token) -> Token:
    """Return the first word of a name, given the last."""
    while last.dep_ in ("compound", "flat") and last.head.i < last.i:
        last = last.head
    return last


def _done_to(noun: Token) -> Token | None:
    """Return the "sealing off" of "accused them of [sealing off] the square, which it said was a crime"."""
    while noun.dep_ in ("nmod", "obj", "obl") and noun.head.i < noun.i:
        noun = noun.head
        if noun.tag_ == "VBG":
            return noun
    return None


def _with_accused(hop: Hop) -> Hop:
    """Return "[a captain], whom [the guild] [blamed] [for the fire]" with whom it blamed."""
    doc, source, verb = hop.cue[0].doc, hop.source, hop.cue[0].root
    pronoun = doc[source.start - 1] if source is not None and source.start > 1 else None
    if source is None or pronoun is None or source.end != hop.cue[0].start or len(hop.content) != 1:
        return hop
    object_ = pronoun.lower_ in DESCRIBING and pronoun.dep_ == "obj" and pronoun.head == verb
    before = doc[pronoun.i - 1 - (doc[pronoun.i - 1].text == "," and pronoun.i > 1)]
    behind = hop.content[0].start >= hop.cue[-1].end
    if not object_ or not behind or verb.lemma_.lower() not in ACCUSING or before.pos_ not in NOUNS:
        return hop
    noun = _head_of(before)
    start = next((t.i for t in doc[noun.left_edge.i : noun.i] if t.dep_ != "case"), noun.i)
    described = trimmed(doc, start, before.i + 1)
    return hop if described is None else replace(hop, content=(described, *hop.content))


def _head_of(noun: Token) -> Token:
    """Return the noun of "attacks on the south" that the phrase is about, given the last one."""
    while noun.dep_ in ("compound", "flat") and noun.head.pos_ in NOUNS:
        noun = noun.head
    return noun.head if noun.dep_ == "nmod" and noun.head.pos_ in NOUNS and noun.head.i < noun.i else noun


def _up_to_that(span: Span | None) -> Span | None:
    """Return a noun phrase without the "that" or "which" of its relative clause."""
    while span is not None and len(span) > 1 and span[-1].lower_ in ("that", "which"):
        span = span.doc[span.start : span.end - 1]
    return span


def _with_own_subject(hop: Hop, found: AttributionSet, number: int) -> Hop:
    """Return a hop with its verb's own subject, where its source is before another's cue and that is behind it."""
    verb, source = hop.cue[0].root, hop.source
    if source is None or source.end > hop.cue[0].start or verb.dep_ == "conj":
        return hop
    between = verb.doc[source.end : hop.cue[0].start]
    cues = [cue for n in found.touching([between]) if n != number for cue in found[n].cue if overlap(cue, [between])]
    own = speaker(verb, without=[*hop.content, *hop.cue]) if cues else None
    first = min((cue.end for cue in cues), default=0)
    if own is None or own.start < first or own.end > hop.cue[0].start:
        return hop
    return replace(hop, source=own)

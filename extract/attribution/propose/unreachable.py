"""Silence without a verb of speaking: "had no comment on", "could not be reached", "calls to the firm went unanswered".

Each is an attribution of no comment to whoever was asked; what was asked about is its content where the text says it,
else the words of silence.  The stance is judged by ``extract.factuality.stance``.
Not handled: silence of somebody who is not named in the clause ("requests for comment were not returned").
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from whosays.extract.attribution.attribution import Hop
from whosays.extract.lexicon import kinds, verb_class, word_class
from whosays.extract.pipeline import columns
from whosays.extract.syntax import case_of, speaker, subtree, trimmed

ANSWERS = word_class("answers")
HAVING = verb_class("offering")
CALLS = word_class("calls")
RETURNED = verb_class("returning")
REACHABLE = frozenset(["available", "contacted", "reachable", "reached"])
UNREACHABLE = frozenset(["unavailable", "unreachable"])
NOT = word_class("not_words") | {"neither", "nor"}
TOPIC = frozenset(["on", "about"])
SPEAKERS = frozenset(["Person", "Organization", "MilitaryUnit", "Outlet"])
CONFIDENCE = 0.8


def unreached(doc: Doc) -> Iterator[Hop]:
    """Yield the attributions of silence in text order."""
    read = columns(doc)
    for i, lower in enumerate(read.lower):
        hop: Hop | None = None
        if read.lemma[i].lower() in ANSWERS and read.pos[i] == "NOUN":
            hop = _no_comment(doc[i])
        elif lower in REACHABLE | UNREACHABLE:
            hop = _out_of_reach(doc[i])
        elif lower == "unanswered" or read.lemma[i].lower() in RETURNED:
            hop = _unanswered(doc[i])
        if hop is not None:
            yield hop


def _no_comment(noun: Token) -> Hop | None:
    """Cut "[The minister] [had no comment on] [the report]" and "[There was] [no comment] from [the firm]"."""
    verb, other = noun.head, None
    if not any(child.lower_ == "no" for child in noun.children):
        return None
    topic = next((child for child in noun.children if case_of(child) in TOPIC and child.i > noun.i), None)
    if noun.dep_ == "obj" and verb.lemma_ in HAVING:
        source, start = speaker(verb), verb.i
        while start > 0 and verb.doc[start - 1].head == verb and verb.doc[start - 1].dep_ in ("aux", "advmod"):
            start -= 1
    elif any(child.dep_ == "expl" for child in verb.children):
        giver = next((child for child in noun.subtree if case_of(child) in ("from", "by") and child.i > noun.i), None)
        source = _behind_case(giver, topic) if giver is not None else None
        other = giver
        start = min(child.i for child in verb.children if child.dep_ == "expl")
    else:
        return None
    about = _behind_case(topic, other) if topic is not None else None
    return _about(noun, source, noun.doc[start : noun.i + 1], about)


def _about(noun: Token, source: Span | None, whole: Span, topic: Span | None) -> Hop | None:
    doc = noun.doc
    if source is None:
        return None
    if topic is not None:
        return Hop(source, (doc[whole.start : whole.end + (topic.start == whole.end + 1)],), (topic,), None, CONFIDENCE)
    content = doc[noun.left_edge.i : noun.i + 1]
    cue = trimmed(doc, whole.start, content.start)
    return Hop(source, (cue,), (content,), None, CONFIDENCE) if cue is not None else None


def _out_of_reach(word: Token) -> Hop | None:
    """Cut "[The clerk] [could not be reached for] [comment]" and "[Oster] [could not] [be reached]"."""
    subject = next((child for child in word.children if child.dep_ in ("nsubj", "nsubj:pass")), None)
    nots = [child for child in word.children if child.lower_ in NOT and child.i < word.i]
    if subject is None or not (nots or word.lower_ in UNREACHABLE):
        return None
    comment = next((c for c in word.children if c.lemma_ in ANSWERS and case_of(c) == "for" and c.i > word.i), None)
    source, doc = subtree(subject), word.doc
    helpers = [c.i for c in word.children if c.dep_ in ("aux", "cop", "advmod") and subject.i < c.i < word.i]
    start = min([*helpers, word.i])
    if comment is not None:
        cue, content = doc[start : comment.left_edge.i + 1], doc[comment.left_edge.i + 1 : comment.i + 1]
    elif word.lower_ in ("contacted", "reached") and _can_speak(subject):
        cue, content = doc[start : nots[0].i + 1], doc[nots[0].i + 1 : word.i + 1]
    else:
        return None
    return Hop(source, (cue,), (content,), None, CONFIDENCE) if source is not None and len(content) else None


def _can_speak(noun: Token) -> bool:
    return noun.ent_type_ in SPEAKERS or noun.lower_ in ("he", "she", "they", "who") or "person" in kinds(noun.lemma_)


def _unanswered(word: Token) -> Hop | None:
    """Cut "[Calls] to [the firm] [went unanswered]"."""
    links = [word, *(child for child in word.children if child.dep_.startswith("aux"))]
    subjects = (c for link in links for c in link.children if c.dep_.startswith("nsubj"))
    calls = next((subject for subject in subjects if subject.lemma_.lower() in CALLS), None)
    negated = word.lower_ == "unanswered" or any(child.lower_ in NOT and child.i < word.i for child in word.children)
    if calls is None or not negated or calls.i > word.i:
        return None
    asked = next((child for child in calls.subtree if case_of(child) == "to" and child.i > calls.i), None)
    source = _behind_case(asked) if asked is not None else None
    start = calls.right_edge.i + 1
    if source is None or start > word.i:
        return None
    return Hop(source, (word.doc[start : word.i + 1],), (word.doc[calls.i : calls.i + 1],), None, CONFIDENCE)


def _behind_case(noun: Token, other: Token | None = None) -> Span | None:
    """Return a phrase without its preposition, and without another phrase that the parser hung on it."""
    behind = other is not None and other.i > noun.i
    taken = [noun.doc[other.left_edge.i : other.right_edge.i + 1]] if other is not None and behind else []
    span = subtree(noun, without=taken)
    return trimmed(noun.doc, span.start + 1, span.end) if span is not None and len(span) > 1 else None

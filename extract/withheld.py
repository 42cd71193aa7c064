"""Words about words that were not said or not checked: "could not be verified", "declined to comment".

A tagger of statements has hardly seen them, and they are what a reader must not miss: the stance of a hop that says no
is found by ``extract.stance``; here only its parts are cut out of the parse.  Not handled: silence told without one of
the verbs below ("calls went unanswered").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from whosays.extract.hops import Hop, overlap, subtree, trimmed

CHECKING = frozenset(["verify", "confirm", "corroborate", "authenticate", "substantiate"])
COMMENTING = frozenset(["comment", "respond", "elaborate", "speculate"])
HOLDING_BACK = frozenset(["decline", "refuse", "refrain", "avoid", "stop"])
NEGATIONS = frozenset(
    ["not", "n't", "n’t", "never", "neither", "nor", "unable", "yet", "fail", "cannot", "impossible"]
)
SUBJECTS = frozenset(["nsubj", "nsubj:pass"])
CONFIDENCE = 0.8


def withheld(doc: Doc, hops: Sequence[Hop]) -> list[Hop]:
    """Return the hops and those of unverified claims and withheld comments that no cue covers yet."""
    cues = [cue for hop in hops for cue in hop.cue]
    found = [hop for token in doc for hop in _readings(token) if not overlap(hop.cue[0], cues)]
    return [*hops, *(hop for hop in found if not _reported_elsewhere(hop, hops))]


def _readings(token: Token) -> Iterator[Hop]:
    if token.pos_ not in ("VERB", "NOUN"):
        return
    if token.lemma_ in CHECKING and token.pos_ == "VERB" and _negated(token):
        yield from _unchecked(token)
    elif token.lemma_ in COMMENTING:
        yield from _no_comment(token)


def _negated(verb: Token) -> bool:
    """Tell whether a verb is negated, by itself, by what governs it ("has yet to", "unable to") or by its subject."""
    chain = [verb, *([verb.head] if verb.dep_ in ("xcomp", "ccomp", "conj") else [])]
    return any(
        token.lemma_.lower() in NEGATIONS
        for link in chain
        for token in (
            link,
            *link.children,
            *(t for c in link.children if c.dep_ in SUBJECTS for t in c.children),
        )
        if token.i <= verb.i
    )


def _unchecked(verb: Token) -> Iterator[Hop]:
    """Cut "[these events] [have not been independently verified] by [the BBC]" and its active twin."""
    subject = _subject(verb)
    agent = next((c for c in verb.children if c.dep_ == "obl:agent"), None)
    passive = any(c.dep_ in ("nsubj:pass", "aux:pass") for c in verb.children)
    told = next((c for c in verb.children if c.dep_ in ("obj", "ccomp") and c.i > verb.i), None)
    cue = _cue(verb, subject)
    if passive and subject is not None:
        content, source = subtree(subject), _agent(agent)
    elif told is not None and subject is not None:
        content, source = subtree(told, without=[cue]), subtree(subject, without=[cue])
    else:
        return
    if content is not None:
        yield Hop(source, (cue,), (content,), None, CONFIDENCE)


def _no_comment(word: Token) -> Iterator[Hop]:
    """Cut "[The ministry] [declined to comment] on [the deaths]"; without an "on ..." there is nothing to hold."""
    governor = word.head if word.dep_ in ("xcomp", "advcl", "obl", "ccomp", "obj") else word
    refuses = governor.lemma_ in HOLDING_BACK or (word.pos_ == "VERB" and _negated(word))
    subject = _subject(governor)
    topic = next(
        (c for c in word.children if c.dep_ in ("obl", "nmod") and _case(c) in ("on", "about", "to")), None
    )
    if refuses and subject is not None and topic is not None and not _is_request(topic):
        cue = _cue(word, subject, first=governor)
        content = subtree(topic)
        source = subtree(subject, without=[cue])
        if content is not None and source is not None:
            content = trimmed(word.doc, content.start + 1, content.end)  # without the preposition
        if content is not None and source is not None:
            yield Hop(source, (cue,), (content,), None, CONFIDENCE)


def _is_request(topic: Token) -> bool:
    return topic.lemma_ in ("request", "question", "email", "e-mail", "call", "message", "inquiry", "enquiry")


def _subject(verb: Token) -> Token | None:
    for link in (verb, verb.head):
        subject = next((c for c in link.children if c.dep_ in SUBJECTS), None)
        if subject is not None or verb.dep_ not in ("xcomp", "conj"):
            return subject
    return None


def _agent(agent: Token | None) -> Span | None:
    if agent is None:
        return None
    span = subtree(agent)
    return (
        trimmed(agent.doc, span.start + 1, span.end) if span is not None and span[0].lower_ == "by" else span
    )


def _cue(verb: Token, subject: Token | None, first: Token | None = None) -> Span:
    """Return the verb with its auxiliaries, negation and adverbs, from the subject's end on."""
    helpers = {"aux", "aux:pass", "advmod", "cop"}
    words = [verb, *([first] if first is not None else [])]
    parts = [c for word in words for c in word.children if c.dep_ in helpers and c.i < verb.i] + words
    if first is None and verb.dep_ == "xcomp":
        parts += [verb.head, *(c for c in verb.head.children if c.dep_ in helpers)]
    low = max([t.i for t in subject.subtree if t.i < verb.i] + [-1]) + 1 if subject is not None else 0
    start = min((part.i for part in parts if part.i >= low), default=verb.i)
    return verb.doc[start : max(part.i for part in (verb, *words)) + 1]


def _case(token: Token) -> str:
    return next((c.lower_ for c in token.children if c.dep_ == "case"), "")


def _reported_elsewhere(hop: Hop, hops: Sequence[Hop]) -> bool:
    """Tell whether the words are inside a content: then somebody else says them, and the nested search finds them."""
    return any(overlap(hop.cue[0], other.content) for other in hops)

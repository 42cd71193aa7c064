"""Reporting verbs that the tagger passed over: "the group added", "she claimed to have proof".

Only verbs of saying, with a speaker and a clause that they report, and with no hop on them yet.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from whosays.extract.clauses import judged, reported_clause, speaker
from whosays.extract.columns import columns
from whosays.extract.hops import Hop, overlap, sentence_of

SAYING = frozenset(
    """accuse acknowledge add admit affirm allege announce argue assert boast caution claim clarify comment complain
    concede conclude confirm confess contend declare deny disclose emphasise emphasize estimate explain insist joke
    lament maintain mention note opine posit proclaim promise quip recall recount reiterate remark remember repeat
    reply report reveal say state stress suggest tell testify tweet underline vow warn write""".split()
)
# What these hold need not be a clause: "confirmed the figure", "doubts the number".
JUDGING = frozenset("confirm deny dispute dismiss doubt question refute reject".split())
# Inside what somebody says, what others think is a voice of its own too.
HOLDING = SAYING | frozenset(["believe", "doubt", "expect", "fear", "hope", "predict", "suspect", "think"])
CONFIDENCE = 0.7


def reported(doc: Doc, hops: Sequence[Hop]) -> list[Hop]:
    """Return the hops with those of reporting verbs outside every cue and content."""
    covered = {i for hop in hops for span in hop.spans() for i in range(span.start, span.end)}
    return [*hops, *reported_in(doc, [i for i in range(len(doc)) if i not in covered], SAYING | JUDGING)]


def reported_in(doc: Doc, words: Sequence[int], verbs: Collection[str]) -> Iterator[Hop]:
    """Yield the hops of some verbs that lie wholly within some words of a Doc."""
    free, read = set(words), columns(doc)
    for verb in (doc[i] for i in words if read.pos[i] == "VERB" and read.lemma[i].lower() in verbs):
        hop = _hop(verb)
        if hop is not None and all(i in free for span in hop.spans() for i in range(span.start, span.end)):
            yield hop


def _hop(verb: Token) -> Hop | None:
    cue = _cue(verb)
    source = speaker(verb, without=[cue])
    if source is None:
        return None
    content = [c for c in reported_clause(verb, [cue, source]) if not overlap(c, [cue, source])]
    if not content and verb.lemma_.lower() in JUDGING:
        content = [c for c in judged(verb) if not overlap(c, [cue, source])]
    return Hop(source, (cue,), tuple(content), None, CONFIDENCE) if content else None


def _cue(verb: Token) -> Span:
    """Return the verb with the auxiliaries, adverbs and negation right before it."""
    start = verb.i
    while start > sentence_of(verb).start and verb.doc[start - 1].head == verb and verb.doc[start - 1].dep_ in HELPERS:
        start -= 1
    return verb.doc[start : verb.i + 1]


HELPERS = frozenset(["aux", "aux:pass", "advmod", "neg"])

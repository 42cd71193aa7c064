"""One voice that quotes another in one clause: "The radio quoted a clerk as saying that ...".

A tagger of one layer gives the words to the one or to the other; the verb of quoting holds all that stands behind it,
and the one who is quoted speaks inside that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from whosays.extract.clauses import is_passive, reported_clause, speaker
from whosays.extract.columns import columns
from whosays.extract.hops import Hop, overlap, sentence_of, trimmed, without

QUOTING = frozenset(["quote", "cite"])
AUXILIARIES = frozenset(["aux", "advmod"])
REACH = 25  # tokens between the verb of quoting and "as saying"
CONFIDENCE = 0.8


def quoting(doc: Doc, hops: Sequence[Hop]) -> list[Hop]:
    """Return the hops with two for every "X quoted Y as saying Z", the inner one inside the outer one."""
    found = list(hops)
    for outer, inner in _pairs(doc):
        own = [i for i, hop in enumerate(found) if _same(hop, outer) or _same(hop, inner)]
        content = next((found[i].content for i in own if _same(found[i], inner) and found[i].content), inner.content)
        said = tuple(span for span in content if span.start >= inner.cue[0].end)
        if not said:
            continue
        end = max(span.end for span in said)
        found = without(found, own)
        found.append(replace(outer, content=(doc[outer.content[0].start : end],)))
        found.append(replace(inner, content=said, inside=len(found) - 1))
    return found


def _same(hop: Hop, other: Hop) -> bool:
    return any(overlap(cue, other.cue) for cue in hop.cue)


def _pairs(doc: Doc) -> Iterator[tuple[Hop, Hop]]:
    words = columns(doc).lower
    for at in (i for i, word in enumerate(words[:-1]) if word == "as" and doc[i + 1].tag_ == "VBG"):
        verb = _verb_of_quoting(doc, at)
        quoted = trimmed(doc, verb.i + 1, at) if verb is not None else None
        if verb is None or quoted is None:
            continue
        cue = _cue(verb)
        source, saying = speaker(verb, without=[cue, quoted]), doc[at + 1]
        if source is None or overlap(source, [quoted]):
            continue
        said = tuple(c for c in reported_clause(saying, [cue, quoted]) if c.start > at)
        outer = Hop(source, (cue,), (doc[quoted.start : at + 2],), None, CONFIDENCE)
        yield outer, Hop(quoted, (doc[at : at + 2],), said, None, CONFIDENCE)


def _verb_of_quoting(doc: Doc, at: int) -> Token | None:
    """Return the active verb of quoting shortly before "as saying" in its sentence."""
    start = max(sentence_of(doc[at]).start, at - REACH)
    verbs = (doc[i] for i in range(at - 1, start - 1, -1) if doc[i].lemma_ in QUOTING and doc[i].pos_ == "VERB")
    verb = next(verbs, None)
    passive = verb is not None and (verb.tag_ == "VBG" or is_passive(verb))
    return None if passive else verb


def _cue(verb: Token) -> Span:
    start = verb.i
    while start > 0 and verb.doc[start - 1].head == verb and verb.doc[start - 1].dep_ in AUXILIARIES:
        start -= 1
    return verb.doc[start : verb.i + 1]

"""One voice that quotes another in one clause: "The radio quoted a clerk as saying ...", "a clerk was quoted by ...".

A tagger of one layer gives the words to the one or to the other; the verb of quoting holds all that stands behind it,
and the one who is quoted speaks inside that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.reading import Reading
from whosays.extract.lexicon import verb_class
from whosays.extract.pipeline import columns
from whosays.extract.syntax import (
    FINITE,
    case_of,
    cue_of,
    is_passive,
    overlap,
    reported_clause,
    sentence_of,
    speaker,
    subtree,
    trimmed,
)

QUOTING = verb_class("citing")
SAYING = verb_class("saying")
REACH = 25  # tokens between the verb of quoting and "as saying"
SHORT = 8  # the same before "saying" alone
NAMED = 14  # and before "which": a name may be long
CONFIDENCE = 0.8


def propose_quoted(reading: Reading, found: AttributionSet) -> None:
    """Add two hops for every "X quoted Y as saying Z" or "Y was quoted by X as saying Z", one inside.

    What is said may stand ahead of it all: "'We saw it,' X quoted Y as saying."
    """
    doc = reading.doc
    for outer, inner in _pairs(doc):
        near = found.touching([*outer.cue, *inner.cue])
        own = [i for i in near if _same(found[i], outer) or _same(found[i], inner)]
        content = next((found[i].content for i in own if _same(found[i], inner) and found[i].content), inner.content)
        begin = min(span.start for span in outer.spans())
        ahead = tuple(span for i in own for span in found[i].content if span.end <= begin)
        behind = tuple(span for span in content if span.start >= inner.cue[0].end)
        said = (*ahead, *behind)
        if not said:
            continue
        *before, last = outer.content
        found.drop(own)
        told = (*ahead, *before, last, *behind) if ahead else (*before, doc[last.start : behind[-1].end])
        number = found.add(replace(outer, content=told))
        found.add(replace(inner, content=said, inside=number))


def _same(hop: Hop, other: Hop) -> bool:
    return any(overlap(cue, other.cue) for cue in hop.cue)


def _pairs(doc: Doc) -> Iterator[tuple[Hop, Hop]]:
    yield from _without_as(doc)
    yield from _which_says(doc)
    words = columns(doc).lower
    for at in (i for i, word in enumerate(words[:-1]) if word == "as" and doc[i + 1].tag_ == "VBG"):
        verb, saying = _verb_of_quoting(doc, at), doc[at : at + 2]
        if verb is None:
            continue
        passive = verb.tag_ == "VBN" and (is_passive(verb) or verb.dep_ == "acl")
        parts = _passive(verb, saying) if passive else _active(verb, saying)
        if parts is None:
            continue
        source, cue, quoted = parts
        said = tuple(c for c in reported_clause(saying[-1], [cue, quoted, source]) if c.start > at)
        told = (doc[quoted.start : saying.end],) if not passive else (quoted, saying)
        yield Hop(source, (cue,), told, None, CONFIDENCE), Hop(quoted, (saying,), said, None, CONFIDENCE)


def _without_as(doc: Doc) -> Iterator[tuple[Hop, Hop]]:
    """Yield the hops of "[The radio] [quoted] [him] [saying] [that it leaked]": so without "as"."""
    for at in (i for i, word in enumerate(columns(doc).lower) if word == "saying" and doc[i - 1].lower_ != "as"):
        start = max(sentence_of(doc[at]).start, at - SHORT)
        verb = next((doc[i] for i in range(at - 2, start - 1, -1) if doc[i].lemma_ == "quote"), None)
        if verb is None or verb.pos_ != "VERB" or is_passive(verb) or any(t.is_punct for t in doc[verb.i : at]):
            continue
        parts = _active(verb, doc[at : at + 1])
        if parts is not None:
            source, cue, quoted = parts
            said = tuple(c for c in reported_clause(doc[at], [cue, quoted, source]) if c.start > at)
            yield (
                Hop(source, (cue,), (doc[quoted.start : at + 1],), None, CONFIDENCE),
                Hop(quoted, (doc[at : at + 1],), said, None, CONFIDENCE),
            )


def _which_says(doc: Doc) -> Iterator[tuple[Hop, Hop]]:
    """Yield the hops of "[The paper] [quotes] [the Roe Trust], which [says] [that it leaked]"."""
    for at in (i for i, word in enumerate(columns(doc).lower[:-1]) if word in ("which", "who") and i > 2):
        verb, saying = next((t for t in doc[max(0, at - NAMED) : at - 1] if t.lemma_ == "quote"), None), doc[at + 1]
        if verb is None or verb.pos_ != "VERB" or is_passive(verb) or doc[at - 1].text != ",":
            continue
        plain = not any(t.is_punct or t.is_sent_start for t in doc[verb.i + 1 : at - 1])
        source, quoted = speaker(verb, without=[]), trimmed(doc, verb.i + 1, at - 1)
        if not plain or saying.lemma_ not in SAYING or saying.tag_ not in FINITE or source is None or quoted is None:
            continue
        said = trimmed(doc, at + 2, sentence_of(saying).end)
        if said is not None and source.end <= verb.i:
            cue, told = cue_of(verb), doc[at + 1 : at + 2]
            yield (
                Hop(source, (cue,), (doc[quoted.start : at + 2],), None, CONFIDENCE),
                Hop(quoted, (told,), (said,), None, CONFIDENCE),
            )


def _active(verb: Token, saying: Span) -> tuple[Span, Span, Span] | None:
    """Return the outer voice, its cue and who is quoted in "[the radio] [quoted] [a clerk] as saying"."""
    quoted, cue = trimmed(verb.doc, verb.i + 1, saying.start), cue_of(verb)
    source = speaker(verb, without=[cue, quoted]) if quoted is not None else None
    if quoted is None or source is None or overlap(source, [quoted]):
        return None
    return source, cue, quoted


def _passive(verb: Token, saying: Span) -> tuple[Span, Span, Span] | None:
    """Return the same parts of "[a clerk] [was quoted by] [the radio] as saying", or "... as saying by [the radio]"."""
    doc = verb.doc
    agents = (c for t in (verb, saying[-1]) for c in t.children if case_of(c) == "by" and c.i > verb.i)
    agent = next(agents, None)
    subject = next((c for c in verb.children if c.dep_ == "nsubj:pass"), verb.head if verb.dep_ == "acl" else None)
    if agent is None or subject is None or subject.i > verb.i:
        return None
    cue, by = cue_of(verb), next(c for c in agent.children if c.dep_ == "case")
    source = trimmed(doc, by.i + 1, agent.right_edge.i + 1 if agent.i > saying.end else saying.start)
    clause = doc[verb.left_edge.i : verb.right_edge.i + 1] if verb.dep_ == "acl" else cue
    quoted = subtree(subject, without=[clause])
    if source is None or quoted is None or overlap(quoted, [source]):
        return None
    return source, doc[cue.start : by.i + 1] if by.i == cue.end else cue, quoted


def _verb_of_quoting(doc: Doc, at: int) -> Token | None:
    """Return the verb of quoting shortly before "as saying" in its sentence."""
    start = max(sentence_of(doc[at]).start, at - REACH)
    verbs = (doc[i] for i in range(at - 1, start - 1, -1) if doc[i].lemma_ in QUOTING and doc[i].pos_ == "VERB")
    verb = next(verbs, None)
    return None if verb is not None and verb.tag_ == "VBG" else verb

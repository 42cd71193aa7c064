"""The first station: tagged spans linked into hops, with missing sources and contents filled from syntax."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from whosays.extract.hops import Hop, overlap, subtree
from whosays.extract.linking import Link, Linker

SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
CLAUSES = ("ccomp", "parataxis", "csubj", "csubj:pass")
PREDICATES = ("VERB", "AUX", "ADJ")


def linked(doc: Doc, spans: Sequence[Span], linker: Linker) -> Iterator[Hop]:
    """Yield the hops among tagged spans; a cue that ends up without content is left out."""
    for link in linker.links(doc, spans):
        content = link.content or _clause(link, spans)
        if content:
            yield Hop(
                link.source or _subject(link, spans), (link.cue,), content, None, round(link.confidence, 3)
            )


def _clause(link: Link, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the clause that the cue's verb governs, where the tagger saw none."""
    taken = [link.cue, *([link.source] if link.source is not None else [])]
    for child in link.cue.root.children:
        if child.dep_ in CLAUSES and child.pos_ in PREDICATES and child.i > link.cue.start:
            span = subtree(child, without=taken)
            if span is not None and len(span) > 2 and not overlap(span, spans):
                return (span,)
    return ()


def _subject(link: Link, spans: Sequence[Span]) -> Span | None:
    """Return the subject of the cue's verb, its own or the one it shares with the verb it is joined to."""
    verb = link.cue.root
    if verb.pos_ not in ("VERB", "AUX") or _passive(verb):
        return None
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        subject = next((child for child in verb.head.children if child.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ in ("it", "that", "which", "who", "there"):
        return None
    span = subtree(subject, without=[*link.content, link.cue])
    if span is None or overlap(span, [s for s in spans if s.label_ != "Source"]):
        return None
    return span


def _passive(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj:pass", "aux:pass") for child in verb.children)

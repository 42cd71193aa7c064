"""Contents put right by the shape of the sentence.

* ``rehomed``: "'We saw it,' she said." A quotation that a cue directly follows belongs to that cue, whoever spoke last.
* ``leading``: "The dam broke at dawn, the agency said." The clause before a closing parenthesis is its content.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from whosays.extract.hops import Hop, trimmed

NEAR = 2  # tokens between a content and the cue that directly follows it: a comma and a closing mark
FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
SUBORDINATING = frozenset(
    "after although as because before despite following if since though unless until when while".split()
)
FEWEST_WORDS = 4


def rehomed(hops: Sequence[Hop]) -> list[Hop]:
    """Return the hops with each content at the cue that directly follows it in its sentence."""
    found = list(hops)
    for index, hop in enumerate(hops):
        if not hop.cue or hop.inside is not None:
            continue
        start = _anchor(hop)
        for position, other in enumerate(found):
            sentence = hop.cue[0].sent
            near = [s for s in other.content if s.start >= sentence.start and 0 <= start - s.end <= NEAR]
            if position == index or other.inside is not None or not other.cue or not near:
                continue
            if not sentence.start <= other.cue[0].start < sentence.end:
                found[position] = replace(other, content=tuple(s for s in other.content if s not in near))
                own = (*found[index].content, *near)
                found[index] = replace(found[index], content=tuple(sorted(own, key=lambda span: span.start)))
    return found


def leading(doc: Doc, hops: Sequence[Hop]) -> list[Hop]:
    """Return the hops with the clause before a closing parenthesis as content, where nobody has it yet."""
    covered = {i for hop in hops for span in hop.spans() for i in range(span.start, span.end)}
    return [_with_leading(doc, hop, covered) for hop in hops]


def _with_leading(doc: Doc, hop: Hop, covered: set[int]) -> Hop:
    if not hop.cue or hop.inside is not None or not _closes(doc, hop):
        return hop
    start, sentence = _anchor(hop), hop.cue[0].sent
    clause = trimmed(doc, sentence.start, start)
    comma = any(token.text == "," for token in doc[max(sentence.start, start - NEAR) : start])
    if clause is None or not comma or not _is_clause(clause) or any(t.i in covered for t in clause):
        return hop
    same = [span for span in hop.content if span.start >= sentence.start]
    return replace(hop, content=(clause, *same))


def _anchor(hop: Hop) -> int:
    """Return where a cue begins, with the source right before it."""
    start = hop.cue[0].start
    return hop.source.start if hop.source is not None and 0 <= start - hop.source.end <= NEAR else start


def _closes(doc: Doc, hop: Hop) -> bool:
    """Tell whether nothing that could be content follows cue and source in the sentence."""
    end = max([hop.cue[-1].end, *([hop.source.end] if hop.source is not None else [])])
    rest = [token for token in doc[end : hop.cue[0].sent.end] if not token.is_space]
    return all(not _is_finite(token) for token in rest) and not (rest and rest[0].lower_ in ("that", "to", "of"))


def _is_clause(span: Span) -> bool:
    first = span[0].lower_
    return len(span) >= FEWEST_WORDS and any(map(_is_finite, span)) and first not in SUBORDINATING


def _is_finite(token: Token) -> bool:
    return token.tag_ in FINITE and token.pos_ in ("VERB", "AUX")

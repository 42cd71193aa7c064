"""Contents put right by the shape of the sentence.

* ``reassign_quotations``: "'We saw it,' she said." A quotation that a cue directly follows belongs to that cue, whoever
  spoke last, be it run together with what was said before.
* ``reassign_leading``: "The dam broke at dawn, the agency said." The clause before a closing parenthesis is its
  content, and so is what an inner one cuts off: "The leak, he said, came from the plant."  A cue that holds its content
  right behind it is no parenthesis: "It fell, with [divers] [warning of] [a flood]."
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Span

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.reading import Reading
from whosays.extract.lexicon import word_class
from whosays.extract.syntax import is_finite_verb, sentence_of, trimmed

NEAR = 2  # tokens between a content and the cue that directly follows it: a comma and a closing mark
SUBORDINATING = word_class("subordinators") | {"despite", "following"}
FEWEST_WORDS = 4
PARTICIPLES = frozenset(["VBN", "VBG", "VB"])


def reassign_quotations(_: Reading, found: AttributionSet) -> None:
    """Give each content to the cue that directly follows it in its sentence."""
    ending: dict[int, set[int]] = {}  # the hops with a content that ends at a token
    for index, hop in found.items():
        for span in hop.content:
            ending.setdefault(span.end, set()).add(index)
    for index, hop in list(found.items()):
        if not hop.cue or hop.inside is not None:
            continue
        start, sentence = _anchor(hop), sentence_of(hop.cue[0][0])
        ends = range(start - NEAR, start + 1)
        for position in sorted({i for end in ends for i in ending.get(end, ())} - {index}):
            other = found[position]
            last = [s for s in other.content if s.end in ends]
            near = [part for s in last if (part := _in_sentence(s, sentence)) is not None]
            if other.inside is not None or not other.cue or not near:
                continue
            if not sentence.start <= other.cue[0].start < sentence.end:
                before = (trimmed(s.doc, s.start, sentence.start) if s.start < sentence.start else None for s in last)
                kept = [s for s in other.content if s not in last]
                content = (*kept, *(part for part in before if part is not None))
                found.put(position, replace(other, content=content))
                own = {(span.start, span.end): span for span in (*found[index].content, *near)}
                found.put(index, replace(found[index], content=tuple(own[place] for place in sorted(own))))
                for end, owner in [(s.end, index) for s in near] + [(s.end, position) for s in found[position].content]:
                    ending.setdefault(end, set()).add(owner)


def _in_sentence(content: Span, sentence: Span) -> Span | None:
    """Return the part of a content in a sentence: all of it, or the quotation that the sentence begins with."""
    if content.start >= sentence.start:
        return content
    runs_in = sentence.start < content.end and sentence[0].is_quote and not content[0].is_quote
    return content.doc[sentence.start : content.end] if runs_in else None


def reassign_leading(reading: Reading, found: AttributionSet) -> None:
    """Make the clause before a closing parenthesis its content, where nobody has it yet."""
    for number, hop in list(found.items()):
        found.put(number, _with_leading(reading.doc, hop, found))


def _with_leading(doc: Doc, hop: Hop, found: AttributionSet) -> Hop:
    if not hop.cue or hop.inside is not None:
        return hop
    start, sentence = _anchor(hop), sentence_of(hop.cue[0][0])
    clause = trimmed(doc, sentence.start, start)
    comma = any(token.text == "," for token in doc[max(sentence.start, start - NEAR) : start])
    if clause is None or not comma:
        return hop
    fits = _is_clause(clause, headline=_is_headline(sentence)) if _closes(doc, hop) else _is_cut_off(doc, hop, clause)
    if not fits or _holds_behind(doc, hop) or found.touching([clause]):
        return hop
    later = [span for span in hop.content if span.start >= start and _stays(span, sentence)]
    return replace(hop, content=(clause, *later))


def _holds_behind(doc: Doc, hop: Hop) -> bool:
    """Tell whether a content follows a cue with nothing but words between, as its object or its clause does."""
    end = hop.cue[-1].end
    behind = (span for span in hop.content if end <= span.start < sentence_of(hop.cue[-1][0]).end)
    first = min(behind, key=lambda span: span.start, default=None)
    return first is not None and all(not token.is_punct for token in doc[end : first.start])


def _stays(span: Span, sentence: Span) -> bool:
    """What follows in another sentence is the speaker's only if it is quoted."""
    return span.start < sentence.end or span[0].is_quote


def _is_cut_off(doc: Doc, hop: Hop, clause: Span) -> bool:
    """Tell whether "The leak" is what ", he said," cuts off from the content that goes on behind the comma."""
    end = max([hop.cue[-1].end, *([hop.source.end] if hop.source is not None else [])])
    goes_on = end < len(doc) and doc[end].text == "," and any(0 < s.start - end <= NEAR for s in hop.content)
    subject = clause.root.pos_ in ("NOUN", "PROPN", "PRON") and clause[0].pos_ not in ("ADP", "SCONJ", "ADV", "CCONJ")
    return goes_on and subject and not any(map(is_finite_verb, clause))


def _anchor(hop: Hop) -> int:
    """Return where a cue begins, with the source right before it."""
    start = hop.cue[0].start
    return hop.source.start if hop.source is not None and 0 <= start - hop.source.end <= NEAR else start


def _closes(doc: Doc, hop: Hop) -> bool:
    """Tell whether nothing that could be content follows cue and source in the sentence."""
    end = max([hop.cue[-1].end, *([hop.source.end] if hop.source is not None else [])])
    rest = [token for token in doc[end : sentence_of(hop.cue[0][0]).end] if not token.is_space]
    return all(not is_finite_verb(token) for token in rest) and not (rest and rest[0].lower_ in ("that", "to", "of"))


def _is_clause(span: Span, *, headline: bool) -> bool:
    """A headline leaves out the auxiliaries: "Two miners killed, union says"."""
    first = span[0].lower_
    predicate = any(is_finite_verb(token) or (headline and token.tag_ in PARTICIPLES) for token in span)
    return len(span) >= FEWEST_WORDS and predicate and first not in SUBORDINATING


def _is_headline(sentence: Span) -> bool:
    """Tell whether a sentence is a paragraph without a full stop."""
    doc = sentence.doc
    words = [token for token in sentence if not token.is_space]
    ends = sentence.end >= len(doc) or any(
        t.is_space and "\n" in t.text for t in doc[sentence.end - 1 : sentence.end + 1]
    )
    return bool(words) and words[-1].is_alpha and ends

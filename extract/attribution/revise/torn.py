"""Contents that end or begin in the middle of a clause, mended by the parse.

* "Roe said [the five boats] - two of them new - [had been sold]": a subject needs its verb.
* "Verified film [shows two boats], Roe said", "It is old and [they will sell it], Roe said": a verb needs its subject,
  and who speaks behind a sentence speaks all of it.
* "asked him to [sell the boat] and [buy another]": one infinitive is joined to another.
* "[the]" dam: an article needs its noun.
* "said it was “[a gift…] we will return it”": a quotation goes on to its mark.

Nothing that another hop speaks or is heard in is taken.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.reading import Reading
from whosays.extract.syntax import FINITE, holds, overlap, sentence_of, trimmed

PREDICATES = frozenset(("ccomp", "conj", "xcomp", "ROOT", "parataxis"))
SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj", "nsubj:outer"))
ARTICLES = frozenset(("a", "an", "the"))
NOUNS = frozenset(("NOUN", "PROPN"))
LONGEST = 60  # tokens that a content may grow by


def mend_torn(reading: Reading, found: AttributionSet) -> None:
    """Give each content the rest of the clause or quotation that it was torn from."""
    parts = reading.quoted
    for number, hop in list(found.items()):
        if hop.content and hop.cue:
            found.put(number, _mended(hop, found, number, parts))


def _mended(hop: Hop, found: AttributionSet, number: int, parts: Sequence[tuple[int, int]]) -> Hop:
    last = hop.content[-1]
    ahead = _to_its_end(last, parts) or _to_its_verb(last, hop) or _to_joined(last, hop) or _to_its_noun(last)
    if ahead is not None and _is_free(last.doc[last.end : ahead.end], hop, found, number):
        hop = replace(hop, content=(*hop.content[:-1], ahead))
    first = hop.content[0]
    back = _from_its_subject(first, hop)
    if back is not None and _is_free(first.doc[back.start : first.start], hop, found, number):
        hop = replace(hop, content=(back, *hop.content[1:]))
    return hop


def _is_free(grown: Span, hop: Hop, found: AttributionSet, number: int) -> bool:
    """Tell whether a stretch is short enough and holds neither the hop's own words nor another's cue of its sort."""
    own = [*hop.cue, *([hop.source] if hop.source is not None else []), *hop.content]
    if len(grown) > LONGEST or overlap(grown, own):
        return False
    others = (found[n] for n in found.touching([grown]) if n != number and found[n].inside == hop.inside)
    voices = (other for other in others if other.content and not any(holds(hop.content, cue) for cue in other.cue))
    return not any(other.source is not None and overlap(other.source, [grown]) for other in voices)


def _to_its_end(span: Span, parts: Sequence[tuple[int, int]]) -> Span | None:
    """Return a content that a quotation opens in up to where that closes."""
    at = bisect_left(parts, (span.end_char, 0)) - 1
    if at < 0 or not span.start_char <= parts[at][0] < span.end_char < parts[at][1] - 1:
        return None
    return span.doc.char_span(span.start_char, parts[at][1], alignment_mode="contract")


def _to_its_verb(span: Span, hop: Hop) -> Span | None:
    """Return a content behind its cue up to the end of the clause of which it has no more than the subject."""
    doc, cue, root = span.doc, hop.cue[-1], hop.cue[-1].root
    sentence = sentence_of(span[-1])
    if span.start < cue.end or span.end >= sentence.end:
        return None
    behind = doc[span.end : sentence.end]
    verbs = [t for t in behind if t.dep_ == "ccomp" and t.head == root and _is_finite(t)]
    opening = [t for t in verbs if t.tag_ in FINITE and doc[t.i - 1].is_punct and not _has_subject(t)]
    if not opening and not _has_clause(span, cue):
        opening = verbs
    subjects = (t.head for t in span[-1:] if t.dep_ in SUBJECTS)
    whole = (t.head for t in span if t.dep_ in SUBJECTS and not _has_clause(span, cue))
    told = [verb for verb in (*subjects, *whole) if verb in behind and (verb in verbs or root.is_ancestor(verb))]
    torn = [verb for verb in (*opening, *told) if any(token.is_punct for token in doc[span.end : verb.i])]
    verb = max(torn, key=lambda token: token.i, default=None)
    return trimmed(doc, span.start, min(_end_of(verb), sentence.end)) if verb is not None else None


def _has_clause(span: Span, cue: Span) -> bool:
    """Tell whether a content has a finite clause of its own, not one on a noun, whose subject stands in it."""
    for token in span:
        verb = token.head
        own = token.dep_ in SUBJECTS and span.start <= verb.i < span.end and _is_finite(verb)
        if own and verb.dep_ in PREDICATES and (verb.dep_ != "ccomp" or verb.head == cue.root):
            return True
    return False


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)


def _end_of(verb: Token) -> int:
    """Return where a verb's phrase ends, without what is joined to it by "but" or with a subject of its own."""
    joined = [c for c in verb.children if c.dep_ == "conj"]
    ends = [c.left_edge.i for c in joined if _has_subject(c) or any(g.lower_ == "but" for g in c.children)]
    return min([verb.right_edge.i + 1, *ends])


def _to_joined(span: Span, hop: Hop) -> Span | None:
    """Return an infinitive with another that is joined to it."""
    doc = span.doc
    for joined in doc[span.end + 1 : span.end + 3]:
        joint = joined.nbor(-1)
        verb = joined.head
        bare = joined.tag_ == verb.tag_ == "VB" and joined.dep_ == "conj"
        if bare and joint.lower_ in ("and", "or") and span.start <= verb.i < span.end and hop.cue[-1].end <= verb.i:
            return trimmed(doc, span.start, min(joined.right_edge.i + 1, sentence_of(joined).end))
    return None


def _to_its_noun(span: Span) -> Span | None:
    """Return a content that ends with an article up to the noun behind it."""
    doc, end = span.doc, span.end
    if span[-1].lower_ not in ARTICLES or end >= len(doc) or doc[end].pos_ not in NOUNS:
        return None
    while end < len(doc) and doc[end].pos_ in NOUNS:
        end += 1
    return doc[span.start : end]


def _from_its_subject(span: Span, hop: Hop) -> Span | None:
    """Return a content before its cue from where its clause begins, or the one that it is joined to by "and"."""
    root, doc = span.root, span.doc
    if span.end > hop.cue[0].start or span.start == 0:
        return None
    sentence = sentence_of(span[0])
    if span[0].tag_ in FINITE and span[0] in (root, *root.children) and not any(t.dep_ in SUBJECTS for t in root.lefts):
        return trimmed(doc, sentence.start, span.end)
    heads = [token.head for token in span if token.dep_ == "conj" and sentence.start <= token.head.i < span.start]
    joined = any(head.dep_ == "ccomp" and head.head == hop.cue[0].root for head in heads)
    return trimmed(doc, sentence.start, span.end) if joined and doc[span.start - 1].lower_ == "and" else None


def _is_finite(verb: Token) -> bool:
    return any(token.tag_ in FINITE for token in (verb, *verb.children))

"""Contents that end or begin in the middle of a clause, mended by the parse.

* "Roe said [the five boats] - two of them new - [had been sold]": a subject needs its verb.
* "Verified film [shows two boats], Roe said", "It is old and [they will sell it], Roe said": a verb needs its subject,
  and who speaks behind a sentence speaks all of it.
* "asked him to [sell the boat] and [buy another]": one infinitive is joined to another.
* "[the]" dam, "[a “big]” dam": an article and an adjective need their noun, and a noun the clause that says which.
* "Roe said you [make] your rival look old": a verb needs its object, and what stands before a noun that noun.
* "said [if it leaked], they would sell it": a condition is not what is said; nor is a part of "boats, and nets".
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
from whosays.extract.attribution.revise.asides import (
    OPENING,
    RELATIVES,
    before_parenthesis,
    behind_parenthesis,
    from_opening,
    over_aside,
)
from whosays.extract.attribution.revise.relatives import NOUNS, SUBJECTS, from_subject
from whosays.extract.lexicon import word_class
from whosays.extract.pipeline import SENTENCE_END
from whosays.extract.syntax import FINITE, holds, is_finite, overlap, sentence_of, trimmed

PREDICATES = frozenset(("ccomp", "conj", "xcomp", "ROOT", "parataxis"))
ARTICLES = frozenset(("a", "an", "the"))
PREMODIFIERS = frozenset(("amod", "cc", "compound", "det", "nmod:poss", "nummod"))
ARGUMENTS = frozenset(("obj", "iobj", "xcomp", "ccomp", "compound", "compound:prt", "flat", "fixed"))
LEANING = SUBJECTS | PREMODIFIERS | {"aux", "aux:pass", "case", "cop", "mark"}  # on a word behind them
NAMING = frozenset(("appos", "flat", "nmod", "nummod"))  # a number behind its noun
NEAR = 3  # tokens behind a content in which the noun of its last word stands
SUBORDINATORS = word_class("subordinators")
LONGEST = 60  # tokens that a content may grow by


def mend_torn(reading: Reading, found: AttributionSet) -> None:
    """Give each content the rest of the clause or quotation that it was torn from."""
    parts = reading.quoted
    for number, hop in list(found.items()):
        if hop.content and hop.cue:
            found.put(number, _mended(hop, found, number, parts))


def _mended(hop: Hop, found: AttributionSet, number: int, parts: Sequence[tuple[int, int]]) -> Hop:
    last = hop.content[-1]
    around = found[hop.inside].content if hop.inside is not None else ()
    end = next((span.end for span in around if holds([span], last)), len(last.doc))
    torn = (
        _to_its_main_clause(last, hop),
        _to_its_verb(last, hop),
        _to_joined(last, hop),
        _to_its_noun(last) or _to_its_number(last),
        _to_its_clause(last, hop),
        _to_its_arguments(last, hop.cue[-1], end),
        over_aside(last, hop),
        _to_all_joined(last, hop),
    )
    ahead = _to_its_end(last, parts) or next((span for span in torn if span is not None), None)
    if ahead is not None and _is_free(last.doc[last.end : ahead.end], hop, found, number):
        hop = replace(hop, content=(*hop.content[:-1], ahead))
    first = hop.content[0]
    back = _from_its_subject(first, hop)
    if back is not None and _is_free(first.doc[back.start : first.start], hop, found, number):
        hop = replace(hop, content=(back, *hop.content[1:]))
    opened = from_opening(hop)
    if opened is not None and _is_free(opened.doc[opened.start : hop.content[0].start], hop, found, number):
        hop = replace(hop, content=(opened, *hop.content[1:]))
    told_of = before_parenthesis(hop)
    if told_of is not None and _is_free(told_of, hop, found, number):
        hop = replace(hop, content=(told_of, *hop.content))
    rest = behind_parenthesis(hop)
    if rest is not None and not found.touching([rest]):
        hop = replace(hop, content=(*hop.content, rest))
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
    verbs = [t for t in behind if t.dep_ == "ccomp" and t.head == root and is_finite(t)]
    opening = [t for t in verbs if t.tag_ in FINITE and doc[t.i - 1].is_punct and not _has_subject(t)]
    whole = not _has_clause(span, cue)
    opening = verbs if whole and not opening else opening
    subjects = [t.head for t in (span if whole else span[-1:]) if t.dep_ in SUBJECTS]
    told = [verb for verb in subjects if verb in behind and (verb in verbs or root.is_ancestor(verb))]
    torn = [verb for verb in (*opening, *told) if any(token.is_punct for token in doc[span.end : verb.i])]
    verb = max(torn, key=lambda token: token.i, default=None)
    return trimmed(doc, span.start, min(_end_of(verb), sentence.end)) if verb is not None else None


def _to_its_main_clause(span: Span, hop: Hop) -> Span | None:
    """Return a content that is all of an "if" clause up to the end of the clause behind the comma."""
    doc, first = span.doc, span[0].lower_ == "that" and len(span) > 1
    mark, comma = span[first], span.end
    sentence = sentence_of(span[-1])
    if span.start < hop.cue[-1].end or comma + 1 >= sentence.end or doc[comma].text != ",":
        return None
    others = (token for token in span if token.dep_ in SUBJECTS and token.head != mark.head)
    alone = mark.dep_ == "mark" and mark.lower_ in SUBORDINATORS and not any(is_finite(t.head) for t in others)
    if not alone or any(token.text == "," for token in span):
        return None
    behind = doc[comma + 1 : sentence.end]
    subject = next((t for t in behind if t.dep_ in SUBJECTS and t.head in behind and is_finite(t.head)), None)
    if subject is None or subject.left_edge.i > behind.start + 1 or behind[0].pos_ == "CCONJ":
        return None
    return trimmed(doc, span.start, min(_end_of(subject.head), sentence.end))


def _to_all_joined(span: Span, hop: Hop) -> Span | None:
    """Return a content behind its cue with the noun that ", and" joins to one in it."""
    doc, end, limit = span.doc, span.end, sentence_of(span[-1]).end
    if span.start < hop.cue[-1].end or end + 2 >= limit or doc[end].text != "," or doc[end + 1].lower_ != "and":
        return None
    noun = doc[end + 1].head
    joined = noun.dep_ == "conj" and span.start <= noun.head.i < end and "VERB" not in (noun.pos_, noun.head.pos_)
    plain = not any(child.dep_ in (*SUBJECTS, "cop") for child in noun.children)
    return trimmed(doc, span.start, min(noun.right_edge.i + 1, limit)) if joined and plain else None


def _has_clause(span: Span, cue: Span) -> bool:
    """Tell whether a content has a finite clause of its own, not one on a noun, whose subject stands in it."""
    for token in span:
        verb = token.head
        own = token.dep_ in SUBJECTS and span.start <= verb.i < span.end and is_finite(verb)
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


def _to_its_arguments(span: Span, cue: Span, most: int) -> Span | None:
    """Return a content that ends between words that belong together up to the end of their phrase (``most`` at most).

    "then you make [your rival look old]", "and the mayor [would resign]".
    """
    doc, end, limit = span.doc, span.end, min(sentence_of(span[-1]).end, most)
    if span.start < cue.end or end >= limit or not doc[end].is_alpha or doc[end].pos_ in OPENING:
        return None
    head = doc[end]
    while head.head != head and end <= head.head.i < limit:
        head = head.head
    torn = head.dep_ in ARGUMENTS and span.start <= head.head.i < end
    ahead = (
        [c for c in head.head.children if c.dep_ in ARGUMENTS]
        if torn
        else [token.head for token in span if token.dep_ in LEANING and end <= token.head.i < limit]
    )
    verb = cue.root
    own = (t for t in ahead if t.pos_ != "PRON" and verb.pos_ == "VERB" and verb.is_ancestor(t))
    last = max((token.right_edge.i + 1 for token in own), default=end)
    return trimmed(doc, span.start, min(last, limit)) if last > end else None


def _to_its_noun(span: Span) -> Span | None:
    """Return a content that ends with an article or an adjective up to the noun behind it."""
    doc, end = span.doc, span.end
    last = span[-2] if span[-1].is_quote and len(span) > 1 else span[-1]
    noun = last.head
    near = end <= noun.i < end + NEAR and noun.pos_ in NOUNS and last.dep_ in PREMODIFIERS
    if near and all(token.is_alpha or token.text == "-" for token in doc[end : noun.i]):
        return doc[span.start : noun.i + 1]
    opened = next((t.i for t in reversed(span[:-1]) if t.is_quote), 0) if span[-1].is_quote else 0
    quoted = opened > span.start and doc[opened - 1].lower_ in ARTICLES  # a "big" dam
    quoted = quoted and last.text[-1] not in SENTENCE_END
    if not (quoted or span[-1].lower_ in ARTICLES) or end >= len(doc) or doc[end].pos_ not in NOUNS:
        return None
    while end < len(doc) and doc[end].pos_ in NOUNS:
        end += 1
    return doc[span.start : end]


def _to_its_number(span: Span) -> Span | None:
    """Return a content that ends with a noun with the number that names it: "broke resolution [1701]"."""
    doc, end = span.doc, span.end
    number = doc[end] if end < len(doc) else span[-1]
    named = number.like_num and number.head == span[-1] and number.dep_ in NAMING
    return doc[span.start : end + 1] if named and span[-1].pos_ in NOUNS else None


def _to_its_clause(span: Span, hop: Hop) -> Span | None:
    """Return a content that ends with a noun up to the end of its clause: "the year [that it ends]"."""
    doc, end = span.doc, span.end
    if (
        end >= len(doc)
        or doc[end].lower_ not in RELATIVES
        or span[-1].pos_ not in NOUNS
        or span.start < hop.cue[-1].end
    ):
        return None
    verb = doc[end].head
    if not verb.dep_.startswith("acl") or not span.start <= verb.head.i < end or verb.i < end:
        return None
    return trimmed(doc, span.start, min(verb.right_edge.i + 1, sentence_of(span[-1]).end))


def _from_its_subject(span: Span, hop: Hop) -> Span | None:
    """Return a content from where its clause begins, or the one before the cue that it is joined to by "and"."""
    doc, whole = span.doc, from_subject(span, hop)
    if whole is not None or span.end > hop.cue[0].start or span.start == 0:
        return whole
    sentence = sentence_of(span[0])
    heads = [token.head for token in span if token.dep_ == "conj" and sentence.start <= token.head.i < span.start]
    joined = any(head.dep_ == "ccomp" and head.head == hop.cue[0].root for head in heads)
    return trimmed(doc, sentence.start, span.end) if joined and doc[span.start - 1].lower_ == "and" else None

"""Who says a quotation that stands alone, told by what stands beside it.

Before it: who has just spoken, or the
one person that the narration is about ("Ranger Dita Moll walked the burnt ridge.  'Not one pine is left.'").  Behind
it: who is said to have put it so ("That is how Agnes Wright described the night").  Where two persons come into
question nobody does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from whosays.extract.attribution.attribution import Hop
from whosays.extract.attribution.structures.people import name_at, people_in
from whosays.extract.lexicon import word_class
from whosays.extract.pipeline import columns
from whosays.extract.syntax import is_passive, sentence_of, subtree

_REACH = 200  # tokens before a quotation in which somebody is told of
_POINTING = word_class("pointing_back")
_PRONOUNS = frozenset(("he", "she"))
_WORDS = word_class("words_for_words")


def speaker_beside(doc: Doc, hops: Sequence[Hop], parts: Sequence[Span]) -> Span | None:
    """Return the words that name who says a quotation, given the outermost hops of its Doc."""
    announced = _announcing(doc, parts[0].start)
    if announced is not None:
        return announced
    before, behind = _stretch_before(doc, parts[0].start), _stretch_behind(doc, parts[-1].end)
    named = _taking_up(behind)
    if named is not None or before is None:
        return named or _speaking(behind)
    last = [hop for hop in hops if hop.source is not None and _ends_in(hop, before)]
    if last:
        return max(last, key=lambda hop: max(span.end for span in hop.spans())).source
    told = _told_of(before)
    others = [hop.source for hop in hops if hop.source is not None and before.start <= hop.start < before.end]
    if others and (told is None or any(_last_word(source) != _last_word(told) for source in others)):
        return None
    return told or _speaking(behind)


def _announcing(doc: Doc, start: int) -> Span | None:
    """Return whom a clause with a colon is about, right before a quotation: "[Roe] is hopeful, though: “...”"."""
    at = start - 1 - (start > 0 and doc[start - 1].is_quote)
    if at < 1 or doc[at].text != ":":
        return None
    clause = doc[sentence_of(doc[at]).start : at]
    subjects = [s for s in _subjects(clause) if s.head.dep_ == "ROOT"] if len(clause) else []
    return name_at(subjects[0]) if len(subjects) == 1 else None


def _stretch_before(doc: Doc, end: int) -> Span | None:
    """Return the words before a place in its paragraph, or else the paragraph before it."""
    start = _paragraph_start(doc, end)
    if start == end and end:
        end = start - 1
        start = _paragraph_start(doc, end)
    return doc[start:end] if start < end else None


def _paragraph_start(doc: Doc, at: int) -> int:
    read, first = columns(doc), max(0, at - _REACH)
    while at > first and not (read.is_space[at - 1] and "\n" in read.text[at - 1]):
        at -= 1
    return at


def _stretch_behind(doc: Doc, start: int) -> Span | None:
    """Return the first sentence of the paragraph behind a quotation that ends its own, or what follows it there."""
    while start < len(doc) and (doc[start].is_space or doc[start].is_punct):
        start += 1
    return doc[start : sentence_of(doc[start]).end] if start < len(doc) else None


def _taking_up(sentence: Span | None) -> Span | None:
    """Return who put it so in "That is how Roe described it", "Those were the words of Roe"."""
    if sentence is None or sentence[0].lower_ not in _POINTING:
        return None
    for token in sentence:
        if token.pos_ == "VERB" and token.lemma_.lower() in word_class("taking_up") and not is_passive(token):
            subject = next((c for c in token.children if c.dep_ == "nsubj" and c.lower_ not in _POINTING), None)
            if subject is not None and _is_somebody(subject):
                return subtree(subject)
        if token.lemma_.lower() in _WORDS and token.dep_ != "nsubj":
            owner = next((c for c in token.children if c.dep_ == "nmod" and _is_somebody(c)), None)
            if owner is not None:
                return name_at(owner)
    return None


def _speaking(sentence: Span | None) -> Span | None:
    """Return the one person of whom the sentence behind tells that they are speaking."""
    subjects = list(_subjects(sentence)) if sentence is not None else []
    speaks = [s for s in subjects if s.head.lemma_.lower() in word_class("conversing") and s.ent_type_ == "Person"]
    return name_at(speaks[0]) if len(speaks) == 1 and len(_people(sentence)) == 1 else None


def _told_of(stretch: Span) -> Span | None:
    """Return the one person that a stretch of narration is about: its only name, or its only "he" or "she"."""
    people, subjects = _people(stretch), list(_subjects(stretch))
    if len({name.text.split()[-1] for name in people}) == 1:
        named = next((s for s in subjects if s.ent_type_ == "Person"), None)
        return name_at(named) if named is not None else None
    pronouns = [s for s in subjects if s.lower_ in _PRONOUNS]
    alone = not people and len({s.lower_ for s in pronouns}) == 1
    return stretch.doc[pronouns[-1].i : pronouns[-1].i + 1] if alone else None


def _subjects(stretch: Span | None) -> Iterator[Token]:
    for token in stretch or ():
        if token.dep_ == "nsubj" and token.head.pos_ in ("VERB", "AUX", "ADJ", "NOUN") and _is_somebody(token):
            yield token


def _is_somebody(token: Token) -> bool:
    return token.ent_type_ == "Person" or token.lower_ in _PRONOUNS


def _people(stretch: Span | None) -> list[Span]:
    return people_in(stretch) if stretch is not None else []


def _ends_in(hop: Hop, stretch: Span) -> bool:
    """Tell whether a hop is said in the last sentence of a stretch."""
    last = sentence_of(next(t for t in reversed(stretch) if not t.is_space))
    return bool(hop.cue) and max(stretch.start, last.start) <= hop.cue[0].start < stretch.end


def _last_word(name: Span) -> str:
    return name[-1].lower_

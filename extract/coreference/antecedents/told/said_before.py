"""Whom "it" and "they" mean behind a quotation, and "he" behind a question: who spoke right before.

"The ministry said that it rained. The roads were “a danger”, it said": the ministry, whoever is named more often.
"Roe said no. Asked whether Lund's claim was true, he said": Roe, who is asked, and not Lund, whom one asks about.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from whosays.extract.coreference.antecedents.pronouns import agrees, governors
from whosays.extract.coreference.name_clusters import Cast
from whosays.extract.coreference.noun_phrase import PERSONAL
from whosays.extract.coreference.referent import ORGANISED, Referent
from whosays.extract.lexicon import verb_class, word_set
from whosays.extract.pipeline import is_parsed
from whosays.extract.records import Span as Characters

OPENING = word_set("if when")  # "When asked whether ..."
ANSWERING = 3  # sentences back in which who is asked has spoken
ADDRESSED = ("obj", "iobj", "obl")
BESIDE = ("conj", "parataxis", "ccomp")  # clauses that tell as much as the main one
LONGEST = 14  # words of a source up to its noun
Spoken = Sequence[tuple[int, Referent]]


def goes_on(  # noqa: PLR0913, PLR0917 - all that is known of a pronoun
    doc: Doc, cast: Cast, token: Token, spoken: Spoken, own: Sequence[Characters], chosen: Referent | None
) -> Referent | None:
    """Return the one body that the sentence before a pronoun's words quotes, if it goes on: "it said", "they added".

    Whom that sentence accuses or asks may answer, and who is told of beside the pronoun may be meant.
    """
    form = PERSONAL[token.lower_]
    if form not in ("it", "they") or not is_parsed(doc) or not token.dep_.startswith("nsubj") or not own:
        return None
    first = min(token.sent.start, *(_word_at(doc, start) for start, _ in own))
    told = _sentence_before(doc, first)
    if told is None or not _is_told_last(token, own) or _is_beside(cast, token, own) or _is_told_in(token, own):
        return None
    speaking = [(at, r) for at, r in spoken if told.start <= at < told.end]
    quoted = {id(r): r for at, r in speaking if _is_main(doc, told, at)}
    one = next(iter(quoted.values())) if len(quoted) == 1 else None
    if one is None or one is chosen or not agrees(form, one) or _is_named_in(one, own):
        return None
    return None if chosen and _is_addressed(doc, told, chosen) else one


def answers(doc: Doc, cast: Cast, token: Token, spoken: Spoken) -> Referent | None:
    """Return who spoke last before a sentence that opens with "Asked whether ...", for the "he" whom it asks."""
    form, sentence = PERSONAL[token.lower_], token.sent
    at = sentence.start + (sentence[0].lower_ in OPENING)
    asked = doc[at] if at < token.i else token
    fits = form in ("m", "f") and token.dep_.startswith("nsubj") and asked.tag_ == "VBN"
    if not fits or asked.lemma_.lower() not in verb_class("asking") or not is_parsed(doc):
        return None
    if token.head not in asked.ancestors:
        return None
    here = cast.sentences[token.i]
    before = (r for i, r in reversed(spoken) if i < sentence.start and here - cast.sentences[i] <= ANSWERING)
    return next((r for r in before if agrees(form, r)), None)


def _word_at(doc: Doc, character: int) -> int:
    """Return the word that a character stands in, or the one before it."""
    return max(0, bisect_left(range(len(doc)), character + 1, key=lambda i: doc[i].idx) - 1)


def _sentence_before(doc: Doc, at: int) -> Span | None:
    """Return the sentence before a word; a quotation mark alone is none."""
    last = next((i for i in range(at - 1, -1, -1) if doc[i].is_alpha), None)
    return doc[last].sent if last is not None else None


def _is_told_last(token: Token, own: Sequence[Characters]) -> bool:
    """Tell "“...”, it said" from what follows its verb: "it said that"."""
    return any(start < token.idx for start, _ in own)


def _is_beside(cast: Cast, token: Token, own: Sequence[Characters]) -> bool:
    """Tell whether a body is named in a pronoun's sentence before it, outside its own words."""
    first = token.sent.start
    near = (o for r in cast.referents if r.type in ORGANISED for o in r.between(first, token.i - 1))
    return any(not any(start <= o.span[0] < end for start, end in own) for o in near)


def _is_told_in(token: Token, own: Sequence[Characters]) -> bool:
    """Tell whether somebody else is the subject over a pronoun: "Roe warned firms that they say had left"."""
    over = (token.doc[i].idx for i in governors(token) if i < token.i)
    return any(not any(start <= at < end for start, end in own) for at in over)


def _is_named_in(referent: Referent, own: Sequence[Characters]) -> bool:
    return any(start <= o.span[0] < end for o in referent.occurrences for start, end in own)


def _is_main(doc: Doc, told: Span, at: int) -> bool:
    """Tell whether a source is the subject of a sentence's main clause, or of one beside it."""
    subject = next((t for t in doc[at : min(at + LONGEST, told.end)] if t.dep_.startswith("nsubj")), None)
    if subject is None or not subject.left_edge.i <= at <= subject.i:
        return False
    verb = subject.head
    while verb.dep_ in BESIDE and verb.head != verb:
        inner = verb.dep_ == "ccomp" and any(c.dep_.startswith("nsubj") and c.i < verb.i for c in verb.head.children)
        if inner:
            return False  # "Roe said that [the ministry] had said so"
        verb = verb.head
    return verb == told.root


def _is_addressed(doc: Doc, told: Span, chosen: Referent) -> bool:
    """Tell whether a sentence has somebody as whom it accuses, asks or meets."""
    near = chosen.between(told.start, told.end - 1)
    return any(
        root.dep_.startswith(ADDRESSED) and root.head == told.root for root in (doc[o.start : o.end].root for o in near)
    )
